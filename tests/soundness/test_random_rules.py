"""Random claims about conjugates, rounding, sums over ranges and the order of size, most of them false.

What is proved has to hold, and what is refuted to fail, where mpmath evaluates it: it shares no code with us.
The claims are put together from pieces that are right, wrong, or right on a part of the domain only.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import product
from random import Random

import mpmath
import pytest

from verify_derivations.check import decide
from verify_derivations.read.domains import RecordError
from verify_derivations.read.records import read_record

NAMES = {
    "conjugate": mpmath.conj,
    "re": mpmath.re,
    "im": mpmath.im,
    "exp": mpmath.exp,
    "log": mpmath.log,
    "sin": mpmath.sin,
    "Abs": abs,
    "sqrt": mpmath.sqrt,
    "floor": mpmath.floor,
    "ceiling": mpmath.ceil,
    "I": mpmath.mpc(0, 1),
}
"""Python reads the plain notation as it stands."""

SMALL = 1e-9


def value(text, **at):
    return eval(text, {**NAMES, **at})  # made below


def verdict(lhs, rhs, symbols, relation="=", given=()):
    record = {"lhs": lhs, "relation": relation, "rhs": rhs, "given": list(given)}
    record["symbols"] = {name: {"domain": domain} for name, domain in symbols.items()}
    return str(decide(read_record(record), seconds=4).status)


def tally(seed, count, make, told):
    """How many of the claims are proved and refuted; each verdict is held against `told`."""
    random = Random(seed)
    found: Counter[str] = Counter()
    for _ in range(count):
        case = make(random)
        status, holds = told(*case)
        found[status] += 1
        if status == "proved" and not holds:
            pytest.fail(f"proved, and false: {case}")
        if status == "refuted" and holds:
            pytest.fail(f"refuted, and true as far as mpmath can see: {case}")
    return found


# ---- complex quantities --------------------------------------------------------------------------
def expression(random, depth=2):
    if depth == 0:
        return random.choice(["z", "w", "I*z", "conjugate(w)", "2", "(1 + I)", "t"])
    a, b = expression(random, depth - 1), expression(random, depth - 1)
    return random.choice(
        [f"({a} + {b})", f"({a}*{b})", f"exp({a})", f"({a} - {b})", f"{a}**2", f"sqrt({a})", f"Abs({a})"]
    )


def about_conjugates(random):
    e = expression(random)
    pairs = [
        (f"Abs({e})**2", f"({e})*conjugate({e})"),
        (f"conjugate({e})", f"re({e}) - I*im({e})"),
        (f"Abs({e})", f"Abs(conjugate({e}))"),
        (f"Abs(exp({e}))", f"exp(re({e}))"),
        (f"conjugate(exp({e})*z)", f"exp(conjugate({e}))*conjugate(z)"),
        (f"conjugate(log({e}))", f"log(conjugate({e}))"),
        (f"conjugate(sqrt({e}))", f"sqrt(conjugate({e}))"),
        (f"Abs(({e})**t)", f"Abs({e})**t"),
        (f"Abs(({e})*w)", f"Abs({e})*Abs(w)"),
        (f"(({e})*w)**n", f"({e})**n*w**n"),
        (f"(exp({e})*w)**n", f"exp(n*({e}))*w**n"),
        (f"(exp({e})*w)**t", f"exp(t*({e}))*w**t"),
    ]
    lhs, rhs = random.choice(pairs)
    slips = [
        ("conjugate(", "("),
        ("re(", "im("),
        (" - ", " + "),
        ("**2", ""),
        ("w", "conjugate(w)"),
        ("z", "w"),
        ("**t", "**(2*t)"),
    ]
    old, new = random.choice(slips)
    return lhs, rhs.replace(old, new, 1) if random.random() < 0.6 else rhs


NUMBERS = [
    # real and imaginary parts of z and w, t, n
    (0.7, 0.4, -1.3, 0.9, 0.6, 2),
    (-2, 0, 1, -1, 1.7, -1),
    (-1.1, -2.3, 0.4, 0, -0.8, 3),
    (3, 1, -3, 0, 2, 5),
]
POINTS = [
    {"z": mpmath.mpc(a, b), "w": mpmath.mpc(c, d), "t": mpmath.mpf(t), "n": n} for a, b, c, d, t, n in NUMBERS
]


def complex_values_agree(lhs, rhs):
    symbols = {"z": "complex", "w": "complex", "t": "real", "n": "integer"}
    status = verdict(lhs, rhs, symbols)
    near = []
    for at in POINTS:
        try:
            left, right = value(lhs, **at), value(rhs, **at)
        except (ZeroDivisionError, ValueError):
            continue
        near.append(abs(left - right) <= SMALL * (1 + abs(left)))
    # a refutation may rest on a cut that is not among the points
    return status, all(near) if status == "proved" else False


def test_complex_quantities():
    found = tally(20261121, 60, about_conjugates, complex_values_agree)
    assert found["proved"] >= 10
    assert found["refuted"] >= 10


# ---- rounding ---------------------------------------------------------------------------------------
def about_floors(random):
    whole = random.choice(["n", "2*n", "3", "n*m", "n - m", "n/2", "-n", "x", "m**2"])
    rest = random.choice(["x", "-x", "x/2", "p", "n/2", "x + 1/2", "p + m/2", "2*x"])
    outer = random.choice(["floor", "ceiling"])
    slip = random.choice(["", "", " + 1", " - p"])
    return f"{outer}({whole} + {rest})", f"{whole} + {outer}({rest}){slip}"


def roundings_agree(lhs, rhs):
    status = verdict(lhs, rhs, {"n": "integer", "m": "integer", "p": "unit", "x": "real"})
    spots = product((-3, 0, 2, 5), (-1, 4), (0.25, 0.75), (-2.5, -0.3, 0.0, 1.5, 2.9))
    agree = all(
        abs(value(lhs, n=n, m=m, p=p, x=x) - value(rhs, n=n, m=m, p=p, x=x)) < SMALL for n, m, p, x in spots
    )
    return status, agree


def test_rounding():
    found = tally(7, 60, about_floors, roundings_agree)
    assert found["proved"] >= 10
    assert found["refuted"] >= 10


# ---- sums over ranges ----------------------------------------------------------------------------------
def about_sums(random):
    a, b, c = (random.randint(-2, 2) for _ in range(3))
    f = random.choice(
        ["{k}**2", "{k}**3", "a*{k}", "2**({k})", "(-1)**({k})*{k}", "{k}", "n*{k}", "1/(({k}) + 1)"]
    )
    whole = f"{a} + {b}*({f}) + {c}*({{k}})"
    before, at = whole.format(k="(k - 1)"), whole.format(k="k")
    lower, upper = (
        random.choice(["1", "0", "m", "2", "n"]),
        random.choice(["n", "2*n", "n + m", "m", "n + 1", "n - 1"]),
    )
    rhs = f"({whole.format(k=f'({upper})')}) - ({whole.format(k=f'({lower} - 1)')})"
    slip = random.choice(["", "", " + n - n", " + k - k", " + 1", " - n"])
    return f"({at}) - ({before})", lower, upper, rhs + slip.replace("k", "m")


def sums_agree(body, lower, upper, rhs):
    try:
        status = verdict(
            f"Sum({body}, (k, {lower}, {upper}))", rhs, {"n": "posint", "m": "posint", "a": "real"}
        )
    except RecordError:
        return "not understood", False  # it divides by zero as written
    agree = True
    for n, m in product(range(1, 5), repeat=2):
        at = {"n": Fraction(n), "m": Fraction(m), "a": Fraction(3, 7)}
        first, last = int(value(lower, **at)), int(value(upper, **at))
        try:
            total = sum((value(body, k=Fraction(k), **at) for k in range(first, last + 1)), Fraction(0))
            agree = agree and abs(total - value(rhs, **at)) < SMALL
        except ZeroDivisionError:
            continue
    return status, agree


def test_sums_over_ranges():
    found = tally(11, 50, about_sums, sums_agree)
    assert found["proved"] >= 8
    assert found["refuted"] >= 8


# ---- the order of size ------------------------------------------------------------------------------------
def about_size(random):
    monomials = [
        "a**2",
        "b**2",
        "c**2",
        "a*b",
        "b*c",
        "c*a",
        "a**2*b",
        "b**2*c",
        "a*b*c",
        "a**3",
        "b**3",
        "c**3",
    ]
    terms = [f"{random.randint(1, 3)}*{random.choice(monomials)}" for _ in range(4)]
    larger = random.choice(
        [
            "a**3 + b**3 + c**3",
            "2*a**2 + 2*b**2 + 2*c**2",
            "(a + b + c)**3",
            "(a + b + c)**2",
            "(a + b)*(b + c)*(c + a)",
        ]
    )
    return larger, " + ".join(terms[: random.randint(1, 4)])


def sizes_agree(larger, smaller):
    status = verdict(larger, smaller, dict.fromkeys("abc", "positive"), ">=")
    spots = product((0.01, 0.5, 1.0, 1.5, 4.0, 30.0), repeat=3)
    holds = all(value(larger, a=a, b=b, c=c) >= value(smaller, a=a, b=b, c=c) - SMALL for a, b, c in spots)
    return status, holds if status == "proved" else False


def test_the_order_of_size():
    found = tally(5, 40, about_size, sizes_agree)
    assert found["proved"] >= 4
    assert found["refuted"] >= 4
