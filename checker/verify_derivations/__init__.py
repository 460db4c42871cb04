"""verify-derivations: a test runner for written mathematics.

The names below are the public ones. They are loaded when first used, so that `import
verify_derivations` and the command line do not import SymPy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from verify_derivations.version import __version__

if TYPE_CHECKING:
    from verify_derivations.authoring import derivation
    from verify_derivations.model import Source
    from verify_derivations.term.from_sympy import D

__all__ = ["D", "Source", "__version__", "derivation"]

_HOMES = {
    "D": "verify_derivations.term.from_sympy",
    "Source": "verify_derivations.model",
    "derivation": "verify_derivations.authoring",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
