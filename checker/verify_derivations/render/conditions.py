"""Steps between conditions in words: what follows from what, and why; or the solution lost or gained."""

from __future__ import annotations

from collections.abc import Callable

from verify_derivations.certificate import Argument, Combined, Consequence, Implied, Inverted, Order
from verify_derivations.kernel.claims.statement import Statement, statement
from verify_derivations.kernel.proofs.definedness import requirement_claims
from verify_derivations.kernel.proofs.implications import as_solved, combined, inverted, obligations
from verify_derivations.model import Claim, Verdict, Witness
from verify_derivations.render.order import order_parts
from verify_derivations.render.parts import Part
from verify_derivations.render.plain import one_line
from verify_derivations.term.notation.text import relation_text
from verify_derivations.term.syntax.nodes import Term

Told = Callable[[Statement, Argument], tuple[Part, ...]]
"""How the proof of an equation is told."""


def implied_parts(claim: Claim, certificate: Implied, told: Told) -> tuple[Part, ...]:
    """Each part of the step: what is given, what follows, and by what."""
    shown = []
    for obligation, part in zip(obligations(claim), certificate.parts, strict=True):
        s = statement(obligation.holds)
        given = ", ".join(_in_line(*a) for a in s.assumed)
        places = as_solved(statement(obligation.defined), part.holds)
        below = (*_defined(places, part), *_how(s, part.holds, told))
        shown.append(Part(f"Where {given}:", None, (Part("", (s.lhs, s.rhs), below, s.relation),)))
    return tuple(shown)


def _in_line(lhs: Term, relation: str, rhs: Term) -> str:
    return one_line(relation_text(lhs, relation, rhs))


def _defined(s: Statement, part: Consequence) -> tuple[Part, ...]:
    if not part.defined:
        return ()
    claims = zip(requirement_claims(s), part.defined, strict=True)
    shown = tuple(Part("", (c.lhs, c.rhs), order_parts(c, how, 1), c.relation) for c, how in claims)
    return (Part("It is defined there, as these hold:", None, shown),)


def _how(s: Statement, how: Argument | Order | Combined | Inverted, told: Told) -> tuple[Part, ...]:
    match how:
        case Inverted():
            solved = inverted(s, how)
            before, after = s.assumed[how.hypothesis], solved.assumed[how.hypothesis]
            said = f"{_in_line(*before)} says that {_in_line(*after)}."
            return (Part(said), *_how(solved, how.argument, told))
        case Combined():
            identity, _ = combined(s, how)
            name = "The difference of its sides" if how.exponent == 1 else "A power of the difference"
            said = f"{name} is a sum of multiples of differences that are 0:"
            below = told(identity, how.argument)
            return (Part(said, None, (Part("", (identity.lhs, identity.rhs), below),)),)
    return order_parts(s, how) if isinstance(how, Order) else told(s, how)


def unimplied_parts(verdict: Verdict, point: Callable[[Witness], str]) -> tuple[Part, ...]:
    """Where one condition holds and the other does not."""
    if verdict.witness is None:
        return ()
    where = point(verdict.witness)
    return (Part(f"At the point {where} only one of the two holds: {verdict.reason}."),)


__all__ = ["implied_parts", "unimplied_parts"]
