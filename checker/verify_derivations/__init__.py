"""verify-derivations: a test runner for written mathematics.

The names below are the public ones. They are loaded when first used, so that `import
verify_derivations` and the command line do not import SymPy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from verify_derivations.version import __version__

if TYPE_CHECKING:
    from verify_derivations.api import verify, verify_many
    from verify_derivations.authoring import derivation
    from verify_derivations.model import Source, Status, Verdict
    from verify_derivations.term.sympy.from_sympy import D
    from verify_derivations.term.sympy.printed_matrices import (
        diag,
        elementwise,
        grad,
        hadamard,
        jacobian,
        norm,
        outer,
        softmax,
        stack,
        vector,
    )

__all__ = [
    "D",
    "Source",
    "Status",
    "Verdict",
    "__version__",
    "derivation",
    "diag",
    "elementwise",
    "grad",
    "hadamard",
    "jacobian",
    "norm",
    "outer",
    "softmax",
    "stack",
    "vector",
    "verify",
    "verify_many",
]

_HOMES = {
    "D": "verify_derivations.term.sympy.from_sympy",
    "Source": "verify_derivations.model",
    "Status": "verify_derivations.model",
    "Verdict": "verify_derivations.model",
    "derivation": "verify_derivations.authoring",
    "diag": "verify_derivations.term.sympy.printed_matrices",
    "elementwise": "verify_derivations.term.sympy.printed_matrices",
    "grad": "verify_derivations.term.sympy.printed_matrices",
    "hadamard": "verify_derivations.term.sympy.printed_matrices",
    "jacobian": "verify_derivations.term.sympy.printed_matrices",
    "norm": "verify_derivations.term.sympy.printed_matrices",
    "outer": "verify_derivations.term.sympy.printed_matrices",
    "softmax": "verify_derivations.term.sympy.printed_matrices",
    "stack": "verify_derivations.term.sympy.printed_matrices",
    "vector": "verify_derivations.term.sympy.printed_matrices",
    "verify": "verify_derivations.api",
    "verify_many": "verify_derivations.api",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
