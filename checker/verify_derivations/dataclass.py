"""Data classes as in the standard library, but that the methods of a class are made with its first object.

Making them takes half a millisecond a class. There are a hundred and fifty kinds of certificates, terms and
results, and one claim needs a dozen of them: this is a third of the time of a cold start.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

Methods = dict[str, Any]


def _dataclass(
    cls: type | None = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True
) -> Any:
    """A class decorator: `dataclasses.dataclass` with these of its options, and without inheritance.

    >>> @dataclass(frozen=True, slots=True)
    ... class Pair:
    ...     left: int
    ...     right: int = 0
    >>> Pair(1), Pair(1) == Pair(1, 0), dataclasses.replace(Pair(1), right=2).right
    (Pair(left=1, right=0), True, 2)
    """

    def decorated(bare: type) -> Any:
        made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(bare)
        _make_later(made, frozen, eq)
        return made

    return decorated if cls is None else decorated(cls)


def _make_later(cls: Any, frozen: bool, eq: bool) -> None:
    """Objects come to be by a call, or out of a pickle: whichever comes first has the methods made."""

    def initialise(self: Any, *values: Any, **named: Any) -> None:
        _make(cls, frozen, eq)
        cls.__init__(self, *values, **named)

    def restore(self: Any, state: tuple[Any, ...]) -> None:
        _make(cls, frozen, eq)
        cls.__setstate__(self, state)

    cls.__init__, cls.__setstate__ = initialise, restore


def _make(cls: Any, frozen: bool, eq: bool) -> None:
    fields = dataclasses.fields(cls)
    methods = {"__init__": _written(cls, frozen), "__repr__": _repr} | _state(tuple(f.name for f in fields))
    if eq:
        methods |= _comparison(tuple(f.name for f in fields if f.compare), frozen)
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
    for name, method in methods.items():
        if name not in vars(cls) or name in ("__init__", "__setstate__"):
            setattr(cls, name, method)


def _written(cls: Any, frozen: bool) -> Callable[..., None]:
    """`__init__`, which is fastest if written out for the fields of the class."""
    known: Methods = {"FACTORY": dataclasses.MISSING}
    names = {f.name for f in dataclasses.fields(cls)}
    body = [f"def __init__(self, {', '.join(_parameters(cls, known))}):"]
    body += [f"    {_setting(cls, f, frozen, known)}" for f in dataclasses.fields(cls)] or ["    pass"]
    passed_on = [name for name in cls.__dataclass_fields__ if name not in names]
    if hasattr(cls, "__post_init__"):
        body.append(f"    self.__post_init__({', '.join(passed_on)})")
    code, made = "\n".join(body), Methods()
    exec(code, known, made)  # nothing but the names of fields is in it
    return cast("Callable[..., None]", made["__init__"])


def _values(names: tuple[str, ...]) -> Callable[[Any], Any]:
    """What tells the values of these fields, which can be compared and hashed."""
    return attrgetter(*names) if names else lambda _: ()


def _state(names: tuple[str, ...]) -> Methods:
    """The methods by which objects are pickled."""

    def get(self: Any) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in names])

    def put(self: Any, state: tuple[Any, ...]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {"__getstate__": get, "__setstate__": put}


def _comparison(names: tuple[str, ...], frozen: bool) -> Methods:
    """Equality by these fields, and the hash that goes with it; what can change has none."""
    values = _values(names)

    def equal(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self is other or values(self) == values(other)

    def hashed(self: Any) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hashed if frozen else None}


def _parameters(cls: Any, known: Methods) -> list[str]:
    """The parameters of `__init__`, and in `known` their defaults."""
    out = []
    for f in cls.__dataclass_fields__.values():
        known[f"default_{f.name}"] = f.default
        default = "FACTORY" if f.default_factory is not MISSING else f"default_{f.name}"
        out.append(f.name if f.default is MISSING and f.default_factory is MISSING else f"{f.name}={default}")
    return out or ["*none"]


def _setting(cls: Any, f: dataclasses.Field[Any], frozen: bool, known: Methods) -> str:
    """The line of `__init__` that sets a field."""
    value = f.name
    if f.default_factory is not MISSING:
        known[f"make_{f.name}"] = f.default_factory
        value = f"make_{f.name}() if {f.name} is FACTORY else {f.name}"
    if not frozen:
        return f"self.{f.name} = {value}"
    slot = vars(cls).get(f.name)
    if not hasattr(slot, "__set__"):
        return f"self.__dict__[{f.name!r}] = {value}"
    known[f"set_{f.name}"] = slot.__set__
    return f"set_{f.name}(self, {value})"


def _repr(self: Any) -> str:
    shown = [f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr]
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, *value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass: Callable[..., Any] = _dataclass

__all__ = ["dataclass"]
