"""Names that may depend on what is differentiated by, or runs, where that is not seen.

A definition is put in for a name wherever it stands. Under a sum or an integral that runs over x, what is
defined by x would be that of another x; and where a definition could not be put in, a derivative takes the
name for a constant. In both cases a proof tells nothing of what the author means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from verify_derivations.elaborate.notation.free_names import head_name, names_of
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import stem
from verify_derivations.elaborate.notation.usage import survey
from verify_derivations.model import Alternative, Claim
from verify_derivations.term.syntax.nodes import (
    Antiderivative,
    Apply,
    Binder,
    Derivative,
    Entry,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.traverse import subterms

if TYPE_CHECKING:
    from verify_derivations.elaborate.prose.said import Said

Depends = Mapping[str, frozenset[str]]
"""For names that are defined, the names in what they are defined to be."""


def under_binders(claim: Claim) -> Iterator[Alternative]:
    """Where the definition of a name under a sum, integral or limit holds what runs there."""
    depends = {head_name(d): names_of(d.body) - names_of(*d.head.children) for d in claim.context.definitions}
    frozen = {name: frozenset(names) for name, names in depends.items()}
    yield from _found(claim, frozen, (Binder,), "runs")


def dropped(claim: Claim, relevant: Iterable[Said]) -> Iterator[Alternative]:
    """Where a name that is differentiated, or stands under what runs, has a definition that is not put in."""
    used = {head_name(d) for d in claim.context.definitions}
    depends = dict[str, frozenset[str]]()
    for said in relevant:
        if said.head is None or said.body is None or {said.name, stem(said.name)} & used:
            continue
        names = names_in(said.body) - names_in(said.head) - survey([said.body]).bound
        for name in (said.name, stem(said.name)):  # what defines y_i by x_i defines y by x
            depends[name] = depends.get(name, frozenset()) | names | {*map(stem, names)}
    yield from _found(claim, depends, (Binder, Derivative, Antiderivative), "varies")


def laws(claim: Claim, names: Iterable[str]) -> Iterator[Alternative]:
    r"""Where a density or a probability is differentiated by what is not printed in its brackets.

    The law of X in `\mathrm{Pr}(X > 0)` may depend on it all the same.

    Args:
        claim: the claim as it was read.
        names: the functions that stand for densities and probabilities.
    """
    named = frozenset(names)
    terms = (claim.lhs, claim.rhs, *(d.body for d in claim.context.definitions)) if named else ()
    seen = set[tuple[str, str]]()
    for part in subterms(*terms):
        if not isinstance(part, Derivative):
            continue
        variable, body = _variable(part)
        for law in subterms(body):
            name = law.name if isinstance(law, Symbol) else law.function if isinstance(law, Apply) else ""
            if name in named and variable not in names_of(*law.children) and (name, variable) not in seen:
                seen.add((name, variable))
                words = f"the law behind {name} depends on {variable}"
                yield Alternative(words, f"print ${variable}$ in its brackets")


def _found(claim: Claim, depends: Depends, kinds: tuple[type[Term], ...], how: str) -> Iterator[Alternative]:
    if not depends:
        return
    terms = (claim.lhs, claim.rhs, *(d.body for d in claim.context.definitions))
    seen = set[tuple[str, str]]()
    for part in subterms(*terms):
        if not isinstance(part, kinds):
            continue
        variable, body = _variable(part)
        for name in sorted(names_of(body) & depends.keys()):
            if name != variable and (name, variable) not in seen and _reaches(name, variable, depends):
                seen.add((name, variable))
                words = f"{name}, which is defined by way of {variable}, {how} with it"
                yield Alternative(words, f"constant ${name}$, or write out what it is")


def _variable(part: Term) -> tuple[str, Term]:
    if isinstance(part, Binder):
        return part.index, part.body
    if isinstance(part, Derivative | Antiderivative):
        variable = part.variable
        name = variable.name if isinstance(variable, Symbol) else ""
        return (variable.array if isinstance(variable, Entry) else name), part.body
    return "", part


def _reaches(name: str, variable: str, depends: Depends) -> bool:
    """A name is defined by way of another one."""
    seen, waiting = set[str](), [name]
    while waiting:
        for other in depends.get(waiting.pop(), frozenset()) - seen:
            if other == variable:
                return True
            seen.add(other)
            waiting.append(other)
    return False


__all__ = ["dropped", "laws", "under_binders"]
