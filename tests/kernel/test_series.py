"""Series: every row of the table, what is proved and refuted of them, and certificates that lie."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from flint import arb
from forgery import claim, point

from verify_derivations.certificate import (
    Induction,
    KnownSeries,
    Lemma,
    PartialSums,
    Proof,
    Regions,
    Replaced,
    Rewriting,
)
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.kernel.calculus.series import known_value
from verify_derivations.kernel.calculus.series_table import SERIES
from verify_derivations.kernel.claims.statement import statement
from verify_derivations.render.proof import how_it_was_shown
from verify_derivations.term.calculus.functions import formula
from verify_derivations.term.evaluation.balls import Evaluation, exact, set_precision
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.nodes import Number, Sum
from verify_derivations.term.syntax.piecewise import Piecewise
from verify_derivations.term.syntax.substitute import exchanged, substitute
from verify_derivations.term.syntax.traverse import subterms

NO_LEMMA = Rewriting()


@pytest.mark.parametrize("name", SERIES)
@pytest.mark.parametrize("z", ["1/3", "-1/4", "7/16"])
def test_a_row_is_the_sum_of_its_terms(name, z):
    """The first terms, and the rest bounded by a quotient of decreasing terms or by an integral."""
    row = SERIES[name]
    set_precision(128)
    values = {"z": exact(Fraction(z))}

    def at(text, j):
        return Evaluation(values).value(substitute(formula(text), {"j": Number(j)}))

    total, term, count = arb(0), at(row.first, row.start), 3000
    for j in range(row.start, row.start + count):
        total += term
        term *= at(row.ratio, j)
        if abs(term) < arb(2) ** -120:
            break
    # the slowest of them fall like j**-2, so the rest is smaller than (count + 1) times the last term
    assert abs(total - at(row.value, 0)) < abs(term) * (count + 2) * 2 + arb(2) ** -100


@pytest.mark.parametrize("name", [name for name, row in SERIES.items() if row.step])
def test_the_power_of_z_in_a_row_is_as_it_says(name):
    row = SERIES[name]
    set_precision(64)
    for j in range(row.start, row.start + 3):
        values = []
        for z in ("1/2", "1"):
            e = Evaluation({"z": exact(Fraction(z))})
            value = e.value(substitute(formula(row.first), {"j": Number(row.start)}))
            for i in range(row.start, j):
                value *= e.value(substitute(formula(row.ratio), {"j": Number(i)}))
            values.append(value)
        assert (values[0] / values[1] * 2 ** (row.step * j + row.offset)).contains(1)


PROVED = [
    ("Sum(x**k, (k, 0, oo))", "1/(1 - x)", {}),
    ("Sum(a*r**k, (k, 0, oo))", "a/(1 - r)", {}),
    ("Sum(x**(-k), (k, 0, oo))", "x/(x - 1)", {}),
    ("Sum((k + 1)*x**k, (k, 0, oo))", "1/(1 - x)**2", {}),
    ("Sum(k**2*x**k, (k, 0, oo))", "x*(1 + x)/(1 - x)**3", {}),
    ("Sum(k*p*(1 - p)**(k - 1), (k, 1, oo))", "1/p", {"p": "unit"}),
    ("Sum(x**k/k, (k, 1, oo))", "-log(1 - x)", {}),
    ("Sum((-1)**(k + 1)/k, (k, 1, oo))", "log(2)", {}),
    ("Sum(x**k/factorial(k), (k, 2, oo))", "exp(x) - 1 - x", {}),
    ("Sum(k*exp(-L)*L**k/factorial(k), (k, 0, oo))", "L", {"L": "positive"}),
    ("Sum(k**2*exp(-L)*L**k/factorial(k), (k, 0, oo))", "L**2 + L", {"L": "positive"}),
    ("exp(-L)*Sum(exp(t*k)*L**k/factorial(k), (k, 0, oo))", "exp(L*(exp(t) - 1))", {"L": "positive"}),
    ("Sum((-1)**k*x**(2*k + 1)/factorial(2*k + 1), (k, 0, oo))", "sin(x)", {}),
    ("Sum((-1)**k/(2*k + 1), (k, 0, oo))", "pi/4", {}),
    ("Sum(1/k**2, (k, 1, oo))", "pi**2/6", {}),
    ("Sum(1/(k**2 - n**2), (k, 1, oo))", "1/(2*n**2) - pi*cot(pi*n)/(2*n)", {}),
    ("Sum(1/(k*(k + 1)), (k, 1, oo))", "1", {}),
    ("Sum(1/(k*(k + 1)*(k + 2)), (k, 1, oo))", "1/4", {}),
]


@pytest.mark.parametrize(("lhs", "rhs", "domains"), PROVED)
def test_a_series_is_proved_and_the_proof_can_be_told(lhs, rhs, domains):
    stated = claim(lhs, rhs, **domains)
    verdict = decide(stated)
    assert verdict.status == "proved", verdict.reason
    told = str(how_it_was_shown(stated, verdict))
    assert "cannot be retold" not in told
    assert "series" in told or "the sum up to" in told


@pytest.mark.parametrize(("lhs", "rhs", "domains"), PROVED)
def test_its_neighbour_is_refuted(lhs, rhs, domains):
    assert decide(claim(lhs, f"{rhs} + 10**(-9)", **domains)).status == "refuted"


NOT_DEFINED = [
    ("Sum(1/k, (k, 1, oo))", "1", {}),
    ("Sum((-1)**k, (k, 0, oo))", "1/2", {}),
    ("Sum(k, (k, 1, oo))", "-1/12", {}),
    ("Sum(k*(-1)**k, (k, 1, oo))", "-1/4", {}),
    ("Sum(x**k, (k, 0, oo))", "1/(1 - x)", {"x": "gt1"}),
    ("Sum(factorial(k)/2**k, (k, 0, oo))", "1", {}),
    ("Sum(1/(k - 3)**2, (k, 1, oo))", "pi**2/6", {}),
    ("Sum(1/(k*(k + 1)), (k, 0, oo))", "1", {}),
    ("Sum((2*k + 1)/(k*(k + 1)), (k, 1, oo))", "2", {}),
]


@pytest.mark.parametrize(("lhs", "rhs", "domains"), NOT_DEFINED)
def test_a_series_without_a_sum_gets_no_verdict_but_vacuous(lhs, rhs, domains):
    assert decide(claim(lhs, rhs, **domains)).status in ("undecided", "vacuous")


FALSE_AT_THE_EDGE: list[tuple[str, str, dict[str, str]]] = [
    # true inside of the disc of convergence, false where all terms are zero or on its boundary
    ("Sum(a*x**k, (k, 0, oo))", "a/(1 - x) + delta(a, 0)", {}),
    ("Sum((a - 1)*x**k, (k, 0, oo)) + Heaviside(x - 1)", "(a - 1)/(1 - x)", {}),
    ("Sum(x**k/k, (k, 1, oo))*0", "delta(x, -1)", {}),
    ("Sum(1/(k**2 - n**2), (k, 2, oo))", "1/(2*n**2) - pi*cot(pi*n)/(2*n)", {}),
]


@pytest.mark.parametrize(("lhs", "rhs", "domains"), FALSE_AT_THE_EDGE)
def test_what_fails_at_the_edge_is_not_proved(lhs, rhs, domains):
    assert decide(claim(lhs, rhs, **domains)).status in ("undecided", "refuted")


def known(lhs: str, rhs: str, evidence: KnownSeries, becomes: str = "", **values: str) -> Proof:
    series = statement(claim(lhs, rhs)).lhs
    assert isinstance(series, Sum)
    value = parse_plain(becomes) if becomes else known_value(series, evidence)
    return Proof(Replaced(series, value, evidence, NO_LEMMA), point(**values))


GEOMETRIC = KnownSeries("geometric", parse_plain("x"), 0, NO_LEMMA)
COT = KnownSeries("cotangent", parse_plain("n"), 0, NO_LEMMA)
FORGED = [
    # lhs, rhs, evidence, what takes the place, point, why the kernel turns it down
    ("Sum(x**k, (k, 0, oo))", "1/(1 - x)", replace(GEOMETRIC, row="wish"), "1", {}, "there is no series"),
    ("Sum(x**k, (k, 0, oo))", "1/(1 - x)", GEOMETRIC, "2", {}, "not the value of the series"),
    ("Sum(x**k, (k, 0, oo))", "1/(1 - x)", replace(GEOMETRIC, at=parse_plain("-x")), "", {}, "not zero"),
    (
        "Sum(x**k, (k, 0, oo))",
        "1/(1 - x)",
        replace(GEOMETRIC, at=parse_plain("I*x")),
        "",
        {},
        "not be a real",
    ),
    (
        "Sum(x**k, (k, 0, oo))",
        "1/(1 - x)",
        replace(GEOMETRIC, shift=-1),
        "1",
        {},
        "begins before|not the value",
    ),
    ("Sum(a*x**k, (k, 0, oo))", "a/(1 - x)", GEOMETRIC, "", {"a": "1"}, "where the terms are all zero"),
    (
        "Sum((k + 1)*x**k/k, (k, 1, oo))",
        "x/(1 - x) - log(1 - x)",
        KnownSeries("logarithm", parse_plain("x"), 0, NO_LEMMA),
        "1",
        {},
        "not multiplied by polynomials",
    ),
    ("Sum(1/(k**2 - n**2), (k, 2, oo))", "x", COT, "1", {"n": "1/2"}, "sides differ|begins before"),
    ("Sum(1/(k**2 - n**2), (k, 1, oo))", "x", COT, "", {"n": "1/2"}, "sides differ|does not give"),
]


@pytest.mark.parametrize(("lhs", "rhs", "evidence", "becomes", "values", "why"), FORGED)
def test_a_forged_series_is_turned_down(lhs, rhs, evidence, becomes, values, why):
    with pytest.raises(CertificateError, match=why):
        judge(claim(lhs, rhs), known(lhs, rhs, evidence, becomes, **({"x": "1/2"} | values)))


ABSENT = [
    # where n = 1, or x >= 1/2, no series has to converge, and x may be 5
    ("Sum(Sum(x**k, (k, 0, oo)), (j, 1, n - 1))*0 + Abs(1 - x)", {"n": "posint"}, {"n": 2}),
    ("Piecewise((Sum(x**k, (k, 0, oo)), x < 1/2), (0, True))*0 + Abs(1 - x)", {}, {}),
]


@pytest.mark.parametrize(("lhs", "domains", "values"), ABSENT)
def test_a_series_that_a_statement_need_not_have_tells_nothing_of_where_it_converges(lhs, domains, values):
    series = parse_plain("Sum(x**k, (k, 0, oo))")
    assert isinstance(series, Sum)
    argument: Rewriting | Regions = Rewriting(
        (Lemma("absolute", parse_plain("Abs(1 - x)"), parse_plain("1 - x")),)
    )
    stated = claim(lhs, "1 - x", **domains)
    for case in (t for t in subterms(stated.lhs) if isinstance(t, Piecewise)):
        argument = Regions(exchanged(case, series, known_value(series, GEOMETRIC)), (argument, argument))
    proof = Proof(
        Replaced(series, known_value(series, GEOMETRIC), GEOMETRIC, argument), point(x="1/4", **values)
    )
    with pytest.raises(CertificateError, match="may be defined where the series is not"):
        judge(stated, proof)


def by_partial_sums(partial: str, becomes: str, order: int = 3) -> Proof:
    series = parse_plain("Sum(1/(k*(k + 1)), (k, 1, oo))")
    induction = Induction("n", NO_LEMMA, NO_LEMMA)
    evidence = PartialSums("n", parse_plain(partial), induction, order)
    return Proof(Replaced(series, parse_plain(becomes), evidence, NO_LEMMA), ())


def test_partial_sums_are_shown_by_induction_and_a_limit():
    stated = claim("Sum(1/(k*(k + 1)), (k, 1, oo))", "1")
    assert judge(stated, by_partial_sums("n/(n + 1)", "1")).status == "proved"
    for partial, becomes, why in [
        ("(n + 1)/(n + 2)", "1", "difference of the two sides"),
        ("n/(n + 1)", "2", "the limit is another"),
        ("1", "1", "difference of the two sides"),
        ("n/(n + 1) + 0*log(n - 1)", "1", "not defined everywhere|limit"),
    ]:
        with pytest.raises(CertificateError, match=why):
            judge(stated, by_partial_sums(partial, becomes))
