"""Why a proposal stands as it does: how sure it is, and what its topic, mechanism and leads are suggested by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dialogue_prep.domain.commitment import CommitmentKind
from dialogue_prep.gui.words import _, in_a_row, in_one_sentence, labelled

if TYPE_CHECKING:
    from dialogue_prep.domain.carriers import Carrier
    from dialogue_prep.gui.pages.review_known import Known
    from dialogue_prep.reading.confidence import Confidence
    from dialogue_prep.reading.extract import FoundCommitment
    from dialogue_prep.reading.review import Review


def sureness_words(confidence: Confidence | None) -> str:
    """Return how sure a proposal is, with a sign; nothing while that is not known."""
    if confidence is None:
        return ""
    return {"sure": _("● sure"), "likely": _("◐ likely"), "doubtful": _("○ doubtful")}[confidence.sureness]


def reasons(review: Review, found: FoundCommitment, known: Known, language: str) -> tuple[str, ...]:
    """Return one sentence each on its topic, on who carries it out and on how sure it is."""
    topic = reason_of(review, found, known)
    if found.span in known.codes:
        return (topic,)
    return (topic, *_carriers(review, found, known, language), *_doubts(known.bearing.confidence.get(found.span)))


def reason_of(review: Review, found: FoundCommitment, known: Known) -> str:
    """Return why a commitment would come under its topic, or that it is in the store already."""
    if code := known.codes.get(found.span):
        return _("In the store already as {code}: it keeps its words and gets its place.").format(code=code)
    if found.span in review.topics:
        return _("You have chosen the topic.")
    suggestion = known.suggestion(found)
    if found.kind is CommitmentKind.SCHEDULING:
        return _("What is about the next round needs no topic.")
    if suggestion is None:
        there = bool(known.bearing.topics)
        return _("No topic is suggested: none shares its words.") if there else _("The dialogue has no topics yet.")
    words = _quoted(suggestion.why)
    said = (
        _("Suggested because of {words}.") if suggestion.certain else _("Proposed because of {words}; to be confirmed.")
    )
    return said.format(words=words) if words else _("Proposed for its heading; to be confirmed.")


def _carriers(review: Review, found: FoundCommitment, known: Known, language: str) -> Iterator[str]:
    """Say who is chosen because the words name them, and whom they only point to: these are left to be chosen."""
    chosen, bearing = review.handling(found), known.bearing
    mechanism, leads = bearing.carried.get(found.span), bearing.led.get(found.span, ())
    carriers = (mechanism,) if mechanism is not None and chosen.mechanism_id is None else ()
    yield from _because(
        carriers,
        {one.id: f"{one.number} {one.name.read(language, 'en')}" for one in bearing.mechanisms},
        _("Mechanism: named as {words}."),
        _("Mechanism: {names} may be meant, because of {words}; choose it if so."),
    )
    yield from _because(
        leads if chosen.leads is None else (),
        {one.id: one.name.read(language, "en") for one in bearing.entities},
        _("Leads: named as {words}."),
        _("Leads: {names} may be meant, because of {words}; choose them if so."),
    )


def _because(carriers: Sequence[Carrier], names: Mapping[str, str], named: str, pointed_to: str) -> Iterator[str]:
    for is_named, said in ((True, named), (False, pointed_to)):
        if found := [one for one in carriers if one.named is is_named]:
            words = _quoted(dict.fromkeys(word for one in found for word in one.why))
            yield said.format(names=in_a_row(dict.fromkeys(names[one.id] for one in found)), words=words)


def _doubts(confidence: Confidence | None) -> Iterator[str]:
    said = {
        "no verb of undertaking in its sentence": _("its sentence has no verb of undertaking of its own"),
        "it only says what will be": _("it only says what will be"),
        "it does not say who undertakes it": _("it does not say who undertakes it"),
        "it is only intended": _("it is only intended"),
        "what is to be done begins with a word that is no known verb": _("its action begins with no known verb"),
        "it is long and may be more than one": _("it is long and may be more than one"),
    }
    if confidence is not None and confidence.doubts:
        yield labelled(sureness_words(confidence), in_one_sentence(said[doubt] for doubt in confidence.doubts))


def _quoted(words: Iterable[str]) -> str:
    return in_a_row(_("“{words}”").format(words=word) for word in words)
