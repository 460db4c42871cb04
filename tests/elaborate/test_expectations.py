"""Expectations, variances and covariances, in LaTeX records and in documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.answers import answer_record
from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

# what linearity gives, for any law
PROVED = [
    (r"\mathrm{E}[aX+b]", r"a\mathrm{E}[X]+b"),
    (r"\mathbb{E}[X] + \mathbb{E}[Y]", r"\mathbb{E}[Y + X]"),
    (r"\operatorname{E}\{2X\}", r"2 \operatorname{E}[X]"),
    (r"\mathrm{Var}(X)", r"\mathrm{E}[X^2] - \mathrm{E}[X]^2"),
    (r"\mathrm{Var}(aX+b)", r"a^2 \mathrm{Var}(X)"),
    (r"\mathrm{Cov}(X, Y)", r"\mathrm{E}[YX] - \mathrm{E}[X] \mathrm{E}[Y]"),
    (r"\mathrm{Cov}(X, X)", r"\mathrm{Var}(X)"),
    (r"\mathrm{Cov}(aX, b + Y)", r"a \mathrm{Cov}(Y, X)"),
    (r"\mathrm{Var}(X - Y)", r"\mathrm{Var}(X) + \mathrm{Var}(Y) - 2 \mathrm{Cov}(X, Y)"),
    (r"\mathrm{E}\left[\sum_{i=1}^n X_i\right]", r"\sum_{i=1}^n \mathrm{E}[X_i]"),
    (r"\mathrm{E}[\mathrm{E}[X]]", r"\mathrm{E}[X]"),
    (r"\mathbb{E}_z[a g(z) + h(z)]", r"a \mathbb{E}_z[g(z)] + \mathbb{E}_z[h(z)]"),
    (r"\mathrm{E}[e^{X + b}]", r"e^b \mathrm{E}[e^X]"),
    (r"\mathbb{E}_{x \sim p}[f(x) + c]", r"\mathbb{E}_{x \sim p}[f(x)] + c"),
]

# what is false, needs more than is said, or is no equation between numbers
LEFT_OPEN = [
    (r"\mathrm{E}[XY]", r"\mathrm{E}[X]\mathrm{E}[Y]", "distributed as the text says"),
    (r"\mathrm{Var}(aX)", r"a \mathrm{Var}(X)", "distributed as the text says"),
    (r"\mathrm{Var}(X + Y)", r"\mathrm{Var}(X) + \mathrm{Var}(Y)", "distributed as the text says"),
    (r"\mathrm{E}[X^2]", r"\mathrm{E}[X]^2", "distributed as the text says"),
    (r"\mathrm{E}[X]", "X", "X is random, and stands outside"),
    (r"\mathrm{E}[X^2]", r"X \mathrm{E}[X]", "X is random, and stands outside"),
    (r"\mathrm{E}[x^2]", r"x \mathrm{E}[x]", "x is random, and stands outside"),
    (
        r"\mathrm{E}[w x] + \mathrm{E}[w]",
        r"w \mathrm{E}[x] + \mathrm{E}[w]",
        "w is random, and stands outside",
    ),
    (r"\mathbb{E}_z[z x]", r"z \mathbb{E}_z[x z]", "z is random, and stands outside"),
    (r"\mathrm{E}[a]", "a", "a is random, and stands outside"),
    (r"\mathrm{E}[a b]", "a b", "nothing says what is random"),
    (r"\mathrm{E}[X|Y]", r"\mathrm{E}[X]", "a condition"),
    (r"\mathbb{E}_x[\mathbb{E}_z[f(x, z)]]", r"\mathbb{E}_z[\mathbb{E}_x[f(x, z)]]", "over something else"),
    (r"\sum_{i=1}^n \mathbb{E}_{z}[f(z)]", r"n \mathbb{E}_{z}[f(z)]", "may depend on an index"),
    (r"\mathbb{E}_z[x]", r"\mathbb{E}_y[x]", "is not taken over it"),
    # infinitely many expectations
    (r"\frac{d}{dt} \mathrm{E}[e^{tX}]", r"\mathrm{E}[X e^{tX}]", "beside a derivative"),
    (r"\int_0^1 \mathrm{E}[t X] dt", r"\mathrm{E}[X] / 2", "beside a derivative"),
    (
        r"\mathrm{E}\left[\sum_{k=0}^{\infty} X^k\right]",
        r"\sum_{k=0}^{\infty} \mathrm{E}[X^k]",
        "without end",
    ),
    (r"\lim_{t \to 0} \mathrm{E}[e^{tX}]", "1", "limit"),
    (r"\mathbb{E}_\theta[\theta X]", r"X \mathbb{E}_\theta[\theta]", "X is random, and this expectation"),
    # an energy, an error, an electric field, an elliptic integral
    (r"\mathbf{E}(2x)", r"2 \mathbf{E}(x)", "an expectation is not read yet"),
    (r"\mathrm{E}(2k)", r"2 \mathrm{E}(k)", "an expectation is not read yet"),
    ("E(w + v)", "E(w) + E(v)", "an expectation is not read yet"),
    ("E[w + v]", "E[w] + E[v]", "an expectation is not read yet"),
    (r"\mathrm{E}^2[X]", r"\mathrm{E}[X]^2", "a power between an expectation and its brackets"),
]


@pytest.mark.parametrize(("lhs", "rhs"), PROVED)
def test_what_linearity_gives_is_proved(lhs: str, rhs: str) -> None:
    assert answer_record({"syntax": "latex", "lhs": lhs, "rhs": rhs}, 10)["status"] == "proved"


@pytest.mark.parametrize(("lhs", "rhs", "reason"), LEFT_OPEN)
def test_what_needs_more_is_not_understood(lhs: str, rhs: str, reason: str) -> None:
    answer = answer_record({"syntax": "latex", "lhs": lhs, "rhs": rhs}, 10)
    assert (answer["status"], reason in answer["reason"]) == ("not understood", True), answer["reason"]


def test_parameters_of_a_function_are_not_random() -> None:
    generating = r"M(t) = \mathrm{E}[e^{tX}]"
    for rhs, status in ((r"\mathrm{E}[e^{2X}]", "proved"), ("M(1)", "not understood")):
        record = {"syntax": "latex", "lhs": "M(2)", "rhs": rhs, "let": [generating]}
        assert answer_record(record, 10)["status"] == status


def test_what_is_differentiated_by_a_prime_is_not_read() -> None:
    record = {
        "syntax": "latex",
        "lhs": "M'(0)",
        "rhs": r"\mathrm{E}[X]",
        "let": [r"M(t) = \mathrm{E}[e^{tX}]"],
    }
    answer = answer_record(record, 10)
    assert (answer["status"], "beside a derivative" in answer["reason"]) == ("not understood", True)


def test_what_is_defined_by_something_random_is_random() -> None:
    scaled = {"syntax": "latex", "let": [r"\mu = \mathrm{E}[X]", r"Z = X - \mu"]}
    assert answer_record({**scaled, "lhs": r"\mathrm{E}[Z]", "rhs": "0"}, 10)["status"] == "proved"
    assert (
        answer_record({**scaled, "lhs": r"\mathrm{E}[c Z]", "rhs": "c Z"}, 10)["status"] == "not understood"
    )
    hidden = {"syntax": "latex", "let": ["g(t) = t X"], "lhs": r"\mathrm{E}[g(1) + X]"}
    assert answer_record({**hidden, "rhs": r"g(1) + \mathrm{E}[X]"}, 10)["status"] == "not understood"


# ---- documents ---------------------------------------------------------------------------------------------
@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def last(text: str) -> str:
    Path("notes.md").write_text(text, encoding="utf-8")
    report = check_documents(read_paths(["notes.md"]), seconds=5)
    return str(list(report.steps())[-1].status)


SCALED = r"$$\mathrm{Var}(aX) = a^2 \mathrm{Var}(X).$$"
DOCUMENTS = [
    ("Let $X$ be a random variable and $a$ a number. Then\n" + SCALED, "proved"),
    # the text says that the factor is random as well
    ("Let $X$ and $a$ be independent random variables. Then\n" + SCALED, "not understood"),
    ("Let $a$ and $X$ be random. Then\n" + SCALED, "not understood"),
    ("For a random $a$,\n" + SCALED, "not understood"),
    (r"With $a \sim \mathcal{N}(0, 1)$," + "\n" + SCALED, "not understood"),
    (r"$$\mathrm{E}[a] = 3$$" + "\n\n" + SCALED, "not understood"),
    # variances of data have n - 1 below the line
    (
        "The sample variance is taken.\n" + r"$$\mathrm{Var}(X) = \mathrm{E}[X^2] - \mathrm{E}[X]^2.$$",
        "not understood",
    ),
    # E[...] is an expectation where the text is about such things
    ("The expected value is linear:\n$$E[X + Y] = E[X] + E[Y].$$", "proved"),
    ("The mean squared error is a functional:\n$$E[u + v] = E[u] + E[v].$$", "not understood"),
    ("The random variable has a mean:\n$$\\mathrm{E}(2X) = 2 \\mathrm{E}(X).$$", "proved"),
    ("The energy is a functional:\n$$E[u + v] = E[u] + E[v].$$", "not understood"),
    # nothing that the text says of X makes a wrong line right, but a reader cannot know that
    ("Let $X$ be a random variable.\n$$\\mathrm{E}[2X] = 3 \\mathrm{E}[X].$$", "not understood"),
    (
        "Let $X$ and $Y$ be independent.\n$$\\mathrm{E}[XY] = \\mathrm{E}[X] \\mathrm{E}[Y].$$",
        "not understood",
    ),
]


@pytest.mark.parametrize(("text", "status"), DOCUMENTS)
def test_what_a_document_says_is_random_is_so(text: str, status: str) -> None:
    assert last(text) == status


def test_an_expectation_is_no_factor_because_square_brackets_stand_elsewhere() -> None:
    text = "$$ S = \\mathrm{E}[Y] + \\mathrm{E}(X^2) = \\mathrm{E}[Y] + X \\mathrm{E}(X). $$"
    assert last(text) == "not understood"


def test_a_head_before_a_sign_with_a_note_is_not_lost() -> None:
    text = "$$ x + x = 2x $$\n\n$$ \\begin{split} 5 y &\\overset{(1)}{=} 3x - x \\end{split} $$"
    assert last(text) == "not understood"  # 5y is no 2x, and may be what the line defines
    assert last(text.replace("5 y", "2x")) == "proved"


def test_an_upright_function_with_an_exponent_is_no_quotient() -> None:
    answer = answer_record({"syntax": "latex", "lhs": r"\mathrm{B}^{-1}(x) \mathrm{B}", "rhs": "x"}, 10)
    assert (answer["status"], "an inverse function" in answer["reason"]) == ("not understood", True)


MAY_DEPEND = [
    # ledger dev-130
    (r"Let $y = x^2$.", r"\mathbb{E}_{x}[x y] = y \mathbb{E}_{x}[x]"),
    (r"Let $x$ be uniform and $y = f(x)$.", r"\mathbb{E}_{x}[x y] = y \mathbb{E}_{x}[x]"),
    (r"Let $g(x) = x Z$.", r"\mathrm{E}[g(X)] \mathrm{E}[X^2] = \mathrm{E}[X] \mathrm{E}[X g(X)]"),
    (r"Let $g(x) = x z$.", r"\mathrm{E}[g(X)] \mathrm{E}[X^2] = \mathrm{E}[X] \mathrm{E}[X g(X)]"),
    (r"A Gamma prior is put on $\lambda$.", r"\mathrm{Var}(\lambda + X) = \mathrm{Var}(X)"),
    (r"The expectation value of the energy is a functional.", r"E[2\rho] = 2 E[\rho]"),
]


@pytest.mark.parametrize(("words", "formula"), MAY_DEPEND)
def test_what_may_depend_on_what_is_random_is_no_constant(words: str, formula: str) -> None:
    assert last(f"{words} Then\n$${formula}$$") == "not understood"
