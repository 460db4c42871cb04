"""The rules of inference: what a lemma `term = becomes` must satisfy. This is the trusted mathematics.

Each rule is checked at every point of which the statement speaks, with the values and signs that the
valuation proves. A rule either returns or raises CertificateError; it never guesses.
"""

from __future__ import annotations

from fractions import Fraction

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.algebraic import require_equal
from verify_derivations.kernel.algebra.field import Element, as_rational
from verify_derivations.kernel.inference.conjugates import CONJUGATE_RULES
from verify_derivations.kernel.inference.floors import FLOOR_RULES
from verify_derivations.kernel.inference.matrix_rules import MATRIX_RULES
from verify_derivations.kernel.inference.principal import PRINCIPAL_RULES
from verify_derivations.kernel.inference.product_rules import PRODUCT_RULES
from verify_derivations.kernel.inference.valuation import Check, Valuation
from verify_derivations.kernel.inference.whole_powers import WHOLE_POWER_RULES
from verify_derivations.term.calculus.functions import FUNCTIONS, formula, instantiate
from verify_derivations.term.evaluation.balls import Evaluation, Undefined, set_precision
from verify_derivations.term.syntax.nodes import ONE, PI, Add, Apply, I, Mul, Number, Pow, Term
from verify_derivations.term.syntax.traverse import free_symbols, subterms


def _require(holds: bool, why: str) -> None:
    if not holds:
        raise CertificateError(why)


def meaning(v: Valuation, term: Term, becomes: Term) -> None:
    """f(u) is the expression that its row of the table gives: an equality by definition."""
    _require(isinstance(term, Apply) and term.function in FUNCTIONS, "not a known function")
    if isinstance(term, Apply):
        row = FUNCTIONS[term.function]
        for order, formula_ in row.orders:
            if becomes is instantiate(formula_, term.arguments):
                same = v.field.equal(v.value(term.arguments[0]), v.value(formula(order)))
                _require(same, "it is of another order")
                return
        if row.means and becomes is instantiate(row.means, term.arguments):
            if term in v.given:  # it is defined, so its meaning is, and divides by nothing that is zero
                v.take_as_defined(becomes)
            return
        _require(bool(row.means_real), f"{term.function} has no meaning in other functions")
        _require(becomes is instantiate(row.means_real, term.arguments), "not the meaning of the table")
        _require(all(v.is_real(a) for a in term.arguments), "an argument may be complex")


def exponential(v: Valuation, term: Term, becomes: Term) -> None:
    """exp(u) = w where w is a product of powers whose logarithms add up to u.

    exp(a + b) = exp(a) exp(b) and exp(r log p) = p**r hold for all complex a, b and p != 0.
    """
    _require(isinstance(term, Apply) and term.function == "exp", "not an exponential")
    if isinstance(term, Apply):
        total = v.field.zero
        for factor in _factors(becomes):
            total = v.field.add(total, _exponent(v, factor))
        _require(v.field.equal(total, v.value(term.arguments[0])), "the exponents do not add up")


def _factors(term: Term) -> tuple[Term, ...]:
    return term.factors if isinstance(term, Mul) else () if term is ONE else (term,)


def _exponent(v: Valuation, factor: Term) -> Element:
    """An e with exp(e) = factor."""
    match factor:
        case Apply("exp", (u,)):
            return v.value(u)
        case Pow(Apply("exp", (u,)), Number(k)) if k.denominator == 1 or v.signs.real(v.value(u)):
            return v.field.scale(v.value(u), k)
        case Pow(Apply("gamma", (u,)), Number(r)) if v.signs.positive(v.value(u)):
            return v.field.scale(v.value(Apply("loggamma", (u,))), r)
        case Apply("gamma", (u,)) if v.signs.positive(v.value(u)):
            return v.value(Apply("loggamma", (u,)))
        case Pow(base, Number(r)):
            return v.field.scale(_log(v, base), r)
        case Pow(base, exponent):
            return v.field.mul(_log(v, base), v.value(exponent))
    return _log(v, factor)


def _log(v: Valuation, base: Term) -> Element:
    log = Apply("log", (base,))
    # a logarithm that stands in the statement is defined, so its argument is not zero
    _require(log in v.given or v.signs.nonzero(v.value(base)), "the base of a power may be zero")
    return v.value(log)


def logarithm(v: Valuation, term: Term, becomes: Term) -> None:
    """log(u) = w where w is real and exp(w) = u, written as a product of powers of positive factors."""
    _require(isinstance(term, Apply) and term.function == "log", "not a logarithm")
    if isinstance(term, Apply):
        product = v.field.one
        for part in becomes.terms if isinstance(becomes, Add) else (becomes,):
            product = v.field.mul(product, _exponentiated(v, part))
        _require(v.field.equal(product, v.value(term.arguments[0])), "the factors do not multiply to u")


def _exponentiated(v: Valuation, part: Term) -> Element:
    """The value of exp(part) for a real part."""
    match part:
        case Number(value) if value == 0:
            return v.field.one
        case Apply("log", (p,)):
            return _positive(v, p)
        case Mul((Number(c), Apply("log", (p,)))):
            _positive(v, p)
            return v.value(p if c == 1 else Pow(p, Number(c)))
    _require(v.signs.real(v.value(part)), "a summand may be complex")
    return v.value(Apply("exp", (part,)))


def _positive(v: Valuation, p: Term) -> Element:
    value = v.value(p)
    _require(v.signs.positive(value), "the argument of a logarithm may not be positive")
    return value


def scaled_logarithm(v: Valuation, term: Term, becomes: Term) -> None:
    """log(u) = log(q) + (real logarithms of positive factors) for complex q, where u = Q q with Q > 0.

    The last summand of `becomes` is log(q); the others are real, and their exponentials multiply to Q.
    """
    _require(isinstance(term, Apply) and term.function == "log", "not a logarithm")
    match becomes:
        case Add((*parts, Apply("log", (q,)))):
            product = v.field.one
            for part in parts:
                product = v.field.mul(product, _exponentiated(v, part))
            _require(v.signs.positive(product), "the factor taken out may not be positive")
            whole = v.field.mul(product, v.value(q))
            _require(v.field.equal(whole, v.value(term.children[0])), "the factors do not multiply to u")
        case _:
            raise CertificateError("not of the form of a sum that ends in a logarithm")


def negative(v: Valuation, term: Term, becomes: Term) -> None:
    """log(u) = log(-u) + i pi for real u < 0, principal values."""
    _require(isinstance(term, Apply) and term.function == "log", "not a logarithm")
    match becomes:
        case Add((Apply("log", (w,)), Mul((first, second)))) if first is I and second is PI:
            _require(v.signs.positive(v.value(w)), "the argument may not be positive")
            opposite = v.field.neg(v.value(term.children[0]))
            _require(v.field.equal(v.value(w), opposite), "the arguments are not opposite")
        case _:
            raise CertificateError("not of the form log(-u) + i pi")


def root(v: Valuation, term: Term, becomes: Term) -> None:
    """b**(p/q) = w for b >= 0, where w >= 0 and w**q = b**p: the nonnegative root is unique."""
    _require(isinstance(term, Pow) and isinstance(term.exponent, Number), "not a rational power")
    if isinstance(term, Pow) and isinstance(term.exponent, Number):
        exponent, base, value = term.exponent.value, v.value(term.base), v.value(becomes)
        _require(v.signs.nonnegative(base), "the base may be negative")
        _require(v.signs.nonnegative(value), "the root may be negative")
        field = v.field
        left = field.power(value, exponent.denominator)
        right = field.power(base, exponent.numerator)
        _require(field.equal(left, right), "it is not that root")


def scaling(v: Valuation, term: Term, becomes: Term) -> None:
    """b**r = w q**r for complex q, where b = Q q with Q > 0 and w = Q**r > 0.

    log(Q q) = log Q + log q for positive Q. The last factor of `becomes` is q**r, written as one power or
    as (q**(1/m))**k with k/m = r; both are exp(r log q).
    """
    _require(isinstance(term, Pow) and isinstance(term.exponent, Number), "not a rational power")
    if isinstance(term, Pow) and isinstance(term.exponent, Number):
        *scale, last = becomes.factors if isinstance(becomes, Mul) else (becomes,)
        field, r, rest = v.field, term.exponent.value, _base_of(last, term.exponent.value)
        q, b = v.value(rest), v.value(term.base)
        quotient = field.mul(b, field.inverse(q))
        _require(field.equal(b, field.mul(quotient, q)), "the factors do not multiply to the base")
        _require(v.signs.positive(quotient), "the factor taken out may not be positive")
        w = field.one
        for factor in scale:
            w = field.mul(w, v.value(factor))
        _require(v.signs.nonnegative(w), "the root taken out may be negative")
        same = field.equal(field.power(w, r.denominator), field.power(quotient, r.numerator))
        _require(same, "it is not that root")


def _base_of(factor: Term, r: Fraction) -> Term:
    """q where the factor is q**r."""
    match factor:
        case Pow(Pow(q, Number(root)), Number(k)) if (
            k.denominator == 1 and root * k == r and root.numerator == 1
        ):
            return q
        case Pow(q, Number(exponent)) if exponent == r:
            return q
    raise CertificateError("the last factor is not the power that is left")


def power(v: Valuation, term: Term, becomes: Term) -> None:
    """b**e = exp(e log b) for b != 0: an equality by definition, of principal values."""
    _require(isinstance(term, Pow), "not a power")
    if isinstance(term, Pow):
        _require(v.signs.nonzero(v.value(term.base)), "the base may be zero")
        expected = Apply("exp", (Mul((term.exponent, Apply("log", (term.base,)))),))
        _require(becomes is expected, "not the exponential of that power")


def absolute(v: Valuation, term: Term, becomes: Term) -> None:
    """|u| = w for real u, where w >= 0 and w**2 = u**2."""
    _require(isinstance(term, Apply) and term.function == "Abs", "not an absolute value")
    if isinstance(term, Apply):
        u, w = v.value(term.arguments[0]), v.value(becomes)
        _require(v.is_real(term.arguments[0]), "the argument may be complex")
        _require(v.signs.nonnegative(w), "it may be negative")
        _require(v.field.equal(v.field.mul(u, u), v.field.mul(w, w)), "the squares differ")


def sign(v: Valuation, term: Term, becomes: Term) -> None:
    """sign(u) = w for real u != 0, where w |u| = u."""
    _require(isinstance(term, Apply) and term.function == "sign", "not a sign")
    if isinstance(term, Apply):
        u, w = v.value(term.arguments[0]), v.value(becomes)
        _require(v.is_real(term.arguments[0]), "the argument may be complex")
        _require(v.signs.nonzero(u), "the argument may be zero")
        size = v.value(Apply("Abs", term.arguments))
        _require(v.field.equal(v.field.mul(w, size), u), "it is not the sign")


def parity(v: Valuation, term: Term, becomes: Term) -> None:
    """f(u) = -f(-u) for an odd function, f(u) = f(-u) for an even one."""
    _require(isinstance(term, Apply) and term.function in FUNCTIONS, "not a known function")
    if isinstance(term, Apply):
        row = FUNCTIONS[term.function]
        match becomes:
            case Mul((Number(c), Apply(name, (other,)))) if c == -1 and row.parity == "odd":
                pass
            case Apply(name, (other,)) if row.parity == "even":
                pass
            case _:
                raise CertificateError("not of the form that parity gives")
        _require(name == term.function, "another function")
        u, w = v.value(term.arguments[0]), v.value(other)
        _require(v.field.equal(u, v.field.scale(w, Fraction(-1))), "the arguments are not opposite")


def logarithmic(v: Valuation, term: Term, becomes: Term) -> None:
    """An inverse function is the logarithm that its row gives: an equality by definition."""
    _require(isinstance(term, Apply) and term.function in FUNCTIONS, "not a known function")
    if isinstance(term, Apply):
        row = FUNCTIONS[term.function]
        _require(bool(row.logarithmic), f"{term.function} is no logarithm")
        _require(becomes is instantiate(row.logarithmic, term.arguments), "not the logarithm of the table")
        if term in v.given:
            v.take_as_defined(becomes)


def inverse(v: Valuation, term: Term, becomes: Term) -> None:
    """exp(e) = w where a row of the table says so of an inverse function."""
    _require(isinstance(term, Apply) and term.function == "exp", "not an exponential")
    if isinstance(term, Apply):
        for inner in dict.fromkeys([*applied(term.arguments[0]), *v.atoms_in(v.value(term.arguments[0]))]):
            row = FUNCTIONS.get(inner.function)
            if row is None or row.exponential is None:
                continue
            exponent, power = (instantiate(text, inner.arguments) for text in row.exponential)
            if becomes is power and v.field.equal(v.value(exponent), v.value(term.arguments[0])):
                real = row.exponential_complex or v.real_and_defined(inner)
                _require(real, f"{inner.function} may not be real there")
                return
    raise CertificateError("not the exponential of an inverse function")


def applied(term: Term) -> list[Apply]:
    """The function applications within a term."""
    return [t for t in subterms(term) if isinstance(t, Apply)]


def recurrence(v: Valuation, term: Term, becomes: Term) -> None:
    """f(u) from f(u + 1) wherever f(u) is defined, or f(u + 1) from f(u) for u > 0."""
    _require(isinstance(term, Apply) and term.function in FUNCTIONS, "not a known function")
    if isinstance(term, Apply) and len(term.arguments) == 1:
        row, u = FUNCTIONS[term.function], term.arguments[0]
        if row.up and becomes is instantiate(row.up, (u,)):
            _require(
                row.defined != ("u > 0",) or v.signs.positive(v.value(u)), "the argument may be negative"
            )
            _require(v.signs.nonzero(v.value(u)), "the argument may be a pole")
            return
        for inner in applied(becomes):
            lower = inner.arguments[0]
            if row.down and inner.function == term.function and becomes is instantiate(row.down, (lower,)):
                step = v.field.sub(v.value(u), v.value(lower))
                _require(v.field.equal(step, v.field.one), "the arguments do not differ by one")
                _require(v.signs.positive(v.value(lower)), "the argument may not be positive")
                return
    raise CertificateError("not the recurrence of the table")


def value(v: Valuation, term: Term, becomes: Term) -> None:
    """f(c) is the exact value that the table lists; of two arguments the last one is c."""
    _require(isinstance(term, Apply) and term.function in FUNCTIONS, "not a known function")
    if isinstance(term, Apply) and len(term.arguments) == 2:
        for argument, result, asked in FUNCTIONS[term.function].ends:
            if becomes is instantiate(result, term.arguments):
                same = v.field.equal(v.value(term.arguments[1]), v.value(formula(argument)))
                _require(same, "the argument is another")
                asked = asked.removesuffix(" > 0")
                positive = not asked or v.signs.positive(v.value(instantiate(asked, term.arguments)))
                _require(positive, "the first argument is another")
                return
    if isinstance(term, Apply) and len(term.arguments) == 1:
        for argument, result in FUNCTIONS[term.function].values:
            if becomes is formula(result):
                same = v.field.equal(v.value(term.arguments[0]), v.value(formula(argument)))
                _require(same, "the argument is another")
                return
    raise CertificateError("not a value of the table")


def unity(v: Valuation, term: Term, becomes: Term) -> None:
    """exp(i pi p/q) = w where w**q = (-1)**p and a ball tells w from every other such root."""
    _require(isinstance(term, Apply) and term.function == "exp", "not an exponential")
    if isinstance(term, Apply):
        ratio = as_rational(v.field.mul(v.value(term.arguments[0]), v.field.inverse(v.value(Mul((I, PI))))))
        _require(ratio is not None and not free_symbols(becomes), "not a rational multiple of i pi")
        if ratio is not None:
            p, q = ratio.numerator, ratio.denominator
            _require(q <= 64, "too fine a root of unity")
            power = v.field.reduced(v.field.power(v.value(becomes), q))
            _require(v.field.equal(power, v.field.rational(Fraction((-1) ** (p % 2)))), "not such a root")
            turned = Apply("exp", (Mul((I, PI, Number(ratio))),))  # the argument may have names that cancel
            _require(_close(becomes, turned, q), "another root of unity")


def algebraic(v: Valuation, term: Term, becomes: Term) -> None:
    """Two numbers made of roots and roots of unity are equal."""
    require_equal(term, becomes)


def _close(left: Term, right: Term, q: int) -> bool:
    """Two q-th roots of the same number are equal if they are nearer than any two different ones."""
    set_precision(64)
    evaluation = Evaluation({}, complex_values=True)
    try:
        distance = abs(evaluation.value(left) - evaluation.value(right))
    except Undefined:
        return False
    return bool(distance * q < 2)  # different q-th roots are at least 2 sin(pi/q) >= 4/q apart, for q >= 2


RULES: dict[str, Check] = {
    "meaning": meaning,
    "exponential": exponential,
    "logarithm": logarithm,
    "scaled logarithm": scaled_logarithm,
    "negative": negative,
    "root": root,
    "scaling": scaling,
    "power": power,
    "absolute": absolute,
    "sign": sign,
    "parity": parity,
    "logarithmic": logarithmic,
    "inverse": inverse,
    "recurrence": recurrence,
    "value": value,
    "unity": unity,
    "algebraic": algebraic,
    **CONJUGATE_RULES,
    **FLOOR_RULES,
    **MATRIX_RULES,
    **PRINCIPAL_RULES,
    **PRODUCT_RULES,
    **WHOLE_POWER_RULES,
}
"""The rules by the name that a lemma gives."""
