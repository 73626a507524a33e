"""What the fields of records are called, for those who read what was done to them."""

from __future__ import annotations

from dialogue_prep.gui.seating_terms import seating_field_names
from dialogue_prep.gui.words import _


def field_name(field: str) -> str:
    """Return what a field of a record is called; one that is not named here goes by its name in the record."""
    named = {**_texts(), **_facts(), **_plans(), **_ties(), **_papers(), **seating_field_names()}
    return named.get(field, field.removesuffix("_id").replace("_", " "))


def _texts() -> dict[str, str]:
    return {
        "abbreviation": _("Abbreviation"),
        "answer": _("Answer"),
        "adjective": _("Adjective"),
        "capital": _("Capital"),
        "designation": _("Designation"),
        "fall_back": _("What we could fall back on"),
        "form_of_address": _("Form of address"),
        "guidance": _("Guidance"),
        "long_name": _("Long name"),
        "name": _("Name"),
        "note": _("Note"),
        "office": _("Office"),
        "participation": _("Participation"),
        "purpose": _("Purpose"),
        "question": _("Question"),
        "reason": _("Reason"),
        "red_line": _("What we cannot accept"),
        "short_name": _("Short name"),
        "subgroups": _("Sub-groups"),
        "title": _("Title"),
        "wording": _("Wording"),
        "words": _("Words"),
    }


def _facts() -> dict[str, str]:
    return {
        "as_of": _("Known as of"),
        "cadence": _("Cadence"),
        "city": _("City"),
        "confirmed": _("Confirmed"),
        "due": _("Due"),
        "end": _("Last day"),
        "ended_on": _("Ended on"),
        "entity_id": _("Entity"),
        "home": _("Ours"),
        "host_id": _("Host"),
        "host_rule": _("Who hosts"),
        "hosts_first": _("Hosts first"),
        "kind": _("Kind"),
        "minutes": _("Minutes"),
        "number": _("Number"),
        "mechanism_id": _("Mechanism"),
        "objective_id": _("Objective"),
        "our_consent": _("Our consent"),
        "participates": _("Takes part"),
        "person_id": _("Person"),
        "position": _("Place in the order"),
        "precedence": _("Precedence"),
        "proposed_by": _("Proposed by"),
        "raised_on": _("Raised on"),
        "role": _("Role"),
        "round_id": _("Round"),
        "set_up_on": _("Set up on"),
        "sha256": _("Text, which was not there"),
        "stands_in_for_id": _("Stands in for"),
        "start": _("First day"),
        "state": _("State"),
        "state_on": _("State since"),
        "status": _("Status"),
        "subgroup_id": _("Sub-group"),
        "their_consent": _("Their consent"),
        "time_zone": _("Time zone"),
        "topic_confirmed": _("Topic confirmed"),
        "topic_id": _("Topic"),
        "topics_open": _("Open to new topics"),
        "until": _("Until"),
        "year": _("Year"),
    }


def _plans() -> dict[str, str]:
    return {
        "added_on": _("Added on"),
        "begins": _("Begins at"),
        "by": _("By whom"),
        "count": _("Counted in"),
        "courtesy": _("What to say first"),
        "done_on": _("Done on"),
        "evidence": _("Evidence"),
        "fixed": _("Fixed day"),
        "form": _("How they meet"),
        "holiday_calendar": _("Calendar of holidays"),
        "last_met": _("When we last met"),
        "minutes_available": _("Minutes there are"),
        "next_step": _("Next step"),
        "objective": _("Our objective"),
        "offset": _("Days before"),
        "on": _("Day"),
        "ordinal": _("Number of the round"),
        "outcome": _("Outcome wanted"),
        "owner": _("Owner"),
        "parked": _("Parked"),
        "part": _("Our part"),
        "reference": _("Where it was agreed"),
        "status_on": _("Status since"),
        "strength": _("Strength"),
        "turn": _("Turn"),
        "venue": _("Venue"),
        "voice": _("Whose word"),
        "waived": _("Why it was waived"),
    }


def _ties() -> dict[str, str]:
    return {
        "agenda_id": _("Agenda"),
        "agenda_item_id": _("Agenda item"),
        "by_id": _("By whom"),
        "commitment_id": _("Commitment"),
        "dialogue_id": _("Dialogue"),
        "draft_id": _("Paper"),
        "earlier_id": _("Earlier commitment"),
        "instrument_id": _("Instrument"),
        "marking_id": _("Marking"),
        "passage_id": _("Paragraph of the communiqué"),
        "plan_id": _("Plan of milestones"),
        "post_id": _("Post"),
        "side_id": _("Side"),
        "source_id": _("Source"),
        "speaks_first_id": _("Speaks first"),
        "subject": _("Subject"),
        "subject_id": _("Subject"),
        "template_id": _("Template"),
    }


def _papers() -> dict[str, str]:
    return {
        "about": _("What it is about"),
        "action": _("Action"),
        "addendum": _("Addendum"),
        "approved": _("Approved by"),
        "approved_on": _("Approved on"),
        "audience": _("For whom"),
        "author": _("By"),
        "base": _("Words that it is based on"),
        "career": _("Career"),
        "ceiling": _("Nothing above it is written"),
        "code": _("Code"),
        "consulted": _("Consulted"),
        "content": _("Content"),
        "content_hash": _("Fingerprint of its content"),
        "copy_for": _("Copy for"),
        "criteria": _("What is looked for"),
        "dated": _("Day of the source"),
        "file_hash": _("Fingerprint of the file"),
        "findings": _("What was found"),
        "internal": _("For internal papers"),
        "language": _("Language"),
        "languages": _("Languages"),
        "list_name": _("List"),
        "marking": _("Marking"),
        "marks": _("How words look"),
        "paragraph": _("Paragraph"),
        "path": _("File"),
        "phrases": _("Phrases"),
        "place": _("Place"),
        "profile": _("Made", "of a file, for what"),
        "rank": _("Rank"),
        "released_hash": _("Fingerprint of the released file"),
        "second_language": _("Second language"),
        "shared": _("For papers of both sides"),
        "snapshot": _("What it said"),
        "taken_on": _("Taken in on"),
        "unit": _("Place in the paper"),
        "use": _("For which papers"),
        "value": _("Content"),
        "version": _("Version"),
        "words_hash": _("Fingerprint of its words"),
        "written_on": _("Written on"),
    }
