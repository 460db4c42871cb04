"""A look at all terms of a record together: functions have their arguments, names one kind of meaning."""

from __future__ import annotations

from collections.abc import Collection

from verify_derivations.dataclass import dataclass
from verify_derivations.model import Status
from verify_derivations.read.domains import RecordError
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.syntax.bounds import rational
from verify_derivations.term.syntax.nodes import Apply, Binder, Number, Pow, Product, Sum, Term
from verify_derivations.term.syntax.traverse import subterms


@dataclass(frozen=True)
class Names:
    """What a record says of its names: numbers with domains, unspecified and defined functions, arrays."""

    domains: Collection[str]
    functions: Collection[str]
    defined: Collection[str]
    arrays: bool


def look_at_terms(terms: Collection[Term], names: Names) -> None:
    """Every function is known and has as many arguments as it takes; nothing divides by zero.

    Raises:
        RecordError: something is wrong; with the reason.

    >>> from verify_derivations.term.notation.plain import parse_plain
    >>> look_at_terms([parse_plain("exp(x)/y")], Names((), (), (), False))
    """
    arities: dict[str, int] = {}
    everything = subterms(*terms)
    numbers = set(names.domains).union(*[term.names for term in terms])
    for term in everything:
        if type(term) is Apply:
            _look_at_call(term, names, numbers, arities)
        elif type(term) is Pow:
            if _divides_by_zero(term):
                raise RecordError("it divides by zero")
        elif (
            type(term) in (Sum, Product)
            and not names.arrays
            and isinstance(term, Binder)
            and term.index in numbers - set(names.domains)
        ):
            raise RecordError(f"{term.index} is the index of a sum or product and is used outside of it")


def _look_at_call(call: Apply, names: Names, numbers: Collection[str], arities: dict[str, int]) -> None:
    name, count = call.function.rstrip("'"), len(call.arguments)
    if name in numbers:
        raise RecordError(f"{name} is used both as a function and as a number")
    row = FUNCTIONS.get(name)
    if row is None and name not in names.functions and name not in names.defined:
        raise RecordError(
            f"nothing is known about the function {name}; a function that may be any goes into "
            '"functions", a product is written with *',
            Status.NOT_UNDERSTOOD,
        )
    wanted = arities.setdefault(name, row.arity if row is not None else count)
    if count != wanted or count == 0:
        raise RecordError(f"{name} takes {wanted} argument{'s' if wanted != 1 else ''}, not {count}")


def _divides_by_zero(power: Pow) -> bool:
    exponent = power.exponent
    return isinstance(exponent, Number) and exponent.ratio[0] < 0 and rational(power.base) == 0


__all__ = ["Names", "look_at_terms"]
