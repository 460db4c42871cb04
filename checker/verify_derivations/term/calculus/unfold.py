"""Definitions put in and derivatives carried out: from what is printed to what it means.

A derivative by a name that is itself defined (dL/da where a = sigma(z)) is taken with that name held
free, and the definition is put in afterwards: Leibniz's notation, read as it is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from functools import lru_cache

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import TermError
from verify_derivations.term.calculus.differentiate import differentiate
from verify_derivations.term.calculus.running import dependence, require_nothing_runs
from verify_derivations.term.syntax.build import rational
from verify_derivations.term.syntax.limit import Limit
from verify_derivations.term.syntax.nodes import (
    ZERO,
    Add,
    Apply,
    Binder,
    Derivative,
    Entry,
    Family,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.piecewise import TRUE, Piecewise
from verify_derivations.term.syntax.substitute import rebuild, substitute
from verify_derivations.term.syntax.traverse import free_symbols, subterms


@dataclass
class Unfolding:
    """Definitions in force, as pairs (head, body), and what unfolding met.

    `differentiated` collects the bodies of derivatives: they must be defined and smooth at a point for
    the statement to speak about it, even where the derivative itself would not show it (d/dx log x is
    1/x, which is defined for negative x).

    >>> from verify_derivations.term.notation.plain import parse_plain as p
    >>> from verify_derivations.term.notation.text import text
    >>> Unfolding([(p("a"), p("z**2"))]).meaning(p("diff(a, z)")).__class__.__name__
    'Mul'
    >>> text(Unfolding([(p("a"), p("z**2"))]).meaning(p("diff(3*a, a)*a")))
    '3*z**2'
    """

    definitions: Sequence[tuple[Term, Term]] = ()
    differentiated: list[Term] = field(default_factory=list)
    opened: dict[tuple[str, str], None] = field(default_factory=dict)
    """Which definitions were put in, in pairs: in the body of which other one ("" for the term itself), and
    the name. What has been unfolded before is not gone through again, so a pair is met once."""

    def __post_init__(self) -> None:
        self._symbols = {h.name: b for h, b in self.definitions if isinstance(h, Symbol)}
        self._functions = {h.function: (h, b) for h, b in self.definitions if isinstance(h, Apply)}
        self._arrays = {h.array: (h, b) for h, b in self.definitions if isinstance(h, Entry)}
        self._memo: dict[object, Term] = {}
        self._entries: dict[tuple[str, frozenset[str]], tuple[Term, list[Term]]] = {}
        self._open: list[str] = []
        self._around: tuple[Binder, ...] = ()
        self._fresh = 0

    def meaning(self, term: Term) -> Term:
        """The term with every definition put in and every derivative carried out.

        Raises:
            TermError: a circular definition, a wrong number of arguments, an unknown derivative.
        """
        if self.definitions:
            require_nothing_runs(self.definitions, term)
            return self._unfold(term, frozenset())
        out, differentiated = _without_definitions(term)
        self.differentiated.extend(differentiated)
        return out

    def _unfold(self, term: Term, held: frozenset[str]) -> Term:
        if not term.children and not (type(term) is Symbol and term.name in self._symbols):
            return term
        key = (term, held, self._around) if held or self._around else term
        found = self._memo.get(key)
        if found is None:
            found = self._memo[key] = self._one(term, held)
        return found

    def _one(self, term: Term, held: frozenset[str]) -> Term:
        match term:
            case Add() | Mul() | Pow():
                pass
            case Symbol(name) if name in self._symbols and name not in held:
                return self._through(name, lambda: self._unfold(self._symbols[name], held))
            case Apply(name, arguments) if name in self._functions:
                return self._through(name + "()", lambda: self._call(name, arguments, held))
            case Apply(name, (argument,)) if name.rstrip("'") in self._functions:
                return self._primed(name, argument, held)
            case Entry(name, indices) if name in self._arrays and name not in held:
                return self._through(name, lambda: self._entry(name, indices, held))
            case Derivative(body, Symbol(name) | Entry(name, _) as variable, order):
                return self._derivative(body, variable, name, order, held)
            case Piecewise():
                return self._piecewise(term, held)
            case Limit() if any(isinstance(t, Derivative) for t in subterms(term)):
                raise TermError("a derivative within a limit is not carried out")
            case Binder() if not isinstance(term, Limit):
                return self._under(term, held)
        parts = tuple([self._unfold(child, held) for child in term.children])
        if type(term) is Pow and type(parts[1]) is not Number:
            exponent = rational(parts[1])  # 3/2 is printed as a quotient and means a number
            return Pow(parts[0], Number(exponent)) if exponent is not None else Pow(*parts)
        return rebuild(term, parts)

    def _piecewise(self, term: Piecewise, held: frozenset[str]) -> Term:
        """Case by case: what a derivative in one case is taken of must be smooth where that case applies."""
        if any(isinstance(t, Derivative) for t in subterms(*term.conditions)):
            raise TermError("a derivative in the condition of a case is not carried out")
        conditions = [self._unfold(condition, held) for condition in term.conditions]
        values = []
        for k, value in enumerate(term.values):
            memo, self._memo = self._memo, {}
            before = len(self.differentiated)
            values.append(self._unfold(value, held))
            self._memo = memo
            met = self.differentiated[before:]
            if met and (self._around or any(isinstance(t, Family) for t in met)):
                raise TermError("a derivative in a case, under a sum, is not carried out")
            applies = (*conditions[: k + 1], TRUE)
            self.differentiated[before:] = [Piecewise((*[ZERO] * k, t, ZERO), applies) for t in met]
        return Piecewise(values, conditions)

    def _under(self, term: Binder, held: frozenset[str]) -> Term:
        """A sum or the like: what is differentiated in its body is so for every value of its index."""
        lower, upper = self._unfold(term.lower, held), self._unfold(term.upper, held)
        around = self._around
        self._around = (*around, term)
        try:
            body = self._unfold(term.body, held)
        finally:
            self._around = around
        return rebuild(term, (lower, upper, body))

    def _entry(self, name: str, indices: tuple[Term, ...], held: frozenset[str]) -> Term:
        """An entry of a defined array: its definition at these indices."""
        head, body = self._arrays[name]
        places = [i.name for i in head.children if isinstance(i, Symbol)]
        if len(places) != len(indices):
            raise TermError(f"{name} has {len(places)} indices, not {len(indices)}")
        # places are local names, as parameters are: no symbol of another definition is mistaken for one
        local = {place: f"{place}@{name}" for place in places}
        if (name, held) not in self._entries:
            of_places = substitute(body, {p: Symbol(q) for p, q in local.items()})
            self._entries[name, held] = self._apart(lambda: self._unfold(of_places, held))
        meaning, differentiated = self._entries[name, held]
        values = dict(zip(local.values(), indices, strict=True))
        self.differentiated.extend(self._for_all(substitute(t, values)) for t in differentiated)
        return substitute(meaning, values)

    def _apart(self, work: Callable[[], Term]) -> tuple[Term, list[Term]]:
        """What `work` makes of the body of a definition, and what it met that is differentiated.

        A body stands under no sum, even where its name does: what is put in for its parameters may be an
        index of that sum, so that is done before what was met is required for all values of the index.
        """
        around, memo = self._around, self._memo
        before = len(self.differentiated)
        if around:
            self._around, self._memo = (), {}
        try:
            found = work()
        finally:
            self._around, self._memo = around, memo
        met = self.differentiated[before:]
        del self.differentiated[before:]
        return found, met

    def _through(self, name: str, unfold: Callable[[], Term]) -> Term:
        if name in self._open:
            raise TermError(f"the definition of {name} is circular")
        self.opened[self._open[-1] if self._open else "", name] = None
        self._open.append(name)
        try:
            return unfold()
        finally:
            self._open.pop()

    def _call(self, name: str, arguments: tuple[Term, ...], held: frozenset[str]) -> Term:
        head, body = self._functions[name]
        parameters = head.children
        if len(parameters) != len(arguments):
            raise TermError(
                f"{name} is defined for {len(parameters)} arguments and used with {len(arguments)}"
            )
        names = [p.name for p in parameters if isinstance(p, Symbol)]
        if len(set(names)) < len(parameters):
            raise TermError(f"{name} is defined with parameters that are not different symbols")
        # Parameters are local names: made fresh, so that no symbol of another definition is mistaken for one.
        self._fresh += 1
        fresh = [Symbol(f"{p}@{self._fresh}") for p in names]
        local = substitute(body, dict(zip(names, fresh, strict=True)))
        unfolded, met = self._apart(lambda: self._unfold(local, held))
        values = {f.name: self._argument(a, held) for f, a in zip(fresh, arguments, strict=True)}
        used = set(free_symbols(unfolded, *met))
        # what the definition has no use for must have a value all the same: f(1/x) has none at 0
        met = [*(substitute(t, values) for t in met), *(v for f, v in values.items() if f not in used)]
        self.differentiated.extend(map(self._for_all, met))
        return substitute(unfolded, values)

    def _primed(self, name: str, argument: Term, held: frozenset[str]) -> Term:
        """f'(u) for a defined f: the derivative of f at a fresh name, then the argument put in."""
        self._fresh += 1
        place = Symbol(f"{name}@{self._fresh}")
        order = len(name) - len(name.rstrip("'"))
        function = Apply(name.rstrip("'"), (place,))
        slope, met = self._apart(lambda: self._derivative(function, place, place.name, order, held))
        values = {place.name: self._argument(argument, held)}
        self.differentiated.extend(self._for_all(substitute(t, values)) for t in met)
        return substitute(slope, values)

    def _argument(self, argument: Term, held: frozenset[str]) -> Term:
        """An argument is the caller's text: the function being opened may occur in it again."""
        opened, self._open = self._open, []
        try:
            return self._unfold(argument, held)
        finally:
            self._open = opened

    def _derivative(
        self, body: Term, variable: Symbol | Entry, name: str, order: int, held: frozenset[str]
    ) -> Term:
        defined = (name in self._symbols or name in self._arrays) and name not in held
        inner = held | {name} if defined else held
        out = self._unfold(body, inner)
        self._require_what_is_held_stays(out, name, held)
        if defined:
            self._require_what_is_held(out, name, held)
        for _ in range(order):
            self.differentiated.append(self._for_all(out))
            integrals: list[Term] = []
            out = differentiate(out, variable, integrals)
            self.differentiated.extend(self._for_all(term) for term in integrals)
        if not defined:
            return out
        self.differentiated[:] = [self._unfold(t, held) for t in self.differentiated]
        return self._unfold(out, held)

    def _require_what_is_held(self, body: Term, name: str, held: frozenset[str]) -> None:
        """What is differentiated by a defined name holds that name, or nothing of what defines it.

        Raises:
            TermError: with y = t**3 and x = t**2 the slope dy/dx is not 0.
        """
        held_fixed = _things(body)
        if name in held_fixed:  # all else in it is held fixed, as is usual
            return
        definition = self._symbols[name] if name in self._symbols else self._arrays[name][1]
        both = _things(self._unfold(definition, held)) & held_fixed
        if both:
            raise TermError(
                f"{min(both)} defines {name}, and what is differentiated by {name} holds it, but not {name}; "
                f"write it as a function of {name}, or the derivatives by {min(both)}"
            )

    def _require_what_is_held_stays(self, body: Term, name: str, held: frozenset[str]) -> None:
        """A name that a derivative around this one holds free is not defined by the name of this one.

        Raises:
            TermError: with b = 2*c the slope of b**2 by c is 8*c, and not 0, also within one by b.
        """
        if not held:
            return
        depends = dependence(self.definitions)
        for other in sorted(held & _things(body)):
            if name in depends.get(other, ()):
                raise TermError(
                    f"{other} is defined by {name}, and a derivative by {name} stands in one by {other}; "
                    f"carry one of them out, or write out what {other} is"
                )

    def _for_all(self, term: Term) -> Term:
        """The term for all values of the indices that it stands under."""
        for binder in reversed(self._around):
            term = Family(binder.index, binder.lower, binder.upper, term)
        return term


def _things(term: Term) -> frozenset[str]:
    """The names of the symbols in a term, and of the arrays."""
    if not term.holds(Entry):
        return term.names
    return term.names | {part.array for part in subterms(term) if isinstance(part, Entry)}


@lru_cache(maxsize=256)  # the steps of a chain share their sides, and so do variants of a claim
def _without_definitions(term: Term) -> tuple[Term, tuple[Term, ...]]:
    """What a term means where nothing is defined, and what was differentiated for it."""
    if _is_plain(term):
        return term, ()
    unfolding = Unfolding()
    return unfolding._unfold(term, frozenset()), tuple(unfolding.differentiated)


def _is_plain(term: Term) -> bool:
    """Nothing in the term has to be carried out, and no exponent is a number written as a quotient."""
    if term.kinds & (Derivative.kind | Binder.kind | Piecewise.kind):
        return False
    if not term.holds(Pow):
        return True
    powers = [t for t in subterms(term) if type(t) is Pow]
    return all(type(t.exponent) is Number or t.exponent.names for t in powers)
