r"""Expressions at a point and between two: what is put in for which name, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from verify_derivations import verify

VERDICTS: list[tuple[str, str, str]] = [
    # between two bounds, for the name of the differentials or the only name there is
    (r"\int_0^1 x e^x \, dx", r"\left[ x e^x \right]_0^1 - \int_0^1 e^x\,dx", "proved"),
    (r"\int_0^1 x e^x \, dx", r"x e^x \Big|_0^1 - \int_0^1 e^x\,dx", "proved"),
    (r"\int_0^\pi \sin x\,dx", r"[-\cos x]_{0}^{\pi}", "proved"),
    (r"\int_0^\pi \sin x\,dx", r"[\cos x]_{0}^{\pi}", "refuted"),
    (r"\int_a^b x\,dx", r"\left. \frac{x^2}{2} \right|_a^b", "proved"),
    (r"\int_a^b x\,dx", r"\frac{x^2}{2} \Big|_{x=b}^{x=a}", "refuted"),
    (r"\int_a^b x\,dx", r"\frac{x^2}{2} \bigg|_{x=a}^b", "proved"),
    (r"\int_0^\infty e^{-x}\,dx", r"[-e^{-x}]_0^\infty", "proved"),
    # a bar behind a sum
    (r"\int_0^1 (x + x^2)\,dx", r"\frac{x^2}{2} + \frac{x^3}{3} \Big|_0^1", "proved"),
    (r"\int_0^1 (1 + x)\,dx", r"1 + \frac{x^2}{2} \Big|_0^1", "not understood"),
    # at a point; a derivative is taken before
    (r"(a + b)|_{a=1}", r"1 + b", "proved"),
    (r"\left.\frac{d}{dx} x^3\right|_{x=2}", r"12", "proved"),
    (r"\frac{d}{dx} e^{2x} \bigg|_{x=0}", r"1", "refuted"),
    (r"\left.\frac{\partial}{\partial x} (x^2 y)\right|_{x=1, y=2}", r"4", "proved"),
    (r"\sum_{k=1}^3 x^k\Big|_{x=1}", r"3", "proved"),
    # where there is no derivative, nothing is said
    (r"\frac{d}{dx} |x| \bigg|_{x=0}", r"0", "vacuous"),
]


@pytest.mark.parametrize(("lhs", "rhs", "status"), VERDICTS)
def test_a_value_at_a_point_or_between_two(lhs: str, rhs: str, status: str) -> None:
    assert verify(lhs, rhs, syntax="latex").status.value == status


LET = {"let": [("g", "x^2"), ("f(t)", "t + 1")]}

REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("[x y]_0^1", {}, "for which name the bounds are put in is not printed"),
    (r"\left. x \right|_0", {}, "by which name this is taken is not printed"),
    (r"g|_{x=2}", LET, "how g depends on x is not seen here"),
    (r"f(x)|_{x=2}", {"let": [("f(t)", "t + x")]}, "how f depends on x is not seen here"),
    (r"(\int x\,dx)|_{x=2}", {}, "an integral without bounds"),
    (r"\sum_{i=1}^3 \left.\frac{d}{dx} x^i\right|_{x=2}", {}, "a derivative at a point, under a sum"),
]


@pytest.mark.parametrize(("latex", "known", "reason"), REFUSED)
def test_what_does_not_say_what_is_put_in_is_refused(latex: str, known: dict[str, Any], reason: str) -> None:
    verdict = verify(latex, "1", syntax="latex", **known)
    assert (verdict.status.value, reason in verdict.reason) == ("not understood", True), verdict.reason


def test_a_subscript_of_brackets_is_an_index_where_they_hold_a_vector() -> None:
    symbols = {"x": {"shape": ["n"]}, "y": {"shape": ["n"]}}
    assert verify("[x + y]_i", "y_i + x_i", syntax="latex", symbols=symbols).status.value == "proved"
