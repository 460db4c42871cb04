"""What a section of a document takes over from those before it, and what it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

TWO_MEANINGS = r"""
# Least squares

With $X \in \mathbb{R}^{m\times n}$ and $y \in \mathbb{R}^m$,
$$(X w - y)^\top (X w - y) = w^\top X^\top X w - 2 y^\top X w + y^\top y.$$

# One example

The loss is
$$L(a, y) = -y \log a - (1 - y)\log(1 - a).$$
Hence
$$\frac{\partial L}{\partial a} = -\frac{y}{a} + RIGHT.$$
"""

SOFTMAX = r"""
Let $p_i = \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}}$. Then
$$\frac{\partial p_i}{\partial z_j} = p_i(\delta_{ij} - p_j).$$
With $L = -\sum_{k=1}^K y_k \log p_k$ and $\sum_k y_k = 1$,
$$\frac{\partial L}{\partial z_j} = RIGHT.$$
"""


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def verdicts(text: str, right: str) -> list[str]:
    Path("notes.md").write_text(text.replace("RIGHT", right), encoding="utf-8")
    report = check_documents(read_paths(["notes.md"]), seconds=5)
    return [str(result.status or result.step.kind) for result in report.steps()]


def test_a_vector_of_one_section_may_be_a_number_in_the_next() -> None:
    right, wrong = r"\frac{1-y}{1-a}", r"\frac{1+y}{1-a}"
    assert verdicts(TWO_MEANINGS, right) == ["proved", "definition", "proved"]
    # a reader cannot know that it is one, so nothing is said to be wrong
    assert verdicts(TWO_MEANINGS, wrong) == ["proved", "definition", "not understood"]


def test_within_a_section_a_vector_stays_one() -> None:
    one = TWO_MEANINGS.replace("# One example\n", "")
    assert verdicts(one, r"\frac{1-y}{1-a}")[-1] == "not understood"


def test_entries_that_are_defined_for_all_i_are_so_under_another_letter() -> None:
    assert verdicts(SOFTMAX, "p_j - y_j") == ["definition", "proved", "definition", "condition", "proved"]


def test_what_is_said_with_a_definition_is_assumed() -> None:
    without = SOFTMAX.replace(r" and $\sum_k y_k = 1$", "")
    assert verdicts(without, "p_j - y_j")[-1] == "not understood"
    assert verdicts(without, r"p_j \sum_{k=1}^K y_k - y_j")[-1] == "proved"


SYMMETRIC = [
    (r"Let $S \in \mathbb{R}^{n\times n}$ be symmetric.", "proved"),
    (r"Let $S \in \mathbb{R}^{n\times n}$ be a real symmetric positive definite matrix.", "proved"),
    (r"For a symmetric matrix $S \in \mathbb{R}^{n\times n}$ we look at it.", "proved"),
    (r"Let $S \in \mathbb{R}^{n\times n}$. Here $S$ is symmetric.", "proved"),
    (r"Let $S \in \mathbb{R}^{n\times n}$. If it were, $S$ is symmetric if $n = 1$.", "not understood"),
    (r"Let $S \in \mathbb{R}^{n\times n}$ be non-symmetric.", "not understood"),
    (r"For a non-symmetric matrix $S \in \mathbb{R}^{n\times n}$ we look at it.", "not understood"),
    (
        "Let $S \\in \\mathbb{R}^{n\\times n}$ be symmetric.\n\n# Another\n\n"
        "Let $S \\in \\mathbb{R}^{n\\times n}$.",
        "not understood",
    ),
]


NOT_SAID_SYMMETRIC = [
    "If $S$ is symmetric, then $f$ is convex. For general $S$ we find",
    "Suppose that $S$ is symmetric. Otherwise",
    "When $S$ is symmetric, care is needed.",
    "Whether $S$ is symmetric is open.",
    "We do not assume that $S$ is symmetric.",
    "Neither $f$ nor $S$ is symmetric.",
    "Unless, say, $S$ is symmetric, this is wrong.",
    "If it is normal, i.e. $S$ is symmetric, all is well.",
    "Since $S$ is symmetric for $n = 1$, we look at other sizes.",
    "Let $S$ be symmetric or orthogonal.",
    "Here $S$ is symmetric up to a sign.",
    "Take a skew-symmetric $S$.",
    "Let skew symmetric $S$ be given.",
    "For a not necessarily symmetric $S$ we find",
    "For symmetric $S$ this is so. For others",
]


@pytest.mark.parametrize("words", NOT_SAID_SYMMETRIC)
def test_what_is_said_of_a_case_or_denied_is_not_said_of_a_matrix(words: str) -> None:
    text = "Let $S \\in \\mathbb{R}^{n\\times n}$.\n\n" + words + "\n" + r"$$\nabla_u (u^\top S u) = RIGHT$$"
    assert verdicts(text, "2 S u")[-1] in ("refuted", "not understood")


@pytest.mark.parametrize(("words", "status"), SYMMETRIC)
def test_a_matrix_is_symmetric_if_the_words_beside_it_say_so(words: str, status: str) -> None:
    text = words + "\n" + r"$$\nabla_u (u^\top S u) = RIGHT$$"
    assert verdicts(text, "2 S u")[-1] == status
    assert verdicts(text, r"(S + S^\top) u")[-1] == "proved"


def test_for_something_a_function_is_defined_all_the_same() -> None:
    text = r"For this model, $\ell(p) = k \log p + (n-k)\log(1-p)$, so" + "\n$$\\ell'(p) = RIGHT$$"
    assert verdicts(text, r"\frac{k}{p} - \frac{n-k}{1-p}") == ["definition", "proved"]
    assert verdicts(text, r"\frac{k}{p} + \frac{n-k}{1-p}") == ["definition", "refuted"]


def test_a_case_in_which_a_function_vanishes_does_not_define_it() -> None:
    text = r"For $f(x) = 0$ there is nothing to do. Otherwise" + "\n$$2 f(x) = RIGHT$$"
    assert verdicts(text, "f(x)") == ["condition", "not understood"]


MEMBERS = r"""
For $x_i \in \mathbb{R}^d$, $i = 1, \dots, n$, let $p_i = \sigma(w^\top x_i)$ with
$\sigma(z) = 1/(1+e^{-z})$. Then
$$LEFT = RIGHT$$
"""

OF_MEMBERS = [
    (r"\sum_{i=1}^n p_i", r"\sum_{j=1}^n p_j", "proved"),
    (r"\sum_{i=1}^n p_i", "n p_1", "refuted"),  # ledger dev-70: x_i was one vector for all i
    (r"\sum_{j=1}^n \|x_j\|^2", r"\sum_{i=1}^n x_i^\top x_i", "proved"),
    (r"\sum_{j=1}^n \|x_j\|^2", r"\sum_{i=1}^n \sum_{k=1}^d x_{ik}^2", "proved"),
    (r"\frac{\partial}{\partial w_k} \sum_{i=1}^n w^\top x_i", r"\sum_{i=1}^n x_{ik}", "proved"),
    (r"\frac{\partial}{\partial w_k} \sum_{i=1}^n w^\top x_i", r"\sum_{i=1}^n x_{ki}", "not understood"),
]


@pytest.mark.parametrize(("left", "right", "status"), OF_MEMBERS)
def test_a_vector_with_an_index_that_runs_is_one_of_many(left: str, right: str, status: str) -> None:
    assert verdicts(MEMBERS.replace("LEFT", left), right) == ["definition", "definition", status]


NOTATION = r"""
# Notation

Let $A \in \mathbb{R}^{n\times n}$ and $x, y \in \mathbb{R}^n$. Then
$$A x + A y = A (x + y).$$

# Results

$$CLAIM$$
"""

OF_ARRAYS = [r"\sqrt{A^2} = |A|", r"\frac{A x}{x} = A", r"|x y| = |x| |y|"]


@pytest.mark.parametrize("claim", OF_ARRAYS)
def test_what_is_true_of_numbers_only_is_not_proved_of_arrays_of_an_earlier_section(claim: str) -> None:
    assert verdicts(NOTATION.replace("CLAIM", claim), "") == ["proved", "not understood"]


ERRORS = r"""
Let $\delta_{nk} = y_{nk} - t_{nk}$.

# Sums

$$ \sum_n \delta_{nk} x_n = x_k. $$
"""


def test_a_delta_that_the_document_defines_is_not_kronecker_s() -> None:
    assert verdicts(ERRORS, "") == ["definition", "not understood"]
    by_cases = r"\begin{cases} 1 & n = k \\ 0 & n \neq k \end{cases}"
    assert verdicts(ERRORS.replace("y_{nk} - t_{nk}", by_cases), "") == ["definition", "proved"]


POINTS = [
    # ledger dev-85: what stood behind the point was dropped
    (r"$$(x-1)^2 = x^2 - 2 . x + 1$$", ["not understood"]),
    (r"$$(x-1)^2 = x . (x - 2) + 1.$$", ["not understood"]),
    (r"$$x . (x - 2) + 1 = (x-1)^2.$$", ["not understood"]),
    # an end of a sentence
    (r"$$(x-1)^2 = x^2 - 2 x + 1.$$", ["proved"]),
    (r"$$(x-1)^2 = x^2 - 2 x + 1. \quad (x+1)^2 = x^2 + 2x + 1.$$", ["proved", "proved"]),
    (r"$$\sqrt{x^2} = x. \quad (x > 0)$$", ["proved"]),
]


@pytest.mark.parametrize(("text", "found"), POINTS)
def test_a_point_within_a_formula_parts_nothing(text: str, found: list[str]) -> None:
    assert verdicts(text, "") == found


@pytest.mark.parametrize(("digits", "status"), [("3.1416", "proved"), ("3.15", "refuted")])
def test_digits_of_a_constant_do_not_define_it(digits: str, status: str) -> None:
    assert verdicts("Here\n$$\\pi = RIGHT$$\nHence\n$$\\sin(2 \\pi) + x = x$$", digits) == [status, "proved"]


@pytest.mark.parametrize(
    ("formula", "status"),
    [
        (r"\int_0^1 x^2 \, dx = \frac12", "refuted"),
        (r"\int_0^1 x^2 \, dx = \frac13", "proved"),
        # over everything it may be an integral over the plane
        (r"\int_{-\infty}^{\infty} e^{-x^2/2} \, dx = 2\pi", "not understood"),
        ("x^2 + 1 = 2 x", "not understood"),
    ],
)
def test_the_variable_of_an_integral_is_no_array_of_an_earlier_section(formula: str, status: str) -> None:
    text = f"# Data\n\nLet $x \\in \\mathbb R^n$.\n\n# Integrals\n\nWe have\n\n$$ {formula} $$\n"
    Path("notes.md").write_text(text, encoding="utf-8")
    report = check_documents(read_paths(["notes.md"]), seconds=5)
    assert str([*report.steps()][-1].status) == status


def test_the_variable_of_an_integral_is_no_array_that_stands_below() -> None:
    text = "We have\n\n$$ \\int_0^1 x^2 \\, dx = \\frac12 $$\n\nLet $x \\in \\mathbb R^n$. "
    text += "Then $x^\\top x \\ge 0$.\n"
    Path("notes.md").write_text(text, encoding="utf-8")
    first, *_ = check_documents(read_paths(["notes.md"]), seconds=5).steps()
    assert str(first.status) == "refuted"


def test_a_vector_beside_the_variable_of_an_integral_is_asked_about() -> None:
    text = "We have\n\n$$ w \\int_0^1 x \\, dx = w^2 $$\n\nLet $x, w \\in \\mathbb R^n$. "
    text += "Then $x^\\top w = w^\\top x$.\n"
    Path("notes.md").write_text(text, encoding="utf-8")
    first, *_ = check_documents(read_paths(["notes.md"]), seconds=5).steps()
    assert first.verdict is not None
    assert "as it is transposed" in first.verdict.reason
