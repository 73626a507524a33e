"""How the sources of a dialogue number their paragraphs, read without their words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from dialogue_prep.domain.identity import SourceId
from dialogue_prep.domain.paragraph_numbers import BEGINNING, ParagraphNumbers, paragraph_numbers
from dialogue_prep.domain.source import Source, SourceParagraph
from dialogue_prep.store.tables import TABLES


def paragraph_numbers_in(connection: Connection, dialogue_id: str) -> Mapping[SourceId, ParagraphNumbers]:
    """Return the numbers of the paragraphs of each source of a dialogue that numbers them itself."""
    found: dict[SourceId, list[tuple[str, int]]] = {}
    for source_id, beginning, length in connection.execute(_beginnings(), {"dialogue_id": dialogue_id}):
        found.setdefault(SourceId(source_id), []).append((beginning, length))
    numbered = {source_id: paragraph_numbers(paragraphs) for source_id, paragraphs in found.items()}
    return {source_id: numbers for source_id, numbers in numbered.items() if numbers.own}


@cache
def _beginnings() -> Select[Any]:
    source, held = TABLES[Source], TABLES[SourceParagraph]
    sources = select(source.c.id).where(source.c.dialogue_id == bindparam("dialogue_id"))
    beginning, length = func.substr(held.c.words, 1, BEGINNING), func.length(held.c.words)
    query = select(held.c.source_id, beginning, length).where(held.c.source_id.in_(sources))
    return query.order_by(held.c.source_id, held.c.number)
