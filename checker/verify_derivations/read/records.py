"""A claim record, a JSON object, into a claim; or the reason why it is none.

A record is data from anywhere. Whatever is in it is used as it is meant or the record is turned down with
the reason: a field that is not known is never left out silently, as it might have changed the meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from verify_derivations.errors import TermError
from verify_derivations.model import (
    Claim,
    Context,
    Declaration,
    Definition,
    Read,
    Reading,
    Status,
)
from verify_derivations.read.arrays import ArrayReader, declaration, index_sizes
from verify_derivations.read.domains import OBJECTS, RecordError, domain_of, kind_of
from verify_derivations.read.letters import with_letters_as_numbers
from verify_derivations.read.term_checks import Names, look_at_terms
from verify_derivations.term.arrays.array import ShapeError
from verify_derivations.term.calculus.functions import FUNCTIONS
from verify_derivations.term.notation.plain import NAMES, TooLarge, parse_plain, parse_relations
from verify_derivations.term.notation.plain_conditions import read_condition
from verify_derivations.term.syntax.bounds import narrowed
from verify_derivations.term.syntax.decimals import read_decimal
from verify_derivations.term.syntax.domain import DOMAINS, Domain
from verify_derivations.term.syntax.nodes import Apply, Symbol, Term
from verify_derivations.term.syntax.relations import between_conditions, relation_sign
from verify_derivations.term.syntax.traverse import free_symbols

FIELDS = (
    "id",
    "syntax",
    "lhs",
    "relation",
    "rhs",
    "symbols",
    "indices",
    "let",
    "given",
    "functions",
    "sizes",
)
SYNTAXES = ("plain", "latex", None)
LATEX_RELATIONS = ("=", "!=", "<", "<=", ">", ">=", "≈")
"""The relations between two sides that are both read as LaTeX."""

LABELS = ("truth", "mutation", "mutant_of", "ref", "latex", "kind")
"""What a record may say about itself; no answer depends on it."""

# Within Python a record may hold terms where JSON has text, and domains where it has their names.


def read_record(record: object) -> Claim:
    """The claim that a record states, where it can be read in one way only.

    Raises:
        RecordError: it states none, one that is not understood, or one that leaves something open; then
            `read_readings` has all the ways to read it.

    >>> claim = read_record({"lhs": "2*x", "rhs": "x + x", "symbols": {"x": {"domain": "positive"}}})
    >>> claim.context.domain("x") is DOMAINS["positive"]
    True
    """
    read = read_readings(record)
    if read.steps:
        raise _not_understood("it makes several claims, a chain")
    if read.alternatives:
        first = read.alternatives[0]
        raise _not_understood(f"it is open whether {first.words}; declare which is meant: {first.help}")
    return read.claim


def read_readings(record: object) -> Read:
    """The claim, and how else the record can be read: LaTeX has places that nothing in it settles.

    Raises:
        RecordError: it states no claim, or one that is not understood.
    """
    if not isinstance(record, dict):
        raise RecordError(f"a record is a JSON object, not {kind_of(record)}")
    _look_over(record)
    if record.get("syntax") == "latex":
        from verify_derivations.read.latex_records import read_latex_record  # only who needs it pays for it

        return read_latex_record(record, LATEX_RELATIONS)
    claim = _Record(record).claim()
    return Read(claim, with_letters_as_numbers(claim, record))


def _look_over(record: dict[str, Any]) -> None:
    """Every field is known, has the type that it should have, and is one that can be followed."""
    for name in record:
        if name not in FIELDS and name not in LABELS:
            from difflib import get_close_matches

            close = [SYNONYMS[name]] if name in SYNONYMS else get_close_matches(name, FIELDS, n=1)
            hint = f'; did you mean "{close[0]}"?' if close else ""
            raise _not_understood(f'there is no field "{name[:40]}" in a record{hint}')
    for name in ("lhs", "rhs"):
        if name not in record:
            raise RecordError(f'the record has no "{name}"')
    for name, (kind, words) in TYPES.items():
        if record.get(name) is not None and not isinstance(record[name], kind):
            raise RecordError(f'"{name}" is {kind_of(record[name])}; it should be {words}')
    if record.get("syntax", "plain") not in SYNTAXES:
        raise _not_understood(f'the syntax "{record["syntax"]}" is not read here; "plain" and "latex" are')


SYNONYMS = {
    "left": "lhs",
    "right": "rhs",
    "assume": "given",
    "where": "let",
    "define": "let",
    "op": "relation",
}
"""What others call our fields."""

TYPES: dict[str, tuple[type | tuple[type, ...], str]] = {
    "syntax": (str, "text"),
    "lhs": ((str, Term), "text"),
    "relation": (str, "text"),
    "rhs": ((str, Term), "text"),
    "symbols": (dict, "an object of names"),
    "indices": (dict, "an object of names"),
    "let": (list, "a list of pairs [name, expression]"),
    "given": (list, "a list of pairs [left, right], triples [left, relation, right] or comparisons"),
    "functions": (list, "a list of names"),
    "sizes": (str, "a comparison"),
}


class _Record:
    """One record, and what its terms may use."""

    def __init__(self, record: dict[str, Any]) -> None:
        self.record = record
        self.functions = _functions(record.get("functions") or [])
        symbols = record.get("symbols") or {}
        self.domains = {name: _domain(name, said) for name, said in symbols.items()}
        self.defined: set[str] = set()
        self.arrays = _arrays(record, self.domains, self.functions)

    def claim(self) -> Claim:
        """The claim, after a look at all of its terms together."""
        if self.arrays is not None:
            return self._array_claim(self.arrays)
        sign = self.record.get("relation") or "="
        connective = between_conditions(sign)
        relation = connective or self._relation(sign)
        lhs = self._side("lhs", connective)
        rhs = self._decimal() if relation == "≈" else self._side("rhs", connective)
        definitions = tuple(self._definition(pair) for pair in self.record.get("let") or [])
        assumptions = self._assumptions()
        bodies = [definition.body for definition in definitions]
        given = [side for claim in assumptions for side in (claim.lhs, claim.rhs)]
        look_at_terms((lhs, rhs, *bodies, *given), self._names())
        declarations = tuple(Declaration(name, domain) for name, domain in sorted(self.domains.items()))
        functions = tuple(sorted(self.functions))
        context = Context(declarations, definitions, assumptions, functions, self._reading())
        return Claim(lhs, relation, rhs, context)

    def _side(self, place: str, connective: str | None) -> Term:
        """A side: an expression, or a condition where the claim is a step between conditions."""
        if connective is None:
            return self._term(place, self.record[place])
        text = self._text(place)
        return cast(Term, _read(place, lambda: read_condition(text, self.functions)))

    def _names(self) -> Names:
        return Names(self.domains, self.functions, self.defined, self.arrays is not None)

    def _array_claim(self, reader: ArrayReader) -> Claim:
        """The claim about arrays, entry by entry."""
        if between_conditions(self.record.get("relation") or "="):
            raise _not_understood(
                "a step between conditions on arrays is not read; state it of their entries"
            )
        relation = self._relation(self.record.get("relation") or "=")
        compared = self._sizes_compared(reader)
        definitions = tuple(self._array_definition(reader, pair) for pair in self.record.get("let") or [])
        lhs, rhs, over = _read("", lambda: reader.sides(self._text("lhs"), self._text("rhs")))
        assumptions = tuple(
            _read("given", lambda g=given: reader.given(*g))  # type: ignore[misc]  # bound at once
            for given in self._given_texts()
        )
        assumptions += compared
        self.domains.update(
            {name: reader.size_domains.get(name, DOMAINS["posint"]) for name in reader.sizes()}
        )
        bodies = [definition.body for definition in definitions]
        given = [side for claim in assumptions for side in (claim.lhs, claim.rhs)]
        look_at_terms((lhs, rhs, *bodies, *given), self._names())
        context = Context(
            tuple(Declaration(name, domain) for name, domain in sorted(self.domains.items())),
            definitions,
            assumptions,
            tuple(sorted(self.functions)),
            Reading.NATURAL,
            tuple(reader.declared[name] for name in sorted(reader.declared)),
            tuple(sorted({**reader.indices, **over}.items())),
        )
        return Claim(lhs, relation, rhs, context)

    def _sizes_compared(self, reader: ArrayReader) -> tuple[Claim, ...]:
        """What is said of sizes; a bound of one size narrows its domain, the rest stays an assumption."""
        reader.size_domains.update(dict.fromkeys(sorted(reader.sizes()), DOMAINS["posint"]))
        text, found = self.record.get("sizes"), []
        for left, relation, right in _read("sizes", lambda: parse_relations(text)) if text else ():
            bound = narrowed(reader.size_domains, left, relation, right)
            if bound is None:
                found.append(Claim(left, relation, right))
            else:
                reader.size_domains.update(bound)
        return tuple(found)

    def _array_definition(self, reader: ArrayReader, pair: object) -> Definition:
        match pair:
            case [str(name), str(text)] if name.isidentifier():
                if name in self.defined or name in self.functions or name in reader.declared:
                    raise RecordError(f"{name} is defined twice")
                self.defined.add(name)
                found: Definition = _read(f"let {name[:40]}", lambda: reader.definition(name, text))
                return found
        raise RecordError('"let" is a list of pairs [name, expression]')

    def _given_texts(self) -> Iterable[tuple[str, str, str]]:
        for item in self.record.get("given") or []:
            match item:
                case [str(left), str(right)]:
                    yield left, "=", right
                case [str(left), str(relation), str(right)]:
                    yield left, self._relation(relation), right
                case _:
                    raise RecordError('"given" is, for arrays, a list of pairs or triples of texts')

    def _text(self, place: str) -> str:
        text = self.record[place]
        if not isinstance(text, str):
            raise RecordError(f"{place} is {kind_of(text)}; it should be text")
        return text

    def _reading(self) -> Reading:
        """A record that states every domain is held to it where a side is not real, too."""
        said = (self.record.get("symbols") or {}).values()
        declared = bool(said) and all(
            isinstance(s, str) or (isinstance(s, OBJECTS) and "domain" in s) for s in said
        )
        return Reading.DECLARED if declared else Reading.NATURAL

    def _term(self, place: str, text: object) -> Term:
        if isinstance(text, Term):
            return text
        if not isinstance(text, str):
            raise RecordError(f"{place} is {kind_of(text)}; it should be text")
        term: Term = _read(place, lambda: parse_plain(text, self.functions))
        return term

    def _decimal(self) -> Term:
        """The right side of an approximation: the digits as printed."""
        printed = self.record["rhs"]
        if not isinstance(printed, str):
            raise RecordError('an approximation needs the printed digits as text, as in "0.0040"')
        term: Term = _read("rhs", lambda: read_decimal(printed))
        return term

    def _relation(self, sign: str) -> str:
        return str(_read("relation", lambda: relation_sign(sign)))

    def _definition(self, pair: object) -> Definition:
        if not (isinstance(pair, list | tuple) and len(pair) == 2):
            raise RecordError('"let" is a list of pairs [name, expression]')
        head, body = self._term("let", pair[0]), self._term(f"let {str(pair[0])[:40]}", pair[1])
        match head:
            case Symbol(name):
                pass
            case Apply(name, parameters) if (
                name not in FUNCTIONS
                and all(isinstance(p, Symbol) for p in parameters)
                and len(set(parameters)) == len(parameters) > 0
            ):
                pass
            case _:
                raise RecordError(
                    f"let: {str(pair[0])[:40]!r} cannot be defined; a name can, or a name of its own "
                    "with names for its arguments, as in f(x)"
                )
        if name in self.defined or name in self.functions:
            raise RecordError(f"{name} is defined twice")
        self.defined.add(name)
        return Definition(head, body)

    # ---- what is given -----------------------------------------------------------------------------
    def _assumptions(self) -> tuple[Claim, ...]:
        """What is given; a bound of a symbol narrows its domain, the rest stays an assumption."""
        found = []
        for left, relation, right in self._given():
            try:
                bound = narrowed(self.domains, left, relation, right)
            except TermError as error:
                raise RecordError(f"given: {error.message}") from error
            if bound is None:
                found.append(Claim(left, relation, right))
            else:
                self.domains.update(bound)
        return tuple(found)

    def _given(self) -> Iterable[tuple[Term, str, Term]]:
        for item in self.record.get("given") or []:
            match item:
                case str():
                    yield from _read("given", lambda text=item: parse_relations(text, self.functions))  # type: ignore[misc]  # bound at once
                case [left, right]:
                    yield self._term("given", left), "=", self._term("given", right)
                case [left, str(relation), right]:
                    sides = self._term("given", left), self._term("given", right)
                    yield sides[0], self._hypothesis(relation), sides[1]
                case _:
                    raise RecordError(f'"given" is {TYPES["given"][1]}')

    def _hypothesis(self, sign: str) -> str:
        relation = self._relation(sign)
        if relation == "≈":
            raise _not_understood("given: an approximation says too little to be assumed; give bounds")
        return relation


def _functions(names: list[object]) -> frozenset[str]:
    found = set()
    for name in names:
        if not (isinstance(name, str) and name.isidentifier()):
            raise RecordError('"functions" is a list of names')
        if name in FUNCTIONS or name in NAMES:
            raise _not_understood(
                f"{name} is a known function or constant; an unspecified one needs a name of its own"
            )
        found.add(name)
    return frozenset(found)


def _domain(name: str, said: object) -> Domain:
    """The domain that a declaration gives: {"domain": "positive"}, or short "positive"."""
    if not isinstance(said, Domain) and (name in NAMES or not name.isidentifier()):
        what = "is a constant of the notation" if name in NAMES else "is no name"
        raise _not_understood(f"symbols: {name[:40]!r} {what}; a symbol needs another name")
    return domain_of(name, said)


def _arrays(
    record: Mapping[str, Any], domains: dict[str, Domain], functions: frozenset[str]
) -> ArrayReader | None:
    """The arrays of a record, if it has any; their names leave the list of numbers."""
    symbols = record.get("symbols") or {}
    said = {
        n: s for n, s in symbols.items() if isinstance(s, OBJECTS) and (s.get("shape") or s.get("assume"))
    }
    if not said and not record.get("indices") and not record.get("sizes"):
        return None
    declared = {
        name: _read("symbols", lambda n=name, s=what: declaration(n, s, domains[n]))  # type: ignore[misc]  # bound at once
        for name, what in said.items()
        if what.get("shape")
    }
    for name, what in said.items():
        if name in declared:
            del domains[name]
        elif "pos" in what["assume"]:
            domains[name] = DOMAINS["positive"]
    indices = _read("indices", lambda: index_sizes(record.get("indices") or {}))
    taken = {*symbols, *indices, *(str(pair[0]) for pair in record.get("let") or [] if pair), *NAMES}
    taken |= {size for what in declared.values() for size in free_symbols(*what.shape)}
    taken |= set(free_symbols(*indices.values()))
    return ArrayReader(declared, indices, functions, taken)


def _read(place: str, read: Callable[[], Any]) -> Any:
    place = f"{place}: " if place else ""
    try:
        return read()
    except ShapeError as error:
        raise RecordError(f"{place}{error.message}") from error
    except TooLarge as error:
        raise RecordError(f"budget (size of the text): {place}{error.message}", Status.UNDECIDED) from error
    except TermError as error:
        raise _not_understood(f"{place}{error.message}") from error


def _not_understood(message: str) -> RecordError:
    return RecordError(message, Status.NOT_UNDERSTOOD)


__all__ = ["FIELDS", "LABELS", "RecordError", "read_readings", "read_record"]
