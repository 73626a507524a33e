"""Where and when a French source says that the meeting was held, its number and its series, and the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from dialogue_prep.reading import states
from dialogue_prep.reading.days import days_ahead, resolved
from dialogue_prep.reading.english import ROMAN
from dialogue_prep.reading.extract import Found, FoundNextRound
from dialogue_prep.reading.french.days import days_in, told_day
from dialogue_prep.reading.french.verbs import FUTURE
from dialogue_prep.reading.french.words import MEETINGS, ORDINAL, ORDINALS, SERIES
from dialogue_prep.reading.grammar import Meeting
from dialogue_prep.reading.layout import Block, BlockKind, Layout
from dialogue_prep.reading.sides import Sides
from dialogue_prep.reading.told import told

NAME = r"[A-ZÀ-Þ][\w'’]+(?:[- ](?:sur|sous|en|le|la|les|de|du|d'|aux?)?[- ]?[A-ZÀ-Þ][\w'’]+){0,3}"
_MET = re.compile(
    r"\b(?:tenue?s?|déroulée?s?|réunie?s?|rencontrée?s?|coprésidé\w*|co-présidé\w*|présidé\w*|eu\s"
    r"lieu|organisée?|accueilli\w*|convoquée?|"
    r"visite|effectué|reçu\w*|entretenus?|entretien|lieu)\b"
)
_PLACE = re.compile(rf"\b(?:à|au|aux|en)\s(?P<place>{NAME})")
_NO_PLACE = re.compile(
    r"(?:L'|Le|La|Les|Article|Annexe|Accord|Affaires|Europe|Asie|Afrique|République|Royaume|Son|Sa|"
    r"Monsieur|Madame|Nations)\b"
)
_VIDEO = re.compile(r"\b(?:visioconférence|vidéoconférence|visio|en\sligne|par\svidéo)\b", re.IGNORECASE)
_HOSTED = re.compile(
    r"\b(?:à\sl'invitation|accueillie?s?\spar|organisée?s?\spar)\s(?P<by>[^,.;\n]{2,80})", re.IGNORECASE
)
_THANKED = re.compile(
    r"\bremerci\w+\s(?P<by>[^,.;\n]{2,80}?)\s(?:de|pour)\s?(?:l'|la\s|le\s|son\s|sa\s|leur\s)(?:[\w-]+\s){0,3}?"
    r"(?:accueil|hospitalité)\b",
    re.IGNORECASE,
)
_WILL_HOST = re.compile(r"(?:^|,\s|\bqu(?:e\s|'))(?P<by>[^,.;\n]{2,60}?)\s(?:accueiller|organiser)\w+\s")
_BODIES = ("commission", "comité", "conseil", "groupe")
_OF_BODY = re.compile(rf"\s(?:du|de\sla|de\sleur|d'une?)\s(?P<body>{'|'.join(_BODIES)})\b")
_RELATIVE = re.compile(r"\b(?:aujourd'hui|ce\sjour|hier)\b", re.IGNORECASE)
_NO_MEETING_DAY = re.compile(
    r"(?:\b(?:avant|depuis|jusqu'au|d'ici\s(?:le|au)|du\straité|signée?\s(?:à\s\w+\s)?|daté\w*|"
    r"adopté\w*|en\sdate)\s(?:du\s|le\s)?)$"
)
_NEXT = re.compile(
    rf"\b(?:prochaine?s?\s(?:[\w'’-]+\s){{0,3}}?(?:{'|'.join((*MEETINGS, *SERIES))})|(?:la|le|leur|sa|"
    rf"notre)\s{ORDINAL}\s(?:[\w'’-]+\s){{0,3}}?"
    rf"(?:{'|'.join(MEETINGS)})(?=[^.]{{0,160}}?(?:ra\b|ront\b|rait\b|devrait|prévue?))|"
    rf"(?:tenir|organiser|accueillir|convoquer|tiendr\w+|organiser\w+|accueiller\w+)\s(?:la|le|leur|sa|une?)\s{ORDINAL}\s"
    rf"(?:[\w'’-]+\s){{0,3}}?(?:{'|'.join((*MEETINGS, *SERIES))})|se\s"
    rf"(?:retrouver(?:a|ont)?|revoir|reverr\w+|réunir(?:a|ont)?\s(?:à|de)\snouveau|réunir(?=\s[^.;]*\b(?:19|20)\d\d)))",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:\w+(?:ra|ront|rait|raient)|conven\w+|décid\w+|prévue?|invité\w*|accepté|souhait\w+|"
    r"proposé\w*|se\s(?:retrouver|réunir|revoir|tenir)|attend\w*)\b"
)
_YEAR = re.compile(
    r"\b(?:en|de|du|semestre(?:\sde)?|trimestre(?:\sde)?|printemps|été|automne|hiver|année|début|fin|"
    r"courant|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\s"
    r"(?P<year>20\d\d|19\d\d)\b"
)
_RELATIVE_YEAR = re.compile(r"\bl'(?:année|an)\sprochaine?\b|\bl'année\ssuivante\b")
_SERIES_WORD = rf"(?:(?:Grande|Haute)\s(?:{'|'.join(SERIES)})|{'|'.join(word.capitalize() for word in SERIES)})"
# A name ends before a verb, a day or a place.
_NO_NAME = (
    rf"(?:s'|se\s|n'|ne\s|(?:a|ont|est|sont|sera|aura|qui|de\sclore|conviennent|tenue?s?)\b|{FUTURE}|"
    r"du\s\d|les?\s\d|à\s[A-ZÀ-Þ])"
)
_NAME_GOES_ON = rf"\b(?:(?!\s{_NO_NAME})[^,.;:()«»\n])*"
_SERIES_NAME = re.compile(rf"\b(?P<name>{_SERIES_WORD}{_NAME_GOES_ON})")
# “Le troisième dialogue entre ...”: in small letters, it is a name only behind an ordinal.
_COUNTED_NAME = re.compile(rf"\b(?P<name>(?:{'|'.join(SERIES)}){_NAME_GOES_ON})")
_ORDINAL_BEFORE = re.compile(
    rf"\b(?P<ordinal>{ORDINAL})\s(?:[\w'’-]+\s){{0,3}}?(?:(?:{'|'.join(MEETINGS)})\s(?:[\w'’-]+\s"
    rf")?(?:du\s|de\sla\s|de\sl'|des\s))?$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"\b(?P<ordinal>{ORDINAL})\s(?:{'|'.join(MEETINGS)}|{'|'.join(SERIES)})", re.IGNORECASE)
_TIMES = re.compile(rf"\bpour\sla\s(?P<ordinal>{ORDINAL})\sfois\b", re.IGNORECASE)
_OPENING = 2500
_FIRST_SENTENCES = 6


def find_meeting(layout: Layout, _sides: Sides, published: date | None) -> Meeting:
    """Return where and when the meeting was held, from the first sentences that say so, else from the date line."""
    line = _date_line(layout)
    place, first, last, day_from = None, None, None, None
    near = published or (line[1] if line else None)
    for start, end in islice(told(layout), _FIRST_SENTENCES):
        sentence = layout.plain[start:end]
        if not _MET.search(sentence) or re.match(r"(?:Rappelant|Depuis|Faisant\ssuite|Conformément)\b", sentence):
            continue
        if place is None and not _VIDEO.search(sentence):
            place = _place_in(layout, start, end)
        if first is None and (days := _days_of(layout, start, end, near)) is not None:
            first, last = days[:2]
            day_from = "text" if days[2] or not published else "published"
    if first is None and line is not None:
        first, last, day_from = line[1], line[2], "text"
    if (
        place is None
        and line is not None
        and not any(_VIDEO.search(layout.plain[s:e]) for s, e in islice(told(layout), 3))
    ):
        place = line[0]
    return Meeting(place=place, first=first, last=last, day_from=day_from)


def _days_of(layout: Layout, start: int, end: int, near: date | None) -> tuple[date, date, bool] | None:
    for day in days_in(layout.plain, start, end):
        before = layout.plain[max(start, day.start - 40) : day.start]
        said = resolved(day, near)
        if said is not None and not _NO_MEETING_DAY.search(before):
            return (*said, day.year is not None)
    relative = _RELATIVE.search(layout.plain, start, end)
    if relative and near is not None:
        day_ = told_day(relative.group().lower(), near)
        return day_, day_, False
    return None


def _date_line(layout: Layout) -> tuple[Found | None, date, date] | None:
    """Return the place and days of a short line of the head such as “Quillon, le 22 juin 2023”, or of the last line."""
    short = [
        block
        for block in (*layout.blocks[:6], *layout.blocks[-2:])
        if len(layout.words(block).split()) <= 14 or block.kind is BlockKind.TITLE
    ]
    for block in short:
        for day in days_in(layout.plain, block.start, block.end):
            said = resolved(day, None)
            if said is None:
                continue
            before = layout.plain[block.start : day.start]
            match = re.match(
                rf"\s*(?:Fait\sà\s)?\(?(?P<place>{NAME})(?:\s\([^)]*\))?,?\s(?:le|les|du)\s$", before
            ) or re.search(rf"\bà\s(?P<place>{NAME})(?:\s\([^)]*\))?,?\s(?:le|les|du)\s$", before)
            place = (
                layout.text.found(block.start + match.start("place"), block.start + match.end("place"))
                if match
                else None
            )
            return (place, *said)
    return None


def _place_in(layout: Layout, start: int, end: int) -> Found | None:
    for match in _PLACE.finditer(layout.plain, start, end):
        place = match["place"]
        if not _NO_PLACE.match(place) and (states.by_name(place) is None or states.by_capital(place) is not None):
            return layout.text.found(match.start("place"), match.end("place"))
    return None


def host_of(place: str, plain: str, sides: Sides) -> str | None:
    """Return the side in which a place lies: as its capital, by its name, or by what stands in brackets after it."""
    names = {side.name: side for side in sides.names}
    for state in states.all_states():
        if state.name in names and place.casefold() in (state.capital.casefold(), state.french.capital.casefold()):
            return state.name
    if (named := sides.only_side(place)) is not None:
        return named
    after = re.search(rf"\b{re.escape(place)}\b,?\s(?:\(|en\s|au\s)?(?P<after>(?:la\s|le\s|l')?{NAME})", plain)
    return sides.only_side(after["after"]) if after else None


def host_of_meeting(layout: Layout, place: Found | None, sides: Sides) -> str | None:
    """Return the side that hosted: where the place lies, else who invited, else who was thanked for it."""
    if place is not None and (host := host_of(place.words.replace("’", "'"), layout.plain, sides)) is not None:
        return host
    said = _HOSTED.search(layout.plain, 0, _OPENING) or _THANKED.search(layout.plain)
    return sides.only_side(said["by"]) if said else None


def find_next_round(layout: Layout, sides: Sides, series: str | None, met: date | None) -> FoundNextRound | None:
    """Return the next round, or None where neither its place nor its year is said."""
    best: FoundNextRound | None = None
    for start, end in told(layout):
        match = _NEXT.search(layout.plain, start, end)
        if match is None or not _AHEAD.search(layout.plain, start, end):
            continue
        if _is_other(layout.plain[match.start() : end], match.group(), series):
            continue
        found = _next(layout, sides, start, end, match.start(), met)
        if found is not None and found.is_after(met) and (best is None or found.told > best.told):
            best = found
    return best


def _is_other(words: str, meeting: str, series: str | None) -> bool:
    """Say whether the meeting with which some words begin is of a body that is not the series.

    It may be called after it (“prochaine commission mixte”) or be one of its meetings (“réunion du groupe de travail”).
    """
    of = _OF_BODY.match(words, len(meeting))
    kind = of["body"] if of else (re.findall(r"[\w-]+", meeting) or [""])[-1].lower()
    return kind in _BODIES and kind not in (series or "").lower()


def _next(layout: Layout, sides: Sides, start: int, end: int, at: int, met: date | None) -> FoundNextRound | None:
    words = layout.plain[at:end]
    day = next(days_in(layout.plain, at, end), None)
    year_said = _YEAR.search(words)
    year = (day.year if day else None) or (int(year_said["year"]) if year_said else None)
    if year is None and met is not None and _RELATIVE_YEAR.search(words):
        year = met.year + 1
    if year is None and day is not None and met is not None:
        year = met.year if day.first > (met.month, met.day) else met.year + 1
    place = None
    for match in _PLACE.finditer(layout.plain, at, end):
        if not _NO_PLACE.match(match["place"]):
            place = layout.text.said(match.start("place"), match.end("place"))
            break
    host = host_of(place.replace("’", "'"), layout.plain, sides) if place else None
    if host is None and (
        invited := _HOSTED.search(layout.plain, start, end) or _WILL_HOST.search(layout.plain[start:end])
    ):
        host = sides.only_side(invited["by"])
    if place is None and year is None:
        return None
    first, last = days_ahead(day, year)
    span = layout.text.span(start, end)
    return FoundNextRound(place=place, year=year, day=first, last_day=last, host=host, span=span)


def number_of(ordinal: str) -> int:
    """Return the number that an ordinal says (“troisième”, “3e”)."""
    if digits := re.match(r"\d+", ordinal):
        return int(digits.group())
    roman = re.match("[IVX]+", ordinal)
    return ROMAN.index(roman.group()) + 1 if roman else ORDINALS[ordinal.lower()]


def series_candidates(layout: Layout) -> Iterator[tuple[Block | None, int, int, int | None]]:
    """Yield the names of series in the title and the first sentences, with the ordinal that goes with each."""
    title = layout.title()
    stretches: list[tuple[Block | None, int, int]] = [(title, title.start, title.end)] if title else []
    stretches += [(None, start, end) for start, end in islice(told(layout), _FIRST_SENTENCES)]
    for pattern in (_SERIES_NAME, _COUNTED_NAME):
        found = False
        for block, start, end in stretches:
            for match in pattern.finditer(layout.plain, start, end):
                before = layout.plain[max(start, match.start() - 90) : match.start()]
                ordinal = _ORDINAL_BEFORE.search(before)
                if ordinal is None and pattern is _COUNTED_NAME:
                    continue
                found = True
                yield block, match.start("name"), match.end("name"), number_of(ordinal["ordinal"]) if ordinal else None
        if found:
            return


def told_ordinal(layout: Layout) -> int | None:
    """Return the ordinal of the meeting that the title or the first sentences tell, where only one is told."""
    title = layout.title()
    stretches = [(title.start, title.end)] if title else []
    stretches += list(islice(told(layout), 2))
    for start, end in stretches:
        found = {
            number_of(match["ordinal"])
            for pattern in (_ORDINAL, _TIMES)
            for match in pattern.finditer(layout.plain, start, end)
        }
        if len(found) == 1:
            return found.pop()
    return None
