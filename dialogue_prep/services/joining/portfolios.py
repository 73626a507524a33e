"""To which institution an office belongs, by its words: a deputy minister of the interior is of that ministry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from dialogue_prep.domain.wordforms import forms, is_chinese

K = TypeVar("K")

# What an institution is and who leads it: what is left of a name without these is its field.
_INSTITUTIONS = (
    "ministry department office agency bureau service council commission committee authority administration "
    "directorate secretariat inspectorate chancellery "
    "ministère département agence conseil autorité secrétariat direction"
)
_INSTITUTION = re.compile(rf"\b(?:{'|'.join(_INSTITUTIONS.split())})\b", re.IGNORECASE)
_OFFICES = frozenset(
    forms(
        "minister secretary director general deputy vice assistant under undersecretary permanent senior associate "
        "acting chief head chair commissioner commander president advisor adviser officer representative "
        "coordinator envoy ambassador "
        "ministre vice-ministre sous-ministre secrétaire sous-secrétaire directeur directrice général générale adjoint "
        "adjointe délégué déléguée chargé chargée chef cheffe présidente commissaire conseiller conseillère "
        "représentant représentante coordonnateur coordonnatrice envoyé envoyée ambassadeur ambassadrice"
    )
)
_WITHOUT_FIELD = _OFFICES | frozenset(forms(f"{_INSTITUTIONS} affairs affaires federal fédéral fédérale"))
# A secretary of state may be of a department of state; a state secretary for trade is not.
_STATE = frozenset(forms("state état"))
_BETWEEN = re.compile(r"[,;()]|\s[–—-]\s")
_AND = re.compile(r"\s(?:and|et)\s")
# A Chinese office begins with its institution, also the second office of one person.
_CHINESE_BEGINNING = r"(?:^|[兼、，和及与])"


def institution_of(office: str, named: Mapping[K, Sequence[str]], aside: Sequence[str]) -> K | None:
    """Return which of some institutions, each with all its names, an office is of; None where two could be meant.

    `aside` are the names of their side: an office has them and the name of its institution has not, or the other way
    round.
    """
    if is_chinese(office):
        return _by_beginning(office, named, aside)
    leave_out = frozenset(forms(" ".join(aside)))
    fields = {key: {_field(name, leave_out) for name in names} - {frozenset()} for key, names in named.items()}
    found: set[K] = set()
    unknown = False
    for part in _parts(office):
        field = _field(part, leave_out)
        of = {key for key, own in fields.items() if field in own}
        found |= of
        # An institution that nobody knows: the field beside it is one of its own.
        unknown = unknown or (not of and _INSTITUTION.search(part) is not None)
    return found.pop() if len(found) == 1 and not unknown else None


def _parts(office: str) -> Iterator[str]:
    """Yield the offices and institutions that make up an office: “Minister of Trade and Head of Customs” is two."""
    for stretch in _BETWEEN.split(office):
        part, *others = _AND.split(stretch)
        for other in others:
            if _OFFICES.isdisjoint(forms(other)):
                part = f"{part} {other}"
            else:
                yield part
                part = other
        yield part


def _field(words: str, leave_out: frozenset[str]) -> frozenset[str]:
    said = frozenset(forms(words))
    field = said - _WITHOUT_FIELD - leave_out
    return field - _STATE or field


def _by_beginning(office: str, named: Mapping[K, Sequence[str]], aside: Sequence[str]) -> K | None:
    sides = "|".join(re.escape(name) for name in sorted(aside, key=len, reverse=True) if is_chinese(name))
    lead = f"{_CHINESE_BEGINNING}(?:{sides})?" if sides else _CHINESE_BEGINNING

    def bare(name: str) -> str:
        return re.sub(f"^(?:{sides})", "", name) if sides else name

    found = {
        (key, bare(name))
        for key, names in named.items()
        for name in names
        if is_chinese(name) and re.search(lead + re.escape(bare(name)), office)
    }
    # A department within a ministry is named with it.
    longest = {key for key, name in found if not any(name != other and name in other for _key, other in found)}
    return longest.pop() if len(longest) == 1 else None
