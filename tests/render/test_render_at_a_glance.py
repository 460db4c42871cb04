"""Who opens a report sees what is wrong, where it fails and what would mend it, before scrolling."""

from __future__ import annotations

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths
from verify_derivations.render.html import render_html
from verify_derivations.render.text import render_concise, render_full
from verify_derivations.results import Report

NOTE = r"""# A lecture

$$\frac{d}{dx} e^{2x} = e^{2x} + e^{2x} = 3 e^{2x}$$

$$\sqrt{t^2} = t$$
"""


def report(folder) -> Report:
    path = folder / "lecture.md"
    path.write_text(NOTE, encoding="utf-8")
    return check_documents(read_paths([str(path)]))


def test_the_list_at_the_top_has_formula_point_and_repair(tmp_path):
    page = render_html(report(tmp_path))
    listed = page.partition('id="unexpected"')[2].partition("</section>")[0]
    assert listed.count('class="glance"') == 2
    assert listed.count("<math") >= 4
    assert "left <code>" in listed
    assert "holds if" in listed


def test_steps_of_a_document_are_called_by_its_heading(tmp_path):
    told = render_concise(report(tmp_path))
    assert 'VD101 refuted: step 3 of "A lecture": at t = -2' in told
    assert "lecture.md#" not in told


def test_nothing_starts_in_a_chain_of_one_line(tmp_path):
    told = render_full(report(tmp_path))
    assert told.count("the error starts here") == 1
    assert told.count("An error starts at") == 1
