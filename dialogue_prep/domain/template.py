"""Templates: Word files of the staff into which papers are written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import Identified, TemplateId


class TemplateUse(StrEnum):
    """For which papers a template is taken."""

    EVERY = "every paper"
    KIND = "one kind of paper"
    OWN = "a paper of its own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template(Identified):
    """One Word file of the staff, whole, in `content`.

    `kind` is set where it is for one kind of paper. A paper of its own has the template's name, is for the one
    `audience` and never bears a number of ours. `language` (BCP 47) is empty where it serves papers in any.
    """

    id: TemplateId
    name: str
    use: TemplateUse
    content: bytes
    kind: PaperKind | None = None
    audience: Audience = Audience.INTERNAL
    language: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise UserError("A template needs a name.", field="name")
        if (self.kind is None) == (self.use is TemplateUse.KIND):
            raise UserError("A template for one kind of paper says which, and no other does.", field="kind")

    def serves(self, kind: PaperKind, language: str) -> bool:
        """Say whether papers of a kind in a language can be written into it."""
        meant = self.use is TemplateUse.EVERY or (self.use is TemplateUse.KIND and self.kind is kind)
        return meant and self.language in ("", language)
