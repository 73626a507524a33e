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
def test_recognising_grows_no_faster_than_the_text(race: Race, full: bool, language: str) -> None:
    name, times = f"joint-communique.{language}.txt", 2 if full else 1
    long, short = lengthened(name, 10 * times), lengthened(name, times)

    def tenfold() -> None:
        for _ in range(10):
            extract_from(short)

    race(
        f"recognising {sum(map(len, long))} signs in {language} against ten times a tenth of them",
        limit=1.5,
        ours=lambda: extract_from(long) and None,
        floor=tenfold,
    )
