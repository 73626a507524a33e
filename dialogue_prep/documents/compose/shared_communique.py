"""What the other side may see of the draft communiqué: its paragraphs, whose alternatives there are, no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_prep.documents.compose.shared_round import SharedSide, round_after, shared_side
from dialogue_prep.domain.commitment import Commitment, CommitmentKind, Voice, code_order, latest, live
from dialogue_prep.domain.communique import ADDITIONS, Passage, PassageState
from dialogue_prep.domain.dialogue import Cadence, Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import CommitmentId, PassageId, TopicId
from dialogue_prep.domain.text import NOTHING, Text

_LABELS = ("", *(f" {addition}" for addition in ADDITIONS))


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedAlternative:
    """One wording of a paragraph: `label` is its number, such as 4 or 4 bis; `owner` is empty where both have it."""

    id: str
    label: str
    owner: Text
    words: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """One paragraph of the draft as both sides know it; only one that is settled stands without brackets."""

    id: PassageId
    number: int
    topic_id: TopicId | None
    settled: bool
    ad_referendum: bool
    alternatives: tuple[SharedAlternative, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedUndertaking:
    """What was agreed in an earlier round, in its own words, and which round that was."""

    id: CommitmentId
    wording: Text
    ordinal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedChair:
    """A co-chair; the name is empty where it is not confirmed that the person still holds the post.

    The title is empty where not even the post is known.
    """

    side: SharedSide
    title: Text
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCommunique:
    """The draft, and what a first draft is made of while nobody has written a paragraph.

    `signatories` are ours and theirs. `undertakings` are in the order of the last record; those that both sides closed
    together are not among them.
    """

    passages: tuple[SharedPassage, ...]
    signatories: tuple[SharedChair, SharedChair]
    undertakings: tuple[SharedUndertaking, ...]
    expected_year: int | None

    @property
    def agreed(self) -> bool:
        """Whether the text can be signed: there is one, and no paragraph of it is open or awaits a confirmation."""
        return bool(self.passages) and all(one.settled and not one.ad_referendum for one in self.passages)

    @property
    def chairs(self) -> tuple[SharedChair, ...]:
        """The co-chairs of whom at least the post is known."""
        return tuple(chair for chair in self.signatories if chair.title)


def shared_communique(dossier: Dossier) -> SharedCommunique:
    """Return what may be shared of the draft communiqué of a dossier's round."""
    return SharedCommunique(
        passages=tuple(shared_passages(dossier)),
        signatories=(_chair(dossier, dossier.home), _chair(dossier, dossier.away)),
        undertakings=tuple(_undertakings(dossier)),
        expected_year=_expected_year(dossier),
    )


def shared_passages(dossier: Dossier) -> Iterator[SharedPassage]:
    """Yield the paragraphs in order, numbered from 1; dropped ones have no number and are not yielded."""
    for number, passage in enumerate(dossier.kept_passages, start=1):
        yield SharedPassage(
            id=passage.id,
            number=number,
            topic_id=passage.topic_id,
            settled=passage.settled,
            ad_referendum=passage.state is PassageState.AD_REFERENDUM,
            alternatives=tuple(_alternatives(dossier, number, passage)),
        )


def _alternatives(dossier: Dossier, number: int, passage: Passage) -> Iterator[SharedAlternative]:
    found: list[tuple[str, Text, Text]] = []
    if passage.words:
        found.append(("", NOTHING, passage.words))
    if not passage.settled:
        found += [(o.id, dossier.side(o.side_id).name, o.words) for o in dossier.options_of(passage)]
    for place, (id_, owner, words) in enumerate(found):
        label = _LABELS[place] if place < len(_LABELS) else f" ({place + 1})"
        yield SharedAlternative(id=id_, label=f"{number}{label}", owner=owner, words=words)


def _chair(dossier: Dossier, side: Side) -> SharedChair:
    post = dossier.co_chair(side)
    holder = dossier.holder(post) if post else None
    named = holder is not None and holder[1].confirmed
    return SharedChair(
        side=shared_side(side),
        title=post.title if post else NOTHING,
        name=holder[0].name if holder and named else NOTHING,
    )


def _undertakings(dossier: Dossier) -> Iterator[SharedUndertaking]:
    ordinals = dossier.ordinals
    open_ = [
        commitment
        for commitment in dossier.commitments
        if ordinals.get(commitment.round_id, 0) < dossier.round.ordinal
        and commitment.kind is not CommitmentKind.SCHEDULING
        and _open_to_both(dossier, commitment)
    ]
    for commitment in sorted(open_, key=lambda c: (-ordinals[c.round_id], _place(c), code_order(c.code))):
        yield SharedUndertaking(id=commitment.id, wording=commitment.wording, ordinal=ordinals[commitment.round_id])


def _place(commitment: Commitment) -> tuple[bool, int, int]:
    """Return where in its record a commitment stands; those of which only a reference is known come last."""
    return commitment.paragraph is None, commitment.paragraph or 0, commitment.start


def _open_to_both(dossier: Dossier, commitment: Commitment) -> bool:
    """Say whether it is open as far as both sides know: that we alone think it closed would tell them what we think."""
    joint = latest(dossier.entries_of(commitment), Voice.JOINT)
    return joint is None or live((joint,))


def _expected_year(dossier: Dossier) -> int | None:
    planned = round_after(dossier)
    if planned and planned.year:
        return planned.year
    if dossier.round.year is None or dossier.dialogue.cadence is Cadence.UNSAID:
        return None
    return dossier.round.year + dossier.dialogue.cadence.months // 12
