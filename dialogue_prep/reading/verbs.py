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
    them us both one two three four five six seven eight nine ten twelve twenty no some up out back off forward
    cooperation co-operation bilateral mutual practical regular
    """)
)
# Without an article the singular of what can be counted is a verb: “and report to Ministers”.
_COUNTED = frozenset(words("report review plan test list map record request study survey visit note test vote"))
_AFTER_COUNTED = frozenset(words("to on back annually regularly"))
_NO_VERB_ENDING = re.compile(
    r"(?:tion|sion|ment|ness|ity|ance|ence|ship|ism|ics|ing|ed|er|or|al|ive|ous|ful|ary|s|ly)$"
)
# What stands before a noun and is no verb: “agreed to full equality”.
_DESCRIBES = frozenset(
    words("""
    full high low close closer great greater large larger big small early late long short good better best worse fair
    free equal common shared safe clean clear peace such what how when where which who whom those that than terms only
    same own past present current most least many few several much little nothing anything something date
    """)
)
_ADJECTIVE = re.compile(r"[a-z]{3}(?:al|ive|ous|ible|able|ary|ic)$")
_MADE_OF = re.compile(r"(?:re|co|pre|de|over|under|out|inter|cross|fast|dis|mis)-?(?=[a-z]{3})")
_VERB_ENDING = re.compile(r"^[a-z-]{3,}(?:i[sz]e|ify)$")
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
    if before in _BEFORE_NOUN:
        return False
    if word not in VERBS:
        return before == "to" and may_be_verb(word, after)
    if word == "work":
        return after in _AFTER_WORK
    if word in NOUNS_FIRST and before != "to":
        return (
            after in _OPENS_OBJECT
            or _ADJECTIVE.search(after) is not None
            or (word in _COUNTED and after in _AFTER_COUNTED)
        )
    return word not in NOUNS_TOO or (bool(after) and after not in _AFTER_NOUN)


def may_be_verb(word: str, after: str) -> bool:
    """Say whether a word after “to” is a verb though no table has it.

    It is made of one (“re-survey”), ends as only verbs do, or takes an object and ends as no noun does.
    """
    made = _MADE_OF.match(word)
    if (made is not None and word[made.end() :] in VERBS) or _VERB_ENDING.search(word):
        return True
    return word.isalpha() and word.islower() and after in _OPENS_OBJECT and _NO_VERB_ENDING.search(word) is None


def reads_as_verb(word: str, after: str) -> bool:
    """Say whether an unknown word after “agreed to” is a verb: it is none of what else may stand there."""
    if not (word.isalpha() and word.islower() and len(word) > 2) or word in _OPENS_OBJECT or word in _DESCRIBES:
        return False
    return _NO_VERB_ENDING.search(word) is None and after != "of"


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
