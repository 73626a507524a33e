"""The fixed phrases of papers, and days, hours, ordinals and lists, in the language of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, time
from math import ceil

from dialogue_prep.documents.languages import rules_of
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.text import Text
from dialogue_prep.system.language import catalogue

WORD_LIKE = re.compile(r"\w+(?:[’'-]\w+)*")
UNSPACED = "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
"""Characters of scripts that put no space between words: a pattern, compiled where it is used, as that is slow."""


_BETWEEN_LETTERS = re.compile("(?<=[A-Za-z\u00c0-\u024f0-9.)])\0+(?=[A-Za-z\u00c0-\u024f(])")


class Phrases:
    """What papers say in one language; phrases are given in English and looked up in the catalogue of the language.

    Babel takes long to import and many papers need only some of it, so it is imported where it is used.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._rules = rules_of(language)
        self._catalogue = catalogue(language)

    def say(self, phrase: str, /, **values: object) -> str:
        """Return a phrase with its named places filled; a Text is read in this language."""
        return self._filled(self._catalogue.gettext(phrase), values)

    def say_plainly(self, phrase: str, /) -> str:
        """Return a phrase with its named places open."""
        return self._catalogue.gettext(phrase)

    def sentence(self, sentence: Sentence) -> str:
        """Return a sentence of the domain in this language."""
        return sentence.read(self.language, translate=self._catalogue.gettext, write_day=self.day)

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return the phrase for so many; `{number}` in it is the number."""
        return self._filled(self._catalogue.ngettext(one, many, number), {"number": number, **values})

    def ordinal(self, number: int) -> str:
        """Return 3rd, 3e, 第三 ..."""
        from babel import Locale

        category = Locale.parse(self._rules.locale).ordinal_form(number)
        ordinals = self._rules.ordinals
        return ordinals.get(category, ordinals["other"]).format(self._rules.numerals(number))

    def day(self, day: date) -> str:
        """Return a day in full: 22 June 2017, 1er juin 2017, 2017年6月22日 ..."""
        return self._day(day, self._rules.full_day)

    def days(self, first: date, last: date | None) -> str:
        """Return a day or the days from one to another, without saying month and year twice."""
        if last is None or last == first:
            return self.day(first)
        full, pattern = self._rules.full_day, self._rules.full_day
        if first.year == last.year:
            pattern = self._rules.day if first.month == last.month else self._rules.day_of_month
        begins, ends = (full, pattern) if self._rules.year_first else (pattern, full)
        return self.say("{first_day} to {last_day}", first_day=self._day(first, begins), last_day=self._day(last, ends))

    def year(self, year: int) -> str:
        """Return a year that stands alone: 2018, 2018年."""
        return self.say("{year}", year=year)

    def hour(self, moment: time) -> str:
        """Return an hour of the day: 9:00, 9 h, 10 h 10 ..."""
        pattern = self._rules.hour_and_minutes if moment.minute else self._rules.hour
        return pattern.format(hour=moment.hour, minute=moment.minute)

    def hours(self, begins: time, ends: time) -> str:
        """Return from when to when."""
        return self.say("{from_hour} to {until_hour}", from_hour=self.hour(begins), until_hour=self.hour(ends))

    def minutes(self, number: int) -> str:
        """Return a length of time: 1 minute, 2 minutes ..."""
        return self.count("{number} minute", "{number} minutes", number)

    def listed(self, parts: Iterable[str]) -> str:
        """Return a list in words: a, b and c."""
        from babel.lists import format_list

        return format_list(list(parts), locale=self._rules.locale)

    def line(self, parts: Iterable[str]) -> str:
        """Return the parts of a line that say something, with commas between them: Port Lumen, 1 June 2032."""
        return self._rules.comma.join(part for part in parts if part)

    def together(self, sentences: Iterable[str]) -> str:
        """Return whole sentences one after the other."""
        return self._rules.space.join(sentence for sentence in sentences if sentence)

    def closed(self, sentence: str) -> str:
        """Return a sentence with a full stop, if nothing closes it yet."""
        said = sentence.rstrip()
        return said if said.endswith((".", "!", "?", "。", "！", "？", "]", "〕")) else said + self._rules.full_stop

    def addressed(self, address: Text, name: Text) -> str:
        """Return the name of a person with the form of address, on that side of it on which its language has it."""
        before, after = self.around_a_name(address)
        return before + name.read(self.language) + after

    def around_a_name(self, address: Text) -> tuple[str, str]:
        """Return what a form of address puts before a name, and what behind it."""
        said = address.read(self.language)
        if self._rules.address_last and re.search(UNSPACED, said):
            return "", said
        return (f"{said} " if said else ""), ""

    def language_name(self, language: str) -> str:
        """Return the name of a language, or its tag where nobody knows its name."""
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(language, sep="-").get_display_name(self._rules.locale) or language
        except (UnknownLocaleError, ValueError):
            return language

    def minutes_to_say(self, words: int, characters: int) -> int:
        """Return how many minutes it takes to say so many words and so many characters of unspaced scripts."""
        length = words / self._rules.words_a_minute + characters / self._rules.characters_a_minute
        return max(1, ceil(length - 0.25))

    def _day(self, day: date, pattern: str) -> str:
        from babel.dates import format_date

        if day.day == 1 and self._rules.first_day:
            pattern = re.sub("d+", f"'{self._rules.first_day}'", pattern, count=1)
        return format_date(day, pattern, locale=self._rules.locale)

    def _filled(self, phrase: str, values: Mapping[str, object]) -> str:
        read = {name: self._read(value) for name, value in values.items()}
        if self._rules.space:
            return phrase.format(**read)
        # Chinese puts nothing between its words; names in Western letters beside each other still need a space.
        marked = {name: f"\0{value}\0" if isinstance(value, str) else value for name, value in read.items()}
        return _BETWEEN_LETTERS.sub(" ", phrase.format(**marked)).replace("\0", "")

    def _read(self, value: object) -> object:
        return value.read(self.language) if isinstance(value, Text) else value


def spoken_length(texts: Iterable[str]) -> tuple[int, int]:
    """Return how many words texts have, and how many characters of scripts that put no space between words."""
    said = "\n".join(texts)
    return len(WORD_LIKE.findall(re.sub(UNSPACED, " ", said))), len(re.findall(UNSPACED, said))


def capitalised(text: str) -> str:
    """Return a text that can begin a line: its first letter large, the others as they were."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """Return a heading as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def unclosed(sentence: str) -> str:
    """Return a sentence without its full stop, so that the sentence around it can go on."""
    return sentence.strip().rstrip(".。")


def phrase(text: str) -> str:
    """Return the text as it is: this marks a phrase that is looked up elsewhere, so that catalogues have it."""
    return text
