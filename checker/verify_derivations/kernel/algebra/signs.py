"""Signs of elements at every point of the domain, proved from the signs of the generators and known facts."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from verify_derivations.kernel.algebra.bounds import Bounds
from verify_derivations.kernel.algebra.field import Element, Field, Polynomial, monomials
from verify_derivations.kernel.algebra.numbers import is_nonzero_number, sign_of_number
from verify_derivations.kernel.algebra.positive import Positive

FLIP = {"+": "-", "-": "+", "0+": "0-", "0-": "0+", "r": "r", "c": "c"}
STRICT = ("+", "-")

MOST_ROOTS = 8
"""So many roots are opened one within another to see the sign of a polynomial."""


def times(a: str, b: str) -> str:
    """The sign of a product."""
    if "c" in (a, b):
        return "c"
    if "r" in (a, b):
        return "r"
    positive = (a[-1] == "+") == (b[-1] == "+")
    weak = len(a) > 1 or len(b) > 1
    return ("0" if weak else "") + ("+" if positive else "-")


class Signs:
    """What is known about signs in a field: of its generators, and facts about polynomials."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.facts: dict[str, str] = {}
        self.bounds = Bounds(field)
        self.nonzero_facts: set[str] = set()
        self.positive_known = Positive(field)
        self.found: dict[str, str] = {}
        self.roots_opened = 0
        self._on_the_way = 0
        """How many signs are being told: until then, what is found on the way may not be all that can be."""
        self._roots_asked = set[int]()
        """The roots of which it is being told whether what they are of is zero somewhere."""
        self._seen: dict[int, tuple[Polynomial, str]] = {}
        """The same by identity, which is sooner told than how a polynomial is written; each is held, so that
        no other one takes its place."""

    # ---- learning --------------------------------------------------------------------------------
    def learn(self, a: Element, relation: str) -> None:
        """a > 0, a >= 0 or a != 0 holds at every point of which the statement speaks."""
        self._learn(a, relation)
        self.found.clear()  # with what is known now, more may be seen
        self._seen.clear()

    def _learn(self, a: Element, relation: str) -> None:
        if relation == "!= 0":
            for p, _ in self._factors(a[0]):
                self.nonzero_facts.add(str(self._monic(p)[0]))
            return
        strict = relation == "> 0"
        unknown, real = [], True
        for p, e in self._factors(a[0]) + self._factors(a[1]):
            if strict:
                self.nonzero_facts.add(str(self._monic(p)[0]))
            known = self.of(p)
            real = real and known != "c"
            if known == "r" and e % 2:
                unknown.append(p)
        if not real:
            self.positive_known.learn(a)
            return  # even the square of a factor that may be complex can be negative: i**2 * x > 0
        if len(unknown) == 1:
            self._learn_polynomial(unknown[0], a, strict)
        elif unknown:
            self._learn_product(unknown, a, strict)

    def _learn_product(self, unknown: list[Polynomial], a: Element, strict: bool) -> None:
        """All factors of known sign are positive together, so the product of the others is too."""
        rest, product = "+", self.field.one[0]
        for factor, exponent in self._signed_factors(a):
            if exponent % 2 and any(factor == p for p in unknown):
                product = product * factor
                continue
            own = self.of(factor)
            if not strict and own not in STRICT:
                return
            rest = times(rest, own[-1] if exponent % 2 else "+")
        if rest in STRICT:
            monic, flipped = self._monic(product)
            sign = ("" if strict else "0") + rest
            self._note(monic, FLIP[sign] if flipped else sign)

    def _learn_polynomial(self, p: Polynomial, a: Element, strict: bool) -> None:
        """All other factors of a have a known sign, so p's follows."""
        rest = "+"
        for factor, exponent in self._signed_factors(a):
            if factor == p or factor == -p:
                rest = FLIP[rest] if factor == -p and exponent % 2 else rest
                continue
            own = self.of(factor)
            if not strict and own not in STRICT:
                return  # where this factor is zero, a >= 0 says nothing about p
            rest = times(rest, own[-1] if exponent % 2 else "+")
        if rest not in STRICT:
            return
        sign = ("" if strict else "0") + rest
        j = self.bare(p)
        if j is not None and self.field.generators[j].sign == "r":
            self.field.generators[j].sign = sign
        p, flipped = self._monic(p)
        self._note(p, FLIP[sign] if flipped else sign)

    def _note(self, monic: Polynomial, sign: str) -> None:
        self.facts[str(monic)] = sign
        self.bounds.learn(monic, sign)

    def _signed_factors(self, a: Element) -> list[tuple[Polynomial, int]]:
        out: list[tuple[Polynomial, int]] = []
        for part in a:
            if part.is_one():
                continue
            content, factors = self.field.factors(part)
            out.extend(factors)
            if content < 0:
                out.append((self.field.constant(-1), 1))
        return out

    # ---- asking ----------------------------------------------------------------------------------
    def of_element(self, a: Element) -> str:
        """The sign of an element."""
        sign = self._of_quotient(a)
        if sign == "c" and self.positive_known.known:
            return self.positive_known.sign(a, self._of_quotient, self.nonzero)
        return sign

    def _of_quotient(self, a: Element) -> str:
        """The same, by the signs of its factors."""
        if a[0].is_zero():
            return "0+"
        direct = self.of(a[0]) if a[1].is_one() else times(self.of(a[0]), self.of(a[1]))
        if direct in ("+", "-", "c"):
            return direct
        sign, unknown = "+", self.field.one[0]
        for p, e in self._signed_factors(a):
            own = self.of(p)
            if e % 2 == 0 and own != "c":
                own = "+" if own in STRICT or self._is_nonzero(p) else "0+"
            elif own in ("0+", "0-") and self._is_nonzero(p):
                own = own[-1]
            if own == "r":
                unknown = unknown * p
            else:
                sign = times(sign, own)
        found = sign if unknown.is_one() else times(sign, self._fact(unknown))
        return found if found != "r" else direct

    def _fact(self, p: Polynomial) -> str:
        """What was learned about exactly this polynomial."""
        monic, flipped = self._monic(p)
        fact = self.facts.get(str(monic), "r")
        return FLIP[fact] if flipped else fact

    def positive(self, a: Element) -> bool:
        return self.of_element(a) == "+"

    def nonnegative(self, a: Element) -> bool:
        return self.of_element(a) in ("+", "0+")

    def real(self, a: Element) -> bool:
        return self._real(a[0]) and self._real(a[1])

    def _real(self, p: Polynomial) -> bool:
        if not self.field.complex or p.is_zero():
            return True
        degrees = p.degrees()
        return all(degrees[j] == 0 for j in self.field.complex)

    def nonzero(self, a: Element) -> bool:
        """The element is zero at no point of which the statement speaks."""
        if a[0].is_zero():
            return False
        return self._of_quotient(a) in STRICT or all(self._is_nonzero(p) for p, _ in self._factors(a[0]))

    def _is_nonzero(self, p: Polynomial) -> bool:
        j = self.bare(p)
        if j is not None and (self.field.generators[j].nonzero or self._is_root_of_nonzero(j)):
            return True
        if self.of(p) in STRICT or str(self._monic(p)[0]) in self.nonzero_facts:
            return True
        return is_nonzero_number(self.field, p)

    def _is_root_of_nonzero(self, j: int) -> bool:
        """A power of the generator is something else that is zero nowhere.

        Hypotheses may relate two generators to each other in turn, and that tells nothing of either.
        """
        relation = self.field.generators[j].relation
        if relation is None or relation[1].degrees()[j] or j in self._roots_asked:
            return False
        self._roots_asked.add(j)
        try:
            return self.nonzero((relation[1], self.field.one[1]))
        finally:
            self._roots_asked.discard(j)

    def of(self, p: Polynomial) -> str:
        """The sign of a polynomial in the generators."""
        if p.is_one():
            return "+"
        seen = self._seen.get(id(p))
        if seen is not None:
            return seen[1]
        name = str(p)
        found = self.found.get(name)
        if found is None:
            self.found[name] = "r"  # asked again on the way to its own sign, it is not known
            self._on_the_way += 1
            try:
                found = self.found[name] = self._of(p, name)
            finally:
                self._on_the_way -= 1
        if not self._on_the_way:
            self._seen[id(p)] = p, found
        return found

    def _of(self, p: Polynomial, name: str) -> str:
        j = self.field.named.get(name)
        sign = self.field.generators[j].sign if j is not None else self._by_coefficients(p, False)
        if sign != "r":
            return sign
        fact = self._fact(p)
        fact = fact if fact != "r" else self.bounds.sign(p)
        if fact != "r":
            return fact
        images = self._with_images(p)
        if images is not p:
            sign = self._by_coefficients(images, True)
            sign = sign if sign != "r" else self._by_numbers(images)
        sign = sign if sign != "r" else self._by_discriminant(p)
        sign = sign if sign != "r" else sign_of_number(self.field, p)
        return sign if sign != "r" else self._by_root(p)

    def _by_coefficients(self, p: Polynomial, images: bool) -> str:
        """All terms have one sign, so the sum has."""
        total: str | None = None
        for exponents, coefficient in monomials(p):
            sign = "+" if coefficient > 0 else "-"
            for j, k in enumerate(exponents):
                if k:
                    sign = times(sign, self._power_sign(j, int(k), images))
            if sign == "c":
                return "c"
            total = sign if total is None else _sum_sign(total, sign)
        return total or "0+"

    def _by_numbers(self, p: Polynomial) -> str:
        """The same, where terms differ by numbers like pi only: what they have in common has a sign."""
        generators = self.field.generators
        used = [j for j, k in enumerate(p.degrees()) if k]
        named = {j for j in used if generators[j].term.names or generators[j].term.loose}
        if len(named) in (0, len(used)):
            return "r"
        numbers: dict[tuple[int, ...], dict[Any, Any]] = {}
        for exponents, coefficient in p.to_dict().items():
            common = tuple(int(k) if j in named else 0 for j, k in enumerate(exponents))
            rest = tuple(0 if j in named else k for j, k in enumerate(exponents))
            numbers.setdefault(common, {})[rest] = coefficient
        total: str | None = None
        for common, terms in numbers.items():
            number = self.field.context.from_dict(terms)
            sign = self._by_coefficients(number, False)
            sign = sign if sign in STRICT else sign_of_number(self.field, number)
            for j, k in enumerate(common):
                if k:
                    sign = times(sign, self._power_sign(j, k, True))
            total = sign if total is None else _sum_sign(total, sign)
        return total or "r"

    def _power_sign(self, j: int, k: int, images: bool) -> str:
        generator = self.field.generators[j]
        sign = generator.image[2] if images and generator.image else generator.sign
        if sign == "c":
            return "c"
        if k % 2 == 0:
            return "+" if sign in STRICT else "0+"
        return sign

    def _with_images(self, p: Polynomial) -> Polynomial:
        """p times a positive quantity, bounded generators replaced by their positive parameters."""
        for j, k in enumerate(p.degrees()):
            image = self.field.generators[j].image if k else None
            if image is None:
                continue
            top, bottom, _ = image
            parts: dict[int, dict[Any, Any]] = {}
            for exponents, coefficient in p.to_dict().items():
                e = int(exponents[j])
                parts.setdefault(e, {})[(*exponents[:j], 0, *exponents[j + 1 :])] = coefficient
            p = self.field.zero[0]
            for e, terms in parts.items():
                p = p + self.field.context.from_dict(terms) * top**e * bottom ** (int(k) - e)
        return p

    def _by_discriminant(self, p: Polynomial, depth: int = 0) -> str:
        """A x**2 + B x + C with A > 0 and 4AC - B**2 >= 0 is nonnegative, with > positive."""
        for j, k in enumerate(p.degrees()):
            if k != 2 or depth > 2 or self.field.generators[j].sign == "c":
                continue
            parts: list[dict[Any, Any]] = [{}, {}, {}]
            for exponents, coefficient in p.to_dict().items():
                parts[exponents[j]][(*exponents[:j], 0, *exponents[j + 1 :])] = coefficient
            c, b, a = (self.field.context.from_dict(part) for part in parts)
            leading = self._by_coefficients(a, False)
            if leading not in STRICT:
                continue
            room = 4 * a * c - b * b
            if room.is_zero():
                return "0" + leading
            sign = self._by_coefficients(room, False)
            if sign == "r":
                sign = self._by_discriminant(room, depth + 1)
            if sign in ("+", "0+"):
                return sign[:-1] + leading
        return "r"

    def _by_root(self, p: Polynomial) -> str:
        """A r + B for a square root r has the sign of A where A**2 r**2 - B**2 >= 0, as then |B| <= |A| r."""
        for j, k in enumerate(p.degrees()):
            generator = self.field.generators[j] if k == 1 else None
            if generator is None or generator.relation is None or generator.sign not in ("+", "0+"):
                continue
            power, n, d = generator.relation
            if n.degrees()[j] or d.degrees()[j] or self.roots_opened >= MOST_ROOTS:
                continue
            parts: tuple[dict[Any, Any], ...] = ({}, {})
            for exponents, coefficient in p.to_dict().items():
                parts[exponents[j]][(*exponents[:j], 0, *exponents[j + 1 :])] = coefficient
            b, a = (self.field.context.from_dict(part) for part in parts)
            leading = self._by_coefficients(a, False)
            if power != 2 or leading not in STRICT or not self._real(b):
                continue
            self.roots_opened += 1
            try:
                room = self.of_element(self.field.reduced(self.field.lowest(a * a * n - b * b * d, d)))
            finally:
                self.roots_opened -= 1
            if room in ("+", "0+"):
                return room[:-1] + leading
        return "r"

    # ---- within ----------------------------------------------------------------------------------
    def factors_of(self, a: Element) -> list[tuple[Polynomial, int]]:
        """The irreducible factors of an element with their exponents, negative ones below the line."""
        return self._factors(a[0]) + [(p, -e) for p, e in self._factors(a[1])]

    def content(self, a: Element) -> Fraction:
        """The rational factor of an element that `factors_of` leaves out."""
        top, bottom = (self.field.factors(part)[0] for part in a)
        return Fraction(int(top), int(bottom))

    def _factors(self, p: Polynomial) -> list[tuple[Polynomial, int]]:
        return self.field.factors(p)[1] if not p.is_constant() else []

    def _monic(self, p: Polynomial) -> tuple[Polynomial, bool]:
        """The primitive polynomial with positive leading coefficient, and whether the sign changed."""
        if p.is_zero():
            return p, False
        content = p.content()
        p = p if content == 1 else p // self.field.constant(content)
        return (-p, True) if p.leading_coefficient() < 0 else (p, False)

    def bare(self, p: Polynomial) -> int | None:
        """j if p is exactly generator j."""
        if len(p) == 1 and p.total_degree() == 1 and p.leading_coefficient() == 1:
            return self.field.named[str(p)]
        return None


def _sum_sign(a: str, b: str) -> str:
    """The sign of a sum of two quantities of known sign."""
    if "c" in (a, b):
        return "c"
    if "r" in (a, b) or a[-1] != b[-1]:
        return "r"
    return a if len(a) == 1 else b
