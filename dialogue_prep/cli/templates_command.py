"""`dialogue-prep templates`: the templates that papers are written into; check one, add it, save it, take it out."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from dialogue_prep.cli.terminal import DONE, MENDABLE, Terminal, columns
from dialogue_prep.documents.compose.placeholders import PLACEHOLDERS
from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.documents.template_check import CheckedTemplate
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.template import Template, TemplateUse
from dialogue_prep.services.templates import SHIPPED, Templates, audience_of, check_template, save_shipped, shipped_file

EXAMPLE = "dialogue-prep templates add letterhead.dotx --for agenda"
_USES = {"every": TemplateUse.EVERY, "own": TemplateUse.OWN}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what to do, with which file or template, and for which papers it is."""
    parser.add_argument("act", nargs="?", choices=["add", "check", "remove", "save"], help="(else they are listed)")
    parser.add_argument("what", nargs="?", metavar="FILE|NAME", help="the file to add or check, else the template")
    parser.add_argument("--placeholders", action="store_true", help="list what a template may hold, and its meaning")
    parser.add_argument("--name", metavar="N", help="its name (that of the file)")
    kinds = [kind.value for kind in PaperKind if kind.audiences]
    parser.add_argument(
        "--for",
        dest="use",
        choices=[*_USES, *kinds],
        default="every",
        metavar="KIND",
        help="one kind of paper, every paper, or own: a paper that the template makes by itself (every)",
    )
    parser.add_argument("--audience", choices=[a.value for a in Audience], metavar="A", help="shared or internal")
    parser.add_argument("--language", choices=sorted(LANGUAGES), default="", metavar="L", help="for papers in one only")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to save")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Do it; a file with something that stands in the way is never added."""
    if arguments.placeholders:
        return _placeholders(terminal)
    if arguments.act is None:
        return _list(terminal)
    if arguments.what is None:
        raise UserError("Say which: “dialogue-prep templates {act} …”.", act=arguments.act)
    if arguments.act == "save":
        return _save(terminal, arguments)
    if arguments.act == "remove":
        with terminal.writing() as workspace:
            template = Templates(workspace).named(arguments.what)
            Templates(workspace).remove(template)
        terminal.answer(_answer(template), [f"Removed: {template.name}"])
        return DONE
    return _check(terminal, arguments)


def _placeholders(terminal: Terminal) -> int:
    answers = [
        {
            "placeholder": one.written,
            "meaning": one.meaning.read(),
            "alone": one.part,
            "audiences": _audiences(shared=one.shared),
        }
        for one in PLACEHOLDERS
    ]
    rows = [
        (one.written, "alone" if one.part else "", "" if one.shared else "internal", one.meaning.read())
        for one in PLACEHOLDERS
    ]
    terminal.answer(answers, columns(rows, ("Placeholder", "Stands", "Papers", "Meaning")))
    return DONE


def _audiences(*, shared: bool) -> list[str]:
    return [audience.value for audience in Audience if shared or audience is Audience.INTERNAL]


def _list(terminal: Terminal) -> int:
    with terminal.reading() as workspace:
        answers = [_answer(template) for template in Templates(workspace).all()]
    rows = [(one["name"], one["for"], one["audience"], one["language"] or "any language") for one in answers]
    terminal.answer(answers, columns(rows, ("Name", "For", "Audience", "Language")) if rows else ["No templates yet."])
    return DONE


def _save(terminal: Terminal, arguments: argparse.Namespace) -> int:
    if arguments.out is None:
        raise UserError("Say where to: --out FILE.")
    if arguments.what in SHIPPED:
        save_shipped(arguments.what, arguments.out)
    else:
        with terminal.reading() as workspace:
            templates = Templates(workspace)
            templates.save(templates.named(arguments.what), arguments.out)
    terminal.answer({"file": str(arguments.out)}, [f"Written: {arguments.out}"])
    return DONE


def _check(terminal: Terminal, arguments: argparse.Namespace) -> int:
    path = Path(arguments.what)
    if arguments.what in SHIPPED and not path.exists():
        path = shipped_file(arguments.what)
    use = _USES.get(arguments.use, TemplateUse.KIND)
    kind = PaperKind(arguments.use) if use is TemplateUse.KIND else None
    audience = Audience(arguments.audience) if arguments.audience else audience_of(use, kind)
    template = check_template(path, use, audience)
    findings = [
        {"finding": one.sentence.read(terminal.language, "en"), "blocking": one.blocking} for one in template.findings
    ]
    lines = list(_lines(template, [str(one["finding"]) for one in findings]))
    if arguments.act == "check" or not template.sound:
        terminal.answer({"sound": template.sound, "findings": findings}, lines)
        return DONE if template.sound else MENDABLE
    with terminal.writing() as workspace:
        kept = Templates(workspace).add(
            template, name=arguments.name or path.stem, kind=kind, language=arguments.language
        )
    terminal.answer({**_answer(kept), "findings": findings}, [f"Added: {kept.name}", *lines])
    return DONE


def _lines(template: CheckedTemplate, told: list[str]) -> Iterator[str]:
    for finding, words in zip(template.findings, told, strict=True):
        yield f"{'To mend:' if finding.blocking else 'To know:'} {words}"
    if not template.sound:
        yield "It was not added; mend it in Word and try again."
    elif not template.findings:
        yield "Nothing stands in the way."


def _answer(template: Template) -> dict[str, object]:
    use = template.kind.value if template.kind else next(word for word, use in _USES.items() if use is template.use)
    return {
        "id": template.id,
        "name": template.name,
        "for": use,
        "audience": template.audience.value,
        "language": template.language or None,
    }
