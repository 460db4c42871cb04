"""Every wrong verdict, and every forgery that was once accepted; the table that SOUNDNESS.md tells of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

import pytest

from verify_derivations.certificate import (
    Counterexample,
    KnownSeries,
    Lemma,
    Point,
    Proof,
    Replaced,
    Rewriting,
)
from verify_derivations.check import decide
from verify_derivations.errors import CertificateError
from verify_derivations.kernel import judge
from verify_derivations.model import Claim, Context, Declaration, Definition, Status
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import DOMAINS, Domain
from verify_derivations.term.syntax.nodes import Apply, Mul, Number, Pow

ELEVEN = ", ".join(f"x{k}" for k in range(1, 12))


def claim(
    lhs: str,
    rhs: str,
    *,
    define: Iterable[tuple[str, str]] = (),
    assume: Iterable[tuple[str, str, str]] = (),
    functions: tuple[str, ...] = (),
    **domains: str | Domain,
) -> Claim:
    """`lhs = rhs` in the plain notation, in a context."""
    declarations = tuple(
        Declaration(name, DOMAINS[d] if isinstance(d, str) else d) for name, d in domains.items()
    )
    definitions = tuple(Definition(parse_plain(head), parse_plain(body)) for head, body in define)
    assumptions = tuple(Claim(parse_plain(a), relation, parse_plain(b)) for a, relation, b in assume)
    context = Context(declarations, definitions, assumptions, functions)
    return Claim(parse_plain(lhs, functions), "=", parse_plain(rhs, functions), context)


def point(**values: int | str) -> Point:
    return tuple((name, (Fraction(value), Fraction(0))) for name, value in values.items())


# what is false, or has no value anywhere: it must not be proved
NOT_PROVED = [
    pytest.param(
        claim(f"diff(g({ELEVEN}), x1, 2)", f"diff(g({ELEVEN}), x11)", functions=("g",)),
        id="the second derivative by the first argument was named like the first by the eleventh",
    ),
    pytest.param(
        claim("diff(Abs(z), z)", "sign(z)", z="complex"), id="|z| has no complex derivative anywhere"
    ),
    pytest.param(
        claim("f(1, 2)", "2", define=[("f(x, x)", "x")]), id="a parameter named twice took the last value"
    ),
    pytest.param(
        replace(
            claim("exp(y) - y", "exp(x) - x", assume=[("x", "<=", "y")], x="nonnegative", y="positive"),
            relation=">",
        ),
        id="a place at which a bound may be met was taken for one that lies outside",
    ),
]

POWERS = parse_plain("Sum((x**(2*y))**k/factorial(2*k), (k, 0, oo))")
"""At x = -16, y = 1/2 it is cos(4), which is negative."""


def by_a_complex_power() -> Proof:
    """POWERS as cosh(x**y), which would be positive if x**y were real wherever x**(2*y) is."""
    log = parse_plain("log(x)")
    double, single = (Apply("exp", (Mul((parse_plain(e), log)),)) for e in ("2*y", "y"))
    lemmas = (
        Lemma("power", parse_plain("x**(2*y)"), double),
        Lemma("power", parse_plain("x**y"), single),
        Lemma("exponential", double, Pow(single, Number(2))),
    )
    cosh = parse_plain("cosh(x**y)")
    evidence = KnownSeries("hyperbolic cosine", parse_plain("x**y"), 0, Rewriting(lemmas))
    positive = Rewriting((Lemma("absolute", Apply("Abs", (cosh,)), cosh),))
    return Proof(Replaced(POWERS, cosh, evidence, positive), point(x=1, y=1))


# what is true, or has no value where it seems to fail: it must not be refuted
NOT_REFUTED = [
    pytest.param(
        claim("integrate(integrate(log(a), (x, 0, 0)), (y, 0, 1))", "Abs(a) - a"),
        id="a factor taken out of an integral was lost where the way has no length",
    ),
    pytest.param(
        claim("integrate(integrate(0*log(x + a), (x, 0, 1)), (y, 0, 1))", "Abs(a) - a"),
        id="a factor taken out of an integral was lost beside the number zero",
    ),
    pytest.param(
        claim("integrate(exp(-x) + 0*log(2000 - a*x), (x, 0, oo))", "1 + Abs(a) + a"),
        id="far away a summand with the factor zero was not asked for its values",
    ),
    pytest.param(
        claim("integrate(log(exp(x)*log(a)**0)*exp(-x), (x, 0, oo))", "1 + a - Abs(a)"),
        id="a factor to the power of zero was lost when a logarithm was opened",
    ),
    pytest.param(
        claim("integrate(log(exp(0/a)*exp(x))*exp(-x), (x, 0, oo))", "1 + floor(1/(1 + a**2))"),
        id="what was multiplied by zero was lost when a logarithm was opened",
    ),
    pytest.param(
        claim("diff(sqrt(1/z), z)", "-1/(2*z*sqrt(z))", z="complex"),
        id="a derivative was taken on a branch cut, where there is none",
    ),
    pytest.param(
        claim(
            "diff(acosh(z), z)",
            "1/(sqrt(z - 1)*sqrt(z + 1)) + log(1/(z - 1)) + log(z - 1)",
            z="complex",
        ),
        id="acosh has a cut below 1, also between 0 and 1",
    ),
    pytest.param(
        claim("diff(li(z), z)", "1/log(z) + log(1/(z - 1)) + log(z - 1)", z="complex"),
        id="li has a cut below 1, also between 0 and 1",
    ),
    pytest.param(
        claim("sqrt(x**2)", "x", define=[("a", "x")], a="positive"),
        id="the domain of a name was forgotten when the name was defined",
    ),
    pytest.param(
        claim("psi0(a + 1) - psi1(a)", "1", a="positive"),
        id="a function that no table, definition or declaration knows was read as any function",
    ),
    pytest.param(
        claim("Sum(cosh(x)**(-k), (k, 0, oo))", "cosh(x)/(cosh(x) - 1)"),
        id="in a series a power of any function was taken for a power of e",
    ),
    pytest.param(
        claim("Sum(exp(x)**(-k), (k, 0, oo))", "1/(1 - exp(-x))"),
        id="the same for a power of an exponential",
    ),
    pytest.param(
        claim("Sum((k - 500)/((k - 500)*k**2), (k, 1, oo))", "0"),
        id="a factor that is zero at a late index was cancelled in the rest of a series",
    ),
    pytest.param(
        claim("diff(delta(x, 0), x)", "delta(x, 0)*0"), id="a Kronecker delta was taken for constant"
    ),
    pytest.param(
        claim("diff(delta(x, 0), x)", "delta(x, 0)"), id="a Kronecker delta was derived where it jumps"
    ),
    pytest.param(
        claim("f(1/x)", "3 + delta(x, 0)", define=[("f(u)", "3")]),
        id="an argument that a definition drops was forgotten, and with it where it has a value",
    ),
    pytest.param(
        claim("a + b", "2*a", assume=[("a", "=", "b")]), id="a hypothesis was ignored by the sampling"
    ),
    pytest.param(claim("Abs(a - b)", "b - a", assume=[("a", "<", "b")]), id="an inequality was ignored, too"),
]

# what the kernel must turn down, whoever brings it
FORGED = [
    pytest.param(
        claim("log(x*sin(y)**2)*0 + Abs(x)*(x - 1)", "-x*(x - 1)"),
        Proof(
            Rewriting(
                (
                    Lemma(
                        "meaning",
                        parse_plain("sin(y)"),
                        parse_plain("(exp(I*y) - exp(-(I*y)))/(2*I)"),
                    ),
                    Lemma("absolute", parse_plain("Abs(x)"), parse_plain("-x")),
                )
            ),
            point(x=1, y=1),
        ),
        id="the square of a complex factor was taken for positive: x*sin(y)**2 > 0 gave x < 0",
    ),
    pytest.param(
        claim("delta(z, 0)", "0", z=Domain("complex", nonzero=True)),
        Counterexample(point(z=0)),
        id="a complex symbol that is not zero was zero at the witness",
    ),
    pytest.param(
        claim("a + b", "2*a", assume=[("a", "=", "b")]),
        Counterexample(point(a=1, b=2)),
        id="a hypothesis does not hold at the witness",
    ),
]

TURNED_ROUND = "Sum(Sum((j**2 - k**2)/(j**2 + k**2)**2, ({}, 1, oo)), ({}, 1, oo))"
"""About -pi/4 if the sum over j is the inner one, about pi/4 if it is the outer one."""

FORGED.append(
    pytest.param(
        claim(
            f"Sum(m*{TURNED_ROUND.format('j', 'k')}, (m, 1, n - 1))",
            f"Sum(m*{TURNED_ROUND.format('k', 'j')}, (m, 1, n - 1))",
            n="posint",
        ),
        Proof(Rewriting(()), point(n=1)),
        id="two sums to infinity were exchanged",
    )
)
FORGED.append(
    pytest.param(
        Claim(Apply("Abs", (POWERS,)), "=", POWERS, Context()),
        by_a_complex_power(),
        id="a power with a symbol for its exponent was brought in, and taken for a real number",
    )
)

# and what is strange: an answer, no exception
STRANGE = [
    pytest.param(claim("f(2)", "4", define=[("f(2)", "4")]), id="a definition by a number"),
    pytest.param(
        claim("z**2", "1", z="complex", assume=[("Abs(z)", ">", "1")]), id="a hypothesis on complex numbers"
    ),
    pytest.param(claim("(gamma(x)**3)**(1/3)", "gamma(x)"), id="roots and recurrences of gamma in one table"),
]

# neighbours of the above that are right: mending must not have gone too far
STILL_PROVED = [
    claim(f"diff(g({ELEVEN}), x1, x11)", f"diff(g({ELEVEN}), x11, x1)", functions=("g",)),
    claim("diff(log(z), z)", "1/z", z="complex"),
    claim("diff(sin(I*x), x)", "I*cos(I*x)"),
    claim("diff(softplus(z), z)", "sigmoid(z)", z="complex"),
    claim("f(x, 2)", "x", define=[("f(u, v)", "u")]),
    claim("Sum(cosh(x)**(-k), (k, 0, oo))", "cosh(x)/(cosh(x) - 1)"),
    claim("Sum((x**2)**k/factorial(2*k), (k, 0, oo))", "cosh(x)"),
]


@pytest.mark.parametrize("stated", NOT_PROVED)
def test_it_is_not_proved(stated):
    assert decide(stated).status is not Status.PROVED


@pytest.mark.parametrize("stated", NOT_REFUTED)
def test_it_is_not_refuted(stated):
    assert decide(stated).status is not Status.REFUTED


@pytest.mark.parametrize(("stated", "certificate"), FORGED)
def test_it_is_turned_down(stated, certificate):
    with pytest.raises(CertificateError):
        judge(stated, certificate)


@pytest.mark.parametrize("stated", STRANGE)
def test_it_gets_an_answer(stated):
    assert decide(stated).status is not Status.PROVED or decide(stated).certificate is not None


@pytest.mark.parametrize("precision", [-1, 0, 1])
def test_a_certificate_with_a_senseless_precision_is_turned_down(precision):
    forged = Counterexample(point(x=1), precision)
    with pytest.raises(CertificateError):
        judge(claim("x", "x + 1"), forged)
    assert judge(claim("x", "x + 1"), replace(forged, precision=64)).status is Status.REFUTED


@pytest.mark.parametrize("stated", STILL_PROVED, ids=str)
def test_it_is_still_proved(stated):
    assert decide(stated).status is Status.PROVED
