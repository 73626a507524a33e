"""To which dialogue of the store a source belongs: the one that was chosen, else the one of its sides and its name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.names import SAME_NAME, same_name
from dialogue_prep.domain.source import Alias
from dialogue_prep.reading.extract import Extract, FoundSide
from dialogue_prep.reading.review import Review
from dialogue_prep.services.known_states import state_name


@dataclass(frozen=True, slots=True)
class Belonging:
    """The dialogue to which a source belongs, None: to a new one.

    `between` are all dialogues of the store between the same two sides, the one of the likest name first.
    """

    dialogue: Dialogue | None
    between: tuple[Dialogue, ...]


def belonging_of(
    review: Review, dialogues: Iterable[tuple[Dialogue, tuple[Side, ...], tuple[Alias, ...]]]
) -> Belonging:
    """Return to which of these dialogues a source belongs: of those between its sides, as chosen or by the name."""
    extract = review.extract
    likely = [
        (likeness(extract, dialogue, aliases), dialogue)
        for dialogue, sides, aliases in dialogues
        if all(any(is_side(found, side) for side in sides) for found in extract.sides)
    ]
    likely.sort(key=lambda pair: -pair[0])
    if review.dialogue_id is None:
        found = (dialogue for alike, dialogue in likely if alike >= SAME_NAME)
    else:
        found = (dialogue for _alike, dialogue in likely if dialogue.id == review.dialogue_id)
    return Belonging(next(found, None), tuple(dialogue for _alike, dialogue in likely))


def check_chosen(extract: Extract, file_name: str, chosen: Dialogue, belonging: Belonging) -> None:
    """Refuse a dialogue that was chosen for a source between other sides."""
    if belonging.dialogue != chosen:
        raise UserError(
            "“{file}” is between {sides}, and “{dialogue}” is not; choose another dialogue.",
            file=file_name,
            sides=tuple(side.name for side in extract.sides),
            dialogue=chosen.designation,
        )


def likeness(extract: Extract, dialogue: Dialogue, aliases: Iterable[Alias]) -> float:
    """Return how like the name in a source is to the designation of a dialogue, or to one of its aliases."""
    words, aside = dialogue_name(extract), side_words(extract)
    texts = (dialogue.designation, *(alias.name for alias in aliases))
    return max((same_name(words, wording.words, aside) for text in texts for wording in text), default=0.0)


def dialogue_name(extract: Extract) -> str:
    """Return what a source calls its dialogue, else its two sides: a title often says only what kind of paper it is."""
    if extract.dialogue:
        return extract.dialogue.words
    language = extract.language
    return "–".join(sorted(state_name(side.name, language).read(language) for side in extract.sides))


def side_words(extract: Extract) -> tuple[str, ...]:
    """Return the names of the sides: one source puts them into a designation or a title and another does not."""
    return tuple(name for side in extract.sides for name in (side.name, side.long_name, side.adjective) if name)


def is_side(found: FoundSide, side: Side) -> bool:
    """Say whether a side that was found is this one, by either of its names."""
    return any(is_called(side, name) for name in (found.name, found.long_name))


def is_called(side: Side, name: str) -> bool:
    """Say whether a side has this name, short or long, in whatever language."""
    wanted = name.strip().casefold()
    return bool(wanted) and any(w.words.casefold() == wanted for text in (side.name, side.long_name) for w in text)
