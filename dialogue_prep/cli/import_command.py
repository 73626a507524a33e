"""`dialogue-prep import`: read sources in, each after a report and consent, each as one undo step."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dialogue_prep.cli.extract_command import add_published, how_it_was_read, lines_of
from dialogue_prep.cli.record_words import records_counted
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal, counted
from dialogue_prep.domain.identity import Identified
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.joining.join import Proposal
from dialogue_prep.services.sources import Sources, read_for_review
from dialogue_prep.store.kinds import name_of

EXAMPLE = "dialogue-prep import terms-of-reference.txt communique.docx --home Canada"

Counts = Counter[type[Identified]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the sources, the day of publication and which side is ours."""
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="text, Word, PDF or HTML files")
    add_published(parser)
    parser.add_argument("--home", default="", metavar="SIDE", help="which side is ours, by the name of its state")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Read all, then report, ask and take in one after the other; what was taken in before a refusal stays.

    With `--dialogue` all of them are taken into that one, whatever they call it.
    """
    code, taken = DONE, []
    added: Counts = Counter()
    changed: Counts = Counter()
    unchanged: Counts = Counter()
    read = [read_for_review(path, arguments.published) for path in arguments.files]
    for source in read:
        if source.text is not None and not terminal.as_json:
            terminal.say(how_it_was_read(source.text))
    with terminal.writing() as workspace:
        sources = Sources(workspace)
        chosen = Dialogues(workspace).one(terminal.dialogue) if terminal.dialogue else None
        for source in read:
            review = source.review.take_into(chosen.id) if chosen else source.review
            proposal = sources.propose(replace(source, review=review), arguments.home)
            if not terminal.as_json:
                terminal.output.writelines(f"{line}\n" for line in report_of(proposal))
            added += proposal.added()
            changed += proposal.changed()
            unchanged += Counter(proposal.unchanged)
            if proposal.changes:
                changes = counted(len(proposal.changes), "change", "changes")
                if not terminal.consents(f"Take {source.path.name} in ({changes})?"):
                    code = MENDABLE
                    break
                sources.take_in(proposal)
                taken.append(f"Taken in: {source.path.name}")
    terminal.answer(
        {
            "added": by_name(added),
            "changed": by_name(changed),
            "unchanged": by_name(unchanged),
            "pages_not_read": {one.path.name: one.text.unread for one in read if one.text and one.text.unread},
        },
        taken,
    )
    return code


def report_of(proposal: Proposal) -> Iterator[str]:
    """Yield what was found in a source and what taking it in would do, for people to read."""
    yield from lines_of(proposal.extract)
    yield f"New: {_in_words(proposal.added())}"
    yield f"Changed: {_in_words(proposal.changed())}"
    yield f"Unchanged: {_in_words(Counter(proposal.unchanged))}"
    if (host := proposal.guessed_host) is not None:
        side = host.name.read("en")
        yield f"Nothing says who hosted this meeting; it is taken to be {side}. The window can put that right."
    if beside := proposal.beside():
        sides = " and ".join(side.name for side in proposal.extract.sides)
        name = proposal.dialogue.designation.read("en")
        yield f"This makes another dialogue between {sides}, “{name}”. To take it into one that is there, say"
        yield from (f'  --dialogue "{one.designation.read("en")}"' for one in beside)


def by_name(counts: Counts) -> dict[str, int]:
    """Return how many records of each kind there are, by the names of the kinds."""
    return {kind.__name__: count for kind, count in sorted(counts.items(), key=lambda pair: pair[0].__name__)}


def _in_words(counts: Counts) -> str:
    return records_counted({name_of(kind): count for kind, count in counts.items()})
