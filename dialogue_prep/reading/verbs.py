"""English verbs as words of a text: their forms, and whether a word that may be a noun is a verb where it stands."""

from __future__ import annotations

import re
from functools import cache

from dialogue_prep.reading.english import IRREGULAR_PARTICIPLES, NO_PARTICIPLE, NOUNS_FIRST, NOUNS_TOO, VERBS, words

_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")
# After a noun these come; after a verb an object does.
_AFTER_NOUN = frozenset(
    words("""
    of for between among amongst in on at from by and or , . ; : ) is are was were will would has have can may with
    to as
    """)
)
_AFTER_WORK = frozenset(
    words("""
    to with together on towards toward closely jointly across through collectively in
    """)
)
_OPENS_OBJECT = frozenset(
    words("""
    the a an this these our their its his her all any each such every another joint new further additional more it
    them us both one two three four no some
    """)
)
# Without an article the singular of what can be counted is a verb: “and report to Ministers”.
_COUNTED = frozenset(words("report review plan test list map record request study survey visit note test vote"))
_AFTER_COUNTED = frozenset(words("to on back annually regularly"))
_NO_VERB_ENDING = re.compile(
    r"(?:tion|sion|ment|ness|ity|ance|ence|ship|ism|ics|ing|ed|er|or|al|ive|ous|ful|ary|s|ly)$"
)
_BEFORE_NOUN = frozenset(
    words("""
    the a an this these our their its his her of on for in no any each such joint mutual
    """)
)


def is_participle(word: str) -> bool:
    """Say whether a word after “be” tells what is done to the subject."""
    word = word.casefold()
    if word in NO_PARTICIPLE:
        return False
    return word in IRREGULAR_PARTICIPLES or (len(word) > 4 and word.endswith("ed"))


def base_of(gerund: str) -> str | None:
    """Return the verb of which a word is the form in -ing, or None."""
    return _gerunds().get(gerund.casefold())


def is_verb(word: str, before: str, after: str) -> bool:
    """Say whether a word in lower case is a base form here, by the words on either side of it."""
    if word not in VERBS or before in _BEFORE_NOUN:
        return False
    if word == "work":
        return after in _AFTER_WORK
    if word in NOUNS_FIRST and before != "to":
        return after in _OPENS_OBJECT or (word in _COUNTED and after in _AFTER_COUNTED)
    return word not in NOUNS_TOO or (bool(after) and after not in _AFTER_NOUN)


def may_be_verb(word: str, after: str) -> bool:
    """Say whether a word after “to” is a verb though no table has it: it takes an object, and ends as no noun does."""
    return word.isalpha() and word.islower() and after in _OPENS_OBJECT and _NO_VERB_ENDING.search(word) is None


@cache
def _gerunds() -> dict[str, str]:
    return {_gerund(verb): verb for verb in VERBS} | {
        verb + verb[-1] + "ing": verb for verb in VERBS if _DOUBLED.search(verb)
    }


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"
