"""Who undertakes: which subjects of a sentence are a party, and which side it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogue_prep.reading.clauses import ENUMERATOR
from dialogue_prep.reading.english import BODIES_BY_NAME, MONTHS, PARTY_NOUNS, REPORTING
from dialogue_prep.reading.offices import people_in
from dialogue_prep.reading.sides import Sides


def _plural_too(noun: str) -> str:
    """Return the pattern of a noun and, where the table has its singular, of its plural."""
    stem = noun.replace("-", "[ -]")
    if noun.endswith("s"):
        return stem
    return f"{stem[:-1]}(?:y|ies)" if noun.endswith("y") else f"{stem}s?"


_NOUN = "|".join(sorted((_plural_too(noun) for noun in PARTY_NOUNS), key=len, reverse=True))
_TITLE = (
    r"(?:(?:Prime|Foreign|Deputy|Vice|Assistant|Acting|Under|State)\s)*(?:President|Minister|Secretary|Chancellor|"
    r"Premier|Ambassador|Director|Commissioner|Chief|Commander|Governor|Speaker|King|Queen|General|Mr\.?|Ms\.?|"
    r"Mrs\.?|Dr\.?)"
)
_POSTMODIFIER = r"(?:\s(?:from|of|in|on|at|for|within|and)\s[\w',.& -]{1,80})?"
_PARTY = re.compile(
    rf"(?:(?:the|both|our|their|its|his|her|all|each|neither|no|relevant|respective|either|participating)\s)*"
    rf"(?:[\w'’.&-]+,?\s){{0,6}}?(?:{_NOUN})(?:'s?)?{_POSTMODIFIER}$",
    re.IGNORECASE,
)
_BODY_BY_NAME = re.compile(
    rf"(?!(?:an?|no|each)\s)(?:[\w'’.&-]+,?\s){{1,7}}?(?-i:{'|'.join(BODIES_BY_NAME)})(?:'s)?{_POSTMODIFIER}$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:(?:together|further|also|moreover|both)\s)?(?:we|they|both|each|neither)(?:\s(?:all|both|each|two))?$|"
    r"the\s(?:latter|former)$",
    re.IGNORECASE,
)
_BOTH = re.compile(r"(?:the\stwo|both)\s(?:[a-z-]+\s)?[a-z]+(?:s|ries)$", re.IGNORECASE)
_PARENTHESIS = re.compile(
    r"^(?P<subject>[^,]{2,80}),\s(?:by|in|on|with|through|as|based|building|recogni[sz]ing|noting|under|within|"
    r"for|at|while)\s.*$",
    re.DOTALL,
)
# Bodies are called by their initials, and so are agreements.
_INITIALS = re.compile(
    r"(?:[Tt]he\s)?(?!MO[UA]|[A-Z]*FTA|[A-Z]*EPA|RCEP|[A-Z]*TPP|NPT|UNCLOS|COVID|TIFA|GDP|ICT)[A-Z]{2,6}$"
)
_PERSON = re.compile(rf"(?:the\s)?{_TITLE}\s(?:of\s(?:the\s)?)?[A-Z]")
# What a sentence is about when no party is: a text, a body, a result.
_THING = re.compile(
    r"\b(?:agreement|treaty|treaties|memorandum|memoranda|mou|arrangement|declaration|statement|report|strategy|"
    r"action plan|"
    r"plan|programme|program|project|projects|initiative|initiatives|law|laws|legislation|act|collaboration|"
    r"cooperation|"
    r"co-operation|work|progress|result|results|outcome|outcomes|discussions?|visit|step|steps|effort|efforts|"
    r"measures?|"
    r"investment|funding|talks|process|framework|system|systems|support|engagement|technology|technologies|trade)$",
    re.IGNORECASE,
)
# “Peru thanked Norway; the latter will send a team.” “On the Peruvian side, the Ministry of Water will publish it.”
_POINTS = re.compile(r"the\s(?:(?P<former>former)|latter)", re.IGNORECASE)
_ON_WHOSE_SIDE = re.compile(
    r"(?:^|[;,]\s)(?:on\sthe\s(?P<adjective>[^,;]{2,50})\sside|(?:for|on\sthe\spart\sof)\s(?P<name>[^,;]{2,50})),\s$",
    re.IGNORECASE,
)
_SOMEBODY = rf"(?:the\s)?(?!{'|'.join(MONTHS)})[A-Z][\w'’-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w'’-]*){{0,4}}"
_BY_WHOM = re.compile(rf"\bby\s+(?P<who>{_SOMEBODY})(?:,?\s(?:and|or)\s{_SOMEBODY})*")
_LEAD_IN = 60
_PAIR = 2
_FINITE = re.compile(r"\b(?:" + "|".join(REPORTING) + r")\b")


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject in a sentence: its offsets there, whether it is a party, and its side where it is one side alone."""

    start: int
    end: int
    party: bool
    side: str | None


def subject_before(sentence: str, begin: int, verb: int, sides: Sides) -> Subject:
    """Return the subject that stands between a clause's beginning and its verb, without what leads in to it.

    Both offsets count in the sentence. Where several commas stand before the verb, the shortest stretch that reads as a
    party is taken, and the whole of it where none does.
    """
    begin, end = _trim(sentence, begin, verb)
    people = list(people_in(sentence, begin, end)) if "," in sentence[begin:end] else []
    if people and people[-1].end >= end - 2 and people[0].start - begin < _LEAD_IN:
        return Subject(people[0].start, end, True, sides.only_side(sentence[people[0].start : end]))
    for start in _candidates(sentence, begin, end):
        if is_party(sentence[start:end], sides):
            side = _side_of(sentence, start, end, sides)
            known = side is not None or _POINTS.fullmatch(sentence, start, end) is None
            return Subject(begin if start != begin and _one_word(sentence[begin:start]) else start, end, known, side)
    aside = _PARENTHESIS.match(sentence[begin:end])
    if aside and is_party(aside["subject"], sides):
        return Subject(begin, end, True, sides.only_side(aside["subject"]))
    return Subject(begin, end, False, None)


def tells(words: str) -> bool:
    """Say whether some words hold a verb of telling or of undertaking: they are a clause, and no subject yet."""
    return _FINITE.search(words.lower()) is not None or re.search(r"\b(?:will|would|shall|should)\b", words) is not None


def is_party(subject: str, sides: Sides) -> bool:
    """Say whether a noun phrase is a party: the sides, one of them, or people and bodies that they control."""
    subject = subject.strip().rstrip(",").strip()
    if (
        not subject
        or len(subject) > 400
        or _FINITE.search(subject.lower())
        or re.match(r"(?:which|who|that|this|it|there)\b", subject, re.IGNORECASE)
    ):
        return False
    if _PRONOUN.match(subject) or sides.is_side(subject) or _INITIALS.match(subject):
        return True
    if _THING.search(subject):
        return False
    if any(pattern.match(subject) for pattern in (_PARTY, _BODY_BY_NAME, _PERSON, _BOTH)):
        return True
    parts = re.split(r",?\s+(?:and|as well as)\s+", subject, maxsplit=1)
    return len(parts) == 2 and all(is_party(part, sides) for part in parts)


def by_others(sentence: str, start: int, sides: Sides) -> bool:
    """Say whether what is to be done is left to somebody by name, who is neither of the sides."""
    named = _BY_WHOM.search(sentence, start)
    return named is not None and not sides.is_side(named["who"])


def by_side(sentence: str, start: int, end: int, sides: Sides) -> str | None:
    """Return the side by which something is to be done (“to be paid by Norvia”), if it is one side alone."""
    named = _BY_WHOM.search(sentence, start, end)
    return sides.only_side(named.group()) if named else None


def _side_of(sentence: str, start: int, end: int, sides: Sides) -> str | None:
    """Return the side that a subject names or points at, or on whose side it is said to be."""
    if (points := _POINTS.fullmatch(sentence, start, end)) is not None:
        both = sides.mentioned(sentence[:start])
        return both[0 if points["former"] else 1] if len(both) == _PAIR else None
    side = sides.only_side(sentence[start:end])
    whose = _ON_WHOSE_SIDE.search(sentence, max(0, start - _LEAD_IN), start) if side is None else None
    return sides.only_side(whose.group()) if whose else side


def _candidates(sentence: str, begin: int, end: int) -> list[int]:
    """Return where the subject may begin: after each comma from the last on, and at the clause's beginning."""
    edges = re.finditer(
        r",?\s(?:and|but|while)\s(?=the\s(?:latter|former)\b)|,\s+|;\s+|\s-\s+|\s(?=(?:they|we)\s)", sentence[begin:end]
    )
    commas = [match.end() for match in edges]
    return [begin + comma for comma in reversed(commas)] + [begin]


def _one_word(lead_in: str) -> bool:
    return len(lead_in.split()) == 1


def _trim(sentence: str, begin: int, end: int) -> tuple[int, int]:
    mark = ENUMERATOR.match(sentence, begin, end)
    begin = mark.end() if mark else begin
    part = sentence[begin:end]
    begin += len(part) - len(part.lstrip(" ,;"))
    end -= len(part) - len(part.rstrip(" ,"))
    return begin, max(begin, end)
