"""What a quantifier says is not read: a proof stands beside it, a refutation does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

ROWS = [
    # the document, the verdict on the equation
    (r"$$\sqrt{b^2} = -b \quad \forall b > 0$$", "not understood"),
    (r"$$\forall x > 0, \quad \sqrt{x^2} = -x$$", "not understood"),
    (r"$$\forall x, y > 0: \quad \sqrt{x^2 y^2} = -x y$$", "not understood"),
    (r"$$\exists x: \quad (x + 1)^2 = x^2 + 1$$", "not understood"),
    ("So $\\forall x > 0: \\sqrt{x^2} = -x$.", "not understood"),
    # what is compared behind it is a condition
    (r"$$\sqrt{b^2} = b \quad \forall b > 0$$", "proved"),
    (r"$$\forall x > 0, \quad \sqrt{x^2} = x$$", "proved"),
    (r"$$\forall x, y > 0: \quad \sqrt{x^2 y^2} = x y$$", "proved"),
    ("So $\\forall x > 0: \\sqrt{x^2} = x$.", "proved"),
    # alone it says of all numbers what stands there
    (r"$$\forall a, b: \quad (a + b)^2 = a^2 + b^2$$", "refuted"),
    (r"$$\forall x \in \mathbb{R}, \quad (x + 1)^2 = x^2 + 1$$", "refuted"),
    (r"$$(x + 1)^2 = x^2 + 1 \quad \forall x \in \mathbb{R}$$", "refuted"),
    ("So $(x + 1)^2 = x^2 + 1 \\; \\forall x \\in \\mathbb R$.", "refuted"),
    ("For all $\\forall x, y > 0$ we have\n\n$$\\sqrt{x^2} = x$$", "not understood"),
    ("We have $\\forall a > 0$ that\n\n$$\\sqrt{a^2} = a$$", "not understood"),
    (r"$$(b + 1)^2 = b^2 + 2 b + 1 \quad \forall b > 0$$", "proved"),
    (r"$$\sqrt{b^2} = b \quad \text{for all } b > 0$$", "proved"),
    (r"$$\text{for all } x > 0, \quad \sqrt{x^2} = x$$", "proved"),
    (r"$$\sqrt{b^2 c^2} = b c \quad \text{for all } b, c > 0$$", "proved"),
    ("For all $x, y > 0$ we have\n\n$$\\sqrt{x^2} = x$$", "proved"),
]


@pytest.mark.parametrize(("text", "verdict"), ROWS)
def test_a_quantifier_withholds_a_refutation(text: str, verdict: str, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    steps = check_documents(read_paths([str(path)]), seconds=5).steps()
    (found,) = (r for r in steps if r.step.claim is not None and r.step.claim.relation == "=")
    assert str(found.status) == verdict


def test_a_quantifier_is_about_its_formula(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("$$|x| = x \\quad \\forall x > 0$$\n\nThen\n\n$$\\sqrt{x^2} = x$$\n", encoding="utf-8")
    first, second = check_documents(read_paths([str(path)]), seconds=5).steps()
    assert (str(first.status), str(second.status)) == ("proved", "not understood")
