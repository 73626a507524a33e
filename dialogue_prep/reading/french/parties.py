"""Who undertakes in a French sentence: which subjects are a party, and which side it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogue_prep.reading.french.words import MEETINGS, PARTY_NOUNS, SERIES
from dialogue_prep.reading.sides import Sides

_DETERMINER = (
    r"(?:l'|les\s|le\s|la\s|leurs\s|leur\s|nos\s|notre\s|ses\s|son\s|sa\s|des\s|chaque\s|chacune?\sdes\s|"
    r"toutes\sles\s|tous\sles\s|aucune?\sdes\s|aucune?\s|ces\s|cette\s|ce\s)"
)
_BEFORE_NOUN = (
    r"(?:(?:deux|hauts?|hautes|premiers|premières|premier|première|mêmes|autres|autre|trois|quatre|vice-|ni)\s?)*"
)
_NOUN = "|".join(sorted(PARTY_NOUNS, key=len, reverse=True))
_PARTY = re.compile(rf"(?:ni\s)?{_DETERMINER}?\s?{_BEFORE_NOUN}(?:{_NOUN})\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:nous|elles|ils|elle|il|l'une\set\sl'autre|ni\sl'une\sni\sl'autre|toutes\sdeux|tous\sdeux|"
    r"celles-ci|ceux-ci|celle-ci|celui-ci|ce\sdernier|cette\sdernière)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:M\.|MM\.|Mme|Mmes|Son\sExcellence|le\sPremier\sministre|la\sPremière\sministre)\s?", re.IGNORECASE
)
_MEETING = re.compile(
    rf"(?:l'|les?\s|la\s|leur\s|notre\s|cette\s|une?\s|des\s)?(?:[a-zà-ÿ-]+\s"
    rf"){{0,3}}?(?:{'|'.join((*MEETINGS, *SERIES))})\b",
    re.IGNORECASE,
)
_NO_PARTY = re.compile(r"(?:il\s(?=(?:a\sété|est|fut|sera|conviendra|faudra|appartiendra)))", re.IGNORECASE)
# A text or a process that begins like a body.
_THING = re.compile(
    r"(?:le\sgroupe\sde\smesures|les\spoints\s(?!de\scontact|focaux)|le\spoint\s|les\sdeux\s(?:textes|"
    r"projets|accords))",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(
    r"(?P<joint>[;:]\s(?:et\s)?|,\s(?:et|mais|puis|tandis\sque|tandis\squ'|alors\sque|ainsi\sque)\s?|\s"
    r"(?:et|mais|puis|tandis\sque|"
    r"tandis\squ')\s?|,\s)"
)
_ADVERBS_ALONE = re.compile(
    r"(?:\s|,|également|aussi|en\soutre|par\sailleurs|enfin|ensuite|notamment|puis|et|mais|ont|à\scet\s"
    r"égard|à\scet\seffet|"
    r"pour\s(?:sa|leur)\spart|de\s(?:leur|son)\scôté|[a-zà-ÿ]+ment)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject before a verb: where its clause begins, whether it is a party, its side; `shared` where left out."""

    start: int
    party: bool
    side: str | None
    shared: bool = False
    meeting: bool = False
    pronoun: str = ""


def subject_before(sentence: str, begin: int, verb: int, sides: Sides) -> Subject | None:
    """Return the subject of a verb whose clause begins at `begin` at the earliest; None where the verb is of another.

    A verb that stands right behind “et” or a comma shares the subject of the verb before it.
    """
    before = sentence[begin:verb]
    joints = list(_CONJUNCTION.finditer(before))
    starts = [match.end() for match in joints]
    if begin and starts and _ADVERBS_ALONE.fullmatch(before[starts[-1] :]):
        cut = next((start for start in starts if _ADVERBS_ALONE.fullmatch(before[start:])), starts[-1])
        return Subject(begin + cut, False, None, shared=True)
    if not begin:
        starts.insert(0, len(before) - len(before.lstrip()))
        if _ADVERBS_ALONE.fullmatch(before):
            pronoun = _PRONOUN.match(sentence[verb:])
            return Subject(verb, True, None, pronoun=pronoun.group() if pronoun else "")
    for start in reversed(starts):
        noun = before[start:].strip().rstrip(",")
        if is_party(noun, sides):
            first = _with_other(before, start, joints, starts, sides)
            noun = before[first:].strip().rstrip(",")
            pronoun = _PRONOUN.match(noun)
            return Subject(begin + first, True, sides.only_side(noun), pronoun=pronoun.group() if pronoun else "")
        if _MEETING.match(noun):
            return Subject(begin + start, False, None, meeting=True)
    if begin and not any(match["joint"].strip() not in (",",) for match in joints):
        return None
    hard = [match.end() for match in joints if match["joint"].strip() != "et"]
    start = hard[-1] if hard else 0
    return Subject(begin + start, False, sides.only_side(before[start:]))


def _with_other(before: str, start: int, joints: list[re.Match[str]], starts: list[int], sides: Sides) -> int:
    """Return where a party begins that another one is joined to with “et”: both do what the verb says."""
    joint = next((match for match in joints if match.end() == start and match["joint"].strip() == "et"), None)
    earlier = max((one for one in starts if joint is not None and one < joint.start()), default=None)
    if joint is None or earlier is None or not is_party(before[earlier : joint.start()].strip(), sides):
        return start
    return earlier


def is_party(noun: str, sides: Sides) -> bool:
    """Say whether a noun phrase is a party: the sides, one of them, people or bodies through whom they act."""
    if not noun or len(noun) > 300 or _NO_PARTY.match(noun) or _THING.match(noun):
        return False
    if re.search(r"\b(?:qui|dont|que|qu')\b[^,]*$", noun):
        return False
    if _PRONOUN.match(noun) or _PARTY.match(noun) or _PERSON.match(noun):
        return True
    return any(
        re.match(rf"(?:ni\s)?(?:la\s|le\s|l'|les\s)?(?:{side.pattern.pattern})", noun, re.IGNORECASE)
        for side in sides.names
    )
