"""The sockets for third parties: readers and renderers of installed packages; the kernel is none."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING

from verify_derivations.errors import UsageError
from verify_derivations.read.paths import READERS, Reader

if TYPE_CHECKING:
    from verify_derivations.render.options import RenderOptions
    from verify_derivations.results import Report

    Renderer = Callable[[Report, RenderOptions], str]

READER_GROUP = "verify_derivations.readers"
"""An entry point of this group is a `read.Reader`."""

RENDERER_GROUP = "verify_derivations.renderers"
"""An entry point of this group is a function of a Report and RenderOptions that returns text; its name is
the name of the output format."""


def readers() -> tuple[Reader, ...]:
    """Our readers, then those of installed packages, by name; nobody can take a suffix from another."""
    known = list(READERS)
    for point in _points(READER_GROUP):
        reader = _load(point)
        if not isinstance(reader, Reader):
            raise _unusable(
                point, f"it is a {type(reader).__name__} and should be a verify_derivations Reader"
            )
        taken = {suffix: other.name for other in known for suffix in other.suffixes}
        for suffix in reader.suffixes:
            if suffix in taken:
                raise _unusable(point, f"{suffix} files are read by the reader {taken[suffix]} already")
        known.append(reader)
    return tuple(known)


def renderer(name: str) -> Renderer:
    """The function that writes this output format; only the plug-in that is asked for is loaded."""
    from verify_derivations.render import RENDERERS

    if name in RENDERERS:
        return RENDERERS[name]
    plugged = {point.name: point for point in _points(RENDERER_GROUP)}
    if name not in plugged:
        raise _unknown_format(name, [*RENDERERS, *plugged])
    found = _load(plugged[name])
    if not callable(found):
        raise _unusable(plugged[name], f"it is a {type(found).__name__} and should be a function")
    return found


def is_plugged_in(name: str) -> bool:
    """Whether this output format comes from another package, which may print what it likes."""
    from verify_derivations.render import RENDERERS

    return name not in RENDERERS


def _unknown_format(name: str, known: list[str]) -> UsageError:
    close = get_close_matches(name, known, n=1)
    hint = f'did you mean "{close[0]}"? ' if close else ""
    return UsageError(f'there is no output format "{name}"', help=f"{hint}the formats are {', '.join(known)}")


def _points(group: str) -> list[EntryPoint]:
    return sorted(entry_points(group=group), key=lambda point: (point.name, point.value))


def _load(point: EntryPoint) -> object:
    try:
        found: object = point.load()
    except Exception as error:  # importing somebody else's package may raise anything
        raise _unusable(point, f"{type(error).__name__}: {error}") from error
    return found


def _unusable(point: EntryPoint, reason: str) -> UsageError:
    package = point.dist.name if point.dist else "an unnamed package"
    return UsageError(
        f'the plug-in "{point.name}" ({point.value}, installed with {package}) cannot be used: {reason}',
        help=f"update or uninstall {package}; without it everything else works as before",
    )
