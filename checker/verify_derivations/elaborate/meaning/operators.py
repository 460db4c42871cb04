r"""Operators on arrays: traces, determinants, diagonals, softmax, norms, gradients by \nabla_x."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from verify_derivations.elaborate.meaning.calls import is_call, listed
from verify_derivations.elaborate.meaning.costs import differentiated_by
from verify_derivations.elaborate.meaning.derivatives import derived_by, run_end
from verify_derivations.elaborate.meaning.matrices import column
from verify_derivations.elaborate.meaning.partials import partial, refuse_held
from verify_derivations.elaborate.meaning.transposes import transposed_expression
from verify_derivations.elaborate.notation.names import (
    base_name,
    is_transpose,
    plain,
    quantity,
    script_text,
    scripted_name,
)
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.tables import (
    ARRAY_OPERATORS,
    FUNCTION_NAMES,
    LIMITS,
    NABLA,
    OPERATORS,
    PROBABILITY,
    SUMS,
)
from verify_derivations.elaborate.notation.trouble import NotRead, ill_formed
from verify_derivations.elaborate.notation.usage import in_brackets, is_norm, operator_word
from verify_derivations.elaborate.notation.values import not_square, number
from verify_derivations.parse.tree import Digits, Empty, Fenced, Letter, Listing, Node, Scripts, Text
from verify_derivations.term.arrays import array as arrays
from verify_derivations.term.arrays.array import Array, ShapeError, scalar
from verify_derivations.term.syntax.nodes import HALF, Apply, Derivative, Entry, Pow, Symbol

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Parts = tuple[tuple[str, Node], ...]


def operator(reading: Elaborator, part: Node, parts: Parts, k: int) -> tuple[Array, int] | None:
    """An operator on arrays with what it is applied to."""
    word = operator_word(part)
    if word is None or f"\\mathrm{{{word}}}" in {*reading.scope.functions, *reading.scope.defined}:
        return None
    if k + 1 == len(parts) or parts[k + 1][0] != "":
        raise NotRead(f"{word} has nothing that it is applied to", part)
    following = plain(parts[k + 1][1])
    brackets = following.base if isinstance(following, Scripts) else following
    if isinstance(brackets, Fenced) and brackets.left in ("(", "[", "\\{"):
        value = _applied(reading, word, _argument(reading, brackets), part)
        return with_scripts(reading, value, following), k + 2
    end = k + 2
    while end < len(parts) and parts[end][0] == "" and not operator_word(parts[end][1]):
        end += 1
    called = plain(parts[k + 2][1]) if end > k + 2 else None
    called = called.base if isinstance(called, Scripts) else called
    if isinstance(called, Fenced) and is_call(reading, parts[k + 1][1], called):
        value, end = reading.factor(parts, k + 1)
        if end < len(parts) and parts[end][0] == "" and not operator_word(parts[end][1]):
            raise NotRead(f"it is open how far {word} reaches", part, help="put brackets")
        return _applied(reading, word, value, part), end
    if end > k + 2 and word != "tr":
        raise NotRead(f"it is open how far {word} reaches", part, help="put brackets")
    return _applied(reading, word, reading.factors((("", parts[k + 1][1]), *parts[k + 2 : end])), part), end


def _argument(reading: Elaborator, brackets: Fenced) -> Array:
    if isinstance(brackets.body, Empty):
        raise ill_formed("there is nothing in these brackets", brackets)
    if isinstance(brackets.body, Listing):
        raise NotRead("a list stands where an array should", brackets)
    return reading.value(brackets.body)


def with_scripts(reading: Elaborator, value: Array, following: Node) -> Array:
    """The value with what is printed on the brackets of its argument: an entry, a power."""
    if not isinstance(following, Scripts):
        return value
    from verify_derivations.elaborate.meaning.scripts import entry_of

    if following.primes:
        raise NotRead("a prime behind brackets is not read", following)
    if is_transpose(following.sup):
        value = transposed_expression(reading, value, following.base)
    elif following.sup is not None:
        value = scalar(Pow(number(value, following), reading.term(following.sup)))
    return entry_of(reading, value, following)


def _applied(reading: Elaborator, word: str, value: Array, part: Node) -> Array:
    if not value.rank:
        raise NotRead(
            f"{word} is of an array, and this is a number as far as is known",
            part,
            help="declare the shapes of what stands in it",
        )
    if word in ("tr", "det"):
        if value.rank != 2:
            raise NotRead(f"{word} is of a square matrix", part, help="declare the shapes")
        if not all(map(reading.sizes.fit, *value.axes)):
            raise not_square(reading.sizes, word, value, part)
        value = Array((value.axes[0], value.axes[0]), value.body)
    try:
        return RULES[word](value)
    except ShapeError as error:
        raise NotRead(error.message, part) from error


def _diagonal(value: Array) -> Array:
    if value.rank != 1:
        raise ShapeError("diag is read of a vector only")
    return arrays.diagonal_matrix(value)


def _softmax(value: Array) -> Array:
    if value.rank != 1:
        raise ShapeError("whether the softmax of a matrix is taken of its rows or columns is open")
    return arrays.softmax(value)


RULES: dict[str, Callable[[Array], Array]] = {
    "tr": arrays.trace,
    "det": arrays.determinant,
    "diag": _diagonal,
    "softmax": _softmax,
}


def unread(reading: Elaborator, part: Node, parts: Parts, k: int) -> None:
    r"""An expectation or another upright word before something is an operator, not a factor: \mathrm{sinc} x.

    Raises:
        NotRead: it is such a word, and nobody declared it.
    """
    name, scope = base_name(part), reading.scope
    if name is None or k + 1 == len(parts) or parts[k + 1][0] != "" or _is_bracket(parts[k + 1][1]):
        return
    if name in scope.scalars | scope.defined | scope.ranks.keys() or name in reading.bound:
        return
    upright = isinstance(part, Text) and part.command == "\\mathrm" and len(part.text) > 1
    if isinstance(part, Text) and part.text in KNOWN_WORDS:
        return
    if upright or (name in PROBABILITY and "{" in name and "1" not in name):
        what = PROBABILITY.get(name, "a function or an operator")
        raise NotRead(f"{name} may be {what} here", part, help=f"put brackets, or constant ${name}$")


KNOWN_WORDS = {*FUNCTION_NAMES, *ARRAY_OPERATORS, *LIMITS, *SUMS, *OPERATORS}


def _is_bracket(node: Node) -> bool:
    node = plain(node)
    return isinstance(node.base if isinstance(node, Scripts) else node, Fenced)


# ---- norms ---------------------------------------------------------------------------------------------
def norm(reading: Elaborator, node: Node) -> Array | None:
    r"""\|x\|, \|x\|_2^2, \|A\|_F, \|x\|_1; None for what is no norm."""
    brackets = node.base if isinstance(node, Scripts) else node
    if not is_norm(brackets) or not isinstance(brackets, Fenced):
        return None
    sub = node.sub if isinstance(node, Scripts) else None
    power = node.sup if isinstance(node, Scripts) else None
    value = _argument(reading, brackets)
    squared = power is not None and plain(power) == Digits("2", power.start, power.end)
    kind = "" if sub is None else script_text(sub) or "?"
    if not kind and squared and value.rank == 1:
        kind = "2"  # a square of a norm without a name is one of the Euclidean norm
    made = _norm(reading, value, kind, node)
    if power is None:
        return scalar(made.body)
    exponent = reading.term(power)
    square = squared and isinstance(made.body, Pow) and made.body.exponent is HALF
    return scalar(made.body.base if square and isinstance(made.body, Pow) else Pow(made.body, exponent))


def _norm(reading: Elaborator, value: Array, kind: str, node: Node) -> Array:
    if not value.rank:
        raise NotRead(
            "a norm is of a vector, and this is a number as far as is known",
            node,
            help="declare the shapes of what stands in it, or write |x|",
        )
    if kind == "1" and value.rank == 1:
        return arrays.total(arrays.elementwise(lambda entry: Apply("Abs", (entry,)), value))
    if (kind == "F" and value.rank == 2) or (kind in ("", "2") and value.rank == 1):
        if not kind:
            options = ("this norm is the Euclidean one", "this is another norm")
            reading.choose(Choice("norm", options, "write \\|x\\|_2", modelled=False))
        return arrays.norm(value)
    what = {1: "a vector", 2: "a matrix"}.get(value.rank, "an array")
    raise NotRead(f"this norm of {what} is not read; the Euclidean norm of a vector is, and \\|A\\|_F", node)


# ---- gradients -------------------------------------------------------------------------------------------
def nabla(reading: Elaborator, part: Node, parts: Parts, k: int) -> tuple[Array, int] | None:
    r"""\nabla_x of a number; \nabla_x^2 is the matrix of second derivatives."""
    base = plain(part.base if isinstance(part, Scripts) else part)
    if not isinstance(base, Letter) or base.text not in NABLA:
        return None
    sub = part.sub if isinstance(part, Scripts) else None
    by = sub if sub is not None else _argument_of(reading, parts, k + 1)
    if by is None and not isinstance(part, Scripts):
        of_function = _of_function(reading, parts, k + 1)
        if of_function is not None:
            return of_function
    if by is None:
        raise NotRead("a gradient (\\nabla) by what is not printed is not read", part, help="write \\nabla_x")
    order = script_text(part.sup) if isinstance(part, Scripts) else ""
    if order not in ("", "2") or (isinstance(part, Scripts) and part.primes):
        raise NotRead("this power of \\nabla is not read", part)
    if k + 1 < len(parts):
        by = differentiated_by(reading.scope.costs, base_name(parts[k + 1][1]), by)
    variable, name = reading.value(by), scripted_name(by)
    if name is None or not (variable.rank or isinstance(variable.body, Symbol | Entry)):
        raise NotRead("this is nothing that one can differentiate by", by)
    if k + 1 == len(parts) or parts[k + 1][0] != "":
        raise NotRead("there is nothing that this derivative is applied to", part)
    if sub is None:
        end = k + 3
    else:
        end = k + 2 if in_brackets(parts[k + 1][1]) is not None else run_end(parts, k + 1)
    if end < len(parts) and parts[end][0] == "":
        raise NotRead("it is open how far this derivative reaches", part, help="put brackets around it")
    refuse_held(reading, [node for _, node in parts[k + 1 : end]], name, part)
    body = reading.factors((("", parts[k + 1][1]), *parts[k + 2 : end]))
    if body.rank:
        raise NotRead("a gradient is taken of a number", part)
    made = derived_by(reading, body, variable, name, part)
    if not order:
        return made, end
    if not variable.rank:
        return derived_by(reading, made, variable, name, part), end
    return arrays.jacobian(made, name, variable), end


def _of_function(reading: Elaborator, parts: Parts, k: int) -> tuple[Array, int] | None:
    r"""\nabla f of a function of numbers, and \nabla f(x, y): the vector of its partial derivatives."""
    name = quantity(parts[k][1]) if k < len(parts) and parts[k][0] == "" else None
    parameters = reading.scope.functions.get(name or "")
    if name is None or not parameters or isinstance(parts[k][1], Scripts):
        return None
    end = k + 1
    if end < len(parts) and parts[end][0] == "":
        brackets = parts[end][1]
        at = [scripted_name(item) for item in listed(brackets)] if isinstance(brackets, Fenced) else []
        if at != list(parameters):
            return None
        end += 1
    if end < len(parts) and parts[end][0] == "":
        return None
    names = [Symbol(parameter) for parameter in parameters]
    body = Apply(name, names)
    entries = [partial(reading, body, [(by, 1)], parts[k][1]) or Derivative(body, by) for by in names]
    return column(entries), end


def _argument_of(reading: Elaborator, parts: Parts, k: int) -> Node | None:
    r"""The one name in the brackets of a function of an array: w of \nabla J(w)."""
    if k + 1 >= len(parts) or parts[k + 1][0] != "" or quantity(parts[k][1]) not in reading.scope.expanded:
        return None
    brackets = parts[k + 1][1]
    return brackets.body if isinstance(brackets, Fenced) and scripted_name(brackets.body) else None


__all__ = ["nabla", "norm", "operator", "unread", "with_scripts"]
