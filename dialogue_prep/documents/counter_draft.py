"""A draft communiqué of the other side laid beside ours: which paragraph is which of our passages, what is otherwise.

Numbers, brackets and the name of whoever proposes a wording are read off; then words alone tell, in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_prep.documents.alignment import ALIKE, aligned, in_order, likeness
from dialogue_prep.domain.communique import ADDITIONS
from dialogue_prep.domain.differences import Piece, differences
from dialogue_prep.domain.identity import PassageId

# Lines are matched with one space between words, so that no pattern has to try where many of them begin and end.
_NUMBER = re.compile(
    rf"[(（]?(\d{{1,3}}) ?({'|'.join(ADDITIONS)}|\(\d{{1,2}}\))? ?(?:[.)、．）](?!\d)|(?=[\[〔［【])) ?", re.IGNORECASE
)
_OPENING, _CLOSING = "[〔［【", "]〕］】"
_BRACKETED = re.compile(rf"[{re.escape(_OPENING)}](.*)[{re.escape(_CLOSING)}] ?[.。]?")
_OWNER = re.compile(r"([^:：\[\]]{1,60}?) ?[:：] ?(.*)")
_ENDED = (".", ";", ":", "!", "?", "”", "»", "]", "。", "；", "：", "！", "？", "〕")
_MOST_PAIRS = 4000
_SAME_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"'})


class Match(StrEnum):
    """How a paragraph of theirs stands to our draft; `missing` is a passage of ours that theirs lacks."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWording:
    """One wording of a passage in our draft: an option, or the words of the passage itself (`option_id` empty)."""

    passage_id: PassageId
    option_id: str
    owner: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirParagraph:
    """A paragraph of their draft: its number as it stands there, whose it says it is (a side), its words.

    `whole` says that it reads like a passage and not like a heading.
    """

    number: str
    owner: str
    words: str
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """One paragraph of theirs beside ours, or one passage of ours that is missing there.

    `beside` is the wording of ours that is most like it, `pieces` what differs from that. A new paragraph stands behind
    the passage `after`, None where it opens the draft. `moved` says that it stands elsewhere in the order.
    """

    id: str
    match: Match
    number: str = ""
    owner: str = ""
    words: str = ""
    whole: bool = True
    moved: bool = False
    passage_id: PassageId | None = None
    beside: KnownWording | None = None
    after: PassageId | None = None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What differs, word by word."""
        return differences(self.beside.words if self.beside else "", self.words)


def their_paragraphs(
    lines: Iterable[str], owners: Mapping[str, str], remarks: Sequence[str] = ()
) -> tuple[TheirParagraph, ...]:
    """Return the paragraphs of a draft without numbers, brackets and remarks; `owners` are sides by their names.

    Where paragraphs are numbered, one without a number is a heading, a line of the front or a place to sign.
    """
    read = [_paragraph(line, owners, remarks) for line in lines]
    numbered = sum(bool(one.number) for one in read)
    if numbered >= 2 and numbered >= sum(one.whole and not one.number for one in read):
        read = [replace(one, whole=bool(one.number)) for one in read]
    return tuple(one for one in read if one.words)


def laid_beside(ours: Sequence[KnownWording], theirs: Sequence[TheirParagraph]) -> tuple[Counterpart, ...]:
    """Return every paragraph of theirs beside ours, in their order, then the passages of ours that theirs lacks.

    `ours` are in the order of our draft, every wording of a passage beside the others.
    """
    lines = [(place, line) for place, known in enumerate(ours) for line in known.words.splitlines() or [""]]
    before, after = [_plain(line) for _place, line in lines], [_plain(one.words) for one in theirs]
    places = {new: lines[old][0] for new, old in aligned(before, after).items()}
    _find_moved(places, ours, theirs)
    moved = _out_of_order(places)
    found: list[Counterpart] = []
    at: PassageId | None = None
    for place, one in enumerate(theirs):
        known = ours[places[place]] if place in places else _alternative_of(found, one, ours)
        if known is not None and found and found[-1].beside is known and not one.number and _lines(known) > 1:
            found[-1] = _joined(found[-1], one)
            continue
        found.append(_counterpart(place, one, known, at, moved=place in moved))
        at = known.passage_id if known else at
    there = {one.passage_id for one in found}
    return (*found, *_missing(ours, there))


def _paragraph(line: str, owners: Mapping[str, str], remarks: Sequence[str]) -> TheirParagraph:
    line = " ".join(line.split())
    numbered = _NUMBER.match(line)
    number = " ".join(filter(None, numbered.groups())) if numbered else ""
    words = line[numbered.end() :] if numbered else line
    owner = ""
    if (bracketed := _BRACKETED.fullmatch(words)) and _closes_what_it_opens(bracketed.group(1)):
        words = bracketed.group(1).strip()
        owned = _OWNER.fullmatch(words)
        if owned and owned.group(1).casefold() in owners:
            owner, words = owners[owned.group(1).casefold()], owned.group(2).strip()
    for remark in remarks:
        words = words.removesuffix(remark).rstrip()
    return TheirParagraph(number=number, owner=owner, words=words, whole=bool(number) or words.endswith(_ENDED))


def _closes_what_it_opens(within: str) -> bool:
    """Say whether the brackets around some words are one pair: in “[A: …] or [B: …]” they are not."""
    depth = 0
    for sign in within:
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth < 0:
            return False
    return True


def _find_moved(places: dict[int, int], ours: Sequence[KnownWording], theirs: Sequence[TheirParagraph]) -> None:
    """Pair what is left with passages that nothing was found for, the likest first: they may have been moved."""
    there = {ours[place].passage_id for place in places.values()}
    left = [place for place, known in enumerate(ours) if known.passage_id not in there]
    new_ones = [(new, one) for new, one in enumerate(theirs) if new not in places and one.whole]
    if len(left) * len(new_ones) > _MOST_PAIRS:
        return
    pairs = [
        (alike, new, old)
        for new, one in new_ones
        for old in left
        if (alike := likeness(_plain(ours[old].words), _plain(one.words))) >= ALIKE
    ]
    for _alike, new, old in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if new not in places and ours[old].passage_id not in there:
            places[new] = old
            there.add(ours[old].passage_id)


def _out_of_order(places: Mapping[int, int]) -> set[int]:
    """Return the places in their draft of the fewest paragraphs without which the others stand in our order."""
    ours = sorted(places, key=lambda new: (places[new], new))
    ranks = {new: rank for rank, new in enumerate(ours)}
    return places.keys() - dict(in_order(sorted(ranks.items())))


def _alternative_of(
    found: Sequence[Counterpart], one: TheirParagraph, ours: Sequence[KnownWording]
) -> KnownWording | None:
    """Return what a further wording, such as 4 bis, stands beside: the passage of the number without the addition."""
    number, _space, addition = one.number.partition(" ")
    if not addition:
        return None
    first = next((other for other in found if other.number == number), None)
    return next((known for known in ours if first is not None and known.passage_id == first.passage_id), None)


def _counterpart(
    place: int, one: TheirParagraph, known: KnownWording | None, after: PassageId | None, *, moved: bool
) -> Counterpart:
    match = Match.NEW if known is None else Match.CHANGED
    if known is not None and _plain(known.words) == _plain(one.words):
        match = Match.SAME
    return Counterpart(
        id=f"their-{place + 1}",
        match=match,
        number=one.number,
        owner=one.owner,
        words=one.words,
        whole=one.whole,
        moved=moved,
        passage_id=known.passage_id if known else None,
        beside=known,
        after=after,
    )


def _joined(before: Counterpart, one: TheirParagraph) -> Counterpart:
    """Return a paragraph with its next line, where ours has several."""
    assert before.beside is not None
    words = f"{before.words}\n{one.words}"
    same = _plain(words) == _plain(before.beside.words)
    return replace(before, words=words, match=Match.SAME if same else Match.CHANGED)


def _missing(ours: Sequence[KnownWording], there: set[PassageId | None]) -> Iterator[Counterpart]:
    for known in ours:
        if known.passage_id not in there:
            there.add(known.passage_id)
            yield Counterpart(
                id=f"our-{known.passage_id}", match=Match.MISSING, passage_id=known.passage_id, beside=known
            )


def _lines(known: KnownWording) -> int:
    return len(known.words.splitlines())


def _plain(words: str) -> str:
    return " ".join(words.translate(_SAME_SIGNS).split())
