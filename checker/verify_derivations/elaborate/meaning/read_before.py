"""What was read before with the same known around it: doubts and conditions ask for the same again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import wraps
from typing import Any

from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.model import Read

MOST = 128
"""So many readings are kept, the last ones: what is asked again mostly is of the same formula."""


@dataclass(frozen=True)
class _Asked:
    """What was asked, so that none of its trees is forgotten, and what came of it."""

    trees: tuple[Any, ...]
    outcome: Read | NotRead


def read_once(read: Callable[[Sides, Known], Read]) -> Callable[[Sides, Known], Read]:
    r"""The function, asked once for the same sides with the same known around them.

    Trees are known by identity: where they stand in the text matters, too.

    Args:
        read: makes the reading; what it returns depends on nothing else, and nobody changes it.

    >>> from verify_derivations.parse import parse
    >>> asked = []
    >>> @read_once
    ... def read(sides, known):
    ...     asked.append(sides)
    ...     raise NotRead("it is not read", sides[0])
    >>> sides = parse("a + b").root, "=", parse("c").root
    >>> for known in (Known(), Known(), Known(means=True)):
    ...     try:
    ...         read(sides, known)
    ...     except NotRead as trouble:
    ...         print(trouble, len(asked))
    it is not read 1
    it is not read 1
    it is not read 2
    """
    kept: dict[tuple[Any, ...], _Asked] = {}

    @wraps(read)
    def ask(sides: Sides, known: Known) -> Read:
        trees: list[Any] = []
        key = _key(sides, trees), *(_key(getattr(known, name), trees) for name in _FIELDS)
        found = kept.get(key)
        if found is None:
            outcome: Read | NotRead
            try:
                outcome = read(sides, known)
            except NotRead as trouble:
                outcome = _again(trouble)
            if len(kept) >= MOST:
                del kept[next(iter(kept))]
            found = kept[key] = _Asked(tuple(trees), outcome)
        if isinstance(found.outcome, NotRead):
            raise _again(found.outcome)
        return found.outcome

    return ask


_FIELDS = tuple(one.name for one in fields(Known))


def _key(value: Any, trees: list[Any]) -> Any:
    """What two values have in common if the same is known by them; the trees in it are collected."""
    if type(value) is tuple:
        return tuple([_key(one, trees) for one in value])
    if isinstance(value, Mapping):
        return tuple([(name, _key(one, trees)) for name, one in value.items()])
    if isinstance(value, tuple):  # the nodes of trees are tuples with names
        trees.append(value)
        return id(value)
    return value


def _again(trouble: NotRead) -> NotRead:
    """The same trouble anew, without the way on which it came."""
    made = type(trouble).__new__(type(trouble), *trouble.args)
    made.__dict__.update(trouble.__dict__)
    return made


__all__ = ["read_once"]
