"""`dialogue-prep counter-draft`: lay a draft of the other side beside ours, and take its words as their options."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator
from pathlib import Path

from dialogue_prep.cli.answers import Answer
from dialogue_prep.cli.round_choice import add_round, chosen_round
from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal, counted
from dialogue_prep.documents.counter_draft import Counterpart
from dialogue_prep.domain.text import in_english
from dialogue_prep.services.counter_drafts import CounterDrafts

EXAMPLE = "dialogue-prep counter-draft their-draft.docx"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take their draft and the round."""
    parser.add_argument("file", type=Path, metavar="FILE", help="their draft: a Word, PDF, text or HTML file")
    add_round(parser)


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Report, ask and take in as one step what is changed or new; what would reopen agreed words is left."""
    with terminal.writing() as workspace:
        round_ = chosen_round(terminal, workspace, arguments.round)
        drafts = CounterDrafts(workspace)
        draft = drafts.compare(round_.id, arguments.file)
        chosen, code = draft.usual(), DONE
        if draft.warning:
            terminal.say(draft.warning.read())
        if not terminal.as_json:
            terminal.output.writelines(f"{line}\n" for line in _lines(draft.counterparts, chosen))
        if chosen:
            paragraphs = counted(len(chosen), "paragraph", "paragraphs")
            if terminal.consents(f"Take {paragraphs} of {draft.name} in as options of theirs?"):
                drafts.take(draft, chosen, in_english(f"In their draft “{draft.name}”"))
            else:
                code = MENDABLE
    terminal.answer([_answer(one, chosen) for one in draft.counterparts], ())
    return code


def _answer(one: Counterpart, chosen: Collection[str]) -> Answer:
    return {
        "match": one.match.value,
        "number": one.number,
        "passage": one.passage_id,
        "ours": one.beside.words if one.beside else None,
        "theirs": one.words or None,
        "taken": one.id in chosen,
    }


def _lines(counterparts: Collection[Counterpart], chosen: Collection[str]) -> Iterator[str]:
    for one in counterparts:
        taken = " (to be taken)" if one.id in chosen else ""
        words = " ".join((one.words or (one.beside.words if one.beside else "")).split())
        yield f"{one.match}{taken}: {f'{one.number}. ' if one.number else ''}{words}"
