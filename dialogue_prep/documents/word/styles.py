"""The style of each role in a template, found by its name: ids are translated by the Word that saved the template."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from dialogue_prep.documents.model import Role
from dialogue_prep.domain.errors import UserError

HEADINGS = ("heading 1", "heading 2", "heading 3")
TABLE = "Paper Table"
PICTURE = "Paper Picture"
CONTENTS = "toc 1"
PLACEHOLDER = "Placeholder Text"

STYLE_NAMES: Mapping[Role, str] = {
    Role.TITLE: "Title",
    Role.OVERLINE: "Overline",
    Role.PART_TITLE: "Part Title",
    Role.DETAILS: "Details",
    Role.BODY: "Body Text",
    Role.QUOTATION: "Quote",
    Role.REMARK: "Remark",
    Role.POINT: "Point",
    Role.PROPOSAL: "Proposal",
    Role.BULLET: "List Bullet",
    Role.NUMBERED: "Numbered Paragraph",
    Role.ITEM_LINE: "Item Line",
    Role.PROMPT: "Prompt",
    Role.COLUMN_HEAD: "Column Head",
    Role.CELL: "Cell",
    Role.CELL_QUIET: "Cell Quiet",
    Role.CELL_REMARK: "Cell Remark",
    Role.SIGNATURE: "Signature",
    Role.PICTURE_LABEL: "Picture Label",
    Role.PAGE_MARKING: "header",
    Role.PAGE_FOOT: "footer",
}

NEEDED: Mapping[str, str] = {
    **dict.fromkeys((*STYLE_NAMES.values(), *HEADINGS, CONTENTS), "paragraph"),
    TABLE: "table",
    PICTURE: "table",
    PLACEHOLDER: "character",
}
"""Every style that papers need, by name, and its type."""


def style_ids(template: WordDocument) -> dict[str, str]:
    """Return the ids of the styles that papers need, by name; UserError if the template lacks one."""
    found = {
        style.find(qn("w:name")).get(qn("w:val")).casefold(): style.get(qn("w:styleId"))
        for style in template.styles.element.iterchildren(qn("w:style"))
        if style.find(qn("w:name")) is not None
    }
    if missing := [name for name in NEEDED if name.casefold() not in found]:
        raise UserError("The template has no style of this name: {names}.", names=tuple(missing))
    return {name: found[name.casefold()] for name in NEEDED}
