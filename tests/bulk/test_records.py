"""A claim record is read as it is meant, or turned down with the reason; nothing in it is passed over."""

from __future__ import annotations

import json
from typing import Any

import pytest

from verify_derivations.answers import answer_line, verdict_of_record
from verify_derivations.model import Status
from verify_derivations.read.records import LABELS, RecordError, read_record
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import DOMAINS, Domain

ILL, NOT, OPEN = Status.ILL_FORMED, Status.NOT_UNDERSTOOD, Status.UNDECIDED


def record(**fields: Any) -> dict[str, Any]:
    return {"lhs": "x", "rhs": "x", **fields}


def test_the_fields_of_a_scalar_record() -> None:
    claim = read_record(
        record(
            id="r1",
            syntax="plain",
            lhs="diff(f(a), z)",
            relation="=",
            rhs="f1(a)*a*(1 - a)",
            symbols={"z": {"domain": "real", "shape": [], "assume": []}, "y": "positive"},
            indices={},
            let=[["a", "sigmoid(z)"]],
            given=[["x", "y"]],
            functions=["f", "f1", "f2"],
            sizes="",
        )
    )
    assert claim.lhs is parse_plain("diff(f(a), z)")
    assert claim.rhs is parse_plain("g(a)*a*(1 - a)".replace("g", "f1"), ["f"])
    assert claim.context.domain("y") is DOMAINS["positive"]
    assert [(d.head, d.body) for d in claim.context.definitions] == [
        (parse_plain("a"), parse_plain("sigmoid(z)"))
    ]
    assert [(c.lhs, c.relation, c.rhs) for c in claim.context.assumptions] == [
        (parse_plain("x"), "=", parse_plain("y"))
    ]


@pytest.mark.parametrize("label", LABELS)
def test_labels_change_nothing(label: str) -> None:
    assert (
        read_record(record(**{label: False})) == read_record(record(**{label: True})) == read_record(record())
    )


@pytest.mark.parametrize(
    ("given", "domain"),
    [
        (["x > 0"], Domain(lower=DOMAINS["positive"].lower)),
        (["0 < x < 1"], DOMAINS["unit"]),
        ([["x", ">=", "0"]], DOMAINS["nonnegative"]),
        ([["1/2 - 1/2", "<=", "x"]], DOMAINS["nonnegative"]),
        (["x != 0"], DOMAINS["nonzero"]),
        (["x > -1", "1 > x"], DOMAINS["sym1"]),
        ([], DOMAINS["real"]),
    ],
)
def test_a_bound_narrows_the_domain(given: list[Any], domain: Domain) -> None:
    claim = read_record(record(given=given))
    assert (claim.context.domain("x"), claim.context.assumptions) == (domain, ())


@pytest.mark.parametrize("given", [["x < y"], [["x + y", "1"]], ["x != 1"], [["x", "=", "2"]]])
def test_what_is_no_bound_stays_an_assumption(given: list[Any]) -> None:
    claim = read_record(record(given=given))
    assert (claim.context.domain("x"), len(claim.context.assumptions)) == (DOMAINS["real"], 1)


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"lsh": "x"}, NOT, 'no field "lsh"'),
        ({"syntax": "sympy"}, NOT, "sympy"),
        ({"relation": "~"}, NOT, "relation"),
        ({"lhs": 3}, ILL, '"lhs" is a number'),
        ({"lhs": "x +"}, NOT, "lhs: the text ends too early"),
        ({"rhs": "x ^ 2"}, NOT, "a power is written"),
        ({"symbols": {"x": {"domain": "quaternion"}}}, NOT, "quaternion"),
        ({"symbols": {"x": {"domian": "real"}}}, NOT, "domian"),
        ({"symbols": {"A": {"shape": ["n", 0]}}}, NOT, "a size is a name or a whole number from 1"),
        ({"symbols": {"A": {"shape": "n"}}}, NOT, "is a list of sizes"),
        ({"symbols": {"A": {"shape": ["n"], "assume": ["nice"]}}}, NOT, "what may be assumed is a list of"),
        ({"symbols": {"A": {"shape": ["n", "m"], "assume": ["sym"]}}}, ILL, "is no square matrix"),
        ({"symbols": {"E": {"domain": "positive"}}}, NOT, "constant of the notation"),
        ({"symbols": []}, ILL, '"symbols" is a list'),
        ({"indices": {"i": "m*m"}}, NOT, "a size is a name or a whole number from 1"),
        ({"sizes": "n"}, NOT, "is no comparison"),
        ({"lhs": "A @ B"}, NOT, "nothing here is declared to be an array"),
        ({"lhs": "det(A)"}, NOT, "nothing here is declared to be one"),
        ({"lhs": "f(x) + f", "functions": ["f"]}, ILL, "f is used both as a function and as a number"),
        ({"lhs": "x(x + 1)"}, ILL, "x is used both as a function and as a number"),
        ({"lhs": "f(1)", "symbols": {"f": {}}}, ILL, "f is used both as a function and as a number"),
        ({"lhs": "gamma*gamma(x)"}, ILL, "gamma is used both as a function and as a number"),
        ({"lhs": "foo(x)"}, NOT, "nothing is known about the function foo"),
        ({"lhs": "foo1(x)"}, NOT, "nothing is known about the function foo1"),
        ({"functions": ["sin"]}, NOT, "sin is a known function"),
        ({"functions": [1]}, ILL, '"functions" is a list of names'),
        ({"lhs": "sin(x, x)"}, ILL, "sin takes 1 argument, not 2"),
        ({"lhs": "f(x) + f(x, x)", "functions": ["f"]}, ILL, "f takes 1 argument, not 2"),
        ({"lhs": "f1(x, x)", "functions": ["f"]}, NOT, "f1 is the derivative of f and takes one argument"),
        ({"lhs": "1/0"}, ILL, "divides by zero"),
        ({"lhs": "x/(1/2 - 2**-1)"}, ILL, "divides by zero"),
        ({"let": [["a", "1/0"]]}, ILL, "divides by zero"),
        ({"let": [["a", "1"], ["a", "2"]]}, ILL, "a is defined twice"),
        ({"let": [["a + 1", "1"]]}, ILL, "cannot be defined"),
        ({"let": [["a"]]}, ILL, "list of pairs"),
        ({"given": [["x"]]}, ILL, '"given" is a list of pairs'),
        ({"given": ["x"]}, NOT, "no comparison"),
        ({"given": ["x > 0"], "symbols": {"x": "complex"}}, ILL, "complex"),
        ({"lhs": "Sum(k, (k, 1, n)) + k"}, ILL, "k is the index of a sum"),
        ({"lhs": "(" * 1000 + "x" + ")" * 1000}, OPEN, "budget"),
        ({"lhs": "sin(" * 1000 + "x" + ")" * 1000}, OPEN, "budget"),
        ({"lhs": "x" + "+1" * 600_000}, OPEN, "budget"),
        ({"lhs": "9" * 5000}, OPEN, "budget"),
    ],
    ids=str,
)
def test_what_is_no_claim_is_turned_down_with_the_reason(
    fields: dict[str, Any], status: Status, words: str
) -> None:
    with pytest.raises(RecordError) as raised:
        read_record(record(**fields))
    assert raised.value.status is status
    assert words in raised.value.message
    assert len(raised.value.message) < 300


@pytest.mark.parametrize("side", ["integrate(t, (t, 0, x)) + t", "Sum(k, (k, 1, n)) + Product(k, (k, 1, n))"])
def test_a_name_may_be_bound_here_and_free_there_where_that_is_usual(side: str) -> None:
    assert read_record(record(lhs=side))


@pytest.mark.parametrize("value", [None, 1, "x", [], True])
def test_what_is_no_object_is_no_record(value: object) -> None:
    with pytest.raises(RecordError, match="a record is a JSON object"):
        read_record(value)


@pytest.mark.parametrize("side", ["lhs", "rhs"])
def test_a_side_may_not_be_missing(side: str) -> None:
    fields = record()
    del fields[side]
    with pytest.raises(RecordError, match=f'no "{side}"'):
        read_record(fields)


IMAGINARY = [
    # a record, what is said of it
    ({"lhs": "exp(i*x)", "rhs": "cos(x) + i*sin(x)"}, "not understood"),
    ({"lhs": "exp(i*x)", "rhs": "cos(x) + i*sin(x)", "symbols": {"i": {}}}, "refuted"),
    ({"lhs": "exp(I*x)", "rhs": "cos(x) + I*sin(x)"}, "proved"),
    ({"lhs": "i**2", "relation": ">=", "rhs": "0"}, "not understood"),
    ({"lhs": "2*i + i", "rhs": "3*i"}, "proved"),
    ({"lhs": "2*i + i", "rhs": "4*i"}, "refuted"),
    ({"lhs": "Sum(i, (i, 1, 3))", "rhs": "6"}, "proved"),
    ({"lhs": "Abs(z)**2", "rhs": "x**2 + y**2", "let": [["z", "x + i*y"]]}, "not understood"),
    ({"lhs": "z**2", "rhs": "-1", "given": [["z", "i"]]}, "not understood"),
    (
        {"lhs": "exp(i*(x + y))", "rhs": "cos(x + y) + i*sin(x + y)", "given": ["x + y > 0"]},
        "not understood",
    ),
    ({"lhs": "i", "rhs": "x", "let": [["i", "x"]]}, "proved"),
    ({"lhs": "g(2)", "rhs": "5", "let": [["g(i)", "i**2"]]}, "refuted"),
    ({"lhs": "i**2", "rhs": "-1", "given": ["i >= 1"]}, "refuted"),
    ({"lhs": "i**2", "rhs": "-1", "given": ["i <= n"]}, "refuted"),
]


@pytest.mark.parametrize(("record", "status"), IMAGINARY)
def test_a_free_i_of_which_nothing_is_said_may_be_the_imaginary_unit(record, status):
    verdict = verdict_of_record(record, 5.0)
    assert verdict.status == status
    assert ("the imaginary unit" in verdict.reason) == (status == "not understood")


LETTERS = [
    # a record, what is said of it
    ({"lhs": "e**(x + 1)", "rhs": "exp(x + 1)"}, "not understood"),
    ({"lhs": "e**(x + 1)", "rhs": "exp(x + 1)", "symbols": {"e": {}}}, "refuted"),
    ({"lhs": "e**(x + 1)", "rhs": "exp(x + 1)", "given": ["e > 0"]}, "refuted"),
    ({"lhs": "E**(x + 1)", "rhs": "exp(x + 1)"}, "proved"),
    ({"lhs": "e**(i*x)", "rhs": "cos(x) + i*sin(x)"}, "not understood"),
    ({"lhs": "e*c", "rhs": "c*e"}, "proved"),
    ({"lhs": "e + 1", "rhs": "e"}, "refuted"),
    ({"lhs": "exp(j*x)", "rhs": "cos(x) + j*sin(x)"}, "not understood"),
    ({"lhs": "(a + j)**2", "rhs": "a**2 + 2*a*j + j**2"}, "proved"),
    ({"lhs": "diff(i**2, i)", "rhs": "2*i"}, "proved"),
    ({"lhs": "diff(e**2, e) + j", "rhs": "2*e + j"}, "proved"),
]


@pytest.mark.parametrize(("record", "status"), LETTERS)
def test_free_letters_of_which_nothing_is_said_may_be_numbers(record, status):
    verdict = verdict_of_record(record, 5.0)
    assert verdict.status == status
    assert ("declare which is meant" in verdict.reason) == (status == "not understood")


LINES = [
    (b'{"lhs": "x"\n', "column 12"),
    (b'{"lhs": "x",, "rhs": "x"}\n', "column 13"),
    (b'{"id": NaN, "lhs": "x", "rhs": "x"}\n', "there is no number NaN"),
]


@pytest.mark.parametrize(("line", "words"), LINES)
def test_a_line_that_is_no_json_says_where(line, words):
    malformed, text = answer_line((1, line), 5.0)
    assert malformed
    assert words in json.loads(text)["reason"]
