"""Delegation lists: for the other side who comes from ours, for us everything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.domain.delegation import DelegateRole
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind

Asked = Callable[..., PaperRequest]


def lines(dossier: Dossier, audience: Audience, request: PaperRequest) -> list[str]:
    document = compose(PaperKind.DELEGATION_LIST, audience, dossier, request)
    return [" ".join(line.split()) for line in write_plain(document).splitlines()]


def test_members_stand_in_order_of_precedence_and_support_staff_apart(dossier: Dossier, asked: Asked) -> None:
    said = lines(dossier, Audience.SHARED, asked())
    assert "1 Ms. Ada Example / Head of delegation National Coordinator" in said
    assert "2 Dr. Cy Specimen / Member Director of Treaties Department of Justice" in said
    assert said.index("Support staff") < said.index("1 Di Model / Interpreter [post to be entered]")


def test_the_other_side_learns_neither_notes_nor_absences_nor_what_we_know_of_theirs(
    dossier: Dossier, asked: Asked
) -> None:
    said = " ".join(lines(dossier, Audience.SHARED, asked()))
    assert "Delegation of Arvonia to the 3rd round" in said
    assert not [word for word in ("Does not fly", "Deputy Head", "Nobody is free", "Bo Sample") if word in said]


def test_we_see_for_whom_somebody_stands_in_and_who_is_missing(dossier: Dossier, asked: Asked) -> None:
    said = lines(dossier, Audience.INTERNAL, asked())
    assert any("Designated officer for: Deputy Head of Justice / Note: Does not fly." in line for line in said)
    assert "- National Police of Arvonia: Nobody is free." in said
    assert "2 [to be named] Ministry of the Interior" in said
    assert "3 persons" in said
    assert "1 person, 2 still to be named" in said


def test_who_held_a_post_at_an_earlier_round_is_to_be_confirmed(dossier: Dossier, asked: Asked) -> None:
    assert "1 Mr. Bo Sample [to be confirmed] / Head of delegation [post to be entered]" in lines(
        dossier, Audience.INTERNAL, asked()
    )


def test_institutions_of_ours_that_named_nobody_are_on_both_lists(unfilled: Dossier, asked: Asked) -> None:
    for audience in Audience:
        assert "1 [to be named] Department of Justice" in lines(unfilled, audience, asked())


def test_a_name_bears_no_remark_on_its_language(dossier: Dossier, asked: Asked) -> None:
    for kind in (PaperKind.DELEGATION_LIST, PaperKind.SEATING, PaperKind.BIOGRAPHIES, PaperKind.RECORD):
        said = write_plain(compose(kind, kind.audiences[0], dossier, asked("fr")))
        assert "Cy Specimen" in said
        assert "Cy Specimen\N{NO-BREAK SPACE}[" not in said


def test_an_empty_list_says_so(dossier: Dossier, asked: Asked) -> None:
    empty = replace(dossier, delegates=(), entities=(), item_leads=(), commitment_leads=(), absences=())
    assert "Nobody has been put on this list yet." in lines(empty, Audience.SHARED, asked())


def test_a_list_of_support_staff_alone_is_not_called_empty(dossier: Dossier, asked: Asked) -> None:
    staff = tuple(one for one in dossier.delegates if one.role is DelegateRole.INTERPRETER)
    nobody_else = tuple(replace(entity, participates=False) for entity in dossier.entities)
    said = lines(replace(dossier, delegates=staff, entities=nobody_else), Audience.SHARED, asked())
    assert "1 Di Model / Interpreter [post to be entered]" in said
    assert not any("Nobody has been put" in line for line in said)


@pytest.mark.parametrize("role", DelegateRole)
def test_every_role_has_a_name_in_both_languages(dossier: Dossier, asked: Asked, role: DelegateRole) -> None:
    first, *others = dossier.delegates
    changed = replace(dossier, delegates=(replace(first, role=role), *others))
    english, french = (" ".join(lines(changed, Audience.SHARED, asked(language))) for language in ("en", "fr"))
    assert role.value.replace("head", "head of delegation") in english.lower()
    assert "Cy Specimen" in french
