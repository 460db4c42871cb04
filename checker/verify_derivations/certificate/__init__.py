"""What a searcher hands to the kernel: arguments, proofs and counterexamples, all of it plain data."""

from __future__ import annotations

from verify_derivations.certificate.equality import (
    Antidifference,
    Argument,
    BinomialSum,
    BothOrders,
    Cases,
    Combination,
    ConstantDifference,
    Cut,
    EachValue,
    EitherSign,
    Evidence,
    Exponentials,
    Improper,
    Inducted,
    Induction,
    Integrand,
    Joined,
    KnownIntegral,
    KnownSeries,
    Multiplied,
    Named,
    PartialSums,
    Powers,
    Primitive,
    Regions,
    Replaced,
    Rewriting,
    Turn,
    WrittenOut,
)
from verify_derivations.certificate.lemmas import EmptyDomain, Lemma, LimitValue, NeverDefined
from verify_derivations.certificate.order import (
    Apart,
    Arranged,
    Bent,
    Between,
    Carried,
    Defined,
    Either,
    Enclosed,
    Exponentiated,
    Generalised,
    Least,
    Natural,
    Order,
    Ordered,
    Raised,
    Sign,
    Slope,
    Split,
    Squares,
    Widened,
)
from verify_derivations.certificate.points import Entries, Interpretation, Point
from verify_derivations.certificate.steps import Combined, Consequence, Implied, Inverted, Unimplied
from verify_derivations.certificate.whole import Counterexample, Diverges, NoLimit, Proof, WithLimits

Certificate = (
    Proof
    | Counterexample
    | NeverDefined
    | EmptyDomain
    | WithLimits
    | NoLimit
    | Diverges
    | Implied
    | Unimplied
)
"""A closed union of plain data; a new kind is a change of the kernel, with a forger's test."""

__all__ = [
    "Antidifference",
    "Apart",
    "Argument",
    "Arranged",
    "Bent",
    "Between",
    "BinomialSum",
    "BothOrders",
    "Carried",
    "Cases",
    "Certificate",
    "Combination",
    "Combined",
    "Consequence",
    "ConstantDifference",
    "Counterexample",
    "Cut",
    "Defined",
    "Diverges",
    "EachValue",
    "Either",
    "EitherSign",
    "EmptyDomain",
    "Enclosed",
    "Entries",
    "Evidence",
    "Exponentials",
    "Exponentiated",
    "Generalised",
    "Implied",
    "Improper",
    "Inducted",
    "Induction",
    "Integrand",
    "Interpretation",
    "Inverted",
    "Joined",
    "KnownIntegral",
    "KnownSeries",
    "Least",
    "Lemma",
    "LimitValue",
    "Multiplied",
    "Named",
    "Natural",
    "NeverDefined",
    "NoLimit",
    "Order",
    "Ordered",
    "PartialSums",
    "Point",
    "Powers",
    "Primitive",
    "Proof",
    "Raised",
    "Regions",
    "Replaced",
    "Rewriting",
    "Sign",
    "Slope",
    "Split",
    "Squares",
    "Turn",
    "Unimplied",
    "Widened",
    "WithLimits",
    "WrittenOut",
]
