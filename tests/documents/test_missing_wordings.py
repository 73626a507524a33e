"""What is not worded in the language of a paper is counted, and shown as such in the paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.missing_wordings import missing_wordings, wording_gaps
from dialogue_prep.documents.model import units
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.readiness import Place
from dialogue_prep.domain.text import Text, Wording, WordingState

Asked = Callable[..., PaperRequest]


def french_everywhere(dossier: Dossier) -> Dossier:
    """Return a dossier in which every text has a French wording."""

    def worded(value: object) -> object:
        if isinstance(value, Text) and value and not value.words("fr"):
            return Text((*value, Wording("fr", "mots", WordingState.TRANSLATION)))
        if isinstance(value, tuple):
            return tuple(worded(one) for one in value)
        if hasattr(value, "id"):
            return replace(value, **{f.name: worded(getattr(value, f.name)) for f in fields(value)})
        return value

    return replace(dossier, **{f.name: worded(getattr(dossier, f.name)) for f in fields(dossier)})


def test_a_text_without_a_wording_is_found_with_its_field(dossier: Dossier) -> None:
    found = {(one.record_id, one.field) for one in missing_wordings(dossier, ["fr"])}
    assert ("cyber", "title") in found
    assert ("crime", "title") not in found
    assert ("g1", "note") not in found, "nothing is missing where there is no text at all"


def test_an_outdated_translation_is_missing_too(dossier: Dossier) -> None:
    items = tuple(
        replace(item, title=item.title.reworded("en", "Crime")) if item.id == "crime" else item
        for item in dossier.items
    )
    (found,) = (
        one
        for one in missing_wordings(replace(dossier, items=items), ["fr"])
        if (one.record_id, one.field) == ("crime", "title")
    )
    assert (found.outdated, found.where, found.language) == (True, Place.AGENDA, "fr")


def test_a_dossier_in_two_languages_lacks_nothing_in_them(dossier: Dossier) -> None:
    assert list(missing_wordings(french_everywhere(dossier), ["en", "fr", "fr"])) == []


def test_each_place_and_language_is_one_gap_with_its_number(dossier: Dossier) -> None:
    gaps = {(gap.where, gap.sentence.read()) for gap in wording_gaps(dossier, ["fr", "zh-Hans"])}
    assert (Place.SOURCES, "Titles of sources, missing or outdated in Simplified Chinese: 1.") in gaps
    assert not any(where is Place.SOURCES and "French" in said for where, said in gaps)
    assert not any(gap.blocking or not gap.subject_id for gap in wording_gaps(dossier, ["fr"]))
    said = Phrases("zh-Hans").sentence(next(wording_gaps(dossier, ["fr"])).sentence)
    assert said.startswith("对话名称和标题缺法文文本")


def test_papers_show_such_a_text_in_the_language_there_is_and_say_so(dossier: Dossier, asked: Asked) -> None:
    for language, shown in (("fr", "Cyber security\N{NO-BREAK SPACE}[en anglais]"), ("zh-Hans", "〔英语文本〕")):
        assert shown in write_plain(compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked(language)))


def test_within_a_sentence_they_keep_their_language(unfilled: Dossier, asked: Asked) -> None:
    notes = compose(PaperKind.SPEAKING_NOTES, Audience.INTERNAL, unfilled, asked("fr"))
    (proposal,) = (unit for unit in units(notes) if unit.key.field == "proposal c2")
    assert [(run.text, run.language) for run in proposal.runs[:3]] == [
        ("R2-02\N{NO-BREAK SPACE}: ", ""),
        ("Neither side condones theft by computer", "en"),
        ("\N{NO-BREAK SPACE}[en anglais]", ""),
    ]
