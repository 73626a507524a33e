"""What a language does with numbers, days and hours. A language is added here and by its catalogue, nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dialogue_prep.domain.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRules:
    """How one language writes what a catalogue of phrases cannot hold.

    `locale` is Babel's, `office_tag` the tag of the language in Word files. Days are date patterns of CLDR; `first_day`
    is what stands for the number on the first of a month; where the year stands first in a day, the second of two days
    is the one that is shortened. `ordinals` are per plural category of CLDR, of a number in the `numerals` of the
    language. `after_kind` is a pattern: what follows in the title of a source once it has said what it is ("Joint
    communiqué" *of the* ...). `comma` and `space` stand between parts of a line and between sentences; `address_last`
    says that a form of address stands behind a name. `characters_a_minute` is for languages that are not written in
    words.
    """

    locale: str
    office_tag: str
    day: str
    day_of_month: str
    full_day: str
    ordinals: Mapping[str, str]
    hour: str
    hour_and_minutes: str
    after_kind: str
    first_day: str = ""
    year_first: bool = False
    numerals: Callable[[int], str] = str
    full_stop: str = "."
    comma: str = ", "
    space: str = " "
    address_last: bool = False
    words_a_minute: int = 120
    characters_a_minute: int = 200


_DIGITS = "零一二三四五六七八九"
_TEN = "十"


def chinese_numeral(number: int) -> str:
    """Return a number below a hundred as it is said, 23 as 二十三; a larger one in the digits that all know."""
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    before = _DIGITS[tens] if tens > 1 else ""
    return before + _TEN + (_DIGITS[ones] if ones else "")


LANGUAGES: Mapping[str, LanguageRules] = MappingProxyType(
    {
        "en": LanguageRules(
            locale="en_GB",
            office_tag="en-GB",
            day="d",
            day_of_month="d MMMM",
            full_day="d MMMM y",
            ordinals={"one": "{}st", "two": "{}nd", "few": "{}rd", "other": "{}th"},
            after_kind=r"\s(?:of|on|between|by|for|from|following)\s",
            hour="{hour}:{minute:02}",
            hour_and_minutes="{hour}:{minute:02}",
        ),
        "fr": LanguageRules(
            locale="fr",
            office_tag="fr-FR",
            day="d",
            day_of_month="d MMMM",
            full_day="d MMMM y",
            first_day="1er",
            after_kind=r"\s(?:de|du|des|d[’']|sur|entre|à|au|par)\s?",
            # "Session", of which these are said in papers, is feminine.
            ordinals={"one": "{}re", "other": "{}e"},
            hour="{hour}\N{NO-BREAK SPACE}h",
            hour_and_minutes="{hour}\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}{minute:02}",
        ),
        "zh-Hans": LanguageRules(
            locale="zh_Hans_CN",
            office_tag="zh-CN",
            day="d日",
            day_of_month="M月d日",
            full_day="y年M月d日",
            year_first=True,
            numerals=chinese_numeral,
            ordinals={"other": "第{}"},
            # What a Chinese source is stands at the end of its title, so nothing of it is left out.
            after_kind=r"(?!)",
            hour="{hour}:{minute:02}",
            hour_and_minutes="{hour}:{minute:02}",
            full_stop="。",
            comma="，",
            space="",
            address_last=True,
        ),
    }
)

_EAST_ASIAN = ("zh", "ja", "ko")
_OFFICE_TAGS = MappingProxyType({"zh-Hant": "zh-TW", "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR"})


def rules_of(language: str) -> LanguageRules:
    """Return the rules of a language in which papers can be written; UserError for any other."""
    if language not in LANGUAGES:
        raise UserError(
            "Papers cannot be written in the language “{language}”; they can be in: {known}.",
            field="language",
            language=language,
            known=", ".join(LANGUAGES),
        )
    return LANGUAGES[language]


def office_tag(language: str) -> str:
    """Return the tag by which an office program knows a language, be it one of papers or only of a few words."""
    rules = LANGUAGES.get(language)
    return rules.office_tag if rules else _OFFICE_TAGS.get(language, language)


def is_east_asian(language: str) -> bool:
    """Say whether a language is written in a script for which office programs keep a font of its own."""
    return language.split("-", maxsplit=1)[0] in _EAST_ASIAN
