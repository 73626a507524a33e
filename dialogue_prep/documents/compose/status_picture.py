"""The status bar in a paper: a table of shaded cells, so that staff can edit it and any office program shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from dialogue_prep.documents.model import Block, Cell, Paragraph, Role, Run, Table, Tone, cell
from dialogue_prep.documents.pictures.status_bar import StatusPart
from dialogue_prep.documents.wording import Phrases, phrase
from dialogue_prep.domain.commitment import RollUp

ROLL_UPS: Mapping[RollUp, str] = MappingProxyType(
    {
        RollUp.IN_ORDER: phrase("in order"),
        RollUp.ATTENTION: phrase("needs attention"),
        RollUp.CLOSED: phrase("closed"),
        RollUp.NO_WORD: phrase("no word since the last round"),
    }
)
"""What all ladders come down to, in words; a paper for both sides says the last of them in words of its own."""

TONES = MappingProxyType(
    {
        RollUp.IN_ORDER: Tone.GOOD,
        RollUp.ATTENTION: Tone.CAUTION,
        RollUp.CLOSED: Tone.DONE,
        RollUp.NO_WORD: Tone.NONE,
    }
)
"""The grounds of cells in lists; in the picture, what is not known has a ground as well."""


def status_picture(parts: Sequence[StatusPart], words: Mapping[RollUp, str], phrases: Phrases) -> Iterator[Block]:
    """Yield the bar as a table of one row of numbers and one of names; nothing where there is nothing to show."""
    if not parts:
        return
    names = [phrases.say(words[part.roll_up]) for part in parts]
    told = phrases.listed(f"{part.number} {name}" for part, name in zip(parts, names, strict=True))
    yield Table(
        caption=phrases.say("Status of the commitments"),
        description=phrases.say("Status of the commitments: {listed}.", listed=told),
        together=True,
        widths=tuple(part.width for part in parts),
        rows=(
            tuple(_number(part) for part in parts),
            tuple(cell(name, Role.PICTURE_LABEL) for name in names),
        ),
    )


def _number(part: StatusPart) -> Cell:
    number = Paragraph((Run(str(part.number), strong=True),), Role.PICTURE_LABEL)
    return Cell((number,), Tone.QUIET if part.roll_up is RollUp.NO_WORD else TONES[part.roll_up])
