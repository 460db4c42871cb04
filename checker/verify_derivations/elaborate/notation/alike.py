"""Whether two pieces of notation are the same, wherever they stand."""

from __future__ import annotations


def alike(one: object, other: object) -> bool:
    """The same notation, but for where it begins and ends.

    >>> from verify_derivations.parse import parse
    >>> alike(parse("x + 1").root, parse("  x+1").root), alike(parse("x + 1").root, parse("1 + x").root)
    (True, False)
    """
    if isinstance(one, tuple) and isinstance(other, tuple) and type(one) is type(other):
        places = [k for k, field in enumerate(getattr(one, "_fields", ())) if field in ("start", "end")]
        return len(one) == len(other) and all(
            k in places or alike(a, b) for k, (a, b) in enumerate(zip(one, other, strict=True))
        )
    return one == other


__all__ = ["alike"]
