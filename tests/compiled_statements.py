"""The statements of stores that tests open: compiled once, as for the one store that a session of the program opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.engine import Dialect

from dialogue_prep.store import database, postgres

Compiled = dict[Any, tuple[Dialect, dict[Any, Any]]]
"""By the module that reaches a store: what statements are compiled for, and what was compiled."""


def share_compiled_statements(patch: pytest.MonkeyPatch, compiled: Compiled) -> None:
    """Let a store that is opened find the statements compiled that an earlier one of its sort has used."""
    for module in (database, postgres):
        patch.setattr(module, "create_engine", _sharing(module.create_engine, compiled))


def _sharing(create: Callable[..., Engine], compiled: Compiled) -> Callable[..., Engine]:
    def created(*asked: Any, **named: Any) -> Engine:
        engine = create(*asked, **named)
        sort = engine.dialect.loaded_dbapi
        if sort in compiled:
            engine.dialect, engine._compiled_cache = compiled[sort]
        else:
            # Only one that has reached its store knows what it compiles for.
            event.listen(engine, "connect", lambda *_: compiled.setdefault(sort, (engine.dialect, {})))
        return engine

    return created
