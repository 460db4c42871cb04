"""What all renderers promise: the same bytes on every machine, and nothing of the machine in them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sample_reports import HOSTILE, hostile, only, sample, step
from sample_reports import refuted as a_refutation

from verify_derivations.render import RENDERERS, RenderOptions
from verify_derivations.results import Report, StepResult
from verify_derivations.span import Span

HERE = Path(__file__).parent
PROGRAM = """
import hashlib, sys
from sample_reports import sample
from verify_derivations.render import RENDERERS, RenderOptions
for name, render in RENDERERS.items():
    print(name, hashlib.sha256(render(sample(), RenderOptions()).encode()).hexdigest())
print("sympy" in sys.modules)
"""


def test_the_table_is_in_the_order_in_which_formats_are_listed():
    assert list(RENDERERS) == ["full", "concise", "json", "html", "latex"]


@pytest.mark.parametrize("name", RENDERERS)
def test_an_empty_report_is_said_to_be_empty(name):
    text = RENDERERS[name](Report(()), RenderOptions())
    assert "0 of 0 statements checked" in text
    assert text.endswith("\n")


@pytest.mark.parametrize("name", RENDERERS)
def test_every_step_that_is_not_as_expected_is_named(name):
    text = RENDERERS[name](sample(), RenderOptions())
    for code in ("VD101", "VD102", "VD103", "VD105", "VD106"):
        assert code in text


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_text(name, text):
    rendered = RENDERERS[name](hostile(text), RenderOptions())
    rendered.encode("utf-8")  # no half of a surrogate pair
    assert not set(rendered) & set("\x00\x1b\u202e")


@pytest.mark.parametrize("name", RENDERERS)
def test_no_path_of_the_machine_is_shown(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    inside, outside = str(tmp_path / "claims" / "a.py"), str(tmp_path.parent / "elsewhere" / "b.py")
    for path, shown in ((inside, "claims/a.py"), (outside, "b.py")):
        at = replace(step(1, "a = b"), span=Span(path, 2, 3))
        text = RENDERERS[name](only(StepResult(at, a_refutation()), path=path), RenderOptions())
        assert shown in text
        assert str(tmp_path) not in text
        assert str(tmp_path.parent) not in text


def test_output_does_not_depend_on_the_hash_seed_and_sympy_is_not_imported():
    outputs = []
    for seed in ("1", "2"):
        paths = os.pathsep.join([str(HERE), *filter(None, sys.path)])
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        outputs.append(run.stdout.split("\n"))
    assert outputs[0] == outputs[1]
    assert outputs[0][-2] == "False"
