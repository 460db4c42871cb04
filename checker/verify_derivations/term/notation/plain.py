"""The plain notation: Python's expression syntax, read as data and never executed, into terms as printed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from fractions import Fraction
from functools import lru_cache

from verify_derivations.errors import TermError
from verify_derivations.term.notation.plain_cases import piecewise
from verify_derivations.term.notation.plain_limits import limit
from verify_derivations.term.notation.plain_syntax import Node, TooLarge, parse
from verify_derivations.term.syntax.bind import bind, with_primes
from verify_derivations.term.syntax.limit import MINUS_OO, OO
from verify_derivations.term.syntax.nodes import (
    EULER_GAMMA,
    HALF,
    MINUS_ONE,
    ONE,
    PI,
    TWO,
    Add,
    Antiderivative,
    Apply,
    Binder,
    Delta,
    Derivative,
    I,
    Integral,
    Mul,
    Number,
    Pow,
    Product,
    Sum,
    Symbol,
    Term,
)

NAMES: dict[str, Term] = {"pi": PI, "I": I, "E": Apply("exp", (ONE,)), "EulerGamma": EULER_GAMMA, "oo": OO}
"""Names that are no symbols."""

SPELLINGS: dict[str, str] = {
    "ln": "log",
    "arcsin": "asin",
    "arccos": "acos",
    "arctan": "atan",
    "arccot": "acot",
    "arcsec": "asec",
    "arccsc": "acsc",
    "arctan2": "atan2",
    "arcsinh": "asinh",
    "arccosh": "acosh",
    "arctanh": "atanh",
    "arccoth": "acoth",
    "arcsech": "asech",
    "arccsch": "acsch",
    "abs": "Abs",
    "absolute": "Abs",
    "fabs": "Abs",
    "sgn": "sign",
    "heaviside": "Heaviside",
    "maximum": "Max",
    "fmax": "Max",
    "max": "Max",
    "minimum": "Min",
    "fmin": "Min",
    "min": "Min",
    "ceil": "ceiling",
    "conj": "conjugate",
    "real": "re",
    "imag": "im",
    "angle": "arg",
    "psi0": "digamma",
    "lgamma": "loggamma",
    "gammaln": "loggamma",
    "comb": "binomial",
    "expit": "sigmoid",
    "logistic": "sigmoid",
    "ReLU": "relu",
    "power": "pow",
    "Derivative": "diff",
    "D": "diff",
    "Integral": "integrate",
    "Limit": "limit",
    "summation": "Sum",
    "prod": "Product",
    "product": "Product",
    "KroneckerDelta": "delta",
}
"""Other spellings of a function's name, SymPy's and NumPy's."""

NOT_YET: dict[str, str] = {}
"""What the notation has and no term stands for yet; a node and a rule in `FORMS` take a name off here."""

ARRAY_WORDS = frozenset(
    "T inv det logdet tr outer diag diagv eye ones zeros kron vec sum norm softmax S grad jac dd".split()
)
"""The functions of arrays."""

NO_NUMBERS = frozenset(("True", "False", "None"))

AMBIGUOUS: dict[str, str] = {
    "sinc": "sinc(x) is sin(x)/x in SymPy and sin(pi*x)/(pi*x) in NumPy; write it out",
    "np": "write the functions without np.",
}


def parse_plain(text: str, functions: Collection[str] = ()) -> Term:
    """Read an expression of the plain notation.

    Args:
        text: the expression.
        functions: names of unspecified functions; for each f of them `f1`, `f2` are its derivatives.

    Raises:
        TermError: the text is no expression, or uses something that has no meaning here.

    >>> parse_plain("1/(1 + exp(-z))").factors[0]
    Number(Fraction(1, 1))
    """
    return (_read if len(text) <= LONGEST_KEPT else _read.__wrapped__)(text, frozenset(functions))


LONGEST_KEPT = 4_000
"""Longer texts are not remembered."""


@lru_cache(maxsize=256)  # the steps of a chain share their sides, and so do variants of a claim
def _read(text: str, functions: frozenset[str]) -> Term:
    return Reading(functions).term(parse(text))


def parse_relations(text: str, functions: Collection[str] = ()) -> list[tuple[Term, str, Term]]:
    """Read a comparison, or a chain of them, as in `0 < a < 1`; each pair that is compared.

    Raises:
        TermError: the text is no comparison.

    >>> [relation for _, relation, _ in parse_relations("0 < a <= 1")]
    ['<', '<=']
    """
    node = parse(text)
    if node.kind != "compare":
        raise TermError(f"{text.strip()[:60]!r} is no comparison")
    sides = [Reading(functions).term(part) for part in node.parts]
    return list(zip(sides, node.value, sides[1:], strict=False))  # type: ignore[arg-type]  # strings here


class Reading:
    """One text, and the unspecified functions that it may use."""

    def __init__(self, functions: Collection[str]) -> None:
        self.functions = functions

    def term(self, node: Node) -> Term:
        """The term that a piece of the text stands for."""
        rule = KINDS.get(node.kind)
        if rule is None:
            raise TermError(f"column {node.at}: {NO_TERM[node.kind]}")
        return rule(self, node)

    def name(self, node: Node) -> Term:
        name = str(node.value)
        if name in NOT_YET:
            raise TermError(f"column {node.at}: {NOT_YET[name]} ({name}) cannot be decided yet")
        if name in NO_NUMBERS:
            raise TermError(f"column {node.at}: {name} is no number")
        if name in AMBIGUOUS:
            raise TermError(f"column {node.at}: {AMBIGUOUS[name]}")
        return NAMES.get(name) or Symbol(name)

    def negative(self, node: Node) -> Term:
        inner = node.parts[0]
        if inner.kind == "number" and isinstance(inner.value, Fraction):
            return Number(-inner.value)
        term = self.term(inner)
        return MINUS_OO if term is OO else Mul((MINUS_ONE, term))

    def sum(self, node: Node) -> Term:
        first, *rest = [self.term(part) for part in node.parts]
        terms = list(first.terms) if type(first) is Add else [first]
        for sign, term in zip(str(node.value), rest, strict=True):
            terms.append(term if sign == "+" else Mul((MINUS_ONE, term)))
        return Add(terms)

    def product(self, node: Node) -> Term:
        if "@" in str(node.value):
            raise TermError(
                f"column {node.at}: a matrix product (@), and nothing here is declared to be an array"
            )
        first, *rest = [self.term(part) for part in node.parts]
        factors = list(first.factors) if type(first) is Mul else [first]
        for sign, term in zip(str(node.value), rest, strict=True):
            factors.append(term if sign == "*" else Pow(term, MINUS_ONE))
        return Mul(factors)

    def power(self, node: Node) -> Term:
        base, exponent = node.parts
        return self.raised(self.term(base), self.term(exponent))

    def raised(self, base: Term, exponent: Term) -> Term:
        """A power; one of e is the exponential function."""
        return Apply("exp", (exponent,)) if base is NAMES["E"] else Pow(base, exponent)

    def call(self, node: Node) -> Term:
        name = str(node.value)
        if name not in self.functions:
            plain_name = SPELLINGS.get(name, name)
            if plain_name in FORMS:
                return FORMS[plain_name](self, node)
            if plain_name in NOT_YET:
                raise TermError(f"column {node.at}: {NOT_YET[plain_name]} ({name}) cannot be decided yet")
            if name == "sum" and any(part.kind == "tuple" for part in node.parts):
                return FORMS["Sum"](self, node)
            if name in ARRAY_WORDS:
                raise TermError(
                    f"column {node.at}: {name}(...) is for arrays, and nothing here is declared to be one"
                )
        return self.called(node, [self.term(part) for part in node.parts])

    def called(self, node: Node, arguments: list[Term]) -> Term:
        """A function of numbers, of these arguments."""
        name = str(node.value)
        if name in self.functions or (name[:-1] in self.functions and name[-1] in "12"):
            return self.unspecified(node, name, arguments)
        name = SPELLINGS.get(name, name)
        if name in AMBIGUOUS:
            raise TermError(f"column {node.at}: {AMBIGUOUS[name]}")
        rule = CALLS.get((name, len(arguments))) or CALLS.get((name, None))
        if rule is None:
            return Apply(name, arguments)
        made = rule(arguments)
        if made is None:
            raise TermError(
                f"column {node.at}: {node.value}(...) {WANTED.get(name, 'has no such arguments')}"
            )
        return made

    def unspecified(self, node: Node, name: str, arguments: list[Term]) -> Term:
        """f(u), or f1(u) and f2(u), which are f'(u) and f''(u) unless they are functions of their own."""
        stem, order = name[:-1], name[-1]
        if not (stem in self.functions and order in ("1", "2")):
            return Apply(name, arguments)
        if len(arguments) != 1:
            raise TermError(f"column {node.at}: {name} is the derivative of {stem} and takes one argument")
        return Apply(stem + "'" * int(order), arguments)

    def binder(self, kind: type[Binder], node: Node) -> Term:
        """Sum(e, (k, a, b), ...); the first range is the innermost, as in SymPy."""
        if len(node.parts) < 2:
            raise TermError(f"column {node.at}: {node.value} needs a range, as in {node.value}(e, (k, a, b))")
        body = self.term(node.parts[0])
        for limits in node.parts[1:]:
            if kind is Integral and limits.kind == "name":
                body = Antiderivative(body, self.term(limits))
                continue
            if limits.kind != "tuple" or len(limits.parts) != 3 or limits.parts[0].kind != "name":
                raise TermError(f"column {limits.at}: a range is written (k, a, b)")
            index = self.term(limits.parts[0])
            if not isinstance(index, Symbol):
                raise TermError(f"column {limits.at}: {limits.parts[0].value} cannot be an index")
            lower, upper = (self.term(part) for part in limits.parts[1:])
            body = kind(index.name, lower, upper, bind(with_primes(body, index, self.functions), index.name))
        return body


KINDS: dict[str, Callable[[Reading, Node], Term]] = {
    "number": lambda reading, node: Number(node.value),  # type: ignore[arg-type]  # of a number
    "name": Reading.name,
    "negative": Reading.negative,
    "sum": Reading.sum,
    "product": Reading.product,
    "power": Reading.power,
    "call": Reading.call,
}

NO_TERM: dict[str, str] = {
    "text": "a quoted word is no expression",
    "tuple": "a list in brackets is no expression here",
    "index": "an entry of an array, and nothing here is declared to be one",
    "compare": "a comparison is no expression",
}

FORMS: dict[str, Callable[[Reading, Node], Term]] = {
    "Sum": lambda reading, node: reading.binder(Sum, node),
    "Product": lambda reading, node: reading.binder(Product, node),
    "integrate": lambda reading, node: reading.binder(Integral, node),
    "limit": lambda reading, node: limit(node, reading.term),
    "Piecewise": lambda reading, node: piecewise(node, reading.term),
}
"""Calls whose parts are not all expressions: a range (k, a, b), a direction "+", a case (e, condition)."""

Arguments = Sequence[Term]


# ---- calls that are no function of the table ---------------------------------------------------
def _rational(arguments: Arguments) -> Term | None:
    match arguments:
        case [Number(top), Number(bottom)] if bottom:
            return Number(top / bottom)
        case [Number() as number]:
            return number
    return None


def _derivative(arguments: Arguments) -> Term | None:
    """diff(e, x), diff(e, x, 2), diff(e, x, y), diff(e, x, 2, y)."""
    body, *by = arguments
    if not by or not isinstance(by[0], Symbol):
        return None
    variable = by[0]
    for k, part in enumerate(by):
        following = by[k + 1] if k + 1 < len(by) else None
        if isinstance(part, Symbol):
            variable = part
            if not isinstance(following, Number):
                body = Derivative(body, variable)
        elif isinstance(part, Number) and part.value.denominator == 1 and isinstance(by[k - 1], Symbol):
            if not 0 < part.value <= MOST_DERIVATIVES:
                return None
            body = Derivative(body, variable, int(part.value))
        else:
            return None
    return body


def _nested(name: str) -> Callable[[Arguments], Term | None]:
    """Max and Min of any number of arguments, two at a time."""

    def fold(arguments: Arguments) -> Term | None:
        if not arguments:
            return None
        out = arguments[0]
        for argument in arguments[1:]:
            out = Apply(name, (out, argument))
        return out

    return fold


def _log_to_base(arguments: Arguments) -> Term:
    return Mul((Apply("log", arguments[:1]), Pow(Apply("log", arguments[1:]), MINUS_ONE)))


MOST_DERIVATIVES = 50

CALLS: dict[tuple[str, int | None], Callable[[Arguments], Term | None]] = {
    ("Rational", None): _rational,
    ("Integer", None): _rational,
    ("sqrt", 1): lambda a: Pow(a[0], HALF),
    ("cbrt", 1): lambda a: Pow(a[0], Number(Fraction(1, 3))),
    ("root", 2): lambda a: Pow(a[0], Pow(a[1], MINUS_ONE)),
    ("pow", 2): lambda a: Pow(a[0], a[1]),
    ("square", 1): lambda a: Pow(a[0], TWO),
    ("reciprocal", 1): lambda a: Pow(a[0], MINUS_ONE),
    ("exp2", 1): lambda a: Pow(TWO, a[0]),
    ("expm1", 1): lambda a: Add((Apply("exp", a), MINUS_ONE)),
    ("log1p", 1): lambda a: Apply("log", (Add((ONE, a[0])),)),
    ("log", 2): _log_to_base,
    ("hypot", 2): lambda a: Pow(Add((Pow(a[0], TWO), Pow(a[1], TWO))), HALF),
    ("psi", 1): lambda a: Apply("digamma", a),
    ("psi", 2): lambda a: Apply("polygamma", a),
    ("Heaviside", 2): lambda a: Apply("Heaviside", a[:1]),  # the value at 0 is out of its domain here
    ("delta", 2): lambda a: Delta(a[0], a[1]),
    ("Max", None): _nested("Max"),
    ("Min", None): _nested("Min"),
    ("diff", None): _derivative,
}
"""What a call means that is no row of the table of functions, by name and number of arguments (None: any)."""

WANTED: dict[str, str] = {
    "Rational": "takes two whole numbers, the second of which is not 0",
    "diff": f"takes an expression and names, each perhaps with an order up to {MOST_DERIVATIVES}",
}

__all__ = [
    "ARRAY_WORDS",
    "NAMES",
    "NOT_YET",
    "SPELLINGS",
    "Reading",
    "TooLarge",
    "parse_plain",
    "parse_relations",
]
