"""By which day something is to be done, in an English source."""

from __future__ import annotations

import re

from dialogue_prep.reading.days import days_in
from dialogue_prep.reading.due_days import DueWords
from dialogue_prep.reading.english import MEETINGS, MONTHS

_MONTH = f"(?:{'|'.join(MONTHS)})"
_ORDINALS = ("first", "second", "third", "fourth")
_BY = r"\b(?:by|no\slater\sthan|not\slater\sthan|at\sthe\slatest(?:\s(?:by|on|in))?|on\sor\sbefore)\s"
_BEFORE = r"\b(?<!\bor\s)(?:before|prior\sto|ahead\sof)\s"
_COUNTS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18, "twenty-four": 24,
}  # fmt: skip
_THE = r"(?:the\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
ENGLISH_DUE_WORDS = DueWords(
    days_in=days_in,
    period=re.compile(
        rf"(?P<mid>\bmid-)?(?:\b(?:(?P<month>{_MONTH}),?\s|(?:the\s)?(?P<ordinal>first|second|third|fourth)\s(?:(?P<quarter>quarter)|(?P<half>half))"
        rf"\sof\s)?(?:(?:the\s)?year\s)?(?P<year>20\d\d)\b|\b(?P<coming>{_MONTH})\b|"
        r"(?P<this>\b(?:this|the|the\scurrent)\s(?:calendar\s)?year\b)|(?P<next>\b(?:next|the\sfollowing|the\scoming)\syear\b))"
    ),
    by=re.compile(
        rf"(?:{_BY}|{_BEFORE})(?:the\s)?end(?:\sof\s(?:the\smonth\sof\s)?|-|\s)$|{_BY}{_THE}$", re.IGNORECASE
    ),
    before=re.compile(rf"{_BEFORE}{_THE}$", re.IGNORECASE),
    by_after=re.compile(r",?\sat\sthe\slatest\b"),
    before_after=re.compile(r"(?!)"),
    of_things=re.compile(
        r"\b(?:who|whose|which)\b[^,;]*$|^(?!.*\b(?:be|been|is|are|have|has|get)\b).*\b\w+ed\s$", re.IGNORECASE
    ),
    within=re.compile(
        rf"(?:(?!\b(?:each|every|any)\b).)*?(?P<limit>\bwithin\s(?:a\speriod\sof\s|the\s(?:next|coming|following)\s)?"
        rf"(?P<count>{'|'.join(_COUNTS)}|\d{{1,2}})\s(?:(?P<weeks>weeks?)|(?P<months>months?)|(?P<years>years?))\b)"
        rf"(?:\s(?:of|from|after|following)\s(?:the|this|the\spresent)\s(?:{'|'.join(MEETINGS)})\b)?"
        r"(?!,?\s(?:of|from|after|following|before|prior|preceding|since|as\sof|upon|once|when|counted|starting|beginning)\b)",
        re.IGNORECASE | re.DOTALL,
    ),
    counted=lambda said: int(said) if said.isdecimal() else _COUNTS[said.lower()],
    number=lambda said: (_ORDINALS.index(said) if said in _ORDINALS else MONTHS.index(said)) + 1,
)
