"""From notation to terms: what each kind of node means, given the scope."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction as Rational
from itertools import pairwise
from typing import Any

from verify_derivations.elaborate.meaning import (
    array_functions,
    bare_functions,
    by_cases,
    calls,
    conditionals,
    costs,
    derivatives,
    derivatives_at,
    dots,
    evaluations,
    expectations,
    fences,
    fractions,
    integrals,
    limits,
    matrices,
    operators,
    scripts,
    sums,
)
from verify_derivations.elaborate.meaning.constants import CONSTANTS
from verify_derivations.elaborate.meaning.identities import identity_matrix
from verify_derivations.elaborate.meaning.ones import beside_vectors, bracketed_sums, ones
from verify_derivations.elaborate.meaning.reach import is_a_numeral
from verify_derivations.elaborate.notation import order, values
from verify_derivations.elaborate.notation.indices import components
from verify_derivations.elaborate.notation.names import base_name, plain
from verify_derivations.elaborate.notation.scope import Choice, Notes, Scope
from verify_derivations.elaborate.notation.sizes import Sizes
from verify_derivations.elaborate.notation.tables import (
    DOTS,
    FUNCTION_NAMES,
    MULTIPLICATION,
    OPERATORS,
    OTHER_PRODUCTS,
    OTHER_SUMS,
)
from verify_derivations.elaborate.notation.trouble import NotRead, ill_formed
from verify_derivations.parse.tree import (
    Accent,
    Chain,
    Digits,
    Empty,
    Fenced,
    Fraction,
    Grid,
    Letter,
    Listing,
    Mark,
    Node,
    Postfix,
    Product,
    Root,
    Scripts,
    Separator,
    Sum,
    Text,
)
from verify_derivations.term.arrays.array import Array, scalar
from verify_derivations.term.syntax.nodes import MINUS_ONE, Apply, Number, Pow, Symbol, Term

Parts = tuple[tuple[str, Node], ...]

SIDE_BY_SIDE = r"write \cdot between them, or one number without a space"


class Elaborator:
    """Reads the formulas of one statement; `notes` gathers what came up."""

    def __init__(self, scope: Scope, roots: tuple[Node, ...] = ()) -> None:
        self.scope = scope
        self.roots = roots
        self.notes = Notes()
        self.bound: list[str] = []
        self.lasts: dict[str, Term | None] = {}
        self.locals: dict[str, Array] = {}
        """What is put in for parameters, within a function of arrays."""
        self.within: list[str] = []
        self.sizes = Sizes()
        self.spaces: list[expectations.Space] = []
        """What the expectations are taken over in whose argument we are."""
        self.facts: dict[Term, Term] = {}
        self.entrywise: list[Sum] = []
        """Sums that are factors of elementwise products."""

    def term(self, node: Node) -> Term:
        """The term that a piece of notation stands for.

        Raises:
            NotRead: it is not understood, is ill-formed, or an array; with the place.
        """
        return values.number(self.value(node), node)

    def value(self, node: Node) -> Array:
        """The number, vector or matrix that a piece of notation stands for."""
        node = plain(node)
        rule = VALUES.get(type(node))
        return scalar(RULES[type(node)](self, node)) if rule is None else rule(self, node)

    def choose(self, choice: Choice) -> str:
        """The reading to take where several are possible; remembered as open unless it is settled."""
        if choice.key in self.scope.settled:
            return self.scope.settled[choice.key]
        self.notes.choices.setdefault(choice.key, choice)
        return choice.options[0]

    def parameters_of(self, function: Node) -> list[Term]:
        r"""What a function depends on by its subscript and is differentiated by: \theta_j for h_\theta."""
        if not isinstance(function, Scripts) or function.sub is None:
            return []
        subs = {base_name(part) for part in components(function.sub)}
        return list(dict.fromkeys(self.term(v) for v in self.scope.usage.by if base_name(_base(v)) in subs))

    def places(self, array: str, rank: int) -> tuple[Term, ...]:
        """The sizes of an array's places."""
        known = self.notes.places.get(array)
        if known is None:
            known = tuple(self.sizes.unknown(f"{array}:{k}") for k in range(rank))
            self.notes.places[array] = known
        return known

    def at_places(self, body: Term, names: Sequence[str], name: str = "") -> Apply:
        """What a term with derivatives is as a function of these names, at these names."""
        known, places = self.notes.evaluated, [Symbol(free) for free in names]
        if not name or any(head == Apply(name, places) and other != body for head, other in known):
            name = f"\\mathrm{{value}}_{{{len(known) + 1}}}"
        if (Apply(name, places), body) not in known:
            known.append((Apply(name, places), body))
        return Apply(name, places)

    def is_function(self, name: str) -> bool:
        """It is defined to be a function, or is a derivative of one."""
        return self.scope.functions.get(name) is not None or any(
            isinstance(head, Apply) and head.function == name for head, _ in self.notes.evaluated
        )

    # ---- sums and products -------------------------------------------------------------------------
    def sum(self, node: Sum) -> Array:
        taken = evaluations.sum_before_bar(self, node)
        if taken is not None:
            return taken
        parts = sums.with_scopes(self, node.parts)
        if len(parts) == 1 and parts[0][0] == "-" and isinstance(parts[0][1], Digits):
            return scalar(Number(-self.digits(parts[0][1]).value))
        summands = [(sign, self.summand(sign, part, node)) for sign, part in parts]
        return values.added(self.sizes, beside_vectors(node, parts, summands, self.entrywise), node)

    def summand(self, sign: str, part: Node, whole: Node) -> Array:
        if sign in OTHER_SUMS:
            raise NotRead(f"{OTHER_SUMS[sign]} is not read yet", whole)
        if isinstance(part, Empty):
            raise ill_formed("a term is missing here", part)
        return self.value(part)

    def product(self, node: Product) -> Array:
        return self.factors(node.parts)

    def factors(self, parts: Parts) -> Array:
        """A product of things side by side; an elementwise product binds less tightly."""
        bar = evaluations.bar(parts)
        if bar is not None:
            return evaluations.before_bar(self, parts, bar)
        if len(parts) == 2 and parts[1][0] == "circ":
            composed = bare_functions.composed(self, parts[0][1], parts[1][1])
            if composed is not None:
                return composed
        cuts = [k for k, (sign, _) in enumerate(parts) if sign == "odot"]
        if not cuts:
            return self.side_by_side(parts)
        self.entrywise += bracketed_sums(part for _, part in parts)
        runs = [parts[a:b] for a, b in zip([0, *cuts], [*cuts, len(parts)], strict=True)]
        first, *rest = [self.side_by_side((("", run[0][1]), *run[1:])) for run in runs]
        for other in rest:
            first = values.entrywise(self.sizes, first, other, parts[0][1])
        return first

    def side_by_side(self, parts: Parts) -> Array:
        """A product without elementwise signs."""
        made: list[tuple[str, Array]] = []
        k = 0
        order.mind_the_cross(self, parts)
        for (_, left), (sign, right) in pairwise(parts):
            if sign == "" and isinstance(plain(left), Digits) and isinstance(plain(right), Digits):
                raise NotRead("two numbers stand side by side", right, help=SIDE_BY_SIDE)
        while k < len(parts):
            sign, part = parts[k]
            if isinstance(part, Empty):
                raise ill_formed("a factor is missing here", part)
            if sign in OTHER_PRODUCTS:
                raise NotRead(f"{OTHER_PRODUCTS[sign]} is not read yet", part)
            value, after = self.factor(parts, k)
            if sign == "/":
                if after < len(parts) and (parts[after][0] == "" or is_a_numeral(part, *parts[after])):
                    raise NotRead(
                        "it is open how far this quotient reaches: a/bc may be a/(bc) or (a/b)c",
                        part,
                        help="write a fraction, or put brackets",
                    )
                value = scalar(Pow(values.number(value, part), MINUS_ONE))
            elif sign not in MULTIPLICATION:
                raise NotRead(f"the sign {sign} is not read", part)
            made.append((sign, value))
            k = after
        return values.multiplied(self.sizes, made, parts[0][1])

    def factor(self, parts: Parts, k: int) -> tuple[Array, int]:
        """The factor that begins at part k, with all that it takes, and the number of the part behind it."""
        part = plain(parts[k][1])
        operators.unread(self, part, parts, k)
        for takes in TAKERS:
            taken = takes(self, part, parts, k)
            if taken is not None:
                return taken
        return self.value(part), k + 1

    # ---- atoms -------------------------------------------------------------------------------------
    def digits(self, node: Digits) -> Number:
        return Number(Rational(node.text))

    def letter(self, node: Letter) -> Term:
        if node.text in DOTS:
            raise NotRead("dots leave something out", node)
        if node.text in OPERATORS:
            raise NotRead(f"{OPERATORS[node.text] or node.text} ({node.text}) is not read yet", node)
        name = base_name(node)
        if name is None and node.text[1:] in FUNCTION_NAMES:
            raise NotRead(f"{node.text} stands without an argument", node, help=f"write {node.text}(x)")
        if name is None:
            raise NotRead(f"the command {node.text} is not known", node, help="declare it, or write it out")
        return self.name(name, node)

    def named(self, node: Node) -> Array:
        """A letter, an accented letter or a word: an array, or a number."""
        name = base_name(node)
        unit = identity_matrix(self, name, node)
        if unit is None:
            unit = ones(self, name, node)
        if unit is not None:
            return unit
        if name is not None and name in self.locals:
            return self.locals[name]
        if name is not None and name in self.scope.costs:
            return costs.surrogate(self, name, node)
        if name is not None and name in self.scope.expanded:
            return array_functions.by_itself(self, name, node)
        if name is not None and name in self.scope.ranks:
            return scripts.whole(self, name, Scripts(node, None, None, 0, node.start, node.end))
        return scalar(RULES[type(node)](self, node))

    def name(self, name: str, node: Node) -> Term:
        """A name without scripts: a constant, or a symbol."""
        special = bare_functions.at_variable(self, name) or dots.by_time(self, name)
        if special is not None:
            return special
        known = name in self.bound or name in self.scope.scalars or name in self.scope.defined
        if not known and name in CONSTANTS:
            return CONSTANTS[name](self, node)
        if not known and name in self.scope.functions:
            parameters = self.scope.functions[name]
            if parameters is None:
                raise NotRead(f"{name} is a function and stands here without its arguments", node)
            return Apply(name, [self.name(p, node) for p in parameters])
        return Symbol(name)

    def text(self, node: Text) -> Term:
        name = base_name(node)
        if node.text in OPERATORS:
            raise NotRead(f"{OPERATORS[node.text]} ({node.text}) is not read yet", node)
        if node.command == "" or name is None:
            raise NotRead(f"{node.text} has nothing that it is applied to", node)
        return self.name(name, node)

    def fenced(self, node: Fenced) -> Array:
        normed = operators.norm(self, node)
        if normed is not None:
            return normed
        pair = (node.left, node.right)
        if isinstance(node.body, Empty):
            raise ill_formed("there is nothing in these brackets", node)
        if by_cases.is_by_cases(node):
            return scalar(by_cases.by_cases(self, node))
        made = fences.inner_product(self, node) or fences.bars(self, node)
        if made is not None:
            return made
        if isinstance(node.body, Listing):
            bars = any(isinstance(item, Separator) and item.kind in ("|", "\\|") for item in node.body.items)
            raise NotRead("a divergence or a condition" if bars else "a list in brackets is no number", node)
        if pair in BRACKETS:
            return self.value(node.body)
        if pair in FENCES:
            return scalar(Apply(FENCES[pair], (self.term(node.body),)))
        what = MEANINGS_OF_FENCES.get(pair, f"brackets {node.left} {node.right}")
        raise NotRead(f"{what}: not read yet", node)

    def postfix(self, node: Postfix) -> Term:
        if isinstance(node.body, Postfix):
            raise NotRead(
                "!! is a double factorial, which is not read", node, help="write (n!)! for a repeated one"
            )
        return Apply("factorial", (self.term(node.body),))

    def accent(self, node: Accent) -> Term:
        name = base_name(node)
        if name is not None:
            return self.name(name, node)
        if node.command in TRANSPARENT:
            return self.term(node.body)
        raise NotRead(f"{node.command} over more than a name is not read", node)

    def refuse(self, node: Any) -> Term:
        raise NotRead(REFUSALS[type(node)], node)


TAKERS = (
    sums.big,
    limits.limit,
    integrals.integral,
    derivatives.operator,
    derivatives_at.derivative_at,
    operators.operator,
    operators.nabla,
    expectations.expectation,
    conditionals.conditional,
    calls.function,
    dots.at_time,
    calls.call,
)
"""What takes the parts behind it: signs, functions, names before brackets."""


def _base(node: Node) -> Node:
    node = plain(node)
    return plain(node.base) if isinstance(node, Scripts) else node


BRACKETS = frozenset({("(", ")"), ("[", "]"), ("\\{", "\\}")})
FENCES = {("|", "|"): "Abs", ("\\lfloor", "\\rfloor"): "floor", ("\\lceil", "\\rceil"): "ceiling"}
MEANINGS_OF_FENCES = {
    ("\\langle", "\\rangle"): "an inner product or a mean",
    (".", "|"): "a bar without a point",
    ("(", "]"): "an interval",
    ("[", ")"): "an interval",
}
TRANSPARENT = frozenset(
    "\\boxed \\fbox \\underbrace \\overbrace \\mathop \\mathrel \\mathbin \\mathord".split()
)


REFUSALS: dict[type, str] = {
    Chain: "a statement stands where a number should",
    Listing: "a list stands where a number should",
    Mark: "an operator stands here without operands",
    Empty: "something is missing here",
}

RULES: dict[type, Callable[[Elaborator, Any], Term]] = {
    Digits: Elaborator.digits,
    Letter: Elaborator.letter,
    Text: Elaborator.text,
    Accent: Elaborator.accent,
    Postfix: Elaborator.postfix,
    Root: fractions.root,
    **dict.fromkeys(REFUSALS, Elaborator.refuse),
}
"""What reads each kind of node that is a number; a kind that is missing here would be an error of ours."""

VALUES: dict[type, Callable[[Elaborator, Any], Array]] = {
    Letter: Elaborator.named,
    Accent: Elaborator.named,
    Text: Elaborator.named,
    Scripts: scripts.scripts,
    Fenced: Elaborator.fenced,
    Fraction: fractions.fraction,
    Grid: matrices.grid,
    Product: Elaborator.product,
    Sum: Elaborator.sum,
}
"""What reads each kind of node that may be an array."""
