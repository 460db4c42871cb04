"""What is defined for a layer holds for another one only where the text speaks of all of them alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify_derivations.check import check_documents
from verify_derivations.read.paths import read_paths

NEURON = r"$$a_j^l = \sigma(z_j^l)$$"
COST = r"$$C = \frac12 \sum_j (a_j^L - y_j)^2$$"
SLOPE = r"$$\frac{\partial C}{\partial z_j^L} = (a_j^L - y_j) \sigma'(z_j^L)$$"


def last(text: str, folder: Path) -> str:
    """The verdict on the last step of a document."""
    path = folder / "note.md"
    path.write_text(text + "\n", encoding="utf-8")
    return str([*check_documents(read_paths([str(path)]), seconds=5).steps()][-1].status)


ALL = [
    ("For each layer $l$ we have", "For the last layer $L$ with cost"),
    ("The activations of layer $l$ are", "With the cost of the output layer $L$,"),
    ("In the $l$-th layer", "With the cost of layer $L$,"),
]

SOME = [
    # ledger dev-154
    ("For a hidden fully-connected layer $l$ we have", "For the last layer $L$ with cost"),
    ("For every convolutional layer $l$", "For the last layer $L$ with cost"),
    ("In the $l$-th hidden layer", "With the cost of layer $L$,"),
    ("In each layer $l$ but the last", "and the cost of the output layer $L$"),
    ("In layer $l$, for hidden units $j$,", "With the cost of layer $L$,"),
    ("In layer $l$ there are many neurons; hidden ones are sigmoids:", "With the cost of layer $L$,"),
    ("For each layer $l$", "The last layer is linear. With the cost of layer $L$,"),
    ("For each layer $l$", "There is a softmax at the output layer $L$. With the cost"),
    ("For each layer $l$, where $l < L$,", "For the last layer $L$ with cost"),
    ("For each layer $l$ with $l = 2, \\dots, L - 1$", "For the last layer $L$ with cost"),
]


@pytest.mark.parametrize(("first", "second"), ALL)
def test_what_is_said_of_all_layers_holds_for_the_last(first: str, second: str, tmp_path: Path) -> None:
    assert last(f"{first}\n{NEURON}\n{second}\n{COST}\nThen\n{SLOPE}", tmp_path) == "proved"


@pytest.mark.parametrize(("first", "second"), SOME)
def test_what_is_said_of_some_does_not(first: str, second: str, tmp_path: Path) -> None:
    assert last(f"{first}\n{NEURON}\n{second}\n{COST}\nThen\n{SLOPE}", tmp_path) == "not understood"


def test_what_is_said_of_the_last_layer_holds_for_no_other(tmp_path: Path) -> None:
    text = (
        r"For the output layer $L$ we have $$a_j^L = \sigma(z_j^L)$$ In layer $l$ there are $n$ neurons. "
        r"Then $$\frac{\partial a_j^l}{\partial z_j^l} = \sigma'(z_j^l)$$"
    )
    assert last(text, tmp_path) == "not understood"
