"""Random claims for the soundness tests: pairs that are equal always, sometimes or hardly ever.

Everything is made from a seed and an index, so that a failure can be made again from the two numbers that
are printed with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random

from rewritings import (
    FORCED,
    FORCED_COMPLEX,
    SUMS,
    TRUE,
    TRUE_COMPLEX,
    N,
    add,
    div,
    f,
    mul,
    neg,
    power,
    sub,
)

from verify_derivations.model import Claim, Context, Declaration, Definition
from verify_derivations.term.notation.plain import parse_plain
from verify_derivations.term.notation.text import text
from verify_derivations.term.syntax.domain import DOMAINS, Domain
from verify_derivations.term.syntax.nodes import (
    MINUS_ONE,
    ONE,
    TWO,
    ZERO,
    Add,
    Apply,
    Derivative,
    Mul,
    Number,
    Pow,
    Symbol,
    Term,
)
from verify_derivations.term.syntax.piecewise import TRUE as ALWAYS
from verify_derivations.term.syntax.piecewise import All, Comparison, Piecewise
from verify_derivations.term.syntax.substitute import rebuild

REAL_DOMAINS = ("real", "real", "real", "positive", "negative", "unit", "sym1", "nonzero", "nonnegative")
NAMES = ("x", "y", "t")
NUMBERS = tuple(Number(Fraction(n)) for n in ("0 1 2 3 -1 -2 1/2 -1/2 2/3 1/3 3/2 5".split()))
FUNCTIONS = (
    "exp log sin cos tan sinh cosh tanh Abs sign asin acos atan asinh atanh sigmoid softplus erf relu gamma"
).split()
COMPLEX_FUNCTIONS = "exp log sin cos sinh cosh tanh atan asinh".split()


@dataclass(frozen=True)
class Case:
    """A claim, how it was made ("true", "forced" or "mutant") and by which rule."""

    claim: Claim
    kind: str
    rule: str

    def __str__(self) -> str:
        context = self.claim.context
        where = ", ".join(d.domain.describe(d.name) for d in context.declarations)
        given = "; ".join(f"{text(d.head)} := {text(d.body)}" for d in context.definitions)
        sides = f"{text(self.claim.lhs)} = {text(self.claim.rhs)}"
        return f"[{self.kind}: {self.rule}] {sides} where {where} {given}"


def sum_case(rng: Random) -> Case:
    """A sum or product up to n, over whole numbers n from somewhere on (perhaps without 0)."""
    left, right = (parse_plain(side) for side in rng.choice(SUMS))
    if rng.random() < 0.3:
        right = mutated(rng, right)
    if rng.random() < 0.2:
        right = add(right, rng.choice((ZERO, f("Abs", N), f("sign", sub(N, TWO)), div(N, N))))
    if rng.random() < 0.2:
        left, right = mul(TWO, left), add(right, right)
    start = Fraction(rng.choice((-3, -2, -1, 0, 0, 0, 1, 1, 1, 2, 4)))
    domain = Domain("integer", start, None, rng.random() < 0.2, True, rng.random() < 0.2)
    others = [Declaration(name, DOMAINS[rng.choice(REAL_DOMAINS)]) for name in ("x", "y")]
    return Case(Claim(left, "=", right, Context((Declaration("n", domain), *others))), "sums", text(left))


# ---- expressions by cases ------------------------------------------------------------------------
def condition(rng: Random, names: list[str]) -> All:
    """A comparison, mostly of a symbol with a number, or two of them."""

    def one() -> Comparison:
        left: Term = Symbol(rng.choice(names))
        if rng.random() < 0.25:
            left = expression(rng, names, 1, FUNCTIONS)
        right = rng.choice(NUMBERS) if rng.random() < 0.8 else Symbol(rng.choice(names))
        return Comparison(left, rng.choice(("<", "<=", ">", ">=", "=", "!=")), right)

    return All([one()] if rng.random() < 0.75 else [one(), one()])


def cases_case(rng: Random) -> Case:
    """An expression by cases against another way of writing it, or one that differs in places."""
    names, declarations = declared(rng, complex_=False)
    a, b, c = parts(rng, names, complex_=False)
    first, second = condition(rng, names), condition(rng, names)
    table = rng.choice((TRUE, FORCED))
    left, right = table[rng.choice(list(table))](a, b, c)
    lhs: Term = Piecewise((left, c, b), (first, second, ALWAYS))
    match rng.randrange(6):
        case 0:
            rhs: Term = Piecewise((right, c, b), (first, second, ALWAYS))
        case 1:  # the first two cases change places
            rhs = Piecewise((c, right, b), (second, first, ALWAYS))
        case 2:  # the first comparison the other way round
            lhs = Piecewise((left, b), (All(first.parts[:1]), ALWAYS))
            rhs = Piecewise((b, right), (All([first.parts[0].negated]), ALWAYS))
        case 3:  # without a boundary
            strict = [Comparison(p.left, p.relation.replace("<=", "<"), p.right) for p in first.parts]
            rhs = Piecewise((right, c, b), (All(strict), second, ALWAYS))
        case 4:
            x = Symbol(rng.choice(names))
            rhs = Piecewise([Derivative(t, x) for t in (right, c, b)], (first, second, ALWAYS))
            lhs = Derivative(lhs, x)
        case _:
            rhs = right
    if rng.random() < 0.3:
        rhs = mutated(rng, rhs)
    return Case(Claim(lhs, "=", rhs, Context(declarations)), "cases", "by cases")


# ---- expressions ---------------------------------------------------------------------------------
def expression(rng: Random, names: list[str], depth: int, functions: list[str]) -> Term:
    """A random expression in these symbols."""
    if depth == 0 or rng.random() < 0.25:
        return Symbol(rng.choice(names)) if rng.random() < 0.75 else rng.choice(NUMBERS)

    def inner() -> Term:
        return expression(rng, names, depth - 1, functions)

    kind = rng.random()
    if kind < 0.28:
        return Add((inner(), inner()))
    if kind < 0.5:
        return Mul((inner(), inner()))
    if kind < 0.58:
        return Mul((inner(), Pow(inner(), MINUS_ONE)))
    if kind < 0.72:
        exponent = rng.choice(("2", "2", "3", "-1", "-2", "1/2", "1/2", "1/3", "3/2", "-1/2"))
        return Pow(inner(), Number(Fraction(exponent)))
    return Apply(rng.choice(functions), (inner(),))


def parts(rng: Random, names: list[str], complex_: bool) -> tuple[Term, Term, Term]:
    """The a, b and c of a rule."""
    functions = COMPLEX_FUNCTIONS if complex_ else FUNCTIONS
    made = [expression(rng, names, rng.choice((0, 1, 1, 2)), functions) for _ in range(3)]
    return made[0], made[1], made[2]


def declared(rng: Random, complex_: bool) -> tuple[list[str], tuple[Declaration, ...]]:
    names = list(NAMES[: rng.choice((1, 1, 2, 2, 3))])
    kinds = ["complex" if complex_ else rng.choice(REAL_DOMAINS) for _ in names]
    if not complex_ and rng.random() < 0.1:
        kinds[-1] = rng.choice(("integer", "posint", "natural"))
    if complex_ and len(kinds) > 1 and rng.random() < 0.3:
        kinds[-1] = "positive"
    return names, tuple(Declaration(n, DOMAINS[k]) for n, k in zip(names, kinds, strict=True))


def in_context(rng: Random, left: Term, right: Term, other: Term) -> tuple[Term, Term]:
    """Both sides put into the same place of something larger."""
    match rng.randrange(8):
        case 0:
            return add(left, other), add(other, right)
        case 1:
            return mul(other, left), mul(right, other)
        case 2:
            return power(left, 2), power(right, 2)
        case 3:
            return f("exp", left), f("exp", right)
        case 4:
            return sub(left, right), ZERO
        case 5:
            return f("Abs", left), f("Abs", right)
    return left, right


def mutated(rng: Random, term: Term) -> Term:
    """The term with one small mistake in it: a sign, a number, a factor, a function."""
    children = term.children
    if term is ALWAYS:
        return term
    truth = isinstance(term, All | Comparison)  # a mistake is made in what is compared
    if truth or (children and not isinstance(term, Derivative) and rng.random() < 0.75):
        place = rng.randrange(len(children))
        return rebuild(term, (*children[:place], mutated(rng, children[place]), *children[place + 1 :]))
    mistakes: list[Term] = [neg(term), mul(TWO, term), add(term, ONE), power(term, 2), f("Abs", term)]
    return rng.choice(mistakes)


def renamed_by_definition(rng: Random, left: Term, names: list[str]) -> tuple[Term, tuple[Definition, ...]]:
    """A part of a side given a name of its own: w := part."""
    candidates = [t for t in left.children if t.children and not isinstance(t, Derivative)]
    if isinstance(left, Derivative) or not candidates:
        return left, ()
    part = rng.choice(candidates)
    changed = rebuild(left, tuple(Symbol("w") if t is part else t for t in left.children))
    return changed, (Definition(Symbol("w"), part),)


def case(seed: int, index: int, kind: str = "") -> Case:
    """The claim of this number."""
    if kind == "cases" or (not kind and Random(f"{seed}/{index}/cases").random() < 0.15):
        return cases_case(Random(f"{seed}/{index}/cases"))
    rng = Random(f"{seed}/{index}")
    kind = kind or rng.choice(("true", "forced", "forced", "mutant", "sums"))
    if kind == "sums":
        return sum_case(rng)
    complex_ = rng.random() < 0.2
    names, declarations = declared(rng, complex_)
    a, b, c = parts(rng, names, complex_)
    if kind == "forced":
        table = FORCED_COMPLEX if complex_ else FORCED
    else:
        table = {name: TRUE[name] for name in TRUE_COMPLEX} if complex_ else TRUE
    rule = rng.choice(list(table))
    left, right = table[rule](a, b, c)
    if rng.random() < 0.5 and not complex_:
        left, right = in_context(rng, left, right, expression(rng, names, 1, FUNCTIONS))
    if kind == "mutant":
        right = mutated(rng, right)
    definitions: tuple[Definition, ...] = ()
    if rng.random() < 0.15:
        left, definitions = renamed_by_definition(rng, left, names)
    if rng.random() < 0.3:
        left, right = right, left
    return Case(Claim(left, "=", right, Context(declarations, definitions)), kind, rule)
