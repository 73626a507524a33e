"""People in running text: a name and the office that goes with it, in either order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogue_prep.reading import states
from dialogue_prep.reading.english import words

_OFFICE_NOUN = (
    r"(?:Secretary(?:[- ]General)?|Minister|Ministers|President|Ambassador|Director(?:[- ]General)?|Advis[eo]r|"
    r"Commissioner|"
    r"Coordinator|Representative|Chair(?:man|woman|person)?|Head|Premier|Chancellor|Governor|Attorney|Counsell?or|"
    r"Officer|"
    r"Assistant|Under[- ]?Secretary|Undersecretary|Chief|General|Administrator|Envoy|Comptroller|Commander|"
    r"Inspector|Superintendent|"
    r"Treasurer|Solicitor|Senator|Speaker|King|Queen|Prince|Emir|Sultan|Deputy|Spokesperson|Prosecutor|Marshal|"
    r"Admiral|Counselor)"
)
_OFFICE_WORDS = frozenset(
    words("""
    Secretary Minister President Ambassador Director Advisor Adviser Commissioner Coordinator Representative Chair
    Head Premier Chancellor Governor Attorney Counsellor Counselor Officer Assistant Under Undersecretary Chief
    General Administrator Envoy Deputy Vice Prime State Foreign Affairs Defense Defence Security Treasury Commerce
    Economy Finance Justice Interior Trade Relations Credit Public National Homeland International Policy Planning
    Energy Health Environment Agriculture Education Labor Labour Transport Immigration Customs Border Protection
    Police Intelligence Cyber Technology Infrastructure Emerging Cabinet Senior Executive Permanent Acting Joint
    Asian Asia Pacific Indo-Pacific African Africa European Europe American Americas Council Office Bureau Ministry
    Department Commission Agency House External Internal Economic Political Legal Strategic Global Development
    Cooperation Migration Citizens Citizenship Industry Science Innovation Digital Communications Information
    Fisheries Forestry Climate Water Tourism Culture Commonwealth Regional Multilateral Consular Counterterrorism
    Crime Narcotics Relations Services Resources Management Government Republic Kingdom States Union Special
    Parliamentary Chairman Chairwoman Spokesperson Dialogue Group Forum Meeting Delegation Centre Center Communist
    Party Central Committee Law Rule Nuclear Arms Control Human Rights Religious Freedom Democracy Oceans Space
    Trafficking Persons
    """)
)
_CIVIL = (
    r"(?:(?:Rt\.?|Right)\s)?(?:Hon(?:\.|ourable)?|Honorable|H\.?\s?E\.?|His\sExcellency|Her\sExcellency|"
    r"Excellency|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?|Sir|Dame)"
)
_HONORIFIC_WORDS = (
    rf"(?:(?:[Tt]he\s)?(?:{_CIVIL}|Lt\.?|Gen\.?|Adm\.?|Maj\.?|Col\.?|Lieutenant|Major|Amb\.?|"
    # An attorney general is no soldier.
    r"(?<!Attorney\s)(?<!Secretary\s)(?<!Director\s)(?<!Inspector\s)(?<!Solicitor\s)(?<!Consul\s)General|H\.R\.H\.))"
)
_HONORIFIC = rf"(?:{_HONORIFIC_WORDS}\s)"
_HONORIFICS = re.compile(rf"^\s*{_HONORIFIC}+")
_HONORIFICS_AT_END = re.compile(rf"(?:\s+{_HONORIFIC_WORDS})+\s*$")
# What people are called by; a rank may as well be the end of an office.
_ADDRESS_AT_END = re.compile(rf"(?:(?<=\s)|^)(?P<address>(?:{_CIVIL}\s)+)$")
_LONGEST_ADDRESS = 40
_SHORTEST_NAME = 2
_NAME_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
# Small words within a family name.
PARTICLE = r"(?:de|del|della|der|den|di|du|bin|bint|ibn|van|von|zu|ter|al|el|la|le|da|das|dos|y|e)"
_NAME = rf"(?:{_NAME_WORD}|(?i:{PARTICLE}))(?:\s(?:{_NAME_WORD}|{PARTICLE})){{0,5}}"
_HAS_OFFICE = re.compile(rf"\b{_OFFICE_NOUN}\b")
# “Minister of Ports Jane Doe of Norvia”: the name stands between an office and a state.
_OF = re.compile(r"\s(?:of|from)\s")
_STATE = re.compile(r"(?:the\s)?[A-Z][\w.'’]+(?:\s(?:of\s(?:the\s)?)?[A-Z][\w.]+){0,4}\s*")
_ADVERBS_AFTER = re.compile(r"(?:\s(?:today|yesterday|also|jointly|both|each|have|has|were|was|will))+$")
_SUFFIX = re.compile(r"(?:,?\s(?:MP|AM|AO|AC|QC|SC|OBE|CBE|KCMG|CMG|CVO|Jr\.?|Sr\.?))+$")


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody in a text: offsets of the whole, of the name and of the office."""

    start: int
    end: int
    name: tuple[int, int] | None
    office: tuple[int, int] | None
    words: str


def address_before(plain: str, name: int) -> str:
    """Return the form of address that ends where a name begins, such as “Ms”; empty where there is none."""
    match = _ADDRESS_AT_END.search(plain[max(0, name - _LONGEST_ADDRESS) : name])
    return " ".join(match["address"].split()) if match else ""


def is_office(said: Iterable[str]) -> bool:
    """Say whether words are all such as offices are made of, as in “Foreign Affairs”."""
    return all(word in _OFFICE_WORDS for word in said)


def people_in(plain: str, start: int, end: int) -> Iterator[NamedPerson]:
    """Yield the people named between two offsets, each with an office before or after the name."""
    pending: tuple[int, int] | None = None
    for begin, stop in _chunks(plain, start, end):
        chunk = plain[begin:stop]
        name = _bare_name(plain, begin, stop)
        # The rank before a name is no office.
        office = _HAS_OFFICE.search(_HONORIFICS.sub("", chunk) if name is not None else chunk)
        if office is None and name is not None:
            if pending is not None:
                kept, pending = pending, None
                if _is_office_alone(plain, *kept):
                    yield _person(plain, name, kept)
                    continue
                yield from _office_and_name(plain, *kept)
            pending = name
            continue
        if office is None:
            # “Minister of Economy, Trade and Industry Jane Doe”: a comma within an office.
            whole = next(_office_and_name(plain, pending[0], stop), None) if pending is not None else None
            if whole is not None and whole.name is not None and _goes_on(plain[begin : whole.name[0]]):
                pending = None
                yield whole
            continue
        if pending is not None and not _is_office_alone(plain, *pending):
            yield _person(plain, pending, (begin, stop))
            pending = None
            continue
        person = next(_office_and_name(plain, begin, stop), None)
        if person is not None:
            pending = None
            yield person
        else:
            pending = (begin, stop)
    return


def _chunks(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield stretches between commas and dashes that hold one name, one office, or an office with its name."""
    edges = [start]
    for match in re.finditer(
        r",(?:\s+(?:and\s+)?|$)|;\s+(?:and\s+)?|\s[–—-]\s|"
        r"\s+and\s+(?:on\sthe\s[\w.' ]{2,30}\sside(?:,)?(?:\sby)?\s(?:the\s)?)?(?=" + _HONORIFIC + r"?(?:the\s)?[A-Z])|"
        r"(?<=[a-z]{3})\.\s|\s\(|\.$",
        plain[start:end],
    ):
        joint = match.group()
        if joint.strip() == "and" and _inside_office(plain, start + match.start(), start + match.end(), end):
            continue
        edges += [start + match.start(), start + match.end()]
    edges.append(end)
    for begin, stop in zip(edges[::2], edges[1::2], strict=True):
        part = plain[begin:stop]
        if part.strip():
            lead = re.match(
                r"\s*(?:(?:At the (?:kind )?invitation of|On|In|At|Today|During|by|by the|on the [\w.]+ side by|with|"
                r"the)\s)*",
                part,
            )
            first = begin + (lead.end() if lead else 0)
            yield first, begin + len(_ADVERBS_AFTER.sub("", part.rstrip()))


def _inside_office(plain: str, before: int, after: int, end: int) -> bool:
    """Say whether an “and” is part of an office: no new office or name begins after it."""
    rest = re.split(r",\s|;\s|\.\s", plain[after:end], maxsplit=1)[0]
    left = re.split(r",\s|;\s|\.\s", plain[max(0, before - 160) : before])[-1]
    if re.match(_HONORIFIC, rest):
        return False
    if not _HAS_OFFICE.search(left):
        bare = left
        for mention in states.mentions(left):
            bare = bare.replace(left[mention.start : mention.end], "")
        return all(word in _OFFICE_WORDS or word[0].islower() for word in bare.split())
    if _name_before_state(left) is not None:
        return False
    if _HAS_OFFICE.search(" ".join(rest.split()[:5])):
        named = _trailing_name(left)
        return named is None or not _HAS_OFFICE.search(left)
    return _trailing_name(left) is None


def _name_before_state(words: str) -> int | None:
    """Return where the name ends in “Minister of Ports Jane Doe of Norvia”; None in “Minister for Ports of Norvia”."""
    for of in _OF.finditer(words):
        before = words[: of.start()]
        name = _trailing_name(before) if _STATE.fullmatch(words, of.end()) else None
        if name and before.removesuffix(name).split()[-1][:1].isupper():
            return of.start()
    return None


def _bare_name(plain: str, begin: int, end: int) -> tuple[int, int] | None:
    """Return the offsets of a name if a stretch is nothing but a name with its honorifics."""
    part = plain[begin:end]
    match = re.fullmatch(rf"(?:{_HONORIFIC})*(?P<name>{_NAME})", _SUFFIX.sub("", part).strip())
    if match is None or any(word in _OFFICE_WORDS for word in re.split(r"[\s-]", match["name"])):
        return None
    if next(states.mentions(match["name"]), None) is not None or len(match["name"].split()) > 6:
        return None
    honoured = re.match(rf"\s*(?:{_HONORIFIC})+", part) is not None
    if len(match["name"].split()) < 2 and not honoured:
        return None
    at = begin + part.index(match["name"])
    return at, at + len(match["name"])


def _goes_on(words: str) -> bool:
    """Say whether some words go on with an office that a comma cut in two."""
    said = words.split()
    return bool(said) and all(word in _OFFICE_WORDS or word in ("and", "of", "the") for word in said)


def _is_office_alone(plain: str, begin: int, end: int) -> bool:
    return _HAS_OFFICE.search(plain[begin:end]) is not None


def _office_and_name(plain: str, begin: int, end: int) -> Iterator[NamedPerson]:
    """Yield somebody named as “Foreign Minister Jane Doe (of Norvia)”."""
    part = plain[begin:end]
    end_of_name = _name_before_state(part)
    stop = len(part) if end_of_name is None else end_of_name
    name = _trailing_name(part[:stop])
    if name is None:
        return
    at = part[:stop].rindex(name)
    office = _HONORIFICS_AT_END.sub("", part[:at])
    if _HAS_OFFICE.search(office) is None:
        return
    begins = begin + len(office) - len(office.lstrip())
    yield NamedPerson(
        begins,
        begin + at + len(name),
        (begin + at, begin + at + len(name)),
        (begins, begin + len(office.rstrip())),
        name,
    )


def _trailing_name(part: str) -> str | None:
    """Return the name with which a stretch ends: up to four words of no office, with their particles."""
    part = _SUFFIX.sub("", part.rstrip())
    words = part.split()
    taken: list[str] = []
    for word in reversed(words):
        if taken and re.fullmatch(PARTICLE, word):
            taken.insert(0, word)
            continue
        bare = word.strip(",.")
        known = next(states.mentions(bare), None) is not None
        if (
            sum(name[0].isupper() for name in taken) == 4
            or not re.fullmatch(_NAME_WORD, word)
            or any(part in _OFFICE_WORDS for part in bare.split("-"))
            or known
            or bare.endswith("'s")
        ):
            break
        if re.fullmatch(_HONORIFIC.strip(), word + " "):
            break
        taken.insert(0, word)
    while taken and (re.fullmatch(_HONORIFIC, taken[0] + " ") or taken[0] in ("The", "Lt", "HE", "On", "In")):
        taken.pop(0)
    if not taken or len(taken) == len(words):
        return None
    # No name follows an “of”: in “Minister of Ports Jane Doe” the ports are what the office deals with.
    if len(taken) > _SHORTEST_NAME and words[-len(taken) - 1 : -len(taken)] in (["of"], ["for"]):
        taken.pop(0)
    if (
        len(taken) == 1
        and words[-2:-1]
        and re.sub(r"\W", "", words[-2])
        not in ("Minister", "President", "Mr", "Ms", "Mrs", "Dr", "Secretary", "Ambassador", "Chancellor", "Premier")
    ):
        return None
    return " ".join(taken) if " ".join(taken) in part else None


def _person(plain: str, name: tuple[int, int], office: tuple[int, int]) -> NamedPerson:
    return NamedPerson(min(name[0], office[0]), max(name[1], office[1]), name, office, plain[slice(*name)])
