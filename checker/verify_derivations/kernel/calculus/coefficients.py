"""The coefficients of expansions: exponentials, logarithms, powers and other functions of field elements."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.field import Element, as_rational
from verify_derivations.kernel.algebra.terms import element_term
from verify_derivations.kernel.calculus.asymptotics import Scale
from verify_derivations.term.calculus.conditions import Requirement, requirements
from verify_derivations.term.calculus.functions import FUNCTIONS, formula, instantiate
from verify_derivations.term.syntax.nodes import Add, Apply, I, Mul, Number, Pow, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import subterms


class Coefficients:
    """Functions of elements, brought to as few independent quantities as is easily done.

    Args:
        scale: the arithmetic.
        required: what is known to hold of terms, as pairs of a term and a relation (see `Requirement`).
    """

    def __init__(self, scale: Scale, required: Iterable[tuple[Term, str]] = ()) -> None:
        self.scale, self.v, self.field = scale, scale.v, scale.field
        self.required = frozenset(required)
        self.memo: dict[Term, Element] = {}

    def term(self, c: Element) -> Term:
        """The element as a term. Its denominators are zero at no point of which the statement speaks."""
        made = element_term(self.field, c)
        self.v.given.update(t for t in subterms(made) if isinstance(t, Pow))
        return made

    # ---- terms without the variable ------------------------------------------------------------------
    def defined(self, term: Term) -> Element:
        """The value of a term without the variable, once it is shown that it has one.

        Raises:
            CertificateError: it may have none.
        """
        for requirement in requirements((term,)):
            known = (requirement.term, requirement.relation) in self.required
            if not known and not self._holds(requirement):
                raise CertificateError("something may not be defined")
        return self.closed(term)

    def _holds(self, requirement: Requirement) -> bool:
        if requirement.bound:
            return False
        value = self.closed(requirement.term)
        if requirement.relation == "!= 0":
            return self.scale.nonzero(value)
        return self.scale.sign(value) > (-1 if requirement.relation == ">= 0" else 0)

    def closed(self, term: Term) -> Element:
        """The value of a term that is known to have one, opened as expansions are."""
        found = self.memo.get(term)
        if found is None:
            found = self.memo[term] = self.field.reduced(self._closed(term))
        return found

    def _closed(self, term: Term) -> Element:
        match term:
            case Add(terms):
                total = self.field.zero
                for t in terms:
                    total = self.field.add(total, self.closed(t))
                return total
            case Mul(factors):
                product = self.field.one
                for f in factors:
                    product = self.field.mul(product, self.closed(f))
                return product
            case Pow(base, Number(r)):
                c = self.closed(base)
                if c[0].is_zero() and r <= 0:
                    raise CertificateError("a power of zero")
                return c if c[0].is_zero() else self.power(c, r)
            case Pow(base, exponent) if self._is_positive(base):
                log = self.log(self.closed(base))
                return self.exp(self.field.reduced(self.field.mul(self.closed(exponent), log)))
            case Apply(name, arguments) if name in FUNCTIONS:
                return self._function(name, arguments)
        return self.v.value(term)

    def _function(self, name: str, arguments: tuple[Term, ...]) -> Element:
        row = FUNCTIONS[name]
        if name == "exp":
            return self.exp(self.closed(arguments[0]))
        if name == "log":
            return self.log(self.closed(arguments[0]))
        if name in ("Abs", "sign"):
            return self._by_sign(name, arguments[0])
        if row.means or row.means_real:
            return self.closed(instantiate(row.means or row.means_real, arguments))
        at = tuple(self.term(self.closed(argument)) for argument in arguments)
        return self.v.value(self._simplified(Apply(name, at)))

    def _is_positive(self, term: Term) -> bool:
        """The term is a real number, and positive."""
        try:
            return not _has_imaginary_unit(term) and self.scale.sign(self.closed(term)) > 0
        except CertificateError:
            return False

    def _by_sign(self, name: str, argument: Term) -> Element:
        c = self.closed(argument)
        try:
            if _has_imaginary_unit(argument):
                raise CertificateError("something may be complex")
            sign = self.scale.sign(c)
        except CertificateError:
            return self.v.value(Apply(name, (self.term(c),)))
        return self.field.scale(c if name == "Abs" else self.field.one, Fraction(sign))

    # ---- powers, exponentials, logarithms --------------------------------------------------------------
    def power(self, c: Element, r: Fraction) -> Element:
        """c**r, for c that is not zero, and positive if r is not whole."""
        if r.denominator == 1:
            return self.field.reduced(self.field.power(c, int(r)))
        if as_rational(c) == 1:
            return c
        return self.v.value(Pow(self.term(c), Number(r)))

    def exp(self, c: Element) -> Element:
        """exp(c), as a product over the summands of c: exp(r m) = exp(m/q)**p for r = p/q."""
        product = self.field.one
        if c[0].is_zero():
            return product
        if not c[1].is_constant():
            return self._exp_of(c, Fraction(1))
        under = int(c[1].leading_coefficient())
        for exponents, coefficient in c[0].to_dict().items():
            m = (self.field.context.from_dict({exponents: 1}), self.field.one[0])
            factor = self._exp_of(m, Fraction(int(coefficient), under))
            product = self.field.reduced(self.field.mul(product, factor))
        return product

    def _exp_of(self, m: Element, r: Fraction) -> Element:
        """exp(r m)."""
        part = self.term(self.field.scale(m, Fraction(1, r.denominator)))
        base = self.v.value(Apply("exp", (part,)))
        return self.field.reduced(self.field.power(base, r.numerator))

    def log(self, c: Element) -> Element:
        """log(c) for positive c; a product of positive quantities is split."""
        if as_rational(c) == 1:
            return self.field.zero
        total = self.field.zero
        rest = Fraction(1)
        for p, k in ((c[0], 1), (c[1], -1)):
            if len(p) != 1:
                return self.v.value(Apply("log", (self.term(c),)))
            rest *= Fraction(int(p.leading_coefficient())) ** k
            for j, degree in enumerate(p.degrees()):
                if degree:
                    if self.field.generators[j].sign != "+":
                        return self.v.value(Apply("log", (self.term(c),)))
                    log = self._log_of_generator(j)
                    total = self.field.add(total, self.field.scale(log, Fraction(int(degree) * k)))
        if rest != 1:
            total = self.field.add(total, self.v.value(Apply("log", (Number(rest),))))
        return self.field.reduced(total)

    def _log_of_generator(self, j: int) -> Element:
        term = self.field.generators[j].term
        if isinstance(term, Apply) and term.function == "exp":
            inner = self.v.value(term.arguments[0])
            if self.v.signs.real(inner):
                return inner
        return self.v.value(Apply("log", (term,)))

    # ---- functions -----------------------------------------------------------------------------------
    def value(self, term: Term, name: str, c: Element) -> Element:
        """The value of a term in which the symbol `name` is c; known values of functions are put in."""
        at = substitute(term, {name: self.term(c)})
        return self.v.value(self._simplified(at)) if isinstance(at, Apply) else self.closed(at)

    def _simplified(self, term: Term) -> Term:
        """f(c) by the table of values, where c is one of the arguments listed there."""
        if isinstance(term, Apply) and len(term.arguments) == 1 and term.function in FUNCTIONS:
            argument = self.v.value(term.arguments[0])
            for known, result in FUNCTIONS[term.function].values:
                if self.field.equal(self.v.value(formula(known)), argument):
                    return formula(result)
        return term

    def require_smooth(self, function: str, c: Element) -> None:
        """The function is defined and smooth at c, which is real.

        Raises:
            CertificateError: it may not be.
        """
        if not (self.v.signs.real(c) or self._is_real_number(c)):
            raise CertificateError("the argument of a function may be complex")
        z = Symbol("z@")
        for requirement in requirements((), (Apply(function, (z,)),)):
            at = self.v.value(substitute(requirement.term, {z.name: self.term(c)}))
            if not self._meets(requirement, at):
                raise CertificateError(f"{function} may not be smooth at the point")

    def _meets(self, requirement: Requirement, value: Element) -> bool:
        if requirement.relation == "!= 0":
            return self.scale.nonzero(value)
        if value[0].is_zero():
            return False
        return self.scale.sign(value) > 0  # also where zero would do: a neighbourhood is needed

    def _is_real_number(self, c: Element) -> bool:
        return as_rational(c) is not None


def _has_imaginary_unit(term: Term) -> bool:
    return any(t is I for t in subterms(term))


__all__ = ["Coefficients"]
