"""Why a proposal stands as it does: how sure it is, and what its topic, mechanism and leads are suggested by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def reasons(review: Review, found: FoundCommitment, known: Known) -> tuple[str, ...]:
    """Return one sentence each on its topic, on who carries it out and on how sure it is."""
    topic = reason_of(review, found, known)
    if found.span in known.codes:
        return (topic,)
    return (topic, *_carriers(review, found, known), *_doubts(known.bearing.confidence.get(found.span)))


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


def _carriers(review: Review, found: FoundCommitment, known: Known) -> Iterator[str]:
    chosen, bearing = review.handling(found), known.bearing
    mechanism, leads = bearing.carried.get(found.span), bearing.led.get(found.span, ())
    if chosen.mechanism_id is None and mechanism is not None:
        yield _because(mechanism, _("Mechanism: named as {words}."), _("Mechanism: its work is {words}."))
    if chosen.leads is None:
        named = [word for lead in leads if lead.named for word in lead.why]
        working = [word for lead in leads if not lead.named for word in lead.why]
        if named:
            yield _("Leads: named as {words}.").format(words=_quoted(named))
        if working:
            yield _("Leads: their work is {words}.").format(words=_quoted(dict.fromkeys(working)))


def _because(carrier: Carrier, named: str, by_work: str) -> str:
    return (named if carrier.named else by_work).format(words=_quoted(carrier.why))


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
