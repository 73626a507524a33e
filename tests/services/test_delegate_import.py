"""A list of people from elsewhere: who is in it is shown row by row, and all are put on the delegation list at once."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.delegate_list import DelegateList, ListField
from dialogue_prep.domain.delegation import DelegateRole
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.setting import StoreSetting
from dialogue_prep.domain.text import in_english
from dialogue_prep.reading.people_file import read_pasted_people
from dialogue_prep.services.delegate_import import (
    DelegateImport,
    ProposedDelegate,
    RowStanding,
    proposed,
    words_by_field,
)
from dialogue_prep.services.delegations import Coming, Delegations
from dialogue_prep.services.rounds import Rounds
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.language import catalogue

LIST = (
    "Name\tTitle\tOrganisation\tRole\n"
    "EXAMPLE Ada\tCoordinator\tOffice of Courts\t\n"
    "Bo Sample\tAdviser\toffice of waters, Locks\tinterpreter\n"
    "Cy Case\tClerk\tOffice of Clouds\t\n"
    "\tNobody\t\t\n"
    "Sample Bo\t\t\t\n"
    "Di Duly\t\t\tjuggler\n"
    "王伟\t处长\t\t团长\n"
)


def dossier(workspace: Workspace) -> Dossier:
    return Rounds(workspace).dossier("round-3")


def on_lists(workspace: Workspace) -> tuple[object, ...]:
    found = dossier(workspace)
    return found.delegates, found.people, found.absences


def read(workspace: Workspace, words: str = LIST) -> tuple[DelegateList, tuple[ProposedDelegate, ...]]:
    """Return a pasted list and how its rows stand to our side of the invented dialogue."""
    people, found = read_pasted_people(words), dossier(workspace)
    columns = DelegateImport(workspace).columns(people)
    return people, proposed(found, found.home, words_by_field(people, columns), "en")


@pytest.mark.shows("I7 lists with preview, mapping and errors by row")
def test_every_row_says_how_it_stands_and_what_is_wrong_with_it(workspace: Workspace) -> None:
    _people, found = read(workspace)
    assert [row.standing.value for row in found] == [
        "on the list already",
        "new",
        "cannot be taken in",
        "cannot be taken in",
        "cannot be taken in",
        "cannot be taken in",
        "new",
    ]
    assert [row.refusal.read("en") for row in found if row.refusal] == [
        "“Office of Clouds” is no entity of Ostrava; correct the name, or leave that column out.",
        "There is no name in this row.",
        "Sample Bo is in the list twice.",
        "“juggler” is no role; the roles are head, member, adviser, interpreter, note-taker, security, press.",
    ]
    new = found[1].coming
    assert new is not None
    assert (new.role, new.entity_id) == (DelegateRole.INTERPRETER, "waters")
    chinese = found[6].coming
    assert chinese is not None
    assert (chinese.name.words("zh-Hans"), chinese.role) == ("王伟", DelegateRole.HEAD)


def test_a_form_of_address_within_the_name_makes_nobody_else_of_a_person(workspace: Workspace) -> None:
    _people, found = read(workspace, "Full name\tBody\nMs. Ada Example\tOffice of Courts\nMr. Cy Case\t\n")
    assert [row.standing for row in found] == [RowStanding.LISTED, RowStanding.NEW]
    new = found[1].coming
    assert new is not None
    assert (new.name.read("en"), new.form_of_address.read("en")) == ("Cy Case", "Mr.")


@pytest.mark.parametrize("language", ["en", "fr", "zh-Hans"])
def test_a_role_is_understood_as_the_refusal_names_it(workspace: Workspace, language: str) -> None:
    names, found = catalogue(language).gettext, dossier(workspace)
    rows = [{ListField.NAME: f"Ada {role}", ListField.ROLE: names(role.value)} for role in DelegateRole]
    comings = [one.coming for one in proposed(found, found.home, rows, language)]
    assert [one.role for one in comings if one is not None] == list(DelegateRole)


def test_all_are_taken_in_as_one_step_and_columns_are_remembered(workspace: Workspace) -> None:
    before, on_lists_before = dossier(workspace), on_lists(workspace)
    people, found = read(workspace, "Who\tTitle\nBo Sample\tClerk\nCy Case\tClerk\n")
    assert all(row.standing is RowStanding.REFUSED for row in found), "nobody knows yet what “Who” is"
    columns = (ListField.NAME, ListField.OFFICE)
    rows = proposed(before, before.home, words_by_field(people, columns), "en")
    comings = [row.coming for row in rows if row.coming]
    DelegateImport(workspace).take_in(comings, people.headings, columns)
    added = [one for one in dossier(workspace).delegates if one not in before.delegates]
    assert [one.office.read("en") for one in added] == ["Clerk", "Clerk"]
    assert DelegateImport(workspace).columns(people) == columns
    assert workspace.undo() is not None
    assert on_lists(workspace) == on_lists_before
    with workspace.look() as work:
        assert work.look_up(StoreSetting, "columns-of-delegate-lists") is None


def test_where_one_was_added_meanwhile_nobody_is_taken_in(workspace: Workspace) -> None:
    people, found = read(workspace, "Name\nCy Case\nBo Sample\n")
    comings = [row.coming for row in found if row.coming]
    Delegations(workspace).add(
        Coming(round_id=comings[0].round_id, side_id=comings[0].side_id, name=in_english("Bo Sample"))
    )
    on_lists_before = on_lists(workspace)
    with pytest.raises(UserError, match="Bo Sample is on the list already"):
        DelegateImport(workspace).take_in(comings, people.headings, (ListField.NAME,))
    assert on_lists(workspace) == on_lists_before


def test_a_person_who_is_known_stays_the_same_person(workspace: Workspace) -> None:
    known = dossier(workspace)
    head = next(one for one in known.delegates if one.side_id == known.home.id)
    Delegations(workspace).remove(head)
    people, (row,) = read(workspace, "Last name\tFirst name\nexample\tADA\n")
    assert (row.standing, row.coming is not None) == (RowStanding.KNOWN, True)
    assert row.coming is not None
    (added,) = DelegateImport(workspace).take_in([row.coming], people.headings, people.columns)
    assert added.person_id == head.person_id
