"""Every command answers in the form that is agreed, to people and to programs."""

from __future__ import annotations

import hashlib
import json
from io import StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from dialogue_prep.cli.commands import COMMANDS
from dialogue_prep.domain.draft import PaperKind
from dialogue_prep.domain.round import Round
from dialogue_prep.services.paper import papers_of
from dialogue_prep.store.database import Database
from dialogue_prep.system.resources import data_file
from tests.invented import workspace_of
from tests.services.test_sources import AGREED

ROUND = {"ordinal", "host", "place", "start", "end", "year", "status", "reason"}
PAPER = {"kind", "audience", "language", "file", "version", "parts"}

# The keys of one answer, or of one line of a list, command by command.
KEYS: dict[tuple[str, ...], set[str]] = {
    ("plan",): ROUND,
    ("schedule",): ROUND,
    ("milestones", "--apply"): {"title", "due", "owner", "status", "offset"},
    ("dates", "--from", "2018-06-10", "--to", "2018-06-12"): {"start", "score", "reasons"},
    ("agenda",): {"number", "kind", "title", "day", "start", "minutes", "leads", "topic", "commitments"},
    ("commitments",): {
        "code", "round", "wording", "action", "kind", "strength", "by", "topic", "status", "leads", "source",
    },
    ("delegations",): {"side", "entity", "name", "post", "role", "precedence", "stands_in_for"},
    ("silence",): {"what", "title", "source", "state"},
    ("check",): {"gap", "blocking", "where"},
    ("search", "extradition"): {"kind", "id", "title", "excerpt"},
    ("draft", "agenda", "--out", "agenda.docx"): PAPER,
    ("book", "--out", "book.docx"): {*PAPER, "pdf"},
    ("templates", "--placeholders"): {"placeholder", "meaning", "alone", "audiences"},
    ("history",): {"step", "label", "deed", "at", "who", "kind", "id", "before", "after"},
    ("undo",): {"step", "changes"},
    ("backup",): {"file"},
    ("doctor",): {"what", "found", "sound"},
}  # fmt: skip


@pytest.mark.usefixtures("as_shipped")
@pytest.mark.parametrize("words", KEYS, ids=" ".join)
def test_an_answer_in_json_has_exactly_the_keys_agreed(give, demonstrated: Path, words: tuple[str, ...]) -> None:
    ended = give(*words, "--json")
    answer = ended.json
    lines = answer if isinstance(answer, list) else [answer]
    assert lines
    assert {frozenset(line) for line in lines} == {frozenset(KEYS[words])}
    assert ended.code == (1 if words == ("check",) else 0)
    assert ended.said == ""


@pytest.mark.parametrize("words", KEYS, ids=" ".join)
def test_an_answer_for_people_is_lines_without_loose_ends(give, demonstrated: Path, words: tuple[str, ...]) -> None:
    answer = give(*words).answer
    assert answer.endswith("\n")
    assert all(line == line.rstrip() for line in answer.splitlines())
    for loose in ("None", "Text(", "wordings", "StrEnum", "<"):
        assert loose not in answer


def test_silence_says_topic_five_and_objectives_four_and_five_and_where_the_wording_moved(
    give, demonstrated: Path
) -> None:
    answers = give("silence", "--json").json
    silent = [answer["title"] for answer in answers if answer["state"] == "silent"]
    assert [title.split()[0] for title in silent] == ["Legal", "Extend", "Bring"]
    (changed,) = [answer for answer in answers if answer["state"] == "changed"]
    assert changed["what"] == "objective"
    assert "forfeited assets" in changed["title"]


def test_every_command_is_tried_here_or_beside() -> None:
    beside = {"demo", "extract", "import", "redo", "redline", "compare", "release", "bring-back"}
    beside |= {"backups", "restore", "purge", "export", "import-archive", "protect", "passphrase", "unprotect"}
    beside |= {"adopt", "counter-draft", "bundle", "move-store", "share"}
    assert {words[0] for words in KEYS} | beside == set(COMMANDS)


# The main job


def test_demo_makes_the_store_and_the_papers_of_round_three(give, tmp_path: Path) -> None:
    ended = give("demo", "--out", "drafts", "--json")
    answer = ended.json
    assert (ended.code, set(answer), set(answer["round"])) == (0, {"store", "round", "papers"}, ROUND)
    assert answer["store"] == str(tmp_path / "a.store")
    assert (answer["round"]["ordinal"], answer["round"]["host"], answer["round"]["place"]) == (3, "China", "Beijing")
    made = [(one["kind"], one["audience"], one["language"]) for one in answer["papers"]]
    papers = [paper for language in ("en", "fr") for paper in papers_of(language)]
    assert made == [(paper.kind.value, paper.audience.value, paper.language) for paper in papers]
    assert {set_of["file"] for set_of in answer["papers"]} == {str(path) for path in (tmp_path / "drafts").iterdir()}


def test_demo_twice_ends_well_twice_and_keeps_an_edited_paper(give, tmp_path: Path, few_papers: None) -> None:
    first = give("demo", "--out", "drafts", "--json").json
    before = {path: path.read_bytes() for path in (tmp_path / "drafts").iterdir()}
    edited = Path(first["papers"][0]["file"])
    edited.write_bytes(b"edited")
    again = give("demo", "--out", "drafts", "--json")
    assert (again.code, again.json) == (0, first)
    assert again.said == f"{edited} was edited since it was written and has been kept.\n"
    assert {path: path.read_bytes() for path in (tmp_path / "drafts").iterdir()} == {**before, edited: b"edited"}
    assert give("demo", "--out", "drafts", "--quiet").said == ""


def test_demo_without_a_store_named_makes_one_beside_the_papers(
    give, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user_folder: Path, few_papers: None
) -> None:
    monkeypatch.delenv("DIALOGUE_PREP_STORE")
    assert give("demo", "--json").json["store"] == str(tmp_path / "drafts" / "demo.store")
    assert not (user_folder / ".local" / "share").exists()


def test_the_starter_and_its_plan_say_what_was_agreed(give, demonstrated: Path) -> None:
    register = give("commitments", "--json").json
    assert [(one["code"], one["kind"], one["topic"]) for one in register] == AGREED
    assert all(set(one["status"]) == {"ours", "theirs", "joint"} for one in register)
    assert all(set(one["leads"]) == {"Canada", "China"} for one in register)
    assert all(set(one["source"]) == {"title", "paragraph", "start", "end"} for one in register)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("--topic", "4"), ["R2-01", "R2-02", "R2-03", "R2-04"]),
        (("--round", "1"), []),
        (("--round", "2", "--topic", "5"), ["R2-05"]),
        (("--status", "closed"), []),
        (("--status", "no word since the last round", "--topic", "1"), ["R2-06"]),
    ],
)
def test_the_register_is_narrowed(give, demonstrated: Path, words: tuple[str, ...], codes: list[str]) -> None:
    assert [one["code"] for one in give("commitments", *words, "--json").json] == codes


def test_the_register_is_there_before_a_round_is_planned(give, demonstrated: Path) -> None:
    database = Database(demonstrated)
    with workspace_of(database).request("Remove") as work:
        for round_ in work.find(Round):
            if round_.ordinal == 3:
                work.remove_whole(round_)
    database.close()
    assert give("agenda").said == "No round is planned yet; plan it with “dialogue-prep plan”.\n"
    assert len(give("commitments", "--json").json) == 8


def test_the_next_round_is_meant_unless_another_is_named(give, demonstrated: Path) -> None:
    assert give("agenda", "--json").json == give("agenda", "--round", 3, "--json").json
    assert give("agenda", "--round", 2, "--json").json == []
    refused = give("agenda", "--round", 9)
    assert (refused.code, refused.said) == (1, "There is no round 9 in the store.\n")


def test_a_plan_is_changed_by_what_is_said(give, demonstrated: Path) -> None:
    ended = give("plan", "--date", "2018-05-14", "--until", "2018-05-15", "--city", "Shanghai", "--json").json
    assert (ended["start"], ended["end"], ended["place"]) == ("2018-05-14", "2018-05-15", "Shanghai")
    refused = give("plan", "--host", "Canada")
    assert refused.code == 1
    assert refused.said.startswith("It is the turn of China: Canada hosted round 2.")
    kept = give("plan", "--host", "Canada", "--reason", "A flood.", "--json").json
    assert (kept["host"], kept["reason"], kept["place"]) == ("Canada", "A flood.", None)


def test_the_schedule_goes_as_far_as_is_asked(give, demonstrated: Path) -> None:
    turns = give("schedule", "--years", 2, "--today", "2018-02-06", "--json").json
    assert [(turn["ordinal"], turn["host"], turn["year"]) for turn in turns] == [
        (2, "Canada", 2017),
        (3, "China", 2018),
        (4, "Canada", 2019),
        (5, "China", 2020),
    ]


def test_check_ends_with_one_while_a_gap_is_blocking(give, demonstrated: Path) -> None:
    ended = give("check", "--json")
    assert ended.code == 1
    blocking = [gap["blocking"] for gap in ended.json]
    assert blocking == sorted(blocking, reverse=True)
    assert "Round 3 has no dates yet." in [gap["gap"] for gap in ended.json]
    give("plan", "--date", "2018-05-14")
    assert "Round 3 has no dates yet." not in [gap["gap"] for gap in give("check", "--json").json]


def test_the_parts_of_a_paper_are_hashed_one_by_one(give, demonstrated: Path, tmp_path: Path) -> None:
    answer = give("draft", "agenda", "--language", "fr", "--out", "agenda.docx", "--json").json
    with ZipFile(tmp_path / "agenda.docx") as package:
        parts = {name: hashlib.sha256(package.read(name)).hexdigest() for name in package.namelist()}
    assert answer["parts"] == parts
    assert (answer["language"], answer["version"]) == ("fr", 1)
    assert answer["file"] == str(tmp_path / "agenda.docx")


def test_all_papers_are_written_for_each_audience(give, demonstrated: Path) -> None:
    answer = give("draft", "all", "--round", 3, "--language", "en", "--out", "papers", "--json").json
    wanted = [(kind.value, audience.value) for kind in PaperKind for audience in kind.audiences]
    assert [(one["kind"], one["audience"]) for one in answer] == wanted
    assert all(set(one) == PAPER for one in answer)


def test_an_edited_paper_is_not_written_over(give, demonstrated: Path, tmp_path: Path) -> None:
    give("draft", "agenda", "--out", "agenda.docx")
    (tmp_path / "agenda.docx").write_bytes(b"edited")
    refused = give("draft", "agenda", "--out", "agenda.docx")
    assert refused.code == 1
    assert "agenda.docx was edited since it was written" in refused.said
    assert (tmp_path / "agenda.docx").read_bytes() == b"edited"


def test_one_paper_goes_into_a_folder_under_its_usual_name(give, demonstrated: Path, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    written = tmp_path / "papers" / "round-3-agenda-shared-en.docx"
    assert give("draft", "agenda", "--out", "papers", "--json").json["file"] == str(written)
    assert written.is_file()


def test_notes_for_us_are_not_written_for_them(give, demonstrated: Path, tmp_path: Path) -> None:
    refused = give("draft", "speaking-notes", "--audience", "shared", "--out", "notes.docx")
    assert (refused.code, refused.said) == (1, "The paper “speaking-notes” is internal only.\n")
    assert not (tmp_path / "notes.docx").exists()


def test_undo_redo_and_history_work_across_starts(give, demonstrated: Path) -> None:
    give("plan", "--city", "Shanghai")
    assert give("undo", "--json").json == {"step": "Plan the next round", "changes": 1}
    assert give("plan", "--json").json["place"] == "Beijing"
    assert give("redo").answer == "Redone: Plan the next round\n"
    assert give("plan", "--json").json["place"] == "Shanghai"
    deeds = [entry["deed"] for entry in give("history", "--most", 3, "--json").json]
    assert deeds == ["redo", "undo", "request"]
    round_id = give("history", "--most", 1, "--json").json[0]["id"]
    assert {entry["id"] for entry in give("history", round_id, "--json").json} == {round_id}


def test_everything_demo_did_can_be_taken_back_and_brought_again(give, demonstrated: Path) -> None:
    before = give("agenda", "--json").json
    assert [give("undo").answer for _ in range(2)] == [
        "Undone: Plan the next round\n",
        "Undone: Open the starter dialogue\n",
    ]
    nothing = give("undo")
    assert (nothing.code, nothing.said) == (1, "There is nothing to undo.\n")
    assert [give("redo").code for _ in range(3)] == [0, 0, 1]
    assert give("agenda", "--json").json == before


def test_search_finds_chinese_accents_and_codes(give, demonstrated: Path) -> None:
    assert {one["kind"] for one in give("search", "引渡", "--json").json} >= {"Commitment"}
    assert give("search", "communique", "--json").json
    assert give("search", "R2-05", "--json").json[0]["title"] == "R2-05"
    assert give("search", "nothing-of-the-kind").answer == "Nothing was found.\n"


def test_a_backup_is_where_it_says(give, demonstrated: Path, user_folder: Path) -> None:
    usual = Path(give("backup", "--json").json["file"])
    assert usual.is_file()
    assert usual.is_relative_to(user_folder)
    asked_for = Path(give("backup", "--out", "copies", "--json").json["file"])
    assert asked_for.is_file()


@pytest.mark.usefixtures("as_shipped")
def test_doctor_finds_a_sound_store_sound_and_a_damaged_one_not(give, demonstrated: Path) -> None:
    assert give("doctor").code == 0
    content = demonstrated.read_bytes()
    demonstrated.write_bytes(content[: len(content) // 2])
    ended = give("doctor")
    assert ended.code == 1
    assert "BAD" in ended.answer


# Reading in


def test_extract_shows_and_stores_nothing(give, tmp_path: Path) -> None:
    ended = give("extract", data_file("samples/terms-of-reference.txt"), "--json")
    assert ended.code == 0
    assert ended.json["topics"]
    assert list(tmp_path.iterdir()) == []


def test_import_asks_first_and_without_anybody_to_ask_stores_nothing(give, tmp_path: Path) -> None:
    sample = data_file("samples/terms-of-reference.txt")
    ended = give("import", sample, "--json")
    assert ended.code == 1
    assert set(ended.json) == {"added", "changed", "unchanged", "pages_not_read"}
    assert "Nothing was stored; say --yes to store it." in ended.said
    assert give("search", "river").code in (0, 1)
    assert give("history", "--json").json == []


def test_import_says_what_would_be_new_before_it_asks_and_what_was_taken_in_only_then(give) -> None:
    sample = data_file("samples/terms-of-reference.txt")
    asked = give("import", sample)
    assert (asked.code, "New: 1 dialogue, 2 sides, " in asked.answer) == (1, True)
    taken = give("import", sample, "--yes")
    assert (taken.code, taken.answer.splitlines()[-1]) == (0, "Taken in: terms-of-reference.txt")
    for word in ("Added", "Taken in"):
        assert word not in asked.answer


def test_import_with_yes_takes_in_and_a_second_time_adds_nothing(give) -> None:
    sample = data_file("samples/terms-of-reference.txt")
    first = give("import", sample, "--yes", "--json")
    assert first.code == 0
    assert (first.json["added"]["Dialogue"], first.json["added"]["Side"], first.json["changed"]) == (1, 2, {})
    again = give("import", sample, "--yes", "--json")
    assert (again.code, again.json["added"], again.json["changed"]) == (0, {}, {})
    assert again.json["unchanged"]["Source"] == 1


class Keyboard(StringIO):
    """Somebody who can be asked."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("answer", ["y", "n", ""])
def test_import_stores_what_was_consented_to(give, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return answer

    monkeypatch.setattr("builtins.input", ask)
    monkeypatch.setattr("sys.stdin", Keyboard())
    ended = give("import", data_file("samples/terms-of-reference.txt"))
    assert len(asked) == 1
    assert "terms-of-reference.txt" in asked[0]
    assert ended.code == (0 if answer == "y" else 1)
    assert bool(give("history", "--json").json) is (answer == "y")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("letter.txt", b"Dear colleague, thank you for the fish. Yours, Ada Example."),
        ("broken.docx", b"PK\x03\x04 this is no package"),
        ("missing.txt", None),
        ("sheet.xlsx", b"PK\x03\x04"),
    ],
)
def test_what_is_no_source_is_refused_in_one_sentence_that_names_it(
    give, tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ended = give("import", name, "--yes", "--json")
    assert (ended.code, ended.answer) == (1, "")
    assert name in ended.said
    assert ended.said.count("\n") == 1
    assert not (tmp_path / "a.store").exists() or give("history", "--json").json == []


def test_the_real_sources_lead_to_the_papers_of_round_three(give, shared: Path) -> None:
    ended = give("import", *(shared / "seeds").iterdir(), "--home", "Canada", "--yes", "--json")
    assert (ended.code, ended.json["added"]["Dialogue"], ended.json["added"]["Commitment"]) == (0, 1, 8)
    again = give("import", *(shared / "seeds").iterdir(), "--home", "China", "--yes")
    assert (again.code, again.said.splitlines()[-1]) == (
        1,
        "“China” is not our side: the store says already that Canada is.",
    )
    planned = give("plan", "--today", "2018-02-06", "--json").json
    assert (planned["ordinal"], planned["host"], planned["place"], planned["year"]) == (3, "China", "Beijing", 2018)
    silent = [gap["gap"] for gap in give("check", "--json").json if "silent" in gap["gap"]]
    assert len(silent) == 3
    papers: list[dict[str, Any]] = give("draft", "all", "--out", "papers", "--json").json
    assert all(Path(paper["file"]).is_file() for paper in papers)
    assert json.dumps(papers)


def test_all_papers_are_of_both_audiences(give, demonstrated: Path) -> None:
    ended = give("draft", "all", "--audience", "shared", "--out", "papers")
    assert (ended.code, ended.said.count("\n"), Path("papers").exists()) == (1, 1, False)
    assert "both audiences" in ended.said
