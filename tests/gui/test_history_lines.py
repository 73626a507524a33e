"""History in words: one line a field and change, the same for whatever kind of record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from dialogue_prep.domain.agenda import AgendaItem
from dialogue_prep.domain.delegation import Delegate
from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.gui.field_contents import choice_name, field_in_words
from dialogue_prep.gui.history_lines import HistoryLine, history_lines, ids_in, removed_lines
from dialogue_prep.gui.terms import kind_name
from dialogue_prep.services.history import History
from dialogue_prep.services.records import Records
from dialogue_prep.store.fields import hints_of
from dialogue_prep.store.kinds import KIND_OF_NAME
from tests.gui.conftest import Open


def lines_of(opened: Open, id_: str) -> tuple[HistoryLine, ...]:
    history = History(opened.workspace)
    entries = history.of(id_)
    return history_lines(entries, history.named(ids_in(entries)), "en")


def test_each_language_of_a_text_is_a_line_of_its_own(opened: Open) -> None:
    with opened.workspace.look() as work:
        topic = work.find(Topic, number=1)[0]
    Records(opened.workspace).change(topic, replace(topic, title=in_english("Other")), label="Change a topic")
    lines = [line for line in lines_of(opened, topic.id) if line.field]
    assert [line.field_words for line in lines] == [
        "Title (English)",
        "Title (French)",
        "Title (Simplified Chinese)",
    ]
    assert (lines[0].before, lines[0].after) == (topic.title.words("en"), "Other")
    assert lines[1].after == "nothing"
    assert all(line.can_be_put_back for line in lines)


def test_a_record_that_is_named_is_said_by_its_name(opened: Open) -> None:
    with opened.workspace.look() as work:
        delegate = work.find(Delegate)[0]
        entity = work.find(Entity, side_id=delegate.side_id)[1]
    Records(opened.workspace).change(delegate, replace(delegate, entity_id=entity.id), label="Change a delegate")
    (line,) = (line for line in lines_of(opened, delegate.id) if line.field)
    assert (line.field_words, line.after) == ("Entity", entity.name.read("en"))


def test_days_and_choices_are_said_as_the_window_says_them(opened: Open) -> None:
    with opened.workspace.look() as work:
        round_ = work.find(Round, ordinal=3)[0]
    agreed = replace(round_, start=date(2018, 6, 12), end=date(2018, 6, 12), status=RoundStatus.DATES_AGREED)
    Records(opened.workspace).change(round_, agreed, label="Change a round")
    said = {line.field: line.after for line in lines_of(opened, round_.id)}
    assert (said["start"], said["status"]) == ("12 June 2018", "Dates agreed")


def test_every_kind_of_record_every_field_and_every_choice_has_a_name() -> None:
    for name, kind in KIND_OF_NAME.items():
        assert kind_name(kind.__name__) != kind.__name__ or kind.__name__.istitle()
        for field, hint in hints_of(kind).items():
            assert field == "id" or field_in_words(name, field)[0].isupper(), field
            if isinstance(hint.holds, type) and issubclass(hint.holds, StrEnum):
                assert all(map(choice_name, hint.holds))


def test_what_was_taken_back_and_done_again_says_so(opened: Open) -> None:
    with opened.workspace.look() as work:
        item = work.find(AgendaItem)[0]
    Records(opened.workspace).change(item, replace(item, minutes=7), label="Change the minutes")
    opened.workspace.undo()
    opened.workspace.redo()
    assert [line.what for line in lines_of(opened, item.id) if line.field] == [
        "Done again: Change the minutes",
        "Taken back: Change the minutes",
        "Change the minutes",
    ]


def test_what_was_removed_says_what_it_was_and_what_went_with_it(opened: Open) -> None:
    with opened.workspace.look() as work:
        topic = work.find(Topic, number=2)[0]
    Records(opened.workspace).remove(topic, label="Remove a topic")
    (line,) = removed_lines(History(opened.workspace).removed(), "en")
    assert topic.title.read("en") in line.title
    assert line.note.startswith("Topic · with ")
    assert line.note.endswith("Remove a topic")
