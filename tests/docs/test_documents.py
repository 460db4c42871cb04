"""What the documents show is what the program does: runs, help, examples, names of files, rules and tests."""

from __future__ import annotations

import ast
import doctest
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from verify_derivations.bulk import EMPTY
from verify_derivations.certificate import Argument, Order
from verify_derivations.errors import CODES
from verify_derivations.kernel.inference.rules import RULES
from verify_derivations.model import Status
from verify_derivations.read.records import FIELDS
from verify_derivations.render import RENDERERS
from verify_derivations.term.syntax.relations import BETWEEN_CONDITIONS, SPELLINGS

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "checker" / "verify_derivations"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "SOUNDNESS.md", "CHANGELOG.md", "CONTRIBUTING.md")

FENCE = re.compile(
    r"^(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
RUN = re.compile(r"^\$ verify-derivations (?P<words>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)

Program = Callable[..., subprocess.CompletedProcess[str]]


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[re.Match[str]]:
    """The fenced blocks of a document in one language, with the name of the file that they stand for."""
    return [block for block in FENCE.finditer(document(name)) if block["language"] == language]


def files_of(name: str, folder: Path) -> None:
    """The files that a document shows, written into a folder."""
    for block in blocks(name, "python"):
        if block["file"]:
            (folder / block["file"]).write_text(block["text"], encoding="utf-8")


# ---- runs and help -----------------------------------------------------------------------------
RUNS = [
    (name, run["words"], run["output"])
    for name in DOCUMENTS
    for block in blocks(name, "console")
    for run in RUN.finditer(block["text"])
]


def test_the_readme_shows_runs() -> None:
    assert {words for name, words, _ in RUNS if name == "README.md"} >= {"check softplus.py"}


@pytest.mark.parametrize(("name", "words", "output"), RUNS, ids=lambda value: str(value)[:30])
def test_a_run_prints_what_the_document_shows(
    name: str, words: str, output: str, program: Program, tmp_path: Path
) -> None:
    files_of(name, tmp_path)
    assert program(*words.split()).stdout.rstrip() == output.rstrip()


def test_the_first_run_of_the_readme_finds_an_error(program: Program, tmp_path: Path) -> None:
    files_of("README.md", tmp_path)
    assert program("check", "softplus.py").returncode == 1
    assert program("check", "loss.py").returncode == 0


def test_the_readme_shows_the_help_of_check(help_text: Callable[..., str]) -> None:
    assert help_text("check").strip() in document("README.md")


@pytest.mark.parametrize("format", RENDERERS)
def test_the_readme_lists_every_output_format(format: str) -> None:
    assert f"| `{format}` |" in document("README.md")


@pytest.mark.parametrize("status", Status)
def test_the_readme_and_soundness_explain_every_verdict(status: Status) -> None:
    assert f"\n| {status} |" in document("README.md")
    assert f"\n| {status} |" in document("SOUNDNESS.md")


LIMITS = {
    "Sum(x**-3, (x, 1, oo)), -polygamma(2, 1)/2": "VD102 undecided: step 1 of limit",
}
"""What the README says is not done yet: the arguments of `claim`, and what is answered."""

CLAIM_FILE = """
from sympy import *
from verify_derivations import derivation

x = Symbol("x", real=True)
with derivation("limit", "A limit of the software") as d:
    d.claim({})
"""


@pytest.mark.parametrize("given", LIMITS)
def test_what_the_readme_calls_undone_is_undone(
    given: str, program: Program, write: Callable[[str, str], Path]
) -> None:
    path = write("limit.py", CLAIM_FILE.format(given))
    answer = program("check", str(path)).stdout
    assert LIMITS[given] in answer, "done at last? then take it out of the README and of this table"


# ---- examples ----------------------------------------------------------------------------------
EXAMPLES = [
    pytest.param(block["text"], id=f"{name}:{document(name)[: block.start()].count(chr(10)) + 1}")
    for name in DOCUMENTS
    for block in blocks(name, "python")
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_python_block_runs_by_itself(example: str, tmp_path: Path) -> None:
    path = tmp_path / "example.py"
    path.write_text(example, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, path], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=100, check=False
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("name", [*DOCUMENTS, "docs/records.md"])
def test_an_interactive_example_answers_what_is_shown(name: str) -> None:
    text = "\n".join(block["text"] for block in blocks(name, "pycon"))
    shown = name in ("README.md", "docs/records.md")
    assert (">>>" in text) == shown, "examples are in blocks of the language pycon"
    runner = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF)
    runner.run(doctest.DocTestParser().get_doctest(text, {}, name, name, 0))
    assert runner.summarize(verbose=False).failed == 0


def test_every_field_and_relation_of_a_record_is_told() -> None:
    told = document("docs/records.md")
    named = {
        name
        for cell in re.findall(r"^\| (`.*?) \|", told, re.MULTILINE)
        for name in cell.replace("`", "").split(", ")
    }
    assert named >= {*FIELDS, *EMPTY}
    assert all(f"`{sign}`" in told for sign in (*SPELLINGS.values(), *BETWEEN_CONDITIONS))


# ---- names -------------------------------------------------------------------------------------
PATH = re.compile(r"`([\w./-]+(?:\.(?:py|md|toml|json|html|tex|jinja)|/))`")
LINK = re.compile(r"\]\(([^)#]+)")
PLACEHOLDER = re.compile(r"\b(NAME|KIND|FORMAT)\b")


def prose(name: str) -> str:
    """A document without its fenced blocks."""
    return FENCE.sub("", document(name))


PATHS = [
    pytest.param(name, path, id=f"{name}-{path}")
    for name in DOCUMENTS
    for path in sorted(set(PATH.findall(prose(name))))
    if not PLACEHOLDER.search(path)
]
TARGETS = [
    pytest.param(name, target, id=f"{name}-{target}")
    for name in DOCUMENTS
    for target in sorted(set(LINK.findall(prose(name))))
    if "://" not in target
]


@pytest.mark.parametrize(("name", "path"), PATHS)
def test_a_file_that_a_document_names_exists(name: str, path: str) -> None:
    shown = {block["file"] for block in blocks(name, "python")}
    assert path in shown | USERS_OWN or any((folder / path).exists() for folder in (ROOT, PACKAGE))


USERS_OWN = {"verify-derivations.toml"}
"""Files that a user may have, and this repository has not."""


@pytest.mark.parametrize(("name", "target"), TARGETS)
def test_a_link_leads_somewhere(name: str, target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("module", MODULES)
def test_the_map_names_every_module(module: str) -> None:
    name = module.removesuffix("__init__.py")
    assert not name or f"`{name}`" in document("ARCHITECTURE.md")


def test_the_architecture_shows_the_layers_that_are_enforced() -> None:
    project = tomllib.loads(document("pyproject.toml"))
    contracts = project["tool"]["importlinter"]["contracts"]
    [layers] = [
        contract["layers"] for contract in contracts if contract.get("containers") == ["verify_derivations"]
    ]
    [shown] = [block["text"] for block in blocks("ARCHITECTURE.md", "layers")]
    first_column = [re.split(r" {2,}", line)[0] for line in shown.splitlines()]
    assert first_column == [re.sub(r" \| \(\w+\)|\(\w+\) \| ", "", layer) for layer in layers]


def names_in_code(name: str) -> set[str]:
    """The dotted names of our package that the Python blocks of a document import."""
    found = set()
    for block in blocks(name, "python"):
        for node in ast.walk(ast.parse(block["text"])):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("verify_derivations"):
                found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_the_recipes_are_code() -> None:
    """Each recipe of ARCHITECTURE.md that adds something to the software has a block that does it."""
    wanted = {
        "term.calculus.functions",
        "kernel.inference.rules",
        "term.sympy.from_sympy",
        "read.paths",
        "prove.search",
        "render",
    }
    assert {f"verify_derivations.{module}" for module in wanted} <= names_in_code("ARCHITECTURE.md")


@pytest.mark.parametrize("rule", RULES)
def test_soundness_justifies_every_rule_of_the_kernel(rule: str) -> None:
    assert f"\n| `{rule}` |" in document("SOUNDNESS.md")


@pytest.mark.parametrize("argument", [kind.__name__ for kind in get_args(Argument) + get_args(Order)])
def test_soundness_justifies_every_argument(argument: str) -> None:
    assert f"\n| `{argument}` |" in document("SOUNDNESS.md")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_code_that_a_document_names_is_one(name: str) -> None:
    assert set(re.findall(r"\bVD\d{3}\b", document(name))) <= set(CODES)


# ---- the ledger --------------------------------------------------------------------------------
def ledger() -> list[list[str]]:
    """The rows of the table of wrong verdicts."""
    table = document("SOUNDNESS.md").partition("| id | claim | ")[2].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table if line.startswith("|")]


def test_every_wrong_verdict_has_its_cause_and_its_test() -> None:
    rows = ledger()
    for row in rows:
        assert len(row) == 6, row
        assert all(row), row
        path, _, test = row[5].strip("`").partition("::")
        assert (ROOT / path).is_file(), f"{row[0]} names a test file that does not exist: {path}"
        assert not test or f"def {test}(" in (ROOT / path).read_text(encoding="utf-8"), row[0]
    assert len({row[0] for row in rows}) == len(rows), "an id is used twice"
