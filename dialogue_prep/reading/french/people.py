"""Who chaired, by a French source, and for which side: names with their offices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dialogue_prep.reading.extract import FoundCoChair
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.seats import one_person, with_sides
from dialogue_prep.reading.sides import Sides
from dialogue_prep.reading.told import told

_CIVIL = r"(?<!\w)(?:M\.|Mme|Mlle|Dr|Me|Pr|Monsieur|Madame|S\.\s?E\.|Son\sExcellence)\s"
_HONORIFIC = rf"(?:{_CIVIL}|(?:MM\.|Mmes|l'ambassadeur|l'ambassadrice|le\sgénéral|la\sgénérale)\s)"
_NAME_WORD = r"(?:(?:al|el)-)?[A-ZÀ-Þ][\w'’]*\.?(?:-[A-ZÀ-Þ][\w'’]*)*"
_PARTICLE = r"(?:(?:de|del|da|das|dos|di|du|des|la|le|von|van|der|den|ten|ter|zu|ben|bin|bint|ibn|al|el|y|e)\s|d')"
_NAME = (
    rf"(?:(?:del?|da|di|von|van|ben|bin|al|el)\s(?:(?:la|las|los|der|den)\s)?)?"
    rf"(?:{_NAME_WORD}\s(?:{_PARTICLE}){{0,2}}){{0,3}}{_NAME_WORD}"
)
_PERSON = re.compile(rf"(?P<honours>(?:{_HONORIFIC})+)(?P<name>{_NAME})")
_OFFICE_WORD = (
    r"(?i:ministre|vice-ministre|secrétaire|sous-secrétaire|directeur|directrice|président|présidente|"
    r"vice-présidente?|premier|première|"
    r"conseiller|conseillère|ambassadeur|ambassadrice|chef|cheffe|commissaire|gouverneur|gouverneure|"
    r"chancelier|chancelière|procureure?|"
    r"garde|délégué|déléguée|représentante?|haut|haute|coordonnateur|coordonnatrice|coordinateur|"
    r"coordinatrice|envoyée?|général|inspecteur|inspectrice|sous-ministre)"
)
_OFFICE_AFTER = re.compile(
    rf",\s(?:(?:le|la|l')\s?)?(?P<office>{_OFFICE_WORD}\b(?:[^,;.()]|,\s(?=(?:de\sla|de\sl'|du|des|"
    rf"de)\s))*?)(?=\s*(?:,|;|\.|\(|$|\set\s(?:par\s|de\s)?(?:{_HONORIFIC}|la\sdélégation|son\s"
    rf"homologue|(?:le|la|l')\s?{_OFFICE_WORD})|\sont\s|\sa\s))"
)
_OFFICE_BEFORE = re.compile(
    rf"(?:^|\b(?:par|et|de|pour|à)\s|,\s)(?:le\s|la\s|l')?(?P<office>{_OFFICE_WORD}\b[^;.]*?),?\s?$"
)
_CHAIRED = re.compile(
    r"\b(?:co-?présid\w+|présid\w+|conduit\w*|dirig\w+|sous\sla\s(?:co)?présidence|à\sla\stête|"
    r"menée?s?\spar|emmenée?s?)\b"
)
_MET = re.compile(r"\b(?:rencontr\w+|réuni\w*|reçu\w*|entret\w+|visite|entretien)\b")
_DELEGATION = re.compile(
    r"\b(?:délégations?|partie|côté)\s(?P<side>(?:de\s(?:la\s|l')?|d'|du\s)?[\w'’-]+(?:\s"
    r"[\w'’-]+){0,3}?)\s(?:était|est|a\sété|étaient|,)?"
)
_FOR_SIDE = re.compile(
    r"(?:pour|du\scôté\sde|au\snom\sde)\s(?P<side>(?:la\s|le\s|l')?[\w'’-]+(?:\s[\w'’-]+)?)[\s,:]*(?:par\s)?$"
)
_FIRST_SENTENCES = 12
_OPENING_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class _NamedPerson:
    start: int
    end: int
    name: tuple[int, int]
    office: tuple[int, int] | None
    address: str


def find_co_chairs(layout: Layout, sides: Sides) -> tuple[FoundCoChair, ...]:
    """Return who chaired or led a side; people who only attended are left out. Else those who met, if there are two."""
    met: list[FoundCoChair] = []
    chaired: list[FoundCoChair] = []
    for number, (start, end) in enumerate(islice(told(layout), _FIRST_SENTENCES)):
        sentence = layout.plain[start:end]
        if _CHAIRED.search(sentence):
            chaired += _chairs(layout, sides, start, end)
        elif number < _OPENING_SENTENCES and _MET.search(sentence):
            met += _chairs(layout, sides, start, end)
    found = _once(chaired) or (_once(met) if len(_once(met)) == 2 else [])
    return with_sides(found, sides)


def _chairs(layout: Layout, sides: Sides, start: int, end: int) -> Iterator[FoundCoChair]:
    reached = start
    for person in _people(layout.plain, start, end):
        office = layout.text.said(*person.office) if person.office else None
        side = sides.only_side(layout.plain[slice(*person.office)]) if person.office else None
        before = layout.plain[reached : person.name[0]]
        if side is None and (told_of := list(_DELEGATION.finditer(before))):
            side = sides.only_side(told_of[-1]["side"])
        if side is None and (
            said := _FOR_SIDE.search(before[: len(before) - (person.name[0] - person.start)] or before)
        ):
            side = sides.only_side(said["side"])
        if side is None:
            side = sides.only_side(layout.plain[person.end : min(end, person.end + 40)].split(",")[0].split(" et ")[0])
        yield FoundCoChair(
            name=layout.text.said(*person.name),
            office=office,
            side=side,
            span=layout.text.span(person.start, person.end),
            address=person.address,
        )
        reached = person.end


def _people(plain: str, start: int, end: int) -> Iterator[_NamedPerson]:
    names = list(_PERSON.finditer(plain, start, end))
    begin = start
    for index, match in enumerate(names):
        stop = names[index + 1].start() if index + 1 < len(names) else end
        name, address = match.span("name"), "".join(re.findall(_CIVIL, match["honours"])).rstrip()
        after = _OFFICE_AFTER.match(plain[: stop + 4], match.end())
        if after:
            office = after.span("office")
            yield _NamedPerson(match.start(), max(match.end(), office[1]), name, _bare(plain, office), address)
            begin = office[1]
            continue
        before = _OFFICE_BEFORE.search(plain[begin : match.start()])
        if before:
            office = (begin + before.start("office"), begin + before.end("office"))
            yield _NamedPerson(office[0], match.end(), name, _bare(plain, office), address)
        else:
            yield _NamedPerson(match.start(), match.end(), name, None, address)
        begin = match.end()


def _bare(plain: str, office: tuple[int, int]) -> tuple[int, int]:
    kept = plain[slice(*office)].rstrip(" ,")
    kept = re.sub(r"\s(?:et|par|et\spar)$", "", kept)
    return office[0], office[0] + len(kept)


def _once(found: list[FoundCoChair]) -> list[FoundCoChair]:
    kept: list[FoundCoChair] = []
    for chair in found:
        if not any(one_person(chair.name or "", other.name or "") for other in kept):
            kept.append(chair)
    return kept
