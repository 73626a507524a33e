"""Bundles in the terminal: made for a ministry, shown, and taken in once its fingerprint was compared."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Give


def test_a_bundle_goes_to_an_empty_store_and_back(give: Give, demonstrated: Path, tmp_path: Path) -> None:
    made = give("bundle", "make", "--whole", "--out", "all.bundle", "--json")
    assert made.code == 0
    assert made.json["news"] == sum(made.json["records"].values())
    there = ("--store", tmp_path / "there.store")
    refused = give("bundle", "take", "all.bundle", "--yes", *there)
    assert refused.code == 1
    assert "--fingerprint" in refused.said
    wrong = give("bundle", "take", "all.bundle", "--yes", "--fingerprint", "0000", *there)
    assert (wrong.code, made.json["fingerprint"] in wrong.said) == (1, True)
    taken = give("bundle", "take", "all.bundle", "--yes", "--fingerprint", made.json["fingerprint"], *there)
    assert (taken.code, taken.answer.splitlines()[-1]) == (0, "Taken in.")
    back = give("bundle", "make", "--out", "back.bundle", *there)
    assert "0 records new there" in back.answer
    shown = give("bundle", "show", "back.bundle")
    assert "Nothing in it is new here." in shown.answer
    assert made.json["fingerprint"] in give("bundle", "show", *there).answer


def test_another_file_is_replaced_with_consent_only(give: Give, demonstrated: Path, tmp_path: Path) -> None:
    letter = Path(tmp_path / "letter.bundle")
    letter.write_bytes(b"Dear colleague")
    assert give("bundle", "make", "--whole", "--out", "letter.bundle").code == 1
    assert letter.read_bytes() == b"Dear colleague"
    assert give("bundle", "make", "--whole", "--out", "letter.bundle", "--yes").code == 0


def test_a_damaged_bundle_is_refused_in_one_sentence(give: Give, demonstrated: Path, tmp_path: Path) -> None:
    Path(tmp_path / "letter.bundle").write_bytes(b"Dear colleague")
    ended = give("bundle", "show", "letter.bundle")
    assert (ended.code, ended.said.count("\n")) == (1, 1)
    assert "no bundle of this program" in ended.said


def test_options_that_contradict_each_other_are_refused_in_one_sentence(give: Give, demonstrated: Path) -> None:
    made = give("bundle", "make", "--whole", "--ceiling", "Restricted", "--out", "all.bundle")
    assert (made.code, made.said.count("\n"), Path("all.bundle").exists()) == (1, 1, False)
    assert "--ceiling" in made.said
    taken = give("bundle", "take", "all.bundle", "--ours", "2", "--theirs", "2")
    assert (taken.code, taken.said) == (1, "Say --ours 2 or --theirs 2, not both.\n")
