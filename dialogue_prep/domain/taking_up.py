"""Which earlier commitments a commitment seems to take up, and in what way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.grades import grade_of
from dialogue_prep.domain.lexicon import Lexicon
from dialogue_prep.domain.lineage import LinkKind, ProposedLink, WordingGrade
from dialogue_prep.domain.names import SAME_MATTER, same_matter
from dialogue_prep.domain.wordforms import forms, shown

# That both are about one instrument makes up for this much of what their words lack in common.
OF_ONE_INSTRUMENT = 0.3
# What the words of a commitment themselves say of an earlier one, by a form that stands in them.
_SAYING = (
    (LinkKind.REAFFIRMS, frozenset(forms("reaffirm réaffirmer réitérer reiterate 重申"))),
    (LinkKind.REPLACES, frozenset(forms("replace supersede remplacer 取代 代替"))),
    (LinkKind.FULFILS, frozenset(forms("fulfil completed accomplie 已完成 完成了"))),
    (LinkKind.CONTINUES, frozenset(forms("continue continuing poursuivre continuer 继续"))),
)


def proposed_links(dossier: Dossier, commitment: Commitment, lexicon: Lexicon) -> tuple[ProposedLink, ...]:
    """Return the earlier commitments that this one seems to take up, the likeliest first.

    Those of which somebody has said already how they stand to each other are left out.
    """
    ordinals = dossier.ordinals
    answered = {link.earlier_id for link in dossier.commitment_links if link.commitment_id == commitment.id}
    earlier = (
        other
        for other in dossier.commitments
        if other.id not in answered and ordinals[other.round_id] < ordinals[commitment.round_id]
    )
    found = (link for other in earlier if (link := _link(dossier, commitment, other, lexicon)) is not None)
    return tuple(sorted(found, key=lambda link: (-link.likeness, link.earlier_id)))


def _link(dossier: Dossier, commitment: Commitment, earlier: Commitment, lexicon: Lexicon) -> ProposedLink | None:
    instruments = [one for one in dossier.instruments_of(commitment) if one in dossier.instruments_of(earlier)]
    alike = max(_likenesses(commitment, earlier, lexicon), default=0.0)
    likeness = min(1.0, alike + OF_ONE_INSTRUMENT * bool(instruments))
    if likeness < SAME_MATTER:
        return None
    languages = {wording.language for wording in commitment.wording}
    titles = (words.words for one in instruments for words in one.title if words.language in languages)
    return ProposedLink(
        earlier_id=earlier.id,
        kind=_kind(commitment, earlier, dossier.grades),
        likeness=likeness,
        why=(*titles, *_shared(commitment, earlier, lexicon)),
    )


def _likenesses(commitment: Commitment, earlier: Commitment, lexicon: Lexicon) -> Iterator[float]:
    for wording in commitment.wording:
        if former := earlier.wording.words(wording.language):
            yield same_matter(wording.words, former, lexicon)


def _shared(commitment: Commitment, earlier: Commitment, lexicon: Lexicon) -> Iterable[str]:
    for wording in commitment.wording:
        former = earlier.wording.words(wording.language)
        both = lexicon.telling(wording.words) & lexicon.telling(former)
        in_order = dict.fromkeys(form for form in forms(wording.words) if form in both)
        yield from shown(((form,) for form in in_order), wording.words)


def _kind(commitment: Commitment, earlier: Commitment, scale: Sequence[WordingGrade]) -> LinkKind:
    """Say in what way it takes the earlier one up: as its words say, else by how strong both wordings are."""
    said = frozenset(form for wording in commitment.wording for form in forms(wording.words))
    for kind, words in _SAYING:
        if not words.isdisjoint(said):
            return kind
    return (
        LinkKind.CONTINUES
        if grade_of(commitment.wording, scale) == grade_of(earlier.wording, scale)
        else LinkKind.REFINES
    )
