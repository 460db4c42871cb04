"""Formulas in the page and in the LaTeX file: converted where it is sure, shown as typed where it is not."""

from __future__ import annotations

import pytest
from sample_reports import HOSTILE

from verify_derivations.render.latex import formula
from verify_derivations.render.mathml import mathml, nesting
from verify_derivations.render.texmath import compilable
from verify_derivations.render.textext import tex_text


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{\partial J}{\partial \theta_j}",
        r"a = b \label{eq:1} \tag{1}",
        r"\begin{align*} a &= b \\ c &= d \nonumber \end{align*}",
        r"\begin{split} a &= b \end{split}",
        r"\begin{alignat}{2} a &= b \end{alignat}",
        r"\begin{eqnarray} a &=& b \end{eqnarray}",
        r"\begin{gather} a \\ b \end{gather}",
        r"\begin{matrix} a \cr b \end{matrix}",
        r"\mbox{if } x \Arrowvert y",
        r"a &= b \\ &= c",
        r"\widetilde{abc}",
        r"\text{其中} \hat y",
        "θ − Σ",
    ],
)
def test_formulas_of_real_documents_are_converted(tex):
    assert mathml(tex).startswith("<math>")


def test_brackets_grow_only_where_something_tall_is_in_them():
    assert mathml(r"f{\left(z,\theta \right)}") == mathml(r"f{(z,\theta)}")
    assert mathml(r"f\left(\frac{1}{2}\right)") != mathml(r"f(\frac{1}{2})")
    assert mathml(r"\left(\left(z\right) + \sum_i x_i\right)").count('stretchy="false"') == 2


@pytest.mark.parametrize("tex", [r"\frac{a", r"\href{javascript:1}{a}", r"\begin{cases} a", "x^a^b", ""])
def test_what_is_no_formula_is_shown_as_typed(tex):
    assert mathml(tex).startswith('<code class="tex">')


@pytest.mark.parametrize("tex", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_escapes_into_the_page(tex):
    shown = mathml(tex, display=True)
    assert "<script" not in shown
    assert "<img" not in shown


@pytest.mark.parametrize(
    "piece", [r"\frac1", r"\hat ", r"\sqrt[3]", "x^{", r"\left(", r"\begin{matrix}", "{"]
)
def test_nesting_that_would_end_the_process_is_not_converted(piece):
    tex = piece * 30_000
    assert nesting(tex) >= 30_000
    assert mathml(tex).startswith("<code")


@pytest.mark.timeout(5)
@pytest.mark.parametrize("start", [r"\left(", r"\label{", r"\text{", r"\hspace{", r"\operatorname{"])
@pytest.mark.parametrize("piece", [r"\alpha", "a ", r"\left(", r"\, ", "{", r"\label{", "'", "x_"])
def test_no_formula_takes_long_to_refuse(start, piece):
    tex = start + piece * 8000
    assert mathml(tex).startswith("<code")
    assert compilable(tex) is None


def test_a_formula_cannot_define_commands():
    bomb = r"\def\a{\hat\hat\hat\hat}\def\b{\a\a\a\a}\b\b x"
    assert mathml(bomb).startswith("<code")


@pytest.mark.parametrize(
    "tex",
    [
        r"\sum_{i=1}^m \left( h_\theta(x^{(i)}) - y^{(i)} \right) x_j^{(i)}",
        r"\theta^\mathrm{T} x",
        r"\operatorname*{arg\,max}_x f'(x)",
        r"\begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{else} \end{cases}",
        r"\begin{align} a &= b \end{align}",
        r"\left\lbrace 0, 1 \right\rbrace",
        r"\lim\limits_{x \to 0} \frac 1 x",
        r"\sqrt[3]{x}",
    ],
)
def test_ordinary_formulas_are_given_to_tex(tex):
    assert compilable(tex) is not None


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{a}{b",
        r"a } b {",
        r"\input{secret}",
        r"\undefinedcommand",
        r"\left( a",
        r"\left a \right b",
        r"\text{a_b}",
        r"\text{\alpha}",
        "a % b",
        "a\n\nb",
        "#1",
        "$x$",
        r"x\limits_a",
        r"\hat\frac12",
        r"x_\cdots",
        r"\begin{verbatim}a\end{verbatim}",
        r"\end{document}",
        "",
    ],
)
def test_what_tex_might_not_take_is_not_given_to_it(tex):
    assert compilable(tex) is None
    assert formula(tex).startswith(r"\vdverbatim{")


def test_text_of_any_script_is_ascii_outside_its_own_command():
    text = tex_text("naïve Ångström — “θ ≤ ½” — 因此梯度 Привет 😀 100% #1 \\x{y}")
    assert r"\vdscript{因此梯度}{CJK: 4}" in text
    assert r"\vdscript{Привет}{Cyrillic: 6}" in text
    assert r"100\% \#1 \textbackslash{}x\{y\}" in text
    outside = text
    for foreign in ("因此梯度", "Привет", "😀"):
        outside = outside.replace(foreign, "")
    assert outside.isascii()
