"""Pairs the undertakings of a source with the commitments that are there already, so that nothing comes twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from dialogue_prep.domain.commitment import Commitment, code_order
from dialogue_prep.domain.identity import CommitmentId, SourceId
from dialogue_prep.domain.lexicon import Lexicon
from dialogue_prep.domain.names import SAME_MATTER, same_matter
from dialogue_prep.domain.wordforms import forms
from dialogue_prep.reading.extract import FoundCommitment

Pairs = dict[FoundCommitment, Commitment]


def places_here(
    commitments: Sequence[Commitment], texts: Mapping[SourceId, Sequence[str]], paragraphs: Sequence[str]
) -> dict[CommitmentId, int]:
    """Return in which of these paragraphs each commitment stands, by the one in which it stood in its own source.

    `texts` are the paragraphs of the sources that are held. A source that is only cited counts its paragraphs as this
    one does; a paragraph that this one does not have is left out.
    """
    tables = {source_id: _places(own, paragraphs) for source_id, own in texts.items()}
    found: dict[CommitmentId, int] = {}
    for one in commitments:
        if one.source_id is None or one.paragraph is None:
            continue
        place = tables[one.source_id].get(one.paragraph) if one.source_id in tables else one.paragraph
        if place is not None:
            found[one.id] = place
    return found


def paired(
    found: Sequence[FoundCommitment],
    present: Sequence[Commitment],
    lexicon: Lexicon,
    places: Mapping[CommitmentId, int] | None,
) -> Pairs:
    """Pair what was found with what is there.

    With `places`, of sources in one language: paragraph by paragraph. Without them: in order where numbers and kinds
    agree. What is left then is paired by the matter.
    """
    ordered = sorted(present, key=lambda commitment: code_order(commitment.code))
    if places is None:
        if [one.kind for one in found] == [one.kind for one in ordered]:
            return dict(zip(found, ordered, strict=True))
        return _by_matter(found, ordered, lexicon)
    pairs: Pairs = {}
    for paragraph in dict.fromkeys(commitment.span.paragraph for commitment in found):
        here = [commitment for commitment in found if commitment.span.paragraph == paragraph]
        there = [commitment for commitment in ordered if places.get(commitment.id) == paragraph]
        alike = len(here) == len(there)
        pairs.update(zip(here, there, strict=True) if alike else _by_matter(here, there, lexicon))
    taken = {commitment.id for commitment in pairs.values()}
    rest = [commitment for commitment in ordered if commitment.id not in taken]
    return pairs | _by_matter([one for one in found if one not in pairs], rest, lexicon)


def _places(before: Sequence[str], now: Sequence[str]) -> dict[int, int]:
    """Return which paragraph of a text each paragraph of another is: the same words, or others in the same place."""
    matcher = SequenceMatcher(None, [forms(words) for words in before], [forms(words) for words in now], autojunk=False)
    return {
        old + 1: new + 1
        for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes()
        if kind == "equal" or old_to - old_from == new_to - new_from
        for old, new in zip(range(old_from, old_to), range(new_from, new_to), strict=True)
    }


def _by_matter(found: Sequence[FoundCommitment], present: Sequence[Commitment], lexicon: Lexicon) -> Pairs:
    """Pair each commitment that was found with the one left over whose matter is most like its own, if it is alike."""
    pairs: Pairs = {}
    rest = list(present)
    for commitment in found:
        likely = ((_likeness(commitment, other, lexicon), other) for other in rest)
        likeness, best = max(likely, key=lambda one: one[0], default=(0.0, None))
        if best is not None and likeness >= SAME_MATTER:
            pairs[commitment] = best
            rest.remove(best)
    return pairs


def _likeness(found: FoundCommitment, other: Commitment, lexicon: Lexicon) -> float:
    return max(same_matter(found.words, wording.words, lexicon) for wording in other.wording)
