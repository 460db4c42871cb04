r"""Functions and what they are applied to; a name before brackets is a call or a factor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeGuard

from verify_derivations.elaborate.meaning import array_functions, reach
from verify_derivations.elaborate.meaning.sums import mentions
from verify_derivations.elaborate.meaning.transposes import transposed_expression
from verify_derivations.elaborate.notation.divergences import between_bars
from verify_derivations.elaborate.notation.indices import big_sign, bound_letters, numbered
from verify_derivations.elaborate.notation.leibniz import d_sign, leibniz
from verify_derivations.elaborate.notation.mentioned import names_in
from verify_derivations.elaborate.notation.names import base_name, is_transpose, plain, quantity, script_text
from verify_derivations.elaborate.notation.scope import Choice
from verify_derivations.elaborate.notation.superscripted import refuse_open_call
from verify_derivations.elaborate.notation.tables import (
    ELEMENTWISE,
    FUNCTION_LETTERS,
    FUNCTION_NAMES,
    FUNCTION_SYMBOLS,
    GREEDY,
    INVERSES,
    PROBABILITY,
    REMAINDERS,
)
from verify_derivations.elaborate.notation.trouble import NotRead, ill_formed
from verify_derivations.elaborate.notation.usage import operator_word
from verify_derivations.elaborate.notation.values import fitting
from verify_derivations.parse.tree import (
    Chain,
    Digits,
    Empty,
    Fenced,
    Letter,
    Listing,
    Node,
    Scripts,
    Separator,
    Sum,
    Text,
)
from verify_derivations.term.arrays.array import Array, applied, elementwise, scalar
from verify_derivations.term.syntax.nodes import HALF, MINUS_ONE, Apply, Mul, Number, Pow, Term

if TYPE_CHECKING:
    from verify_derivations.elaborate.meaning.terms import Elaborator

Parts = tuple[tuple[str, Node], ...]


# ---- functions that everybody knows ----------------------------------------------------------------------
def function(reading: Elaborator, part: Node, parts: Parts, k: int) -> tuple[Array, int] | None:
    """A known function with its argument, in brackets or not."""
    base = plain(part.base if isinstance(part, Scripts) else part)
    word = known_function(base)
    if word is None or (f"\\mathrm{{{word}}}" in reading.scope.functions):
        return None
    name = FUNCTION_NAMES[word]
    sub = part.sub if isinstance(part, Scripts) else None
    sup = part.sup if isinstance(part, Scripts) else None
    if isinstance(part, Scripts) and part.primes:
        raise NotRead(f"the derivative of {word} is not written with a prime here", part)
    if sup is not None and numbered(sup) is not None:
        message = f"the superscript of {word} may be the order of a derivative or a power"
        raise NotRead(message, part, help="write a fraction for a derivative, \\sin^2 x for a power")
    if word == "lg":
        raise NotRead("lg may be the logarithm to the base 10 or 2", part, help="write \\log_{10} or \\log_2")
    if k + 1 == len(parts) or parts[k + 1][0] != "":
        raise NotRead(f"{word} has nothing that it is applied to", part)
    arguments, scripts, after = _arguments(reading, word, parts, k + 1)
    if sup is not None and plain(sup) is not None and script_text(sup) == "-1":
        if name not in INVERSES:
            raise NotRead(f"{word}^{{-1}} may be an inverse function or a quotient", part)
        name, sup = INVERSES[name], None
    if scripts is not None and name == "log" and _power_of_argument(reading, parts[k + 1][1]):
        inner = reading.term(scripts)
        arguments, scripts = [elementwise(lambda a: Pow(a, inner), arguments[0])], None
    powers = [reading.term(power) for power in (sup, scripts) if power is not None]
    to_base = _printed_base(reading, word) if sub is None else reading.term(sub)

    def entry(*terms: Term) -> Term:
        made = _applied(name, word, to_base, list(terms), part)
        for power in powers:
            made = Pow(made, power)
        return made

    return elementwise(entry, *_alike(reading, arguments, part)), after


def _printed_base(reading: Elaborator, word: str) -> Term | None:
    r"""\log without a base is natural, unless that makes a statement false and another base makes it true.

    Where the text speaks of another base, it may be to that one: what is told of it holds for all of them.
    """
    if word != "log":
        return None
    options = ("\\log is natural", "\\log is to base 10", "\\log is to base 2")
    usual = not reading.scope.another_base
    chosen = reading.choose(
        Choice("base of \\log", options, "write \\ln, \\log_{10} or \\log_2", usual=usual)
    )
    return {options[1]: Number(10), options[2]: Number(2)}.get(chosen)


def _power_of_argument(reading: Elaborator, brackets: Node) -> bool:
    r"""\ln(x)^2 is the square of a logarithm, unless it is the logarithm of a square."""
    options = ("the power behind its brackets is one of the logarithm", "it is one of the argument")
    choice = Choice(f"power of a logarithm at {brackets.start}", options, "(\\ln x)^2 or \\ln(x^2)")
    return reading.choose(choice) == options[1]


def _alike(reading: Elaborator, arguments: list[Array], part: Node) -> list[Array]:
    """Arguments of one shape: a function of numbers is applied entry by entry."""
    return [arguments[0], *(fitting(reading.sizes, arguments[0], a, part) for a in arguments[1:])]


def known_function(node: Node) -> str | None:
    """The word of a known function that a node is: log of \\log, of \\mathrm{log} and of a bare log."""
    if isinstance(node, Letter) and node.text.startswith("\\") and node.text[1:] in FUNCTION_NAMES:
        return node.text[1:]
    if isinstance(node, Text) and node.text in FUNCTION_NAMES:
        return node.text
    return None


def _applied(name: str, word: str, base: Term | None, arguments: list[Term], part: Node) -> Term:
    if name in ("Max", "Min"):
        if len(arguments) < 2 or base is not None:
            raise NotRead(f"{word} over a set is not read yet", part)
        made = arguments[0]
        for argument in arguments[1:]:
            made = Apply(name, (made, argument))
        return made
    if len(arguments) != 1:
        raise ill_formed(f"{word} takes one argument, not {len(arguments)}", part)
    if base is not None:
        if name != "log":
            raise NotRead(f"a subscript of {word} is not read", part)
        return Mul((Apply("log", arguments), Pow(Apply("log", (base,)), MINUS_ONE)))
    return Pow(arguments[0], HALF) if name == "sqrt" else Apply(name, arguments)


def _arguments(reading: Elaborator, word: str, parts: Parts, k: int) -> tuple[list[Array], Node | None, int]:
    """The arguments from part k on, a power printed on their brackets, and what comes behind them."""
    first = plain(parts[k][1])
    brackets = first.base if isinstance(first, Scripts) else first
    if _brackets(brackets):
        if reach.reaches_beyond(reading, word, parts, k):
            return [reading.factors((("", parts[k][1]), ("", parts[k + 1][1])))], None, k + 2
        power = _power_of_call(first)
        return [reading.value(item) for item in listed(brackets)], power, k + 1
    if known_function(plain(first.base if isinstance(first, Scripts) else first)) or operator_word(first):
        value, after = reading.factor(parts, k)
        return [value], None, after
    if _is_of_one_index(parts, k):
        value, after = reading.factor(parts, k)
        return [value], None, after
    value, after = _bare_argument(reading, word, parts, k)
    return [value], None, after


def _is_of_one_index(parts: Parts, k: int) -> bool:
    r"""A sum or product whose index stands in all that is printed behind it: \log\prod_i p_i^{y_i}."""
    letters = bound_letters(plain(parts[k][1])) if big_sign(parts[k][1]) else []
    behind = parts[k + 1 :]
    if len(letters) != 1 or not behind or any(sign != "" for sign, _ in behind):
        return False
    own = [mentions(part, letters[0]) for _, part in behind]
    called = [_brackets(plain(part)) for _, part in behind[1:]] + [False]
    return all(
        here or (call and there) for here, call, there in zip(own, called, [*own[1:], False], strict=True)
    )


def _power_of_call(brackets: Node) -> Node | None:
    if not isinstance(brackets, Scripts):
        return None
    if brackets.sub is not None or brackets.primes:
        raise NotRead("a subscript or prime behind the brackets of a call is not read", brackets)
    return brackets.sup


def _bare_argument(reading: Elaborator, word: str, parts: Parts, k: int) -> tuple[Array, int]:
    r"""The argument of \log x: what stands beside it up to a sign, a bracket, another function."""
    end = k
    while end < len(parts) and (end == k or parts[end][0] == ""):
        item = plain(parts[end][1])
        base = plain(item.base if isinstance(item, Scripts) else item)
        if end > k and (
            known_function(base) or operator_word(item) or big_sign(item) or leibniz(item) or d_sign(item)
        ):
            break
        if end > k and _brackets(base) and not is_call(reading, parts[end - 1][1], base):
            _refuse_bracket(word, base)
            break
        end += 1
    count = end - k - _calls_within(parts, k, end)
    if count > 1 and word not in GREEDY and not isinstance(plain(parts[k][1]), Digits):
        raise NotRead(f"it is open how far the argument of {word} reaches", parts[k][1], help="put brackets")
    if reach.slash_belongs(reading, word, parts, k, end):
        return reading.factors((("", parts[k][1]), *parts[k + 1 : end + 1])), end + 1
    end = reach.end_of_run(reading, word, parts, k, end)
    return reading.factors((("", parts[k][1]), *parts[k + 1 : end])), end


ENDS: tuple[Callable[[Node], object], ...] = (operator_word, big_sign, leibniz, d_sign)
"""What a bare argument does not take."""


def _calls_within(parts: Parts, k: int, end: int) -> int:
    """How many of these parts are the brackets of calls."""
    items = [plain(part) for _, part in parts[k + 1 : end]]
    return sum(1 for i in items if _brackets(plain(i.base if isinstance(i, Scripts) else i)))


def _brackets(node: Node) -> TypeGuard[Fenced]:
    return isinstance(node, Fenced) and node.left in ("(", "[", "\\{")


def _refuse_bracket(word: str, brackets: Fenced) -> None:
    """ln y(0) can only mean a factor 0; any other bracket behind a bare argument may belong to it."""
    if isinstance(brackets.body, Digits) and not float(brackets.body.text):
        return
    raise NotRead(f"it is open how far the argument of {word} reaches", brackets, help="put brackets")


# ---- names before brackets ---------------------------------------------------------------------------------
def call(reading: Elaborator, part: Node, parts: Parts, k: int) -> tuple[Array, int] | None:
    """A name with brackets behind it, if it is a call."""
    if k + 1 == len(parts) or parts[k + 1][0] != "":
        return None
    following = plain(parts[k + 1][1])
    brackets = following.base if isinstance(following, Scripts) else following
    part = _with_primes(reading, part)
    if not isinstance(brackets, Fenced) or not is_call(reading, part, brackets):
        return None
    power = _power_of_call(following)
    value = _called(reading, part, brackets)
    if power is None:
        return value, k + 2
    if not value.rank and is_transpose(power) and not _is_number(reading, power):
        message = "what is transposed here is a number as far as is known, or this is a power"
        raise NotRead(message, following, help="declare the shapes, or constant $T$")
    if value.rank and (is_transpose(power) or quantity(part) in reading.scope.expanded):
        return _powered(reading, value, following), k + 2
    exponent = reading.term(power)
    return elementwise(lambda entry: Pow(entry, exponent), value), k + 2


def _with_primes(reading: Elaborator, part: Node) -> Node:
    """f^{(3)} as f with three primes, where f is a function of which something is said."""
    if not isinstance(part, Scripts) or part.sup is None or part.sub is not None or part.primes:
        return part
    name, order = base_name(part.base) or "", numbered(part.sup)
    if name not in reading.scope.functions or not isinstance(order, Digits) or not order.text.isdigit():
        return part
    options = (f"the superscript of {name} is the order of a derivative", f"it numbers the function {name}")
    reading.choose(Choice(f"order of {name}", options, "write primes, or a fraction", modelled=False))
    return part._replace(sup=None, primes=int(order.text))


def _is_number(reading: Elaborator, node: Node) -> bool:
    """The author says that the letter is a number."""
    return base_name(node) in reading.scope.scalars | reading.scope.defined | set(reading.bound)


def _powered(reading: Elaborator, value: Array, node: Node) -> Array:
    """The transpose or a power of an array that a function gives."""
    from verify_derivations.elaborate.meaning.powers import raised

    if not isinstance(node, Scripts) or node.sup is None:
        return value
    if is_transpose(node.sup):
        return transposed_expression(reading, value, node.base)
    return raised(reading, value, node)


def is_call(reading: Elaborator, part: Node, brackets: Fenced) -> bool:
    """Whether brackets behind something are the arguments of a call."""
    part = plain(part)
    name = quantity(part)
    refuse_open_call(reading, part, brackets)
    if name is None or d_sign(part):
        return False
    scope = reading.scope
    stem = name.rstrip("'")
    barred = stem in scope.functions and between_bars(brackets) is not None
    if brackets.left != "(" and base_name(_stem(part)) not in PROBABILITY and not barred:
        return False
    operator = PROBABILITY.get(base_name(_stem(part)))
    if stem in scope.functions or name in scope.functions or stem in scope.expanded:
        _refuse_power(part)
        if operator and (brackets.left == "[" or any(one[:1].isupper() for one in names_in(brackets.body))):
            raise NotRead(f"it is open whether {name} is the function that is defined, or {operator}", part)
        return True
    known = scope.scalars | scope.defined | set(reading.bound)
    _refuse_remainder(reading, part, name)
    upright = "{" in name and operator != "an indicator"
    if operator and name not in known and (brackets.left == "[" or upright or name not in scope.usage.alone):
        raise NotRead(f"{operator} is not read yet", part)
    if name in known or isinstance(part, Digits) or (scope.closely and name in scope.ranks):
        return False
    if stem in scope.usage.alone:
        _refuse_inverse(part, brackets)
        return False
    if _is_power(part):
        _refuse_inverse(part, brackets)
        return False
    if (
        isinstance(brackets.body, Listing)
        or stem in FUNCTION_SYMBOLS
        or base_name(_stem(part)) in FUNCTION_LETTERS
    ):
        return True
    if isinstance(part, Text) or "\\mathrm" in name:
        return True
    options = (f"{name} is a function here", f"{name} is a factor here")
    choice = Choice(f"{name}(...)", options, f"function ${name}$ or constant ${name}$")
    return reading.choose(choice).endswith("function here")


def _stem(part: Node) -> Node:
    return plain(part.base) if isinstance(part, Scripts) else part


def _is_power(part: Node) -> bool:
    return isinstance(part, Scripts) and part.sup is not None


def _refuse_power(part: Node) -> None:
    if _is_power(part):
        raise NotRead("a power between a function and its argument is not read", part, help="write (f(x))^2")


def _refuse_remainder(reading: Elaborator, part: Node, name: str) -> None:
    """O(x^3) stands for what is left out."""
    scope = reading.scope
    if name in REMAINDERS and name not in scope.scalars | scope.defined | scope.usage.alone:
        message = f"{name}(...) stands for what is left out: an equation up to some order is not checked"
        raise NotRead(message, part, help=f"write \\approx without it, or function ${name}$ for a function")


def _refuse_inverse(part: Node, brackets: Fenced) -> None:
    r"""f^{-1}(x) is the inverse function where f may be one; A^{-1}(b + c) is a product."""
    name = base_name(_stem(part)) or ""
    letter = (name in FUNCTION_LETTERS and not isinstance(brackets.body, Sum)) or "\\mathrm" in name
    if isinstance(part, Scripts) and part.sup is not None and script_text(part.sup) == "-1" and letter:
        raise NotRead("this may be an inverse function or a quotient", part, help="write a fraction")


def _called(reading: Elaborator, part: Node, brackets: Fenced) -> Array:
    part = plain(part)
    name = quantity(part) or ""
    arguments = [reading.value(item) for item in listed(brackets)]
    primes = len(name) - len(name.rstrip("'"))
    stem = name.rstrip("'")
    if isinstance(part, Scripts) and part.primes:
        stem, primes = quantity(part._replace(primes=0)) or "", part.primes
    if stem in FUNCTION_SYMBOLS and stem not in reading.scope.functions:
        if primes or len(arguments) != 1:
            raise NotRead(f"{name} with these arguments is not read", part)
        return applied(FUNCTION_SYMBOLS[stem], *arguments)
    if primes and len(arguments) != 1:
        raise NotRead(f"a prime does not say by which argument {stem} is differentiated", part)
    if stem in reading.scope.expanded:
        if primes:
            raise NotRead(f"a prime does not say by what {stem} is differentiated", part)
        return array_functions.called(reading, stem, arguments, part)
    parameters = reading.scope.functions.get(stem)
    if parameters is not None and len(parameters) != len(arguments):
        raise NotRead(
            f"{stem} is defined for {len(parameters)} arguments and used with {len(arguments)}", part
        )
    if parameters is None:
        reading.notes.functions.setdefault(stem)
        arguments += map(scalar, reading.parameters_of(part))
    if any(a.rank for a in arguments) and (len(arguments) > 1 or stem not in ELEMENTWISE):
        message = f"whether {stem} takes an array or each of its entries is not known"
        raise NotRead(message, part, help=f"write {stem} alone, as in ${stem} = ...$")
    made = applied(stem + "'" * primes, *arguments)
    return Array(made.axes, reading.facts.get(made.body, made.body))


def listed(brackets: Fenced) -> list[Node]:
    """The arguments in brackets; behind a semicolon, f(x; a), stand those that are called parameters."""
    body = brackets.body
    if isinstance(body, Empty):
        raise ill_formed("there is nothing in these brackets", brackets)
    if (two := between_bars(brackets)) is not None:
        return list(two)
    if isinstance(body, Chain):
        raise NotRead("a statement in brackets is not read yet", body)
    if not isinstance(body, Listing):
        return [body]
    for item in body.items[1::2]:
        if isinstance(item, Separator) and item.kind not in (",", ";"):
            what = "a condition" if item.kind in ("|", "\\|") else f"the sign {item.text!r} between arguments"
            raise NotRead(f"{what} is not read yet", item)
    return list(body.items[::2])


__all__ = ["call", "function", "known_function"]
