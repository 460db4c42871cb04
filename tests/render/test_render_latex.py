"""The LaTeX file: it compiles, whatever the text, and says what the page says."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from sample_reports import HOSTILE, chain, hostile, only, sample

from verify_derivations.render.latex import render_latex
from verify_derivations.results import Report

ENGINES = ["pdflatex", "lualatex"]
COMMON = {
    *("iftex", "inputenc", "amsmath", "amssymb", "booktabs", "longtable", "xcolor", "geometry", "textcomp"),
    *("graphicx", "lmodern", "fontspec", "hyperref"),
}


def test_only_common_packages_are_used():
    named = [
        line.split("\\usepackage", 1)[1]
        for line in render_latex(sample()).splitlines()
        if "\\usepackage" in line
    ]
    packages = {name for part in named for name in part[part.index("{") + 1 : part.index("}")].split(",")}
    assert packages <= COMMON


def test_it_says_what_came_out():
    text = render_latex(sample())
    for words in (
        "8 of 10 statements checked, 1 undecided, 1 not understood.",
        r"\vdverdict{refuted}{refuted}",
        r"\vdverdict{notunderstood}{not understood}",
        r"\vdformula{f'(z) = \frac{e^{-z}}{(1+e^{-z})^2}}",
        r"\textbf{the error starts here}",
        r"\textbf{carried on from step 3}",
        r"\textbf{corrected}",
        r"\vdfact{fails at}{z = 1/7: left 1/4 = 0.25, right 0.5}",
        r"\vdfact{what is wrong}{the \ensuremath{-}1 of the numerator is lost}",
        r"\vdformula{\frac 1 {h(y))}}",
    ):
        assert words in text
    assert r"\textbackslash{}vd" not in text, "what a macro gave was escaped once more"


def compiled(engine, text, folder):
    """The output of the engine, and whether it ended well and made a PDF."""
    (folder / "report.tex").write_text(text, encoding="utf-8")
    run = subprocess.run(
        [engine, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "report.tex"],
        cwd=folder,
        capture_output=True,
        timeout=110,
        check=False,
    )
    output = run.stdout.decode("utf-8", "replace")
    errors = [line for line in output.splitlines() if line.startswith(("!", "l."))]
    return run.returncode == 0 and (folder / "report.pdf").exists(), errors


@pytest.mark.parametrize("engine", ENGINES)
def test_it_compiles_whatever_the_text(engine, tmp_path):
    if shutil.which(engine) is None:
        pytest.skip(f"needs {engine}: apt-get install texlive-latex-base texlive-latex-recommended lmodern")
    reports = [sample(), only(*chain().steps), *map(hostile, HOSTILE)]
    whole = Report(tuple(document for report in reports for document in report.documents), (), "0.1.0")
    well, errors = compiled(engine, render_latex(whole), tmp_path)
    assert (well, errors) == (True, [])
