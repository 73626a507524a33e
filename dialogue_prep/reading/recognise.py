"""From the paragraphs of a source to what it says; a pure function, whatever file the paragraphs came from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.clean import clean_paragraphs
from dialogue_prep.reading.due_days import due_day
from dialogue_prep.reading.english_grammar import ENGLISH
from dialogue_prep.reading.extract import Extract, FoundCoChair, FoundCommitment
from dialogue_prep.reading.grammar import Grammar
from dialogue_prep.reading.headings import headings_above
from dialogue_prep.reading.language import language_of
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.running import RunningText
from dialogue_prep.reading.sides import Sides, told_sides


def extract_from(
    paragraphs: Sequence[str],
    published: date | None = None,
    kind: SourceKind | None = None,
    told: Sequence[str] = (),
) -> Extract:
    """Return what the paragraphs of a source say.

    `published` is the day on which the source was published; it settles “today”, “yesterday” and a missing year.
    `kind` is what sort of source it is and `told` how sources name its sides (`known_as`), where somebody has said so.
    A text in a language that no grammar covers gives its paragraphs and title and nothing more.
    """
    text = RunningText.of(clean_paragraphs(paragraphs))
    language = language_of(text.words)
    grammar = _grammar_of(language)
    layout = grammar.lay_out(text)
    title = layout.title()
    found = Extract(
        kind=kind or SourceKind.OTHER,
        title=text.said(title.start, title.end) if title else "",
        language=language,
        paragraphs=text.paragraphs,
        published=published,
    )
    if language == "und":
        return found
    sides = grammar.find_sides(layout, frozenset(told))
    if told:
        sides = told_sides(told, sides, text)
    found = replace(
        found,
        kind=kind or grammar.kind_of_source(layout),
        sides=sides.found(text),
        instruments=grammar.find_instruments(layout),
        basis=grammar.find_basis(layout),
    )
    match found.kind:
        case SourceKind.TERMS_OF_REFERENCE:
            return grammar.read_terms(found, layout, sides)
        case SourceKind.JOINT_RECORD:
            return _record(grammar, found, layout, sides, published, told)
        case _:
            return replace(found, topics=grammar.find_topics(layout, (), frozenset()))


def headed(paragraphs: Sequence[str], language: str, stating: Collection[int]) -> tuple[str, ...]:
    """Return the heading under which each paragraph of a source that was read before stands, as `headings_above`."""
    return headings_above(_grammar_of(language).lay_out(RunningText.of(paragraphs)), stating)


def due_day_of(extract: Extract, found: FoundCommitment) -> date | None:
    """Return the last day on which a commitment of a source is kept in time, None where its words set none."""
    return due_day(found.words, extract.first_day, _grammar_of(extract.language).due_words)


def _grammar_of(language: str) -> Grammar:
    """Return the grammar of a language, imported when it is needed; a text in an unknown one is laid out as English."""
    match language:
        case "fr":
            from dialogue_prep.reading.french.grammar import FRENCH

            return FRENCH
        case "zh-Hans":
            from dialogue_prep.reading.chinese.grammar import CHINESE

            return CHINESE
        case _:
            return ENGLISH


def _record(
    grammar: Grammar, found: Extract, layout: Layout, sides: Sides, published: date | None, told: Sequence[str]
) -> Extract:
    sides, chairs = _with_chairs(grammar, layout, sides, told)
    met = grammar.find_meeting(layout, sides, published)
    series = grammar.find_series(layout, sides)
    first = met.first or published
    commitments = grammar.find_commitments(layout, sides, first.year if first else None, _speakers(chairs))
    return replace(
        found,
        sides=sides.found(layout.text),
        dialogue=series.name,
        ordinal=series.ordinal,
        place=met.place,
        first_day=met.first,
        last_day=met.last if met.last != met.first else None,
        day_from=met.day_from,
        host=grammar.host_of_meeting(layout, met.place, sides),
        co_chairs=chairs,
        topics=grammar.find_topics(layout, commitments, _names(chairs)),
        commitments=commitments,
        next_round=grammar.find_next_round(layout, sides, series.name.words if series.name else None, first),
    )


def _with_chairs(
    grammar: Grammar, layout: Layout, sides: Sides, told: Sequence[str]
) -> tuple[Sides, tuple[FoundCoChair, ...]]:
    """Return the sides and the co-chairs; where they chair for other states than were found, those are the sides."""
    chairs = grammar.find_co_chairs(layout, sides)
    chaired = {chair.side for chair in chairs if chair.side}
    if told or len(chaired) < 2 or chaired == {side.name for side in sides.names}:
        return sides, chairs
    again = grammar.find_sides(layout, frozenset(chaired))
    return again, grammar.find_co_chairs(layout, again)


def _names(chairs: Sequence[FoundCoChair]) -> frozenset[str]:
    return frozenset(word for chair in chairs if chair.name for word in chair.name.split())


def _speakers(chairs: Sequence[FoundCoChair]) -> dict[str, str]:
    return {chair.name.split()[-1]: chair.side for chair in chairs if chair.name and chair.side}
