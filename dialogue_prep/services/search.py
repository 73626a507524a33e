"""What the user can do to find something: words in everything the store keeps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from dialogue_prep.domain.agenda_versions import origin
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.text import Text
from dialogue_prep.services.workspace import Workspace

_TITLE, _EXCERPT = 80, 160


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """One thing that was found: its kind as the domain names it, a title, and an excerpt of its words."""

    id: str
    kind: str
    title: str
    excerpt: str
    value: Identified


class Search:
    """Looks for words in everything that has words."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def find(self, words: str, *languages: str, limit: int = 50) -> tuple[FoundLine, ...]:
        """Return the lines in which all words occur or begin, best first, read in the first language that has any."""
        with self._workspace.look() as work:
            return tuple(_line(value, languages or ("en",)) for value in _once(work.search(words, limit)))


def _once(found: Iterable[Identified]) -> Iterable[Identified]:
    """Return what was found, an item of several versions of an agenda once: as it is now, where that was found, too."""
    by_origin: dict[str, Identified] = {}
    for value in found:
        name = origin(value.id)
        if name not in by_origin or value.id == name:
            by_origin[name] = value
    return by_origin.values()


def _line(value: Identified, languages: tuple[str, ...]) -> FoundLine:
    contents = [getattr(value, field.name) for field in fields(value)]
    texts = [content.read(*languages) for content in contents if isinstance(content, Text) and content]
    words = texts or [str(getattr(value, "words", ""))]
    code = str(getattr(value, "code", ""))
    return FoundLine(
        id=value.id,
        kind=type(value).__name__,
        title=code or _short(words[0], _TITLE),
        excerpt=_short(" · ".join(words if code else words[1:] or words), _EXCERPT),
        value=value,
    )


def _short(words: str, length: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"
