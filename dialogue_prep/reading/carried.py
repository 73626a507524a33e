"""Frozen values as plain ones and back, so that they can be carried from one process to another as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def as_plain(value: object) -> Any:
    """Return a value as lists, dictionaries, strings and numbers."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [as_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def from_plain(kind: type[T], plain: Mapping[str, Any]) -> T:
    """Return the value of a dataclass that `as_plain` made plain; its fields say what each of them is.

    Fields are dataclasses, dates, enumerations, strings and numbers, any of them or None, and tuples of one kind.
    """
    return cast("T", _as(kind, plain))


def _as(kind: Any, plain: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        (inner,) = (one for one in get_args(kind) if one is not NoneType)
        return None if plain is None else _as(inner, plain)
    if origin is tuple:
        return tuple(_as(get_args(kind)[0], one) for one in plain)
    if is_dataclass(kind):
        return cast("Any", kind)(**{name: _as(hint, plain[name]) for name, hint in _hints(cast("type", kind)).items()})
    if kind is date:
        return date.fromisoformat(plain)
    return kind(plain) if isinstance(kind, type) and issubclass(kind, Enum) else plain


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
