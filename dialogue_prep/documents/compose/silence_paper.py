"""What joint records passed over in silence, and where their wording moved: for our own eyes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_prep.documents.compose.frame import ComposedPaper, framed
from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.reference import cited
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_round import shared_round
from dialogue_prep.documents.compose.shown import cell_of, runs_of
from dialogue_prep.documents.model import (
    Block,
    Cell,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    Tone,
    cell,
    paragraph,
)
from dialogue_prep.documents.wording import Phrases, capitalised, phrase
from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.grades import grade_of
from dialogue_prep.domain.silence_matrix import SilenceMatrix, SilenceRow, SourceWord, silence_matrix, taking_up
from dialogue_prep.domain.source import Source
from dialogue_prep.domain.text import Text
from dialogue_prep.domain.topic import Objective, Topic

WORDS = {
    SourceWord.SPOKEN: phrase("spoken of"),
    SourceWord.CHANGED: phrase("wording moved"),
    SourceWord.SILENT: phrase("silent"),
}
_TONES = {SourceWord.SPOKEN: Tone.GOOD, SourceWord.CHANGED: Tone.CAUTION, SourceWord.SILENT: Tone.QUIET}
_WIDTH = 162
_COLUMN = 30
COLUMNS = 3
"""So many records stand beside each other on a page: the newest ones."""


def compose_silence(dossier: Dossier, request: PaperRequest) -> Document:
    """Return topics, objectives and live commitments against the joint records of which it is known what they say."""
    phrases = Phrases(request.language)
    shared = shared_round(dossier)
    matrix = silence_matrix(dossier)
    paper = ComposedPaper(
        kind=PaperKind.SILENCE,
        audience=Audience.INTERNAL,
        title=phrases.say("Silence and movement before the {ordinal} round", ordinal=phrases.ordinal(shared.ordinal)),
        blocks=tuple(_blocks(dossier, matrix, phrases)),
    )
    marking = paper_marking(dossier, Audience.INTERNAL)
    return framed(paper, shared, marking.read(request.language), request, phrases)


def _blocks(dossier: Dossier, matrix: SilenceMatrix, phrases: Phrases) -> Iterator[Block]:
    if not matrix.sources:
        yield paragraph(phrases.say("No joint record has been read in whose silence could be seen."), Role.PROMPT)
        return
    last = matrix.sources[-1]
    yield Paragraph(
        (
            Run(phrases.say("Last record") + phrases.say(": ")),
            Run(cited(dossier, last, phrases)),
        )
    )
    yield Heading((Run(phrases.say("Passed over in silence")),), 2)
    silent = [row for row in matrix.rows if row.words.get(last.id) is SourceWord.SILENT]
    for row in silent:
        yield ListItem((Run(_label(row, phrases), strong=True), Run(" "), *runs_of(row.title, phrases, begins=True)))
    if not silent:
        yield paragraph(phrases.say("The last record speaks of everything that stands in our list."))
    yield Heading((Run(phrases.say("Where the wording moved")),), 2)
    moved = tuple(_moved(dossier, matrix, phrases))
    if moved:
        yield _moved_table(moved, phrases)
    else:
        yield paragraph(phrases.say("No wording stands on another rung of the scale than before."))
    yield Heading((Run(phrases.say("Record by record")),), 2)
    yield _matrix(matrix, matrix.sources[-COLUMNS:], phrases)


def _moved(dossier: Dossier, matrix: SilenceMatrix, phrases: Phrases) -> Iterator[Row]:
    for source in matrix.sources:
        for row in matrix.rows:
            if row.words.get(source.id) is not SourceWord.CHANGED or isinstance(row.subject, Topic):
                continue
            before = row.subject.wording
            for later in taking_up(dossier, row.subject, source):
                yield (
                    cell(_label(row, phrases), Role.CELL_QUIET),
                    _graded(dossier, before, phrases),
                    _graded(dossier, later.wording, phrases),
                )


def _graded(dossier: Dossier, words: Text, phrases: Phrases) -> Cell:
    grade = grade_of(words, dossier.grades)
    said = Paragraph(runs_of(words, phrases), Role.CELL)
    if grade is None:
        return Cell((said,))
    return Cell((said, Paragraph(runs_of(grade.name, phrases, begins=True), Role.CELL_REMARK)))


def _moved_table(rows: tuple[Row, ...], phrases: Phrases) -> Table:
    heads = ("", phrases.say("Before"), phrases.say("Now"))
    return Table(
        caption=phrases.say("Where the wording moved"),
        widths=(26, 68, 68),
        header=tuple(cell(head, Role.COLUMN_HEAD) for head in heads),
        rows=rows,
    )


def _matrix(matrix: SilenceMatrix, sources: Sequence[Source], phrases: Phrases) -> Table:
    heads = tuple(
        cell(phrases.day(source.dated), Role.COLUMN_HEAD)
        if source.dated
        else cell_of(source.title, phrases, Role.COLUMN_HEAD)
        for source in sources
    )
    nothing = cell("", Role.COLUMN_HEAD)
    title_width = _WIDTH - 26 - _COLUMN * len(sources)
    return Table(
        caption=phrases.say("Record by record"),
        widths=(26, title_width, *(_COLUMN for _source in sources)),
        header=(nothing, nothing, *heads),
        rows=tuple(_row(row, sources, phrases) for row in matrix.rows if row.words),
    )


def _row(row: SilenceRow, sources: Sequence[Source], phrases: Phrases) -> Row:
    return (
        cell(_label(row, phrases), Role.CELL_QUIET),
        cell_of(row.title, phrases, begins=True),
        *(_said(row.words.get(source.id), phrases) for source in sources),
    )


def _said(word: SourceWord | None, phrases: Phrases) -> Cell:
    if word is None:
        return cell("\N{EN DASH}", Role.CELL_QUIET)
    return cell(capitalised(phrases.say(WORDS[word])), tone=_TONES[word])


def _label(row: SilenceRow, phrases: Phrases) -> str:
    match row.subject:
        case Topic(number=number):
            return phrases.say("Topic {number}", number=number)
        case Objective(number=number):
            return phrases.say("Objective {number}", number=number)
        case Commitment(code=code):
            return code
