"""`verify` and `verify_many`: claims from Python, in the plain notation or as SymPy expressions.

The work is done in worker processes, as on the command line, so that no claim can take more time or memory
than it may; no `if __name__ == "__main__"` is needed around a call.
"""

from __future__ import annotations

import atexit
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from verify_derivations.errors import TermError
from verify_derivations.model import Status, Verdict
from verify_derivations.pool import Done, Pool

SECONDS = 10.0
BULK_SECONDS = 2.0

_pool: Pool | None = None


def verify(
    lhs: Any,
    rhs: Any,
    *,
    symbols: Mapping[str, Any] | None = None,
    given: Sequence[Any] | str = (),
    let: Mapping[Any, Any] | Sequence[tuple[Any, Any]] = (),
    functions: Sequence[str] = (),
    relation: str = "=",
    indices: Mapping[str, str | int] | None = None,
    sizes: str = "",
    syntax: str = "plain",
    seconds: float = SECONDS,
) -> Verdict:
    r"""The verdict of one claim.

    Args:
        lhs: the left side, as text in the plain notation or as a SymPy expression.
        rhs: the right side.
        symbols: the domain of each symbol, such as {"x": "positive"}, or the shape of an array, such as
            {"A": {"shape": ["m", "n"]}}; what is not named is a real number, or what the assumptions of its
            SymPy symbol say.
        given: what holds: comparisons such as "0 < x", pairs (left, right) that are equal, triples (left,
            relation, right), SymPy relations.
        let: definitions, as {"a": "sigmoid(z)"} or as pairs.
        functions: the names of functions of which nothing is known; f1 and f2 are the derivatives of f.
        relation: what is between the sides.
        indices: what each index of arrays runs up to, from 1, such as {"i": "m"}.
        sizes: a comparison of sizes, such as "n >= m".
        syntax: "plain", or "latex": then all texts are LaTeX, and what is open in them has to be declared.
        seconds: the time that it may take.

    >>> from verify_derivations import verify
    >>> verdict = verify("sqrt(x**2)", "x")
    >>> print(verdict.status, "at", verdict.witness)
    refuted at x = -2
    >>> print(verify("sqrt(x**2)", "x", symbols={"x": "positive"}).status)
    proved
    >>> print(verify(r"\frac{d}{dx} e^{x}", "e^{x}", syntax="latex").status)
    proved
    """
    pairs = let.items() if isinstance(let, Mapping) else let
    try:
        sides = {"lhs": _side(lhs), "rhs": _side(rhs)}
        record = {
            **sides,
            "relation": relation,
            "symbols": {**_assumed(lhs, rhs), **(symbols or {})},
            "given": [_given(item) for item in ((given,) if isinstance(given, str) else given)],
            "let": [[_side(head), _side(body)] for head, body in pairs],
            "functions": list(functions),
            "indices": dict(indices or {}),
            "sizes": sizes,
            "syntax": syntax,
        }
    except TermError as error:
        return Verdict(Status.NOT_UNDERSTOOD, reason=error.message)
    return _verdict(record, seconds)


def verify_many(
    records: Iterable[Mapping[str, Any]], *, jobs: int = 1, seconds: float = BULK_SECONDS
) -> Iterator[dict[str, Any]]:
    """An answer for each claim record, in order, while the records are still coming.

    Args:
        records: dictionaries with the fields of a claim record (id, lhs, rhs, symbols, let, given ...).
        jobs: how many worker processes there may be; the answers do not depend on it.
        seconds: the time that a claim may take.

    >>> from verify_derivations import verify_many
    >>> records = [{"id": "a", "lhs": "2*x", "rhs": "x + x"}, {"id": "b", "lhs": "2*x", "rhs": "x**2"}]
    >>> [(answer["id"], answer["status"]) for answer in verify_many(records)]
    [('a', 'proved'), ('b', 'refuted')]
    """
    from verify_derivations.bulk import failed

    ids: deque[Any] = deque()

    def given() -> Iterator[dict[str, Any]]:
        for record in records:
            ids.append(record.get("id") if isinstance(record, Mapping) else None)
            yield dict(record) if isinstance(record, Mapping) else record

    with Pool("verify_derivations.answers:answer_record", jobs=jobs, seconds=seconds) as pool:
        for outcome in pool.map(given()):
            id = ids.popleft()
            yield outcome.value if isinstance(outcome, Done) else failed(id, outcome.reason, seconds)


def _verdict(record: dict[str, Any], seconds: float) -> Verdict:
    """In the one worker that is kept for single claims, as long as this process lives."""
    global _pool
    if _pool is None or _pool.owner != os.getpid():  # a fork of the process that has it must not use it
        _pool = Pool("verify_derivations.answers:verdict_of_record", seconds=seconds)
        atexit.register(_pool.close)
    _pool.seconds = seconds
    (outcome,) = _pool.map([record])
    if not isinstance(outcome, Done):
        return Verdict(Status.UNDECIDED, reason=outcome.reason)
    verdict: Verdict = outcome.value
    return verdict


# ---- from SymPy ----------------------------------------------------------------------------------
def _side(expression: Any) -> Any:
    """Text stays text: it is read in the worker. Everything else becomes a term."""
    if isinstance(expression, str):
        return expression
    from verify_derivations.term.sympy.from_sympy import term_from_sympy

    return term_from_sympy(expression)


def _assumed(*expressions: Any) -> dict[str, Any]:
    """The domains that SymPy's symbols bring with them."""
    found: dict[str, Any] = {}
    for expression in expressions:
        if hasattr(expression, "free_symbols"):
            from verify_derivations.term.sympy.from_sympy import declared_domains

            found.update(declared_domains(expression))
    return found


def _given(item: Any) -> Any:
    if isinstance(item, str):
        return item
    if isinstance(item, list | tuple):
        middle = [item[1]] if len(item) == 3 else []
        return [_side(item[0]), *middle, _side(item[-1])]
    sign = getattr(item, "rel_op", None)
    if sign is None:
        raise TermError(f"given: {item!r} is no comparison")
    return [_side(item.lhs), sign, _side(item.rhs)]


__all__ = ["verify", "verify_many"]
