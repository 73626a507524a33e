"""A list of people is taken in from the terminal: what stays out is said, and nothing is taken without consent."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Give

LIST = "Name,Organisation\nAda Example,PS\nBo Sample,Office of Clouds\nDaniel Jean,PCO\n"


def test_a_list_is_taken_in_and_the_rows_that_stay_out_are_said(give: Give, demonstrated: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    ended = give("--yes", "--json", "delegations", "--import", path, "--side", "Canada")
    assert ended.code == 0
    assert "Bo Sample: “Office of Clouds” is no entity of Canada" in ended.said
    assert [one["name"] for one in ended.json if one["side"] == "Canada"][1:] == ["Ada Example"]
    again = give("--yes", "delegations", "--import", path)
    assert again.code == 1
    assert "There is nobody in the list who can be taken in." in again.said


def test_whose_list_it_is_without_a_list_is_refused_in_one_sentence(give: Give, demonstrated: Path) -> None:
    ended = give("delegations", "--side", "Canada")
    assert (ended.code, ended.answer, ended.said.count("\n")) == (1, "", 1)
    assert "--import" in ended.said
