"""The running text of Markdown, a paragraph at a time: formulas, words, comments; code is none of these."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from verify_derivations.manuscript import Annotation, Placed, Region, Run
from verify_derivations.read.displays import Displays
from verify_derivations.read.dollars import MATHEMATICS, Dollars, is_inline_formula
from verify_derivations.read.formulas import Desk, annotation_in

Part = Placed | Region | Annotation

TOKEN = re.compile(
    r"""
      (?P<github> \$`[^`\n]++`\$ )
    | (?P<role> \{math\}` )
    | (?P<code> `+ )
    | (?P<opening> (?P<dollars> (?<!\$)\$\$(?!\$) ) | \\begin\{(?P<name> [A-Za-z]+\*? )\}
        | (?P<bracket> \\\\?\[ ) )
    | (?P<dollar> \$+ )
    | (?P<paren> \\\\?\( )
    | (?P<escape> \\. )
    | (?P<comment> <!-- | \{::comment\} )
    | (?P<tag> </?[A-Za-z][A-Za-z0-9-]*+
        (?: \s++ [A-Za-z_:@][\w:.@-]*+ (?: \s*+ = \s*+ (?: "[^"]*+" | '[^']*+' | [^\s"'=<>`$]++ ) )?+ )*+
        \s*+ /?> )
    | (?P<link> \]\( )
    | (?P<url> <?https?://[^\s<>)\]]++>? )
    | (?P<struck> (?<!~)~~(?![~\s]) )
    | (?P<emphasis> \*+ )
    """,
    re.VERBOSE | re.DOTALL,
)

DESTINATION = re.compile(
    r"\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+(?:\s++(?:\"[^\"\n]*+\"|'[^'\n]*+'))?+\s*+\)"
)
BACKTICKS = re.compile("`+")
HIDDEN = re.compile(r"<(script|style|code|pre)\b", re.IGNORECASE)
CLOSERS = {"\\(": re.compile(r"\\\\|\\\)|\\\("), "\\\\(": re.compile(r"\\\\\)|\\\\\(")}
ENTITY = re.compile(r"&(lt|gt|amp);")
ENTITIES = {"lt": "<", "gt": ">", "amp": "&"}
ESCAPED = re.compile(r"\\([\\_*{}()\[\]#+.!&|<>^~`-])")

AFTER_DISPLAY = re.compile(
    r"[ \t]*[.,;:。，；]?[ \t]*(?:\{(?:#(?P<id>[\w:.-]+))?[^{}\n]*\}|\((?P<label>[\w:.-]+)\))?[ \t]*(?=\n|\Z)"
)
OPENS_FOR_SURE = re.compile(r"\s*(?:\\[A-Za-z]|[A-Za-z]\s?[_^=])")
LONGEST_INLINE = 4000


class Paragraph:
    """The text of a paragraph, gone through once."""

    def __init__(self, paragraph: Placed, desk: Desk) -> None:
        self.paragraph = paragraph
        self.text = paragraph.text
        self.source = paragraph.source
        self.desk = desk
        self.parts: list[Part] = []
        self.done = 0
        self.dollars = Dollars(self.text)
        self.displays = Displays(self.text)
        self._code: dict[int, list[int]] | None = None
        self._never_ends: set[str] = set()

    def read(self) -> list[Part]:
        """The parts of the paragraph, in order."""
        at = 0
        while (token := TOKEN.search(self.text, at)) is not None:
            handle = HANDLERS.get(token.lastgroup or "")
            at = handle(self, token) if handle is not None else token.end()
        self.words(len(self.text))
        return self.parts

    def words(self, end: int) -> None:
        """Everything from where we are up to `end` is words."""
        if end > self.done:
            self.parts.append(self.paragraph.cut(self.done, end))
        self.done = max(self.done, end)

    def leave_out(self, start: int, end: int) -> int:
        """What stands from `start` up to `end` is neither words nor a formula."""
        self.words(start)
        self.done = end
        return end

    def struck(self, token: re.Match[str]) -> int:
        """What is struck out is not said."""
        end = self.text.find("~~", token.end())
        return self.leave_out(token.start(), end + 2) if end >= 0 else token.end()

    # ---- formulas ----------------------------------------------------------------------------------
    def inline(self, start: int, inner: Placed, end: int, delimiter: str) -> int:
        """An inline formula from `start` up to `end`."""
        self.leave_out(start, end)
        place = self.paragraph.range(start, end)
        region = self.desk.region(without_entities(inner), *place, display=False, delimiter=delimiter)
        self.parts.extend([region] if region is not None else [])
        return end

    def display(self, opening: re.Match[str]) -> int:
        r"""What `$$`, `\[` or `\begin` opens: displayed if it stands by itself in its lines."""
        closing = self.displays.close(opening)
        delimiter = "\\begin" if opening["name"] else opening["opening"]
        if closing is None:
            return self._not_closed(opening, delimiter)
        start, end = opening.start(), closing.end
        inner = self.paragraph.cut(closing.start, closing.inner_end)
        if delimiter == "\\\\[":
            inner = unescaped(inner)
        after = AFTER_DISPLAY.match(self.text, end) if self._begins_line(start) else None
        label = (after["label"] or after["id"] or "") if after is not None else ""
        self.leave_out(start, after.end() if after is not None else end)
        region = self.desk.region(
            without_entities(inner),
            *self.paragraph.range(start, end),
            display=after is not None,
            delimiter=delimiter,
            environment=opening["name"] or "",
            label=label,
        )
        self.parts.extend([region] if region is not None else [])
        return self.done

    def _begins_line(self, at: int) -> bool:
        return not self.text[max(0, at - 200) : at].rpartition("\n")[2].strip(" \t*_")

    def _not_closed(self, opening: re.Match[str], delimiter: str) -> int:
        """Says so, where it is a formula for sure."""
        at = opening.end()
        rest = self.text[at : at + 200]
        if delimiter == "\\begin":
            sure = self.displays.is_display(opening["name"])
        elif delimiter == "$$":
            alone = self._begins_line(opening.start()) and not rest.partition("\n")[0].strip()
            before = self.text[max(0, opening.start() - 200) : opening.start()].rpartition("\n")[2]
            sure = alone or MATHEMATICS.search(rest or before) is not None
        else:
            sure = self._begins_line(opening.start()) and MATHEMATICS.search(rest) is not None
        if sure:
            closing = {"$$": "$$", "\\begin": f"\\end{{{opening['name']}}}"}.get(
                delimiter, delimiter[:-1] + "]"
            )
            self.desk.never_closed(self.source, *self.paragraph.range(opening.start(), at), closing)
        return at

    def dollar(self, token: re.Match[str]) -> int:
        """One dollar sign: it opens a formula, or is one of a price."""
        start, at = token.start(), token.end()
        if at - start > 1:
            return at
        end = self.dollars.close(at, 1, len(self.text))
        inner = self.text[at:end] if end is not None and end - at <= LONGEST_INLINE else ""
        if end is not None and is_inline_formula(inner, self.text[end + 1 : end + 2]):
            return self.inline(start, self.paragraph.cut(at, end), end + 1, "$")
        if OPENS_FOR_SURE.match(self.text, at) and not self.text[start - 1 : start].isalnum():
            self.desk.never_closed(self.source, *self.paragraph.range(start, at), "$")
        return at

    def paren(self, token: re.Match[str]) -> int:
        r"""`\(`, or `\\(` where Markdown takes one backslash away."""
        start, at = token.start(), token.end()
        stop = CLOSERS[token[0]].search(self.text, at)
        while stop is not None and stop[0] == "\\\\" and token[0] == "\\(":
            stop = CLOSERS[token[0]].search(self.text, stop.end())
        if stop is None or stop[0][-1] == "(":
            return at
        inner = self.paragraph.cut(at, stop.start())
        if token[0] == "\\\\(":
            return self.inline(start, unescaped(inner), stop.end(), token[0])
        if not is_inline_formula(f" {inner.text.strip()} ", ""):
            return at
        return self.inline(start, inner, stop.end(), token[0])

    def role(self, token: re.Match[str]) -> int:
        """MyST's `{math}` role, and GitHub's dollar signs with backticks."""
        if token["github"]:
            inner = self.paragraph.cut(token.start() + 2, token.end() - 2)
            return self.inline(token.start(), inner, token.end(), "$`")
        ticks = self._backticks(token.end() - 1)
        end = self._code_end(token.end() - 1, ticks)
        if end is None:
            return token.end()
        inner = self.paragraph.cut(token.end() - 1 + ticks, end - ticks)
        return self.inline(token.start(), inner, end, "math")

    # ---- what is no formula ------------------------------------------------------------------------
    def code(self, token: re.Match[str]) -> int:
        """A code span: words, whatever stands in it."""
        return self._code_end(token.start(), len(token[0])) or token.end()

    def _backticks(self, at: int) -> int:
        run = BACKTICKS.match(self.text, at)
        return len(run[0]) if run is not None else 0

    def _code_end(self, at: int, ticks: int) -> int | None:
        """Where the code span that so many backticks open ends."""
        if self._code is None:
            self._code = {}
            for run in BACKTICKS.finditer(self.text):
                self._code.setdefault(len(run[0]), []).append(run.start())
        places = self._code.get(ticks, [])
        number = bisect_left(places, at + ticks)
        return places[number] + ticks if number < len(places) else None

    def comment(self, token: re.Match[str]) -> int:
        """A comment, which may be an annotation."""
        closer = "-->" if token[0] == "<!--" else "{:/"
        end = self._find(closer, token.end())
        if end < 0:
            return token.end()
        stop = end + 3 if closer == "-->" else self.text.find("}", end) + 1 or len(self.text)
        self.leave_out(token.start(), stop)
        content = annotation_in(self.paragraph.cut(token.end(), end))
        if content is not None:
            place = self.paragraph.range(token.start(), stop)
            self.parts.append(self.desk.annotation(content, *place))
        return stop

    def _find(self, what: str, at: int) -> int:
        """The next place of a text, -1 if there is none; not looked for a second time then."""
        found = -1 if what in self._never_ends else self.text.find(what, at)
        if found < 0:
            self._never_ends.add(what)
        return found

    def tag(self, token: re.Match[str]) -> int:
        """A tag of HTML; of some elements the content is no text either."""
        end = token.end()
        hidden = HIDDEN.match(token[0])
        if hidden is not None and not token[0].endswith("/>"):
            close = self._find(f"</{hidden[1]}", end)
            end = self.text.find(">", close) + 1 or len(self.text) if close >= 0 else end
        return self.leave_out(token.start(), end)

    def link(self, token: re.Match[str]) -> int:
        """The destination of a link."""
        found = DESTINATION.match(self.text, token.start())
        return self.leave_out(token.start() + 1, found.end()) if found is not None else token.end()

    def emphasis(self, token: re.Match[str]) -> int:
        """Stars around words; a star between blanks is one."""
        around = self.text[token.start() - 1 : token.start()], self.text[token.end() : token.end() + 1]
        if all(not c or c.isspace() for c in around):
            return token.end()
        return self.leave_out(token.start(), token.end())


HANDLERS: dict[str, Callable[[Paragraph, re.Match[str]], int]] = {
    "github": Paragraph.role,
    "role": Paragraph.role,
    "code": Paragraph.code,
    "opening": Paragraph.display,
    "dollar": Paragraph.dollar,
    "paren": Paragraph.paren,
    "comment": Paragraph.comment,
    "tag": Paragraph.tag,
    "link": Paragraph.link,
    "struck": Paragraph.struck,
    "emphasis": Paragraph.emphasis,
}
"""What is done with each kind of `TOKEN`; the others are words."""


def without_entities(formula: Placed) -> Placed:
    """`&lt;`, `&gt;` and `&amp;` as the characters that HTML makes of them."""
    return _replaced(formula, ENTITY, lambda found: ENTITIES[found[1]])


def unescaped(formula: Placed) -> Placed:
    """Without the backslashes that Markdown takes away from text that it does not know to be a formula."""
    return _replaced(formula, ESCAPED, lambda found: found[1])


def _replaced(formula: Placed, what: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> Placed:
    parts, at = [], 0
    for found in what.finditer(formula.text):
        place = formula.range(found.start(), found.end())
        parts.append(formula.cut(at, found.start()))
        parts.append(Placed(by(found), formula.source, (Run(0, *place, False),)))
        at = found.end()
    return (
        Placed.joined(formula.source, (*parts, formula.cut(at, len(formula.text))), formula.start)
        if parts
        else formula
    )
