"""An author's own commands replaced by what they stand for, keeping the places, within a budget."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from verify_derivations.errors import Diagnostic
from verify_derivations.manuscript import Placed, Run
from verify_derivations.read.braces import Braces
from verify_derivations.read.definitions import COMMAND, Definition, Environment, Macro, definition_at

TOKEN = re.compile(r"\\(?:[A-Za-z@]+|.)|#[1-9]|.", re.DOTALL)
CONTROL = re.compile(r"\\(?:[A-Za-z@]+|.)", re.DOTALL)

STEPS = 2_000
"""Commands that may be put in for one formula; the longest honest ones need some hundreds."""

LARGEST = 60_000
"""Tokens of one formula after everything is put in."""

TOTAL = 20
"""Tokens of all formulas of a document together, for each character of it, and `LARGEST` more."""

LONGEST_OPTION = 500
"""Tokens among which the end of an optional argument is looked for."""

BUILT_IN = (Macro(r"\ensuremath", 1, "#1"), Macro(r"\xspace", 0, ""))


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a formula and the stretch of the source it comes from."""

    text: str
    start: int
    end: int
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class Scope:
    """A group or environment that is open; `before` is what the commands defined in it were before."""

    label: str
    before: dict[str, Macro | None]


class ExpansionError(Exception):
    """A command cannot be put in; `token` is the one of the formula at which it began."""

    def __init__(self, message: str, token: Token) -> None:
        super().__init__(message)
        self.message = message
        self.token = token


class Macros:
    """The commands defined so far in a document."""

    def __init__(self, size: int = 0) -> None:
        self.macros: dict[str, Macro] = {macro.name: macro for macro in BUILT_IN}
        self.environments: dict[str, Environment] = {}
        self.scopes: list[Scope] = []
        self.labels: Counter[str] = Counter()
        self.left = LARGEST + TOTAL * size

    def read(self, text: str, at: int, braces: Callable[[], Braces]) -> int | None:
        """Learns the definition that begins at this place; its end, or None if there is none."""
        found = definition_at(text, at, braces)
        if found is None:
            return None
        self._learn(found)
        return found.end

    def _learn(self, found: Definition) -> None:
        if isinstance(found.what, Environment):
            self.environments[found.what.name] = found.what
            return
        name, body = found.what.name, found.what.body
        if found.only_if_new and name in self.macros:
            return
        known = self.macros.get(body) if found.what.final else None
        macro = replace(known, name=name) if known is not None else found.what
        for scope in self.scopes if found.everywhere else ():
            scope.before.pop(name, None)
        if self.scopes and not found.everywhere:
            self.scopes[-1].before.setdefault(name, self.macros.get(name))
        self.macros[name] = macro

    def enter(self, label: str) -> None:
        """A group or an environment begins: what is defined in it ends with it."""
        self.scopes.append(Scope(label, {}))
        self.labels[label] += 1

    def leave(self, label: str) -> None:
        """It ends, and with it all that is still open within; one that never began ends nothing."""
        while self.labels[label]:
            scope = self.scopes.pop()
            self.labels[scope.label] -= 1
            for name, macro in scope.before.items():
                if macro is None:
                    self.macros.pop(name, None)
                else:
                    self.macros[name] = macro
            if scope.label == label:
                break

    # ---- putting in --------------------------------------------------------------------------------
    def expand(self, formula: Placed) -> tuple[Placed, Diagnostic | None]:
        """The formula with every command of the author's put in, and what is wrong if that cannot be done.

        Then the formula is as it was. Definitions in it are learned and taken out; they hold for what
        stands behind them.
        """
        parts: list[Placed] = []
        problem = None
        for part, definition in self._definitions_in(formula):
            done, trouble = self._expand(part)
            parts.append(done)
            problem = problem or trouble
            if definition is not None:
                self._learn(definition)
        if problem is not None or len(parts) == 1:
            return (formula, problem) if problem is not None else (parts[0], None)
        return Placed.joined(formula.source, parts, formula.start), None

    def _definitions_in(self, formula: Placed) -> Iterator[tuple[Placed, Definition | None]]:
        """What stands before each definition, the definition, and in the end what stands behind the last."""
        at = 0
        if COMMAND.search(formula.text) is not None:
            braces = Braces(formula.text)
            for command in COMMAND.finditer(formula.text):
                if command.start() < at:
                    continue
                found = definition_at(formula.text, command.start(), lambda: braces)
                if found is not None:
                    yield formula.cut(at, command.start()), found
                    at = found.end
        yield formula.cut(at, len(formula.text)) if at else formula, None

    def _expand(self, formula: Placed) -> tuple[Placed, Diagnostic | None]:
        if not any(name in self.macros for name in CONTROL.findall(formula.text)):
            return formula, None
        try:
            return self._joined(formula, self._put_in(tokens(formula))), None
        except ExpansionError as error:
            span = formula.source.span(error.token.start, error.token.end)
            help = "the formula is left out; the rest of the document is read"
            return formula, Diagnostic("VD402", error.message, span, help)

    def _put_in(self, written: list[Token]) -> list[Token]:
        out: list[Token] = []
        stack, steps = written[::-1], 0
        while stack:
            token = stack.pop()
            macro = self.macros.get(token.text)
            if macro is None:
                out.append(token)
                continue
            if macro.final:
                out.append(Token(macro.body, token.start, token.end, False))
                continue
            steps += 1
            body = self._body(macro, token, stack)
            self.left -= len(body) + 1
            if steps > STEPS or len(stack) + len(body) + len(out) > LARGEST or self.left < 0:
                raise ExpansionError(
                    f"{token.text} stands for too much: its definition does not come to an end within "
                    f"{STEPS} replacements and {LARGEST} tokens",
                    token,
                )
            stack.extend(reversed(body))
        return out

    def _body(self, macro: Macro, call: Token, stack: list[Token]) -> list[Token]:
        """What the call stands for; its arguments are taken off the stack."""
        if macro.delimited:
            raise ExpansionError(f"{macro.name} is defined with arguments that end at a text", call)
        template = macro.body
        if macro.starred is not None and stack and stack[-1].text == "*":
            stack.pop()
            template = macro.starred
        arguments = []
        for number in range(macro.arguments):
            given = _optional(stack) if number == 0 and macro.default is not None else _argument(stack)
            if given is None and number == 0 and macro.default is not None:
                given = _spelled(macro.default, call)
            if given is None:
                missing = f"{macro.name} takes {macro.arguments} arguments, and {number} are given"
                raise ExpansionError(missing, call)
            arguments.append(given)
        return self._filled(template, arguments, call)

    def _filled(self, template: str, arguments: list[list[Token]], call: Token) -> list[Token]:
        body: list[Token] = []
        for text in TOKEN.findall(template):
            if text[0] == "#" and len(text) == 2:
                number = int(text[1])
                if number > len(arguments):
                    raise ExpansionError(f"{call.text} uses #{number}, which it does not take", call)
                body.extend(arguments[number - 1])
            else:
                body.append(Token(text, call.start, call.end, False))
            if len(body) > LARGEST:
                break  # the caller says so
        return body

    def _joined(self, formula: Placed, tokens: list[Token]) -> Placed:
        texts: list[str] = []
        runs: list[Run] = []
        length = 0
        last: Token | None = None
        for token in tokens:
            if last is not None and _would_merge(last, token):
                texts.append(" ")
                runs.append(Run(length, last.start, last.end, False))
                length += 1
                last = None
            if last is None or not _goes_on(last, token):
                runs.append(Run(length, token.start, token.end, token.verbatim))
            elif token.verbatim:
                runs[-1] = Run(runs[-1].at, runs[-1].start, token.end)
            texts.append(token.text)
            length += len(token.text)
            last = token
        at = formula.start
        return Placed("".join(texts), formula.source, tuple(runs) or (Run(0, at, at),))


def tokens(formula: Placed) -> list[Token]:
    """The tokens of a formula with their places."""
    found = []
    for match in TOKEN.finditer(formula.text):
        start, end = formula.range(match.start(), match.end())
        found.append(Token(match[0], start, end, end - start == len(match[0])))
    return found


def _goes_on(last: Token, token: Token) -> bool:
    """The token continues the run of the one before it."""
    if last.verbatim and token.verbatim:
        return last.end == token.start
    return not last.verbatim and not token.verbatim and (last.start, last.end) == (token.start, token.end)


def _would_merge(last: Token, token: Token) -> bool:
    """Side by side they would be another command: `\\alpha` and `x`."""
    return last.text[0] == "\\" and last.text[-1].isalpha() and token.text[0].isalpha()


def _spelled(text: str, call: Token) -> list[Token]:
    return [Token(part, call.start, call.end, False) for part in TOKEN.findall(text)]


def _skip_blank(stack: list[Token]) -> None:
    while stack and stack[-1].text.isspace():
        stack.pop()


def _argument(stack: list[Token]) -> list[Token] | None:
    """The next token or group, taken off the stack."""
    _skip_blank(stack)
    if not stack or stack[-1].text == "}":
        return None
    if stack[-1].text != "{":
        return [stack.pop()]
    depth = 0
    found: list[Token] = []
    while stack:
        token = stack.pop()
        depth += {"{": 1, "}": -1}.get(token.text, 0)
        if depth == 0:
            return found[1:]
        found.append(token)
    return None


def _optional(stack: list[Token]) -> list[Token] | None:
    """What stands in square brackets next, taken off the stack; None if there are none."""
    at = len(stack) - 1
    while at >= 0 and stack[at].text.isspace():
        at -= 1
    if at < 0 or stack[at].text != "[":
        return None
    depth = 0
    found: list[Token] = []
    for place in range(at - 1, max(-1, at - LONGEST_OPTION), -1):
        text = stack[place].text
        if text == "]" and depth == 0:
            del stack[place:]
            return found
        depth += {"{": 1, "}": -1}.get(text, 0)
        found.append(stack[place])
    return None
