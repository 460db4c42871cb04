"""Collects the blocks of a manuscript in order: paragraphs, cut at what is displayed or annotated in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from verify_derivations.manuscript import Annotation, Enclosed, Enclosure, Placed, Prose, Region, Role
from verify_derivations.read.leads import with_leads

Part = Placed | Region | Annotation


APART = frozenset((Role.HEADING, Role.ITEM))
"""A formula that is all of one belongs to it: what was said before it is over."""


class Pages:
    """The blocks so far."""

    def __init__(self) -> None:
        self.blocks: list[Prose | Region | Annotation] = []
        self.enclosed: list[Enclosed] = []
        self._open: list[tuple[str, Enclosure, int]] = []
        self._breaks: set[int] = set()
        self._ended = ""
        """What ended last."""

    def begin(self, name: str, kind: Enclosure) -> None:
        """What stands below this mark belongs together."""
        self._open.append((name, kind, len(self.blocks)))

    def go_on(self, name: str, kind: Enclosure) -> None:
        """The same, but if one of this name ended right before, it is one with that."""
        before = self.enclosed[-1] if self.enclosed and self._ended == name else None
        if before is not None and before.last == len(self.blocks) - 1:
            self._open.append((name, kind, before.first))
            self.enclosed.pop()
        else:
            self.begin(name, kind)

    def separate(self) -> None:
        """A line between two parts."""
        self._breaks.add(len(self.blocks))

    def set_apart(self) -> tuple[Enclosed, ...]:
        """Theorems, proofs and the like, by marks around them or by names at their heads."""
        return with_leads(self.blocks, self.enclosed, self._breaks)

    def end(self, name: str) -> None:
        """It does up to here, with all that was begun within it and never ended."""
        if all(name != one for one, _, _ in self._open):
            return
        while self._open:
            begun, kind, first = self._open.pop()
            self._ended = begun
            if first < len(self.blocks):
                self.enclosed.append(Enclosed(kind, first, len(self.blocks) - 1))
            if begun == name:
                return

    def add(self, block: Region | Annotation | None) -> None:
        """A displayed formula, or an annotation, by itself."""
        if block is not None:
            self.blocks.append(block)

    def prose(self, parts: Iterable[Part], role: Role = Role.PARAGRAPH, level: int = 0) -> None:
        """A paragraph; what is displayed in it, and annotations, become blocks of their own."""
        words: list[Placed | Region] = []
        continued = False
        for part in parts if role in APART else _alone_is_displayed(list(parts)):
            if isinstance(part, Annotation) or (isinstance(part, Region) and part.display):
                self._flush(words, role, level, continued)
                self.blocks.append(part)
                words, continued = [], True
            else:
                words.append(part)
        self._flush(words, role, level, continued)

    def _flush(self, parts: list[Placed | Region], role: Role, level: int, continued: bool) -> None:
        parts = _tidy(parts)
        if parts:
            self.blocks.append(Prose(tuple(parts), role, level, continued))


def _alone_is_displayed(parts: list[Part]) -> list[Part]:
    """An equation that is all of a paragraph is displayed, whatever stands around it: many write `$` only."""
    formulas = [part for part in parts if isinstance(part, Region)]
    words = "".join(part.text for part in parts if isinstance(part, Placed))
    if len(formulas) != 1 or words.strip(" \t\n.,;:。，；") or "=" not in formulas[0].latex:
        return parts
    return [replace(part, display=True) if isinstance(part, Region) else part for part in parts]


def _tidy(parts: list[Placed | Region]) -> list[Placed | Region]:
    """Neighbouring words in one, blank space at both ends taken off."""
    tidy: list[Placed | Region] = []
    run: list[Placed] = []
    for part in (*parts, None):
        if isinstance(part, Placed):
            run.append(part)
            continue
        if run:
            joined = run[0] if len(run) == 1 else Placed.joined(run[0].source, run, run[0].start)
            tidy.extend([joined] if joined.text else [])
            run = []
        if part is not None:
            tidy.append(part)
    return _trimmed(tidy)


def _trimmed(parts: list[Placed | Region]) -> list[Placed | Region]:
    if parts and isinstance(first := parts[0], Placed):
        parts[0] = first.cut(len(first.text) - len(first.text.lstrip()), len(first.text))
    if parts and isinstance(last := parts[-1], Placed):
        parts[-1] = last.cut(0, len(last.text.rstrip()))
    return [part for part in parts if isinstance(part, Region) or part.text]
