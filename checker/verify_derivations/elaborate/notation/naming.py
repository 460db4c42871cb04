"""Names for what a statement leaves without one: sizes of arrays, and the indices of its entries."""

from __future__ import annotations

from collections.abc import Iterator

from verify_derivations.elaborate.notation.scope import Notes
from verify_derivations.elaborate.notation.sizes import MARK, Sizes, is_unknown
from verify_derivations.elaborate.notation.usage import Usage
from verify_derivations.term.syntax.nodes import Symbol, Term
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import free_symbols

SIZE_NAMES = "nmdpqr"
INDEX_NAMES = "ijklpqrstuvw"


class Naming:
    """Gives names that nothing else in the statement has; on a term, it puts sizes for the unknown ones."""

    def __init__(self, sizes: Sizes, usage: Usage, notes: Notes) -> None:
        self.sizes, self.notes = sizes, notes
        self.taken = usage.alone | usage.bound | usage.called | set(notes.sizes) | set(notes.free)
        self.names: dict[str, Symbol] = {}

    def __call__(self, term: Term) -> Term:
        unknown = [name for name in free_symbols(term) if name.startswith(MARK)]
        return substitute(term, {name: self.size(name) for name in unknown}) if unknown else term

    def size(self, name: str) -> Term:
        """What an unknown size is, or a name for it."""
        found = self.sizes.of(Symbol(name))
        if not is_unknown(found) or not isinstance(found, Symbol):
            return found
        if found.name not in self.names:
            self.names[found.name] = Symbol(self._free(_size_names(found.name[len(MARK) :])))
            self.notes.sizes.setdefault(self.names[found.name].name)
        return self.names[found.name]

    def indices(self, count: int) -> list[Symbol]:
        """Names for the indices of an entry."""
        return [
            Symbol(self._free(iter((*INDEX_NAMES, *(f"{k}'" for k in INDEX_NAMES))))) for _ in range(count)
        ]

    def _free(self, candidates: Iterator[str]) -> str:
        name = next(name for name in candidates if name not in self.taken)
        self.taken.add(name)
        return name


def _size_names(key: str) -> Iterator[str]:
    """N_k for what an index k runs to, else n, m, d ...; then with primes."""
    stems = [f"N_{key}"] if len(key) == 1 else list(SIZE_NAMES)
    primes = ""
    while True:
        yield from (stem + primes for stem in stems)
        primes += "'"
