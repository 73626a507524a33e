"""Search in a shared store: the same folded words as in a file, found and ordered as its full-text index does.

What a word is, is settled before: each stands between spaces, a Chinese character is one. So words follow each other
exactly where their texts do, and no dictionary of the server has a say. The order is BM25 as SQLite reckons it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, case, func, literal, select

from dialogue_prep.store.tables import SEARCH

_SATURATION, _LENGTH_SHARE = 1.2, 0.75
_LEAST_WEIGHT = 1e-6


def find_rows(connection: Connection, phrases: Sequence[str], limit: int) -> Sequence[Any]:
    """Return kind and identifier of what says all phrases, best first; each phrase begins where a word does."""
    spaced = literal(" ") + SEARCH.c.folded
    every = select(
        SEARCH.c.number,
        SEARCH.c.kind,
        SEARCH.c.value_id,
        (func.length(SEARCH.c.folded) - func.length(func.replace(SEARCH.c.folded, " ", "")) + 1).label("size"),
        *(_times(spaced, phrase).label(f"times_{at}") for at, phrase in enumerate(phrases)),
    ).cte("every")
    times = [every.c[f"times_{at}"] for at in range(len(phrases))]
    whole = select(
        func.count().label("number_of_rows"),
        func.avg(every.c.size).label("mean"),
        *(func.count(case((each > 0, 1))).label(f"rows_{at}") for at, each in enumerate(times)),
    ).cte("whole")
    share = 1 - _LENGTH_SHARE + _LENGTH_SHARE * every.c.size / whole.c.mean
    score: ColumnElement[Any] = literal(0.0)
    for at, each in enumerate(times):
        rows = whole.c[f"rows_{at}"]
        weight = func.ln((whole.c.number_of_rows - rows + 0.5) / (rows + 0.5))
        score = score + func.greatest(weight, _LEAST_WEIGHT) * each * (_SATURATION + 1) / (each + _SATURATION * share)
    query = select(every.c.kind, every.c.value_id).join_from(every, whole, literal(value=True))
    query = query.where(*(each > 0 for each in times)).order_by(score.desc(), every.c.number).limit(limit)
    return connection.execute(query).all()


def _times(spaced: ColumnElement[str], phrase: str) -> ColumnElement[Any]:
    """Return how often words that are set apart by spaces, one before them too, say a phrase."""
    wanted = literal(f" {phrase}", String)
    return (func.length(spaced) - func.length(func.replace(spaced, wanted, ""))) / len(f" {phrase}")
