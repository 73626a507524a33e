"""Word forms: what is one word and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.wordforms import forms, shown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("treaty", "treaties"),
        ("Offender", "offenders’"),
        ("cyber security", "Cyber-security"),
        ("cybersecurity", "cyber security"),
        ("counterterrorism", "counter-terrorism"),
        ("terrorist", "terrorism"),
        ("organised", "organized"),
        ("adviser", "advisor"),
        ("labour", "labor"),
        ("defence", "defense"),
        ("combating", "combatting"),
        ("cooperate", "co-operation".replace("-", "")),
        ("extradite", "extradition"),
        ("agreed", "agree"),
        ("trafficking", "traffic"),
        ("political", "politics"),
        ("Secretary-General", "secretary general"),
        ("rule of law", "the rule of the law"),
        ("U.S.", "US"),
        ("Canada’s", "Canada"),
        ("l’État", "État"),
        ("sécurité régionale", "SECURITE REGIONALE"),
        ("régionaux", "régional"),
        ("antiterroriste", "terrorisme"),
        ("法治与司法", "法治和司法"),
    ],
)
def test_these_are_one(one: str, other: str) -> None:
    assert forms(one) == forms(other) != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("police", "policy"),
        ("counterpart", "part"),
        ("extradition", "expedition"),
        ("security", "secret"),
        ("migration", "mitigation"),
        ("trade", "traded goods"),
        ("和平", "平"),
        ("引渡", "引导"),
    ],
)
def test_these_are_two(one: str, other: str) -> None:
    assert forms(one) != forms(other)


def test_small_words_and_signs_are_no_forms() -> None:
    assert forms("of the – and (to) … 的 de la") == ()


def test_of_chinese_each_pair_of_neighbours_is_a_form() -> None:
    assert forms("网络犯罪") == ("网络", "络犯", "犯罪")


def test_a_phrase_is_shown_as_it_was_written() -> None:
    words = "Les lois sur l’immigration et la Transfer of Offenders; 打击网络犯罪"
    phrases = (forms("lois immigration"), forms("transfer offenders"), forms("网络犯罪"))
    assert shown(phrases, words) == ("lois immigration", "Transfer Offenders", "网络犯罪")


@given(st.text(max_size=60))
def test_any_words_have_forms_and_these_are_plain(words: str) -> None:
    for form in forms(words):
        assert form
        assert form == form.casefold()
        assert " " not in form
