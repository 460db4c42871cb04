r"""What authors say to us in comments: `let $a = \sigma(z)$`, `constant $y$`, `expect refuted: reason`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from verify_derivations.elaborate.document.verbs import FILLERS, VERBS, WORDS, Unclear, Verb
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.primed_transposes import with_transposes
from verify_derivations.elaborate.notation.statements import statements
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.declarations import ORDERS
from verify_derivations.errors import Diagnostic, FormulaError
from verify_derivations.manuscript import Annotation, Placed, Region
from verify_derivations.model import Status
from verify_derivations.parse import parse
from verify_derivations.parse.tree import Chain, Empty, Listing, Node
from verify_derivations.span import Span


@dataclass(frozen=True)
class Mark:
    """`claim`, `expect refuted: reason` and `ignore: reason`, which are about the formula they stand at."""

    status: Status | None
    reason: str
    span: Span
    position: int | None = None
    claims: bool = False
    """The formula is claimed, as it is printed."""


@dataclass
class Declared:
    """A declaration of names, and whether anything used one of them."""

    names: frozenset[str]
    span: Span
    text: str


def read_annotation(
    annotation: Annotation, context: Context, section: int
) -> tuple[list[Mark], list[Declared], list[Diagnostic]]:
    """Puts what an annotation declares into the context; marks are for the formula that it stands at."""
    marks: list[Mark] = []
    declared: list[Declared] = []
    problems: list[Diagnostic] = []
    for words, formulas in [*_phrases(annotation)] or [("", [])]:
        try:
            mark = _mark(words, annotation) if MARK.match(words) else None
            if mark is not None:
                marks.append(mark)
                continue
            for region in formulas or _nothing(words):
                root = _tree(region, context)
                _verb(words)(root, context, region.span(), section)
                context.heard_at(region)
                declared.append(Declared(_subjects(root), annotation.span, _shown(region)))
        except Unclear as error:
            problems.append(Diagnostic(error.code, error.message, annotation.span, error.help))
    return marks, declared, problems


def _phrases(annotation: Annotation) -> Iterator[tuple[str, list[Region]]]:
    """What is said, one thing after the other: parted by semicolons or on lines of their own."""
    words, formulas = "", list[Region]()
    for part in annotation.parts:
        if isinstance(part, Region):
            formulas.append(part)
            words += "$" + part.latex + "$" if MARK.match(words.lstrip()) else " $ "
            continue
        pieces = _pieces(words, part)
        for piece in pieces[:-1]:
            yield from _phrase(words + piece, formulas)
            words, formulas = "", []
        words += pieces[-1]
    yield from _phrase(words, formulas)


def _pieces(words: str, part: Placed) -> list[str]:
    text = part.text
    if REASONED.match((words + text).lstrip()):
        return text.split("\n")
    return re.split(r"[;\n]", text)


def _phrase(words: str, formulas: list[Region]) -> Iterator[tuple[str, list[Region]]]:
    if words.strip(" ,.") or formulas:
        yield " ".join(words.split()), formulas


MARK = re.compile(r"(expect|ignore|claim)\b", re.IGNORECASE)
REASONED = re.compile(r"(expect|ignore)\b", re.IGNORECASE)
EXPECT = re.compile(r"expect\s+([a-z -]+?)\s*(?::\s*(.*))?$", re.IGNORECASE)
IGNORE = re.compile(r"ignore\s*(?::\s*(.*))?$", re.IGNORECASE)
CLAIM = re.compile(r"claim\s*(?::.*)?$", re.IGNORECASE)


def _mark(words: str, annotation: Annotation) -> Mark:
    if CLAIM.match(words):
        return Mark(None, "", annotation.span, annotation.position, claims=True)
    if words.lower().startswith("claim"):
        raise Unclear(f'"{words[:60]}" is not understood', "vd: claim, before the formula that is claimed")
    ignored = IGNORE.match(words)
    if ignored:
        return Mark(None, _reason(ignored[1], words), annotation.span, annotation.position)
    found = EXPECT.match(words)
    known = {str(status): status for status in Status if status is not Status.PROVED}
    name = found[1].strip().lower().replace("not-understood", "not understood") if found else ""
    if found is None or name not in known:
        near = _near(name, known)
        message = f'"{words[:60]}" expects nothing that is known'
        raise Unclear(message, near or f"one of {', '.join(known)}: reason")
    return Mark(known[name], _reason(found[2], words), annotation.span, annotation.position)


def _reason(reason: str | None, words: str) -> str:
    if not reason or not reason.strip():
        raise Unclear(f'"{words[:60]}" gives no reason', "say why: expect refuted: reason", "VD206")
    return reason.strip()


def _nothing(words: str) -> list[Region]:
    """An annotation without a formula, which is none at all.

    Raises:
        Unclear: always.
    """
    if not words:
        raise Unclear("this annotation says nothing", f"known are {WORDS}")
    first = words.split()[0].lower()
    if first in VERBS:
        rest = words[len(first) :].strip()[:60]
        raise Unclear(f'"{words[:60]}" has no formula', f"put it between dollar signs: {first} ${rest}$")
    raise _not_understood(words)


def _not_understood(words: str) -> Unclear:
    prefix = PREFIX.match(words)
    if prefix is not None:
        return Unclear(
            f'"{_outline(words)}" looks like an annotation and is none: it does not begin with vd:',
            f"write vd: {_outline(words[prefix.end() :])}",
        )
    near = _near(words.split()[0].lower() if words.split() else "", (*VERBS, "claim", "expect", "ignore"))
    return Unclear(
        f'"{_outline(words)}" is not understood',
        f"{near}; known are {WORDS}" if near else f"known are {WORDS}",
    )


PREFIX = re.compile(r"vd(?:\b|_)[ \t]*[:：;,.=-]?\s*", re.IGNORECASE)
"""How a comment begins that nearly is an annotation."""


def _outline(words: str) -> str:
    """The words of an annotation, without what its formulas are."""
    return " ".join(words[:60].replace("$", "$...$").split())


def _near(word: str, known: Iterable[str]) -> str:
    """The word that is meant, if it is misspelt."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.7)
    return f"did you mean {found[0]}?" if found and found[0] != word else ""


def _subjects(root: Node) -> frozenset[str]:
    """The names that a declaration is about: W of W \\in \\mathbb R^n, all that an inequality compares."""
    found = statements(root)
    if not found:
        return names_in(root)
    orders = [s for s in found if all(relation.name in ORDERS for relation in s.relations)]
    heads = [node for s in found if s not in orders for node in (*s.loose, s.members[0])]
    return frozenset().union(*map(names_in, heads), *(names_in(m) for s in orders for m in s.members))


def _shown(region: Region) -> str:
    return " ".join(region.latex.split())


def _tree(region: Region, context: Context) -> Node:
    try:
        root = parse(region.latex).root
    except FormulaError as error:
        raise Unclear(
            f"the formula ${_shown(region)[:60]}$ is not read: {error.message}", error.help
        ) from error
    items = root.items if isinstance(root, Listing) else (root,)
    for chain in (item for item in items if isinstance(item, Chain)):
        if any(isinstance(member, Empty) for member in chain.members):
            sign = chain.relations[0].text
            raise Unclear(
                f"the formula ${_shown(region)[:60]}$ is not read: something is missing beside {sign}",
                "write out both sides",
            )
    return with_transposes(root) if context.primes_transpose else root


def _verb(words: str) -> Verb:
    said = [
        word.lower() for word in words.replace("$", " ").split() if word.strip(",.").lower() not in FILLERS
    ]
    verb = VERBS.get(said[0] if said else "")
    if verb is None or len(said) > 1:
        raise _not_understood(words)
    return verb


__all__ = ["Declared", "Mark", "read_annotation"]
