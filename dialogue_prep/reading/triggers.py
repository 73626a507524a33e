"""Where a sentence undertakes something: its verbs of undertaking, and what follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from dialogue_prep.domain.commitment import Strength
from dialogue_prep.reading.clauses import ENUMERATOR
from dialogue_prep.reading.english import ACTION_NOUNS, ADVERB, NO_ACT_NOUNS, REPORTING, VERBS
from dialogue_prep.reading.verbs import base_of, is_participle, may_be_verb, reads_as_verb


class Follows(Enum):
    """What follows a verb of undertaking."""

    INFINITIVE = auto()
    GERUND = auto()
    NOUN = auto()
    CLAUSE = auto()
    BASE = auto()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb of undertaking in a sentence: where it begins (with its adverbs), where what follows it begins, and what.

    `impersonal` stands for “it was agreed”; `needs_party` for verbs that undertake only where a party is the subject.
    """

    start: int
    complement: int
    follows: Follows
    strength: Strength
    impersonal: bool = False
    needs_party: bool = False


_ADVERB = (
    r"(?:(?:also|further|jointly|both|each|fully|therefore|hereby|mutually|together|additionally|again|today|now|"
    r"strongly|"
    r"all|similarly|likewise|thus|then|unanimously|in principle|firmly|collectively|respectively|accordingly)\s+)*"
)
_STRONG = re.compile(
    rf"\b(?P<start>(?:(?:have|has)\s+)?{_ADVERB})"
    r"(?P<verb>agree[ds]?|pledge[ds]?|(?:re)?commit(?:s|ted)?|undertook|undertakes?|decide[ds]?|resolve[ds]?|"
    r"vow(?:s|ed)?|consent(?:s|ed)?|arrange[ds]?|guarantee[ds]?|concur(?:s|red)?|accept(?:s|ed)?(?=\s+to\s)|"
    r"conclude[ds]?(?=\s+that\s)|(?:determined|assured)(?=\s+that\s)|"
    r"were\s+(?:all\s|both\s)?in\s+agreement|reach(?:ed)?\s+(?:an?\s+)?(?:agreement|understanding)|volunteer(?:s|"
    r"ed)?(?=\s+to\s)|"
    r"(?:gave|give|gives|given)\s+(?:an?|its|their|the)\s+(?:undertaking|assurance|commitment)|"
    r"promise[ds]?|agreeing|pledging|committing|undertaking|deciding|resolving)\b",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(
    rf"\b(?P<start>{_ADVERB})(?:(?P<confirm>confirm(?:s|ed)?)|(?P<affirm>affirm(?:s|ed)?)|"
    rf"(?P<again>re-?affirm(?:s|ed)?|reiterate[ds]?|"
    r"restate[ds]?|reconfirm(?:s|ed)?))\s+(?:\w+['’]?s?['’]?\s+){0,5}?(?P<noun>commitments?|resolve|plans?|"
    r"intentions?|undertaking|pledge)\s+to\s+",
    re.IGNORECASE,
)
_WILL = re.compile(
    rf"\b(?P<start>(?:will|shall|(?:is|are)\s+(?:going\s+)?to))(?:,\s[^,;:]{{2,80}},)?\s+(?P<after>{_ADVERB}(?P<not>(?:not|never|neither|"
    rf"no\s+longer)\s+)?{_ADVERB})",
    re.IGNORECASE,
)
_WOULD = re.compile(_WILL.pattern.replace("will|shall", "will|shall|would|should"), re.IGNORECASE)
# “A committee is hereby set up”.
_HEREBY = re.compile(r"\b(?P<start>(?:is|are)\s+(?:hereby|herewith)\s+)(?=\w+(?:ed|en|t)?\b)", re.IGNORECASE)
_VAGUE = (
    r"(?:(?:continue|further)\s)*(?:act|aid|assist|consider|contribute|cooperate|co-operate|defend|deepen|discuss|do|engage|"
    r"help|respond|support|take|work)\b"
)
_SOFT = re.compile(
    rf"(?P<start>{_ADVERB})\b(?:(?:intend|plan|expect|propose)s?|intended|planned|stands?\sready(?!\sto\s{_VAGUE}))"
    rf"\s+{_ADVERB}to\s+",
    re.IGNORECASE,
)
_INTENT = re.compile(
    rf"(?P<start>{_ADVERB})\b(?:shared|share|expressed|express|declared|declare|stated|announced|confirmed|"
    rf"signalled)\s+"
    r"(?:our|their|its|the|a|an)\s+(?:\w+\s+){0,2}?(?:intent|intention|intentions|plan|plans)\s+to\s+",
    re.IGNORECASE,
)
_JOINT_INTENT = re.compile(
    r"(?P<start>)\b[Tt]he\s+(?:joint|shared|common|mutual)\s+(?:intent|"
    r"intention)\s+to\s+(?=[^.;]{3,300}?\bwas\s+(?:\w+\s)?expressed)"
)
_DIRECTED = re.compile(
    rf"(?P<start>{_ADVERB})\b(?:directed|instructed|tasked|asked|mandated|charged|requested|entrusted|commissioned|"
    rf"direct|instruct|task|mandate|entrust)\s+"
    r"(?P<whom>(?:[\w'’.,¤&/-]+\s){1,14}?)(?:to\s+(?=[a-z])|(?P<with>with)\s+(?=(?:the\s)?(?P<act>[a-z]+)\b))",
    re.IGNORECASE,
)
# “directed that the decisions be carried out by December”.
_ORDERED = re.compile(
    rf"(?P<start>{_ADVERB})\b(?:directed|instructed|ordered|direct|instruct|order)\s+that\s+"
    r"(?=[^.;]{3,160}?\sbe\s)",
    re.IGNORECASE,
)
_SOFT_STEMS = ("inten", "plan", "expect", "propos", "ready")
_DIRECTED_STEMS = (
    "direct", "instruct", "task", "ask", "mandate", "charge", "request", "entrust", "commission", "order",
)  # fmt: skip
_ANNOUNCED_STEMS = ("announc", "confirm", "affirm")
_OFFICIALS = re.compile(
    r"\b(?:officials|experts|teams?|ministers?|ministries|groups?|(?:sub-?)?committees?|(?:sub-?)?commissions?|"
    r"authorities|agencies|representatives|delegations?|secretariats?|counterparts|departments?|co-chairs|staff|"
    r"sherpas|negotiators|panels?|councils?|offices?|directorates?|units?|institutions?|bodies|services|police|customs|scientists|"
    r"researchers|regulators|banks|economists|institutes|ambassadors|embassies|"
    r"missions|coordinators|task\sforces?|focal\spoints|them|it)\b",
    re.IGNORECASE,
)
_WERE_DIRECTED = re.compile(
    rf"\b(?P<start>(?:was|were|are|is|have been|has been|would be|will be)\s+{_ADVERB})(?:directed|instructed|tasked|"
    r"mandated|charged|asked|requested|entrusted|commissioned)\s+(?:(?P<to>to)\s+(?=[a-z])|with\s+)"
)
_ANNOUNCED = re.compile(rf"(?P<start>{_ADVERB})\b(?:announc(?:e|es|ed|ing)|(?:con|af)firm(?:s|ed)?)\s+", re.IGNORECASE)
_ANNOUNCEMENT = re.compile(r"(?P<start>)\bannouncement\s+that\s+", re.IGNORECASE)
_NEW_MONEY = re.compile(
    r"(?:(?:an?|the|its|their|our|up to|over|some|a further)\s)*(?:(?:additional|new|further|extra|"
    r"initial)\s)?(?:\w+\s){0,3}?"
    r"(?:[A-Z]{0,3}[$€£¥]\s?\d|(?:USD|AUD|EUR|SEK|CAD)\s?\d|\d[\d.,]*\s(?:million|billion))"
)
_NEW_ACT = re.compile(
    r"(?:(?:a|an|its|our|their|the)\s)?(?:joint\s|new\s|comprehensive\s)?(?:review|study|plan|plans|intention|intent|"
    r"decision)\s(?:of|to|into)\b"
)
_MEANT = re.compile(r"(?:(?:a|an|its|our|their|the)\s)?(?:\w+\s)?(?:plans?|intentions?|intent|decision)\sto\s")
_COMPLEMENT = re.compile(
    r"(?:\s+(?:itself|themselves|ourselves|himself|herself))?\s+(?P<direct>(?:not\s+)?to:?|that|on|upon)\s+|"
    r"\s*,[^;:]{1,260}?,\s+(?P<comma>(?:not\s+)?to|that)\s+|"
    r"\s+(?:at|in|during|under|as|with|within|for|today|on (?:the )?(?:basis|margins|sidelines|occasion)|"
    r"following|among|themselves|"
    r"between)\b[^,;:.]{0,110}?\s(?P<near>(?:not\s+)?to|that)\s+"
)
_NOT_UNDERTAKEN = re.compile(
    r"\b(?:as|was|were|been|being|be|is|are|am|remain|remains|remained|had|previously|already|which|who|by|the|a|"
    r"an|of|than|"
    r"if|once|until|unless|when|where|whether|not|to|mutually|formally|generally|could|may|might|would|should|"
    r"must|can)\s+$|\b(?:not|never|nor)\s+(?:(?:yet|been|ever|so\sfar|as\syet|(?!only\b)\w+ly)\s+)+$|"
    r"\b(?:neither|no)\s(?:\w+\s){1,5}(?:has\s|have\s)?$",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(r"\bit\s+(?:was|is|has\sbeen|had\sbeen)\s+(?:also\s|further\s)?$", re.IGNORECASE)
_BE_GERUND = re.compile(r"\b(?:are|is)\s+$", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:noted|noting|recalled|recalling|welcomed|welcoming|reiterated|reaffirmed|recogni[sz]ed|recogni[sz]ing|"
    r"acknowledged|stressed|"
    r"underlined|underscored|emphasi[sz]ed|highlighted|hoped|believed|considered|assessed|observed|stated|"
    r"expressed|said|noting)"
    r"\s+(?:(?!announcement|decision|pledge)[\w',]+\s+){0,5}?(?:that|how|where)\b"
)
_AND_BEFORE = re.compile(r"(?:\band|,|;)\s*$")
_LATER_TELLING = re.compile(
    rf"(?:,\s*|\s+)(?:and\s+|while\s+)(?:also\s+|further\s+|\w+ly\s+)?(?:{'|'.join(REPORTING)})\b(?!\s+by\b)|"
    rf",\s+(?:while\s+)?(?:noting|recogni[sz]ing|underlining|stressing|welcoming|"
    r"underscoring|acknowledging|emphasi[sz]ing|recalling|looking\sforward)\s+|\s+and\s+look(?:s|ed)?\s+forward\b"
)
_SKIPPED = re.compile(
    r"(?:(?:not|never|neither|no\s+longer|jointly|fully|further|also|actively|closely|both|continually|mutually|"
    r"expeditiously|together|"
    rf"promptly|{ADVERB})\s+)*"
)
_WORD = re.compile(r"[\w'-]+")
_GLADLY = re.compile(r"\b(?:pleased|happy|proud|delighted|glad)\sto\s$")
_NAMES_AN_ACT = re.compile(r"^[a-z-]{3,}(?:ation|ition|ction|ption|ssion|nsion|ment)s?$")
_NEAR = 60


def find_triggers(sentence: str, *, reported: bool = False) -> list[Trigger]:
    """Return the verbs of undertaking in a shielded sentence, in order, each as its pattern alone tells.

    `reported` says that the sentence before told of an agreement, so that “would” still speaks of it.
    """
    will = _WOULD if reported else _WILL
    found = [*_strong(sentence), *_confirmed(sentence), *_will(sentence, will)]
    # Most sentences hold none of the rarer verbs; that is sooner seen than tried at every word.
    small = sentence.lower()
    for stems, look in ((_SOFT_STEMS, _soft), (_DIRECTED_STEMS, _directed), (_ANNOUNCED_STEMS, _announced)):
        if any(stem in small for stem in stems):
            found += look(sentence)
    found += [Trigger(match.start(), match.end(), Follows.NOUN, Strength.FIRM) for match in _HEREBY.finditer(sentence)]
    ordered = sorted(found, key=lambda trigger: (trigger.start, trigger.complement))
    kept: list[Trigger] = []
    for trigger in ordered:
        if not kept or trigger.start >= kept[-1].complement:
            kept.append(trigger)
    return kept


def telling_ends(sentence: str, start: int, end: int) -> int:
    """Return where an undertaking ends because the sentence goes on to tell what was said or done."""
    later = _LATER_TELLING.search(sentence, start, end)
    return later.start() if later else end


def is_told(sentence: str, start: int) -> bool:
    """Say whether a verb only stands in what somebody noted, recalled or stressed."""
    before = sentence[:start]
    return _TOLD.search(before) is not None and _just_before(_AND_BEFORE, sentence, start) is None


def first_word(sentence: str, start: int) -> tuple[str, int]:
    """Return the word at an offset, past adverbs, and where it begins."""
    skipped = _SKIPPED.match(sentence, start)
    at = skipped.end() if skipped else start
    word = _WORD.match(sentence, at)
    return (word.group() if word else ""), at


def follows_to(sentence: str, complement: int) -> Follows | None:
    """Return what follows “to”: an infinitive, a gerund, or a noun that names an act; None for anything else."""
    if ENUMERATOR.match(sentence, complement):
        return Follows.INFINITIVE
    word, at = first_word(sentence, complement)
    after = _WORD.search(sentence, at + len(word))
    if (word.lower() in VERBS and not word[0].isupper()) or may_be_verb(word, after.group() if after else ""):
        return Follows.INFINITIVE
    if base_of(word) is not None:
        return Follows.GERUND
    if names_act(sentence, at):
        return Follows.NOUN
    return None


def _unknown_verb(sentence: str, complement: int) -> Follows | None:
    """Return an infinitive where a word that no table has can be nothing else."""
    word, at = first_word(sentence, complement)
    after = _WORD.search(sentence, at + len(word))
    return Follows.INFINITIVE if reads_as_verb(word, after.group() if after else "") else None


def names_act(sentence: str, start: int) -> bool:
    """Say whether the words at an offset name an act: “the establishment of ...”."""
    words = _WORD.findall(sentence[start : start + 120].partition(":")[0])
    if (
        words
        and words[0].lower() in ("the", "an", "a")
        and len(words) > 1
        and words[1].lower() in ("importance", "need", "desirability")
    ):
        return False
    for word in words[:5]:
        if word.lower() in ACTION_NOUNS or (_NAMES_AN_ACT.search(word) and word.lower() not in NO_ACT_NOUNS):
            return True
        if word.lower() in ("of", "for", "on", "in", "and", "that", "to"):
            return False
    return False


def _strong(sentence: str) -> Iterator[Trigger]:
    for match in _STRONG.finditer(sentence):
        subject = _just_before(_IMPERSONAL, sentence, match.start())
        impersonal = subject is not None
        be = _just_before(_BE_GERUND, sentence, match.start()) if match["verb"].endswith("ing") else None
        if subject is None and be is None and _just_before(_NOT_UNDERTAKEN, sentence, match.start()):
            continue
        complement = _COMPLEMENT.match(sentence, match.end())
        start = next((found.start() for found in (subject, be) if found is not None), match.start())
        if complement is None:
            yield from _direct(sentence, match, start)
            continue
        word = (complement["direct"] or complement["comma"] or complement["near"]).rstrip(":")
        if word == "that":
            yield Trigger(start, complement.end(), Follows.CLAUSE, Strength.FIRM, impersonal)
        elif word in ("on", "upon"):
            gerund = base_of(first_word(sentence, complement.end())[0]) is not None
            if gerund or names_act(sentence, complement.end()):
                yield Trigger(
                    start, complement.end(), Follows.GERUND if gerund else Follows.NOUN, Strength.FIRM, impersonal
                )
        elif (
            follows := follows_to(sentence, complement.end()) or _unknown_verb(sentence, complement.end())
        ) is not None:
            group = next(name for name in ("direct", "comma", "near") if complement[name])
            begin = complement.start(group) if word.startswith("not") else complement.end()
            yield Trigger(start, begin, follows, Strength.FIRM, impersonal)


_CLAUSE_AT_ONCE = re.compile(
    r"(?:the|they|both|it|officials|ministers)\s|(?!to\b|on\b|that\b|upon\b|"
    r"with\b)[\w'’-]+(?:\s[\w'’-]+){0,7}?\s(?:would|will|should|shall)\s",
    re.IGNORECASE,
)


def _direct(sentence: str, match: re.Match[str], start: int) -> Iterator[Trigger]:
    """Yield what follows without “to” or “that”: a clause after “agree”, a gift or a bare noun after “pledge”."""
    verb, at = match["verb"].lower(), match.end() + 1
    if verb.startswith(("agree", "decide")) and _CLAUSE_AT_ONCE.match(sentence, at):
        yield Trigger(start, at, Follows.CLAUSE, Strength.FIRM)
    elif (
        verb.startswith(("pledge", "commit", "pledging"))
        and (not verb.endswith("ing") or _just_before(_BE_GERUND, sentence, match.start()))
        and re.match(r"(?:the\s|an?\s|our\s|their\s|additional\s|[A-Z]{0,3}[$€£]?\s?\d)", sentence[at:])
    ):
        yield Trigger(start, at, Follows.NOUN, Strength.FIRM, needs_party=True)


def _just_before(pattern: re.Pattern[str], sentence: str, at: int) -> re.Match[str] | None:
    """Return what a pattern that ends there finds in the few words before an offset."""
    return pattern.search(sentence, max(0, at - _NEAR), at)


def _confirmed(sentence: str) -> Iterator[Trigger]:
    for match in _CONFIRMED.finditer(sentence):
        follows = follows_to(sentence, match.end())
        if follows not in (Follows.INFINITIVE, Follows.GERUND) or (match["again"] and follows is Follows.GERUND):
            continue
        if match["again"]:
            if binds_again(sentence[match.end() :]):
                yield Trigger(match.start(), match.end(), follows, Strength.SOFT)
        elif match["noun"].lower().startswith("intention"):
            yield Trigger(match.start(), match.end(), follows, Strength.SOFT)
        elif match["confirm"] or match["noun"].lower().startswith(("commitment", "pledge", "undertaking")):
            yield Trigger(match.start(), match.end(), follows, Strength.FIRM)


_BINDING = re.compile(
    r"\b(?:annually|semi-?annually|biannually|biennially|quarterly|monthly|(?:once|twice)\sa\s(?:year|month)|"
    r"every\s(?:year|two|six|month)|by\s(?:the\send\sof\s)?"
    r"(?:\w+\s)?(?:19|20)\d\d|\d+\s(?:per\scent|percent|%)|next\s(?:round|meeting)|(?:within|"
    r"over)\s(?:the\snext\s)?\w+\s(?:days|weeks|months|years))"
)


def binds_again(words: str) -> bool:
    """Say whether a reaffirmation carries a deadline, a quantity, a frequency or a next meeting."""
    return _BINDING.search(words) is not None


def _will(sentence: str, will: re.Pattern[str]) -> Iterator[Trigger]:
    for match in will.finditer(sentence):
        # A “not” stays with what is not to be done.
        complement = match.start("not") if match["not"] else match.end()
        yield Trigger(match.start(), complement, Follows.BASE, Strength.FIRM, needs_party=True)


def _soft(sentence: str) -> Iterator[Trigger]:
    for pattern, needs_party in ((_SOFT, True), (_INTENT, False), (_JOINT_INTENT, False)):
        for match in pattern.finditer(sentence):
            if (
                _just_before(_NOT_UNDERTAKEN, sentence, match.start())
                or follows_to(sentence, match.end()) is not Follows.INFINITIVE
            ):
                continue
            yield Trigger(match.start(), match.end(), Follows.INFINITIVE, Strength.SOFT, needs_party=needs_party)


def _directed(sentence: str) -> Iterator[Trigger]:
    for match in _DIRECTED.finditer(sentence):
        if not _OFFICIALS.search(match["whom"]) or _just_before(_NOT_UNDERTAKEN, sentence, match.start()):
            continue
        form = Follows.INFINITIVE
        if match["with"]:
            form = Follows.GERUND if base_of(match["act"]) else Follows.NOUN
        if form is not Follows.NOUN or match["act"] in ACTION_NOUNS:
            yield Trigger(match.start(), match.end(), form, Strength.FIRM)
    for match in _ORDERED.finditer(sentence):
        if not _just_before(_NOT_UNDERTAKEN, sentence, match.start()):
            yield Trigger(match.start(), match.end(), Follows.CLAUSE, Strength.FIRM)
    for match in _WERE_DIRECTED.finditer(sentence):
        follows = follows_to(sentence, match.end())
        if follows is not None and (follows is Follows.INFINITIVE) == bool(match["to"]):
            yield Trigger(match.start(), match.end(), follows, Strength.FIRM, needs_party=True)


def _announced(sentence: str) -> Iterator[Trigger]:
    for match in _ANNOUNCED.finditer(sentence):
        if _just_before(_NOT_UNDERTAKEN, sentence, match.start()) and not _just_before(
            _GLADLY, sentence, match.start()
        ):
            continue
        rest = sentence[match.end() :]
        meant = _MEANT.match(rest)
        if meant and follows_to(sentence, match.end() + meant.end()) is Follows.INFINITIVE:
            strength = Strength.SOFT if "inten" in meant.group() else Strength.FIRM
            yield Trigger(match.start(), match.end() + meant.end(), Follows.INFINITIVE, strength)
        elif _NEW_MONEY.match(rest) or _NEW_ACT.match(rest):
            yield Trigger(match.start(), match.end(), Follows.NOUN, Strength.FIRM)
        elif re.match(r"that\s", rest):
            yield Trigger(match.start(), match.end() + 5, Follows.CLAUSE, Strength.FIRM)
        elif re.match(r"[\w' ]{1,80}?\s(?:will|would)\s", rest):
            yield Trigger(match.start(), match.end(), Follows.CLAUSE, Strength.FIRM)
    for match in _ANNOUNCEMENT.finditer(sentence):
        yield Trigger(match.end(), match.end(), Follows.CLAUSE, Strength.FIRM)


def passive(sentence: str, complement: int) -> str | None:
    """Return the participle after “will be”, past adverbs, or None."""
    match = re.match(
        r"(?:(?:not|never|neither|no longer)\s+)?be\s+(?:(?:\w+ly|also|further|duly|again)\s+)*(\w+)",
        sentence[complement : complement + 90],
    )
    return match.group(1) if match and is_participle(match.group(1)) else None
