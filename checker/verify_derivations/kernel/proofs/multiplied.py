"""An equation between arrays may be multiplied by an invertible matrix: M x = M y only where x = y."""

from __future__ import annotations

from dataclasses import replace

from verify_derivations.certificate import Multiplied
from verify_derivations.errors import CertificateError
from verify_derivations.kernel.claims.defined import defined_parts
from verify_derivations.kernel.claims.statement import Statement
from verify_derivations.term.arrays.families import matrix_at, sizes_of
from verify_derivations.term.syntax.bind import bind
from verify_derivations.term.syntax.build import mul
from verify_derivations.term.syntax.nodes import ONE, InverseEntry, Sum, Symbol, Term
from verify_derivations.term.syntax.substitute import substitute
from verify_derivations.term.syntax.traverse import free_symbols


def multiplied(s: Statement, argument: Multiplied) -> Statement:
    """The statement multiplied by the matrix, from the left or the right, along one of its indices.

    Raises:
        CertificateError: the statement does not say that the matrix is invertible, it does not fit, or where
            the statement is defined depends on the index.
    """
    matrix, name = argument.matrix, argument.index
    if matrix not in inverted(s):
        raise CertificateError("the statement does not invert this matrix")
    if name not in s.indices or sizes_of(matrix) != (s.indices[name],):
        raise CertificateError("the matrix does not fit the index")
    bounds = [bound for r in s.required for over in r.ranges for bound in (over.lower, over.upper)]
    if name in free_symbols(matrix, *(r.term for r in s.required), *bounds):
        raise CertificateError("the matrix, or where the statement is defined, depends on the index")
    if name in free_symbols(*s.hypotheses):
        raise CertificateError("a hypothesis is about this value of the index only")
    lhs, rhs = (_product(s, argument, side) for side in (s.lhs, s.rhs))
    return replace(s, lhs=lhs, rhs=rhs)


def _product(s: Statement, argument: Multiplied, side: Term) -> Term:
    here, k = Symbol(argument.index), Symbol(f"{argument.index}@")
    moved = substitute(side, {argument.index: k})
    entry = (
        matrix_at(argument.matrix, (here,), (k,))
        if argument.left
        else matrix_at(argument.matrix, (k,), (here,))
    )
    factors = mul(entry, moved) if argument.left else mul(moved, entry)
    return Sum("k", ONE, s.indices[argument.index], bind(factors, k.name))


def inverted(s: Statement) -> list[Term]:
    """The plain matrices that the statement inverts, whatever the values of its bound indices."""
    found = []
    for term in defined_parts(s.domains, s.lhs, s.rhs):
        if isinstance(term, InverseEntry) and len(term.row) == 1 and not term.matrix.loose:
            found.append(term.matrix)
    return list(dict.fromkeys(found))


__all__ = ["inverted", "multiplied"]
