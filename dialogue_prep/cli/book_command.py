"""`dialogue-prep book`: the briefing book of a round, with the pages of its parts where LibreOffice can count them."""

from __future__ import annotations

import argparse
from pathlib import Path

from dialogue_prep.cli.answers import paper_answer
from dialogue_prep.cli.draft_command import say_what_was_kept
from dialogue_prep.cli.round_choice import add_round, chosen_round
from dialogue_prep.cli.terminal import DONE, Terminal, columns
from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.domain.draft import Audience, PaperKind, Profile
from dialogue_prep.domain.errors import UserError
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.paper_files import PDF, is_pdf
from dialogue_prep.services.papers import Papers, drafter_of
from dialogue_prep.system.office import find_office, office_here

EXAMPLE = "dialogue-prep book --round 3 --out book.docx --pdf"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take in which language, where to, and whether as a PDF file too."""
    add_round(parser)
    parser.add_argument("--language", choices=sorted(LANGUAGES), default="en", metavar="L", help="its language (en)")
    parser.add_argument(
        "--second-language", choices=sorted(LANGUAGES), default="", metavar="L", help="a second language beside it"
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the file (.docx, or .pdf), or the folder"
    )
    parser.add_argument("--pdf", action="store_true", help="write it as a PDF file too, beside the file")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Write the book; a file that was edited since is never overwritten."""
    if arguments.second_language == arguments.language:
        raise UserError("A bilingual paper has two different languages.", field="second_language")
    named = terminal.settings.office
    if arguments.pdf:
        office_here(named)  # said before anything is written
    book = Paper(
        kind=PaperKind.BOOK,
        audience=Audience.INTERNAL,
        language=arguments.language,
        second_language=arguments.second_language,
    )
    with terminal.writing() as workspace:
        round_ = chosen_round(terminal, workspace, arguments.round)
        papers = Papers(workspace, drafter_of(terminal.settings), find_office(named))
        place = book.place_in(arguments.out, round_.ordinal)
        places = [place, place.with_suffix(PDF)] if arguments.pdf and not is_pdf(place) else [place]
        written = [papers.write(round_.id, book, one, Profile.READING) for one in places]
    say_what_was_kept(terminal, written)
    pdf = next((str(one.path) for one in written if is_pdf(one.path)), None)
    rows = [(one.kind, one.audience, f"version {one.version}", one.path) for one in written]
    terminal.answer({**paper_answer(written[0]), "pdf": pdf}, columns(rows))
    return DONE
