"""The page: well-formed, self-contained, harmless, complete, and no wider than a phone."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from sample_reports import HOSTILE, LOCAL, chain, hostile, only, open_verdict, proved, refuted, sample, step

from verify_derivations.model import Condition, Status
from verify_derivations.render import RenderOptions
from verify_derivations.render.html import render_html
from verify_derivations.results import Origin, StepResult

VOID = frozenset(("meta", "link", "br", "hr", "img", "input", "source", "area", "base", "col", "embed"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Page(HTMLParser):
    """A page taken apart; says which tags do not match."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"{tag} is never closed" for tag in self.open]
        self.ids = [attributes["id"] for _, attributes in self.tags if "id" in attributes]
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"unexpected </{tag}> at {self.getpos()}")

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.words.append(data)


@pytest.fixture(scope="module")
def page():
    return Page(render_html(sample()))


PAGES = [sample(), *map(hostile, HOSTILE)]


@pytest.mark.parametrize("report", PAGES, ids=range(len(PAGES)))
def test_tags_match_and_ids_are_unique(report):
    page = Page(render_html(report))
    assert page.faults == []
    assert len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize("report", PAGES, ids=range(len(PAGES)))
def test_nothing_is_loaded_and_nothing_is_run(report):
    text = render_html(report)
    page = Page(text)
    assert not {tag for tag, _ in page.tags} & {"script", "img", "link", "iframe", "object", "embed", "base"}
    for _, attributes in page.tags:
        assert not [
            name for name in attributes if name.startswith("on") or name in ("src", "action", "srcset")
        ]
        assert (attributes.get("href") or "#").startswith("#")
    styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert len(styles) == 1
    assert re.findall(r"url\((?!data:)|@import|expression\(", styles[0]) == []


def test_every_link_leads_somewhere(page):
    targets = {attributes["href"][1:] for _, attributes in page.tags if "href" in attributes}
    assert targets
    assert targets <= set(page.ids)


def test_every_step_and_derivation_can_be_linked_to(page):
    for result in sample().steps():
        assert result.step.id in page.ids
    assert {"sigmoid", "statements"} <= set(page.ids)


def test_the_font_is_in_the_page():
    assert re.search(
        r'"VD Math"; src: url\(data:font/woff2;base64,[A-Za-z0-9+/=]{60000,}\)', render_html(sample())
    )


def test_the_numbers_are_at_the_top(page):
    assert "8 of 10 statements checked, 1 undecided, 1 not understood." in page.text
    assert "and 1 definition, 1 update rule, 2 corrected lines proved." in page.text


def test_every_verdict_has_a_sign_with_a_name_and_a_word(page):
    labels = {
        attributes["aria-label"] for tag, attributes in page.tags if tag == "svg" and "role" in attributes
    }
    assert labels == {status.value for status in Status}
    for status in Status:
        assert page.text.count(status.value) > 1


@pytest.mark.parametrize(
    "words",
    [
        "the error starts here",
        "carried on from step 3",
        "undoes the error of step 3 silently",
        "against the first line of the chain: refuted ; against the line before: proved",
        "known error of the source, refuted as expected",
        "what is wrong the −1 of the numerator is lost",
        "known gap of the source, not understood as expected",
        "corrected proved",
        "as it must be meant proved",
        "fails at z = 1/7 left side 1/4 = 0.25 right side 0.5",
        "12 points agree to 30 digits",
        "source logistic-notes.md:75",
        "quotient rule",
        "expected: refuted (VD106)",
        "004-17",
        "one step of descent",
        "Every other status.",
    ],
)
def test_the_page_says(page, words):
    assert words in page.text


def test_what_is_not_as_expected_is_listed_first_with_links():
    text = render_html(sample())
    alert = text[text.index('id="unexpected"') : text.index('id="contents-title"')]
    assert re.findall(r'<a href="#([^"]+)"', alert) == [f"sigmoid.{n}" for n in ("3", "b2", "b3", "b5", "b6")]
    assert "VD203" in alert
    assert 'id="unexpected"' not in render_html(only(StepResult(step(1, "a = b"), proved())))


def test_known_errors_of_the_sources_are_listed_and_what_carries_them_on_is_not():
    introduced = StepResult(
        step(1, "a", expect=Status.REFUTED, wrong="sign"), refuted(), None, Origin.INTRODUCED
    )
    told = {"expect": Status.REFUTED, "wrong": "as before", "local": LOCAL}
    inherited = StepResult(step(2, "b", **told), refuted(), proved(), Origin.INHERITED)
    gap = StepResult(step(3, "c", expect=Status.UNDECIDED, wrong="hard"), open_verdict(Status.UNDECIDED, "r"))
    text = render_html(only(introduced, inherited, gap))
    errors = text[text.index('id="errors"') : text.index('id="contents-title"')]
    assert re.findall(r'<a href="#([^"]+)"', errors) == ["sigmoid.1"]
    assert "sign" in errors


def test_conditions_are_shown_as_formulas():
    condition = Condition("x != 0", r"x \neq 0")
    text = render_html(only(StepResult(step(1, "a = b"), proved(condition))))
    assert re.search(r"where <math><mi>x</mi><mo>≠</mo><mn>0</mn></math>", text)


def test_how_it_was_read_is_shown_only_where_it_differs():
    same = StepResult(step(1, "a = b"), proved(), read_as="a=b")
    other = StepResult(step(1, "a = b"), proved(), read_as="a = c")
    assert "read as" not in render_html(only(same))
    assert "<summary>read as</summary>" in render_html(only(other))


def test_the_title_can_be_chosen():
    assert "<h1>A &amp; B</h1>" in render_html(sample(), RenderOptions(title="A & B"))


def measured_overflow(pages, width, tmp_path):
    """By how many pixels each page is too wide for so many, as Chromium lays it out."""
    frames = "".join(
        f'<iframe style="border:0" width="{width}" height="800" srcdoc="{html.escape(page)}"></iframe>'
        for page in pages
    )
    script = (
        "onload = () => { document.title = [...document.querySelectorAll('iframe')]"
        ".map(f => f.contentDocument.documentElement)"
        ".map(root => root.scrollWidth - root.clientWidth).join(',') }"
    )
    (tmp_path / "frames.html").write_text(
        f"<!doctype html><meta charset=utf-8>{frames}<script>{script}</script>",
        encoding="utf-8",
    )
    run = subprocess.run(
        [
            str(CHROMIUM),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--dump-dom",
            (tmp_path / "frames.html").as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    )
    titles = re.findall(r"<title>([\d,]+)</title>", run.stdout)
    return [int(number) for number in titles[0].split(",")]


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium to lay the page out: apt-get install chromium")
def test_a_phone_needs_no_sideways_scrolling(tmp_path):
    wide = StepResult(step(1, " + ".join(rf"\frac{{x_{{{n}}}}}{{y}}" for n in range(60)) + " = 0"), refuted())
    word = StepResult(step(2, "a" * 40 + r"\undefined" * 40, because="w" * 300, ref="r" * 90), proved())
    pages = [render_html(sample()), render_html(only(wide, word, *chain().steps[1:]))]
    control = "<!doctype html><div style='width: 800px'>wider than a phone</div>"
    first, second, third = measured_overflow([*pages, control], 390, tmp_path)
    assert third > 300, "the measuring itself does not work"
    assert (first, second) == (0, 0)
