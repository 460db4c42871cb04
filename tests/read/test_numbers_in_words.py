"""Numbers that words declare: kind, domain and scope are those of what formulas declare."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


def steps(text: str, folder: Path) -> list[StepResult]:
    path = folder / "notes.md"
    path.write_text(text + "\n", encoding="utf-8")
    return [*check_documents(read_paths([str(path)]), seconds=5).steps()]


def last(text: str, folder: Path) -> str:
    """The verdict on the last statement of a document; what it is where it claims nothing."""
    found = steps(text, folder)[-1]
    return str(found.status or found.step.kind)


DECLARED = [
    # a document, the verdict on what it states last
    (r"Let $n$ be a positive integer. Then $$\sum_{k=1}^n k = \frac{n(n+1)}{2}.$$", "proved"),
    (r"Let $n$ be a positive integer. Then $$\sum_{k=1}^n k = \frac{n(n-1)}{2}.$$", "refuted"),
    (r"Let $n$ be an integer. Then $(-1)^{2n} = 1$.", "proved"),
    (r"Let $x$ be a positive real number. Then $$\sqrt{x^2} = x.$$", "proved"),
    (r"Let $x$ be a real number. Then $$\sqrt{x^2} = x.$$", "refuted"),
    (r"Let $x$ be a negative real number. Then $$\sqrt{x^2} = -x.$$", "proved"),
    (r"Let $x$ be a non-negative real number. Then $\sqrt{x}^2 = x$.", "proved"),
    (r"Let $x$ be positive. Then $\sqrt{x^2} = x$.", "proved"),
    (r"Suppose that $x$ is negative. Then $\sqrt{x^2} = -x$.", "proved"),
    (r"Here $n$ denotes a positive integer. We have $|n| = n$.", "proved"),
    (r"Given a positive integer $n$, we have $|n| = n$.", "proved"),
    (r"Fix a positive integer $n$. We have $|n| = n$.", "proved"),
    (r"Let $n \geq 1$ be an integer. Then $|n| = n$.", "proved"),
    (r"Let $p$ be a prime. Then $|p| = p$.", "proved"),
    (r"Let $z$ be a complex number. Then $|z|^2 = z^2$.", "refuted"),
    (r"Let $n$ be a positive integer. Then $n! = n (n-1)!$.", "proved"),
    (r"Let $n$ be a nonnegative integer. Then $\int_0^\infty x^n e^{-x} dx = n!$.", "proved"),
    (r"Let $n$ be a positive integer. Then $$\sum_{k=0}^n \binom{n}{k} = 2^n.$$", "proved"),
    # several
    (r"Let $n$ be a positive integer and $x$ a real number. Then $|n x| = n |x|$.", "proved"),
    (r"Let $n$ be a positive integer and $x$ a real number. Then $|n x| = n x$.", "refuted"),
    (r"Let $n$ be a positive integer and let $x$ be a positive real number. Then $|nx| = nx$.", "proved"),
    (r"Let $a, b, c$ be positive reals. Then $$|abc| = abc.$$", "proved"),
    (r"Let $a$, $b$ be positive reals. Then $$\frac{a+b}{2} \geq \sqrt{ab}.$$", "proved"),
    (r"Let $a$, $b$ be positive reals. Then $$\frac{a+b}{2} \leq \sqrt{ab}.$$", "refuted"),
    (r"With $n, m$ positive integers, $$|nm| = nm.$$", "proved"),
    (r"Let $n$ be a positive integer and $m$ a negative one. Then $|nm| = -nm$.", "proved"),
    # for all of them
    (r"For every natural number $n$ we have $|n| = n$.", "proved"),
    (r"For every integer $n$ we have $|n| = n$.", "refuted"),
    (r"For every natural number $n$, $$2^n > n.$$", "proved"),
    (r"We have $2^n > n$ for every natural number $n$.", "proved"),
    (r"We have $|n| = n$ for every integer $n$.", "refuted"),
    (r"We have $$|n| = n$$ for every positive integer $n$.", "proved"),
    ("We have\n\n$$|n| = n$$\n\nfor every positive integer $n$.", "proved"),
    (r"We have $$|n| = n$$ where $n$ is a nonnegative integer.", "proved"),
    (r"We have $$|n| = n$$ where $n$ is a negative integer.", "refuted"),
    (r"For any positive real numbers $a$ and $b$, $$\log(ab) = \log a + \log b.$$", "proved"),
    (r"For any positive real numbers $a$ and $b$, $$\sqrt{a+b} = \sqrt{a}+\sqrt{b}.$$", "refuted"),
    (r"For $n$ a positive integer, $$\sin(n\pi) = 0.$$", "proved"),
    (r"For $n$ a positive integer, $$\cos(n\pi) = 1.$$", "refuted"),
    (r"For every positive integer $n$ and every real $x$ we have $|nx| = nx$.", "refuted"),
    (r"For all integers $m$ and $n$, $$|m n| = |m| |n|.$$", "proved"),
    # in Chinese
    (r"设 $n$ 为正整数。则 $$|n| = n.$$", "proved"),
    (r"对任意自然数 $n$，有 $$|n| = n.$$", "proved"),
    (r"对任意整数 $n$，有 $|n| = n$。", "refuted"),
    (r"令 $x$ 为正实数，则 $$\sqrt{x^2} = x.$$", "proved"),
    (r"设 $x$ 为实数，则 $$\sqrt{x^2} = x.$$", "refuted"),
    (r"我们有 $$|k| = k,$$ 其中 $k$ 是非负整数。", "proved"),
    (r"设 $a$ 和 $b$ 都是正实数，则 $$\sqrt{ab} = \sqrt{a}\sqrt{b}.$$", "proved"),
]


@pytest.mark.parametrize(("text", "status"), DECLARED)
def test_what_words_declare_is_declared(text: str, status: str, tmp_path: Path) -> None:
    assert last(text, tmp_path) == status


NARROWED = [
    # words say more than the domain: what holds everywhere is proved, a counterexample may not be meant
    (r"Let $n$ be an odd integer. Then $(-1)^{2n} = 1$.", "proved"),
    (r"Let $n$ be an odd integer. Then $(-1)^n = -1$.", "not understood"),
    (r"Let $n$ be an even integer. Then $(-1)^n = 1$.", "not understood"),
    (r"Let $p$ be a prime number. Then $|p-2| = p-2$.", "not understood"),
    (r"Let $n$ be a positive integer divisible by 3. Then $|n - 2| = n - 2$.", "not understood"),
    (r"Let $n$ be a large positive integer. Then $|n - 2| = n - 2$.", "not understood"),
    (r"Let $a$ and $b$ be distinct positive reals. Then $\frac{|a - b|}{a - b} = 1$.", "not understood"),
    # natural numbers begin with 0 or 1, whole ones may be integers, probabilities may be 0
    (r"Let $n$ be a natural number. Then $|n - 1| = n - 1$.", "not understood"),
    (r"Let $n \in \mathbb{N}$. Then $|n - 1| = n - 1$.", "not understood"),
    (r"Let $n$ be a natural number. Then $(n - 2)^2 = n^2 + 4$.", "refuted"),
    (r"Let $n$ be a whole number. Then $|n| = n$.", "not understood"),
    (r"Let $n$ be a whole number. Then $|n| = -n$.", "refuted"),
    (r"$p$ is a probability. Then $(1 + p)^2 = 1 + p^2$.", "refuted"),
]


@pytest.mark.parametrize(("text", "status"), NARROWED)
def test_words_that_say_more_than_a_domain_withhold_refutations(
    text: str, status: str, tmp_path: Path
) -> None:
    assert last(text, tmp_path) == status


NO_DECLARATIONS = [
    # denied, asked, one of several cases, or something else
    r"Let $n$ not be a positive integer. Then $|n| = n$.",
    r"Suppose $n$ is either a positive integer or zero. Then $|n| = n$.",
    r"Let $n$ be a positive integer or zero. Then $|n| = n$.",
    r"Unless $n$ is a positive integer, $|n| = n$.",
    r"Is $n$ a positive integer? We have $|n| = n$.",
    r"Let $n$ be an integer multiple of $\pi$. Then $\sin(2 n) + 1 = 1$.",
    r"Let $A$ be real and symmetric. Then $|A| = A$.",
    # a case ends with its paragraph
    "If $n$ is a positive integer, then $|n| = n$.\n\nIn all cases we have $|n| = n$.",
    "# A\n\nIf $n$ is a positive integer, then $|n| = n$.\n\n# B\n\nWe have $|n| = n$.",
]


@pytest.mark.parametrize("text", NO_DECLARATIONS)
def test_what_is_no_declaration_is_none(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path) == "not understood"


AGAIN = [
    # what is said anew of a name takes the place of what was said before
    ("# A\n\nLet $x$ be a positive real. Then $|x| = x$.\n\n# B\n\nLet $x$ be a negative real. Then", "-x"),
    ("# A\n\nLet $x$ be positive. Then $|x| = x$.\n\n# B\n\nLet $x$ be negative. Then", "-x"),
    ("# A\n\nLet $x > 0$. Then $|x| = x$.\n\n# B\n\nLet $x < 0$. Then", "-x"),  # ledger dev-253
    ("If $x$ is positive, then $|x| = x$. If $x$ is negative, then", "-x"),
    ("Let $x$ be positive. Here $x$ is a real number. Suppose $x < 5$. Then", "x"),
    ("Let $x > 0$ with $x \\in \\mathbb{R}$. Then", "x"),  # ledger dev-254
]


@pytest.mark.parametrize(("text", "value"), AGAIN)
def test_names_are_declared_anew(text: str, value: str, tmp_path: Path) -> None:
    assert last(f"{text} $|x| = {value}$.", tmp_path) == "proved"


def test_a_declaration_anew_frees_the_name(tmp_path: Path) -> None:
    before = "# A\n\nLet $n$ be a positive integer. Then $|n| = n$."
    assert last(f"{before}\n\n# B\n\nLet $n$ be an integer. Then $|n| = n$.", tmp_path) == "not understood"


ANEW = [
    # ledger dev-256
    ("Let $x \\geq 0$. Then $|x| = x$. Let $x \\leq 0$. Then $|x| = x$.", "not understood"),
    ("# A\n\nLet $x > 0$. Then $|x| = x$.\n\n# B\n\nLet $x < 5$. Then $|x| = x$.", "not understood"),
    ("Let $x > 0$. Let $x < 5$. Then $|x| = x$.", "proved"),
]


@pytest.mark.parametrize(("text", "status"), ANEW)
def test_a_comparison_of_another_section_is_over(text: str, status: str, tmp_path: Path) -> None:
    assert last(text, tmp_path) == status


SOME = [
    # ledger dev-255: it is said of one of them
    r"There is a positive integer $n$ with $|n-5| = n-5$.",
    r"For some positive integer $n$ we have $|n-1| = n$.",
    r"For some $x > 0$, we have $|x-2| = x$.",
    r"There exists $n \in \mathbb{N}$ with $|n-5| = n-5$.",
    r"存在正整数 $n$，有 $|n-5| = n-5$。",
]


@pytest.mark.parametrize("text", SOME)
def test_what_is_said_of_some_numbers_is_not_refuted_by_others(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path) == "not understood"


def test_the_place_is_told(tmp_path: Path) -> None:
    found = steps("We begin.\n\nLet $n$ be a positive integer. Then $|n| = n$.", tmp_path)[-1]
    assert found.step.remarks == ('n >= 1, integer, understood from line 3: "positive integer"',)


def test_a_paper_in_latex(tmp_path: Path) -> None:
    path = tmp_path / "paper.tex"
    path.write_text(
        "\\documentclass{article}\\begin{document}\nLet $n$ be a positive\ninteger, and let~$x$ be a "
        "positive real number. Then\n\\[ |n x| = n x. \\]\n\\end{document}\n",
        encoding="utf-8",
    )
    assert [str(step.status) for step in check_documents(read_paths([str(path)])).steps()] == ["proved"]


SAID_LATER = [
    # more is said of what is declared, by words or by formulas
    r"Let $n \in \mathbb{Z}$. If $n$ is even, then",
    r"Let $n$ be an integer. Since $n$ is even,",
    r"Let $n \in \mathbb{Z}$. Since $n$ is even, we have",
    r"Let $n$ be a positive integer. If it is even, we have",
    r"Let $n$ be an even positive integer. Then",
    r"Let $n$ be a positive integer, which is even. Then",
    r"Let $n$ be a positive integer. For even $n$ we have",
]


@pytest.mark.parametrize("words", SAID_LATER)
def test_what_is_said_of_some_integers_later_is_heard(words: str, tmp_path: Path) -> None:
    assert last(f"{words} $(-1)^n n = n$.", tmp_path) == "not understood"
    assert last(f"{words} $(-1)^{{2n}} n = n$.", tmp_path) == "proved"
