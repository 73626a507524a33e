"""Filters of lists are kept under names of their own."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.errors import UserError
from dialogue_prep.services.saved_filters import SavedFilters
from dialogue_prep.services.workspace import Workspace


@pytest.fixture
def filters(empty: Workspace) -> SavedFilters:
    return SavedFilters(empty)


def test_filters_come_back_by_name_and_only_those_of_their_list(filters: SavedFilters) -> None:
    for list_name, name in (("commitments", "water"), ("commitments", "Crime"), ("sources", "Held")):
        filters.keep(list_name, name, "topic\tcrime")
    assert [one.name for one in filters.of_list("commitments")] == ["Crime", "water"]


def test_keeping_a_filter_under_a_name_there_is_changes_it(filters: SavedFilters) -> None:
    first = filters.keep("commitments", "Crime", "topic\tcrime")
    again = filters.keep("commitments", " crime ", "kind\tnorm", seen=[first])
    assert (again.id, again.name, again.criteria) == (first.id, "crime", "kind\tnorm")


def test_a_filter_is_renamed_unless_the_name_is_taken_or_empty(empty: Workspace, filters: SavedFilters) -> None:
    crime, water = (filters.keep("commitments", name, f"topic\t{name}") for name in ("Crime", "Water"))
    with pytest.raises(UserError, match="There is a filter named “Water” already"):
        filters.rename(crime, "WATER")
    with pytest.raises(UserError, match="A filter needs a name"):
        filters.rename(crime, "  ")
    assert filters.rename(water, "water").name == "water"
    filters.remove(crime)
    assert [one.name for one in filters.of_list("commitments")] == ["water"]
    empty.undo()
    assert len(filters.of_list("commitments")) == 2
