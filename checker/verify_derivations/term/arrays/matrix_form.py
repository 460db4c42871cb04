"""What entries of products of matrices are in matrix notation: the sum of A[i, k]*B[k, j] over k is A B.

Only for reading: nothing is decided with it. A sum is taken as a drawing: its indices are points, a matrix
with two of them is a line, a vector hangs at one. A point that is summed over is taken away where two lines
meet in it (a product of matrices), or where one line ends (a matrix times a vector).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from itertools import count

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import TermError
from verify_derivations.term.arrays.written_out import written_entries
from verify_derivations.term.syntax.build import mul
from verify_derivations.term.syntax.nodes import (
    ONE,
    Add,
    Apply,
    Delta,
    Determinant,
    Entry,
    Family,
    InverseEntry,
    Mul,
    Number,
    Pow,
    Sum,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.substitute import instantiate_bound
from verify_derivations.term.syntax.traverse import free_symbols

Shapes = Mapping[str, tuple[Term, ...]]


class NoMatrixForm(TermError):
    """The term says something that matrix notation has no words for."""


@dataclass(frozen=True, slots=True)
class Form:
    """A number, a vector or a matrix (`rank`) in matrix notation: an operation, and what it is applied to.

    `term` is a name's symbol, a number without arrays, or the function or power with a symbol for each part;
    of what is written out entry by entry (`parts`, row by row), the number of columns.
    """

    kind: str
    rank: int
    parts: tuple[Form, ...] = ()
    term: Term | None = None

    def holds(self, kind: str) -> bool:
        """A part of that kind occurs."""
        return self.kind == kind or any(part.holds(kind) for part in self.parts)


def matrix_form(term: Term, indices: Sequence[tuple[str, Term]], shapes: Shapes) -> Form:
    """The array whose entry at these indices the term is.

    Args:
        term: a number (no indices), an entry of a vector (one) or of a matrix (two).
        indices: the free indices, rows first, each with what it runs up to.
        shapes: the sizes of all arrays by name.

    Raises:
        NoMatrixForm: it has none.
    """
    if len(indices) > 2:
        raise NoMatrixForm("an array with more than two axes")
    places = tuple(Symbol(name) for name, _ in indices)
    found = [_Folding(shapes, dict(indices), last).form(term, places) for last in (True, False)]
    return min(found, key=_transposes)


@dataclass
class _Drawing:
    """A product under sums: what hangs at each point, and the lines between points."""

    numbers: list[Form]
    vectors: dict[Symbol, list[Form]]
    lines: list[tuple[Symbol, Symbol, Form]]

    def at(self, point: Symbol) -> list[tuple[Symbol, Symbol, Form]]:
        return [line for line in self.lines if point in line[:2]]


@dataclass
class _Folding:
    shapes: Shapes
    sizes: dict[str, Term]
    last_first: bool
    """Which of two sums is carried out first, where either could be."""
    fresh: Iterable[int] = field(default_factory=count)

    def form(self, term: Term, places: tuple[Symbol, ...]) -> Form:
        """The term as an array over these places, all of which occur in it."""
        if not places and not _has_arrays(term):
            return Form("number", 0, term=term)
        entries = written_entries(term, places, self.sizes)
        if entries is not None:
            columns = self.sizes[places[1].name] if len(places) == 2 else ONE
            return Form("written", len(places), tuple(self.form(e, ()) for e in entries), columns)
        if isinstance(term, Add):
            return Form("sum", len(places), tuple(self._summand(t, places) for t in term.terms))
        if isinstance(term, Apply | Pow):
            return self._applied(term, places)
        if isinstance(term, Determinant) and not places:
            return Form("determinant", 0, (self._family(term.matrix),))
        if len(places) == 2 and isinstance(term, Entry | InverseEntry | Delta):
            return self._between(term, *places)
        if len(places) == 1 and isinstance(term, Entry):
            return self._name(term, places)
        if isinstance(term, Mul | Sum):
            return self._contracted(term, places)
        raise NoMatrixForm(f"a {type(term).__name__} among matrices")

    def _summand(self, term: Term, places: tuple[Symbol, ...]) -> Form:
        """A summand; a number beside a vector is meant for every entry, beside a matrix it would mislead."""
        if isinstance(term, Number) and len(places) == 1:
            return Form("number", 0, term=term)
        if not set(places) <= _symbols(term):
            raise NoMatrixForm("a summand without one of the indices")
        return self.form(term, places)

    def _applied(self, term: Apply | Pow, places: tuple[Symbol, ...]) -> Form:
        """A function, entry by entry."""
        given = term.arguments if isinstance(term, Apply) else (term.base, term.exponent)
        parts: list[Form] = []
        slots: list[Term] = []
        for argument in given:
            used = tuple(p for p in places if p in _symbols(argument))
            if not used and not _has_arrays(argument):
                slots.append(argument)
                continue
            if used and used != places:
                raise NoMatrixForm("a function of arrays of different shapes")
            slots.append(Symbol(f"#{len(parts)}"))
            parts.append(self.form(argument, used))
        made = Apply(term.function, slots) if isinstance(term, Apply) else Pow(slots[0], slots[1])
        return Form("applied", len(places), tuple(parts), made)

    def _name(self, entry: Entry, places: tuple[Symbol, ...]) -> Form:
        if entry.indices != places:
            raise NoMatrixForm("an entry at an index that is none of these")
        sizes = tuple(self.sizes[p.name] for p in places)
        if self.shapes.get(entry.array) != sizes:
            raise NoMatrixForm("an index that does not run over the whole axis")
        return Form("name", len(places), term=Symbol(entry.array))

    def _between(self, term: Term, row: Symbol, column: Symbol) -> Form:
        """A matrix, from one point to another."""
        match term:
            case Entry(_, indices) if indices == (column, row):
                return transposed(self._name(term, (column, row)))
            case Entry():
                return self._name(term, (row, column))
            case InverseEntry(matrix, (r,), (c,)) if {r, c} == {row, column}:
                inverse = Form("inverse", 2, (self._family(matrix),))
                return inverse if (r, c) == (row, column) else transposed(inverse)
            case Delta(left, right) if {left, right} == {row, column}:
                return Form("identity", 2, term=self.sizes[row.name])
        return self.form(term, (row, column))

    def _on_the_diagonal(self, term: Term, at: Symbol) -> Form:
        """The matrix of an entry at equal indices."""
        other = self._point(self.sizes[at.name], ONE)
        if isinstance(term, Entry):
            return self._name(Entry(term.array, (at, other)), (at, other))
        if isinstance(term, InverseEntry):
            return self._between(InverseEntry(term.matrix, (at,), (other,)), at, other)
        raise NoMatrixForm("equal indices")

    def _family(self, matrix: Term) -> Form:
        places: list[Symbol] = []
        while isinstance(matrix, Family):
            places.append(self._point(matrix.upper, matrix.lower))
            matrix = instantiate_bound(matrix.body, places[-1])
        if len(places) != 2:
            raise NoMatrixForm("an index that is a group of indices")
        return self._between(matrix, *places)

    def _point(self, upper: Term, lower: Term) -> Symbol:
        if lower is not ONE:
            raise NoMatrixForm("a sum that does not begin at 1")
        name = f"@{next(iter(self.fresh))}"
        self.sizes[name] = upper
        return Symbol(name)

    # ---- products under sums -----------------------------------------------------------------------
    def _contracted(self, term: Term, places: tuple[Symbol, ...]) -> Form:
        factors: list[Term] = []
        summed: list[Symbol] = []
        self._flatten(term, factors, summed)
        drawing = _Drawing([], {}, [])
        plain: list[Term] = []
        for factor in factors:
            ends = tuple(p for p in (*places, *summed) if p in _symbols(factor))
            if len(ends) == 1 and _is_on_the_diagonal(factor):
                drawing.lines.append((*ends, *ends, self._on_the_diagonal(factor, *ends)))
            elif len(ends) == 2:
                drawing.lines.append((*ends, self._between(factor, *ends)))
            elif len(ends) == 1:
                drawing.vectors.setdefault(ends[0], []).append(self.form(factor, ends))
            elif ends:
                raise NoMatrixForm("a factor with more than two indices")
            elif _has_arrays(factor):
                drawing.numbers.append(self.form(factor, ()))
            else:
                plain.append(factor)
        while summed:
            order = reversed(summed) if self.last_first else summed
            point = min(order, key=lambda p: len(drawing.at(p)))
            summed.remove(point)
            self._take_away(drawing, point, set(places))
        return _whole(drawing, plain, places)

    def _flatten(self, term: Term, factors: list[Term], summed: list[Symbol]) -> None:
        if isinstance(term, Mul):
            for factor in term.factors:
                self._flatten(factor, factors, summed)
        elif isinstance(term, Sum):
            summed.append(self._point(term.upper, term.lower))
            self._flatten(instantiate_bound(term.body, summed[-1]), factors, summed)
        else:
            factors.append(term)

    def _take_away(self, drawing: _Drawing, point: Symbol, places: set[Symbol]) -> None:
        """The sum over one index is carried out: the point goes, and what met there becomes one."""
        lines, hanging = drawing.at(point), drawing.vectors.pop(point, [])
        drawing.lines = [line for line in drawing.lines if line not in lines]
        ends = _beside_each_other([_away_from(line, point) for line in lines], places)
        match ends:
            case []:
                drawing.numbers.append(_total(hanging))
            case [(other, matrix)] if other is not point and hanging:
                drawing.vectors.setdefault(other, []).append(product(matrix, hadamard(hanging)))
            case [(other, matrix)] if other is not point:
                ones = Form("ones", 1, term=self.sizes[point.name])
                drawing.vectors.setdefault(other, []).append(product(matrix, ones))
            case [(other, matrix)] if not hanging:
                drawing.numbers.append(Form("trace", 0, (matrix,)))
            case [(first, into), (second, onward)] if point not in (first, second):
                between = [Form("diagonal", 2, (hadamard(hanging),))] if hanging else []
                joined = product(into, *between, transposed(onward))
                drawing.lines.append((first, second, joined))
            case _:
                raise NoMatrixForm("an index that more than two matrices share")


def _away_from(line: tuple[Symbol, Symbol, Form], point: Symbol) -> tuple[Symbol, Form]:
    """The other end of a line, and the matrix from there to the point."""
    start, end, matrix = line
    return (start, matrix) if end is point else (end, transposed(matrix))


def _beside_each_other(ends: list[tuple[Symbol, Form]], places: set[Symbol]) -> list[tuple[Symbol, Form]]:
    """Matrices between the same two points, one of them a free index, are multiplied entry by entry."""
    if len(ends) < 2 or len({other for other, _ in ends}) > 1 or ends[0][0] not in places:
        return ends
    return [(ends[0][0], hadamard([matrix for _, matrix in ends]))]


def _total(vectors: list[Form]) -> Form:
    """The sum of the entries of a product of vectors."""
    match vectors:
        case []:
            raise NoMatrixForm("a sum of ones")
        case [only]:
            return Form("total", 0, (only,))
    return product(transposed(hadamard(vectors[:-1])), vectors[-1])


def _whole(drawing: _Drawing, plain: list[Term], places: tuple[Symbol, ...]) -> Form:
    """What is left when no index is summed over any more."""
    vectors = {p: hadamard(found) for p, found in drawing.vectors.items()}
    array: Form | None = None
    match places:
        case (row,):
            array = vectors.get(row)
        case (row, column):
            array = _matrix(drawing, vectors, row, column)
    left = [line for line in drawing.lines if line[0] is line[1] or set(line[:2]) != set(places)]
    if left or (places and array is None):
        raise NoMatrixForm("an index that is left over")
    numbers = [*([Form("number", 0, term=mul(*plain))] if plain else []), *drawing.numbers]
    factors = [*numbers, *([array] if array is not None else [])]
    return factors[0] if len(factors) == 1 else Form("scaled", len(places), tuple(factors))


def _matrix(drawing: _Drawing, vectors: Mapping[Symbol, Form], row: Symbol, column: Symbol) -> Form | None:
    matrices = [
        matrix if (start, end) == (row, column) else transposed(matrix)
        for start, end, matrix in drawing.lines
        if {start, end} == {row, column}
    ]
    left, right = vectors.get(row), vectors.get(column)
    if not matrices:
        return product(left, transposed(right)) if left is not None and right is not None else None
    diagonals = [None if v is None else Form("diagonal", 2, (v,)) for v in (left, right)]
    parts = (diagonals[0], hadamard(matrices), diagonals[1])
    return product(*(part for part in parts if part is not None))


# ---- operations ------------------------------------------------------------------------------------
def transposed(form: Form) -> Form:
    """The transpose; of a product, the product of the transposes."""
    if form.kind == "transposed":
        return form.parts[0]
    if form.kind in ("identity", "diagonal"):
        return form
    if form.kind == "product":
        return product(*(transposed(part) for part in reversed(form.parts)))
    if form.kind == "sum" and all(part.kind == "transposed" for part in form.parts):
        return Form("sum", form.rank, tuple(part.parts[0] for part in form.parts))
    return Form("transposed", form.rank, (form,))


def product(*factors: Form) -> Form:
    """The product of matrices, and of vectors as columns (or rows, where they are transposed)."""
    flat = [p for f in factors for p in (f.parts if f.kind == "product" else (f,))]
    flat = [p for p in flat if p.kind != "identity"] or flat[:1]
    if len(flat) == 1:
        return flat[0]
    row, column = _is_vector(flat[0], transposed=True), _is_vector(flat[-1], transposed=False)
    outer = _is_vector(flat[0], transposed=False) and _is_vector(flat[-1], transposed=True)
    rank = 2 if outer else 2 - row - column
    return Form("product", rank, tuple(flat))


def _is_vector(form: Form, *, transposed: bool) -> bool:
    return form.rank == 1 and (form.kind == "transposed") is transposed


def hadamard(factors: Sequence[Form]) -> Form:
    """The product entry by entry."""
    return factors[0] if len(factors) == 1 else Form("hadamard", factors[0].rank, tuple(factors))


def _transposes(form: Form) -> int:
    return (form.kind == "transposed") + sum(_transposes(part) for part in form.parts)


def _symbols(term: Term) -> set[Symbol]:
    return {Symbol(name) for name in free_symbols(term)}


def _is_on_the_diagonal(term: Term) -> bool:
    match term:
        case Entry(_, (row, column)) | InverseEntry(_, (row,), (column,)):
            return row is column
    return False


def _has_arrays(term: Term) -> bool:
    if isinstance(term, Entry | InverseEntry | Determinant | Delta | Sum):
        return True
    return any(_has_arrays(child) for child in term.children)


__all__ = ["Form", "NoMatrixForm", "Shapes", "matrix_form"]
