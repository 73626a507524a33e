"""Papers say days, hours, ordinals and phrases as people of each language do."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from dialogue_prep.documents.languages import office_tag
from dialogue_prep.documents.wording import Phrases, spoken_length
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.text import NOTHING, Text, Wording, in_english

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def english() -> Phrases:
    return Phrases("en")


@pytest.fixture
def french() -> Phrases:
    return Phrases("fr")


@pytest.fixture
def chinese() -> Phrases:
    return Phrases("zh-Hans")


def test_days(english: Phrases, french: Phrases) -> None:
    assert english.day(date(2017, 6, 22)) == "22 June 2017"
    assert french.day(date(2017, 6, 22)) == "22 juin 2017"
    assert french.day(date(2017, 6, 1)) == "1er juin 2017"
    assert french.day(date(2017, 6, 11)) == "11 juin 2017"


def test_days_from_one_to_another_say_month_and_year_once(english: Phrases, french: Phrases) -> None:
    assert english.days(date(2018, 5, 14), date(2018, 5, 16)) == "14 to 16 May 2018"
    assert english.days(date(2018, 5, 31), date(2018, 6, 1)) == "31 May to 1 June 2018"
    assert english.days(date(2018, 12, 31), date(2019, 1, 1)) == "31 December 2018 to 1 January 2019"
    assert english.days(date(2018, 5, 14), None) == "14 May 2018"
    assert french.days(date(2018, 5, 1), date(2018, 5, 2)) == "du 1er au 2 mai 2018"


def test_hours(english: Phrases, french: Phrases) -> None:
    assert english.hour(time(9, 0)) == "9:00"
    assert english.hours(time(10, 10), time(11, 0)) == "10:10 to 11:00"
    assert french.hour(time(9, 0)) == "9\N{NO-BREAK SPACE}h"
    assert french.hours(time(10, 5), time(11, 0)) == "10 h 05 à 11 h".replace(" h", "\N{NO-BREAK SPACE}h").replace(
        "h 05", "h\N{NO-BREAK SPACE}05"
    )


def test_ordinals(english: Phrases, french: Phrases) -> None:
    assert [english.ordinal(number) for number in (1, 2, 3, 4, 11, 22)] == ["1st", "2nd", "3rd", "4th", "11th", "22nd"]
    assert [french.ordinal(number) for number in (1, 2, 3)] == ["1re", "2e", "3e"]


def test_lists_and_lengths_of_time(english: Phrases, french: Phrases) -> None:
    assert english.listed(["a", "b", "c"]) == "a, b and c"
    assert french.listed(["a", "b"]) == "a et b"
    assert [english.minutes(1), french.minutes(2)] == ["1 minute", "2 minutes"]


def test_a_language_without_rules_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserError, match=r"“xx”.*en, fr"):
        Phrases("xx")


def test_names_of_languages_are_said_in_the_language_of_the_paper(english: Phrases, french: Phrases) -> None:
    assert english.language_name("fr") == "French"
    assert french.language_name("en") == "anglais"
    assert english.language_name("no such tag") == "no such tag"
    assert office_tag("zh-Hans") == "zh-CN"


def test_days_hours_and_lists_in_chinese(chinese: Phrases) -> None:
    assert chinese.day(date(2018, 6, 22)) == "2018年6月22日"
    assert chinese.days(date(2018, 5, 14), date(2018, 5, 16)) == "2018年5月14日至16日"
    assert chinese.days(date(2018, 5, 31), date(2018, 6, 1)) == "2018年5月31日至6月1日"
    assert chinese.days(date(2018, 12, 31), date(2019, 1, 1)) == "2018年12月31日至2019年1月1日"
    assert chinese.hours(time(10, 5), time(11)) == "10:05至11:00"
    assert chinese.listed(["甲", "乙", "丙"]) == "甲、乙和丙"
    assert chinese.minutes(5) == "5分钟"
    assert chinese.year(2018) == "2018年"


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "第一"), (3, "第三"), (10, "第十"), (12, "第十二"), (20, "第二十"), (21, "第二十一"), (100, "第100")],
)
def test_ordinals_in_chinese(chinese: Phrases, number: int, said: str) -> None:
    assert chinese.ordinal(number) == said


def test_sentences_stand_together_as_each_language_has_it(english: Phrases, chinese: Phrases) -> None:
    assert english.together(["One.", "", "Two."]) == "One. Two."
    assert chinese.together(["其一。", "其二。"]) == "其一。其二。"
    assert [english.line(["a", "b"]), chinese.line(["甲", "乙"])] == ["a, b", "甲，乙"]
    assert [english.closed("So"), english.closed("So?"), chinese.closed("好"), chinese.closed("好！")] == [
        "So.",
        "So?",
        "好。",
        "好！",
    ]


def test_names_in_western_letters_keep_a_space_between_them_in_chinese(chinese: Phrases) -> None:
    assert chinese.say("{sides} {dialogue}", sides="Arvonia", dialogue="Talks") == "Arvonia Talks"
    assert chinese.say("{sides} {dialogue}", sides="Arvonia", dialogue="对话") == "Arvonia对话"
    assert chinese.count("{number} minute", "{number} minutes", 5) == "5分钟"


def test_a_form_of_address_stands_where_its_language_has_it(english: Phrases, chinese: Phrases) -> None:
    name, title = Text((Wording("en", "Bo Sample"), Wording("zh-Hans", "样本"))), Text((Wording("zh-Hans", "先生"),))
    assert chinese.addressed(title, name) == "样本先生"
    assert english.addressed(in_english("Mr."), name) == "Mr. Bo Sample"
    assert chinese.addressed(in_english("Mr."), name) == "Mr. 样本"
    assert chinese.addressed(NOTHING, name) == "样本"


def test_words_and_characters_are_counted_apart() -> None:
    assert spoken_length(("l’accord sur 引渡条约,", "self-made")) == (3, 4)


def test_speech_is_counted_in_whole_minutes(english: Phrases) -> None:
    assert [english.minutes_to_say(words, 0) for words in (0, 82, 140, 160, 600)] == [1, 1, 1, 2, 5]
    assert english.minutes_to_say(0, 400) == 2


def translations(language: str) -> list[str]:
    path = ROOT / f"resources/locale/{language}/LC_MESSAGES/dialogue_prep.po"
    with path.open("rb") as lines:
        return [said for message in read_po(lines) if message.id for said in as_list(message.string)]


def test_french_keeps_its_marks_with_the_words_before_them() -> None:
    loose = [said for said in translations("fr") if re.search(r" [;:!?»]|« |\w[;!?»]", said)]
    assert loose == []


def test_chinese_has_marks_of_full_width_and_no_spaces() -> None:
    han = "[\u3400-\u9fff]"
    # Keys of menus and kinds of files are written as Qt reads them: 编辑(&E), 表格 (*.csv);;….
    as_qt_reads = re.compile(r" ?\((?:&\w|\*[^)]*)\)(?:;;)?")
    loose = [
        said
        for said in (as_qt_reads.sub("", one) for one in translations("zh_Hans"))
        if re.search(f"{han}[,;:!?()\\[\\]\"' ]|[,;:!?()\\[\\]\"' ]{han}", said)
    ]
    assert loose == []


def as_list(string: str | tuple[str, ...] | list[str]) -> list[str]:
    return [string] if isinstance(string, str) else list(string)
