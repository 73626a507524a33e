"""`templates` in the terminal: what a template may hold, checking one, adding it, saving it, taking it out."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.documents.staff_templates import p, word_file


@pytest.fixture
def letterhead(tmp_path: Path) -> Path:
    path = tmp_path / "Letterhead.dotx"
    path.write_bytes(word_file(p("Ministry of {{home.name}}") + p("{{paper}}")))
    return path


def test_every_placeholder_is_listed_with_its_meaning(give) -> None:
    answer = give("templates", "--placeholders", "--json").json
    assert {"placeholder": "{{round.city}}", "meaning": "the city of the round", "alone": False,
            "audiences": ["shared", "internal"]} in answer  # fmt: skip
    assert all(one["meaning"] for one in answer)
    assert "{{speaking-notes}}" in give("templates", "--placeholders").answer


def test_a_template_is_added_listed_saved_and_removed(give, demonstrated: Path, letterhead: Path) -> None:
    added = give("templates", "add", letterhead, "--for", "agenda", "--language", "en", "--json")
    assert added.code == 0
    assert {key: added.json[key] for key in ("name", "for", "audience", "language")} == {
        "name": "Letterhead",
        "for": "agenda",
        "audience": "shared",
        "language": "en",
    }
    assert [one["name"] for one in give("templates", "--json").json] == ["Letterhead"]
    assert give("templates", "save", "letterhead", "--out", "copy.docx").code == 0
    assert Path("copy.docx").read_bytes().startswith(b"PK")
    assert give("templates", "remove", "Letterhead").code == 0
    assert give("templates").answer == "No templates yet.\n"


def test_all_that_stands_in_the_way_is_said_and_nothing_is_added(give, demonstrated: Path, tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(word_file(p("{{round.citty}} {{agenda}}")))
    ended = give("templates", "add", path)
    assert ended.code == 1
    assert ended.answer.count("To mend: ") == 2
    assert ended.answer.endswith("It was not added; mend it in Word and try again.\n")
    assert give("templates", "--json").json == []
    checked = give("templates", "check", path, "--json")
    assert (checked.code, checked.json["sound"]) == (1, False)
    assert [one["blocking"] for one in checked.json["findings"]][:2] == [True, True]


def test_an_internal_placeholder_needs_internal_papers(give, demonstrated: Path, tmp_path: Path) -> None:
    path = tmp_path / "ours.docx"
    path.write_bytes(word_file(p("{{home.co-chair}}") + p("{{paper}}")))
    assert give("templates", "check", path).code == 1
    assert give("templates", "check", path, "--audience", "internal").code == 0
    assert give("templates", "check", path, "--for", "speaking-notes").code == 0


def test_a_shipped_template_is_saved_without_a_store(give) -> None:
    assert give("templates", "save", "plain", "--out", "mine.docx").code == 0
    assert give("templates", "check", "mine.docx").code == 0
    assert "is there already" in give("templates", "save", "plain", "--out", "mine.docx").said


def test_what_is_left_out_is_asked_for(give) -> None:
    assert "Say which" in give("templates", "add").said
    assert "Say where to" in give("templates", "save", "plain").said


def test_a_paper_of_its_own_is_drafted_by_the_name_of_its_template(give, demonstrated: Path, tmp_path: Path) -> None:
    path = tmp_path / "Protocol.docx"
    path.write_bytes(word_file(p("Protocol for {{round.city}}") + p("{{agenda}}")))
    assert give("templates", "add", path, "--for", "own").code == 0
    made = give("draft", "own", "--template", "protocol", "--out", "protocol.docx", "--json")
    assert (made.code, made.json["kind"], made.json["version"]) == (0, "own", 1)
    assert give("draft", "own", "--out", "other.docx").code != 0
    refused = give("draft", "agenda", "--template", "protocol", "--out", "other.docx")
    assert "not for papers of this kind" in refused.said
    assert "say for which" in give("draft", "all", "--template", "protocol", "--out", "papers").said


def test_the_template_of_a_kind_of_paper_is_chosen_and_remembered(
    give, demonstrated: Path, letterhead: Path, tmp_path: Path
) -> None:
    assert give("templates", "add", letterhead, "--for", "agenda").code == 0

    def written(name: str, *more: str) -> str:
        assert give("draft", "agenda", "--out", f"{name}.docx", *more).code == 0
        return "\n".join(line.text for line in docx.Document(tmp_path / f"{name}.docx").paragraphs)

    assert "Ministry of" in written("usual")
    assert "Ministry of" not in written("ours", "--template", "plain")
    assert "Ministry of" not in written("again")
    assert "Ministry of" in written("chosen", "--template", "Letterhead")
    assert "Ministry of" in written("last", "--template", "")
    assert not Path("other.docx").exists()
