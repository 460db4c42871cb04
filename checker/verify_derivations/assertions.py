"""Statements told in a word that claim more than one equation: ranges, monotonicity, convexity, extrema."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from verify_derivations.errors import AuthoringError
from verify_derivations.kernel.claims.statement import DEFINED
from verify_derivations.kernel.proofs.curvature import arc_and_chord
from verify_derivations.model import Claim, Context, Declaration
from verify_derivations.term.calculus.conditions import requirements
from verify_derivations.term.calculus.unfold import Unfolding
from verify_derivations.term.syntax.build import div
from verify_derivations.term.syntax.domain import Domain
from verify_derivations.term.syntax.nodes import ZERO, Apply, Derivative, Mul, Number, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import free_symbols, subterms


class Assertions(ABC):
    """What a derivation can say of an expression; each method writes one or more claims.

    The keyword arguments `told` are those of `claim`: ref, tex, line, because, note, expect, wrong.
    """

    @abstractmethod
    def _term(self, expression: Any) -> Term:
        """A SymPy expression as a term."""

    @abstractmethod
    def _set(self, domain: Any) -> Domain:
        """A set of numbers, as `declare` takes it."""

    @abstractmethod
    def _context(self) -> Context:
        """What is in force."""

    @abstractmethod
    def _claim(self, claim: Claim, **told: Any) -> None:
        """A claim, as a step."""

    # ---- values ------------------------------------------------------------------------------------
    def approx(self, expression: Any, digits: str, **told: Any) -> None:
        """A number as it is printed: rounded ("0.0041"), or cut off where dots follow ("0.0040...")."""
        self.claim(expression, "≈", digits, **told)

    @abstractmethod
    def claim(self, lhs: Any, *rest: Any, **told: Any) -> None:
        """One statement by itself."""

    def passes_through(self, expression: Any, at: Mapping[Any, Any], value: Any, **told: Any) -> None:
        """The expression has the value where its symbols have these: `passes_through(exp(x), {x: 0}, 1)`."""
        there = self._put(self._term(expression), at)
        self._claim(Claim(there, "=", self._term(value), self._context()), **told)

    # ---- domains -----------------------------------------------------------------------------------
    def defined(self, expression: Any, **told: Any) -> None:
        """The expression has a value on the whole of the declared domain."""
        term = self._term(expression)
        self._claim(Claim(term, DEFINED, term, self._context()), **told)

    def domain(self, expression: Any, symbol: Any, where: Any, **told: Any) -> None:
        """The expression is defined for exactly these values of the symbol, a set as `declare` takes it."""
        term, name, inside = self._term(expression), self._name(symbol), self._set(where)
        if inside.field != "real":
            raise AuthoringError("the domain of an expression is claimed to be a set of real numbers")
        self._claim(Claim(term, DEFINED, term, _declared(self._context(), name, inside)), **told)
        outside = list(_outside(inside))
        if not outside and not inside.nonzero:
            return
        lhs, relation, rhs = self._only_requirement(term)
        for domain in outside:
            self._claim(Claim(lhs, relation, rhs, _declared(self._context(), name, domain)), **told)
        if inside.nonzero:
            self._claim(Claim(substitute(lhs, {name: ZERO}), relation, rhs, self._context()), **told)

    def _only_requirement(self, term: Term) -> tuple[Term, str, Term]:
        """What fails where the expression is not defined: the opposite of the one thing that it requires."""
        found = requirements((self._meaning(term),))
        if len(found) != 1 or found[0].bound or found[0].relation not in OPPOSITES:
            raise AuthoringError(
                "the expression requires more than one thing, so it is not seen where it is not defined",
                help="claim with defined() where it is, and what fails elsewhere with claim()",
            )
        return found[0].term, OPPOSITES[found[0].relation], ZERO

    # ---- ranges ------------------------------------------------------------------------------------
    def within(self, expression: Any, interval: Any, **told: Any) -> None:
        """Every value of the expression lies in the interval, given as `declare` takes it."""
        term, domain = self._term(expression), self._set(interval)
        if domain.field != "real" or domain.nonzero or (domain.lower is None and domain.upper is None):
            raise AuthoringError("the values of an expression are claimed to lie in an interval with an end")
        ends = ((domain.lower, ">", domain.lower_open), (domain.upper, "<", domain.upper_open))
        for end, sign, strict in ends:
            if end is not None:
                relation = sign if strict else f"{sign}="
                self._claim(Claim(term, relation, Number(end), self._context()), **told)

    def range(self, expression: Any, interval: Any, reached: Mapping[Any, Any], **told: Any) -> None:
        """The values of the expression are exactly the numbers of the interval.

        Args:
            expression: the expression.
            interval: where its values lie, as `declare` takes it.
            reached: where each value is reached, `{x: log(v/(1 - v))}`: for each symbol of the expression an
                expression in one new symbol, which runs through the interval.
            told: as for `claim`.
        """
        term, values = self._term(expression), {s: self._term(where) for s, where in reached.items()}
        names = set(free_symbols(*values.values()))
        if len(names) != 1:
            raise AuthoringError(
                f"reached= holds {len(names)} symbols; it takes one, for the value that is reached"
            )
        (name,) = names
        if name in free_symbols(term):
            raise AuthoringError(f"{name} stands for the value that is reached and occurs in the expression")
        self.within(expression, interval, **told)
        context = _declared(self._context(), name, self._set(interval))
        for symbol, where in values.items():
            self._lies_in(where, context.domain(self._name(symbol)), context, told)
        there = self._put(term, reached)
        self._claim(Claim(there, DEFINED, there, context), **told)
        self._claim(Claim(there, "=", Symbol(name), context), **told)

    def _lies_in(self, term: Term, domain: Domain, context: Context, told: dict[str, Any]) -> None:
        """Where a value is reached belongs to the domain of the symbol."""
        if domain.lower is not None:
            sign = ">" if domain.lower_open else ">="
            self._claim(Claim(term, sign, Number(domain.lower), context), **told)
        if domain.upper is not None:
            sign = "<" if domain.upper_open else "<="
            self._claim(Claim(term, sign, Number(domain.upper), context), **told)

    # ---- monotonicity ------------------------------------------------------------------------------
    def increasing(self, expression: Any, symbol: Any, **told: Any) -> None:
        """The expression is larger for every larger value of the symbol: f(x1) < f(x2) for all x1 < x2."""
        self._monotone(expression, symbol, "<", told)

    def decreasing(self, expression: Any, symbol: Any, **told: Any) -> None:
        """The expression is smaller for every larger value of the symbol: f(x1) > f(x2) for all x1 < x2."""
        self._monotone(expression, symbol, ">", told)

    def nondecreasing(self, expression: Any, symbol: Any, **told: Any) -> None:
        """The expression is nowhere smaller for a larger value of the symbol."""
        self._monotone(expression, symbol, "<=", told)

    def nonincreasing(self, expression: Any, symbol: Any, **told: Any) -> None:
        """The expression is nowhere larger for a larger value of the symbol."""
        self._monotone(expression, symbol, ">=", told)

    def _monotone(self, expression: Any, symbol: Any, relation: str, told: dict[str, Any]) -> None:
        (left, right), context, (first, second) = self._twice(self._term(expression), [symbol])
        smaller = tuple(Claim(Symbol(a), "<", Symbol(b)) for a, b in zip(first, second, strict=True))
        context = replace(context, assumptions=(*context.assumptions, *smaller))
        if told.get("corrected") is not None:
            told["corrected"] = self._twice(self._term(told["corrected"]), [symbol])[0]
        self._claim(Claim(left, relation, right, context), **told)

    # ---- convexity ---------------------------------------------------------------------------------
    def convex(self, expression: Any, symbol: Any, *, strictly: bool = False, **told: Any) -> None:
        """Between any two values of the symbol the expression does not lie above its chord.

        The claim is f(t*x1 + (1 - t)*x2) <= t*f(x1) + (1 - t)*f(x2) for all x1, x2 and 0 <= t <= 1; with
        `strictly` it is < for x1 < x2 and 0 < t < 1. What refutes it is two points and a weight.
        """
        self._bent(expression, symbol, "<" if strictly else "<=", told)

    def concave(self, expression: Any, symbol: Any, *, strictly: bool = False, **told: Any) -> None:
        """Between any two values of the symbol the expression does not lie below its chord."""
        self._bent(expression, symbol, ">" if strictly else ">=", told)

    def _bent(self, expression: Any, symbol: Any, relation: str, told: dict[str, Any]) -> None:
        term, domain = self._meaning(self._term(expression)), self._context().domain(self._name(symbol))
        if domain.field != "real" or domain.nonzero:
            raise AuthoringError("an expression is convex on an interval of real numbers")
        _, context, ((first,), (second,)) = self._twice(term, [symbol])
        taken = {*free_symbols(term), *(d.name for d in context.declarations)}
        weight = _fresh("t", "1", taken) if "t" in taken else "t"
        strict = relation in ("<", ">")
        unit = Domain("real", Fraction(0), Fraction(1), lower_open=strict, upper_open=strict)
        context = _declared(context, weight, unit)
        if strict:
            smaller = Claim(Symbol(first), "<", Symbol(second))
            context = replace(context, assumptions=(*context.assumptions, smaller))
        function = substitute(term, {self._name(symbol): Symbol(first)})
        arc, chord = arc_and_chord(function, first, second, weight)
        if told.get("corrected") is not None:
            raise AuthoringError("a claim about convexity cannot be corrected; claim what is true beside it")
        self._claim(Claim(arc, relation, chord, context), **told)

    # ---- extrema -----------------------------------------------------------------------------------
    def minimum(self, expression: Any, at: Mapping[Any, Any], value: Any = None, **told: Any) -> None:
        """The expression is nowhere smaller than where its symbols have these values; and its value there."""
        self._extremum(expression, at, value, ">=", told)

    def maximum(self, expression: Any, at: Mapping[Any, Any], value: Any = None, **told: Any) -> None:
        """The expression is nowhere larger than where its symbols have these values; and its value there."""
        self._extremum(expression, at, value, "<=", told)

    def _extremum(
        self, expression: Any, at: Mapping[Any, Any], value: Any, relation: str, told: dict[str, Any]
    ) -> None:
        term, context = self._term(expression), self._context()
        there = self._put(term, at)
        for symbol, where in at.items():
            self._lies_in(self._term(where), context.domain(self._name(symbol)), context, told)
        if value is not None:
            self._claim(Claim(there, "=", self._term(value), context), **told)
        self._claim(Claim(term, relation, there, context), **told)

    # ---- proportionality ---------------------------------------------------------------------------
    def proportional(self, lhs: Any, rhs: Any, *symbols: Any, factor: Any = None, **told: Any) -> None:
        """The left side is the right side times a factor in which the symbols do not occur.

        Without `factor` the claim is that the quotient is the same for any two values of the symbols.
        """
        left, right = self._term(lhs), self._term(rhs)
        names = [self._name(symbol) for symbol in symbols]
        if not names:
            raise AuthoringError("proportional needs the symbols of which the factor is free")
        if factor is not None:
            times = self._term(factor)
            held = sorted(set(free_symbols(self._meaning(times))).intersection(names))
            if held:
                raise AuthoringError(f"the factor is not free of {', '.join(held)}")
            self._claim(Claim(left, "=", Mul((times, right)), self._context()), **told)
            return
        (one, other), context, _ = self._twice(div(left, right), symbols)
        self._claim(Claim(one, "=", other, context), **told)

    # ---- within ------------------------------------------------------------------------------------
    def _twice(
        self, term: Term, symbols: Any
    ) -> tuple[tuple[Term, Term], Context, tuple[list[str], list[str]]]:
        """The term for two values of the symbols, each with the domain of the symbol, and their names."""
        context, names = self._context(), [self._name(symbol) for symbol in symbols]
        if not self._shown(term, names):
            term = self._meaning(term)
        taken = set(free_symbols(term)) | {d.name for d in context.declarations}
        first, second = [_fresh(n, "1", taken) for n in names], [_fresh(n, "2", taken) for n in names]
        sides, assumptions = [], list(context.assumptions)
        for new in (first, second):
            put: dict[str, Term] = {n: Symbol(m) for n, m in zip(names, new, strict=True)}
            sides.append(substitute(term, put))
            for name, other in zip(names, new, strict=True):
                context = _declared(context, other, context.domain(name))
            for claim in self._context().assumptions:
                if set(names) & set(free_symbols(claim.lhs, claim.rhs)):
                    lhs, rhs = substitute(claim.lhs, put), substitute(claim.rhs, put)
                    assumptions.append(replace(claim, lhs=lhs, rhs=rhs))
        kept = [a for a in assumptions if not set(names) & set(free_symbols(a.lhs, a.rhs))]
        return (sides[0], sides[1]), replace(context, assumptions=tuple(kept)), (first, second)

    def _put(self, term: Term, at: Mapping[Any, Any]) -> Term:
        """The term with these values for its symbols."""
        values = {self._name(symbol): self._term(value) for symbol, value in at.items()}
        if self._shown(term, values) and not any(isinstance(t, Derivative) for t in subterms(term)):
            return substitute(term, values)
        return substitute(self._meaning(term), values)

    def _shown(self, term: Term, names: Collection[str]) -> bool:
        """No definition hides that the term depends on one of the symbols."""
        reached, todo = set[str](), [term]
        bodies = {_head_name(d.head): d for d in self._context().definitions}
        while todo:
            for part in subterms(todo.pop()):
                found = bodies.get(_head_name(part))
                if found is not None and _head_name(part) not in reached:
                    reached.add(_head_name(part))
                    if set(names) & (set(free_symbols(found.body)) - set(free_symbols(*found.head.children))):
                        return False
                    todo.append(found.body)
        return True

    def _meaning(self, term: Term) -> Term:
        """The term with all definitions put in."""
        definitions = self._context().definitions
        return Unfolding([(d.head, d.body) for d in definitions]).meaning(term)

    def _name(self, symbol: Any) -> str:
        term = self._term(symbol)
        if not isinstance(term, Symbol):
            raise AuthoringError(f"{symbol!r} is no symbol", code="VD207")
        return term.name


def _head_name(term: Term) -> str:
    """The name that a definition gives a meaning: of a symbol, or of a function with its bracket."""
    return f"{term.function}(" if isinstance(term, Apply) else term.name if isinstance(term, Symbol) else ""


OPPOSITES = {"> 0": "<=", ">= 0": "<", "!= 0": "="}
"""What holds where a requirement fails."""


def _outside(inside: Domain) -> Iterator[Domain]:
    """The real numbers below and above a set of real numbers, as intervals."""
    if inside.lower is not None:
        yield Domain("real", upper=inside.lower, upper_open=not inside.lower_open)
    if inside.upper is not None:
        yield Domain("real", lower=inside.upper, lower_open=not inside.upper_open)


def _fresh(name: str, mark: str, taken: set[str]) -> str:
    """A name for one value of a symbol."""
    new = f"{name}_{mark}"
    while new in taken:
        new += mark
    taken.add(new)
    return new


def _declared(context: Context, name: str, domain: Domain) -> Context:
    """The context with a declaration more."""
    declarations = {d.name: d for d in context.declarations} | {name: Declaration(name, domain)}
    return replace(context, declarations=tuple(d for _, d in sorted(declarations.items())))


__all__ = ["Assertions"]
