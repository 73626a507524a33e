"""What is said around the substance of an item: the courtesy before it, the next round, the bridge to the next item."""

from __future__ import annotations

from dialogue_prep.documents.compose.shared_round import SharedRound
from dialogue_prep.documents.compose.shown import Words, runs_of, worded
from dialogue_prep.documents.wording import Phrases, phrase
from dialogue_prep.domain.agenda import ItemKind, Slot
from dialogue_prep.domain.dossier import Dossier


def courtesies(dossier: Dossier, slot: Slot, shared: SharedRound, phrases: Phrases) -> tuple[str, ...]:
    """Return the courtesies of an item, a sentence each: whose round it is, who hosts, who speaks first."""
    match slot.item.kind:
        case ItemKind.OPENING:
            return _at_the_opening(dossier, phrases)
        case ItemKind.CLOSING:
            return (_at_the_closing(dossier, phrases), *next_round(shared, phrases))
        case _:
            return _before_an_item(dossier, slot, phrases)


def next_round(shared: SharedRound, phrases: Phrases) -> tuple[str, ...]:
    """Return whose turn it is to host the next round; nothing where that is not settled."""
    ordinal = phrases.ordinal(shared.ordinal + 1)
    if not shared.next_host:
        return ()
    if shared.next_year:
        words = phrases.say(
            "It is the turn of {host} to host the {ordinal} round, in {year}.",
            ordinal=ordinal,
            host=shared.next_host,
            year=shared.next_year,
        )
    else:
        words = phrases.say(
            "It is the turn of {host} to host the {ordinal} round.", ordinal=ordinal, host=shared.next_host
        )
    return (words,)


def bridge(following: Slot | None, phrases: Phrases) -> Words:
    """Return the sentence that leads to the item that follows; nothing after the last."""
    if following is None:
        return ()
    title, hour = runs_of(following.item.title, phrases), phrases.hour(following.begins)
    if following.number is None:
        return worded(phrase("{title}, at {hour}."), phrases, title=title, hour=hour)
    number = str(following.number)
    return worded(phrase("Item {number}, {title}, at {hour}."), phrases, number=number, title=title, hour=hour)


def _at_the_opening(dossier: Dossier, phrases: Phrases) -> tuple[str, ...]:
    round_, last = dossier.round, dossier.last_held
    ordinal, city = phrases.ordinal(round_.ordinal), round_.city or dossier.host.capital
    ours = round_.host_id == dossier.home.id
    guest = dossier.away.name
    if ours and city:
        welcome = phrases.say(
            "Welcome the other delegation ({guest}) to {city} for the {ordinal} round.",
            guest=guest,
            city=city,
            ordinal=ordinal,
        )
    elif ours:
        welcome = phrases.say(
            "Welcome the other delegation ({guest}) to the {ordinal} round.", guest=guest, ordinal=ordinal
        )
    elif city:
        welcome = phrases.say("Thank the hosts for the {ordinal} round here in {city}.", ordinal=ordinal, city=city)
    else:
        welcome = phrases.say("Thank the hosts for the {ordinal} round.", ordinal=ordinal)
    if last is None or last.start is None or not last.city:
        return (welcome,)
    recall = phrases.say(
        "Recall the {ordinal} round: {city}, {days}.",
        ordinal=phrases.ordinal(last.ordinal),
        city=last.city,
        days=phrases.days(last.start, last.end),
    )
    return (welcome, recall)


def _at_the_closing(dossier: Dossier, phrases: Phrases) -> str:
    if dossier.round.host_id == dossier.home.id:
        return phrases.say("Thank the other delegation for coming, the interpreters and all who prepared the round.")
    return phrases.say("Thank the hosts for their welcome, the interpreters and all who prepared the round.")


def _before_an_item(dossier: Dossier, slot: Slot, phrases: Phrases) -> tuple[str, ...]:
    first = slot.item.speaks_first_id
    if first is None:
        return ()
    if first == dossier.home.id:
        return (phrases.say("We open this item; say that we then look forward to hearing the other side."),)
    return (phrases.say("The other side opens this item; thank them for their remarks before our points."),)
