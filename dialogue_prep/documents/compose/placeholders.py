"""Every placeholder that a template may hold, with its meaning: fields within a line, and parts of papers."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_prep.documents.compose.template_fields import INTERNAL_FIELDS, NUMBER, SHARED_FIELDS
from dialogue_prep.documents.compose.template_parts import BODY, PAPER, PARTS
from dialogue_prep.domain.draft import Audience
from dialogue_prep.domain.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """A name that stands for something of a paper.

    One that is a `part` stands alone in a paragraph; one that is not `shared` is for internal papers; one that is
    `ours` stands for what only the papers of the program have, not those that a template makes.
    """

    name: str
    meaning: Sentence
    part: bool = False
    shared: bool = True
    ours: bool = False

    @property
    def written(self) -> str:
        """How it is written in a template."""
        return f"{{{{{self.name}}}}}"


PLACEHOLDERS: tuple[Placeholder, ...] = (
    *(
        Placeholder(name=name, meaning=Sentence(one.meaning), ours=name == NUMBER)
        for name, one in SHARED_FIELDS.items()
    ),
    *(Placeholder(name=name, meaning=Sentence(one.meaning), shared=False) for name, one in INTERNAL_FIELDS.items()),
    *(
        Placeholder(
            name=name,
            meaning=one.meaning,
            part=True,
            shared=Audience.SHARED in one.audiences,
            ours=name in (PAPER, BODY),
        )
        for name, one in PARTS.items()
    ),
)
"""In the order in which they are listed: what is for all papers first, fields before parts."""
