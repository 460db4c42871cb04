"""What a row of the table of functions says."""

from __future__ import annotations

from verify_derivations.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """One function.

    Attributes:
        name: its name in the plain notation.
        latex: its LaTeX name; "{u}" and "{s}" in it mark where arguments go if not behind the name.
        derivative: by its last argument, in the plain notation; "" if unknown.
        defined: what makes the value a real number at real arguments, exactly so unless it is `narrow`;
            `u nonpole` says that u is none of 0, -1, -2, ...
        smooth: what must hold in addition for the derivative to exist.
        range: "real", "positive" or "nonnegative", where it is defined.
        positive: where the value is positive, among where it is defined.
        parity: "odd", "even" or "".
        analytic: real-analytic wherever it is defined and smooth.
        continuous: continuous wherever it is defined.
        means: an equal expression in other functions, valid at every complex argument where it is defined.
        means_real: the same, valid for real arguments.
        logarithmic: an equal expression in logarithms and roots, valid at every complex argument.
        exponential: (e, w) where exp(e) = w at every complex argument, principal values.
        exponential_complex: False if that holds at real arguments only.
        up: f(u) in terms of f(u + 1), wherever f(u) is defined.
        down: f(u + 1) in terms of f(u), for u > 0.
        values: exact values, as pairs (argument, value).
        positive: what makes the value positive, besides being defined.
        negative: what makes it negative, besides being defined.
        orders: for a function of two arguments, its meaning for special first ones.
        upto_one, above_one: for a function of two arguments, what takes the place of `defined` where the
            first one is a number; the former where it is at most 1.
        ends: for a function of two arguments, triples of a last argument, the value there, and what that asks
            of the first one.
        narrow: the value may be a real number elsewhere, too, for some arguments or by some authors; so
            nothing is vacuous for what `defined` says.
        convention: where all authors agree about the value; elsewhere nothing is said about a claim.
        arity: the number of arguments.
    """

    name: str
    latex: str
    derivative: str = ""
    defined: tuple[str, ...] = ()
    smooth: tuple[str, ...] = ()
    range: str = "real"
    parity: str = ""
    analytic: bool = True
    continuous: bool = True
    means: str = ""
    means_real: str = ""
    logarithmic: str = ""
    exponential: tuple[str, str] | None = None
    exponential_complex: bool = True
    up: str = ""
    down: str = ""
    values: tuple[tuple[str, str], ...] = ()
    positive: str = ""
    negative: str = ""
    orders: tuple[tuple[str, str], ...] = ()
    upto_one: tuple[str, ...] = ()
    above_one: tuple[str, ...] = ()
    ends: tuple[tuple[str, str, str], ...] = ()
    narrow: bool = False
    convention: tuple[str, ...] = ()
    arity: int = 1
