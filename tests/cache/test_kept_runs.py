"""What is kept of a run is printed again while nothing has changed, and in no other case."""

from __future__ import annotations

import ast
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from verify_derivations.cache import Run, kept_run, software
from verify_derivations.cache.inputs import found, taken_in
from verify_derivations.cache.records import FOLDER, MOST_RECORDS, load, store
from verify_derivations.cache.software import NEEDED, PACKAGE
from verify_derivations.cache.unsure import UnsureError
from verify_derivations.check import check_documents
from verify_derivations.model import Status, Verdict
from verify_derivations.read.paths import read_paths
from verify_derivations.results import Report

HEAD = "from sympy import *\nfrom verify_derivations import *\n"
CLAIM = 'x = symbols("x", real=True)\nwith derivation("d", "A title") as d:\n    d.claim({}, {})\n'
TRUE = HEAD + CLAIM.format("x + x", "2*x")
TEX = r"\documentclass{article}\begin{document}\input{part}\end{document}"
SETTINGS = {"outputs": ["full"]}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a claim file and its neighbour, in which the run takes place."""
    monkeypatch.chdir(tmp_path)
    Path("claims").mkdir()
    Path("claims/names.py").write_text("y = 1\n")
    Path("claims/a.py").write_text("from names import y\n" + TRUE)
    return tmp_path


def begun(paths: tuple[str, ...] = ("claims",), settings: dict[str, list[str]] = SETTINGS) -> Run:
    run = kept_run(settings, paths, ())
    assert run is not None
    return run


def checked(*paths: str) -> Report:
    return check_documents(read_paths(paths or ("claims",)))


def kept(paths: tuple[str, ...] = ("claims",)) -> None:
    """A run whose outputs are kept, if they may be."""
    begun(paths).keep(checked(*paths), 0, ["what was printed"])


def test_while_nothing_changes_the_same_is_printed() -> None:
    assert begun().printed is None
    kept()
    assert begun().printed == (0, ("what was printed",))


def edit(path: str, text: str) -> Callable[[], object]:
    def _edit() -> None:
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(text)

    return _edit


NOTHING_NEW = {
    "a date": lambda: os.utime("claims/a.py", (1, 1)),
    "the same text again": lambda: Path("claims/a.py").write_text(Path("claims/a.py").read_text()),
    "a file that nobody reads": edit("claims/picture.svg", "<svg/>"),
    "a file outside": edit("other.py", TRUE),
}

CHANGES = {
    "the file": edit("claims/a.py", "from names import y\n" + TRUE.replace("2*x", "3*x")),
    "a blank in the file": edit("claims/a.py", "from names import y \n" + TRUE),
    "the neighbour": edit("claims/names.py", "y = 2\n"),
    "the neighbour is gone": lambda: Path("claims/names.py").unlink(),
    "a second file": edit("claims/b.py", TRUE.replace('"d"', '"e"')),
    "a file in a new folder": edit("claims/deep/b.md", "$x = x$"),
    "another name": lambda: Path("claims/a.py").rename("claims/c.py"),
    "the file is gone": lambda: Path("claims/a.py").unlink(),
    "a package of the neighbour's name": edit("claims/names/__init__.py", "y = 2\n"),
}


@pytest.mark.parametrize("what", NOTHING_NEW)
def test_what_does_not_matter_changes_nothing(what: str) -> None:
    kept()
    NOTHING_NEW[what]()
    assert begun().printed is not None


@pytest.mark.parametrize("what", CHANGES)
def test_what_is_new_is_checked_anew(what: str) -> None:
    kept()
    CHANGES[what]()
    run = kept_run(SETTINGS, ("claims",), ())
    assert run is None or run.printed is None


def test_other_settings_and_other_paths_are_another_run() -> None:
    kept()
    assert begun(settings={"outputs": ["html"]}).printed is None
    assert begun(("claims/a.py",)).printed is None


def test_other_software_is_another_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept()
    before = software.software()
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "module.py").write_text("SIGN = 1\n")
    monkeypatch.setattr(software, "PACKAGE", str(tmp_path / "package"))
    assert software.software() != before
    assert begun().printed is None
    kept()
    assert begun().printed is not None
    (tmp_path / "package" / "module.py").write_text("SIGN = 2\n")
    assert begun().printed is None


def test_another_version_of_a_package_is_other_software(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    packages = tmp_path / "site-packages"
    (packages / "sympy-9.1.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(packages))
    before = software.software()
    (packages / "sympy-9.1.dist-info").rename(packages / "sympy-9.2.dist-info")
    assert software.software() != before


def test_a_package_that_is_not_installed_may_change_unseen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "checkout").mkdir()
    (tmp_path / "checkout" / "jinja2.py").write_text("")
    monkeypatch.delitem(sys.modules, "jinja2", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path / "checkout"))
    assert kept_run(SETTINGS, ("claims",), ()) is None


def test_a_file_that_changes_while_it_is_checked_is_not_kept() -> None:
    began = begun()
    report = checked()
    Path("claims/a.py").write_text(TRUE)
    began.keep(report, 0, ["what was printed"])
    assert begun().printed is None


def test_a_latex_document_depends_on_the_files_of_its_folder() -> None:
    Path("paper").mkdir()
    Path("paper/main.tex").write_text(TEX)
    Path("paper/part.tex").write_text("$x + x = 2x$")
    first = begun(("paper/main.tex",))
    Path("paper/part.tex").write_text("$x + x = 3x$")
    second = begun(("paper/main.tex",))
    assert first.files == second.files
    assert first.beside != second.beside


PARTS = ["_part", ".part", "_parts/part", "link/part"]


@pytest.mark.parametrize("name", PARTS)
def test_what_a_latex_document_takes_in_may_be_hidden(name: str) -> None:
    for folder in ("paper/_parts", "paper/one", "paper/two"):
        Path(folder).mkdir(parents=True)
    Path("paper/link").symlink_to("one")
    Path("paper/two/part.tex").write_text("$x + x = 3x$")
    Path(f"paper/{name}.tex").write_text("$x + x = 2x$")
    Path("paper/main.tex").write_text(TEX.replace("part", name))
    kept(("paper/main.tex",))
    if name.startswith("link"):
        Path("paper/link").unlink()
        Path("paper/link").symlink_to("two")
    else:
        assert begun(("paper/main.tex",)).printed is not None
        Path(f"paper/{name}.tex").write_text("$x + x = 3x$")
    assert begun(("paper/main.tex",)).printed is None


def test_a_module_ahead_of_the_neighbour_is_another_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As with PYTHONPATH, and the current folder under `python -m`."""
    (tmp_path / "ahead").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path / "ahead"))
    kept()
    assert begun().printed is not None
    (tmp_path / "ahead" / "names.py").write_text("y = 3\n")
    assert kept_run(SETTINGS, ("claims",), ()) is None or begun().printed is None


# ---- what is not kept ------------------------------------------------------------------------------
NOT_KEPT = {
    "a line that cannot be read": TRUE + "    d.claim(x)\n",
    "no statement": HEAD,
}


@pytest.mark.parametrize("what", NOT_KEPT)
def test_what_is_broken_or_empty_is_not_kept(what: str) -> None:
    Path("claims/a.py").write_text(NOT_KEPT[what])
    kept()
    assert not Path(FOLDER).exists()


def test_what_is_undecided_may_have_been_so_for_lack_of_time() -> None:
    report = checked()
    (document,) = report.documents
    (derivation,) = document.derivations
    (step,) = derivation.steps
    undecided = replace(step, verdict=Verdict(Status.UNDECIDED, reason="budget"))
    derivation = replace(derivation, steps=(undecided,))
    report = replace(report, documents=(replace(document, derivations=(derivation,)),))
    begun().keep(report, 0, ["what was printed"])
    assert not Path(FOLDER).exists()


BEYOND_FILES = {
    "import os": "imports os",
    "import random": "imports random",
    "import numpy": "imports numpy",
    "from datetime import date": "imports datetime",
    "from . import names": "imports from a package around it",
    "from sympy.core import random": "imports random",
    "from sympy import randprime": "imports randprime",
    "from sympy.stats import Normal": "imports stats",
    "import verify_derivations.read": "imports verify_derivations.read",
    "t = open('table.txt').read()": "uses open",
    "print('hello')": "uses print",
    "t = eval('1')": "uses eval",
    "t = __import__('os')": "uses __import__",
    "t = symbols.__globals__": "uses __globals__",
    "t = randMatrix(2)": "uses randMatrix",
    "def f(:": "cannot be parsed",
}


@pytest.mark.parametrize("line", BEYOND_FILES)
def test_a_claim_file_that_depends_on_more_than_files_is_always_run(line: str) -> None:
    Path("claims/a.py").write_text(line + "\n" + TRUE)
    with pytest.raises(UnsureError, match=BEYOND_FILES[line]):
        taken_in(found(("claims",), ()), ("claims",))
    assert kept_run(SETTINGS, ("claims",), ()) is None


def test_so_is_one_whose_neighbour_does() -> None:
    Path("claims/names.py").write_text("import os\ny = os.getpid()\n")
    assert kept_run(SETTINGS, ("claims",), ()) is None


def test_scripts_in_a_folder_that_are_no_claim_files_do_not_matter() -> None:
    Path("claims/script.py").write_text("import os\nprint(os.getpid())\n")
    kept()
    assert begun().printed is not None


@pytest.mark.parametrize("path", ["nowhere.py", "claims/notes.odt", "pipe.md"])
def test_what_is_no_file_of_a_known_kind_is_not_kept(path: str) -> None:
    os.mkfifo("pipe.md")
    assert kept_run(SETTINGS, (path,), ()) is None


# ---- what is kept, as a file -----------------------------------------------------------------------
def to_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def to_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def to_link(path: Path) -> None:
    path.rename("elsewhere")
    path.symlink_to(Path("elsewhere").absolute())


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-9]),
    "one letter": lambda path: path.write_bytes(path.read_bytes().replace(b"printed", b"painted")),
    "not UTF-8": lambda path: path.write_bytes(b"\xff\xfe" + path.read_bytes()),
    "nested deeply": lambda path: path.write_bytes(b"[" * 200_000),
    "a folder": to_folder,
    "a pipe": to_pipe,
    "a link": to_link,
}


@pytest.mark.parametrize("what", DAMAGE)
def test_what_is_not_as_it_was_written_is_not_there(what: str) -> None:
    kept()
    (record,) = Path(FOLDER).glob("*.json")
    DAMAGE[what](record)
    assert begun().printed is None


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"files": []},
        {"files": [1], "beside": [], "code": 0, "outputs": []},
        {"files": [], "beside": [["a"]], "code": 0, "outputs": []},
        {"files": [], "beside": [], "code": 2, "outputs": []},
        {"files": [], "beside": [], "code": 0, "outputs": [1]},
    ],
)
def test_what_has_another_shape_is_not_there(data: object) -> None:
    store(FOLDER, begun().key, data)
    assert load(FOLDER, begun().key) == data
    assert begun().printed is None


def test_where_nothing_can_be_kept_the_run_goes_on(tmp_path: Path) -> None:
    Path(FOLDER).write_text("a file")
    kept()
    assert begun().printed is None
    Path(FOLDER).unlink()
    (tmp_path / "elsewhere").mkdir()
    Path(FOLDER).symlink_to(tmp_path / "elsewhere")
    kept()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_only_the_newest_stay() -> None:
    for number in range(MOST_RECORDS + 5):
        store(FOLDER, str(number), number)
    assert len(list(Path(FOLDER).glob("*.json"))) == MOST_RECORDS
    assert load(FOLDER, str(MOST_RECORDS + 4)) == MOST_RECORDS + 4


def test_runs_side_by_side_leave_whole_records() -> None:
    texts = ["a" * 50_000, "b" * 60_000]
    seen: list[object] = []

    def work(text: str) -> None:
        for _ in range(40):
            store(FOLDER, "key", text)
            seen.append(load(FOLDER, "key"))

    workers = [threading.Thread(target=work, args=(text,)) for text in texts]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert set(map(str, seen)) <= set(texts)
    assert [path.name for path in Path(FOLDER).iterdir() if path.name.startswith(".")] == [".gitignore"]


def test_every_package_that_is_imported_stands_for_itself_by_its_version() -> None:
    """`mpmath` is not imported by us: SymPy computes with it."""
    imported = set[str]()
    for path in Path(PACKAGE).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.split(".")[0])
    assert imported - sys.stdlib_module_names - {"verify_derivations"} | {"mpmath"} == set(NEEDED)
