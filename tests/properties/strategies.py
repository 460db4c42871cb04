"""What the properties are tried on: terms made by Hypothesis, so that it can shrink them."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from verify_derivations.term.syntax.nodes import MINUS_ONE, PI, Add, Apply, Mul, Number, Pow, Symbol, Term

NAMES = ("x", "y")
FUNCTIONS = "exp log sin cos tan sinh cosh tanh Abs asin atan sigmoid softplus".split()
SMOOTH = "exp sin cos sinh cosh tanh atan sigmoid softplus".split()

numbers = st.builds(lambda n, d: Number(Fraction(n, d)), st.integers(-4, 4), st.sampled_from([1, 1, 1, 2, 3]))
symbols = st.sampled_from([Symbol(name) for name in NAMES])


def terms(functions: list[str], exponents: list[str], leaves: int = 8) -> st.SearchStrategy[Term]:
    """Expressions in x and y with these functions and exponents."""

    def wider(inner: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
        return st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(Add),
            st.lists(inner, min_size=2, max_size=3).map(Mul),
            st.builds(lambda a, b: Mul((a, Pow(b, MINUS_ONE))), inner, inner),
            st.builds(lambda a, k: Pow(a, Number(Fraction(k))), inner, st.sampled_from(exponents)),
            st.builds(lambda name, a: Apply(name, (a,)), st.sampled_from(functions), inner),
        )

    return st.recursive(st.one_of(symbols, numbers, st.just(PI)), wider, max_leaves=leaves)


any_terms = terms(FUNCTIONS, ["2", "3", "-1", "-2", "1/2", "1/3", "-1/2", "0"])
smooth_terms = terms(SMOOTH, ["2", "3"], leaves=6)
polynomials = terms(["exp"], ["2", "3"], leaves=6)
points = st.fixed_dictionaries(
    {name: st.fractions(Fraction(-3), Fraction(3), max_denominator=12) for name in NAMES}
)
