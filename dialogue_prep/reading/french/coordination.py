"""French infinitives that are coordinated: which of them could be reported on alone."""

from __future__ import annotations

import re

from dialogue_prep.reading.french.verbs import INFINITIVE, TO_DO

_JOINT = re.compile(
    rf"(?P<joint>\s?;\s(?:et\s|ainsi\squ\w*'?\s?)?|,\s(?:et\s|ainsi\sque\s|puis\s|enfin\s)?|\s(?:et|ainsi\sque|puis)\s)"
    rf"(?:enfin\s|également\s|aussi\s|d'autre\spart\s|,\s)*(?P<preposition>de\s|d'|à\s|pour\s)?(?={TO_DO})"
)
# What these words open belongs to the verb before them: its means, examples and purposes.
_OPENS = re.compile(
    r"\b(?:notamment|y\scompris|en\sparticulier|à\ssavoir|tel(?:le)?s?\sque|afin\sd|en\svue\sd|dans\s"
    r"le\sbut\sd|dans\sl'objectif\sd|"
    r"de\smanière\sà|de\sfaçon\sà|visant\sà|visent\sà|destinée?s?\sà|permettant\sd|de\snature\sà|"
    r"susceptibles?\sd|possibilité\sd|"
    r"moyens?\sd|manière\sd|chargée?s?\sd|nécessité\sd|qui\s|sans\s|avant\sd|pour\s(?!la\s|le\s|les\s|l'))"
)
_PURPOSE = re.compile(r"(?:\bafin\sd|\ben\svue\sd|\bdans\s(?:le\sbut|l'objectif)\sd|\bpour\s)")
_FIRST_VERB = re.compile(rf"(?:de\s|d'|à\s|pour\s)?{TO_DO}")
_NO_OBJECT = re.compile(r"\s*(?:(?:[a-zà-ÿ]+ment|davantage|encore|ensemble)\s*)*$")
_ENUMERATION = re.compile(r"(?:^|(?<=[\s:;,]))\(?(?:[ivx]{1,4}|\d{1,2}|[a-z])\)\s+")


def split_infinitives(sentence: str, start: int, end: int, preposition: str) -> list[tuple[int, int]]:
    """Return the offsets of the verb phrases between two offsets; later ones begin with their own preposition.

    Several verbs with one object are one phrase, and so is a verb with its means, its examples and its purpose.
    """
    if marked := _enumerated(sentence, start, end):
        return [part for begin, stop in marked for part in split_infinitives(sentence, begin, stop, preposition)]
    begins, stops = [start], []
    for match in _JOINT.finditer(sentence, start, end):
        own = (match["preposition"] or "").strip().replace("d'", "de")
        if own != preposition.replace("d'", "de"):
            continue
        first = _FIRST_VERB.match(sentence, begins[-1])
        done = sentence[first.end() if first else begins[-1] : match.start()]
        opened = _OPENS.search(done)
        joint = match["joint"].strip()
        # “, et de” goes back to the main verb, and so does a comma where only a purpose stands between.
        back = len(joint) > 1 and bool(own)
        closes = joint.startswith(";") or (joint.startswith(",") and (back or _PURPOSE.search(done) is not None))
        if _NO_OBJECT.match(done) or (opened is not None and not closes):
            continue
        stops.append(match.start())
        begins.append(match.start("preposition") if match["preposition"] else _at_verb(sentence, match.end()))
    return list(zip(begins, [*stops, end], strict=True))


def _at_verb(sentence: str, at: int) -> int:
    match = re.compile(rf"(?=(?:{TO_DO}|{INFINITIVE}))").search(sentence, at)
    return match.start() if match else at


def _enumerated(sentence: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what stands behind (i), (ii) or a), b) within a sentence; nothing where there are not two."""
    marks = list(_ENUMERATION.finditer(sentence, start, end))
    if len(marks) < 2:
        return []
    stops = [*(mark.start() for mark in marks[1:]), end]
    return [(mark.end(), stop) for mark, stop in zip(marks, stops, strict=True)]
