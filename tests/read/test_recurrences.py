r"""Sequences that a recurrence defines: v_t = \beta v_{t-1} + g_t says what v_{t-1}, v_2 and v_3 are, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths
from verify_derivations.results import StepResult


def last(text: str, folder: Path) -> StepResult:
    """The result of the last step of a document."""
    path = folder / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    return [*check_documents(read_paths([str(path)]), seconds=5).steps()][-1]


MEAN = r"$$v_t = \beta v_{t-1} + (1-\beta) g_t$$"
FIBONACCI = r"$$F_n = F_{n-1} + F_{n-2}$$ where $F_0 = 0$ and $F_1 = 1$."
ADAM = MEAN + r" and $$\hat v_t = \frac{v_t}{1-\beta^t}.$$ Then $$\theta_{t+1} = \theta_t - \eta \hat v_t.$$"

CLAIMS = [
    # expansions by the letter of the rule
    (MEAN, r"v_t = (1-\beta) g_t + \beta(1-\beta) g_{t-1} + \beta^2 v_{t-2}", "proved"),
    (MEAN, r"v_{t+1} = (1-\beta) g_{t+1} + \beta(1-\beta) g_t + \beta^2 v_{t-1}", "proved"),
    (MEAN, r"v_t = (1-\beta) g_t + \beta(1-\beta) g_{t-1} + \beta v_{t-2}", "not understood"),
    (r"$$S_{n+1} = S_n + a r^n$$", r"S_{n+2} = S_n + a r^n + a r^{n+1}", "proved"),
    (r"$$h_t = \tanh(w h_{t-1} + x_t)$$", r"h_t = \tanh(w \tanh(w h_{t-2} + x_{t-1}) + x_t)", "proved"),
    (FIBONACCI, r"F_{n+1} = 2 F_{n-1} + F_{n-2}", "proved"),
    # what goes with it
    (ADAM, r"\theta_{t+1} = \theta_{t-1} - \eta \hat v_t - \eta \hat v_{t-1}", "proved"),
    (ADAM + " With $v_0 = 0$", r"\theta_2 = \theta_1 - \eta g_1", "proved"),
    # members with a number, from the first one that is known
    (MEAN + " with $v_0 = 0$.", r"v_2 = (1-\beta) g_2 + \beta(1-\beta) g_1", "proved"),
    (MEAN + " with $v_0 = 0$.", r"v_2 = (1-\beta) g_2 - \beta(1-\beta) g_1", "refuted"),
    (MEAN, r"v_3 = (1-\beta) g_3 + \beta(1-\beta) g_2 + \beta^2 v_1", "proved"),
    (MEAN, r"v_3 = (1-\beta) g_3 + \beta(1-\beta) g_2 + \beta^2 v_0", "not understood"),
    (FIBONACCI, "F_7 = 13", "proved"),
    (FIBONACCI, "F_7 = 12", "refuted"),
    # members of a sequence are no free numbers
    (FIBONACCI, r"F_{n+1} F_{n-1} - F_n^2 = (-1)^n", "not understood"),
    (FIBONACCI + r" We have $F_n > 0$.", r"F_{n+1} F_{n-1} - F_n^2 = F_{n-2}", "not understood"),
]


@pytest.mark.parametrize(("rule", "claim", "status"), CLAIMS)
def test_a_rule_is_used_for_the_members_that_are_named(
    rule: str, claim: str, status: str, tmp_path: Path
) -> None:
    assert str(last(f"{rule}\n\nThen\n\n$${claim}$$", tmp_path).status) == status


DEFINITIONS = [
    # nothing says what these are
    (MEAN, r"v_1 = 3"),
    (MEAN + " with $v_0 = 0$.", r"v_1 = 3"),
    (MEAN, r"v_1 = (1-\beta) g_1"),
    (r"$$v_t = \beta v_{t-1} + g_t, \quad t \ge 2$$", r"v_1 = \beta v_0 + g_1"),
    ("For $t = 2, 3, \\dots, T$ we have\n\n$$v_t = \\beta v_{t-1} + g_t$$", r"v_1 = \beta v_0 + g_1"),
    (r"$$x_t = a x_{t-1} + b t$$", r"x_2 = a x_1 + 2 b"),  # the letter as a factor
    (r"$$v_i = \sum_{j=1}^n a_{ij} x_j$$", r"v_2 = x_1"),
    # another value may be meant
    (FIBONACCI + " Let", "F_7 = 12"),
]


@pytest.mark.parametrize(("rule", "claim"), DEFINITIONS)
def test_a_rule_says_nothing_of_others(rule: str, claim: str, tmp_path: Path) -> None:
    assert str(last(f"{rule}\n\n$${claim}$$", tmp_path).step.kind) == "definition"


NEWTON = r"$$x_{n+1} = \frac{1}{2}\left(x_n + \frac{2}{x_n}\right)$$" + "\n\n"

DOUBTED = [
    (NEWTON + "Let $x_0 = 1$. We get $$x_2 = 3/2$$", None),
    (NEWTON + "Let $x_0 = 1$. Then $x_1 = 3/2$. Let $x_0 = 2$. We get $$x_2 = 3/2$$", "starts anew"),
    (NEWTON + "Let $x_0 = 1$.\n\n# Data\n\nWe get $$x_2 = 3/2$$", "in another section"),
]


@pytest.mark.parametrize(("text", "doubt"), DOUBTED)
def test_another_sequence_is_a_doubt(text: str, doubt: str | None, tmp_path: Path) -> None:
    result = last(text, tmp_path)
    if doubt is None:
        assert str(result.status) == "refuted"
    else:
        assert str(result.status) == "not understood"
        assert result.verdict is not None
        assert doubt in result.verdict.reason


def test_what_is_put_in_is_told(tmp_path: Path) -> None:
    result = last(MEAN + "\n\nThen\n\n$$v_t = \\beta^2 v_{t-2} + \\beta(1-\\beta) g_{t-1}$$", tmp_path)
    assert "v_{t-1}: by line 1, which defines v_t" in result.step.remarks
