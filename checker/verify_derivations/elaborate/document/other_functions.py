"""Functions of which a text goes on to speak without a letter: "for $x^3$", "the exponential function"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from verify_derivations.elaborate.document.contrasted import around, equation_of
from verify_derivations.elaborate.meaning.claims import read_claim
from verify_derivations.elaborate.meaning.definitions import head_of
from verify_derivations.elaborate.notation.known import Known, Sides
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.trouble import NotRead
from verify_derivations.elaborate.prose.context import Context
from verify_derivations.elaborate.prose.said import Said
from verify_derivations.errors import FormulaError, TermError
from verify_derivations.model import Alternative, Claim
from verify_derivations.parse.grammar import parse
from verify_derivations.parse.tree import Node

NAMED = {
    "exponential|指数": "e^{#}",
    "tanh|hyperbolic tangent|双曲正切": r"\tanh(#)",
    "sigmoid|logistic": r"\frac{1}{1 + e^{-#}}",
    "relu|rectifier": r"\max(0, #)",
    "softplus": r"\ln(1 + e^{#})",
    "sine|正弦": r"\sin(#)",
    "cosine|余弦": r"\cos(#)",
    "tangent|正切": r"\tan(#)",
    "arctangent|arctan": r"\arctan(#)",
    "(?:natural )?logarithm(?:ic)?|对数": r"\ln(#)",
    "square root|平方根": r"\sqrt{#}",
    "square|squaring|quadratic|平方": "{#}^2",
    "cube|cubes|cubic|立方": "{#}^3",
    "reciprocal|倒数": r"\frac{1}{#}",
    "identity|恒等": "#",
}
"""Functions that have names in words, with # for the argument."""

SPOKEN = re.compile(
    r"(?:^|\n|[.:;]\s|\b(?:the|an?|for|with|is|be|to|use|using|take|consider|now)\s+|[对取为用])\s*(?:now\s+|the\s+)*(?:"
    + "|".join(f"(?P<n{k}>{words})" for k, words in enumerate(NAMED))
    + r")(?:\s+(?:function|activation|unit|map)|函数|(?=\s+(?:has|have|satisf|we|one|instead))"
    r"|(?=\s*(?:[.,:$]|\n|$)))",
    re.IGNORECASE,
)
"""The name of a function among words that speak of one."""

PRINTED = re.compile(
    r"(?:\b(?:functions?|for|take|consider|differentiat\w+|with|about|use|try|to|case|"
    r"derivative of)"
    r"|函数|对于?|求|取|考虑)\s*(?:the\s+|now\s+|again\s+)*\$(?P<latex>[^$]+)\$",
    re.IGNORECASE,
)
"""A formula of which words speak as of a function."""

GIVEN = re.compile(
    r"\s*(?:is|reads|be)\s+(?:(?:given|defined|denoted)\s+(?:by|as)\s*)?:?\s*\$(?P<head>[^$=]+)=(?!=)"
)
"""How a text goes on that gives such a function a letter."""

REPLACED = re.compile(
    r"\b(?:substitut\w*|replac\w*|plug\w*|insert\w*)\b(?:(?!\b(?:and|consider|take|let|use|now)\b)[^.;:\n])*"
    r"\b(?:for|by|with|into)\s+(?:the\s+|an?\s+)?$|(?:代入|替换)[^。；\n]*$",
    re.IGNORECASE,
)
"""Words before the name of a function that only say what is put in its place: "put $h$ for the sigmoid"."""

CURVED = re.compile(r"\^|\\(?:sin|cos|tan|exp|log|ln|sqrt|frac|sinh|cosh|tanh|arctan)\b|\|")
"""What stands in functions that are no more than a shifted or scaled argument."""

WORDS = '{name} stands for another function here, as "{said}" may say'
HELP = "say what holds of it here: let ${0}$"


def other_functions(sides: Sides, context: Context, known: Known, claim: Claim) -> Iterator[Alternative]:
    """The claim about the function of which the words behind a definition speak, instead of the defined one.

    Args:
        sides: the claim as notation.
        context: what the document says.
        known: what of it is known of the claim.
        claim: the claim as it was read.
    """
    used = {id(head) for head, _ in known.definitions}
    for said in [*context.said.values()]:
        if id(said.head) not in used or not said.parameters or said.body is None or said.head is None:
            continue
        found = _spoken_of(said, around(said, context)[1])
        if found is None:
            continue
        words, body = found
        words, help = WORDS.format(name=said.name, said=words), HELP.format(equation_of(said))
        try:
            other = read_claim(sides, _with(said, body, sides, context, known)).claim
        except (NotRead, TermError):
            yield Alternative(words, help)
            continue
        if other != claim:
            yield Alternative(words, help, other)


def _spoken_of(said: Said, later: str) -> tuple[str, Node] | None:
    """The last function of which these words speak, with what they say, if it is one of the same argument."""
    parameters = head_of(said.head).parameters if said.head is not None else None
    if parameters is None or len(parameters) != 1 or said.body is None:
        return None
    named = [
        (one.start(), one[0], _latex(one, parameters[0]))
        for one in SPOKEN.finditer(later)
        if not _has_a_letter(later[one.end() :], said.name)
        and not REPLACED.search(later[: max(map(one.start, SPOKEN.groupindex))])
    ]
    printed = [
        (one.start(), one[0], one["latex"]) for one in PRINTED.finditer(later) if CURVED.search(one["latex"])
    ]
    for _, words, latex in sorted([*named, *printed], reverse=True):
        try:
            root = parse(latex).root
        except FormulaError:
            continue
        if not re.search(r"=|<|>|\\in\b|\\[gl]e", latex) and _is_like(root, parameters[0], said.body):
            return " ".join(words.split()), root
    return None


def _has_a_letter(behind: str, name: str) -> bool:
    r"""The text goes on with another letter for it: "the softplus function is $\zeta(z) = ...$"."""
    found = GIVEN.match(behind)
    if found is None:
        return False
    try:
        head = head_of(parse(found["head"]).root)
    except (FormulaError, NotRead):
        return False
    return bool(head.parameters) and head.name != name


def _latex(found: re.Match[str], argument: str) -> str:
    number = next(k for k in range(len(NAMED)) if found[f"n{k}"] is not None)
    return [*NAMED.values()][number].replace("#", argument)


def _is_like(root: Node, argument: str, body: Node) -> bool:
    """It has the argument, and no other names than the body has."""
    names = {name for name in names_in(root) if "^" not in name}
    return argument in names and names <= names_in(body) | {argument, "e"}


def _with(said: Said, body: Node, sides: Sides, context: Context, known: Known) -> Known:
    """What is known if this is the function."""
    with context.supposing():
        context.said[said.name] = replace(said, body=body)
        changed = context.known([sides[0], sides[2]])
    return replace(changed, arrays=known.arrays, closely=known.closely, around=known.around)


__all__ = ["other_functions"]
