"""The command `verify-derivations`: its arguments, where its output goes, and its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, replace
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from verify_derivations.cache import Run, kept_run
from verify_derivations.commands.bulk import answer_file, end_at_once
from verify_derivations.commands.delivery import PROGRAM, Target, deliver, keep_inputs, note, targets
from verify_derivations.commands.explain import explain
from verify_derivations.config import UNSET, Config, load_config, show, statuses
from verify_derivations.errors import UsageError
from verify_derivations.model import Document, Status
from verify_derivations.results import Report, StepResult
from verify_derivations.version import __version__

if TYPE_CHECKING:
    from verify_derivations.render.options import RenderOptions

AS_EXPECTED, NOT_AS_EXPECTED, BROKEN = 0, 1, 2

T = TypeVar("T")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    code = run(words)
    if words[:1] == ["bulk"]:
        end_at_once(code)
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Do what the arguments say; every problem ends in a message and an exit code, never in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a sigma gets an escape, not an error
            stream.reconfigure(errors="backslashreplace")
    try:
        code = commands.main(_with_command(arguments), prog_name=PROGRAM, standalone_mode=False)
        return code if isinstance(code, int) else AS_EXPECTED
    except (Exception, KeyboardInterrupt) as error:  # each kind has its message
        return told(error, arguments)


def told(error: BaseException, arguments: Sequence[str]) -> int:
    """The exit code for what went wrong, once the user has been told of it."""
    match error:
        case click.ClickException():
            context = getattr(error, "ctx", None)
            command = context.info_name if context and context.info_name in commands.commands else "check"
            return _complain(error.format_message(), f"{PROGRAM} {command} --help lists the options")
        case UsageError():
            return _complain(error.message, error.help, "" if error.code == UsageError.code else error.code)
        case click.Abort() | KeyboardInterrupt():
            return _complain("interrupted")
    # whatever is left is a defect of ours, and the user is told so
    if "--debug" in arguments or os.environ.get("VERIFY_DERIVATIONS_DEBUG"):
        import traceback

        traceback.print_exception(error)
    return _complain(
        f"this is a bug of {PROGRAM} {__version__}: {type(error).__name__}: {error}",
        "please report it, with what --debug prints",
    )


def _with_command(arguments: list[str]) -> list[str]:
    """`verify-derivations PATH` means `verify-derivations check PATH`."""
    known = {*commands.commands, "--help", "-h", "--version"}
    return arguments if arguments and arguments[0] in known else ["check", *arguments]


def _complain(message: str, help: str = "", code: str = "") -> int:
    click.echo(f"{PROGRAM}: {code + ' ' if code else ''}{message}", err=True)
    if help:
        click.echo(f"  help: {help}", err=True)
    return BROKEN


# ---- the commands ------------------------------------------------------------------------------
@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 all as expected, 1 something is not, 2 wrong use or broken input.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Check written mathematics: every step of every derivation gets a verdict.

    "verify-derivations PATH" is short for "verify-derivations check PATH".
    """


def _choices(_: click.Context, __: click.Parameter, value: str | None) -> tuple[Status, ...] | None:
    try:
        return None if value is None else statuses(value.split(","))
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _workers(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    if value == "auto":
        return os.cpu_count() or 1
    if value is not None and not (value.isascii() and value.isdigit() and int(value) > 0):
        raise click.BadParameter(f'"{value}" is neither "auto" nor a whole number, at least 1')
    return None if value is None else int(value)


@commands.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--output-format",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    envvar="VERIFY_DERIVATIONS_OUTPUT_FORMAT",
    show_envvar=True,
    help="full (default), concise, json, html or latex; may be repeated, each with its own file.",
)
@click.option("-o", "--output", metavar="FILE", help="Write the one output format to FILE.")
@click.option(
    "--fail-on",
    metavar="LIST",
    callback=_choices,
    help="Verdicts that fail the run where they are not expected, a comma list of refuted, undecided, "
    "ill-formed, not-understood and vacuous [default: all]. A known error of the source that does not get "
    "its expected verdict always fails it.",
)
@click.option("--exit-zero", is_flag=True, default=None, help="Exit 0 even if a step is not as expected.")
@click.option("--fail-if-empty", is_flag=True, default=None, help="Exit 2 if there is nothing to check.")
@click.option("--title", metavar="TEXT", help="The heading of the HTML or LaTeX report.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Skip such files and folders in folders.")
@click.option("-j", "--jobs", metavar="N", callback=_workers, help="Worker processes, or auto [default: 1].")
@click.option(
    "--config", metavar="FILE", help="Use this configuration file [default: the nearest one upward]."
)
@click.option("--isolated", is_flag=True, help="Use no configuration file.")
@click.option("--list", "only_list", is_flag=True, help="Print what was found and how it is read, and exit.")
@click.option("--show-settings", is_flag=True, help="Print the settings in force and exit.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="auto (default) colours a terminal, unless NO_COLOR is set.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    help="Check anew even if nothing has changed since the last run, and keep nothing.",
)
@click.option("-q", "--quiet", is_flag=True, help="No notes on standard error; problems are still told.")
@click.option(
    "--debug", is_flag=True, expose_value=False, help="Show the traceback of a bug of this program."
)
def check(
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    config: str | None,
    isolated: bool,
    only_list: bool,
    show_settings: bool,
    color: str,
    quiet: bool,
    no_cache: bool,
    **given: Any,
) -> int:
    """Check the derivations in PATHS: files, and folders searched for claim files.

    Without PATHS those of the configuration are checked, else the current folder. Python claim files
    are code, and are run.
    """
    settings = load_config(config, isolated=isolated).with_given(
        **{name: _unless_empty(value) for name, value in given.items()},
        paths=_unless_empty(paths),
        output_format=_unless_empty(formats),
    )
    if show_settings:
        click.echo(show(settings), nl=False)
        return AS_EXPECTED
    if only_list:
        return _list(settings)
    outputs = targets(settings.output_format, output, color)
    run = None if no_cache else kept_run(_decisive(settings, outputs), settings.paths, settings.exclude)
    if run is not None and run.printed is not None and len(run.printed[1]) == len(outputs):
        keep_inputs(outputs, [path for path, _ in run.files])
        code, texts = run.printed
        written = [deliver(text, target.file, quiet) for target, text in zip(outputs, texts, strict=True)]
        return code if all(written) else BROKEN
    return _check_anew(settings, outputs, run, quiet)


@commands.command("bulk")
@click.argument("file", metavar="FILE")
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    callback=_workers,
    default="1",
    help="Worker processes, or auto [default: 1].",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=2.0,
    show_default=True,
    help="What a claim may take; one that overruns is undecided, and the run goes on.",
)
@click.option(
    "--debug", is_flag=True, expose_value=False, help="Show the traceback of a bug of this program."
)
def bulk_command(file: str, jobs: int, seconds: float) -> int:
    """Answer claim records, JSON lines from FILE or - for standard input, with JSON lines.

    The answers come in order, each as soon as it is there, with the fields id, status, conditions,
    witness, read_as, reason and seconds. Exit codes: 0 every line was answered, whatever the verdicts; 1
    so it was, but a line was no JSON object (its answer says which and why); 2 FILE cannot be read.
    """
    return answer_file(file, jobs, seconds)


commands.add_command(explain)


def _unless_empty(value: T) -> T | Any:
    """What click gives for an option that was not given is None or (); in a Config that is UNSET."""
    return UNSET if value is None or value == () else value


def _list(settings: Config) -> int:
    from verify_derivations.commands.listing import listing
    from verify_derivations.read.paths import read_paths
    from verify_derivations.registry import readers

    documents = read_paths(settings.paths, readers=readers(), exclude=settings.exclude)
    for line in listing(documents):
        click.echo(line)
    return BROKEN if any(document.diagnostics for document in documents) else AS_EXPECTED


def _decisive(settings: Config, outputs: Sequence[Target]) -> dict[str, Any]:
    """Whatever decides on what is printed, besides the files that are checked and the software."""
    return {
        "outputs": [astuple(target) for target in outputs],
        "fail_on": [str(status) for status in settings.fail_on],
        "exit_zero": settings.exit_zero,
        "title": settings.title,
    }


def _check_anew(settings: Config, outputs: Sequence[Target], run: Run | None, quiet: bool) -> int:
    # SymPy and the engine come in here, not above, so that --help, --version and what is kept answer at once
    from verify_derivations.check import check_documents
    from verify_derivations.read.paths import read_each, source_lines
    from verify_derivations.registry import is_plugged_in, readers, renderer

    renderers = [renderer(target.name) for target in outputs]
    read = read_each(settings.paths, readers=readers(), exclude=settings.exclude)
    report = check_documents(_not_outputs(read, outputs), jobs=settings.jobs)
    report = replace(report, lines=source_lines(result.document for result in report.documents))
    empty = not report.all_diagnostics() and not any(result.status is not None for result in report.steps())
    if empty:
        note("VD004 there is nothing to check: no formula or claim that states something", quiet=False)
    texts = [
        render(report, _options(target, settings.title))
        for render, target in zip(renderers, outputs, strict=True)
    ]
    written = [deliver(text, target.file, quiet) for target, text in zip(outputs, texts, strict=True)]
    if not all(written) or (empty and settings.fail_if_empty):
        return BROKEN
    code = exit_code(report, settings)
    if run is not None and not any(is_plugged_in(target.name) for target in outputs):
        run.keep(report, code, texts)
    return code


def _not_outputs(documents: Iterable[Document], outputs: Sequence[Target]) -> Iterator[Document]:
    """The same documents; one that would be overwritten ends the run."""
    for document in documents:
        keep_inputs(outputs, [document.path])
        yield document


def _options(target: Target, title: str) -> RenderOptions:
    from verify_derivations.render.options import DEFAULTS

    return replace(
        DEFAULTS,
        color=target.color,
        width=target.width or DEFAULTS.width,
        title=title or DEFAULTS.title,
    )


# ---- the exit code -----------------------------------------------------------------------------
def exit_code(report: Report, settings: Config) -> int:
    """0 all as expected, 1 a step is not, 2 something could not be read."""
    if report.all_diagnostics():
        return BROKEN
    failed = any(fails(step, settings.fail_on) for step in report.steps())
    return NOT_AS_EXPECTED if failed and not settings.exit_zero else AS_EXPECTED


def fails(result: StepResult, fail_on: Sequence[Status]) -> bool:
    """Whether this step fails the run. A known error must get its verdict, whatever `fail_on` says."""
    if result.as_expected:
        return False
    return result.step.expect not in (None, Status.PROVED) or result.status in fail_on
