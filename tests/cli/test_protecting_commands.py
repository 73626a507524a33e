"""A store is protected, opened, changed and copied from the terminal; passphrases never stand in the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dialogue_prep.store import keys_file
from dialogue_prep.store.cipher import is_plain
from tests.cli.conftest import Give


@pytest.fixture(autouse=True)
def _cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys_file, "_LOG2_COST", 4)


def test_a_store_is_protected_used_and_copied(give: Give, demonstrated: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words, others = demonstrated.with_name("words"), demonstrated.with_name("others")
    words.write_text("four words make one\nand this is not read\n", encoding="utf-8")
    others.write_text("\ufefffive words make one too\r\n", encoding="utf-8")
    assert give("protect", "--new-passphrase-file", words).code == 1, "nobody has said yes"
    done = give("protect", "--yes", "--json", "--new-passphrase-file", words)
    assert (done.code, done.json["left_plain"]) == (0, [])
    locked = give("schedule")
    assert (locked.code, locked.said) == (
        1,
        f"{demonstrated} is protected: say its passphrase or its recovery code.\n",
    )
    assert give("schedule", "--passphrase-file", words).code == 0
    monkeypatch.setenv("DIALOGUE_PREP_PASSPHRASE_FILE", str(words))
    assert give("backup").code == 0
    assert give("restore", "newest", "--yes").code == 0
    refused = give("export", "--out", "a.zip", "--confirm", "b")
    assert (refused.code, "confirm it with the name of the store, “a”" in refused.said) == (1, True)
    assert give("unprotect", "--out", "plain.store", "--confirm", "a").code == 0
    assert is_plain(Path("plain.store"))
    renewed = give("passphrase", "--new-recovery-code", "--json").json["recovery_code"]
    assert renewed != done.json["recovery_code"]
    assert give("passphrase", "--new-passphrase-file", others).code == 0
    assert "neither the passphrase" in give("schedule").said
    assert give("schedule", "--passphrase-file", others).code == 0
    assert "b'" not in give("schedule", "--passphrase-file", demonstrated.with_name("none")).said
    assert [give(*asked).code for asked in (("passphrase",), ("unprotect", "--out", "b.store"))] == [1, 1]


def test_who_sits_at_the_terminal_is_asked_without_showing_it(
    give: Give, demonstrated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["four words make one", "four words make one", "four words make one", "one thing", "another"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _question: next(typed))
    monkeypatch.setattr("builtins.input", lambda question: "y" if question.endswith("[y/N] ") else "a")
    assert give("protect").code == 0
    copied = give("unprotect", "--out", "plain.store")
    assert (copied.code, copied.answer) == (0, "Written, for anybody to read: plain.store\n")
    monkeypatch.setenv("DIALOGUE_PREP_PASSPHRASE_FILE", str(demonstrated.with_name("words")))
    demonstrated.with_name("words").write_text("four words make one", encoding="utf-8")
    assert "were not the same" in give("passphrase").said


def test_a_new_passphrase_and_a_new_code_are_two_commands(give) -> None:
    ended = give("passphrase", "--new-recovery-code", "--new-passphrase-file", "new.txt")
    assert (ended.code, "not allowed with" in ended.said) == (2, True)
