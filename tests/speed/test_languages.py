"""Long sources in French and Chinese: what they say is found in a time that grows as they do."""

from __future__ import annotations

import pytest

from dialogue_prep.reading.recognise import extract_from
from dialogue_prep.system.resources import data_file
from tests.speed.conftest import Race


def lengthened(name: str, times: int) -> list[str]:
    lines = data_file(f"samples/{name}").read_text(encoding="utf-8").splitlines()
    return lines[:6] + lines[6:] * times


@pytest.mark.parametrize("language", ["fr", "zh-Hans"])
def test_recognising_grows_no_faster_than_the_text(race: Race, language: str) -> None:
    name = f"joint-communique.{language}.txt"
    long, short = lengthened(name, 20), lengthened(name, 2)

    def tenfold() -> None:
        for _ in range(10):
            extract_from(short)

    race(
        f"recognising {sum(map(len, long))} signs in {language} against ten times a tenth of them",
        limit=1.5,
        ours=lambda: extract_from(long) and None,
        floor=tenfold,
    )
