r"""Forms of matrix notation as LaTeX (`A^{\top} x`) and in the plain notation (`T(A)@x`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verify_derivations.term.arrays.matrix_form import Form, NoMatrixForm, Shapes, matrix_form
from verify_derivations.term.notation.latex import ATOM, POWER, PRODUCT, RELATIONS, SUM, bound_latex
from verify_derivations.term.notation.latex import latex as latex_of
from verify_derivations.term.notation.latex_names import array_latex
from verify_derivations.term.notation.layout import split_sign
from verify_derivations.term.notation.text import text as text_of
from verify_derivations.term.syntax.nodes import ONE, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute

Printed = tuple[str, int]
"""A formula, and how tightly its outermost operation binds: one of SUM to ATOM."""


def form_latex(form: Form) -> str:
    """The form as LaTeX."""
    return LATEX[form.kind](form)[0]


def form_text(form: Form) -> str:
    """The form in the plain notation."""
    return TEXT[form.kind](form)[0]


def _in_brackets(printed: Printed, level: int, left: str, right: str) -> str:
    out, own = printed
    return out if own >= level else f"{left}{out}{right}"


def _joined_with_signs(terms: list[str]) -> str:
    out = terms[0]
    for term in terms[1:]:
        out += f" - {term[1:]}" if term.startswith("-") else f" + {term}"
    return out


def _negative(form: Form) -> tuple[bool, tuple[Form, ...]]:
    """Whether the first factor has a minus sign, and the factors without it."""
    first, *rest = form.parts
    if first.kind != "number":
        return False, form.parts
    negative, size = split_sign(_term(first))
    if not negative:
        return False, form.parts
    return True, tuple(rest) if size is ONE else (Form("number", 0, term=size), *rest)


# ---- LaTeX -----------------------------------------------------------------------------------------
def _latex(form: Form, level: int) -> str:
    return _in_brackets(LATEX[form.kind](form), level, r"\left(", r"\right)")


def _latex_name(form: Form) -> Printed:
    out = array_latex(_name(form))
    return out, POWER if "^" in out else ATOM


def _latex_call(name: str) -> Callable[[Form], Printed]:
    return lambda form: (rf"{name}\left({_latex(form.parts[0], SUM)}\right)", ATOM)


def _latex_exponent(exponent: str) -> Callable[[Form], Printed]:
    return lambda form: (f"{_latex(form.parts[0], ATOM)}^{{{exponent}}}", POWER)


def _latex_product(form: Form) -> Printed:
    return " ".join(_latex(part, POWER) for part in form.parts), PRODUCT


def _latex_scaled(form: Form) -> Printed:
    negative, parts = _negative(form)
    out = " ".join(_latex(part, PRODUCT) for part in parts)
    return (f"-{out}", SUM) if negative else (out, PRODUCT)


def _latex_sum(form: Form) -> Printed:
    parts = [
        _latex(part, SUM if k == 0 or _is_signed(part) else PRODUCT) for k, part in enumerate(form.parts)
    ]
    return _joined_with_signs(parts), SUM


def _is_signed(form: Form) -> bool:
    if form.kind == "number":
        return isinstance(form.term, Number)
    return form.kind == "scaled" and LATEX["scaled"](form)[0].startswith("-") and _negative(form)[0]


def _latex_applied(form: Form) -> Printed:
    made = _term(form)
    if isinstance(made, Pow) and form.rank and made.base is Symbol("#0") and len(form.parts) == 1:
        base = _latex(form.parts[0], ATOM)
        return f"{base}^{{\\odot {latex_of(made.exponent)}}}", POWER
    shown = [_latex(part, SUM) for part in form.parts]
    if isinstance(made, Pow):  # what holds an exponent gets brackets there by itself
        shown = [s if "^" in s else _latex(part, ATOM) for s, part in zip(shown, form.parts, strict=True)]
    return bound_latex(_filled(made, [f"{{{s}}}" for s in shown]))


def _rows(form: Form, shown: list[str]) -> list[list[str]]:
    columns = int(str(text_of(_term(form))))
    return [shown[k : k + columns] for k in range(0, len(shown), columns)]


def _latex_written(form: Form) -> Printed:
    rows = r" \\ ".join(" & ".join(row) for row in _rows(form, [_latex(part, SUM) for part in form.parts]))
    return rf"\begin{{pmatrix}}{rows}\end{{pmatrix}}", ATOM


def _text_written(form: Form) -> Printed:
    rows = [", ".join(row) for row in _rows(form, [_text(part, SUM) for part in form.parts])]
    inside = ", ".join(rows) if form.rank == 1 else ", ".join(f"[{row}]" for row in rows)
    return f"[{inside}]", ATOM


LATEX: dict[str, Callable[[Form], Printed]] = {
    "name": _latex_name,
    "number": lambda form: bound_latex(_term(form)),
    "identity": lambda form: (f"I_{{{latex_of(_term(form))}}}", ATOM),
    "ones": lambda form: (r"\mathbf{1}", ATOM),
    "transposed": _latex_exponent(r"\top"),
    "inverse": _latex_exponent("-1"),
    "diagonal": _latex_call(r"\operatorname{diag}"),
    "trace": _latex_call(r"\operatorname{tr}"),
    "determinant": _latex_call(r"\det"),
    "total": lambda form: (rf"\mathbf{{1}}^{{\top}} {_latex(form.parts[0], POWER)}", PRODUCT),
    "product": _latex_product,
    "hadamard": lambda form: (r" \odot ".join(_latex(part, POWER) for part in form.parts), PRODUCT),
    "scaled": _latex_scaled,
    "sum": _latex_sum,
    "applied": _latex_applied,
    "written": _latex_written,
}
"""How each kind of form is written in LaTeX."""


# ---- the plain notation ----------------------------------------------------------------------------
def _text(form: Form, level: int) -> str:
    return _in_brackets(TEXT[form.kind](form), level, "(", ")")


def _text_call(name: str) -> Callable[[Form], Printed]:
    return lambda form: (f"{name}({_text(form.parts[0], SUM)})", ATOM)


def _text_transposed(form: Form) -> Printed:
    """A vector has one axis there, and is a row or a column as it is needed."""
    return TEXT[form.parts[0].kind](form.parts[0]) if form.rank == 1 else _text_call("T")(form)


def _text_product(form: Form) -> Printed:
    """A product; of a column and a row, the outer product of what stands before and after."""
    for k, part in enumerate(form.parts[:-1], start=1):
        row = form.parts[k]
        if part.rank == 1 and part.kind != "transposed" and row.rank == 1 and row.kind == "transposed":
            return f"outer({_text_line(form.parts[:k])}, {_text_line(form.parts[k:])})", ATOM
    return _text_line(form.parts), PRODUCT if len(form.parts) > 1 else ATOM


def _text_line(parts: tuple[Form, ...]) -> str:
    return "@".join(_text(part, POWER) for part in parts) if len(parts) > 1 else _text(parts[0], SUM)


def _text_scaled(form: Form) -> Printed:
    negative, parts = _negative(form)
    out = "*".join(_text(part, POWER) for part in parts)
    return (f"-{out}", SUM) if negative else (out, PRODUCT)


def _text_sum(form: Form) -> Printed:
    levels = (SUM if k == 0 or _is_signed(part) else PRODUCT for k, part in enumerate(form.parts))
    parts = [_text(part, level) for part, level in zip(form.parts, levels, strict=True)]
    return _joined_with_signs(parts), SUM


def _text_applied(form: Form) -> Printed:
    made = _term(form)
    power = isinstance(made, Pow)
    out = text_of(made)
    for k, part in enumerate(form.parts):
        out = out.replace(f"#{k}", _text(part, ATOM if power else SUM))
    return out, PRODUCT if power else ATOM


def _text_number(form: Form) -> Printed:
    out = text_of(_term(form))
    return out, ATOM if out.replace("_", "").isalnum() else SUM


TEXT: dict[str, Callable[[Form], Printed]] = {
    "name": lambda form: (_name(form), ATOM),
    "number": _text_number,
    "identity": lambda form: (f"eye({text_of(_term(form))})", ATOM),
    "ones": lambda form: (f"ones({text_of(_term(form))})", ATOM),
    "transposed": _text_transposed,
    "inverse": _text_call("inv"),
    "diagonal": _text_call("diag"),
    "trace": _text_call("tr"),
    "determinant": _text_call("det"),
    "total": _text_call("sum"),
    "product": _text_product,
    "hadamard": lambda form: ("*".join(_text(part, POWER) for part in form.parts), PRODUCT),
    "scaled": _text_scaled,
    "sum": _text_sum,
    "applied": _text_applied,
    "written": _text_written,
}
"""How each kind of form is written in the plain notation."""


def _term(form: Form) -> Term:
    if form.term is None:
        raise KeyError(form.kind)
    return form.term


def _name(form: Form) -> str:
    term = _term(form)
    return term.name if isinstance(term, Symbol) else ""


def _filled(term: Term, shown: list[str]) -> Term:
    """The term with names in its slots that are printed so."""
    return substitute(term, {f"#{k}": Symbol(latex) for k, latex in enumerate(shown)})


def written_relation(
    sides: tuple[Term, str, Term], indices: Sequence[tuple[str, Term]], shapes: Shapes
) -> str | None:
    """A relation between arrays, some of them written out, as LaTeX; None where none is."""
    lhs, relation, rhs = sides
    try:
        forms = [matrix_form(side, indices, shapes) for side in (lhs, rhs)]
    except NoMatrixForm:
        return None
    if not any(form.holds("written") for form in forms):
        return None
    return f"{form_latex(forms[0])} {RELATIONS.get(relation, relation)} {form_latex(forms[1])}"


__all__ = ["form_latex", "form_text", "written_relation"]
