"""The text of a LaTeX file with comments, verbatim and switched-off parts blanked out, place for place."""

from __future__ import annotations

import re

VERBATIM = (
    "verbatim Verbatim BVerbatim LVerbatim alltt lstlisting minted comment filecontents asy tikzpicture "
    "pgfpicture tikzcd code pycode sagesilent"
).split()
"""Environments whose content is neither text nor a formula."""

TOKEN = re.compile(
    rf"""
      (?P<comment> %[^\n]* )
    | \\begin\s*\{{(?P<name> (?:{"|".join(VERBATIM)})\*? )\}}
    | (?P<off> \\iffalse(?![A-Za-z@]) )
    | (?P<struck> \\(?:st|sout|xout)\s*(?=\{{) )
    | \\(?:verb|lstinline)\*?(?P<mark> [^A-Za-z\s*{{] )
    | \\.
    """,
    re.VERBOSE | re.DOTALL,
)
FI = re.compile(r"\\(?:fi|else)(?![A-Za-z@])")
NO_NEWLINE = re.compile(r"[^\n]")


def masked(text: str) -> str:
    r"""The text with blanks for what is not typeset; of a comment the `%` is kept.

    >>> masked("$x$ % $y$\n\\verb|$z$|.")
    '$x$ %    \n          .'
    """
    parts: list[str] = []
    at = 0
    never_ends: set[str] = set()
    while (token := TOKEN.search(text, at)) is not None:
        end = token.end()
        stop = _end(text, token, never_ends)
        if stop is None:
            parts.append(text[at:end])
            at = end
            continue
        start = token.start() + (1 if token["comment"] else 0)
        parts.append(text[at:start])
        parts.append(NO_NEWLINE.sub(" ", text[start:stop]))
        at = stop
    parts.append(text[at:])
    return "".join(parts)


def _end(text: str, token: re.Match[str], never_ends: set[str]) -> int | None:
    """Where what the token begins ends; None if nothing is to be blanked out."""
    if token["comment"]:
        return token.end()
    if token["mark"]:
        line_end = text.find("\n", token.end())
        end = text.find(token["mark"], token.end(), line_end if line_end >= 0 else len(text))
        return end + 1 if end >= 0 else None
    if token["off"]:
        found = FI.search(text, token.end()) if "fi" not in never_ends else None
        if found is None:
            never_ends.add("fi")
        return found.end() if found is not None else None
    if token["struck"]:
        return None if OWN.search(text) else _behind_braces(text, token.end())
    if not token["name"]:
        return None
    closing = f"\\end{{{token['name']}}}"
    end = text.find(closing, token.end()) if closing not in never_ends else -1
    if end < 0:
        never_ends.add(closing)
    return end + len(closing) if end >= 0 else None


OWN = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareMathOperator|def|let)\*?\s*\{?\\(?:st|sout|xout)(?![A-Za-z@])"
)
"""A command of the author's own, which strikes nothing out: s.t. for "subject to"."""

BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def _behind_braces(text: str, at: int) -> int | None:
    """The end of the group that is opened here."""
    depth = 0
    for found in BRACE.finditer(text, at):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not depth:
            return found.end()
    return None
