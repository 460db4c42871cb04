"""Random claims about sums and products over ranges, with shifted indices: laws, and the slips next to them.

A piece is a sum or product over a range of a body in which `{k}` stands for the index. A law rewrites it
(another index, the order turned round, a member split off, a factor taken out, a logarithm of a product); a
slip changes one bound, one index, one sign or one operation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from array_generate import Case

SYMBOLS: dict[str, Any] = {
    "x": {"shape": ["n"]},
    "y": {"shape": ["n"]},
    "p": {"shape": ["n"], "domain": "positive"},
    "q": {"shape": ["n"], "domain": "positive"},
    "a": {},
    "c": {"domain": "positive"},
}
INDICES = {"i": "n", "h": "n - 1"}


@dataclass(frozen=True)
class Bound:
    """A name (or none) and a number."""

    name: str
    number: int

    def __str__(self) -> str:
        if not self.name:
            return str(self.number)
        return (
            self.name
            if not self.number
            else f"{self.name} {'+' if self.number > 0 else '-'} {abs(self.number)}"
        )

    def plus(self, number: int) -> Bound:
        return replace(self, number=self.number + number)


@dataclass(frozen=True)
class Piece:
    """`kind` over k from `lower` to `upper` of a body; `held` says that it surely has a member."""

    kind: str
    lower: Bound
    upper: Bound
    body: str
    held: bool

    def __str__(self) -> str:
        return f"{self.kind}({self.body.format(k='k')}, (k, {self.lower}, {self.upper}))"

    def at(self, place: object) -> str:
        return f"({self.body.format(k=f'({place})')})"

    @property
    def joint(self) -> str:
        return " + " if self.kind == "Sum" else "*"


ATOMS = ("x[{k}%s]", "y[{k}%s]", "p[{k}%s]", "x[{k}%s]", "p[{k}%s]", "f({k}%s)")
POSITIVE = ("p[{k}%s]", "q[{k}%s]", "exp(x[{k}%s])", "c")
BODIES = (
    "{0}",
    "{0}*{1}",
    "{0} + {1}",
    "{0} - {1}",
    "{0}/{2}",
    "{0}**2",
    "a*{0}",
    "1 + {2}",
    "{2}*exp({0})",
    "2*{0}",
    "-{0}",
    "{{k}}*{0}",
    "({0} + a)",
    "{2}/{3}",
    "(1 - delta({{k}}, i))*{0} + delta({{k}}, i)",
)
POSITIVE_BODIES = ("{2}", "{2}*{3}", "{2}/{3}", "{2}**2", "2*{2}", "1 + {2}", "c*{2}", "{2}**a")
RANGES = (
    ("", 0, "n", 0),
    ("", 0, "n", 0),
    ("", 0, "n", -1),
    ("", 1, "n", 0),
    ("", 0, "i", 0),
    ("i", 0, "n", 0),
    ("i", 1, "n", 0),
    ("", 0, "i", -1),
    ("", 0, "h", 0),
    ("", 0, "h", 1),
)
"""Name and number of the lower bound, beyond 1, and of the upper bound."""


def piece(rng: Random, *, positive: bool = False) -> Piece:
    """A sum or product all of whose entries are there."""
    low, high = (0, 0) if rng.random() < 0.5 else (0, 1)
    shifts = [rng.choice((low, high)) for _ in range(4)]
    shown = ["" if s == 0 else f" + {s}" for s in shifts]
    atoms = [rng.choice(ATOMS) % shown[0], rng.choice(ATOMS) % shown[1]]
    atoms += [rng.choice(POSITIVE[:3]) % shown[2], rng.choice(POSITIVE[:3]) % shown[3]]
    body = rng.choice(POSITIVE_BODIES if positive else BODIES).format(*atoms)
    first, more, last, less = rng.choice(RANGES)
    lower = Bound(first, more if first else 1 + more)
    upper = Bound(last, less - max(shifts))
    if last == "h" and upper.number + max(shifts) > 0:
        return Piece(rng.choice(("Sum", "prod")), lower, upper, body, False)
    held = not first and (lower.number == 1 and upper in (Bound("n", 0), Bound("i", 0), Bound("h", 0)))
    held = held or (lower, upper) == (Bound("i", 0), Bound("n", 0))
    return Piece(rng.choice(("Sum", "prod")), lower, upper, body, held)


# ---- laws ------------------------------------------------------------------------------------------
Change = Callable[[Piece, Random], str | None]


def another_index(p: Piece, rng: Random) -> str | None:
    by = rng.choice((-2, -1, 1, 2))
    moved = p.body.replace("{k}", f"({{k}}{'+' if by > 0 else '-'}{abs(by)})")
    return str(replace(p, lower=p.lower.plus(-by), upper=p.upper.plus(-by), body=moved))


def turned_round(p: Piece, rng: Random) -> str | None:
    return str(replace(p, body=p.body.replace("{k}", f"({p.lower} + {p.upper} - {{k}})")))


def last_split_off(p: Piece, rng: Random) -> str | None:
    return f"({replace(p, upper=p.upper.plus(-1))}{p.joint}{p.at(p.upper)})" if p.held else None


def first_split_off(p: Piece, rng: Random) -> str | None:
    return f"({p.at(p.lower)}{p.joint}{replace(p, lower=p.lower.plus(1))})" if p.held else None


def factor_taken_out(p: Piece, rng: Random) -> str | None:
    scaled = replace(p, body=f"3*({p.body})")
    if p.kind == "Sum":
        return f"({scaled})/3"
    return f"({scaled})/3**({p.upper} - ({p.lower}) + 1)" if p.held else None


def body_doubled(p: Piece, rng: Random) -> str | None:
    twice = replace(p, body=f"({p.body})**2" if p.kind == "prod" else f"({p.body}) + ({p.body})")
    return f"{p}*{p} - ({twice}) + {p}" if p.kind == "prod" else f"({twice})/2"


def with_another(p: Piece, rng: Random) -> str | None:
    other = replace(p, body="p[{k}]" if "+ 1]" not in p.body else "p[{k} + 1]")
    whole = replace(
        p, body=f"({p.body})*({other.body})" if p.kind == "prod" else f"({p.body}) - {other.body}"
    )
    return f"({whole})/{other}" if p.kind == "prod" else f"({whole} + {other})"


def split_at_an_index(p: Piece, rng: Random) -> str | None:
    if p.kind == "prod" or (p.lower, p.upper) != (Bound("", 1), Bound("n", 0)):
        return None
    middle = Bound("i", 0)
    return f"({replace(p, upper=middle)} + {replace(p, lower=middle.plus(1))})"


def exponential_of_logarithms(p: Piece, rng: Random) -> str | None:
    if p.kind != "prod":
        return f"log({replace(p, kind='prod', body=f'exp({p.body})')})"
    return None


LAWS: tuple[Change, ...] = (
    another_index,
    turned_round,
    last_split_off,
    first_split_off,
    factor_taken_out,
    body_doubled,
    with_another,
    split_at_an_index,
    exponential_of_logarithms,
)


# ---- slips -----------------------------------------------------------------------------------------
def another_bound(p: Piece, rng: Random) -> str | None:
    return str(rng.choice((replace(p, lower=p.lower.plus(1)), replace(p, upper=p.upper.plus(-1)))))


def another_kind(p: Piece, rng: Random) -> str | None:
    return str(replace(p, kind="prod" if p.kind == "Sum" else "Sum"))


def another_sign(p: Piece, rng: Random) -> str | None:
    return str(replace(p, body=f"-({p.body})"))


def index_not_moved(p: Piece, rng: Random) -> str | None:
    if "{k} + 1" not in p.body:
        return None
    return str(replace(p, body=p.body.replace("{k} + 1", "{k}", 1)))


def member_forgotten(p: Piece, rng: Random) -> str | None:
    return f"({replace(p, upper=p.upper.plus(-1))}{p.joint}{p.at(p.lower)})" if p.held else None


def logarithm_inside(p: Piece, rng: Random) -> str | None:
    return f"({p.body.format(k='h')})*{replace(p, kind='prod')}" if "i" not in p.body else None


def absolute_inside(p: Piece, rng: Random) -> str | None:
    return str(replace(p, body=f"Abs({p.body})"))


SLIPS: tuple[Change, ...] = (
    another_bound,
    another_kind,
    another_sign,
    index_not_moved,
    member_forgotten,
    logarithm_inside,
    absolute_inside,
)


# ---- claims ----------------------------------------------------------------------------------------
def case(seed: int, number: int, kind: str = "") -> Case:
    """The claim of this number."""
    rng = Random(f"ranges {seed}/{number}")
    kind = kind or ("equal" if number % 2 == 0 else "mutant")
    while True:
        made = positive(rng, kind) if rng.random() < 0.25 else general(rng, kind)
        if made is not None and made[0] != made[1]:
            lhs, rhs = made if rng.random() < 0.5 else made[::-1]
            return Case(record(lhs, rhs), kind)


def general(rng: Random, kind: str) -> tuple[str, str] | None:
    """One piece, rewritten; with others beside it, whose requirements are then known."""
    p = piece(rng)
    right = rng.choice(LAWS if kind == "equal" else SLIPS)(p, rng)
    if right is None:
        return None
    beside = f" + log({piece(rng, positive=True)})" if rng.random() < 0.2 else ""
    return f"{p}{beside}", f"{right}{beside}"


def positive(rng: Random, kind: str) -> tuple[str, str] | None:
    """The logarithm of a product of positive factors, and a sum of logarithms."""
    p = replace(piece(rng, positive=True), kind="prod")
    total = replace(p, kind="Sum", body=f"log({p.body})")
    right = str(total) if kind == "equal" else rng.choice(SLIPS)(total, rng)
    return None if right is None else (f"log({p})", right)


def record(lhs: str, rhs: str) -> dict[str, Any]:
    """The record of a claim."""
    return {"lhs": lhs, "rhs": rhs, "symbols": SYMBOLS, "indices": INDICES, "functions": ["f"]}
