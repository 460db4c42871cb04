"""Entries of inverse matrices, determinants, and what is assumed of arrays, as quantities of the field."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING
from weakref import proxy

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.cofactors import cofactor, laplace
from verify_derivations.kernel.algebra.field import Element, Polynomial
from verify_derivations.kernel.claims.defined import defined_parts
from verify_derivations.kernel.inference.labelling import Tokens, quoted
from verify_derivations.kernel.inference.subsums import Rule
from verify_derivations.term.arrays.families import matrix_at, sizes_of
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import add, mul, neg, number, rational
from verify_derivations.term.syntax.nodes import (
    ONE,
    Delta,
    Determinant,
    Entry,
    Family,
    InverseEntry,
    Number,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import instantiate_bound, substitute
from verify_derivations.term.syntax.traverse import subterms

if TYPE_CHECKING:
    from verify_derivations.kernel.inference.sums import Range
    from verify_derivations.kernel.inference.valuation import Valuation

Names = tuple[str, ...]

LARGEST_WRITTEN_OUT = 3
"""Matrices of a size that is a number, up to this one, have their determinants and inverses written out."""


class Matrices:
    """The square matrices of one valuation."""

    def __init__(self, v: Valuation) -> None:
        self.v: Valuation = proxy(v)  # no circle: see `Indices`
        self.field = v.field
        self._opened: dict[Term, tuple[Names, Names, Element]] = {}
        self._ruled: set[str] = set()
        self._regular: set[str] = set()

    # ---- matrices ----------------------------------------------------------------------------------
    def opened(self, matrix: Term) -> tuple[Names, Names, Element]:
        """The entry of a matrix at row and column indices of its own: their names, and its value.

        Raises:
            CertificateError: the matrix is not square.
        """
        found = self._opened.get(matrix)
        if found is None:
            ranges: list[Range] = []
            inner = matrix
            names: list[str] = []
            taken = set(self.v.sums.indices_in(matrix))
            while isinstance(inner, Family):
                ranges.append((inner.lower, inner.upper))
                names.append(self.v.sums.fresh(ranges[-1], {*taken, *names}, "?m"))
                inner = matrix_at_one(inner, names[-1])
            half = len(names) // 2
            if len(names) % 2 or not names or ranges[:half] != ranges[half:]:
                raise CertificateError("a matrix that is not square")
            if not all(self.v.sums.nonempty(over) for over in ranges):
                raise CertificateError("a matrix that may have no rows")
            if matrix in self.v.given:
                self.v.sums.suppose_all(names, inner, real=matrix in self.v.reals)
            found = self._opened[matrix] = tuple(names[:half]), tuple(names[half:]), self.v.value(inner)
        return found

    def code(self, term: InverseEntry | Determinant, tokens: Tokens) -> str:
        """The name of an entry of an inverse, or of a determinant, whatever its indices are called."""
        rows, columns, element = self.opened(term.matrix)
        straight, transposed = self._codes(rows, columns, element, tokens)
        if isinstance(term, Determinant):
            return f"D<{min(straight, transposed)}>"
        places = [
            ",".join(self.v.sums.labelling._token(i, tokens) for i in part)
            for part in (term.row, term.column)
        ]
        if straight == transposed:
            places.sort()
        elif transposed < straight:
            places.reverse()
        return f"I<{min(straight, transposed)}>({';'.join(places)})"

    def _codes(self, rows: Names, columns: Names, element: Element, tokens: Tokens) -> tuple[str, str]:
        """The name of a matrix, and of its transpose."""
        height = self.v.sums.labelling.height_of(element) + 1
        p = {name: f"${height}.p{k}" for k, name in enumerate(rows)}
        q = {name: f"${height}.q{k}" for k, name in enumerate(columns)}
        turned = {**{name: f"${height}.p{k}" for k, name in enumerate(columns)}}
        turned |= {name: f"${height}.q{k}" for k, name in enumerate(rows)}
        of = self.v.sums.labelling.of_element
        ranges = ",".join(quoted(_shown(self.v.sums.ranges[name])) for name in rows)
        straight, transposed = of(element, {**tokens, **p, **q}), of(element, {**tokens, **turned})
        return f"{ranges}|{straight}", f"{ranges}|{transposed}"

    def height(self, term: InverseEntry | Determinant) -> int:
        return self.v.sums.labelling.height_of(self.opened(term.matrix)[2])

    def regular(self, matrix: Term) -> None:
        """The matrix is invertible wherever the statement is defined: that has been shown."""
        self._regular.add(self.code(Determinant(matrix), {}))

    def require_regular(self, term: InverseEntry) -> None:
        """What the statement inverts is invertible; of what a lemma inverts that has to be known."""
        if term in self.v.given:
            self.regular(term.matrix)
        elif self.code(Determinant(term.matrix), {}) not in self._regular:
            if not self.v.signs.nonzero(self.v.value(Determinant(term.matrix))):
                raise CertificateError("a lemma inverts a matrix that may be singular")
            self.regular(term.matrix)

    def learn_inverses(self, statement: Sequence[Term]) -> None:
        """The rules for all matrices that the statement inverts, before any of its sums is computed."""
        inverting = [term for term in statement if term.holds(InverseEntry)]
        parts = defined_parts(self.v.domains, *inverting)
        inverses = [part for part in parts if isinstance(part, InverseEntry) and not part.matrix.loose]
        for term in sorted(
            inverses, key=_inverses_within
        ):  # a lemma about an outer one may need the inner one
            self.regular(term.matrix)
            rows, columns, element = self.opened(term.matrix)
            self._rules_for(term.matrix, rows, columns, element)

    # ---- inverses ----------------------------------------------------------------------------------
    def inverse_entry(self, term: InverseEntry) -> Element:
        """The value of an entry of an inverse.

        Raises:
            CertificateError: the matrix may be singular.
        """
        self.require_regular(term)
        rows, columns, element = self.opened(term.matrix)
        members = self._members(term.matrix)
        if members is not None and isinstance(term.row[0], Number) and isinstance(term.column[0], Number):
            row, column = int(term.row[0].value) - 1, int(term.column[0].value) - 1
            over = self.v.value(Determinant(term.matrix))
            return self.field.mul(cofactor(self.field, members, column, row), self.field.inverse(over))
        unit = self._is_unit(rows, columns, element)
        if unit is not None:
            deltas = self.v.value(mul(*(Delta(i, j) for i, j in zip(term.row, term.column, strict=True))))
            return self.field.mul(deltas, self.field.inverse(unit))
        content, primitive = self.content(element, {*rows, *columns})
        matrix = term.matrix
        if content != self.field.one:
            matrix = self._written(rows, columns, primitive)
            self.regular(matrix)
            inner = self.v.value(InverseEntry(matrix, term.row, term.column))
            return self.field.mul(inner, self.field.inverse(content))
        name = ("inverse", self.code(term, {}))
        j = self.v.atoms.get(name)
        if j is None:
            j = self.v.atoms[name] = self.field.new(term, "r" if self._is_real(element) else "c")
        self._rules_for(matrix, rows, columns, element)
        return self.field.generator(j)

    def _is_real(self, element: Element) -> bool:
        return self.v.signs.real(element)

    def _is_unit(self, rows: Names, columns: Names, element: Element) -> Element | None:
        """c where the matrix is c times the unit matrix."""
        deltas = self.v.value(mul(*(Delta(Symbol(p), Symbol(q)) for p, q in zip(rows, columns, strict=True))))
        quotient = self.field.mul(element, self.field.inverse(deltas))
        held = self.v.sums.held(quotient[0]) | self.v.sums.held(quotient[1])
        return None if held & {*rows, *columns} or element[0].is_zero() else quotient

    def content(self, element: Element, names: set[str]) -> tuple[Element, Element]:
        """A factor without the row and column indices, and the rest."""
        n, d = element
        constant, factors = n.factor()
        content = self.field.constant(constant)
        for p, e in factors:
            if not self.v.sums.held(p) & names:
                content = content * p ** int(e)
        if self.v.sums.held(d) & names:
            return self.field.one, element
        whole = self.field.lowest(content, d)
        return whole, self.field.mul(element, self.field.inverse(whole))

    def _written(self, rows: Names, columns: Names, element: Element) -> Term:
        """A matrix with this entry, as families."""
        body = self.v.sums.written(element)
        for name in reversed((*rows, *columns)):
            lower, upper = self.v.sums.ranges[name]
            body = Family("i" if name in rows else "j", lower, upper, bind(body, name))
        return body

    def _rules_for(self, matrix: Term, rows: Names, columns: Names, element: Element) -> None:
        """M M**-1 = 1 and M**-1 M = 1, solved for the longest product of M that links row and column."""
        key = self._codes(rows, columns, element, {})[0]
        if key in self._ruled:
            return
        self._ruled.add(key)
        if not element[1].is_one():
            return
        lead = self._lead(element[0], {*rows}, {*columns})
        if lead is None:
            return
        exponents, coefficient = lead
        rest = element[0] - self.field.context.from_dict({exponents: coefficient})
        shown = self.v.sums.written((rest, self.field.one[0]))
        extra = {i: Symbol(f"?x{i}") for i in self.v.sums.indices_in(matrix)}
        for name, symbol in extra.items():
            self.v.sums.ranges[symbol.name] = self.v.sums.ranges[name]
        for left in (True, False):
            self._inverse_rule(matrix, rows, columns, (exponents, coefficient), shown, left=left)

    def _inverse_rule(
        self,
        matrix: Term,
        rows: Names,
        columns: Names,
        lead: tuple[tuple[int, ...], int],
        rest: Term,
        *,
        left: bool,
    ) -> None:
        sums = self.v.sums
        ranges = [sums.ranges[name] for name in rows]
        a, b, r = ([self._named(mark, k, over) for k, over in enumerate(ranges)] for mark in "abr")
        extra = sorted(sums.indices_in(matrix))
        outer, inner = (a, b) if left else (b, a)
        put = dict(zip(rows, outer, strict=True)) | dict(zip(columns, inner, strict=True))
        put |= {name: f"?x{name}" for name in extra}
        symbols = {name: Symbol(new) for name, new in put.items()}
        renamed_matrix = substitute(matrix, {name: symbols[name] for name in extra})
        b_, r_ = [Symbol(n) for n in b], [Symbol(n) for n in r]
        entry = InverseEntry(renamed_matrix, b_, r_) if left else InverseEntry(renamed_matrix, r_, b_)
        exponents, coefficient = lead
        opened = self._opened_product(exponents, put)
        code = ("inverse", self.code(entry, {}))
        g = self.v.atoms.get(code)
        if g is None:
            g = self.v.atoms[code] = self.field.new(entry, "c")
        if opened is None:
            return
        bound, powers = opened
        unit = mul(*(Delta(Symbol(i), j) for i, j in zip(a, r_, strict=True)))
        others: Term = mul(substitute(rest, symbols), entry)
        for name in reversed(b):
            lower, upper = sums.ranges[name]
            others = Sum("k", lower, upper, bind(others, name))
        becomes = mul(number(Fraction(1, coefficient)), add(unit, neg(others)))
        free = (*a, *r, *(f"?x{name}" for name in extra))
        sums.rules.add(Rule((*bound, *b), free, (*powers, (g, 1)), becomes))

    def _named(self, mark: str, k: int, over: Range) -> str:
        return self.v.sums.fresh(over, (), f"?{mark}{k}")

    def _opened_product(
        self, exponents: Sequence[int], put: dict[str, str]
    ) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]] | None:
        """A product of generators for other indices, with its sums opened: their indices, and the product."""
        sums, field = self.v.sums, self.field
        bound: list[str] = []
        element = field.one
        for j, k in enumerate(exponents):
            for _ in range(k):
                if j in sums.summands:
                    names, summand = sums.reopened(j, {*bound, *put}, "?s")
                    bound += names
                    element = field.mul(element, sums.renamed(summand, put))
                else:
                    element = field.mul(element, sums.renamed(sums.product([(j, 1)]), put))
        if not element[1].is_one() or len(element[0]) != 1:
            return None
        ((powers, coefficient),) = element[0].to_dict().items()
        if coefficient != 1:
            return None
        return tuple(bound), tuple((j, int(k)) for j, k in enumerate(powers) if k)

    def _lead(self, n: Polynomial, rows: set[str], columns: set[str]) -> tuple[tuple[int, ...], int] | None:
        """The longest product in which a row index and a column index hang together."""
        best = None
        for exponents, coefficient in n.to_dict().items():
            powers = [(j, int(k)) for j, k in enumerate(exponents) if k]
            held = [(j, k) for j, k in powers if self.v.sums.indices_of(j) & (rows | columns)]
            if len(held) != 1 or held[0][1] != 1:
                continue
            indices = self.v.sums.indices_of(held[0][0])
            if not (rows | columns <= indices) or isinstance(self.field.generators[held[0][0]].term, Delta):
                continue
            if any(j in self.v.sums.summands for j, _ in powers if j != held[0][0]):
                continue
            weight = self._weight(held[0][0]), len(powers), self.v.sums.labelling.of_generator(held[0][0], {})
            if best is None or weight > best[0]:
                best = weight, (tuple(exponents), int(coefficient))
        return None if best is None else best[1]

    def _weight(self, j: int) -> int:
        summand = self.v.sums.summands.get(j)
        return 1 if summand is None else 1 + len(summand.bound)

    # ---- determinants ------------------------------------------------------------------------------
    def determinant(self, term: Determinant) -> Element:
        """The value of a determinant."""
        rows, columns, element = self.opened(term.matrix)
        unit = self._is_unit(rows, columns, element)
        if unit == self.field.one:
            return self.field.one
        members = self._members(term.matrix)
        if members is not None:
            value = laplace(self.field, members)
            if self._assumed(term):
                self._learn(term, value)
            return value
        name = ("determinant", self.code(term, {}))
        j = self.v.atoms.get(name)
        if j is None:
            j = self.v.atoms[name] = self.field.new(term, self._sign(term, element))
            self.field.generators[j].nonzero = self._is_regular(term)
        return self.field.generator(j)

    def _members(self, matrix: Term) -> list[list[Element]] | None:
        """All entries of a small matrix whose size is a number."""
        sizes = [rational(size) for size in sizes_of(matrix)]
        if len(sizes) != 1 or sizes[0] is None or sizes[0] > LARGEST_WRITTEN_OUT:
            return None
        places = [Number(k) for k in range(1, int(sizes[0]) + 1)]
        terms = [[matrix_at(matrix, (i,), (j,)) for j in places] for i in places]
        for term in (term for row in terms for term in row):
            if matrix in self.v.given:  # a family has a value where all of its members have one
                self.v.given.update(defined_parts(self.v.domains, term))
            if matrix in self.v.reals:
                self.v.reals.update(defined_parts(self.v.domains, term))
        return [[self.v.value(term) for term in row] for row in terms]

    def _learn(self, term: Determinant, value: Element) -> None:
        """What is assumed of the array tells of its determinant."""
        if "spd" in self._assumed(term):
            self.v.signs.learn(value, "> 0")
        elif self._is_regular(term):
            self.v.signs.learn(value, "!= 0")

    def _sign(self, term: Determinant, element: Element) -> str:
        words = self._assumed(term)
        return "+" if "spd" in words else "r" if self._is_real(element) else "c"

    def _is_regular(self, term: Determinant) -> bool:
        return bool({"inv", "spd"} & set(self._assumed(term)))

    def _assumed(self, term: Determinant) -> tuple[str, ...]:
        """What is assumed of the array whose determinant it is; nothing of other matrices."""
        body = matrix_at(term.matrix, (ONE,), (ONE,)) if _plain(term.matrix) else None
        if isinstance(body, Entry) and body.array in self.v.arrays:
            inner = term.matrix
            names: list[str] = []
            while isinstance(inner, Family):
                names.append(self.v.sums.fresh((inner.lower, inner.upper), names, "?d"))
                inner = matrix_at_one(inner, names[-1])
            declared = self.v.arrays[body.array]
            if tuple(self.v.sums.ranges[name] for name in names) != tuple((ONE, n) for n in declared.shape):
                return ()  # a part of the array
            if isinstance(inner, Entry) and [getattr(i, "name", "") for i in inner.indices] in (
                names,
                names[::-1],
            ):
                return declared.assumed
        return ()


def matrix_at_one(family: Family, name: str) -> Term:
    """The member of a family at an index."""
    return instantiate_bound(family.body, Symbol(name))


def _inverses_within(term: InverseEntry) -> int:
    """How many entries of inverses stand in the matrix."""
    if not term.matrix.holds(InverseEntry):
        return 0
    return sum(isinstance(part, InverseEntry) for part in subterms(term.matrix))


def _plain(matrix: Term) -> bool:
    """A family of families of numbers."""
    return (
        isinstance(matrix, Family)
        and isinstance(matrix.body, Family)
        and not isinstance(matrix.body.body, Family)
    )


def _shown(over: Range) -> str:
    from verify_derivations.term.notation.text import text

    return f"{text(over[0])}..{text(over[1])}"


__all__ = ["Matrices"]
