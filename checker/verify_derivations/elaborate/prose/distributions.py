"""Where random quantities take their values, by the name of their distribution."""

from __future__ import annotations

from fractions import Fraction

from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.elaborate.notation.usage import in_brackets
from verify_derivations.parse.tree import Accent, Letter, Node, Product, Scripts, Text
from verify_derivations.term.syntax.domain import DOMAINS, REAL, Domain

SUPPORTS: dict[str, Domain] = {
    **dict.fromkeys(("N", "MN", "Normal", "t", "T", "Laplace", "Cauchy", "Logistic"), REAL),
    **dict.fromkeys(("Gam", "Gamma", "Exp", "chi", "F", "Wald", "IG", "InvGamma"), DOMAINS["positive"]),
    **dict.fromkeys(("Bet", "Beta"), DOMAINS["unit"]),
    **dict.fromkeys(("Poiss", "Poisson", "Poi"), DOMAINS["natural"]),
    **dict.fromkeys(("Bern", "Bernoulli"), Domain("integer", Fraction(0), Fraction(1), False, False)),
}
"""The values of each distribution that do not depend on its parameters; all others are missing here."""


def support(node: Node) -> Domain | None:
    r"""The values that a quantity can take that is distributed so: \mathcal N(\mu, \sigma^2) all numbers.

    >>> from verify_derivations.parse import parse
    >>> support(parse(r"\mathrm{Poiss}(\lambda)").root).field
    'integer'
    """
    node = plain(node)
    if not isinstance(node, Product) or len(node.parts) != 2 or in_brackets(node.parts[1][1]) is None:
        return None
    return SUPPORTS.get(_word(node.parts[0][1]))


def _word(node: Node) -> str:
    """The name of a distribution, whatever its font."""
    match node:
        case Scripts(base):
            return _word(base)
        case Accent(_, body):
            return _word(body)
        case Letter(text) | Text(text):
            return text.removeprefix("\\")
        case Product(parts):
            return "".join(_word(part) for _, part in parts)
    return base_name(node) or ""


__all__ = ["SUPPORTS", "support"]
