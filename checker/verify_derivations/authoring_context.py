"""What is in force in a derivation: where its symbols live, what is assumed of them, what is defined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from verify_derivations.authoring_arrays import Arrays, is_array_head, is_by_rows
from verify_derivations.errors import AuthoringError
from verify_derivations.given import domain_of, head_name, relation_of, symbol_name
from verify_derivations.model import Claim, Context, Declaration, Definition, Derivation
from verify_derivations.term.arrays.array import Array, ShapeError, scalar, shape_text
from verify_derivations.term.calculus.unknown import unknown_functions
from verify_derivations.term.sympy.from_sympy import declared_domains
from verify_derivations.term.syntax.bounds import narrowed
from verify_derivations.term.syntax.domain import DOMAINS, Domain
from verify_derivations.term.syntax.nodes import Apply, Symbol, Term


class InForce:
    """The context of the statements of one derivation, as it grows from line to line."""

    def __init__(self, shell: Derivation) -> None:
        self._shell = shell
        self._declared: dict[str, Domain] = {}
        self._explicit: dict[str, Domain] = {}
        self._definitions: list[Definition] = []
        self._assumptions: list[Claim] = []
        self._functions: set[str] = set()
        self._arrays = Arrays()
        self._closed = False

    def _open(self) -> None:
        if self._closed:
            raise AuthoringError(
                f"the derivation {self._shell.id} is closed",
                help="indent the line, so that it stands inside the with block",
            )

    def declare(
        self, *symbols: Any, domain: str | Any = "real", over: Any = None, assume: str | Iterable[str] = ()
    ) -> None:
        """Say where symbols live: a name of `DOMAINS` or a SymPy set such as `Interval.open(0, 1)`.

        Args:
            symbols: symbols, arrays (whose entries live there), or indices.
            domain: where they live.
            over: for indices, the size up to which they run.
            assume: for arrays, one of `WORDS` of `authoring_arrays` or several: "symmetric", "invertible",
                "positive definite", "orthonormal columns", "simplex rows".
        """
        self._open()
        for symbol in symbols:
            if is_array_head(symbol):
                self._arrays.declare(symbol, domain_of(domain), assume)
            elif assume:
                raise AuthoringError(f"{symbol} is no array", code="VD207")
            elif over is not None:
                self._arrays.index(symbol_name(symbol), over)
            else:
                self._explicit[symbol_name(symbol)] = domain_of(domain)

    def assume(self, *relations: Any) -> None:
        """Hypotheses: `0 < a` and the like narrow a domain, other relations are kept as they are.

        Of arrays and free indices they are meant for all entries. `Q.symmetric(A)` and the like say what an
        array is.
        """
        for relation in relations:
            if self._arrays.holds(relation):
                continue
            lhs, sign, rhs = relation_of(relation)
            left, right = self._side(lhs), self._side(rhs)
            bounded = None
            if not left.rank and not right.rank:
                bounded = narrowed(self._domains(), left.body, sign, right.body)
            if bounded is not None:
                self._explicit.update(bounded)
            elif not self._arrays.bounded(left, sign, right):
                self._assumptions.append(self._arrays.given(left, sign, right))

    def _definition(self, head: Any, body: Any) -> Definition:
        """What a head stands for from here on.

        Raises:
            AuthoringError: it is no head of a definition, or has a meaning already.
        """
        if is_array_head(head):
            return self._arrays.define(head, self._side(body))
        left = self._side(head).body
        right = self._arrays.number(str(head), self._side(body))
        parameters = left.arguments if isinstance(left, Apply) else ()
        if not isinstance(left, (Symbol, Apply)) or not all(isinstance(p, Symbol) for p in parameters):
            raise AuthoringError(f"{head} cannot be defined: only a symbol or a function of symbols can be")
        if len(set(parameters)) != len(parameters):
            raise AuthoringError(f"{head} cannot be defined: a parameter occurs twice")
        if head_name(left) in [head_name(d.head) for d in self._definitions]:
            raise AuthoringError(
                f"{head_name(left)} is defined already", help="a new meaning needs a derivation of its own"
            )
        return Definition(left, right)

    def _side(self, expression: Any) -> Array:
        """One side of a statement: an array, or a number."""
        if isinstance(expression, Array):
            return expression
        if isinstance(expression, Term):
            return scalar(expression)
        for name, domain in declared_domains(expression).items():
            known = self._declared.setdefault(name, domain)
            if known != domain:
                raise AuthoringError(f"{name} is declared twice, with different assumptions", code="VD207")
        side = self._arrays.read(expression)
        # SymPy's Function("f") stands for any function, so a name without a definition does here
        self._functions.update(name for name, _ in unknown_functions(side.body))
        return side

    def _term(self, expression: Any) -> Term:
        """An expression that is a number."""
        side = self._side(expression)
        if side.rank:
            raise ShapeError(f"a number is expected here, not an array of shape {shape_text(side)}")
        return side.body

    def _statement(self, lhs: Array, sign: str, rhs: Array, context: Context | None = None) -> Claim:
        """The statement that two arrays, or two numbers, are in a relation."""
        left, right, indices = self._arrays.sides(lhs, rhs)
        self._arrays.require_indices(indices, {**self._declared, **self._explicit})
        context = replace(
            context or self._context(),
            indices=tuple(indices.items()),
            matrices=is_by_rows(lhs, list(indices)),
        )
        return Claim(left, sign, right, context)

    def _indices(self, *terms: Term, over: dict[str, Term]) -> dict[str, Term]:
        """The free indices of terms, and what they run over; of those in `over` that is known."""
        found = self._arrays.free_indices(terms, over)
        self._arrays.require_indices(found, {**self._declared, **self._explicit})
        return found

    def _set(self, domain: Any) -> Domain:
        return domain_of(domain)

    def _domains(self) -> dict[str, Domain]:
        sizes = dict.fromkeys(self._arrays.sizes, DOMAINS["posint"])
        known = {**self._declared, **self._explicit, **sizes}
        return {name: domain for name, domain in known.items() if name not in self._arrays.shapes}

    def _context(self) -> Context:
        return Context(
            tuple(Declaration(name, domain) for name, domain in sorted(self._domains().items())),
            tuple(self._definitions),
            (
                *self._assumptions,
                *self._arrays.bounds_of_sizes({**self._declared, **self._explicit}),
            ),
            tuple(sorted(self._functions)),
            arrays=self._arrays.declarations(),
        )


__all__ = ["InForce"]
