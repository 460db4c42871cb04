"""The settings of `[tool.verify-derivations]` or verify-derivations.toml, read once, as one frozen Config."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from difflib import get_close_matches
from enum import Enum
from typing import Any, Final

from verify_derivations.dataclass import dataclass
from verify_derivations.errors import UsageError
from verify_derivations.model import Status


class Unset(Enum):
    """The type of `UNSET`: "nothing was said", which is not the same as None, "" or an empty list."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET

OWN_FILE = "verify-derivations.toml"
PYPROJECT = "pyproject.toml"
TABLE = "tool.verify-derivations"

FAILING: dict[str, Status] = {
    status.value.replace(" ", "-"): status
    for status in (
        Status.REFUTED,
        Status.UNDECIDED,
        Status.ILL_FORMED,
        Status.NOT_UNDERSTOOD,
        Status.VACUOUS,
    )
}
"""What `fail-on` may name, as it is written there."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one run; `source` is the file they came from. Paths are as seen from where we are."""

    paths: tuple[str, ...] = (".",)
    exclude: tuple[str, ...] = ()
    fail_on: tuple[Status, ...] = tuple(FAILING.values())
    output_format: tuple[str, ...] = ("full",)
    jobs: int = 1
    exit_zero: bool = False
    fail_if_empty: bool = False
    title: str = ""
    source: str | None = None

    def with_given(self, **given: object) -> Config:
        """The same with the settings of the command line on top; what is UNSET there changes nothing."""
        return replace(self, **{key: value for key, value in given.items() if value is not UNSET})  # type: ignore[arg-type]  # the caller's keywords are the fields


def load_config(path: str | None = None, *, isolated: bool = False) -> Config:
    """What is in force: the named file, or the nearest one here or upward, or the defaults."""
    if isolated:
        return Config()
    if path is not None:
        return _read(path, required=True) or Config()
    for folder in _upward(os.getcwd()):
        for name in (OWN_FILE, PYPROJECT):
            candidate = os.path.join(folder, name)
            found = _read(os.path.relpath(candidate)) if os.path.isfile(candidate) else None
            if found is not None:
                return found
    return Config()


def statuses(names: Iterable[str]) -> tuple[Status, ...]:
    """The statuses with these names, in the order of the table; an unknown name raises ValueError."""
    wanted = {name.strip().replace(" ", "-") for name in names} - {""}
    for name in sorted(wanted - set(FAILING)):
        raise ValueError(f'"{name}" is no status that can fail a run; choose from {", ".join(FAILING)}')
    return tuple(status for name, status in FAILING.items() if name in wanted)


def show(config: Config) -> str:
    """The settings as a TOML table, with the file that they came from."""
    rows = [f"# from {config.source or 'the defaults; no configuration file is in force'}", f"[{TABLE}]"]
    rows += [f"{key} = {_toml(getattr(config, key.replace('-', '_')))}" for key in KEYS]
    return "\n".join(rows) + "\n"


# ---- the keys ----------------------------------------------------------------------------------
def _strings(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError("a list of strings is needed")
    return tuple(value)


def _string_or_strings(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else _strings(value)


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a string is needed")
    return value


def _fail_on(value: Any) -> tuple[Status, ...]:
    return statuses(_strings(value))


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false is needed")
    return value


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError("a whole number, at least 1, is needed")
    return value


KEYS: dict[str, Callable[[Any], Any]] = {
    "paths": _strings,
    "exclude": _strings,
    "fail-on": _fail_on,
    "output-format": _string_or_strings,
    "jobs": _count,
    "exit-zero": _flag,
    "fail-if-empty": _flag,
    "title": _string,
}
"""Every key of the table and what reads its value; the field of `Config` has the same name."""


# ---- reading -----------------------------------------------------------------------------------
def _upward(folder: str) -> Iterable[str]:
    yield folder
    while (parent := os.path.dirname(folder)) != folder:
        folder = parent
        yield folder


def _read(path: str, *, required: bool = False) -> Config | None:
    """The settings in this file; None where it is a pyproject.toml that does not speak about us."""
    import tomllib

    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"{path}: the configuration cannot be read: {reason}", code="VD012") from error
    if os.path.basename(path) != PYPROJECT:
        return _config(path, text, table)
    tool = table.get("tool", {})
    own = tool.get("verify-derivations") if isinstance(tool, dict) else None
    if own is None and not required:
        return None
    return _config(path, text, own or {})


def _config(path: str, text: str, table: Any) -> Config:
    if not isinstance(table, dict):
        raise UsageError(f"{path}: [{TABLE}] must be a table", code="VD011")
    for key in table:
        if key not in KEYS:
            raise UsageError(
                f'{_place(path, text, key)}: unknown configuration key "{key}"',
                code="VD010",
                help=_suggestion(key),
            )
    values = {key.replace("-", "_"): _value(path, text, key, value) for key, value in table.items()}
    folder = os.path.dirname(path)
    values["paths"] = tuple(os.path.normpath(os.path.join(folder, p)) for p in values.get("paths", (".",)))
    values["exclude"] = tuple(_from_folder(folder, pattern) for pattern in values.get("exclude", ()))
    return Config(**values, source=path)


def _from_folder(folder: str, pattern: str) -> str:
    """A pattern with a slash means a place below the configuration; one without means a name anywhere."""
    return os.path.normpath(os.path.join(folder, pattern)) if "/" in pattern.rstrip("/") else pattern


def _value(path: str, text: str, key: str, value: Any) -> Any:
    try:
        return KEYS[key](value)
    except ValueError as error:
        message = f"{_place(path, text, key)}: {key} = {_toml(value)} cannot be used: {error}"
        raise UsageError(message, code="VD011") from error


def _suggestion(key: str) -> str:
    close = get_close_matches(key.replace("_", "-").lower(), KEYS, n=1)
    return f'did you mean "{close[0]}"?' if close else "the keys are " + ", ".join(KEYS)


def _place(path: str, text: str, key: str) -> str:
    """`file:line` of a key; tomllib keeps no positions, so the line is looked for below the table's head."""
    own_table = os.path.basename(path) != PYPROJECT
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip().startswith("["):
            own_table = line.replace(" ", "").replace('"', "").startswith(f"[{TABLE}")
        elif own_table and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[.=]""", line):
            return f"{path}:{number}"
    return path


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, Status):
        return f'"{value.value.replace(" ", "-")}"'
    return f'"{value}"' if isinstance(value, str) else str(value)
