"""The wheel, built and installed by itself: everything is in it, and it runs from another folder."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

pytestmark = pytest.mark.timeout(600)  # pip downloads and unpacks all dependencies


def run(*words: object, cwd: Path | str = "/", status: int = 0) -> str:
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=500,
        check=False,
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    [built] = folder.glob("verify_derivations-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment that holds the wheel, its dependencies and nothing else."""
    environment = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", environment)
    run(environment / "bin" / "python", "-m", "pip", "install", "--quiet", wheel)
    return environment / "bin"


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    package = ROOT / "checker" / "verify_derivations"
    ours = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {"verify_derivations/py.typed", "verify_derivations/cli.py"} <= ours
    assert {name for name in names if ".dist-info/" not in name} == ours
    assert any(name.endswith("/LICENSE") for name in names)
    assert any(name.endswith("/OFL.txt") and ".dist-info/" in name for name in names)


def test_the_installed_program_checks_and_writes_every_report_from_another_folder(
    installed: Path, claims: dict[str, Path], tmp_path: Path
) -> None:
    program = installed / "verify-derivations"
    assert run(program, "--version").startswith("verify-derivations ")
    outputs = [
        word
        for name, suffix in (("json", "json"), ("html", "html"), ("latex", "tex"))
        for word in ("--output-format", f"{name}={tmp_path / 'report'}.{suffix}")
    ]
    run(program, "check", claims["right"], *outputs)
    run(program, "check", claims["wrong"], status=1)
    assert "square" in json.dumps(json.loads((tmp_path / "report.json").read_text(encoding="utf-8")))
    assert "The square of a sum" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "The square of a sum" in (tmp_path / "report.tex").read_text(encoding="utf-8")


def test_the_package_runs_as_a_module_and_reports_its_version(installed: Path) -> None:
    by_module = run(installed / "python", "-m", "verify_derivations", "--version")
    by_import = run(
        installed / "python", "-c", "import verify_derivations; print(verify_derivations.__version__)"
    )
    assert by_module.split() == ["verify-derivations", by_import.strip()]
