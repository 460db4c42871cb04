"""What the parser makes of LaTeX: the tree as printed, nothing about meaning."""

from __future__ import annotations

import pytest

from verify_derivations.parse import parse
from verify_derivations.parse.tree import (
    Accent,
    Chain,
    Digits,
    Empty,
    Fenced,
    Fraction,
    Grid,
    Letter,
    Listing,
    Mark,
    Node,
    Postfix,
    Product,
    Root,
    Scripts,
    Separator,
    Sum,
    Text,
    children,
    nodes,
)


def shown(node: Node | None) -> str:
    """A tree in one line: products in braces, sums in round brackets, chains in angle brackets."""
    match node:
        case None | Empty():
            return "_"
        case Digits(text) | Letter(text) | Mark(text):
            return text
        case Text(text):
            return f'"{text}"'
        case Accent(command, body):
            return f"{command}<{shown(body)}>"
        case Scripts(base, sub, sup, primes):
            below = "" if sub is None else f"_<{shown(sub)}>"
            return shown(base) + "'" * primes + below + ("" if sup is None else f"^<{shown(sup)}>")
        case Postfix(body, operator):
            return shown(body) + operator
        case Fenced(left, body, right):
            return f"{left}{shown(body)}{right}"
        case Fraction(command, top, bottom):
            return f"{command}<{shown(top)}><{shown(bottom)}>"
        case Root(radicand, degree):
            return f"root<{shown(degree)}><{shown(radicand)}>"
        case Grid(name, rows):
            return f"{name}[{'; '.join(' & '.join(map(shown, row)) for row in rows)}]"
        case Product(parts):
            return "{" + " ".join(sign + shown(part) for sign, part in parts) + "}"
        case Sum(parts):
            return "(" + " ".join(sign + shown(part) for sign, part in parts) + ")"
        case Chain(members, relations):
            links = (f" {r.name} {shown(m)}" for r, m in zip(relations, members[1:], strict=True))
            return f"<{shown(members[0])}{''.join(links)}>"
        case Separator(kind):
            return f" [{kind}] "
        case Listing(items):
            return "".join(map(shown, items))
    raise TypeError(node)


TREES = [
    # side by side, signs, precedence
    (r"a + b c - d", "(a +{b c} -d)"),
    (r"-a \cdot -b", "(-{a .(-b)})"),
    (r"2x/y", "{2 x /y}"),
    (r"a \times b \odot c", "{a xb odotc}"),
    (r"{g}_{k} + x", "(g_<k> +x)"),
    (r"n! = n(n-1)!", "<n! = {n ((n -1))!}>"),
    # commands and their arguments
    (r"\frac12 x", r"{\frac<1><2> x}"),
    (r"\frac 1 m", r"\frac<1><m>"),
    (r"\frac{a+b}{c}", r"\frac<(a +b)><c>"),
    (r"{n \choose k} p", r"{\choose<n><k> p}"),
    (r"x + {a + b \over 2 c}", r"(x +\over<(a +b)><{2 c}>)"),
    (r"\left( a \over b \right)^2", r"(\over<a><b>)^<2>"),
    (r"\sum_{i=1 \atop i \ne j} a_i", r"{\sum_<\atop<<i = 1>><<i != j>>> a_<i>}"),
    (r"\sqrt[3]{x}", "root<3><x>"),
    (r"\hat{\beta}_1", r"\hat<\beta>_<1>"),
    (r"{\bf w}^T x", r"{\mathbf<w>^<T> x}"),
    (r"\mathrm{Var}(X)", '{"Var" (X)}'),
    (r"\operatorname*{arg\,max}_x", '"arg max"_<x>'),
    (r"\textcolor{red}{x} + \color{blue} y", "(x +y)"),
    (r"\log x", r"{\log x}"),
    (r"ln(\bar y)", r'{"ln" (\bar<y>)}'),
    (r"e^{-z}", "e^<(-z)>"),
    # scripts
    (r"x_i^2", "x_<i>^<2>"),
    (r"x^{(i)}_j", "x_<j>^<(i)>"),
    (r"\sigma '(z)", r"{\sigma' (z)}"),
    (r"\sigma ^{'}(z)", r"{\sigma' (z)}"),
    (r"f''(x)", "{f'' (x)}"),
    (r"f^{\prime\prime}", "f''"),
    (r"a^*", "a^<*>"),
    (r"f(\cdot)", "{f (.)}"),
    # brackets and bars
    (r"\left(\frac{a}{b}\right)^2", r"(\frac<a><b>)^<2>"),
    (r"[0, 1)", "[0 [,] 1)"),
    (r"|x||y|", "{|x| |y|}"),
    (r"P(A|B)", "{P (A [|] B)}"),
    (r"E[|X| | Y]", "{E [|X| [|] Y]}"),
    (r"\|x\|_2", r"\|x\|_<2>"),
    (r"||x||", r"\|x\|"),
    (r"||x|-|y||", "|(|x| -|y|)|"),
    (r"\mathrm{KL}(P||Q)", r'{"KL" (P [\|] Q)}'),
    (r"f(x)|_{x=0}", "{f (x) |_<<x = 0>>}"),
    (r"\left. x^2 \right|_0^1", ".x^<2>|_<0>^<1>"),
    (r"\lfloor x \rfloor", r"\lfloorx\rfloor"),
    # relations
    (r"a = b \le c", "<a = b <= c>"),
    (r"= b", "<_ = b>"),
    (r"a \not= b", "<a != b>"),
    (r"x \stackrel{\triangle}{=} y", "<x = y>"),
    (r"\overset{(a)}{=} b", "<_ = b>"),
    (r"a &\overset{(a)}{=} b \\ &\stackrel{x}{<} c", "<a = b < c>"),
    (r"x := y", "<x := y>"),
    (r"w \leftarrow w - 1", "<w <- (w -1)>"),
    (r"x \xrightarrow[a]{b} y", "<x -> y>"),
    # several statements
    (r"y = x^2, \quad x > 0", "<y = x^<2>> [,] <x > 0>"),
    (r"a = b \quad c = d", "<a = b> [quad] <c = d>"),
    (r"y = x \text{ if } x > 0", "<y = x> [text] <x > 0>"),
    (r"\frac{dL}{da}和\frac{da}{dz}", r"\frac<{d L}><{d a}> [text] \frac<{d a}><{d z}>"),
    (r"x_{\text{max}}", 'x_<"max">'),
    # lines
    (r"\begin{aligned} a &= b \\ &= c \end{aligned}", "<a = b = c>"),
    (r"\begin{aligned} a &= b \\ &\quad + c \end{aligned}", "<a = (b +c)>"),
    (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", r"<a = b> [\\] <c = d>"),
    (r"\begin{align} a &= b & c &= d \end{align}", "<a = b> [&] <c = d>"),
    (r"\begin{eqnarray} a &=& b \\ &=& c \end{eqnarray}", "<a = b = c>"),
    (r"a = b \\ -c = d", r"<a = b> [\\] <(-c) = d>"),
    (r"a = (b \\ + c)", "<a = ((b +c))>"),
    (r"\left( a \right. \\ \left. + b \right)", "((a +b))"),
    (r"\begin{array}{rcl} a &=& b \\ &=& c \end{array}", "<a = b = c>"),
    (r"\begin{bmatrix} a & b \\ c & d \\ \end{bmatrix}", "bmatrix[a & b; c & d]"),
    (
        r"\left\{\begin{array}{ll} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{array}\right.",
        r"\{array[x & _ [text] <x > 0>; 0 & _ [text] _].",
    ),
    (r"\sum_{\substack{i=1 \\ i \ne j}} a_i", r"{\sum_<\substack<<i = 1> [\\] <i != j>>> a_<i>}"),
    # what is not mathematics
    ("x % a remark\n + y", "(x +y)"),
    (r"x \label{eq:x} = y \tag{1}", "<x = y>"),
    (r"\displaystyle x \, y \nonumber", "{x y}"),
    ("x\u200b − λ", "(x -λ)"),
]


@pytest.mark.parametrize(("latex", "tree"), TREES, ids=[latex for latex, _ in TREES])
def test_a_formula_becomes_the_tree_of_what_is_printed(latex: str, tree: str) -> None:
    assert shown(parse(latex).root) == tree


def test_labels_and_tags_are_kept_with_their_places() -> None:
    formula = parse(r"x = y \label{eq:a} \tag{3}")
    assert [(label.command, label.text, label.start) for label in formula.labels] == [
        ("\\label", "eq:a", 6),
        ("\\tag", "3", 19),
    ]


PLACES = [
    (r"a + \frac{b}{c} d", Fraction, r"\frac{b}{c}"),
    (r"a + {b \over c} d", Fraction, r"{b \over c}"),
    (r"a + x_i^{(2)} d", Scripts, r"x_i^{(2)}"),
    (r"y = \left(a + b\right) c", Fenced, r"\left(a + b\right)"),
    (r"y = \left(a + b\right) c", Sum, "a + b"),
    (r"y = 2 \hat{x} + 1", Accent, r"\hat{x}"),
    (r"y = \begin{matrix} a \end{matrix}", Grid, r"\begin{matrix} a \end{matrix}"),
    (r"1 + \sqrt[3]{x}", Root, r"\sqrt[3]{x}"),
]


@pytest.mark.parametrize(("latex", "kind", "text"), PLACES)
def test_a_node_knows_its_place(latex: str, kind: type, text: str) -> None:
    found = [latex[node.start : node.end] for node in nodes(parse(latex).root) if isinstance(node, kind)]
    assert found == [text]


@pytest.mark.parametrize("latex", [latex for latex, _ in TREES])
def test_a_node_lies_within_the_node_around_it(latex: str) -> None:
    for node in nodes(parse(latex).root):
        assert 0 <= node.start <= node.end <= len(latex)
        for child in children(node):
            assert isinstance(child, Empty) or node.start <= child.start <= child.end <= node.end
