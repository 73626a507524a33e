"""Which paper is meant, and what came of writing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from dialogue_prep.domain.draft import Audience, Draft, DraftState, PaperKind
from dialogue_prep.domain.template import Template
from dialogue_prep.system.file_names import file_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper of a round.

    `second_language` is set where it is bilingual. `their_copy` is the copy of a shared paper that names the other side
    first. A paper of its own (`PaperKind.OWN`) has the identifier and the name of the template that makes it.
    """

    kind: PaperKind
    audience: Audience
    language: str
    second_language: str = ""
    their_copy: bool = False
    own_id: str = ""
    own_name: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """Its languages in their order."""
        return (self.language, self.second_language) if self.second_language else (self.language,)

    def file_name(self, ordinal: int) -> str:
        """Return a name for its file; no two papers of a round share one, least of all those of two audiences."""
        copy = ("their-copy",) if self.their_copy else ()
        own = (self.own_name,) if self.own_name else ()  # at the end: there a long name may be cut
        parts = (f"round-{ordinal}", self.kind.value, self.audience.value, *self.languages, *copy, *own)
        return file_name("-".join(parts), ".docx", "paper")

    def place_in(self, named: Path, ordinal: int) -> Path:
        """Return where it is written: to the file that is named, or under its usual name into the folder."""
        return named / self.file_name(ordinal) if named.is_dir() else named

    def written_in(self, draft: Draft) -> bool:
        """Say whether a draft is one of this paper; addenda to it are none."""
        return (
            draft.addendum == 0
            and (draft.kind, draft.audience, draft.language) == (self.kind, self.audience, self.language)
            and draft.second_language == self.second_language
            and (draft.copy_for is not None) == self.their_copy
            and (self.kind is not PaperKind.OWN or draft.template_id == self.own_id)
        )


def fields_of(paper: Paper) -> dict[str, Any]:
    """Return what says which paper is meant, for a value that says more about it."""
    return {field.name: getattr(paper, field.name) for field in fields(Paper)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written(Paper):
    """What came of writing a paper; `kept` says that the file was edited meanwhile and left as it is.

    An edited file whose edits were taken in gives way; `aside` is where it is kept.
    """

    path: Path
    version: int
    file_hash: str
    kept: bool = False
    aside: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine(Paper):
    """One line of the list of papers: the last draft, if there is one, and how its file stands."""

    draft: Draft | None = None
    state: DraftState | None = None


def papers_of(language: str, second_language: str = "", *, their_copy: bool = False) -> Iterator[Paper]:
    """Yield every paper of ours that there is in a language or in two, one for each audience of each kind.

    Of `their_copy` there are shared papers only.
    """
    for kind in PaperKind:
        for audience in kind.audiences:
            if not their_copy or audience is Audience.SHARED:
                yield Paper(
                    kind=kind,
                    audience=audience,
                    language=language,
                    second_language=second_language,
                    their_copy=their_copy,
                )


def own_paper(template: Template, language: str) -> Paper:
    """Return the paper that a template of the staff makes."""
    return Paper(
        kind=PaperKind.OWN, audience=template.audience, language=language, own_id=template.id, own_name=template.name
    )
