"""Search in a shared store: the same folded words as in a file, found and ordered as its full-text index does.

What a word is, is settled before: each stands between spaces, a Chinese character is one. So words follow each other
exactly where their texts do, and no dictionary of the server has a say. The order is BM25 as SQLite reckons it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, and_, case, func, literal, select

from dialogue_prep.store.tables import SEARCH

_SATURATION, _LENGTH_SHARE = 1.2, 0.75
_LEAST_WEIGHT = 1e-6
# Who pastes a whole text wants what says all of it; by what its first words weigh, that is well enough ordered.
_WEIGHED = 32


def find_rows(connection: Connection, phrases: Sequence[str], limit: int) -> Sequence[Any]:
    """Return kind and identifier of what says all phrases, best first; each phrase begins where a word does."""
    # A phrase that is asked for twice weighs twice. Between two Chinese characters of one word are two spaces.
    wanted = Counter(" ".join(phrase.split()) for phrase in phrases)
    weighed = list(wanted.items())[:_WEIGHED]
    spaced = literal(" ") + func.replace(SEARCH.c.folded, "  ", " ")
    every = select(
        SEARCH.c.number,
        SEARCH.c.kind,
        SEARCH.c.value_id,
        and_(*(func.strpos(spaced, _begun(phrase)) > 0 for phrase in wanted)).label("found"),
        (func.length(spaced) - func.length(func.replace(spaced, " ", ""))).label("size"),
        *(_times(spaced, phrase).label(f"times_{at}") for at, (phrase, _count) in enumerate(weighed)),
    ).cte("every")
    times = [every.c[f"times_{at}"] for at in range(len(weighed))]
    whole = select(
        func.count().label("number_of_rows"),
        func.avg(every.c.size).label("mean"),
        *(func.count(case((each > 0, 1))).label(f"rows_{at}") for at, each in enumerate(times)),
    ).cte("whole")
    share = 1 - _LENGTH_SHARE + _LENGTH_SHARE * every.c.size / whole.c.mean
    score: ColumnElement[Any] = literal(0.0)
    for at, (_phrase, count) in enumerate(weighed):
        rows = whole.c[f"rows_{at}"]
        weight = func.greatest(func.ln((whole.c.number_of_rows - rows + 0.5) / (rows + 0.5)), _LEAST_WEIGHT) * count
        score = score + weight * times[at] * (_SATURATION + 1) / (times[at] + _SATURATION * share)
    query = select(every.c.kind, every.c.value_id).join_from(every, whole, literal(value=True)).where(every.c.found)
    return connection.execute(query.order_by(score.desc(), every.c.number).limit(limit)).all()


def _times(spaced: ColumnElement[str], phrase: str) -> ColumnElement[Any]:
    """Return how often words that are set apart by spaces, one before them too, say a phrase."""
    return (func.length(spaced) - func.length(func.replace(spaced, _begun(phrase), ""))) / len(f" {phrase}")


def _begun(phrase: str) -> ColumnElement[str]:
    return literal(f" {phrase}", String)
