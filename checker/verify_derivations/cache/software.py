"""A fingerprint of all software that a result depends on: ours by content, installed packages by version."""

from __future__ import annotations

import os
import sys
from hashlib import blake2b
from importlib.util import find_spec

from verify_derivations.cache.imports import HOMES
from verify_derivations.cache.unsure import UnsureError

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

NEEDED = ("click", "flint", "jinja2", "markupsafe", "math_core", "mpmath", "msgspec", "sympy")
"""What computes, reads and renders besides us; it has to be installed, as its version stands for it."""

INSTALLED = (".dist-info", ".egg-info", ".egg-link", ".pth")
"""What installers leave beside packages; the names hold the versions."""


def software() -> str:
    """The fingerprint.

    Raises:
        UnsureError: a package that is needed is not an installed one; its content could change unseen.
    """
    found = blake2b(digest_size=16)
    interpreter = (sys.version, sys.platform, str(sys.flags.optimize), str(sys.float_info))
    for part in (*interpreter, *_installed(), *_our_files()):
        found.update(part.encode(errors="surrogateescape") + b"\0")
    for name in NEEDED:
        found.update(_home(name).encode(errors="surrogateescape") + b"\0")
    return found.hexdigest()


def _our_files() -> list[str]:
    """Every file of this package with its content: an editable install changes without its version."""
    lines = []
    for parent, folders, files in os.walk(PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            path = os.path.join(parent, name)
            with open(path, "rb") as file:
                content = blake2b(file.read(), digest_size=16).hexdigest()
            lines.append(f"{os.path.relpath(path, PACKAGE)} {content}")
    return lines


def _installed() -> list[str]:
    """What is installed beside what, in the order in which Python looks for it: plug-ins are part of it."""
    lines = []
    for folder in sys.path:
        if os.path.isdir(folder):
            lines += [folder, *sorted(name for name in os.listdir(folder) if name.endswith(INSTALLED))]
    return lines


def _home(name: str) -> str:
    spec = find_spec(name)
    origin = spec.origin if spec is not None else None
    if origin is None or not any(home in origin.split(os.sep) for home in HOMES):
        raise UnsureError(f"{name} is not an installed package")
    here = os.stat(origin)
    return f"{origin} {here.st_size} {here.st_mtime_ns}"
