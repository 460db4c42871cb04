"""Definitions of an author's own commands, by `\\newcommand`, `\\def`, `\\let` and their kin."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from verify_derivations.read.braces import Braces


@dataclass(frozen=True, slots=True)
class Macro:
    """A command and what it stands for, with `#1` to `#9` for its arguments.

    `default` is what the first argument is if it is left out. `starred` is the body of the form with a
    star. `delimited` marks a `\\def` whose arguments end at some text, which is not followed; `final`
    another name for a command of TeX's own, which it stays whatever is defined later.
    """

    name: str
    arguments: int
    body: str
    default: str | None = None
    starred: str | None = None
    delimited: bool = False
    final: bool = False


@dataclass(frozen=True, slots=True)
class Environment:
    """An author's own environment: what its `\\begin` and its `\\end` stand for."""

    name: str
    arguments: int
    begin: str
    end: str


@dataclass(frozen=True, slots=True)
class Definition:
    """What a definition defines, where it ends in the text, whether it yields to an earlier one, and
    whether it goes on behind the end of its group.
    """

    what: Macro | Environment
    end: int
    only_if_new: bool = False
    everywhere: bool = False


NAME = r"\\(?:[A-Za-z@]+|[^A-Za-z@\s])"

NAMED = re.compile(rf"\*?\s*(?:\{{\s*({NAME})\s*\}}|({NAME}))")
COMMAND = re.compile(
    r"\\(?:(newcommand|renewcommand|providecommand|DeclareRobustCommand|NewDocumentCommand)"
    r"|((?:long|global|protected)?\\?[gex]?def)|(let)|(DeclareMathOperator)|(DeclarePairedDelimiter)"
    r"|(newenvironment|renewenvironment))(?![A-Za-z@])"
)
GLOBAL = re.compile(r"global|.*[gx]def")
DEF = re.compile(rf"\s*({NAME})([^{{}}\n\\]*)")
LET = re.compile(rf"\s*({NAME})\s*=?\s*({NAME}|[^\s\\])")
ARGUMENTS = re.compile(r"(?:#[1-9])*\s*")


def definition_at(text: str, at: int, braces: Callable[[], Braces]) -> Definition | None:
    r"""The definition that begins at this place of a text, if one does that can be followed.

    >>> text = r"\newcommand{\R}{\mathbb{R}} x"
    >>> definition_at(text, 0, lambda: Braces(text)).what.body
    '\\mathbb{R}'
    """
    command = COMMAND.match(text, at)
    if command is None:
        return None
    for kind, read in enumerate(READERS, start=1):
        if command[kind]:
            return read(text, command, braces())
    return None


def _newcommand(text: str, command: re.Match[str], braces: Braces) -> Definition | None:
    named = NAMED.match(text, command.end())
    if named is None or command[1] == "NewDocumentCommand":
        return None
    at, count, default = named.end(), 0, None
    if (number := braces.optional(at)) is not None:
        digits = text[slice(*number)].strip()
        if digits not in tuple("0123456789"):
            return None
        at, count = number[1] + 1, int(digits)
    if count and (value := braces.optional(at)) is not None:
        at, default = value[1] + 1, text[slice(*value)]
    if (body := braces.argument(at)) is None:
        return None
    macro = Macro(named[1] or named[2], count, text[slice(*body)], default)
    return Definition(macro, body[1] + 1, command[1] == "providecommand")


def _def(text: str, command: re.Match[str], braces: Braces) -> Definition | None:
    named = DEF.match(text, command.end())
    if named is None or (body := braces.group(named.end())) is None:
        return None
    simple = ARGUMENTS.fullmatch(named[2]) is not None
    macro = Macro(named[1], named[2].count("#"), text[slice(*body)], delimited=not simple)
    return Definition(macro, body[1] + 1, everywhere=GLOBAL.match(command[2]) is not None)


def _let(text: str, command: re.Match[str], braces: Braces) -> Definition | None:
    named = LET.match(text, command.end())
    if named is None or named[1] == named[2] or named[2] in "{}":
        return None
    return Definition(Macro(named[1], 0, named[2], final=True), named.end())


def _operator(text: str, command: re.Match[str], braces: Braces) -> Definition | None:
    named = NAMED.match(text, command.end())
    if named is None or (body := braces.argument(named.end())) is None:
        return None
    star = "*" if text.startswith("*", command.end()) else ""
    macro = Macro(named[1] or named[2], 0, f"\\operatorname{star}{{{text[slice(*body)]}}}")
    return Definition(macro, body[1] + 1)


def _paired(text: str, command: re.Match[str], braces: Braces) -> Definition | None:
    named = NAMED.match(text, command.end())
    if named is None or (left := braces.argument(named.end())) is None:
        return None
    if (right := braces.argument(left[1] + 1)) is None:
        return None
    opening, closing = text[slice(*left)], text[slice(*right)]
    starred = f"\\left{opening} #2 \\right{closing}"
    macro = Macro(named[1] or named[2], 2, f"{opening} #2 {closing}", "", starred)  # 1 is the size
    return Definition(macro, right[1] + 1)


def _environment(text: str, command: re.Match[str], braces: Braces) -> Definition | None:
    at = command.end() + text.startswith("*", command.end())
    if (name := braces.argument(at)) is None:
        return None
    at, count = name[1] + 1, 0
    if (number := braces.optional(at)) is not None:
        digits = text[slice(*number)].strip()
        if digits not in tuple("0123456789") or braces.optional(number[1] + 1) is not None:
            return None
        at, count = number[1] + 1, int(digits)
    if (begin := braces.argument(at)) is None or (end := braces.argument(begin[1] + 1)) is None:
        return None
    environment = Environment(text[slice(*name)].strip(), count, text[slice(*begin)], text[slice(*end)])
    return Definition(environment, end[1] + 1)


READERS = (_newcommand, _def, _let, _operator, _paired, _environment)
"""In the order of the groups of `COMMAND`."""
