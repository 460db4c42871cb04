"""Claim files in Python: they run, they cannot do harm by accident, and what breaks is told with its line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sympy

from verify_derivations.errors import Diagnostic
from verify_derivations.model import Document
from verify_derivations.read.paths import read_paths
from verify_derivations.read.python import read_python
from verify_derivations.term.notation.text import text

Write = Callable[[str, str], Path]

HEAD = """\
from sympy import Symbol
from verify_derivations import derivation
x = Symbol("x", real=True)
"""
FIRST = HEAD + 'with derivation("first", "First") as d:\n    d.claim(x + x, 2 * x)\n'


@pytest.fixture(autouse=True)
def _in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(text: str, name: str = "claims.py") -> Document:
    Path(name).write_text(text, encoding="utf-8")
    return read_python(name)


def ids(document: Document) -> list[str]:
    return [derivation.id for derivation in document.derivations]


def only(document: Document) -> Diagnostic:
    [diagnostic] = document.diagnostics
    return diagnostic


def test_the_docstring_is_the_title_and_places_are_those_of_the_file() -> None:
    document = read('"""Sums.\n\nMore about them.\n"""\n' + FIRST)
    assert (document.title, ids(document), document.diagnostics) == ("Sums.", ["first"], ())
    assert str(document.derivations[0].span) == "claims.py:8:1"
    assert str(document.derivations[0].steps[0].span) == "claims.py:9:1"


def test_without_a_docstring_the_file_name_is_the_title() -> None:
    assert read(FIRST).title == "claims.py"
    assert read("import (").title == "claims.py"


@pytest.mark.parametrize(
    ("rest", "code", "message", "line"),
    [
        ("1 / 0\n", "VD201", "ZeroDivisionError: division by zero", 6),
        ("import nowhere_to_be_found\n", "VD201", "ModuleNotFoundError: No module named", 6),
        ("def f():\n    raise ValueError('deep')\n\n\nf()\n", "VD201", "ValueError: deep", 7),
        ("raise SystemExit\n", "VD201", "the file ended the program: sys.exit()", 6),
        ("import sys\nsys.exit('enough')\n", "VD201", "the file ended the program: sys.exit('enough')", 7),
        ("raise type('Odd', (BaseException,), {})('no Exception')\n", "VD201", "Odd: no Exception", 6),
        ("def f():\n    f()\n\n\nf()\n", "VD201", "RecursionError: maximum recursion depth", 7),
    ],
)
def test_an_exception_is_told_with_its_line_and_what_came_before_stays(
    rest: str, code: str, message: str, line: int
) -> None:
    document = read(FIRST + rest)
    assert ids(document) == ["first"]
    diagnostic = only(document)
    assert diagnostic.code == code
    assert message in diagnostic.message
    assert diagnostic.span is not None
    assert (diagnostic.span.path, diagnostic.span.line) == ("claims.py", line)


@pytest.mark.parametrize(
    ("statement", "code", "message"),
    [
        ("d.claim(x + 1)", "VD202", "is no relation"),
        ("d.equals(x)", "VD205", "call begin first"),
        ("d.claim(x, -x, expect='refuted')", "VD206", "needs wrong="),
        ("1 / 0", "VD201", "division by zero"),
    ],
)
def test_a_mistake_in_a_derivation_harms_no_other(statement: str, code: str, message: str) -> None:
    second = 'with derivation("second", "Second") as d:\n    d.claim(x, x)\n'
    third = 'with derivation("third", "Third") as d:\n    d.claim(x, x)\n'
    document = read(f"{FIRST}{second}    {statement}\n    d.claim(x, x)\n{third}")
    assert ids(document) == ["first", "second", "third"]
    assert len(document.derivations[1].steps) == 1
    diagnostic = only(document)
    assert (diagnostic.code, diagnostic.span and diagnostic.span.line) == (code, 8)
    assert message in diagnostic.message
    assert diagnostic.message.endswith("; what follows in second is not checked")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("x = (\n", "claims.py:1:5"),
        ("ok = 1\nfor\n", "claims.py:2:4"),
        ("if 1:\nx = 1\n", "claims.py:2:1"),
        ("x = " + "(" * 300 + ")" * 300 + "\n", "claims.py:1:205"),
    ],
)
def test_what_is_no_python_is_told_with_its_place(text: str, place: str) -> None:
    diagnostic = only(read(text))
    assert diagnostic.code == "VD201"
    assert "Error: " in diagnostic.message
    assert str(diagnostic.span) == place


@pytest.mark.parametrize("text", ["x = 1\0\n", "x = " + "-" * 100_000 + "1\n"], ids=["null byte", "too deep"])
def test_what_no_compiler_takes_is_a_message_too(text: str) -> None:
    assert only(read(text)).code == "VD201"


def test_standard_output_is_kept_for_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    read("print('from the claim file')\n" + FIRST)
    assert capsys.readouterr() == ("", "from the claim file\n")


def test_sympy_evaluates_again_whatever_a_file_did() -> None:
    x = sympy.Symbol("x")
    broken = HEAD + 'derivation("d", "D").__enter__()\nsympy = __import__("sympy")\nraise ValueError\n'
    assert only(read(broken)).code == "VD201"
    assert x + x == 2 * x
    read(
        "from sympy.core.parameters import global_parameters as g\ng.exp_is_pow = True\ng.evaluate = False\n"
    )
    assert isinstance(sympy.exp(x), sympy.exp)
    assert x + x == 2 * x


def test_the_interpreter_is_left_as_it_was(tmp_path: Path) -> None:
    path, modules, folder = list(sys.path), set(sys.modules), os.getcwd()
    Path("neighbour.py").write_text("VALUE = 1\n")
    read("import neighbour, os, sys\nsys.path.append('/x')\nos.chdir('/')\nsys.stdout = None\n" + FIRST)
    assert (sys.path, os.getcwd()) == (path, folder)
    assert not {"neighbour", "__claims__"} & (set(sys.modules) - modules)
    assert sys.stdout is not None


def test_each_folder_has_neighbours_of_its_own(write: Write) -> None:
    for folder in ("one", "two"):
        write(f"{folder}/shared.py", f"TITLE = 'from {folder}'\n")
        write(f"{folder}/parts/__init__.py", "")
        write(f"{folder}/parts/names.py", f"NAME = '{folder}'\n")
        write(
            f"{folder}/claims.py",
            f"{HEAD}from shared import TITLE\nfrom parts.names import NAME\n"
            "with derivation(NAME, TITLE) as d:\n    d.claim(1, 1)\n",
        )
    documents = read_paths(["one", "two"])
    titles = [(derivation.id, derivation.title) for doc in documents for derivation in doc.derivations]
    assert titles == [("one", "from one"), ("two", "from two")]


def test_a_claim_file_named_like_a_standard_module_does_not_replace_it(write: Write) -> None:
    write("statistics.py", FIRST)
    document = read("from statistics import mean\nassert mean([1, 3]) == 2\n" + FIRST)
    assert (ids(document), document.diagnostics) == (["first"], ())


def test_dataclasses_work_in_a_claim_file() -> None:
    text = "from __future__ import annotations\nfrom dataclasses import dataclass\n"
    assert read(text + "@dataclass\nclass Point:\n    x: int\n" + FIRST).diagnostics == ()


def test_our_own_future_imports_do_not_reach_the_file() -> None:
    assert (
        read("def f(x: int): ...\nif f.__annotations__['x'] is not int: raise TypeError\n").diagnostics == ()
    )


def test_a_byte_order_mark_is_no_problem() -> None:
    Path("claims.py").write_bytes(b"\xef\xbb\xbf" + FIRST.encode())
    assert ids(read_python("claims.py")) == ["first"]


def test_a_search_runs_only_files_that_import_the_package(write: Write) -> None:
    write("claims.py", FIRST)
    write("setup.py", "raise SystemExit('must not run: verify_derivations is only mentioned')\n")
    write("broken.py", "import verify_derivations\nx = (\n")
    documents = read_paths(["."])
    assert [document.path for document in documents] == ["broken.py", "claims.py"]
    assert only(documents[0]).code == "VD201"
    assert only(read_paths(["setup.py"])[0]).code == "VD201", "a file that is named is run"


def test_an_id_that_is_used_twice_names_both_places(write: Write) -> None:
    write("a.py", FIRST)
    write("b.py", HEAD + "\n\n" + FIRST.removeprefix(HEAD))
    first, second = read_paths(["a.py", "b.py"])
    assert first.diagnostics == ()
    diagnostic = only(second)
    assert diagnostic.code == "VD204"
    assert diagnostic.message == 'the derivation id "first" is used twice: here and at a.py:4'
    assert str(diagnostic.span) == "b.py:6:1"


def test_a_step_id_that_is_used_twice_is_told() -> None:
    document = read(FIRST + "    d.claim(x, x, id='first.1')\n")
    [marked] = read_paths(["claims.py"])
    assert document.diagnostics == ()
    assert only(marked).message == 'the step id "first.1" is used twice: here and at claims.py:5'


def test_maximum_and_minimum_are_read_although_sympy_counts_them_among_no_functions():
    document = read(
        "from sympy import Max, Min, Symbol\n"
        "from verify_derivations import derivation\n"
        'x = Symbol("x", real=True)\n'
        'with derivation("clip", "Clipping") as d:\n'
        "    d.claim(Max(0, Min(1, x)), x)\n"
    )
    assert document.diagnostics == ()
    (step,) = document.derivations[0].steps
    assert step.claim is not None
    assert text(step.claim.lhs) == "Max(0, Min(1, x))"
