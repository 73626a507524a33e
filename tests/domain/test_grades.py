"""The scale of wordings tells a stronger wording from a weaker one, in three languages."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.grades import Standing, grade_of
from dialogue_prep.domain.instrument import InstrumentState
from dialogue_prep.domain.text import worded
from dialogue_prep.system.phrasebook import phrasebook, usual_scale


@pytest.mark.parametrize(
    ("language", "words", "rung"),
    [
        ("en", "The sides exchanged views on the locks.", "exchange views"),
        ("en", "They will continue their discussions on the locks.", "continue discussions"),
        ("en", "They will continue to seek ratification of the pact.", "seek"),
        ("en", "Both sides agreed to deepen cooperation in completing the canal.", "strengthen"),
        ("en", "Completing work related to the signing of the pact", "complete"),
        ("en", "They will sign the pact in May.", "sign"),
        ("en", "They ratified the pact.", "ratified or carried out"),
        ("fr", "Les parties poursuivront les discussions sur les écluses.", "continue discussions"),
        ("fr", "Elles s’efforceront d’obtenir la ratification.", "seek"),
        ("zh-Hans", "双方同意加强在河流管理方面的合作。", "strengthen"),
        ("zh-Hans", "双方将继续寻求批准该协定。", "seek"),
    ],
)
def test_the_phrase_that_comes_first_gives_the_rung(language: str, words: str, rung: str) -> None:
    found = grade_of(worded(language, words), usual_scale())
    assert found is not None
    assert found.name.read("en") == rung


def test_what_is_not_on_the_scale_has_no_rung() -> None:
    assert grade_of(worded("en", "The river is wide."), usual_scale()) is None


def test_a_translation_does_not_move_the_original() -> None:
    both = worded("fr", "Signer le pacte.").reworded("en", "Strengthen the pact.")
    found = grade_of(both, usual_scale())
    assert found is not None
    assert found.name.read("en") == "sign"


def test_the_rungs_go_up_and_have_names_and_phrases_in_three_languages() -> None:
    scale = usual_scale()
    assert [grade.position for grade in scale] == list(range(1, len(scale) + 1))
    for grade in scale:
        assert [w.language for w in grade.name] == [w.language for w in grade.phrases] == ["en", "fr", "zh-Hans"]


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("The two sides will open the locks.", Standing.JOINT),
        ("Each side will open its own locks.", Standing.PARALLEL),
        ("Chaque partie ouvrira ses écluses.", Standing.PARALLEL),
        ("双方将各自开放船闸。", Standing.PARALLEL),
    ],
)
def test_a_sentence_in_which_each_speaks_for_itself_is_told_from_a_joint_one(words: str, standing: Standing) -> None:
    assert phrasebook().standing(words) is standing


def test_the_tone_is_what_the_record_says_of_it() -> None:
    assert phrasebook().tones("They had candid and in-depth talks, candid throughout.") == ("candid", "in-depth")
    assert phrasebook().tones("They were incandescent.") == ()


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [
        ("starting discussions on an ", "", InstrumentState.DISCUSSIONS),
        ("completing work related to the signing of the “", "”", InstrumentState.TEXT_AGREED),
        ("The two sides agreed to continue to seek ratification of the ", " next year", InstrumentState.SIGNED),
        ("strengthen cooperation, on the basis of the ", "", InstrumentState.IN_FORCE),
        ("Renewing the “", "”", InstrumentState.RENEWAL_DUE),
        ("the negotiation and signing of the ", "", InstrumentState.TEXT_AGREED),
        ("Les parties sont convenues de renouveler le ", "", InstrumentState.RENEWAL_DUE),
        ("双方同意推动早日批准", "", InstrumentState.SIGNED),
        ("根据", "，双方同意开展合作", InstrumentState.IN_FORCE),
        ("The ", " expired in May", InstrumentState.EXPIRED),
        ("They spoke of the ", "", None),
    ],
)
def test_how_far_an_instrument_has_come_is_said_next_to_its_name(
    before: str, after: str, state: InstrumentState | None
) -> None:
    assert phrasebook().stage(before, after) is state
