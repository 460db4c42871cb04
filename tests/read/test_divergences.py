r"""Divergences with a double bar: defined like any function, and never what they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.model import Kind
from verify_derivations.read.paths import read_paths
from verify_derivations.results import Report


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(text: str) -> Report:
    Path("notes.md").write_text(text, encoding="utf-8")
    return check_documents(read_paths(["notes.md"]), seconds=5)


def verdicts(text: str) -> list[str]:
    steps = checked(text).steps()
    return [str(result.status) for result in steps if result.step.kind is Kind.CLAIM]


BODY = r"p\log\frac{p}{q} + (1-p)\log\frac{1-p}{1-q}"
PRINTED = [
    (r"D_{KL}(p \| q)", r"D_{KL}(r \,\|\, s)"),
    (r"D_{\mathrm{KL}}(p \| q)", r"D_{\mathrm{KL}}(r \parallel s)"),
    (r"\mathrm{KL}(p || q)", r"\mathrm{KL}(r \| s)"),
    (r"\mathrm{KL}[p || q]", r"\mathrm{KL}[r \| s]"),
    (r"D\left(p \middle\| q\right)", r"D(r || s)"),
]


@pytest.mark.parametrize(("head", "used"), PRINTED)
@pytest.mark.parametrize("said", ["<!-- vd: let ${}$ -->", "Let ${}$."])
def test_a_divergence_is_defined_and_used_with_other_arguments(head: str, used: str, said: str) -> None:
    right = r"r\log r - r\log s + (1-r)\log(1-r) - (1-r)\log(1-s)"
    wrong = right.replace(r"- r\log s", r"+ r\log s")
    swapped = r"s\log s - s\log r + (1-s)\log(1-s) - (1-s)\log(1-r)"
    before = f"{said.format(f'{head} = {BODY}')}\n\nFor $0 < r, s < 1$ we have\n\n$$ 1 + {used} = 1 + "
    assert not checked(f"{before}{right} $$").all_diagnostics()
    assert verdicts(f"{before}{right} $$") == ["proved"]
    assert verdicts(f"{before}{wrong} $$") == ["refuted"]
    assert verdicts(f"{before}{swapped} $$") == ["refuted"]


NOT_PUT_IN = [
    # a distribution and a density are called alike: p(x) is no product
    (r"Let $D(p \| q) = \sum_{x=1}^n p(x) q(x)$.", r"D(r \| s) = r s \sum_{x=1}^n x^2"),
    # what has no P in it says nothing of other distributions
    (r"We find $\mathrm{KL}[P || Q] = \log p_1 - \log p_2$.", r"\mathrm{KL}[Q || P] = \log p_1 - \log p_2"),
    (r"We find $\mathrm{KL}[P || Q] = \log p_1 - \log p_2$.", r"\mathrm{KL}[Q || P] = \log p_2 - \log p_1"),
]


@pytest.mark.parametrize(("said", "claim"), NOT_PUT_IN)
def test_what_it_is_for_others_is_not_known(said: str, claim: str) -> None:
    assert verdicts(f"{said}\n\nHence\n\n$$ {claim} $$")[-1] == "not understood"


NO_DEFINITIONS = [
    (r"E(p \| q) = 3 q", "does not say how it depends on p"),
    (r"F(p \| q) = \sum_{x=1}^n p(x) q(x)", "p stands before brackets"),
]


@pytest.mark.parametrize(("formula", "message"), NO_DEFINITIONS)
def test_an_annotation_that_cannot_be_put_in_is_told(formula: str, message: str) -> None:
    [diagnostic] = checked(f"<!-- vd: let ${formula}$ -->\n\nSo.").all_diagnostics()
    assert diagnostic.code == "VD405"
    assert message in diagnostic.message
