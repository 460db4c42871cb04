"""Quantities that answer to what is differentiated by, as words for them say: demands, losses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from verify_derivations.elaborate.notation.free_names import head_name, names_of
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.nodes import Derivative, Entry, Symbol
from verify_derivations.term.syntax.traverse import subterms

Depends = Mapping[str, frozenset[str]]
"""For names that are defined, the names in what they are defined to be."""

SOLD = re.compile(
    r"\b(?:demand\w*|sold|sales|supply|supplied|quantity|output|price)\b|需求|销量|供给", re.IGNORECASE
)
"""What words call a quantity that answers to prices, and a price that answers to quantities."""

LOSS = re.compile(r"\b(?:loss|losses|cost function|risk|objective|cross-?entropy)\b|损失|代价", re.IGNORECASE)
"""What they call a quantity that changes with whatever parameter it is differentiated by."""

RESULT = re.compile(
    r"\b(?:prediction|predicted|outputs? of (?:the|a|our) (?:network|model|classifier)|"
    r"(?:network|model) outputs?)\b"
    r"|预测|网络的?输出|模型的?输出",
    re.IGNORECASE,
)
"""What they call a quantity that changes with the parameters of a model."""

PARAMETERS = frozenset(("w", "W", "b", r"\theta", r"\beta"))
"""Letters of such parameters."""

LOSSES = frozenset(("L", r"\mathcal{L}", "J", r"\ell"))
"""Letters that stand for one where a text speaks of losses."""


def answering(claim: Claim, context: Context, straight: bool) -> Iterator[Alternative]:
    """A name that stands for a loss, or for a demand, changes with what is differentiated by.

    Args:
        claim: the claim.
        context: what the document says.
        straight: its derivatives are printed with a straight d.
    """
    words = "".join(context.told) + context.after
    by_definition = {head_name(d): frozenset(names_of(d.body)) for d in claim.context.definitions}
    for part in subterms(claim.lhs, claim.rhs):
        if not isinstance(part, Derivative) or not (variable := variable_of(part)):
            continue
        held = names_behind(names_of(part.body), by_definition) - by_definition.keys() - {variable}
        for name in sorted(held):
            if _answers(name, variable, context, words, straight):
                help = f"let ${name}=...$, or constant ${name}$"
                yield Alternative(f"{name} changes along with {variable}", help)
                return


def _answers(name: str, variable: str, context: Context, words: str, straight: bool) -> bool:
    """What words call the name changes with the variable."""
    called = _called(name, context, words)
    if straight and ((SOLD.search(called) and SOLD.search(words)) or _changes(name, variable, words)):
        return True
    loss = LOSS.search(called) or (stem(name) in LOSSES and LOSS.search(words))
    if loss and not LOSS.search(_called(variable, context, words)):
        return True
    return stem(variable) in PARAMETERS and RESULT.search(called) is not None


def _changes(name: str, variable: str, words: str) -> bool:
    """The words around both formulas say that one is a function of the other."""
    one, other = (rf"\$\s*{re.escape(part)}\s*\$\s*" for part in (name, variable))
    return (
        re.search(rf"{one}(?:是|为|作为|随|依赖于?)(?:关于)?\s*{other}(?:的函数|变化|而变|改变)?", words)
        is not None
    )


def _called(name: str, context: Context, words: str) -> str:
    """What words call a name, beside it or anywhere."""
    said = context.described.get(name)
    beside = re.findall(rf"([A-Za-z]+)\s+(?:is\s+|are\s+)?\${re.escape(name)}\$", words)
    return " ".join((said.words if said is not None else "", *sorted(context.nouns.get(name, ())), *beside))


def variable_of(derivative: Derivative) -> str:
    """The name of what it differentiates by."""
    variable = derivative.variable
    return (
        variable.array
        if isinstance(variable, Entry)
        else variable.name
        if isinstance(variable, Symbol)
        else ""
    )


def names_behind(names: Iterable[str], depends: Depends) -> set[str]:
    """These names, and those by way of which they are defined."""
    seen, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += depends.get(name, frozenset())
    return seen


__all__ = ["Depends", "answering", "names_behind", "variable_of"]
