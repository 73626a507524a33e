"""`dialogue-prep extract`: what a source says; nothing is stored."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from dialogue_prep.cli.arguments import day
from dialogue_prep.cli.terminal import DONE, Terminal, counted
from dialogue_prep.domain.paragraph_numbers import ParagraphNumbers, numbers_of_words
from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.as_json import as_json
from dialogue_prep.reading.extract import Extract, FoundCommitment
from dialogue_prep.reading.read import SourceText, read_input, read_text, recognised
from dialogue_prep.reading.recognise import due_day_of

EXAMPLE = "dialogue-prep extract communique.txt --json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the source and the day of its publication."""
    parser.add_argument("file", metavar="FILE", help="a text, Word, PDF or HTML file; “-” reads standard input")
    add_published(parser)


def add_published(parser: argparse.ArgumentParser) -> None:
    """Let the user say when a source was published."""
    parser.add_argument(
        "--published",
        type=day,
        metavar="DATE",
        help="the day it was published; settles “today” and a missing year",
    )


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Read and show."""
    text = read_input(sys.stdin.buffer) if arguments.file == "-" else read_text(Path(arguments.file))
    extract = recognised(text, arguments.published)
    if not terminal.as_json:
        terminal.say(how_it_was_read(text))
    terminal.answer(as_json(extract) | {"pages_not_read": text.unread}, lines_of(extract))
    return DONE


def how_it_was_read(text: SourceText) -> str:
    """Return in one line as what a source was read: format, encoding, pages, tracked changes, what was left out."""
    found = (
        (text.pages, "page", "pages"),
        (text.insertions, "insertion kept", "insertions kept"),
        (text.deletions, "deletion left out", "deletions left out"),
        (text.left_out, "line of heads and feet left out", "lines of heads and feet left out"),
    )
    parts = [text.format, text.encoding, *(counted(number, one, many) for number, one, many in found if number)]
    read = f"Read {text.name}: {', '.join(part for part in parts if part)}."
    return f"{read} {text.warning.read()}" if text.warning else read


def lines_of(extract: Extract) -> Iterator[str]:
    """Yield what was found, for people to read."""
    numbers = numbers_of_words(extract.paragraphs)
    yield f"{extract.kind.value.capitalize()}: {extract.title}"
    facts = {
        "Sides": ", ".join(side.name for side in extract.sides),
        "Dialogue": extract.dialogue.words if extract.dialogue else "",
        "Round": str(extract.ordinal or ""),
        "Place": extract.place.words if extract.place else "",
        "Day": extract.first_day.isoformat() if extract.first_day else "",
        "Host": extract.host or "",
        "Co-chairs": "; ".join(", ".join(filter(None, (c.name, c.office, c.side))) for c in extract.co_chairs),
        "Cadence": extract.cadence.value if extract.kind is SourceKind.TERMS_OF_REFERENCE else "",
        "Hosting": " / ".join((extract.host_rule.value, *extract.hosting_sides)) if extract.hosting_sides else "",
        "Next round": _next(extract),
    }
    yield from (f"{name}: {words}" for name, words in facts.items() if words)
    for name, words in (
        ("Entities", [f"{entity.name} ({entity.side})" for entity in extract.entities]),
        ("Topics", [found.words for found in extract.topics]),
        ("Mechanisms", [found.words for found in extract.mechanisms]),
        ("Objectives", [found.words for found in extract.objectives]),
        ("Instruments", [found.title for found in extract.instruments]),
        (
            "Commitments",
            [_commitment(extract, found, numbers) for found in extract.commitments],
        ),
    ):
        if words:
            yield f"{name} ({len(words)}):"
            yield from (f"  {number}. {line}" for number, line in enumerate(words, start=1))


def _commitment(extract: Extract, found: FoundCommitment, numbers: ParagraphNumbers) -> str:
    due = due_day_of(extract, found)
    by_when = f", due {due.isoformat()}" if due else ""
    return f"[{found.kind}, paragraph {numbers.of(found.span.paragraph)}{by_when}] {found.action}"


def _next(extract: Extract) -> str:
    found = extract.next_round
    if found is None:
        return ""
    days = " to ".join(day.isoformat() for day in (found.day, found.last_day) if day)
    return ", ".join(filter(None, (found.place, days or str(found.year or ""), found.host)))
