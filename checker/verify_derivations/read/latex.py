"""LaTeX documents: environments, comments, verbatim, the author's own commands, and files they take in."""

from __future__ import annotations

import re
from collections.abc import Callable

from verify_derivations.manuscript import Annotation, Manuscript, Placed, Region, Role, Run, SourceText
from verify_derivations.read.definitions import COMMAND, Environment, Macro
from verify_derivations.read.displays import TEXT_GROUP, WORDS, plausible
from verify_derivations.read.formulas import Desk, annotation_in
from verify_derivations.read.inputs import Inputs
from verify_derivations.read.latex_file import File
from verify_derivations.read.latex_words import (
    ARGUMENT_DROPPED,
    ARGUMENT_OF_BEGIN,
    NOTES,
    SECTIONS,
    STATEMENTS,
    TAKES_IN,
    kind_of_environment,
    own_statements,
)
from verify_derivations.read.pages import Pages
from verify_derivations.read.shorthands import BRACKETS, DISPLAYS, closes, halves, opened_by
from verify_derivations.read.source import read_source

TOKEN = re.compile(
    r"""
      (?P<comment> % )
    | (?P<blank> \n[ \t]*+\n\s*+ )
    | (?P<dollars> \$\$? )
    | (?P<opening> \\[(\[] )
    | (?P<environment> \\(?P<side> begin|end )\s*+\{(?P<name> [A-Za-z@*-]+ )\} )
    | (?P<control> \\[A-Za-z@]+ )
    | (?P<symbol> \\. )
    | (?P<brace> [{}]+ )
    """,
    re.VERBOSE | re.DOTALL,
)
DOUBLE = re.compile(r"\\.|\$\$", re.DOTALL)
CLOSING = {"\\(": re.compile(r"\\\\|\\\)|\\\(|\n[ \t]*+\n"), "\\[": re.compile(r"\\\\|\\\]|\\\[")}
IS_INLINE = re.compile(r"\s*(?:\$([^$]+)\$|\\ensuremath\s*\{(.*)\})\s*", re.DOTALL)
CONTROL = re.compile(r"\\[A-Za-z@]+")


def read_latex(path: str) -> Manuscript:
    """What stands in a LaTeX file, and in the files that it takes in.

    Raises:
        OSError: the file cannot be read.
    """
    source, messages = read_source(path)
    reader = LatexReader(source, Desk(len(source.text), messages))
    reader.read()
    enclosed = reader.pages.set_apart()
    blocks, sources = tuple(reader.pages.blocks), tuple(reader.inputs.sources)
    return Manuscript(path, "latex", blocks, reader.desk.diagnostics(), reader.title, sources, enclosed)


RELATION = re.compile(r"\$[^$]*(?:[<>=]|\\(?:[gl]eq?|in|neq?)\b)")
"""A formula that says something."""


class LatexReader:
    """Goes through the text of a document once, and into the files that it takes in."""

    def __init__(self, source: SourceText, desk: Desk) -> None:
        self.desk = desk
        self.pages = Pages()
        self.inputs = Inputs(source, desk)
        self.title = ""
        self.statements: dict[str, str] = {}
        self.parts: list[Placed | Region | Annotation] = []
        self.notes: list[list[Placed | Region | Annotation]] = []
        self.role = Role.PARAGRAPH
        self.level = 0
        self.source = source

    def read(self) -> None:
        """All of it, into blocks."""
        file = File.of(self.source)
        self._document(file, 0, len(file.text))
        self._flush()

    def _document(self, file: File, at: int, end: int) -> None:
        """A file by itself: of one with a preamble, only definitions are read there."""
        begin = file.text.find("\\begin{document}")
        self.statements |= own_statements(file.text[at:end])
        if begin >= 0:
            self._preamble(file, at, begin)
            at = begin + len("\\begin{document}")
            stop = file.text.find("\\end{document}", at)
            end = stop if stop >= 0 else end
        self._body(file, at, end)

    # ---- the preamble: definitions and nothing else ------------------------------------------------
    def _preamble(self, file: File, at: int, end: int) -> None:
        self.statements |= own_statements(file.text[at:end])
        while at < end and (token := PREAMBLE.search(file.text, at, end)) is not None:
            at = token.end()
            if token["defines"]:
                after = self.desk.macros.read(file.text, token.start(), lambda: file.braces)
                at = after if after is not None else at
            elif token["title"]:
                argument = file.braces.argument(at)
                if argument is not None:
                    self.title = " ".join(file.source.text[slice(*argument)].split())
            else:
                at = self._take_in(file, token["input"], token.start(), at, self._preamble)

    def _take_in(
        self, file: File, command: str, start: int, at: int, read: Callable[[File, int, int], None]
    ) -> int:
        r"""`\input{name}` or kin: the file is read in this place."""
        option = file.braces.optional(at)
        at = option[1] + 1 if option is not None else at
        argument = file.braces.argument(at)
        if argument is None:
            bare = re.compile(r"[ \t]*([\w./-]+)").match(file.text, at) if command == "input" else None
            if bare is None:
                return at
            argument = bare.span(1)
            end = bare.end()
        else:
            end = argument[1] + 1
        suffix = TAKES_IN[command]
        names = file.source.text[slice(*argument)]
        for name in names.split(",") if suffix == ".sty" else [names]:
            taken = self.inputs.take(name, file.source, start, end, suffix)
            if taken is not None:
                inside = File.of(taken)
                read(inside, 0, len(inside.text))
                self.inputs.done()
        return end

    # ---- the body ----------------------------------------------------------------------------------
    def _body(self, file: File, at: int, end: int) -> int:
        """Reads on, and tells where that ended: a formula that is not closed before the end runs past it."""
        outer, file.done = file.done, at
        while at < end and (token := TOKEN.search(file.text, at, end)) is not None:
            at = HANDLERS[token.lastgroup or ""](self, file, token)
        self._words(file, max(file.done, min(end, len(file.text))))
        file.done = max(outer, end, at)
        return max(at, end)

    def _words(self, file: File, end: int) -> None:
        if end > file.done:
            self.parts.append(file.source.placed(file.done, end))
            file.done = end

    def _leave_out(self, file: File, start: int, end: int) -> int:
        self._words(file, start)
        file.done = max(file.done, end)
        return end

    def _flush(self) -> None:
        """Ends the paragraph."""
        parts, self.parts = self.parts, []
        self.pages.prose(parts, self.role, self.level)
        self.role, self.level = Role.PARAGRAPH, 0
        notes, self.notes = self.notes, []
        for note in notes:
            self.pages.prose(note, Role.NOTE)

    def _formula(
        self,
        file: File,
        start: int,
        inner: Placed,
        end: int,
        delimiter: str,
        *,
        display: bool,
        name: str = "",
    ) -> int:
        self._leave_out(file, start, end)
        self.desk.macros.enter("$")  # what is defined in a formula ends with it
        region = self.desk.region(inner, start, end, display=display, delimiter=delimiter, environment=name)
        self.desk.macros.leave("$")
        self.parts.extend([region] if region is not None else [])
        return end

    # ---- what can stand in the text ----------------------------------------------------------------
    def _comment(self, file: File, token: re.Match[str]) -> int:
        start = token.start()
        line_end = file.source.text.find("\n", start)
        end = line_end if line_end >= 0 else len(file.source.text)
        self._leave_out(file, start, end)
        content = annotation_in(file.source.placed(start + 1, end))
        if content is not None:
            self.parts.append(self.desk.annotation(content, start, end))
        return end

    def _blank(self, file: File, token: re.Match[str]) -> int:
        self._leave_out(file, token.start(), token.end())
        self._flush()
        return token.end()

    def _brace(self, file: File, token: re.Match[str]) -> int:
        for sign in token[0]:
            (self.desk.macros.enter if sign == "{" else self.desk.macros.leave)("{")
        return self._leave_out(file, token.start(), token.end())

    def _symbol(self, file: File, token: re.Match[str]) -> int:
        r"""`\\` and `\,` are blank, of `\%` the sign is text."""
        self._words(file, token.start())
        keep = token[0][1] in "%&#_{}$"
        file.done = token.end() - 1 if keep else token.end()
        return token.end()

    def _dollars(self, file: File, token: re.Match[str]) -> int:
        if token[0] == "$$":
            return self._double(file, token)
        start, at = token.start(), token.end()
        end = file.dollars.close(at, 1, file.end_of_paragraph(at))
        if end is None or WORDS.search(TEXT_GROUP.sub("", file.text[at:end])):
            self.desk.never_closed(file.source, start, at, "$")
            return self._leave_out(file, start, at)
        return self._formula(file, start, file.source.placed(at, end), end + 1, "$", display=False)

    def _double(self, file: File, token: re.Match[str]) -> int:
        start, at = token.start(), token.end()
        end = next((t.start() for t in DOUBLE.finditer(file.text, at) if t[0] == "$$"), None)
        if end is None or not plausible(file.text[at:end]):
            self.desk.never_closed(file.source, start, at, "$$")
            return self._leave_out(file, start, at)
        return self._formula(file, start, file.source.placed(at, end), end + 2, "$$", display=True)

    def _opening(self, file: File, token: re.Match[str]) -> int:
        start, at = token.start(), token.end()
        closing = token[0][0] + {"(": ")", "[": "]"}[token[0][1]]
        stop = next((t for t in CLOSING[token[0]].finditer(file.text, at) if t[0] != "\\\\"), None)
        if stop is None or stop[0] != closing:
            self.desk.never_closed(file.source, start, at, closing)
            return self._leave_out(file, start, at)
        inner = file.source.placed(at, stop.start())
        return self._formula(file, start, inner, stop.end(), token[0], display=closing == "\\]")

    def _environment(self, file: File, token: re.Match[str]) -> int:
        name, start, at = token["name"], token.start(), token.end()
        own = self.desk.macros.environments.get(name)
        if token["side"] == "begin" and own is not None and (opens := opened_by(own.begin)) is not None:
            return self._own_environment(file, token, own, opens)
        if token["side"] == "begin" and (name.rstrip("*") in DISPLAYS or name == "math"):
            end = file.ends.get(start)
            if end is None:
                self.desk.never_closed(file.source, start, at, f"\\end{{{name}}}")
                return self._leave_out(file, start, at)
            inner = file.source.placed(start, end[1])
            return self._formula(file, start, inner, end[1], "\\begin", display=name != "math", name=name)
        self._leave_out(file, start, at)
        self._flush()
        (self.desk.macros.enter if token["side"] == "begin" else self.desk.macros.leave)(name)
        if token["side"] == "begin":
            at = self._skip_arguments(file, at, name.rstrip("*") in ARGUMENT_OF_BEGIN)
        at = self._leave_out(file, start, at)
        kind = kind_of_environment(name.rstrip("*"), self.statements)
        if kind is not None and token["side"] == "begin":
            self.pages.begin(name, kind)
        elif kind is not None:
            self.pages.end(name)
        title = self.statements.get(name.rstrip("*"), "")
        known = STATEMENTS.get(name.rstrip("*"), title if title in STATEMENTS.values() else None)
        label = known if token["side"] == "begin" else None
        if label is not None:
            self.parts.append(Placed(f"{label}. ", file.source, (Run(0, start, at, False),)))
        return at

    def _own_environment(self, file: File, token: re.Match[str], own: Environment, opens: str) -> int:
        """An environment of the author's that opens a displayed formula."""
        start, at = token.start(), token.end()
        end = file.ends.get(start)
        if end is None:
            self.desk.never_closed(file.source, start, at, f"\\end{{{own.name}}}")
            return self._leave_out(file, start, at)
        for _ in range(own.arguments):
            argument = file.braces.argument(at)
            at = argument[1] + 1 if argument is not None else at
        begin = Placed(own.begin, file.source, (Run(0, start, token.end(), False),))
        ending = Placed(own.end, file.source, (Run(0, *end, False),))
        inner = Placed.joined(file.source, (begin, file.source.placed(at, end[0]), ending))
        return self._formula(file, start, inner, end[1], "\\begin", display=True, name=opens)

    def _skip_arguments(self, file: File, at: int, braces: bool) -> int:
        option = file.braces.optional(at) if file.text.startswith("[", at) else None
        if option is not None and "$" not in file.text[slice(*option)]:
            at = option[1] + 1
        argument = file.braces.argument(at) if braces else None
        return argument[1] + 1 if argument is not None else at

    # ---- commands ----------------------------------------------------------------------------------
    def _control(self, file: File, token: re.Match[str]) -> int:
        start, at, name = token.start(), token.end(), token[0][1:]
        if COMMAND.match(file.text, start):
            after = self.desk.macros.read(file.text, start, lambda: file.braces)
            return self._leave_out(file, start, after if after is not None else at)
        self._leave_out(file, start, at)
        macro = self.desk.macros.macros.get(token[0])
        if name == "ensuremath" or (macro is not None and name not in SECTIONS):
            return self._own_command(file, token, macro)
        if name in TAKES_IN:
            self._flush()
            end = self._take_in(file, name, start, at, self._document)
            self._flush()
            return self._leave_out(file, start, end)
        if name in NOTES:
            return self._note(file, at)
        if name in SECTIONS or name == "title":
            return self._heading(file, name, at)
        if name in ("item", "par", "bibitem"):
            self._flush()
            self.role = Role.ITEM if name == "item" else Role.PARAGRAPH
        if name in ARGUMENT_DROPPED:
            at = self._skip_arguments(file, at + file.text.startswith("*", at), True)
            linked = file.braces.argument(at) if name == "href" else None
            if linked is not None and RELATION.search(file.text[slice(*linked)]) is not None:
                return self._note(file, at)
        return self._leave_out(file, start, at)

    def _heading(self, file: File, name: str, at: int) -> int:
        at += file.text.startswith("*", at)
        at = self._skip_arguments(file, at, False)
        argument = file.braces.argument(at)
        if argument is None:
            return at
        self._flush()
        self.role, self.level = Role.HEADING, SECTIONS.get(name, 0)
        stop = self._body(file, *argument)
        if name == "title":
            self.title = " ".join(file.source.text[slice(*argument)].split())
        self._flush()
        return self._leave_out(file, at, max(stop, argument[1] + 1))

    def _note(self, file: File, at: int) -> int:
        """What stands in a footnote is a paragraph by itself, behind the one in which it is called."""
        at = self._skip_arguments(file, at, False)
        argument = file.braces.argument(at)
        if argument is None:
            return at
        outer, self.parts = self.parts, []
        self._leave_out(file, at, argument[0])
        stop = self._body(file, *argument)
        note, self.parts = self.parts, outer
        self.notes.append(note)
        return self._leave_out(file, argument[1], max(stop, argument[1] + 1))

    def _own_command(self, file: File, token: re.Match[str], macro: Macro | None) -> int:
        """A command of the author's in the text: it may open a display, or be a formula."""
        start, at = token.start(), token.end()
        if macro is None or macro.delimited:
            return at
        if macro.name == r"\ensuremath" and (argument := file.braces.argument(at)) is not None:
            inner = file.source.placed(*argument)
            return self._formula(file, start, inner, argument[1] + 1, "\\ensuremath", display=False)
        opens = opened_by(macro.body) if macro.arguments == 0 else None
        if opens is not None and not closes(macro.body.replace(opens, "", 1), opens):
            return self._own_opening(file, token, macro, opens)
        inline = IS_INLINE.fullmatch(macro.body) if macro.arguments == 0 else None
        if inline is not None:
            body = Placed(inline[1] or inline[2], file.source, (Run(0, start, at, False),))
            return self._formula(file, start, body, at, macro.name, display=False)
        return at

    def _own_opening(self, file: File, token: re.Match[str], macro: Macro, opens: str) -> int:
        r"""A command such as `\be` for `\begin{equation}`, up to what closes it, such as `\ee`."""
        start, at = token.start(), token.end()
        for stop in CONTROL.finditer(file.text, at):
            if stop[0] == token[0]:
                break
            closing = self.desk.macros.macros.get(stop[0])
            end = stop.end() if closing is not None else file.text.find("}", stop.end()) + 1
            body = closing.body if closing is not None else file.text[stop.start() : end]
            if end - stop.start() < 60 and closes(body, opens):
                before, name, behind = halves(macro.body, body, opens)
                begin = Placed(before, file.source, (Run(0, start, at, False),))
                ending = Placed(behind, file.source, (Run(0, stop.start(), end, False),))
                inner = Placed.joined(file.source, (begin, file.source.placed(at, stop.start()), ending))
                return self._formula(file, start, inner, end, macro.name, display=True, name=name)
        self.desk.never_closed(file.source, start, at, BRACKETS.get(opens, f"\\end{{{opens}}}"))
        return at


PREAMBLE = re.compile(
    rf"(?P<defines>{COMMAND.pattern})|\\(?:(?P<title>title)|(?P<input>{'|'.join(TAKES_IN)}))(?![A-Za-z@])"
)

HANDLERS: dict[str, Callable[[LatexReader, File, re.Match[str]], int]] = {
    "comment": LatexReader._comment,
    "blank": LatexReader._blank,
    "dollars": LatexReader._dollars,
    "opening": LatexReader._opening,
    "environment": LatexReader._environment,
    "control": LatexReader._control,
    "symbol": LatexReader._symbol,
    "brace": LatexReader._brace,
}
"""What is done with each kind of `TOKEN`."""
