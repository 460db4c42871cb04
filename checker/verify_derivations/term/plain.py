"""The plain notation: Python's expression syntax, read as data and never executed, into terms as printed."""

from __future__ import annotations

import ast
from collections.abc import Callable
from fractions import Fraction

from verify_derivations.errors import TermError
from verify_derivations.term.nodes import (
    EULER_GAMMA,
    MINUS_ONE,
    ONE,
    PI,
    Add,
    Apply,
    Derivative,
    I,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
)

NAMES: dict[str, Term] = {"pi": PI, "I": I, "E": Apply("exp", (ONE,)), "EulerGamma": EULER_GAMMA}

SPELLINGS: dict[str, str] = {
    "ln": "log",
    "arcsin": "asin",
    "arccos": "acos",
    "arctan": "atan",
    "arcsinh": "asinh",
    "arccosh": "acosh",
    "arctanh": "atanh",
    "abs": "Abs",
    "sgn": "sign",
    "psi": "digamma",
    "maximum": "Max",
    "minimum": "Min",
}
"""Other spellings of a function's name."""


def parse_plain(text: str) -> Term:
    """Read an expression of the plain notation.

    Raises:
        TermError: the text is no expression, or uses something that has no meaning here.

    >>> parse_plain("1/(1 + exp(-z))").factors[0]
    Number(Fraction(1, 1))
    """
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise TermError(f"cannot be read: {text.strip()[:80]!r} ({error.__class__.__name__})") from error
    return _term(tree)


def _term(tree: ast.expr) -> Term:
    match tree:
        case ast.Constant(value=bool() | str() | bytes() | complex() | None):
            raise TermError(f"{ast.unparse(tree)} is no number")
        case ast.Constant(value=int(value)):
            return Number(value)
        case ast.Constant(value=float(value)):
            return Number(Fraction(repr(value)))
        case ast.Name(id=name):
            return NAMES.get(name) or Symbol(name)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(value))):
            return Number(-value)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Mul((MINUS_ONE, _term(operand)))
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _term(operand)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return OPERATORS[type(op)](_term(left), _term(right))
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            return _call(SPELLINGS.get(name, name), [_term(argument) for argument in arguments])
    raise TermError(f"{ast.unparse(tree)[:80]} has no meaning here")


def _sum(left: Term, right: Term) -> Term:
    return Add((*(left.terms if isinstance(left, Add) else (left,)), right))


def _product(left: Term, right: Term) -> Term:
    return Mul((*(left.factors if isinstance(left, Mul) else (left,)), right))


OPERATORS: dict[type[ast.operator], Callable[[Term, Term], Term]] = {
    ast.Add: _sum,
    ast.Sub: lambda left, right: _sum(left, Mul((MINUS_ONE, right))),
    ast.Mult: _product,
    ast.Div: lambda left, right: _product(left, Pow(right, MINUS_ONE)),
    ast.Pow: Pow,
}


def _call(name: str, arguments: list[Term]) -> Term:
    match name, arguments:
        case "Rational", [Number(top), Number(bottom)] if bottom:
            return Number(top / bottom)
        case "sqrt", [u]:
            return Pow(u, Number(Fraction(1, 2)))
        case "cbrt", [u]:
            return Pow(u, Number(Fraction(1, 3)))
        case "diff", [body, Symbol() as variable, Number(order)] if order.denominator == 1 and order > 0:
            return Derivative(body, variable, int(order))
        case "diff", [body, Symbol(), *_] if all(isinstance(a, Symbol) for a in arguments[1:]):
            out = body
            for variable in arguments[1:]:
                out = Derivative(out, variable)
            return out
    return Apply(name, arguments)
