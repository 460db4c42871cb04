"""Layers that a superscript numbers: what is defined for a layer l holds for l + 1 and for L, too."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.parse.tree import Digits, Letter, Node, Scripts, Sum, nodes

Pair = tuple[Node, Node]
Layer = tuple[str, int]
"""A letter and what is added to it: l + 1."""

MOST_ROUNDS = 5
"""A layer may stand on the one before it, and so on: so often."""

PLAIN = frozenset(
    "each every any all the a an of in for at from to on per and or by with than this that our "
    "given arbitrary some "
    "single one network neural into onto between next previous following same whole".split()
)
"""Words before "layer" that single out none; next and previous ones are any."""

SAID = (
    re.compile(r"(?P<word>[\w-]+)?[\s(]*\b[Ll]ayers?\s*(?:number\s*)?⟨(?P<at>\d+)⟩"),
    re.compile(r"⟨(?P<at>\d+)⟩\s*(?:-?(?:th|st|nd|rd))?\s+(?P<word>(?:[\w-]+\s+){0,2})layers?\b"),
)
"""How the prose says that a letter numbers layers; with "hidden" or "last" it does not number all of them."""

LAST = r"(?:last|final|output|top|outermost)[- ](?:\w+ )?layers?\b"
EXCEPTIONS = re.compile(
    r"\blayers?\b[^.]{0,40}\b(?:but|except|apart from|other than|excluding|besides)\b"
    rf"|\b{LAST}[^.$]*\b(?:softmax|linear|identity|no|not|without|instead|different|another|other|"
    rf"unlike|uses?|applies|"
    r"tanh|sigmoid|logistic|relu|activations?)\b"
    rf"|\b(?:softmax|linear|identity|different|other|another|own|no|without)\b[^.$]{{0,40}}\b{LAST}"
    r"|\b(?:for|in|at|within) (?:the |all |every |each |any )*(?:hidden|intermediate|inner|"
    r"middle)\b[^.]{0,60}\$"
    r"|\bhidden (?:ones|units|layers|neurons|nodes) (?:are|use|have|apply)\b"
    r"|\$\s*[a-z]\s*(?:<|\\lt|\\ne|\\neq|\\not\s*=)\s*[A-Z]\s*\$"
    r"|\$\s*(?:\d\s*\\?[a-z<]*\s*)?[a-z]\s*(?:=|\\leq?|\\in|<)[^$]*[A-Z]\s*-\s*1\s*(?:\\\})?\$",
    re.IGNORECASE,
)
"""How it says that what holds for the others does not hold for the last one."""


def layers_in(words: str, formulas: Sequence[Node | None]) -> dict[str, bool]:
    """The letters that number layers, and whether each of them numbers all.

    Args:
        words: those of a paragraph, with ⟨k⟩ for its formula number k.
        formulas: these.
    """
    found = dict[str, bool]()
    for said in (said for pattern in SAID for said in pattern.finditer(words)):
        node = formulas[int(said["at"])]
        name = None if node is None else base_name(node)
        if name is not None:
            plain_words = all(word.lower() in PLAIN for word in (said["word"] or "").split())
            found[name] = plain_words and found.get(name, True)
    return found


def has_exceptions(texts: Iterable[str]) -> bool:
    """Something in these texts says that layers are computed in different ways.

    >>> has_exceptions(["In each layer $l$ but the last one"]), has_exceptions(["for each layer $l$"])
    (True, False)
    """
    return any(EXCEPTIONS.search(text) for text in texts if "layer" in text.lower())


def at_layers(
    definitions: Sequence[Pair], roots: Iterable[Node], letters: Collection[str], general: Collection[str]
) -> list[Pair]:
    """The definitions, those of layers at the layers that these formulas name, and at no others.

    Args:
        definitions: heads and bodies.
        roots: the formulas.
        letters: what numbers layers.
        general: those of them that number all, so that what is defined for one layer is for others.
    """
    fixed = [pair for pair in definitions if _key(pair[0], letters) is None]
    layered = [pair for pair in definitions if _key(pair[0], letters) is not None]
    around = [*roots, *(body for _, body in fixed)]
    made, reached = list[Pair](), set[tuple[str, Layer]]()
    for _ in range(MOST_ROUNDS):
        named = {key for root in around for key in _keys(root, letters)} - reached
        reached |= named
        new = [pair for key in sorted(named) for pair in _at(key, layered, letters, general)]
        made += new
        around = [body for _, body in new]
    return [*fixed, *made]


def is_at_a_layer(head: Node, letters: Collection[str]) -> bool:
    """The superscript of a name numbers a layer."""
    return _key(head, letters) is not None


def is_defined_at_a_layer(
    head: Node, definitions: Iterable[Pair], letters: Collection[str], general: Collection[str]
) -> bool:
    """One of these definitions is of this quantity, at this layer or at any."""
    key = _key(head, letters)
    return key is not None and any(
        own[0] == key[0] and (own == key or own[1][0] in general)
        for own in (_key(h, letters) for h, _ in definitions)
        if own
    )


def _at(
    key: tuple[str, Layer], definitions: Sequence[Pair], letters: Collection[str], general: Collection[str]
) -> Iterator[Pair]:
    """The definition of a quantity at this layer, or one carried over to it."""
    base, (letter, shift) = key
    own_layer = [pair for pair in definitions if _key(pair[0], letters) == key]
    if own_layer:
        yield own_layer[-1]
        return
    for head, body in definitions:
        own = _key(head, letters)
        if own is None or own[0] != base or own[1][0] not in general:
            continue
        before, start = own[1]
        if any(_is_elsewhere(part, before) for part in (head, body)):
            continue
        yield _moved(head, before, letter, shift - start), _moved(body, before, letter, shift - start)
        return


def _key(node: Node, letters: Collection[str]) -> tuple[str, Layer] | None:
    """The quantity and the layer: z and l + 1 of z_j^{l+1}."""
    node = plain(node)
    base = base_name(node.base) if isinstance(node, Scripts) else None
    layer = layer_of(node.sup) if isinstance(node, Scripts) and node.sup is not None else None
    return (base, layer) if base is not None and layer is not None and layer[0] in letters else None


def _keys(root: Node, letters: Collection[str]) -> Iterator[tuple[str, Layer]]:
    for node in nodes(root):
        key = _key(node, letters) if isinstance(node, Scripts) else None
        if key is not None:
            yield key


def layer_of(sup: Node) -> Layer | None:
    """l, l + 1 or l - 1."""
    sup = plain(sup)
    name = base_name(sup)
    if name is not None:
        return name, 0
    match sup:
        case Sum(((_, first), (sign, Digits(text)))) if text.isdigit() and sign in ("+", "-"):
            name = base_name(first)
            return None if name is None else (name, int(sign + text))
    return None


def _is_elsewhere(root: Node, letter: str) -> bool:
    """The letter stands in other places than superscripts."""
    stack = [root]
    while stack:
        node = plain(stack.pop())
        if base_name(node) == letter:
            return True
        layer = layer_of(node.sup) if isinstance(node, Scripts) and node.sup is not None else None
        own = node.sup if isinstance(node, Scripts) and layer is not None and layer[0] == letter else None
        stack.extend(part for part in _parts(node) if part is not own)
    return False


def _parts(node: Any) -> Iterator[Any]:
    """The nodes in the fields of a node."""
    for field in node:
        if isinstance(field, tuple) and hasattr(field, "_fields"):
            yield field
        elif isinstance(field, tuple):
            yield from _parts(field)


def _moved(node: Any, before: str, letter: str, shift: int) -> Any:
    """The notation with the layer `before` + k as `letter` + k + shift."""
    if isinstance(node, Scripts) and node.sup is not None:
        layer = layer_of(node.sup)
        if layer is not None and layer[0] == before:
            rest = _moved(node._replace(sup=None), before, letter, shift)
            return rest._replace(sup=_sup(letter, layer[1] + shift, node.sup))
    fields: Any = node
    if isinstance(node, tuple) and hasattr(node, "_fields"):
        return fields._replace(
            **{
                name: _moved(field, before, letter, shift)
                for name, field in zip(fields._fields, node, strict=True)
            }
        )
    return tuple(_moved(part, before, letter, shift) for part in node) if isinstance(node, tuple) else node


def _sup(letter: str, added: int, at: Node) -> Node:
    start, end = at.start, at.end
    first = Letter(letter, start, end)
    if not added:
        return first
    sign = "+" if added > 0 else "-"
    return Sum((("", first), (sign, Digits(str(abs(added)), start, end))), start, end)


__all__ = ["at_layers", "has_exceptions", "is_at_a_layer", "is_defined_at_a_layer", "layer_of", "layers_in"]
