"""A claim file in Python: runs it, as code that the user named, and collects the derivations it states."""

from __future__ import annotations

import ast
import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager, redirect_stdout
from types import CodeType, ModuleType
from typing import TYPE_CHECKING

from verify_derivations.errors import Diagnostic
from verify_derivations.model import Document
from verify_derivations.span import Span

if TYPE_CHECKING:
    from verify_derivations.authoring import Collection

PACKAGE = "verify_derivations"
MODULE = "__claims__"
"""The name under which a claim file runs; it is not "__main__", as nothing is started by hand."""


def read_python(path: str) -> Document:
    """Run the file and return what it states; an exception is a diagnostic, what was stated before stays."""
    text = _text(path)
    try:
        tree = ast.parse(text, path)
        code = compile(tree, path, "exec", dont_inherit=True)
    except SyntaxError as error:
        return Document(path, os.path.basename(path), (), (_syntax_error(path, error),))
    except (ValueError, RecursionError, MemoryError) as error:  # null bytes, or nested beyond all sense
        message = f"{type(error).__name__}: {error}"
        return Document(path, os.path.basename(path), (), (Diagnostic("VD201", message, Span(path, 1)),))
    from verify_derivations.authoring import Collection

    collection = Collection(path)
    _run(code, collection)
    return Document(path, _title(tree, path), tuple(collection.derivations), tuple(collection.diagnostics))


def holds_claims(path: str) -> bool:
    """Whether a file found in a folder is a claim file: it imports the package.

    Other Python files of the folder are somebody's scripts; they were not named and are not run. What
    cannot be read or parsed counts as a claim file, so that the problem is told.
    """
    try:
        text = _text(path)
        if PACKAGE not in text:
            return False
        return any(_imports_us(node) for node in ast.walk(ast.parse(text)))
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return True


def _imports_us(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return any(alias.name.split(".")[0] == PACKAGE for alias in node.names)
    return isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == PACKAGE


def _text(path: str) -> str:
    with open(path, "rb") as file:
        return file.read().decode("utf-8-sig")


def _title(tree: ast.Module, path: str) -> str:
    docstring = ast.get_docstring(tree) or ""
    return docstring.strip().partition("\n")[0].strip() or os.path.basename(path)


def _run(code: CodeType, collection: Collection) -> None:
    from verify_derivations.authoring import COLLECTING, diagnose

    here = Span(collection.path, 1)
    token = COLLECTING.set(collection)
    try:
        _execute(code, collection.path)
    except KeyboardInterrupt:  # the user's, not the file's
        raise
    except SystemExit as stop:
        place = diagnose(stop, stop.__traceback__, here).span
        collection.diagnostics.append(_stopped(stop, place))
    except BaseException as error:  # anybody's code may raise anything; one file is lost, not the run
        collection.diagnostics.append(diagnose(error, error.__traceback__, here))
    finally:
        COLLECTING.reset(token)


def _execute(code: CodeType, path: str) -> None:
    """Run it; whatever it does to the interpreter's own state is undone afterwards."""
    module = ModuleType(MODULE)
    module.__file__ = path
    with ExitStack() as stack:
        stack.enter_context(redirect_stdout(sys.stderr))  # standard output belongs to the report
        stack.enter_context(chdir(os.getcwd()))
        stack.enter_context(_sympy_as_it_was())
        stack.enter_context(_siblings(os.path.dirname(os.path.abspath(path))))
        stack.enter_context(_registered(module))
        exec(code, module.__dict__)


@contextmanager
def _sympy_as_it_was() -> Iterator[None]:
    """A file that breaks off inside `evaluate(False)` must not change what the next file says."""
    from sympy.core.parameters import global_parameters

    names = ("evaluate", "distribute", "exp_is_pow")
    before = {name: getattr(global_parameters, name) for name in names}
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(global_parameters, name, value)


@contextmanager
def _siblings(folder: str) -> Iterator[None]:
    """Let the file import its neighbours, which are forgotten again: another folder may reuse their names.

    The folder comes behind the standard library, so that a claim file that is called statistics.py does
    not stand in for the module of that name, and before installed packages.
    """
    path, modules = list(sys.path), set(sys.modules)
    installed = (i for i, entry in enumerate(path) if entry.endswith(("site-packages", "dist-packages")))
    sys.path.insert(next(installed, len(path)), folder)
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path[:] = path
        for name in sorted(set(sys.modules) - modules, reverse=True):  # a package goes after its parts
            top = name.partition(".")[0]
            if top not in modules and top != PACKAGE and _lies_in(sys.modules.get(top), folder):
                del sys.modules[name]


def _lies_in(module: ModuleType | None, folder: str) -> bool:
    """Whether it is a module or a package of this very folder, not of an environment further down."""
    paths = getattr(module, "__path__", None) or [getattr(module, "__file__", None) or ""]
    return any(os.path.dirname(os.path.abspath(path)) == folder for path in paths)


@contextmanager
def _registered(module: ModuleType) -> Iterator[None]:
    """`dataclass` and the like look their module up by name."""
    sys.modules[module.__name__] = module
    try:
        yield
    finally:
        sys.modules.pop(module.__name__, None)


def _syntax_error(path: str, error: SyntaxError) -> Diagnostic:
    span = Span(path, error.lineno or 1, max(error.offset or 1, 1), error.end_lineno, error.end_offset)
    return Diagnostic("VD201", f"{type(error).__name__}: {error.msg}", span)


def _stopped(stop: SystemExit, place: Span | None) -> Diagnostic:
    return Diagnostic(
        "VD201",
        f"the file ended the program: sys.exit({'' if stop.code is None else repr(stop.code)})",
        place,
        "a claim file is run to its end, so that everything it states is checked; leave the call out",
    )
