"""A claim record whose formulas are LaTeX, as authors write it, into a claim and its other readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from verify_derivations.elaborate.claims import Known, Read, read_claim
from verify_derivations.elaborate.names import name_or_raise
from verify_derivations.elaborate.trouble import NotRead
from verify_derivations.errors import FormulaError, TermError
from verify_derivations.model import Status
from verify_derivations.parse import parse
from verify_derivations.parse.commands import RELATIONS
from verify_derivations.parse.tree import Chain, Node
from verify_derivations.read.domains import RecordError, domain_of
from verify_derivations.term.domain import Domain

Sides = tuple[Node, str, Node]


def read_latex_record(record: Mapping[str, Any], signs: tuple[str, ...]) -> Read:
    r"""The claim of a record with the syntax "latex".

    `signs` are the relations that can be decided. What stands in `let`, `given`, `symbols`, `indices`
    and `functions` is LaTeX, too; a definition or assumption may also be one text, as in "a = \sigma(z)".

    Raises:
        RecordError: it states none, or one that is not understood; with the field and the column.

    >>> record = {"lhs": r"\frac{d}{dx} \ln x", "rhs": r"\frac1x"}
    >>> read_latex_record(record, ("=",)).claim.relation
    '='
    """
    try:
        return read_claim(_sides(record, signs), _known(record, signs))
    except NotRead as error:
        raise RecordError(_with_help(error.message, error.help), error.status) from error
    except TermError as error:
        raise RecordError(error.message, Status.NOT_UNDERSTOOD) from error


def _sides(record: Mapping[str, Any], signs: tuple[str, ...]) -> Sides:
    sign = str(record.get("relation") or "=").strip()
    return _tree(record["lhs"], "lhs"), _sign(sign, signs), _tree(record["rhs"], "rhs")


def _sign(sign: str, signs: tuple[str, ...]) -> str:
    name = {"==": "="}.get(sign) or RELATIONS.get(sign, sign)
    if name not in signs:
        raise RecordError(f'the relation "{sign[:20]}" is none of {" ".join(signs)}', Status.NOT_UNDERSTOOD)
    return name


def _tree(text: object, field: str) -> Node:
    if not isinstance(text, str):
        raise RecordError(f"{field} should be text")
    try:
        return parse(text).root
    except FormulaError as error:
        place = f"{field}, column {error.start + 1}"
        raise RecordError(_with_help(f"{place}: {error.message}", error.help)) from error


def _known(record: Mapping[str, Any], signs: tuple[str, ...]) -> Known:
    domains: dict[str, Domain] = {}
    for name, said in (record.get("symbols") or {}).items():
        domains[_name(name, "symbols")] = domain_of(name, said)
    return Known(
        definitions=tuple(_definitions(record)),
        given=tuple(_given(record, signs)),
        domains=domains,
        functions=tuple(_name(name, "functions") for name in record.get("functions") or []),
        ranges={
            _name(name, "indices"): _tree(str(last), "indices")
            for name, last in (record.get("indices") or {}).items()
        },
    )


def _name(text: object, field: str) -> str:
    return name_or_raise(_tree(text, field))


def _definitions(record: Mapping[str, Any]) -> Iterator[tuple[Node, Node]]:
    for item in record.get("let") or []:
        match item:
            case str():
                for left, relation, right in _relations(item, "let"):
                    if relation not in ("=", ":="):
                        raise RecordError(f'"let" defines with = or :=, not with {relation}')
                    yield left, right
            case [str(), str()]:
                yield _tree(item[0], "let"), _tree(item[1], "let")
            case _:
                raise RecordError('"let" is a list of pairs [name, formula] or of equations')


def _given(record: Mapping[str, Any], signs: tuple[str, ...]) -> Iterator[Sides]:
    for item in record.get("given") or []:
        match item:
            case str():
                yield from _relations(item, "given")
            case [str(), str()]:
                yield _tree(item[0], "given"), "=", _tree(item[1], "given")
            case [str(), str(), str()]:
                yield _tree(item[0], "given"), _sign(item[1].strip(), signs), _tree(item[2], "given")
            case _:
                raise RecordError('"given" is a list of pairs [left, right], triples or statements')


def _relations(text: str, field: str) -> Iterator[Sides]:
    """The pairs that a statement compares: 0 < a < 1 is two."""
    chain = _tree(text, field)
    if not isinstance(chain, Chain):
        raise RecordError(f"{field}: {text.strip()[:60]!r} is no statement", Status.NOT_UNDERSTOOD)
    for left, relation, right in zip(chain.members, chain.relations, chain.members[1:], strict=False):
        yield left, relation.name, right


def _with_help(message: str, help: str) -> str:
    return f"{message}; {help}" if help else message
