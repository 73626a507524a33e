"""Whether a template can be used, in plain words: all that stands in the way, and all that is worth knowing of it."""

from __future__ import annotations

from base64 import b64decode
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from dialogue_prep.documents.compose.placeholders import PLACEHOLDERS
from dialogue_prep.documents.compose.template_fields import MARKING
from dialogue_prep.documents.compose.template_parts import BODY, PAPER
from dialogue_prep.domain.draft import Audience
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.template import TemplateUse

SURVEY = "dialogue_prep.documents.word.staff.survey:surveyed"
"""The function that takes a foreign template apart behind the guard; this module judges what it found."""

_BY_NAME = MappingProxyType({one.name: one for one in PLACEHOLDERS})
_PLACES = MappingProxyType(
    {
        "cell": Sentence.of("a cell of a table"),
        "text box": Sentence.of("a text box"),
        "header": Sentence.of("the head of the page"),
        "footer": Sentence.of("the foot of the page"),
        "note": Sentence.of("a note"),
    }
)
_LEFT_OUT = MappingProxyType(
    {
        "oleObject": Sentence.of("objects of other programs"),
        "package": Sentence.of("objects of other programs"),
        "control": Sentence.of("form controls that run code"),
        "chart": Sentence.of("charts"),
        "diagramData": Sentence.of("diagrams"),
        "diagramLayout": Sentence.of("diagrams"),
        "diagramQuickStyle": Sentence.of("diagrams"),
        "diagramColors": Sentence.of("diagrams"),
        "diagramDrawing": Sentence.of("diagrams"),
        "font": Sentence.of("fonts kept in the file (they have to be installed)"),
        "hyperlink": Sentence.of("links to files"),
        "image": Sentence.of("pictures that are not in the file or of an unusual kind"),
        "aFChunk": Sentence.of("inserted files"),
        "subDocument": Sentence.of("inserted files"),
        "glossaryDocument": Sentence.of("building blocks"),
    }
)
_SILENT = frozenset(
    ("vbaProject", "stylesWithEffects", "people", "commentsExtended", "commentsIds", "commentsExtensible")
)


@dataclass(frozen=True, slots=True)
class TemplateFinding:
    """One sentence about a template; one that is `blocking` has to be mended before it can be used."""

    sentence: Sentence
    blocking: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedTemplate:
    """A foreign template after its check for a use and an audience.

    `content` is the clean copy that would be kept; what was found has first what is blocking.
    """

    use: TemplateUse
    audience: Audience
    content: bytes
    findings: tuple[TemplateFinding, ...]

    @property
    def sound(self) -> bool:
        """Whether papers can be written into it."""
        return not any(finding.blocking for finding in self.findings)


@dataclass(frozen=True, slots=True)
class _Found:
    """A placeholder in a template: where it stands, and whether it is alone there."""

    name: str
    written: str
    place: str
    alone: bool


def checked(survey: Mapping[str, Any], use: TemplateUse, audience: Audience) -> CheckedTemplate:
    """Judge what a survey found, for a template of this use and for papers of this audience."""
    found = [_Found(*one) for one in survey["placeholders"]]
    findings = (
        *(finding for one in found for finding in _of_placeholder(one, use, audience)),
        *_repeated(found),
        *_spoilt(survey),
        *_silent(survey, found, use),
        *_layout(survey, found),
        *_left_aside(survey),
    )
    unique = dict.fromkeys(sorted(findings, key=lambda finding: not finding.blocking))
    return CheckedTemplate(use=use, audience=audience, content=b64decode(survey["content"]), findings=tuple(unique))


def _of_placeholder(one: _Found, use: TemplateUse, audience: Audience) -> Iterator[TemplateFinding]:
    known = _BY_NAME.get(one.name)
    if known is None:
        near = get_close_matches(one.name, _BY_NAME, 1)
        if near:
            yield _blocking(
                "“{written}” is no placeholder. Did you mean “{near}”?",
                written=one.written,
                near=_BY_NAME[near[0]].written,
            )
        else:
            yield _blocking("“{written}” is no placeholder; take it out or choose one from the list.", one)
        return
    if audience is Audience.SHARED and not known.shared:
        yield _blocking(
            "“{written}” is internal, and papers for the other side would be written with this template; take it out, "
            "or add the template for internal papers only.",
            one,
        )
    if use is TemplateUse.OWN and known.ours:
        yield _blocking("“{written}” belongs to our papers; a paper of its own has no such thing: take it out.", one)
    if known.part and one.place != "body":
        yield _blocking(
            "“{written}” stands for a part of a paper and has no room in {place}; put it into a paragraph of its own "
            "in the text.",
            one,
            place=_PLACES[one.place],
        )
    elif known.part and not one.alone:
        yield _blocking(
            "“{written}” stands for a part of a paper, so nothing else can stand in its paragraph; put it into one of "
            "its own.",
            one,
        )


def _repeated(found: Sequence[_Found]) -> Iterator[TemplateFinding]:
    counts = Counter("paper" for one in found if one.name in (PAPER, BODY))
    if counts["paper"] > 1:
        yield _blocking("The text of the paper would stand here {times} times; leave one place.", times=counts["paper"])


def _spoilt(survey: Mapping[str, Any]) -> Iterator[TemplateFinding]:
    for excerpt in survey["unclosed"]:
        yield _blocking(
            "In “{excerpt}” a placeholder is cut short; each begins with two braces and ends with two.", excerpt=excerpt
        )
    for excerpt in survey["instructions"]:
        yield _blocking(
            "“{excerpt}” is an instruction, and none is carried out; a template has words and placeholders only.",
            excerpt=excerpt,
        )
    for name, written in survey["one brace"]:
        if name in _BY_NAME:
            yield _blocking(
                "“{written}” has one brace on each side; write “{right}”.",
                written=written,
                right=_BY_NAME[name].written,
            )


def _silent(survey: Mapping[str, Any], found: Sequence[_Found], use: TemplateUse) -> Iterator[TemplateFinding]:
    in_text = [one for one in found if one.place in ("body", "cell", "text box")]
    if use is TemplateUse.OWN:
        if not in_text and not survey["says something"]:
            yield _blocking("This template says nothing; a paper of its own has only the words and placeholders in it.")
        return
    if not found:
        yield _remark("There is no placeholder in it; the paper is put after the words that it has.")
    elif not any(one.name in (PAPER, BODY) for one in in_text):
        yield _remark("There is no “{{{{paper}}}}” in it; the paper is put after the words that it has.")


def _layout(survey: Mapping[str, Any], found: Sequence[_Found]) -> Iterator[TemplateFinding]:
    # Imported here: only a check needs it, and it brings the whole writer of Word files.
    from dialogue_prep.documents.word.staff.supply import missing_styles

    if not any(one.name == MARKING and one.place in ("header", "footer") for one in found):
        yield _remark("It has no place for the marking; that is put at the top and at the foot of each page.")
    missing = missing_styles((name, kind) for name, kind in survey["styles"])
    if missing:
        yield _remark("It has no style of these names, so papers use ours: {names}.", names=tuple(missing))


def _left_aside(survey: Mapping[str, Any]) -> Iterator[TemplateFinding]:
    if survey["macros"]:
        yield _remark("It holds macros; they are left out, and nothing in it is run.")
    if survey["changes"]:
        yield _remark("It holds tracked changes ({number}); they are accepted.", number=survey["changes"])
    if survey["comments"]:
        yield _remark("It holds comments ({number}); they are left out.", number=survey["comments"])
    if survey["protected"]:
        yield _remark("It is protected against editing; papers written with it are not.")
    if survey["fields"]:
        yield _remark(
            "These fields would name a person or a place and are left out: {names}.", names=tuple(survey["fields"])
        )
    left = dict.fromkeys(_LEFT_OUT.get(kind, kind) for kind in survey["left out"] if kind not in _SILENT)
    if left:
        yield _remark("Left out: {names}.", names=tuple(left))


def _blocking(template: str, one: _Found | None = None, /, **values: object) -> TemplateFinding:
    told = {"written": one.written} if one else {}
    return TemplateFinding(Sentence.of(template, **told, **values))


def _remark(template: str, /, **values: object) -> TemplateFinding:
    return TemplateFinding(Sentence.of(template, **values), blocking=False)
