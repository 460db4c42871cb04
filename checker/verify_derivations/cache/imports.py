"""What a claim file imports: its neighbours, whose content counts, and modules that are always the same."""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Iterator
from importlib.machinery import all_suffixes
from itertools import takewhile

from verify_derivations.cache.unsure import UnsureError

HOMES = ("site-packages", "dist-packages")
"""The folders of installed packages."""

PACKAGE = "verify_derivations"

PURE = frozenset(
    (
        "__future__ abc cmath collections copy dataclasses enum fractions functools itertools math mpmath "
        "numbers operator re string sympy textwrap typing verify_derivations"
    ).split()
)
"""Modules that say the same at every run of the same version; versions are part of the key of a run."""

IMPURE = frozenset("random stats testing external interactive plotting preview os sys".split())
"""Parts of these that do not, or that lead to others."""

BEYOND = frozenset(
    "open exec eval compile input breakpoint print globals locals vars getattr id hash".split()
)
"""Names with which a file reaches beyond its text, or prints something, which would not be repeated."""

UNTOLD = ("rand", "__")
"""How names begin that stand for chance, or for the insides of Python."""


def neighbours(path: str, content: bytes) -> list[str]:
    """The files of its folder that a claim file may import, whether they are there or not.

    Args:
        path: the claim file.
        content: what stands in it.

    Raises:
        UnsureError: what it says may depend on more than files: it imports something else, or reaches beyond
            its text.
    """
    try:
        tree = ast.parse(content, path)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise UnsureError(f"{path} cannot be parsed") from error
    folder = os.path.dirname(path)
    return sorted({name for node in ast.walk(tree) for name in _needed(node, path, folder)})


def _needed(node: ast.AST, path: str, folder: str) -> Iterator[str]:
    match node:
        case ast.Import(names=names):
            for alias in names:
                yield from _module(alias.name, path, folder)
        case ast.ImportFrom(module=str(module), names=names, level=0):
            yield from _module(module, path, folder)
            for alias in names:
                _require_pure(alias.name, path)
        case ast.ImportFrom():
            raise UnsureError(f"{path} imports from a package around it")
        case ast.Name(id=name) if name in BEYOND or name.startswith(UNTOLD):
            raise UnsureError(f"{path} uses {name}")
        case ast.Attribute(attr=name) if name in IMPURE or name.startswith(UNTOLD):
            raise UnsureError(f"{path} uses {name}")


def _module(name: str, path: str, folder: str) -> Iterator[str]:
    top, *parts = name.split(".")
    if top in PURE and not (top == PACKAGE and parts):
        for part in parts:
            _require_pure(part, path)
        return
    file = os.path.join(folder, top + ".py")
    if parts or top in sys.stdlib_module_names or not os.path.isfile(file):  # Python's own modules come first
        raise UnsureError(f"{path} imports {name}")
    others = [other for other in _candidates(top, folder) if other != file]
    if any(map(os.path.lexists, others)):
        raise UnsureError(f"{path} imports {name}, of which there are several")
    yield from (file, *others)


def _candidates(name: str, folder: str) -> Iterator[str]:
    """Where Python finds a module of this name, in the folder of the claim file or before it gets there."""
    ahead = takewhile(lambda entry: not entry.endswith(HOMES), sys.path)
    for place in (*(entry or os.curdir for entry in ahead), folder):
        for suffix in all_suffixes():
            yield os.path.join(place, name + suffix)
            yield os.path.join(place, name, "__init__" + suffix)


def _require_pure(name: str, path: str) -> None:
    if name in IMPURE or name.startswith(UNTOLD):
        raise UnsureError(f"{path} imports {name}")


__all__ = ["PACKAGE", "neighbours"]
