"""An error leaves what Qt has called as a whole exception, so that it is told instead of ending the process.

PySide6 adds words to an error that comes out of a method which Qt has called, and takes it for an exception. Before
Python 3.12 an error that was raised in C, as by `int("seven")` or by a widget that is gone, is only its kind and its
words until somebody catches it: PySide6 then writes into memory that is not its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject


def keep_errors_whole() -> None:
    """Have every method that Qt may call catch its errors once, of the classes there are and of those to come."""
    if sys.version_info < (3, 12) and "__init_subclass__" not in vars(QObject):
        for kind in _kinds_of(QObject):
            _guard(kind)
        QObject.__init_subclass__ = classmethod(_guard_new)  # type: ignore[method-assign, assignment]


def _guard_new(kind: type[QObject]) -> None:
    super(QObject, kind).__init_subclass__()
    _guard(kind)


def _guard(kind: type) -> None:
    for name, method in list(vars(kind).items()):
        if isinstance(method, FunctionType) and _is_asked_by_qt(kind, name) and not hasattr(method, "__wrapped__"):
            setattr(kind, name, _with_whole_errors(method))


def _is_asked_by_qt(kind: type, name: str) -> bool:
    by_qt = (one for one in kind.__mro__ if one.__module__.startswith("PySide6"))
    return not name.startswith("__") and any(name in vars(one) for one in by_qt)


def _with_whole_errors(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def call(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:  # noqa: TRY203 - an error that was caught is an exception from then on
            raise

    return call


def _kinds_of(kind: type) -> Iterator[type]:
    below: list[type] = kind.__subclasses__()
    for one in below:
        if not one.__module__.startswith("PySide6"):
            yield one
        yield from _kinds_of(one)
