"""A catalogue is found, or its absence is said: nothing is shown in another language by mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.system import language


@pytest.fixture
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of catalogues that stands for the one that comes with the program."""
    (tmp_path / "locale" / "zh_Hans" / "LC_MESSAGES").mkdir(parents=True)

    def find(name: str) -> Path:
        path = tmp_path / name
        if not path.exists():
            raise MachineError("{path} is missing", path=path.name)
        return path

    monkeypatch.setattr(language, "resource_file", find)
    return tmp_path / "locale"


def test_a_language_in_which_the_program_does_not_come_changes_nothing(locale: Path) -> None:
    assert language.catalogue("en").gettext("Round") == "Round"


def test_a_catalogue_that_was_not_compiled_is_missed(locale: Path) -> None:
    with pytest.raises(MachineError, match=r"dialogue_prep\.mo"):
        language.catalogue("zh-Hans")
