"""The table of sums over binomial coefficients, times a polynomial in the index.

Of a row, `terms` is the term with the index `j` from 0 to `m`, and `moment` the sum of all of them, each
times j(j - 1)...(j - i + 1); there `falling` stands for m(m - 1)...(m - i + 1), `power` for z**i, `left` for
m - i. tests/kernel/test_finite_sums.py holds every row against sums that are written out.
"""

from __future__ import annotations

from verify_derivations.dataclass import dataclass


@dataclass(frozen=True)
class BinomialRow:
    """A row.

    Args:
        terms: the terms, a formula in j, the size m and a parameter z.
        moment: the sums, a formula in `falling`, `power`, `left`, m and z.
        spare: the size exceeds the degree of the polynomial by so many at least, for the row to hold.
        whole: the parameter is a whole number and not less than the size.
        highest: the highest degree for which the row has the moments.
    """

    terms: str
    moment: str
    spare: int | None = None
    whole: bool = False
    highest: int = 8


BINOMIAL_SUMS: dict[str, BinomialRow] = {
    "binomial theorem": BinomialRow("binomial(m, j)*z**j", "falling*power*(1 + z)**left"),
    "alternating": BinomialRow("binomial(m, j)*(-1)**j", "0", spare=1),
    "Vandermonde": BinomialRow("binomial(m, j)*binomial(z, j)", "binomial(m + z, m)", whole=True, highest=0),
}
"""By the name that a certificate gives. B. Pascal 1654 (binomial theorem); A. T. Vandermonde 1772."""


__all__ = ["BINOMIAL_SUMS", "BinomialRow"]
