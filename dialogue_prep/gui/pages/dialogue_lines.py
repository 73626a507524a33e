"""What the dialogue page says of the terms of reference; nothing here knows a widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dialogue_prep.domain.dialogue import Dialogue, Side
from dialogue_prep.domain.identity import Identified, SourceId
from dialogue_prep.domain.paragraph_numbers import ParagraphNumbers
from dialogue_prep.domain.post import Post, PostRole, Tenure
from dialogue_prep.domain.source import Alias, CitationRole
from dialogue_prep.domain.text import WordingState
from dialogue_prep.gui.consultation_terms import guidance_state_name, proposal_state_name
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.dialogue_terms import cadence_name, instrument_state_name, post_role_name
from dialogue_prep.gui.kit.language_picker import texts_of
from dialogue_prep.gui.pages.delegations_lines import holder_words
from dialogue_prep.gui.terms import kind_name
from dialogue_prep.gui.words import _, count, in_a_row, labelled, with_commas
from dialogue_prep.services.dialogues import TermsOfReference


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineLine:
    """One line of the outline: a heading, which cannot be chosen, or a record with a note."""

    id: str
    words: str
    note: str = ""
    heading: bool = False
    outdated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderLine:
    """One tenure of a post in words; `now` says that it has not ended."""

    words: str
    now: bool
    tenure: Tenure


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasLine:
    """One other name of a record, with where it stands."""

    id: str
    words: str
    alias: Alias


def outline(terms: TermsOfReference, language: str) -> tuple[OutlineLine, ...]:
    """Return the terms of reference as one list under headings, in the language of the window."""
    return tuple(_sections(terms, language))


def _sections(terms: TermsOfReference, language: str) -> Iterator[OutlineLine]:
    def record(value: Identified, words: str, note: str = "") -> OutlineLine:
        outdated = any(wording.state is WordingState.OUTDATED for text in texts_of(value) for wording in text)
        return OutlineLine(id=value.id, words=words, note=note, outdated=outdated)

    yield _heading("dialogue", _("Dialogue and sides"))
    yield record(terms.dialogue, terms.dialogue.designation.read(language, "en"), cadence_name(terms.dialogue.cadence))
    for side in terms.sides:
        yield record(side, side.name.read(language, "en"), _("ours") if side.home else "")
    for side in terms.sides:
        name = side.name.read(language, "en")
        yield _heading(f"entities/{side.id}", _("Entities of {side}").format(side=name))
        for entity in (entity for entity in terms.entities if entity.side_id == side.id):
            note = entity.abbreviation.read(language, "en") if entity.participates else _("does not take part")
            yield record(entity, entity.name.read(language, "en"), note)
    yield _heading("posts", _("Posts and who holds them"))
    for post in sorted(terms.posts, key=lambda post: (post.role is not PostRole.CO_CHAIR, post.side_id)):
        side = next(side for side in terms.sides if side.id == post.side_id)
        note = f"{side.name.read(language, 'en')} · {post_role_name(post.role)}"
        yield record(post, post.title.read(language, "en"), note)
    yield _heading("topics", _("Topics"))
    for topic in terms.topics:
        added = _("added {day}").format(day=day_in_words(topic.added_on, language)) if topic.added_on else ""
        yield record(topic, f"{topic.number}  {topic.title.read(language, 'en')}", added)
    yield from _rest(terms, record, language)


def _rest(terms: TermsOfReference, record: Callable[..., OutlineLine], language: str) -> Iterator[OutlineLine]:
    yield _heading("mechanisms", _("Mechanisms"))
    for mechanism in terms.mechanisms:
        yield record(mechanism, f"{mechanism.number}  {mechanism.name.read(language, 'en')}")
    yield _heading("objectives", _("Near-term objectives"))
    for objective in terms.objectives:
        yield record(objective, f"{objective.number}  {objective.wording.read(language, 'en')}")
    yield _heading("instruments", _("Instruments"))
    for instrument in terms.instruments:
        note = instrument_state_name(instrument.state) if instrument.state else ""
        yield record(instrument, instrument.title.read(language, "en"), note)
    for id_, heading, lines in _consultations(terms, language):
        if lines:
            yield _heading(id_, heading)
            yield from (record(value, words, note) for value, words, note in lines)


def _consultations(
    terms: TermsOfReference, language: str
) -> Iterator[tuple[str, str, list[tuple[Identified, str, str]]]]:
    """Yield the headings of what the sides consult on, each with its records, their words and notes."""
    yield (
        "proposals",
        _("Proposed topics"),
        [(one, one.title.read(language, "en"), proposal_state_name(one.state)) for one in terms.proposals],
    )
    yield (
        "requests",
        _("Requests for guidance"),
        [(one, one.question.read(language, "en"), guidance_state_name(one.state)) for one in terms.requests],
    )
    yield (
        "subgroups",
        _("Sub-groups"),
        [(one, one.name.read(language, "en"), _("ended") if one.ended_on else "") for one in terms.subgroups],
    )


def _heading(id_: str, words: str) -> OutlineLine:
    return OutlineLine(id=f"heading/{id_}", words=words, heading=True)


def holders(terms: TermsOfReference, post: Post, language: str) -> tuple[HolderLine, ...]:
    """Return who has held a post, the present holder first."""
    people = {person.id: person for person in terms.people}
    tenures = [tenure for tenure in terms.tenures if tenure.post_id == post.id]
    tenures.sort(key=lambda tenure: (tenure.until is not None, -(tenure.as_of.toordinal() if tenure.as_of else 0)))
    return tuple(
        HolderLine(
            words=holder_words(people[tenure.person_id], tenure, language), now=tenure.until is None, tenure=tenure
        )
        for tenure in tenures
    )


def aliases(terms: TermsOfReference, record: Identified, language: str) -> tuple[AliasLine, ...]:
    """Return the other names of a record, each with the source that uses it."""
    sources: dict[str, str] = {source.id: source.title.read(language, "en") for source in terms.sources}
    found = (alias for alias in terms.aliases if alias.subject_id == record.id)
    return tuple(
        AliasLine(
            id=alias.id,
            words=_("{name} ({source})").format(
                name=alias.name.read(language, "en"), source=sources.get(str(alias.source_id), _("no source"))
            ),
            alias=alias,
        )
        for alias in sorted(found, key=lambda alias: alias.name.read(language, "en").casefold())
    )


def stated_in(terms: TermsOfReference, record: Identified, language: str) -> str:
    """Return in which paragraphs of which sources a record is stated."""
    places: dict[SourceId, set[int]] = {}
    for citation in terms.citations:
        if citation.subject_id == record.id and citation.role is CitationRole.STATES:
            number = terms.paragraph_numbers.get(citation.source_id, ParagraphNumbers()).of(citation.paragraph)
            places.setdefault(citation.source_id, set()).add(number)
    sources: dict[str, str] = {source.id: source.title.read(language, "en") for source in terms.sources}
    parts = [
        _("{source}, ¶ {paragraphs}").format(
            source=sources[source_id], paragraphs=in_a_row(str(number) for number in sorted(numbers))
        )
        for source_id, numbers in places.items()
    ]
    return _("Stated in {places}").format(places=_("; ").join(parts)) if parts else ""


def going_words(going: Mapping[type[Identified], int]) -> str:
    """Return what goes with a record, kind by kind; nothing where nothing does."""
    parts = [
        labelled(kind_name(kind.__name__), str(number))
        for kind, number in sorted(going.items(), key=lambda pair: pair[0].__name__)
    ]
    return with_commas(parts)


def home_changes(terms: TermsOfReference, side: Side, one_sided_entries: int, language: str) -> tuple[str, ...]:
    """Return what changes when a side becomes ours, one sentence each; so many entries were said by one side."""
    name = side.name.read(language, "en")
    other = next(one for one in terms.sides if one.id != side.id).name.read(language, "en")
    said = [
        _("Internal papers and speaking points are for {side}, and what is missing is asked of it.").format(side=name),
        _("{other} becomes the other side: papers for both sides name {side} first in our copy.").format(
            other=other, side=name
        ),
    ]
    if one_sided_entries and any(one.home for one in terms.sides):
        said.append(
            count(
                "{number} status entry said by one side keeps the word ours or theirs, and so changes side.",
                "{number} status entries said by one side keep the word ours or theirs, and so change side.",
                one_sided_entries,
            )
        )
    return tuple(said)


def numbers_taken(terms: TermsOfReference) -> Counter[str]:
    """Return the highest number given among topics, mechanisms and objectives, by kind."""
    taken: Counter[str] = Counter()
    for values in (terms.topics, terms.mechanisms, terms.objectives):
        for value in values:
            kind = type(value).__name__
            taken[kind] = max(taken[kind], value.number)
    return taken


def is_fixed(record: Identified) -> bool:
    """Say whether a record cannot be removed here: a dialogue and its two sides."""
    return isinstance(record, Dialogue | Side)
