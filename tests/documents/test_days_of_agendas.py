"""Agendas of several days: each paper says on which day its hours are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogue_prep.documents.compose.bilingual import in_both
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.model import Document, Heading, Table, units, words_of_line
from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.text import in_english

Asked = Callable[..., PaperRequest]
DAYS = ["1 June 2032", "2 June 2032"]


@pytest.fixture
def on_two_days(dossier: Dossier) -> Dossier:
    """Return a dossier the break of whose agenda is the end of its first day."""

    def ended(item: AgendaItem) -> AgendaItem:
        return replace(item, title=in_english("End of the day"), minutes=0) if item.id == "pause" else item

    return replace(dossier, items=tuple(map(ended, dossier.items)))


def headings(document: Document) -> list[str]:
    return [words_of_line(block) for block in document.blocks if isinstance(block, Heading)]


def hours(document: Document) -> list[list[str]]:
    """Return the hours of each table whose first row is of column heads."""
    tables = [block for block in document.blocks if isinstance(block, Table) and block.header]
    return [[words_of_line(row[1].paragraphs[0]) for row in table.rows] for table in tables]


def test_the_agenda_has_a_table_for_each_day_under_its_date(on_two_days: Dossier, asked: Asked) -> None:
    document = compose(PaperKind.AGENDA, Audience.SHARED, on_two_days, asked())
    assert headings(document) == DAYS
    first, second = hours(document)
    assert (first[0], first[-1], second[0]) == ("9:00", "11:00", "9:00")
    minutes = {unit.key.record_id for unit in units(document) if unit.key.field == "minutes"}
    assert "pause" not in minutes, "what ends a day takes no minutes"


@pytest.mark.parametrize(
    "kind", [PaperKind.ANNOTATED_AGENDA, PaperKind.SCENARIO, PaperKind.SPEAKING_NOTES], ids=lambda kind: kind.value
)
def test_papers_of_our_own_name_each_day_too(on_two_days: Dossier, asked: Asked, kind: PaperKind) -> None:
    document = compose(kind, Audience.INTERNAL, on_two_days, asked())
    assert [one for one in headings(document) if one in DAYS] == DAYS


def test_both_languages_name_each_day(on_two_days: Dossier, asked: Asked) -> None:
    first, second = (compose(PaperKind.AGENDA, Audience.SHARED, on_two_days, asked(tag)) for tag in ("en", "fr"))
    said = [one.replace("\N{NO-BREAK SPACE}", " ") for one in headings(in_both(first, second, PaperKind.AGENDA))]
    assert said == ["1 June 2032 / 1er juin 2032", "2 June 2032 / 2 juin 2032"]


def test_days_whose_dates_are_open_are_numbered(on_two_days: Dossier, asked: Asked) -> None:
    open_dates = replace(on_two_days, round=replace(on_two_days.round, start=None, end=None))
    assert headings(compose(PaperKind.AGENDA, Audience.SHARED, open_dates, asked())) == ["Day 1", "Day 2"]


def test_a_round_of_one_day_names_no_day(dossier: Dossier, asked: Asked) -> None:
    one_day = replace(dossier, round=replace(dossier.round, end=dossier.round.start))
    assert headings(compose(PaperKind.AGENDA, Audience.SHARED, one_day, asked())) == []


def test_hours_that_are_all_of_the_first_day_say_so(dossier: Dossier, asked: Asked) -> None:
    assert headings(compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked())) == DAYS[:1]
