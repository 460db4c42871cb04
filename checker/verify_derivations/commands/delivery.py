"""Where the outputs of a run go: which file gets which format, and writing them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import UsageError

PROGRAM = "verify-derivations"


@dataclass(frozen=True, slots=True)
class Target:
    """An output format and the file it goes to; None is standard output, which may be in colour, and has a
    width if it is a terminal."""

    name: str
    file: str | None
    color: bool = False
    width: int | None = None


def targets(formats: Sequence[str], file: str | None, color: str) -> list[Target]:
    """What is to be written where; whatever is wrong with it is said before the checking starts.

    Args:
        formats: names of output formats, each with `=FILE` behind it or without.
        file: the file of the one output format, if that is how the user named it.
        color: "auto", "always" or "never".

    Raises:
        UsageError: two outputs for one place, or a file that cannot be written.
    """
    pairs = [(name, target if target not in ("", "-") else None) for name, _, target in map(_split, formats)]
    if file is not None:
        if len(pairs) != 1 or pairs[0][1] is not None:
            raise UsageError(
                "-o names the file of a single output format; here are " + ", ".join(formats),
                help="give each its own file: --output-format NAME=FILE",
            )
        pairs = [(pairs[0][0], file)]
    terminal = [name for name, target in pairs if target is None]
    if len(terminal) > 1:
        raise UsageError(
            f"{' and '.join(terminal)} would be mixed on standard output",
            help="give all but one a file: --output-format NAME=FILE",
        )
    for _, target in pairs:
        _look_at(target)
    return [Target(name, target, *(_screen(color) if target is None else ())) for name, target in pairs]


def _split(text: str) -> tuple[str, str, str]:
    return text.partition("=")


def _look_at(file: str | None) -> None:
    if file is None:
        return
    folder = os.path.dirname(file) or "."
    if os.path.isdir(file):
        raise UsageError(f"{file} cannot be written: it is a folder", help="name a file in it")
    if not os.path.isdir(folder):
        raise UsageError(f"{file} cannot be written: there is no folder {folder}", help="make it first")


def keep_inputs(outputs: Sequence[Target], inputs: Sequence[str]) -> None:
    """No output is one of the files that are checked.

    Args:
        outputs: where the outputs go.
        inputs: the files.

    Raises:
        UsageError: one is.
    """
    real = {os.path.realpath(path) for path in inputs}
    for output in outputs:
        if output.file is not None and os.path.realpath(output.file) in real:
            raise UsageError(f"{output.file} is one of the files to check; it would be overwritten")


def deliver(text: str, file: str | None, quiet: bool) -> bool:
    """Write one output; a file that cannot be written keeps no other from being written.

    Args:
        text: what is written.
        file: the file; None is standard output.
        quiet: without a note about it.
    """
    if file is None:
        return _print(text)
    try:
        with open(file, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        click.echo(f"{PROGRAM}: {file} cannot be written: {error.strerror or error}", err=True)
        return False
    note(f"wrote {file}", quiet)
    return True


def _print(text: str) -> bool:
    try:
        click.echo(text, nl=not text.endswith("\n"), color=True)
        sys.stdout.flush()
    except (
        BrokenPipeError
    ):  # `| head` has seen enough; that is not our failure, nor a reason for noise at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return True


def _screen(color: str) -> tuple[bool, int | None]:
    """Only a terminal has a width and, unless told otherwise, colours; a pipe always gets the same bytes."""
    import shutil

    terminal = sys.stdout.isatty()
    wanted = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size().columns if terminal else None
    return (wanted if color == "auto" else color == "always"), width


def note(text: str, quiet: bool) -> None:
    """A note on standard error.

    Args:
        text: what it says.
        quiet: it is not wanted.
    """
    if not quiet:
        click.echo(f"{PROGRAM}: {text}", err=True)
