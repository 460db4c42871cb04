"""Fields are made for a number of quantities; work is repeated with more room until it fits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from verify_derivations.errors import CertificateError
from verify_derivations.kernel.algebra.field import Capacity

FIRST_CAPACITY, LAST_CAPACITY = 8, 1024

Result = TypeVar("Result")


def in_large_enough_field(work: Callable[[int], Result], first: int = 0) -> Result:
    """`work(capacity)` with a capacity that suffices, tried from small (at least `first`) to large.

    Raises:
        CertificateError: none does.
    """
    capacity = FIRST_CAPACITY
    while capacity < min(first, LAST_CAPACITY):
        capacity *= 2
    while True:
        try:
            return work(capacity)
        except Capacity:
            if capacity >= LAST_CAPACITY:
                raise CertificateError("the statement has too many independent quantities") from None
            capacity *= 2
