"""What the kernel's tests share: claims in the plain notation, and lemmas in it."""

from __future__ import annotations

from fractions import Fraction

from verify_derivations.certificate import Counterexample, EachValue, Lemma, Proof, Rewriting
from verify_derivations.model import Claim, Context, Declaration, Definition
from verify_derivations.read.records import read_record
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.syntax.domain import DOMAINS


def claim(lhs: str, rhs: str, relation: str = "=", define: str = "", **domains: str) -> Claim:
    """`lhs relation rhs` with domains by name and definitions `a := b; c := d`."""
    pairs = [text.split(":=") for text in define.split(";") if text]
    definitions = tuple(Definition(parse_plain(head), parse_plain(body)) for head, body in pairs)
    declarations = tuple(Declaration(name, DOMAINS[domain]) for name, domain in sorted(domains.items()))
    return Claim(parse_plain(lhs), relation, parse_plain(rhs), Context(declarations, definitions))


def point(**values: str | int) -> tuple[tuple[str, tuple[Fraction, Fraction]], ...]:
    """An exact real point."""
    return tuple((name, (Fraction(value), Fraction(0))) for name, value in values.items())


def rewriting(*lemmas: tuple[str, str, str], **at: str | int) -> Proof:
    """A proof by lemmas (rule, term, becomes), defined at a point."""
    stated = tuple(Lemma(rule, parse_plain(term), parse_plain(becomes)) for rule, term, becomes in lemmas)
    return Proof(Rewriting(stated), point(**at))


def counterexample(**at: str | int) -> Counterexample:
    """A refutation at a point."""
    return Counterexample(point(**at))


def about_entries(lhs: str, rhs: str, size: int | str = 2) -> Claim:
    """A claim about the entries of a vector v, with the free index i."""
    return read_record({"lhs": lhs, "rhs": rhs, "symbols": {"v": {"shape": [size]}}, "indices": {"i": size}})


def each_value(index: str, count: int) -> Proof:
    """A proof that looks at so many values of an index; at i = 1 the statement was seen to hold."""
    entries = tuple(("v", (k,), Fraction(k)) for k in range(1, 18))
    return Proof(EachValue(index, (Rewriting(()),) * count), point(i=1, n=17), entries=entries)
