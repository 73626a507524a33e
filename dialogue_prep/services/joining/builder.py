"""What a store holds of a dialogue and what a source adds to it, side by side, before anything is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from dialogue_prep.domain.identity import Identified, SourceId
from dialogue_prep.domain.journal import Change
from dialogue_prep.domain.names import SAME_NAME, same_name, same_person
from dialogue_prep.domain.post import Person
from dialogue_prep.domain.source import Alias, Citation, CitationRole, Source, SourceParagraph, Span, Subject
from dialogue_prep.domain.text import Text
from dialogue_prep.store.kinds import KINDS

_ORDER = {kind: place for place, kind in enumerate(KINDS)}

V = TypeVar("V", bound=Identified)


class Builder:
    """Collects the values that a source states; those that are in the store already keep their identifiers.

    `aside` are the words that make no difference between names: those of the two sides. `refused` are other names that
    a reviewer does not want kept; what they would have been is in `refused_aliases`.
    """

    def __init__(
        self,
        known: Iterable[Identified],
        new_id: Callable[[], str],
        language: str,
        aside: Sequence[str],
        refused: frozenset[str] = frozenset(),
    ) -> None:
        self._before = {value.id: value for value in known}
        self._values: dict[str, Identified] = {}
        self._of_kind: dict[type[Identified], dict[str, Identified]] = {}
        self._cited: dict[tuple[str, str, str, str], dict[int, Citation]] = {}
        for value in self._before.values():
            self._keep(value)
        self._stated: dict[str, Identified] = {}
        self.new_id = new_id
        self.language = language
        self._aside = aside
        self._refused = refused
        self.refused_aliases: tuple[Alias, ...] = ()

    def of(self, kind: type[V], /, **equal: Any) -> tuple[V, ...]:
        """Return the values of a kind, kept or added, whose fields equal these."""
        return tuple(
            value
            for value in self._of_kind.get(kind, {}).values()
            if isinstance(value, kind) and all(getattr(value, name) == wanted for name, wanted in equal.items())
        )

    def put(self, value: V) -> V:
        """Say that the source states this value."""
        self._keep(value)
        self._stated[value.id] = value
        return value

    def _keep(self, value: Identified) -> None:
        self._values[value.id] = value
        self._of_kind.setdefault(type(value), {})[value.id] = value
        if isinstance(value, Citation):
            here = self._cited.setdefault((value.source_id, value.subject, value.subject_id, value.role), {})
            if here.setdefault(value.paragraph, value).id == value.id:
                here[value.paragraph] = value

    def named(self, words: str, candidates: Iterable[V], name_of: Callable[[V], Text], subject: Subject) -> V | None:
        """Return the candidate that bears this name, now or as an alias; None where none is close enough."""
        names = self.names(candidates := tuple(candidates), name_of, subject)

        def likeness(candidate: V) -> float:
            return max((same_name(words, name, self._aside) for name in names[candidate.id]), default=0.0)

        best = max(candidates, key=likeness, default=None)
        return best if best is not None and likeness(best) >= SAME_NAME else None

    def person(self, words: str, candidates: Sequence[Person]) -> Person | None:
        """Return the person of exactly this name, now or as an alias: a name that is only alike is somebody else's."""
        names = self.names(candidates, lambda person: person.name, Subject.PERSON)
        return next((one for one in candidates if any(same_person(words, name) for name in names[one.id])), None)

    def names(
        self, candidates: Sequence[V], name_of: Callable[[V], Text], subject: Subject
    ) -> Mapping[str, Sequence[str]]:
        """Return all names of some values by their identifiers, other names behind their own."""
        names = {one.id: [wording.words for wording in name_of(one)] for one in candidates}
        for alias in self.of(Alias, subject=subject):
            if alias.subject_id in names:
                names[alias.subject_id] += [wording.words for wording in alias.name]
        return names

    def stated_at(self, source_id: SourceId, subject: Subject, span: Span, candidates: Iterable[V]) -> V | None:
        """Return the candidate of which it is known already that the source states it at this place."""
        stated = self.of(Citation, source_id=source_id, subject=subject, role=CitationRole.STATES)
        ids = {citation.subject_id for citation in stated if _covers(citation.span, span)}
        found = [candidate for candidate in candidates if candidate.id in ids]
        return found[0] if len(found) == 1 else None

    def also_called(self, subject: Subject, value: Identified, name: Text, words: str, source_id: SourceId) -> None:
        """Keep a name as an alias where it is not the name that the value has."""
        names = [name, *(alias.name for alias in self.of(Alias, subject=subject, subject_id=value.id))]
        if any(_folded(wording.words) == _folded(words) for known in names for wording in known):
            return
        alias = Alias(
            id=self.new_id(), subject=subject, subject_id=value.id, name=self.worded(words), source_id=source_id
        )
        if words in self._refused:
            self.refused_aliases = (*self.refused_aliases, alias)
        else:
            self.put(alias)

    def paragraphs_of(self, source: Source) -> list[str]:
        """Return the paragraphs of a source that is held, in order."""
        own = self.of(SourceParagraph, source_id=source.id)
        return [paragraph.words for paragraph in sorted(own, key=lambda paragraph: paragraph.number)]

    def called(self) -> Mapping[str, Identified]:
        """Return what is also called otherwise, by its identifier, as it would be."""
        aliases = (*self.of(Alias), *self.refused_aliases)
        return {one.subject_id: self._values[one.subject_id] for one in aliases if one.subject_id in self._values}

    def cite(
        self,
        source_id: SourceId,
        subject: Subject,
        value: Identified,
        span: Span,
        role: CitationRole = CitationRole.STATES,
    ) -> None:
        """Keep where the source states or mentions a value; once for each place."""
        covered = self._cited.get((source_id, subject, value.id, role), {}).get(span.paragraph)
        if covered is None:
            citation = Citation(
                id=self.new_id(),
                source_id=source_id,
                subject=subject,
                subject_id=value.id,
                role=role,
                paragraph=span.paragraph,
                start=span.start,
                end=span.end,
            )
            self.put(citation)
        else:
            exact = covered if covered.end else replace(covered, start=span.start, end=span.end)
            self.put(exact)

    def worded(self, words: str) -> Text:
        """Return a text in the language of the source."""
        return Text().reworded(self.language, words)

    def before(self, value: V) -> V:
        """Return a value as the store held it before anything was joined; a new one as it is."""
        present = self._before.get(value.id, value)
        return present if isinstance(present, type(value)) else value

    def is_new(self, value: Identified) -> bool:
        """Say whether the store has no such value yet."""
        return value.id not in self._before

    def changes(self) -> tuple[Change, ...]:
        """Return what would change in the store; no value names one that comes after it."""
        stated = sorted(self._stated.items(), key=lambda pair: _ORDER[type(pair[1])])
        return tuple(Change(self._before.get(id_), value) for id_, value in stated if self._before.get(id_) != value)

    def unchanged(self) -> Counter[type[Identified]]:
        """Return how many values of each kind the source states as they are in the store already."""
        return Counter(type(value) for id_, value in self._stated.items() if self._before.get(id_) == value)


def filled(present: Text, said: Text) -> Text:
    """Return the present text, or what is said where there is none; what somebody entered is never replaced."""
    return present or said


def _folded(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


def _covers(cited: Span, found: Span) -> bool:
    """Say whether a citation, of a whole paragraph or of words in it, is of these words too."""
    whole = cited.start == cited.end
    return cited.paragraph == found.paragraph and (whole or (cited.start < found.end and found.start < cited.end))
