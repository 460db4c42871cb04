"""Documents that go on to something else: what was defined of one thing is not put in for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.elaborate.prose.contrasts import passed_on
from verify_derivations.read.paths import read_paths


def last(text: str, folder: Path, name: str = "notes.md") -> str:
    """The verdict on the last statement of a document; what it is where it claims nothing."""
    path = folder / name
    path.write_text(text + "\n", encoding="utf-8")
    found = [*check_documents(read_paths([str(path)]), seconds=5).steps()][-1]
    return str(found.status or found.step.kind)


ANOTHER = [
    # what is claimed at the end is about something else than what was defined
    "Player 1 has payoff $u = x - x^2$. Player 2 has $\\frac{du}{dx} = 1 - 2x$.",
    "Firm A has cost $C = q^2$. Firm B is less efficient. Its marginal cost is $\\frac{dC}{dq} = 2q$.",
    "Model I: $y = ax$. Model II: $\\frac{dy}{dx} = a$.",
    "In Model 1, $y = ax + b$. In Model 2, we have $\\frac{dy}{dx} = a$.",
    "The encoder has $z = Wx$. In the decoder, $\\frac{\\partial z}{\\partial x} = W$.",
    "In one dimension $E = \\frac12 kx^2$. In two dimensions $2E = kx^2$.",
    "Let $L = x^2$ be the loss. With regularization, $\\frac{dL}{dx} = 2x$.",
    "The loss is $L = (y - wx)^2$. Adding a penalty, $\\frac{\\partial L}{\\partial w} = -2x(y - wx)$.",
    "损失为 $L = (y - wx)^2$。加上正则项后，$\\frac{\\partial L}{\\partial w} = -2x(y - wx)$。",
    "Let $\\sigma(z) = \\frac{1}{1 + e^{-z}}$. With tanh instead, "
    "$\\frac{d\\sigma}{dz} = \\sigma(z)(1 - \\sigma(z))$.",
    "Let $u = x^2$ in the first integral. In the second, $\\frac{du}{dx} = 2x$ where $u = \\log x$.",
    "Let $y = 3x$ be the first line. The second line has $\\frac{dy}{dx} = 3$.",
    "Initially $x = 0$. After the first step, $x = 1$. Then $x^2 = 0$.",
    "Let $S = 0$. For each $i$, add $i$ to $S$. Finally, $2S = 0$.",
    "Let $A = \\begin{pmatrix}1 & 2\\\\ 3 & 4\\end{pmatrix}$. Swapping the rows of $A$, $\\det A = -2$.",
    "In the linear case, $f(x) = ax$. In the nonlinear case $f(x + y) = f(x) + f(y)$.",
    "A first guess is $f(x) = x^2$. A better guess has $f(2) = 4$.",
    "Supply: $q = 2p$. Demand: $q = 10 - p$. Hence $\\frac{dq}{dp} = 2$.",
    "The demand is $q = 10 - p$. After the tax of $2$, $\\frac{dq}{dp} = -1$.",
    "Classically $E = \\frac12mv^2$. Relativistically, $\\frac{dE}{dv} = mv$.",
    "The original problem has $f(x) = x^2$. The dual problem has $f(2) = 4$.",
    "Let $T = 300$ (in kelvin). In Celsius, $T - 300 = 0 \\cdot 5$.",
    "We had $y = 2x$. The experiment shows otherwise. We have $y - x = x$.",
    "原假设下 $\\mu = 0$；备择假设下 $\\mu^2 = \\mu$。",
    "In units where $c = 1$, $E = m$. In SI units, $E = mc^3$.",
    "Let $n = 3$. Then $2^n = 8$. Now for larger $n$: $2^n = 8$.",
    "Let $a = b$. Then $a^2 = ab$. Let us relax this. Then $a^2 = ab$.",
    "Suppose $a = b$ for now. We have $a^2 = ab$. Next we allow them to differ. $a^2 = ab$.",
    "Let $a = 2$ and $b = 3$. Interchanging the roles, $b - a = 1$.",
    "Let $y = x^2$. Shifting it up by 3, we have $y - x^2 = 0 \\cdot x$.",
    "Let $f: [0, 1] \\to \\mathbb R$, $f(x) = x^2$. We extend $f$ as an even function. Then $f(3) = 9$.",
    "**Example.** Let $a = 2$. Then $a^2 = 4$.\n\n**Theorem.** $a^3 = 8$.",
    "### (a)\n\nLet $x = 2$. Then $x^2 = 4$.\n\n### (b)\n\nNow $x^3 = 8$.",
    "## Example 1\n\nLet $f(x) = x^2$.\n\n## Example 2\n\nThen $f(2) = 4$.",
]


@pytest.mark.parametrize("text", ANOTHER)
def test_of_something_else_nothing_is_proved_by_the_old_definition(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path) not in ("proved", "refuted")


SAME = [
    # what is still about the same
    "Let $L = x^2$ be the loss. Then $\\frac{dL}{dx} = 2x$.",
    "Let $f(x) = x^2$. In particular, $f(3) = 9$.",
    "We first put $f(x) = x^2$. Next, we compute $f'(x) = 2x$.",
    "Let $f(x) = x^3$. The first derivative is $f'(x) = 3x^2$. The second derivative is $f''(x) = 6x$.",
    "Let $f(x) = x^2$. Interchanging the order of integration, $f(2) = 4$.",
    "Let $y = ax + b$ with slope $a$ and bias $b$. With bias $b$ we have $\\frac{dy}{dx} = a$.",
    "In Section 1 we put $f(x) = x^2$. As in Section 2, $f(2) = 4$.",
    "Definition: $f(x) = x^2$. Proof: $f(2) = 4$.",
    "**Example.** Let $f(x) = x^2$. Then $f(2) = 4$.\n\nIn particular $f(3) = 9$.",
    "## Example 1\n\nLet $f(x) = x^2$.\n\n### Solution\n\nThen $f(2) = 4$.",
    "For the quadratic loss, let $C = a^2$. For the quadratic loss we have $\\frac{dC}{da} = 2a$.",
]


@pytest.mark.parametrize("text", SAME)
def test_of_the_same_thing_it_is(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path) == "proved"


def test_a_latex_example_is_over(tmp_path: Path) -> None:
    first = "\\begin{example} Let $a = 2$. Then $a^2 = 4$. \\end{example}"
    second = "\\begin{theorem} $a^3 = 8$. \\end{theorem}"
    text = f"\\documentclass{{article}}\\begin{{document}}\n{first}\n{second}\n\\end{{document}}"
    assert last(text, tmp_path, "paper.tex") == "not understood"


def test_a_matrix_of_another_shape_is_another_one(tmp_path: Path) -> None:
    small, large = (
        "\\begin{pmatrix} 0 & 1 \\\\ 0 & 0\\end{pmatrix}",
        "\\begin{pmatrix} 1 & 2 & 3\\end{pmatrix}",
    )
    text = f"The matrix $N = {small}$ is nilpotent. For a row we have $N = {large}$."
    assert last(text, tmp_path) == "not understood"


WHERE = [
    # what a document says, the verdict on its last statement
    ("Let $f(x) = x^2$ on $[0, 1)$, with period $1$. Then $f(3/2) = \\frac94$.", "not understood"),
    ("Let $f(x) = x^2$ on $[0, 1)$, extended periodically. Then $f(3/2) = \\frac14$.", "not understood"),
    ("On $[0, 1]$, let $f(x) = x^2$. Then $f(3) = 9$.", "not understood"),
    ("The density is $f(x) = 2x$ on $[0, 1]$. Then $\\int_0^2 f(x)\\,dx = 4$.", "not understood"),
    (
        "A wave has $s(t) = 1$ on $[0, T/2)$ and $s(t) = -1$ on $[T/2, T)$. Then $s(3T/4) = 1$.",
        "not understood",
    ),
    ("Let $T(x) = 0.1x$ up to $10000$, and more beyond. Then $T(20000) = 2000$.", "not understood"),
    (
        "Let $f$ be the even function with $f(x) = x^3$ on the positive axis. Then $f(-1) = 1$.",
        "not understood",
    ),
    ("Let $f(x) = x^2$ on $[0, 1]$. Then $f'(x) = 2x$.", "proved"),
    ("Let $f(x) = x^2$ on $[0, 1]$. Then $f(1/2) = \\frac14$.", "proved"),
    ("Let $f(x) = x^2$ on $[0, 1]$. Then $\\int_0^1 f(x)\\,dx = \\frac13$.", "proved"),
    ("Let $f(x) = x^2 + 1$ on $\\mathbb{R}$. Then $f(2) = 5$.", "proved"),
]


@pytest.mark.parametrize(("text", "verdict"), WHERE)
def test_a_function_has_values_where_it_is_defined(text: str, verdict: str, tmp_path: Path) -> None:
    assert last(text, tmp_path) == verdict


NOTATION = [
    "Let $w$ be a word of length $|w|$. Then $|ww| = 2|w|$.",
    "设字符串 $u$ 的长度为 $|u|$，则 $|u^2| = 2|u|$。",
    "Let $A$ have $n$ elements. Then $|2^A| = 2^{|A|}$.",
    "Let $\\{x\\} = x - [x]$ be the fractional part. Then $\\{3.7\\} = 0.7$.",
    "In the two-digit number, let $a = 4$ and $b = 2$. Then $ab = 42$.",
    "The truncated subtraction gives $3 - 5 = 0$.",
    "In IEEE arithmetic, $(a + b) + c = a + (b + c)$ fails.",
    "Let $A = \\begin{pmatrix}1 & 2\\\\3 & 4\\end{pmatrix}$. NumPy gives "
    "$A^2 = \\begin{pmatrix}1 & 4\\\\9 & 16\\end{pmatrix}$.",
]


@pytest.mark.parametrize("text", NOTATION)
def test_signs_mean_what_the_text_says(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path) == "not understood"


def test_the_words_are_told() -> None:
    assert passed_on("For a sphere we have $", "For a cylinder, $", value=False) == "a cylinder"
    assert passed_on("For a sphere we have $", "For example, $", value=False) == ""
    assert passed_on("Let $", "In general $", value=True) == "In general"
