"""Names of quantities with indices that do not depend on how the indices are called or ordered.

A sum over several indices is a graph: its indices are joined by the quantities that hold them. Its name is
that of the graph in a canonical order of the indices: they are coloured by the quantities around them until
the colours no longer change (colour refinement); indices that still look alike are told apart by trying each
of them first, and the least name is taken. What looks alike is nearly always exchangeable; a bound on the
number of trials makes a pathological sum cost completeness, never soundness: the name always determines the
sum up to renaming.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from weakref import proxy

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.field import Element, Polynomial, monomials
from verify_derivations.term.arrays.affine import affine
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.nodes import (
    Apply,
    Constant,
    Delta,
    Determinant,
    Entry,
    InverseEntry,
    Number,
    Pow,
    Symbol,
    Term,
)

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.sums import Powers, Sums

MOST_TRIALS = 64
"""So many orders of indices that look alike are compared; with more, the first ones have to do."""

Tokens = Mapping[str, str]
"""What stands for an index in a name; an index that is not listed stands for itself."""


class Labelling:
    """The names of the generators of one valuation."""

    def __init__(self, sums: Sums) -> None:
        self.sums: Sums = proxy(sums)  # no circle: see `Indices`
        self.field = sums.field
        self._codes: dict[tuple[int, tuple[str, ...]], str] = {}
        self._heights: dict[int, int] = {}

    # ---- generators --------------------------------------------------------------------------------
    def of_generator(self, j: int, tokens: Tokens) -> str:
        """The name of a generator with these tokens for its indices."""
        held = tuple(tokens.get(i, i) for i in sorted(self.sums.indices_of(j)))
        found = self._codes.get((j, held))
        if found is None:
            found = self._codes[j, held] = self._code(j, tokens)
        return found

    def _code(self, j: int, tokens: Tokens) -> str:
        summand = self.sums.summands.get(j)
        if summand is not None:
            powers, under = self.split(summand.element)
            code, _, flipped = self.of_sum(summand.bound, powers, under, tokens)
            return ("-" if flipped else "") + code
        factor = self.sums.products.factors.get(j)
        if factor is not None:
            code, _, flipped = self.of_sum(factor.bound, [], factor.polynomial, tokens)
            return ("P-" if flipped else "P") + code
        term = self.field.generators[j].term
        match term:
            case Symbol(name) if name in self.sums.ranges:
                return f"i{self._token(term, tokens)}"
            case Symbol(name):
                return f"s{quoted(name)}"
            case Constant(name):
                return f"c{quoted(name)}"
            case Entry(array, indices):
                places = [self._token(i, tokens) for i in indices]
                if self.sums.v.symmetric(array):
                    places.sort()
                return f"e{quoted(array)}({','.join(places)})"
            case Delta(left, right):
                return f"d({','.join(sorted(self._token(i, tokens) for i in (left, right)))})"
            case Apply(function, arguments):
                return f"a{quoted(function)}({','.join(self.of_term(a, tokens) for a in arguments)})"
            case Pow(base, exponent):
                return f"p({self.of_term(base, tokens)},{self.of_term(exponent, tokens)})"
            case InverseEntry() | Determinant():
                return self.sums.v.matrices.code(term, tokens)
        raise CertificateError(f"a quantity of the kind {type(term).__name__} under a sum")

    def _token(self, index: Term, tokens: Tokens) -> str:
        if isinstance(index, Symbol) and index.name in self.sums.ranges:
            return quoted(tokens.get(index.name, index.name))
        if isinstance(index, Number):
            return quoted(f"#{text(index)}")  # an author may call an index "2"
        if isinstance(index, Symbol):
            return quoted(index.name)
        return self.of_term(index, tokens)

    def of_term(self, term: Term, tokens: Tokens) -> str:
        """The name of the value of a term."""
        return self.of_element(self.sums.v.value(term), tokens)

    # ---- elements ----------------------------------------------------------------------------------
    def of_element(self, e: Element, tokens: Tokens) -> str:
        """The name of an element, whatever the order of its generators."""
        top, bottom = self._monomials(e[0], tokens), self._monomials(e[1], tokens)
        if bottom[0][1] < 0:
            top, bottom = ([(m, -c) for m, c in part] for part in (top, bottom))
        return f"[{_joined(top)}/{_joined(bottom)}]"

    def of_polynomial(self, p: Polynomial, tokens: Tokens) -> tuple[str, bool]:
        """The name of a polynomial up to sign, and whether the sign is the other one."""
        monomials = self._monomials(p, tokens)
        flipped = bool(monomials) and monomials[0][1] < 0
        return f"[{_joined([(m, -c if flipped else c) for m, c in monomials])}]", flipped

    def _monomials(self, p: Polynomial, tokens: Tokens) -> list[tuple[str, int]]:
        """The monomials by name, with their coefficients, in the order of the names."""
        if p.is_constant():
            return [] if p.is_zero() else [("", int(p.leading_coefficient()))]
        names = [(j, self.of_generator(j, tokens)) for j, degree in enumerate(p.degrees()) if degree]
        found: dict[str, int] = {}
        for exponents, coefficient in monomials(p):
            powers = sorted([(code, int(exponents[j])) for j, code in names if exponents[j]])
            name = "*".join([f"{code}^{k}" for code, k in powers])
            found[name] = found.get(name, 0) + int(coefficient)
        return sorted(found.items())

    # ---- sums --------------------------------------------------------------------------------------
    def split(self, e: Element) -> tuple[Powers, Polynomial]:
        """The single monomial over the line of a summand, and what stands under it."""
        ((exponents, coefficient),) = e[0].to_dict().items()
        if coefficient != 1:
            raise CertificateError("a summand with a coefficient")
        return [(j, int(k)) for j, k in enumerate(exponents) if k], e[1]

    def of_sum(
        self,
        bound: tuple[str, ...],
        powers: Powers,
        under: Polynomial,
        tokens: Tokens,
        over: str | None = None,
    ) -> tuple[str, tuple[str, ...], bool]:
        """The name of a connected sum, its indices in canonical order, and whether its sign is turned.

        Args:
            bound: the indices summed over.
            powers: the product of generators above the line.
            under: the denominator.
            tokens: what stands for the indices that are not summed over.
            over: what stands for the ranges of the indices.
        """
        pieces = [_Piece(self, j, None, k) for j, k in powers]
        turned = False
        if not under.is_one():
            content, factors = under.factor()
            turned = content < 0
            pieces += [_Piece(self, -1, p, -int(e)) for p, e in factors]
            if abs(content) != 1:
                raise CertificateError("a denominator with a content")
        height = 1 + max((piece.height for piece in pieces), default=0)
        best: tuple[str, tuple[str, ...], bool] | None = None
        colours = {b: quoted(self.range(b, tokens)) for b in bound}
        for trial, ranks in enumerate(self._orders(bound, pieces, colours, tokens)):
            order = tuple(sorted(bound, key=ranks.__getitem__))
            inner = {**tokens, **{b: f"${height}.{k}" for k, b in enumerate(order)}}
            named = [piece.named(inner) for piece in pieces]
            flipped = turned
            for piece, (_, negative) in zip(pieces, named, strict=True):
                flipped ^= negative and piece.exponent % 2 == 1
            body = "*".join(
                sorted(f"{code}^{p.exponent}" for p, (code, _) in zip(pieces, named, strict=True))
            )
            ranges = ",".join(quoted(self.range(b, tokens)) for b in order) if over is None else over
            found = f"S{height}<{ranges}|{body}>", order, flipped
            if best is None or found[0] < best[0]:
                best = found
            if trial >= MOST_TRIALS:
                break
        if best is None:
            raise CertificateError("a sum over nothing")
        return best

    def range(self, name: str, tokens: Tokens) -> str:
        """The range of an index; it may hold indices around it."""
        return "..".join(_bound(bound, tokens) for bound in self.sums.ranges[name])

    def _orders(
        self, bound: tuple[str, ...], pieces: list[_Piece], colours: dict[str, str], tokens: Tokens
    ) -> Iterator[dict[str, int]]:
        """Orders of the indices: the refined colours, where they tell all apart; else by trials."""
        ranks = self._refined(bound, pieces, colours, tokens)
        cells: dict[int, list[str]] = {}
        for b in bound:
            cells.setdefault(ranks[b], []).append(b)
        alike = next((cell for _, cell in sorted(cells.items()) if len(cell) > 1), None)
        if alike is None:
            yield ranks
            return
        for first in alike:
            marked = {b: f"{ranks[b]}{'!' if b == first else ''}" for b in bound}
            yield from self._orders(bound, pieces, marked, tokens)

    def _refined(
        self, bound: tuple[str, ...], pieces: list[_Piece], colours: dict[str, str], tokens: Tokens
    ) -> dict[str, int]:
        """Ranks of the indices by the quantities around them, refined until nothing changes."""
        count = len(set(colours.values()))
        while True:
            signs = {b: (colours[b], self._around(b, bound, pieces, colours, tokens)) for b in bound}
            order = {sign: rank for rank, sign in enumerate(sorted(set(signs.values())))}
            ranks = {b: order[signs[b]] for b in bound}
            if len(order) == count or len(order) == len(bound):
                return ranks
            count, colours = len(order), {b: str(rank) for b, rank in ranks.items()}

    def _around(
        self, b: str, bound: tuple[str, ...], pieces: list[_Piece], colours: Mapping[str, str], tokens: Tokens
    ) -> str:
        seen = {**tokens, **{c: "*" if c == b else f"~{colours[c]}" for c in bound}}
        return "*".join(sorted(f"{p.named(seen)[0]}^{p.exponent}" for p in pieces if b in p.indices))

    # ---- heights -----------------------------------------------------------------------------------
    def height(self, j: int) -> int:
        """How many sums are nested in a generator; the tokens of an inner sum differ from those around."""
        found = self._heights.get(j)
        if found is None:
            found = self._heights[j] = self._height(j)
        return found

    def _height(self, j: int) -> int:
        summand = self.sums.summands.get(j)
        if summand is not None:
            return 1 + self.height_of(summand.element)
        factor = self.sums.products.factors.get(j)
        if factor is not None:
            return 1 + self.height_of((factor.polynomial, factor.polynomial))
        term = self.field.generators[j].term
        if isinstance(term, InverseEntry | Determinant):
            return 1 + self.sums.v.matrices.height(term)
        if isinstance(term, Apply | Pow):
            return max((self.height_of(self.sums.v.value(child)) for child in term.children), default=0)
        return 0

    def height_of(self, e: Element) -> int:
        """The greatest height of the generators of an element."""
        return max(
            (self.height(j) for p in e if not p.is_constant() for j, k in enumerate(p.degrees()) if k),
            default=0,
        )


class _Piece:
    """A factor of a summand: a generator, or a polynomial of the denominator, with its exponent."""

    def __init__(self, labelling: Labelling, j: int, p: Polynomial | None, exponent: int) -> None:
        self.labelling, self.j, self.p, self.exponent = labelling, j, p, exponent
        sums = labelling.sums
        self.indices = sums.indices_of(j) if p is None else sums.held(p)
        self.height = labelling.height(j) if p is None else labelling.height_of((p, p))

    def named(self, tokens: Tokens) -> tuple[str, bool]:
        """The name, and whether it is that of the negative."""
        if self.p is None:
            return self.labelling.of_generator(self.j, tokens), False
        return self.labelling.of_polynomial(self.p, tokens)


def quoted(name: str) -> str:
    """A name whose end is known whatever it holds."""
    return f"{len(name)}:{name}"


def _bound(bound: Term, tokens: Tokens) -> str:
    """A bound of a range, whatever the indices in it are called."""
    form = affine(bound) if bound.names & tokens.keys() else None
    if form is None:
        return text(bound)
    parts = sorted((quoted(tokens.get(name, name)), c) for name, c in form.parts)
    return "+".join([f"{c}*{name}" for name, c in parts] + [str(form.constant)])


def _joined(monomials: list[tuple[str, int]]) -> str:
    return "+".join(f"{coefficient}{name}" for name, coefficient in monomials)


__all__ = ["Labelling", "Tokens", "quoted"]
