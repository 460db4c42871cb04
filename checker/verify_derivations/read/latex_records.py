"""A claim record whose formulas are LaTeX, as authors write it, into a claim and its other readings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import replace
from typing import Any

from verify_derivations.elaborate.document.doubts import doubts
from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.meaning.definitions import head_of
from verify_derivations.elaborate.notation.known import Known
from verify_derivations.elaborate.notation.names import scripted_name
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.conditions import Arrow, condition, connective, implied
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.own_notation import of_notation
from verify_derivations.errors import FormulaError, TermError
from verify_derivations.kernel.claims.relations import EQUIVALENT
from verify_derivations.model import Alternative, ArrayDeclaration, Read, Status
from verify_derivations.parse import parse
from verify_derivations.parse.commands import RELATIONS
from verify_derivations.parse.tree import Chain, Fenced, Node, Product
from verify_derivations.read.arrays import declaration
from verify_derivations.read.domains import RecordError, domain_of
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.domain import DOMAINS, Domain
from verify_derivations.term.syntax.nodes import Term

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
    known = _known(record, signs)
    sign = str(record.get("relation") or "=").strip()
    left, right = _tree(record["lhs"], "lhs"), _tree(record["rhs"], "rhs")
    try:
        return _with_notation(_stated(left, sign, right, known, signs), f"{record['lhs']} = {record['rhs']}")
    except NotRead as error:
        raise RecordError(_with_help(error.message, error.help), error.status) from error
    except TermError as error:
        raise RecordError(error.message, Status.NOT_UNDERSTOOD) from error


def _stated(left: Node, sign: str, right: Node, known: Known, signs: tuple[str, ...]) -> Read:
    arrow = connective(RELATIONS.get(sign, sign))
    if arrow is not None:
        return _step_between(left, arrow, right, known)
    sign = _sign(sign, signs)
    if isinstance(left, Chain) or isinstance(right, Chain):
        return _chain(left, sign, right, known)
    return _statement((left, sign, right), known)


def _with_notation(read: Read, latex: str) -> Read:
    """What signs may mean without any word about them, as the exponent -1 of a function."""
    found = tuple(map(_in_fields, of_notation(latex, "")))
    steps = tuple(replace(one, alternatives=(*one.alternatives, *found)) for one in read.steps)
    return replace(read, alternatives=(*read.alternatives, *found), steps=steps)


def _statement(sides: Sides, known: Known) -> Read:
    """A claim, with the doubts about it."""
    return _doubted(read_claim(sides, known), (sides[0], sides[2]), known)


def _doubted(read: Read, roots: tuple[Node, ...], known: Known) -> Read:
    found = doubts(read.claim, roots, _context(known), ())
    return Read(read.claim, tuple(map(_in_fields, (*read.alternatives, *found))))


def _step_between(left: Node, arrow: str, right: Node, known: Known) -> Read:
    """A step from one condition to another."""
    step = Arrow(condition(left), arrow, condition(right))
    numbers = {*known.domains, *known.functions, *known.ranges}
    read = implied(step, numbers, lambda sides, around: read_claim(sides, replace(known, around=around)))
    return _doubted(read, step.first.roots + step.second.roots, known)


def _chain(left: Node, sign: str, right: Node, known: Known) -> Read:
    """A side that is a chain itself: all of its steps are stated, and that it goes on with the other side.

    Between two equations it may also say that they are equivalent.
    """
    members, relations = list[Node](), list[str]()
    for side in (left, right):
        if members:
            relations.append(sign)
        members += side.members if isinstance(side, Chain) else [side]
        relations += [relation.name for relation in side.relations] if isinstance(side, Chain) else []
    if not set(relations) <= EQUALITIES | ORDERS:
        raise NotRead("a chain holds something else than equations and comparisons", left)
    others: tuple[Alternative, ...] = ()
    if isinstance(left, Chain) and isinstance(right, Chain):
        other = _step_between(left, EQUIVALENT, right, known)
        help = '"relation": "equivalent"'
        others = (
            Alternative("the two statements are said to be equivalent", help, other.claim),
            *other.alternatives,
        )
    together = replace(known, around=tuple(members))
    found = [
        _statement((a, "=" if name == "==" else name, b), together)
        for a, name, b in zip(members, relations, members[1:], strict=False)
    ]
    steps = [Read(one.claim, others + one.alternatives) for one in found]
    return replace(steps[-1], steps=tuple(steps[:-1]))


EQUALITIES, ORDERS = {"=", "=="}, {"<", "<=", ">", ">="}


def _context(known: Known) -> Context:
    """What a record declares, as a document would: every name that it declares stands for anything."""
    return Context(
        domains=dict(known.domains),
        shapes=dict(known.shapes),
        functions=dict.fromkeys(known.functions),
        constants={*known.domains, *known.shapes, *known.ranges, *known.functions},
    )


def _in_fields(other: Alternative) -> Alternative:
    """What would settle a reading, as the field of a record that says it."""
    help = other.help
    for pattern, field in FIELD_OF.items():
        help = re.sub(pattern, lambda found, field=field: field.format(json.dumps(found[1])), help)  # type: ignore[misc]  # bound at once
    return replace(other, help=help)


FIELD_OF = {
    r"constant \$([^$]*)\$": '"symbols": {{{}: "real"}}',
    r"function \$([^$]*)\$": '"functions": [{}]',
    r"let \$([^$]*)\$": '"let": [{}]',
    r"assume \$(\S+) \\in \\mathbb N_\+\$": '"symbols": {{{}: "posint"}}',
    r"assume \$(\S+)\^T = \S+\$": '"symbols": {{{}: {{"shape": ["n", "n"], "assume": ["sym"]}}}}',
    r"assume \$([^$]*)\$": '"given": [{}]',
}
"""The words of annotations in documents, by what they are in a record."""


def _sign(sign: str, signs: tuple[str, ...]) -> str:
    name = RELATIONS.get(sign, sign)
    name = {"==": "=", "~~": "≈", "~=": "≈"}.get(name, name)
    if name not in signs:
        raise RecordError(f'the relation "{sign[:20]}" is none of {" ".join(signs)}', Status.NOT_UNDERSTOOD)
    return name


def _tree(latex: object, field: str) -> Node:
    if not isinstance(latex, str):
        raise RecordError(f"{field} should be text")
    try:
        return parse(latex).root
    except FormulaError as error:
        place = f"{field}, column {error.start + 1}"
        raise RecordError(_with_help(f"{place}: {error.message}", error.help)) from error


def _known(record: Mapping[str, Any], signs: tuple[str, ...]) -> Known:
    domains: dict[str, Domain] = {}
    declared: dict[str, ArrayDeclaration] = {}
    for printed, said in (record.get("symbols") or {}).items():
        name = _name(printed, "symbols")
        domain = domain_of(printed, said)
        if isinstance(said, Mapping) and said.get("shape"):
            declared[name] = _array(name, said, domain)
        elif isinstance(said, Mapping) and said.get("assume"):
            if list(said["assume"]) != ["pos"]:
                raise RecordError(f"symbols: of {printed[:40]}, which has no shape, only pos can be assumed")
            domains[name] = DOMAINS["positive"]
        else:
            domains[name] = domain
    return Known(
        shapes={name: tuple(map(_size_node, array.shape)) for name, array in declared.items()},
        assumed={name: (array.assumed, array.entries) for name, array in declared.items()},
        definitions=_all_different(_definitions(record), {"i", "j", *(record.get("indices") or {})}),
        given=tuple(_given(record, signs)),
        domains=domains,
        functions=tuple(_name(name, "functions") for name in record.get("functions") or []),
        ranges={
            _name(name, "indices"): _tree(str(last), "indices")
            for name, last in (record.get("indices") or {}).items()
        },
    )


def _array(name: str, said: Mapping[str, Any], entries: Domain) -> ArrayDeclaration:
    if not isinstance(said["shape"], list | tuple):
        raise RecordError(f"symbols: the shape of {name} is a list of sizes")
    try:
        return declaration(name, {**said, "shape": [_size(size) for size in said["shape"]]}, entries)
    except TermError as error:
        raise RecordError(f"symbols: {error.message}", Status.NOT_UNDERSTOOD) from error


def _size(size: object) -> object:
    return _name(size, "symbols") if isinstance(size, str) else size


def _size_node(size: Term) -> Node:
    return _tree(text(size), "symbols")


def _name(printed: object, field: str) -> str:
    """The name that a field declares.

    Raises:
        RecordError: it is none: a product, or the value of a function, of which the function is declared.
    """
    tree = _tree(printed, field)
    name = scripted_name(tree)
    if name is None:
        message = f"{field}: {json.dumps(str(printed)[:40])} is no name; {_instead(tree)}"
        raise RecordError(message, Status.NOT_UNDERSTOOD)
    return name


def _instead(tree: Node) -> str:
    """What can be declared in the place of what is no name."""
    match tree:
        case Product(parts=(("", head), ("", Fenced(left="(")))):
            function = scripted_name(head)
            if function is not None:
                return (
                    f'if it is a value of a function, write "functions": [{json.dumps(function)}]; such '
                    "values are numbers: for an array that depends on something write a name alone"
                )
    return 'declare a name, as in "x", "x_1" or "\\\\alpha"'


MEMBER = re.compile(r"(?P<family>.+)_(?P<of>[a-z]|\d+)")
"""The member of a family at an index or at a number."""


def _all_different(found: Iterable[tuple[Node, Node]], indices: Set[str]) -> tuple[tuple[Node, Node], ...]:
    """The definitions, none of which is of what another one defines.

    Raises:
        RecordError: two of them define one name, or one of them its members and the other one of these.
    """
    pairs = tuple(found)
    names = list[str]()
    for left, _ in pairs:
        with suppress(NotRead):
            name = head_of(left).name
            if any(name == other or _overlap(name, other, indices) for other in names):
                raise RecordError(f"let: {name} is defined twice")
            names.append(name)
    return pairs


def _overlap(name: str, other: str, indices: Set[str]) -> bool:
    """They are members of one family, one of them at an index."""
    one, two = MEMBER.fullmatch(name), MEMBER.fullmatch(other)
    if one is None or two is None or one["family"] != two["family"]:
        return False
    both = one["of"], two["of"]
    return any(of in indices for of in both) and all(of in indices or of.isdigit() for of in both)


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
    if record.get("sizes"):
        yield from _relations(record["sizes"], "sizes")
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


def _relations(latex: str, field: str) -> Iterator[Sides]:
    """The pairs that a statement compares: 0 < a < 1 is two."""
    chain = _tree(latex, field)
    if not isinstance(chain, Chain):
        raise RecordError(f"{field}: {latex.strip()[:60]!r} is no statement", Status.NOT_UNDERSTOOD)
    for left, relation, right in zip(chain.members, chain.relations, chain.members[1:], strict=False):
        yield left, relation.name, right


def _with_help(message: str, help: str) -> str:
    return f"{message}; {help}" if help else message
