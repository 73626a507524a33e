"""The form of address that somebody wrote into a name on a list of people: Ms. Ada Example, 张三先生.

A name on a list stands alone, so only what can be no name itself is taken for one: HE Wei and M. Sample keep theirs.
"""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"(?:(?:(?i:mr|mrs|ms|mx|dr|prof)\b\.?|(?i:miss|sir|dame|professor)(?=\s)|"
    r"(?:[Tt]he\s)?(?:(?:Rt\.?|Right)\s)?(?:Hon\.|Honou?rable(?=\s))|H\.\s?E\.|(?:His|Her)\sExcellency(?=\s)|"
    # One word after it may as well be the family name behind an initial.
    r"M\.(?=\s?\S+\s\S)|(?i:mme|mlle)\b\.?|Monsieur(?=\s)|Madame(?=\s)|S\.\s?E\.|Son\sExcellence(?=\s))\s?)+(?=\w)"
)
_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff]{2})\s?(?:先生|女士|阁下|博士|教授)$")


def without_address(words: str) -> tuple[str, str]:
    """Return the name in some words, and the form of address that stands before or behind it, empty for none."""
    if (before := _BEFORE.match(words)) is not None:
        return words[before.end() :], before.group().strip()
    if (behind := _BEHIND.search(words)) is not None:
        return words[: behind.start()], behind.group().strip()
    return words, ""
