"""What is ours alone and comes into a paper for the other side by an edited copy: before it is taken in, and after.

What both sides may know can stand in our notes too, as wording that was agreed and is quoted there. So words alone
never tell a slip: the program goes by the way on which they came. What is typed into a field is meant for all who read
that field; what stands in a copy is looked at by nobody but its author before it is in the paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dialogue_prep.documents.internal_words import found_in, found_in_none, internal_words, known_values_with
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, Draft
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.journal import Deed, Fields
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.store.work import Work

_TAKEN_IN = "Bring edits back: "  # so begins, in the journal, what every step is called that takes copies in
_IN_A_COPY = "It says what is internal (“{words}”) and comes into this paper for the other side only if you say so."


class Unsaid:
    """The internal sentences that copies of a paper for the other side say, and it did not; none of another paper."""

    def __init__(self, draft: Draft, dossier: Dossier, written: Iterable[str], copies: Iterable[str]) -> None:
        self._sentences: tuple[str, ...] = ()
        if draft.audience is Audience.SHARED:
            said = found_in("\n".join(copies), internal_words(dossier))
            self._sentences = found_in_none(said, ["\n".join(written)])

    def warning(self, versions: Iterable[str]) -> Sentence | None:
        """Return what is to be known of words before they are taken; None where nothing of them is internal."""
        found = found_in("\n".join(versions), self._sentences)
        return Sentence.of(_IN_A_COPY, words=found[0]) if found else None


def came_by_copies(
    work: Work, dossier: Dossier, sentences: Iterable[str], shared: Callable[[Dossier], Iterable[str]]
) -> Iterator[str]:
    """Yield those of the internal sentences of a paper for the other side that an edited copy brought into it.

    `shared` returns what such papers say, of a dossier: what they say without words of the staff came from elsewhere.
    """
    own = "\n".join(w.words for one in dossier.own_words if one.is_for(Audience.SHARED) for w in one.words)
    unsure = found_in_none(found_in(own, sentences), shared(replace(dossier, own_words=())))
    for sentence in sentences:
        if sentence in unsure or any(_by_a_copy(work, one, sentence) for one in known_values_with(sentence, dossier)):
            yield sentence


def _by_a_copy(work: Work, value: Identified, sentence: str) -> bool:
    """Say whether the last request that brought a sentence into a value took an edited copy in."""
    for entry in work.entries(value.id):
        if entry.deed is not Deed.UNDO and _says(entry.after, sentence) and not _says(entry.before, sentence):
            return entry.label.startswith(_TAKEN_IN)
    return False


def _says(fields: Fields | None, sentence: str) -> bool:
    return bool(found_in("\n".join(str(content) for content in (fields or {}).values()), (sentence,)))
