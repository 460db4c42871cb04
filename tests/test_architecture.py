"""The rules of the house that a tool can check: who imports whom, and what no module may do."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "checker" / "verify_derivations"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))

EVALUATORS = {"eval", "exec", "sympify", "parse_latex", "parse_expr", "parse_mathematica", "__import__", "S"}
"""Calls that turn text into code or into a meaning that nobody declared; `sympy.S(...)` is sympify."""

LONGEST_FUNCTION = 60


def parsed(module: str) -> ast.Module:
    return ast.parse((PACKAGE / module).read_text(encoding="utf-8"), module)


def found_in(source: str, rule: str) -> list[int]:
    """The lines at which a piece of source breaks a rule."""
    return [node.lineno for node in RULES[rule](ast.parse(source))]


# ---- the rules ---------------------------------------------------------------------------------
def asserts(tree: ast.Module) -> Iterator[ast.Assert]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.Assert))


def seals(tree: ast.Module) -> Iterator[ast.expr | ast.stmt]:
    """Every way to lay hands on the kernel's mark: import it, reach for it, or spell its name."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(names=names) if any(alias.name == "SEAL" for alias in names):
                yield node
            case ast.Attribute(attr="SEAL") | ast.Name(id="SEAL") | ast.Constant(value="SEAL"):
                yield node


def evaluations(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(keywords=[ast.keyword(arg="strict", value=ast.Constant(value=True))]):
                pass  # sympify(..., strict=True) takes numbers and expressions, and refuses text
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in EVALUATORS:
                yield node


RULES = {"assert": asserts, "seal": seals, "evaluate": evaluations}


# ---- the rules can find what they look for -----------------------------------------------------
@pytest.mark.parametrize(
    ("rule", "source"),
    [
        ("assert", "def f(x):\n    if x:\n        assert x > 0"),
        ("seal", "from verify_derivations.model import Verdict, SEAL as S"),
        ("seal", "from verify_derivations import model\nVerdict(seal=model.SEAL)"),
        ("seal", "getattr(model, 'SEAL')"),
        ("evaluate", "eval('1')"),
        ("evaluate", "import sympy\nsympy.sympify('x')"),
        ("evaluate", "from sympy import S\nS('x')"),
    ],
)
def test_a_rule_finds_what_breaks_it(rule: str, source: str) -> None:
    assert found_in(source, rule)
    assert not found_in("from verify_derivations.model import Verdict\nx = S.One + evaluate(2)", rule)


def test_sympify_may_be_used_where_it_refuses_text() -> None:
    assert not found_in("sympify(x, strict=True)", "evaluate")
    assert found_in("sympify(x, strict=False)", "evaluate")


# ---- the package keeps them --------------------------------------------------------------------
def test_the_layers_hold() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    run = subprocess.run([linter], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=100, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert " 0 broken" in run.stdout


@pytest.mark.parametrize("module", MODULES)
def test_no_check_vanishes_under_python_O(module: str) -> None:
    assert [node.lineno for node in asserts(parsed(module))] == []


@pytest.mark.parametrize("module", [m for m in MODULES if m != "model.py" and not m.startswith("kernel/")])
def test_only_the_kernel_holds_the_seal(module: str) -> None:
    assert [node.lineno for node in seals(parsed(module))] == []


def test_the_kernel_does_hold_the_seal() -> None:
    assert any(m.startswith("kernel/") and any(seals(parsed(m))) for m in MODULES)


EVALUATED = {
    "read/python.py": ["exec(code, module.__dict__)"],
    "dataclass.py": ["exec(code, known, made)"],  # `__init__`, made of the names of fields
}


@pytest.mark.parametrize("module", MODULES)
def test_text_is_never_evaluated_but_for_claim_files(module: str) -> None:
    calls = [ast.unparse(node) for node in evaluations(parsed(module))]
    assert calls == EVALUATED.get(module, [])


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_in_a_sentence_what_it_is(module: str) -> None:
    sentence = (ast.get_docstring(parsed(module)) or "").partition("\n\n")[0]
    assert sentence.endswith((".", "?")), f"{module} begins with {sentence!r}"


@pytest.mark.parametrize("module", MODULES)
def test_no_function_outgrows_a_screen(module: str) -> None:
    functions = [n for n in ast.walk(parsed(module)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno >= LONGEST_FUNCTION]
    assert long == []


@pytest.mark.parametrize("module", MODULES)
def test_a_broad_except_gives_its_reason(module: str) -> None:
    lines = (PACKAGE / module).read_text(encoding="utf-8").splitlines()
    broad = [
        node.lineno
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
    ]
    assert [number for number in broad if "#" not in lines[number - 1]] == []
