"""`dialogue-prep draft`: write one paper, or all papers of a round."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from dialogue_prep.cli.answers import paper_answer
from dialogue_prep.cli.round_choice import add_round, chosen_round
from dialogue_prep.cli.terminal import DONE, Terminal, columns
from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.domain.draft import Audience, PaperKind, Profile
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.setting import OUR_TEMPLATE
from dialogue_prep.domain.template import Template, TemplateUse
from dialogue_prep.services.addenda import Addenda
from dialogue_prep.services.paper import Paper, Written, own_paper
from dialogue_prep.services.papers import Papers, drafter_of
from dialogue_prep.services.rounds import Rounds
from dialogue_prep.services.templates import Templates
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.office import find_office

EXAMPLE = "dialogue-prep draft agenda --round 3 --language fr --out agenda.docx"
ALL = "all"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take which paper, in which language, for whom, for which program, and where to."""
    parser.add_argument(
        "kind",
        choices=[*(kind.value for kind in PaperKind), ALL],
        metavar="KIND",
        help="which paper: agenda, speaking-notes and others, or all of them",
    )
    parser.add_argument(
        "--template",
        metavar="N",
        help="for own: the template that makes the paper; else the one for papers of this kind from now on"
        f" ({OUR_TEMPLATE}: the program’s own; an empty name: as the templates say)",
    )
    add_round(parser)
    parser.add_argument("--language", choices=sorted(LANGUAGES), default="en", metavar="L", help="its language (en)")
    parser.add_argument(
        "--second-language",
        choices=sorted(LANGUAGES),
        default="",
        metavar="L",
        help="a second language, for a bilingual paper",
    )
    parser.add_argument("--their-copy", action="store_true", help="the copy that names the other side first")
    parser.add_argument(
        "--addendum", action="store_true", help="what has changed in it since it was written, as a numbered addendum"
    )
    parser.add_argument("--audience", choices=[a.value for a in Audience], metavar="A", help="shared or internal")
    parser.add_argument(
        "--profile",
        choices=[profile.value for profile in Profile],
        default=Profile.WORD.value,
        metavar="P",
        help="for editing in word or libreoffice, or for reading (word)",
    )
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="PATH",
        help="the file (.docx, or .pdf), or the folder",
    )


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Write; a file that was edited since is never overwritten."""
    profile = Profile(arguments.profile)
    if arguments.second_language == arguments.language:
        raise UserError("A bilingual paper has two different languages.", field="second_language")
    if arguments.template is not None and arguments.kind == ALL:
        raise UserError("A template is chosen for one kind of paper; say for which.", field="template")
    if arguments.audience is not None and arguments.kind == ALL:
        raise UserError("“all” writes the papers of both audiences; say one kind of paper.", field="audience")
    if arguments.addendum and arguments.kind == ALL:
        raise UserError("An addendum is to one paper; say to which.", field="addendum")
    with terminal.writing() as workspace:
        round_ = chosen_round(terminal, workspace, arguments.round)
        drafter, office = drafter_of(terminal.settings), find_office(terminal.settings.office)
        papers = Papers(workspace, drafter, office, cache(Rounds(workspace).dossier))  # one reading for all of them
        if arguments.addendum:
            addenda = Addenda(workspace, drafter, office)
            written = [addenda.write(round_.id, _paper(workspace, arguments), arguments.out, profile)]
        elif arguments.kind == ALL:
            every = papers.available(arguments.language, arguments.second_language, their_copy=arguments.their_copy)
            written = list(papers.write_all(round_.id, every, arguments.out, profile))
        else:
            paper = _paper(workspace, arguments)
            written = [papers.write(round_.id, paper, paper.place_in(arguments.out, round_.ordinal), profile)]
    say_what_was_kept(terminal, written)
    answers = [paper_answer(one) for one in written]
    rows = [(one.kind, one.audience, f"version {one.version}", one.path) for one in written]
    terminal.answer(answers if arguments.kind == ALL else answers[0], columns(rows))
    return DONE


def say_what_was_kept(terminal: Terminal, written: Iterable[Written]) -> None:
    """Say which edited files were left as they are, and which gave way and are kept by another name."""
    for one in written:
        if one.kept:
            terminal.say(f"{one.path} was edited since it was written and has been kept.")
        if one.aside:
            terminal.say(f"{one.path} was edited and its edits were taken in; it is kept as {one.aside.name}.")


def _paper(workspace: Workspace, arguments: argparse.Namespace) -> Paper:
    kind = PaperKind(arguments.kind)
    if kind is PaperKind.OWN:
        if not arguments.template:
            text = "A paper of your own is named by its template: “dialogue-prep draft own --template NAME”."
            raise UserError(text, field="template")
        return _own_paper(Templates(workspace).named(arguments.template), arguments)
    audience = Audience(arguments.audience) if arguments.audience else kind.audiences[0]
    if audience not in kind.audiences:
        raise UserError(
            "The paper “{kind}” is {audiences} only.", kind=kind.value, audiences=" / ".join(kind.audiences)
        )
    if arguments.their_copy and audience is not Audience.SHARED:
        raise UserError("The other side has a copy of shared papers only.", field="their_copy")
    if arguments.template is not None:
        _choose_template(Templates(workspace), kind, arguments.template)
    return Paper(
        kind=kind,
        audience=audience,
        language=arguments.language,
        second_language=arguments.second_language,
        their_copy=arguments.their_copy,
    )


def _choose_template(templates: Templates, kind: PaperKind, name: str) -> None:
    wanted = name.strip().casefold()
    templates.choose(kind, wanted if wanted in ("", OUR_TEMPLATE) else templates.named(name).id)


def _own_paper(template: Template, arguments: argparse.Namespace) -> Paper:
    if template.use is not TemplateUse.OWN:
        raise UserError("The template “{name}” serves other papers; it makes none of its own.", name=template.name)
    if template.language not in ("", arguments.language):
        text = "The template “{name}” is for papers in {language} only."
        raise UserError(text, name=template.name, language=template.language)
    if arguments.audience not in (None, template.audience.value):
        raise UserError(
            "The paper “{kind}” is {audiences} only.", kind=template.name, audiences=template.audience.value
        )
    if arguments.second_language or arguments.their_copy:
        raise UserError("A paper of your own is in one language, and the same for both sides.", field="second_language")
    return own_paper(template, arguments.language)
