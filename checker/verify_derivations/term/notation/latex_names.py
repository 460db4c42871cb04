"""Names of symbols and arrays as LaTeX: Greek letters, accents, subscripts, layers."""

from __future__ import annotations

import re

GREEK = frozenset(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi "
    "chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split()
)
ACCENTS = {"hat": r"\hat", "bar": r"\bar", "tilde": r"\tilde", "dot": r"\dot", "vec": r"\vec"}


def name_latex(name: str) -> str:
    r"""A symbol's name as LaTeX: Greek letters, accents, and a subscript from `_` or trailing digits.

    >>> [name_latex(n) for n in ("theta2_12", "yhat", "z", "rate")]
    ['\\theta^{2}_{12}', '\\hat{y}', 'z', '\\mathrm{rate}']
    """
    if "\\" in name or "^" in name or "{" in name:
        return name
    name, primes = name.rstrip("'"), "'" * (len(name) - len(name.rstrip("'")))
    stem, _, sub = name.partition("_")
    match = re.fullmatch(r"([A-Za-z]+)(\d+)", stem)
    sup = ""
    if match and match[1]:
        stem, digits = match[1], match[2]
        sup, sub = (digits, sub) if sub else ("", digits)
    out = _stem(stem) + primes
    return out + (f"^{{{sup}}}" if sup else "") + (f"_{{{_subscript(sub)}}}" if sub else "")


def _stem(stem: str) -> str:
    if stem in GREEK:
        return "\\" + stem
    for word, command in ACCENTS.items():
        if stem.endswith(word) and (len(stem) == len(word) + 1 or stem[: -len(word)] in GREEK):
            return f"{command}{{{_stem(stem[: -len(word)])}}}"
    return stem if len(stem) == 1 or not stem.isascii() else rf"\mathrm{{{stem}}}"


def _subscript(sub: str) -> str:
    return sub if len(sub) <= 1 or sub.isdigit() else _stem(sub) if sub in GREEK else rf"\mathrm{{{sub}}}"


def array_latex(name: str) -> str:
    """The name of an array as LaTeX; digits at its end stand above, as those of a layer do."""
    name, _, own = without_subscript(name)
    return f"{name}_{{{own}}}" if own else name


def without_subscript(name: str) -> tuple[str, bool, str]:
    """The name of an array with its digits above, whether it has any there, and a subscript of its own.

    theta2 with the indices i and j is printed with the 2 above, as in documents that number layers so.
    """
    numbered = re.fullmatch(r"([A-Za-z]+)(\d+)", name)
    if numbered:
        return f"{_stem(numbered[1])}^{{{numbered[2]}}}", True, ""
    whole = name_latex(name)
    match = re.fullmatch(r"(.*)_\{(.*)\}", whole)
    return (match[1], "^" in match[1], match[2]) if match else (whole, "^" in whole, "")


__all__ = ["GREEK", "array_latex", "name_latex", "without_subscript"]
