"""How a derivation is written down in Python: SymPy expressions, kept as printed, inside a `with` block.

Inside `with derivation(...)` SymPy does not evaluate, so `1 + exp(-x) - 1` stays what it is.
"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, ExitStack
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any

from sympy.core.parameters import evaluate

from verify_derivations.assertions import Assertions
from verify_derivations.authoring_context import InForce
from verify_derivations.authoring_slips import variants_of
from verify_derivations.errors import AuthoringError, Diagnostic, TermError, VerifyDerivationsError
from verify_derivations.given import (
    both_sides,
    check_words,
    sides_of,
)
from verify_derivations.model import (
    Claim,
    Derivation,
    Kind,
    Source,
    Status,
    Step,
)
from verify_derivations.solving import Solving
from verify_derivations.span import Span
from verify_derivations.term.arrays.array import Array, ShapeError, scalar
from verify_derivations.term.sympy.printed_calls import calls_as_printed
from verify_derivations.term.sympy.printed_latex import made_of_arrays, printed_latex, printed_relation
from verify_derivations.term.sympy.printed_matrices import LAYOUTS, as_printed
from verify_derivations.term.syntax.decimals import read_decimal
from verify_derivations.term.syntax.nodes import Decimal
from verify_derivations.term.syntax.relations import composed, relation_sign


@dataclass
class Collection:
    """What a claim file yields while it runs: its derivations and what went wrong in them."""

    path: str
    derivations: list[Derivation] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


COLLECTING: ContextVar[Collection | None] = ContextVar("COLLECTING", default=None)
"""The collection of the file that is being read; None when a claim file is run by hand."""


def derivation(
    id: str,
    title: str,
    source: Source | None = None,
    *,
    line: int | None = None,
    note: str = "",
    layout: str = "denominator",
) -> DerivationBuilder:
    r"""Start a derivation; its statements are given inside the `with` block.

    Args:
        id: a stable name, unique within a run; it stands in reports and URLs.
        title: one line that says what is derived.
        source: the document that is transcribed, if any.
        line: the line of the document where the derivation starts.
        note: a remark for the report.
        layout: of derivatives by vectors and matrices: "denominator" (a gradient has the shape of what is
            differentiated by) or "numerator" (it is transposed).

    >>> from sympy import Symbol, exp
    >>> from verify_derivations import D, derivation
    >>> z = Symbol("z", real=True)
    >>> with derivation("sigmoid", "The derivative of the sigmoid") as d:
    ...     d.begin(D(1 / (1 + exp(-z)), z), tex=r"\sigma'(z)")
    ...     d.equals(exp(-z) / (1 + exp(-z)) ** 2, because="quotient rule")
    >>> [step.id for step in d.result().steps]
    ['sigmoid.1']
    """
    if layout not in LAYOUTS:
        raise AuthoringError(f"{layout!r} is no layout", help="one of: " + ", ".join(LAYOUTS))
    return DerivationBuilder(id, title, source, line, note, _caller(1), layout)


class DerivationBuilder(InForce, Assertions, Solving, AbstractContextManager["DerivationBuilder"]):
    """The statements of one derivation, in reading order. Made by `derivation`."""

    def __init__(
        self,
        id: str,
        title: str,
        source: Source | None,
        line: int | None,
        note: str,
        span: Span,
        layout: str = "denominator",
    ) -> None:
        super().__init__(Derivation(id, title, span, source, line, note))
        self._line = line
        self._steps: list[Step] = []
        self._head: Array | None = None
        self._previous: Array | None = None
        self._chain: str | None = None
        self._chain_line: int | None = None
        self._head_as_given: Any = None
        self._head_tex = ""
        self._so_far: str | None = "="
        self._at_head = True
        self._layout = layout
        self._as_written = ExitStack()

    # ---- the block -----------------------------------------------------------------------------
    def __enter__(self) -> DerivationBuilder:
        self._as_written.enter_context(evaluate(False))
        self._as_written.enter_context(as_printed(self._layout))
        self._as_written.enter_context(calls_as_printed())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self._as_written.close()
        self._closed = True
        collection = COLLECTING.get()
        if collection is None:
            return False
        collection.derivations.append(self.result())
        if error is None and self._head is not None and self._at_head:
            message = f"the chain that begins in {self._shell.id} has no second expression"
            place = replace(self._shell.span, path=collection.path)
            collection.diagnostics.append(
                Diagnostic("VD205", message, place, "follow begin(...) with equals(...)")
            )
        if error is None or not isinstance(error, Exception):
            return False
        found = diagnose(error, trace, self._shell.span)
        ends = f"{found.message}; what follows in {self._shell.id} is not checked"
        collection.diagnostics.append(replace(found, message=ends))
        return True

    def result(self) -> Derivation:
        """The derivation as it stands, frozen."""
        return replace(self._shell, context=self._context(), steps=tuple(self._steps))

    def define(self, head: Any, body: Any, **told: Any) -> None:
        """`head := body`, in force from here on.

        The head is a symbol, a function of distinct symbols, an array, or an entry of one (`h[i]`).
        """
        definition = self._definition(head, body)
        claim = Claim(definition.head, ":=", definition.body, self._context())
        told["tex"] = told.get("tex") or printed_relation(head, ":=", body)
        self._add(Kind.DEFINITION, claim, relation=":=", **told)
        self._definitions.append(definition)

    # ---- statements ----------------------------------------------------------------------------
    def begin(
        self, expression: Any, *, tex: str = "", chain: str | None = None, line: int | None = None
    ) -> None:
        """The first expression of a chain; the steps follow with `equals`, by default on the same line."""
        self._open()
        if self._head is not None and self._at_head:
            raise AuthoringError("the chain before has no second expression", code="VD205")
        self._head = self._previous = self._side(expression)
        self._head_as_given = expression
        self._head_tex, self._at_head, self._chain, self._chain_line = tex, True, chain, line

    def equals(self, expression: Any, **told: Any) -> None:
        """The next expression of the chain. See `claim` for the keyword arguments."""
        self.then("=", expression, **told)

    def then(self, relation: str, expression: Any, **told: Any) -> None:
        """The next expression of a chain such as a = b <= c < d, with the sign before it.

        It is checked against the line before it, and against the first line by the relation that follows
        from all signs so far, if one does.
        """
        sign = relation_sign(relation)
        if self._head is None:
            raise AuthoringError("equals needs a chain: call begin first", code="VD205")
        told["tex"] = told.get("tex") or self._written(expression)
        told["corrected"] = both_sides(self._head, told.get("corrected"))
        try:
            this = self._right(sign, expression)
            self._arrays.sides(self._head, this)
        except TermError as error:
            self._not_understood(error, (self._head, sign, expression), in_chain=True, **told)
            self._previous, self._at_head = None, False
            return
        step = None if self._previous is None else self._statement(self._previous, sign, this)
        self._so_far = sign if self._at_head else composed(self._so_far, sign)
        head = step if self._so_far is None else self._statement(self._head, self._so_far, this)
        local = None if self._at_head or step is head else step
        if head is None:
            raise AuthoringError("nothing follows about this line: the line before it was not understood")
        self._add(Kind.CLAIM, head, local=local, in_chain=True, relation=sign, **told)
        self._previous, self._at_head = (None if isinstance(this.body, Decimal) else this), False

    def claim(self, lhs: Any, *rest: Any, **told: Any) -> None:
        r"""One statement by itself: `claim(lhs, rhs)`, `claim(lhs, "<=", rhs)` or `claim(Eq(lhs, rhs))`.

        Printed digits are text: `claim(lhs, "≈", "0.0041")` says that the left side, rounded, is printed so;
        "0.0040..." that its digits begin so.

        Keyword arguments, for `equals` and `claim` alike:
            ref: the statement's id in the source's inventory.
            tex: the LaTeX as printed.
            line: the line in the source document (default: that of the derivation).
            because: the justification that the source gives.
            note: a remark.
            expect: "refuted" where the source is known to be wrong; needs `wrong`.
            wrong: what is wrong with it.
            corrected: the right side as it should be, or a pair (lhs, rhs) where the left side was wrong;
                checked as a statement of its own.
            corrected_tex: its LaTeX.
        """
        left, sign, right = sides_of(lhs, rest)
        told["tex"] = told.get("tex") or printed_relation(left, sign, right)
        try:
            claim = self._statement(self._side(left), sign, self._right(sign, right))
        except TermError as error:
            told["corrected"] = both_sides(left, told.get("corrected"))
            self._not_understood(error, (left, sign, right), relation=sign, **told)
            return
        told["corrected"] = both_sides(left, told.get("corrected"))
        self._claim(claim, **told)

    def _written(self, expression: Any) -> str:
        """The next expression of a chain as its author wrote it, if there are arrays in it or in the head."""
        if not (made_of_arrays(self._head_as_given) or made_of_arrays(expression)):
            return ""
        if self._at_head and not self._head_tex:
            self._head_tex = printed_latex(self._head_as_given)
        return printed_latex(expression)

    def _claim(self, claim: Claim, **told: Any) -> None:
        """A claim that is ready, as a step."""
        indices = self._indices(claim.lhs, claim.rhs, over=dict(claim.context.indices))
        claim = replace(claim, context=replace(claim.context, indices=tuple(indices.items())))
        told["corrected"] = both_sides(claim.lhs, told.get("corrected"))
        self._add(Kind.CLAIM, claim, relation=claim.relation, **told)

    def _right(self, sign: str, right: Any) -> Array:
        """The right side: of an approximation, the digits as printed."""
        if sign != "≈":
            return self._side(right)
        if isinstance(right, str):
            return scalar(read_decimal(right))
        raise AuthoringError(
            f"{right!r} does not tell the digits that were printed", help='give them as text: "0.0040"'
        )

    def _not_understood(self, error: TermError, sides: tuple[Any, str, Any], **told: Any) -> None:
        """A statement with an expression that has no meaning here: it is marked, and the rest goes on."""
        if COLLECTING.get() is None and told.get("expect") is None:
            raise error
        status = Status.ILL_FORMED if isinstance(error, ShapeError) else Status.NOT_UNDERSTOOD
        reason = error.message + (f"; {error.help}" if error.help else "")
        if isinstance(error, ShapeError):
            left, sign, right = sides
            told["variants"] = variants_of(
                left,
                right,
                lambda a, b: self._statement(self._side(a), sign, self._side(b)),
                head="in_chain" not in told,
            )
        self._add(Kind.CLAIM, None, unreadable=(status, reason), expected=False, **told)

    def unreadable(
        self, reason: str, *, status: str = "not understood", intended: Any = None, **told: Any
    ) -> None:
        """A statement that is no claim as printed. `intended` is what it must mean: it is checked instead,
        as a statement of its own, and a chain goes on from it. A pair (lhs, rhs), or the next expression."""
        in_chain = intended is not None and not isinstance(intended, tuple)
        if in_chain and self._head is None:
            raise AuthoringError("an intended next expression needs a chain: call begin first", code="VD205")
        told["corrected"] = both_sides(self._head, intended)
        self._add(Kind.CLAIM, None, unreadable=(Status(status), reason), in_chain=in_chain, **told)
        if in_chain:
            self._previous, self._at_head = self._side(intended), False

    def state(self, kind: str, reason: str = "", **told: Any) -> None:
        """Something that is said and is no claim: `kind` is a value of `Kind` ("update rule", "no claim")."""
        self._add(Kind(kind), None, note=reason or told.pop("note", ""), **told)

    # ---- within --------------------------------------------------------------------------------
    def _add(
        self,
        kind: Kind,
        claim: Claim | None,
        *,
        corrected: tuple[Any, Any] | None = None,
        corrected_tex: str = "",
        tex: str = "",
        expect: str | None = None,
        wrong: str = "",
        line: int | None = None,
        in_chain: bool = False,
        id: str | None = None,
        expected: bool = True,
        **told: Any,
    ) -> None:
        self._open()
        check_words(told, expect, wrong)
        if in_chain and self._at_head and self._head_tex:
            tex = f"{self._head_tex} = {tex}" if tex else ""
        if told.get("unreadable") and expect is None and expected:
            expect = told["unreadable"][0].value
        if line is None:
            line = self._chain_line if in_chain and self._chain_line is not None else self._line
        count = sum(1 for step in self._steps if step.corrects is None) + 1
        step = Step(
            id=id or f"{self._shell.id}.{count}",
            kind=kind,
            claim=claim,
            span=_caller(2),
            printed=tex,
            line=line,
            expect=Status(expect) if expect else None,
            wrong=wrong,
            chain=(self._chain or self._shell.id) if in_chain else None,
            **told,
        )
        self._steps.append(step)
        if corrected is not None:
            self._add_corrected(step, corrected, corrected_tex)

    def _add_corrected(self, step: Step, corrected: tuple[Any, Any], tex: str) -> None:
        """The statement that puts a wrong one right, to be checked by itself."""
        sign = step.relation if step.claim is not None else "="
        left, right = self._side(corrected[0]), self._right(sign, corrected[1])  # may bring in new arrays
        context = step.claim.context if step.claim is not None else self._context()
        claim = self._statement(left, sign, right, replace(context, arrays=self._arrays.declarations()))
        self._steps.append(
            Step(
                id=f"{step.id}-corrected",
                kind=Kind.CLAIM,
                claim=claim,
                relation=sign,
                span=step.span,
                printed=tex,
                ref=step.ref,
                line=step.line,
                corrects=step.id,
            )
        )


def diagnose(error: BaseException, trace: TracebackType | None, fallback: Span) -> Diagnostic:
    """An exception that a claim file raised, as one message at the line of the file where it happened."""
    collection = COLLECTING.get()
    path = collection.path if collection else fallback.path
    line, called = fallback.line, ""
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == path:
            line, called = trace.tb_lineno, ""
        elif not called and str(trace.tb_frame.f_globals.get("__name__")).startswith("sympy."):
            called = code.co_name
        trace = trace.tb_next
    if isinstance(error, VerifyDerivationsError):
        return Diagnostic(error.code, error.message, Span(path, line), error.help)
    help = COMPUTE_BEFORE.format(called=called) if called else ""
    return Diagnostic("VD201", f"{type(error).__name__}: {error}", Span(path, line), help)


COMPUTE_BEFORE = (
    "this came out of SymPy's {called}: inside the with block SymPy does not evaluate, and what computes may "
    "fail; call it before the block, or write what is printed"
)


def _caller(depth: int) -> Span:
    """The line of the claim file that called us: the first frame outside the modules that it imports."""
    frame: Any = sys._getframe(depth)
    own = (__name__, Assertions.__module__, Solving.__module__)
    while frame.f_back is not None and frame.f_globals.get("__name__") in own:
        frame = frame.f_back
    return Span(frame.f_code.co_filename, frame.f_lineno)


__all__ = ["COLLECTING", "Collection", "DerivationBuilder", "derivation", "diagnose"]
