# ruff: noqa: INP001 (a script of its own, not part of a package)
"""Make joint-statement.docx from joint-statement.txt. `python make_word_file.py` writes it anew, always the same.

It is what a ministry might send: titles and headings with styles, words cut into runs in odd places, and one sentence
whose change is still tracked. Who reads it must keep what was inserted and leave out what was deleted.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile, ZipInfo

SOURCE = Path(__file__).with_name("joint-statement.txt")
TARGET = Path(__file__).with_name("joint-statement.docx")

# The sentence with a tracked change: these words replaced those.
INSERTED, DELETED = "by 31 December 2024", "as soon as they can"
CHANGED = 'w:author="Editor" w:date="2024-05-15T09:00:00Z"'

TITLES = 2
HEADINGS = frozenset(
    ("Water and floods", "Fisheries", "Plant and animal health", "Agricultural education", "Next meeting")
)

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def document(paragraphs: list[str]) -> str:
    """Return the body: titles, headings and text."""
    body = "".join(paragraph(words, style_of(number, words)) for number, words in enumerate(paragraphs))
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return f'{HEAD}<w:document xmlns:w="{MAIN}"><w:body>{body}{page}</w:body></w:document>'


def style_of(number: int, words: str) -> str:
    """Return the style of a paragraph; `number` counts from 0."""
    if number < TITLES:
        return "Title"
    return "Heading1" if words in HEADINGS else "Normal"


def paragraph(words: str, style: str) -> str:
    """Return a paragraph as WordprocessingML."""
    if INSERTED in words:
        before, after = words.split(INSERTED)
        inserted = f'<w:ins w:id="1" {CHANGED}>{run(INSERTED)}</w:ins>'
        deleted = f'<w:del w:id="2" {CHANGED}>{run(DELETED, "delText")}</w:del>'
        runs = run(before) + deleted + inserted + run(after)
    else:
        # Word cuts runs wherever somebody once stopped typing; a third of the way is as good a place as any.
        cut = len(words) // 3
        runs = run(words[:cut]) + run(words[cut:])
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def run(words: str, element: str = "t") -> str:
    """Return words as one run."""
    return f'<w:r><w:{element} xml:space="preserve">{escape(words)}</w:{element}></w:r>' if words else ""


def styles() -> str:
    """Return the three styles."""
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"{default}><w:name w:val="{name}"/>'
        f'<w:pPr><w:spacing w:after="120"/>{outline}</w:pPr><w:rPr>{bold}<w:sz w:val="{size}"/></w:rPr></w:style>'
        for id_, name, default, outline, bold, size in (
            ("Normal", "Normal", ' w:default="1"', "", "", 22),
            ("Title", "Title", "", "", "<w:b/>", 28),
            ("Heading1", "heading 1", "", '<w:outlineLvl w:val="0"/>', "<w:b/>", 24),
        )
    )
    return f'{HEAD}<w:styles xmlns:w="{MAIN}">{made}</w:styles>'


def package(paragraphs: list[str]) -> bytes:
    """Return the Word file; equal paragraphs make equal bytes."""
    parts = {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{WORD_TYPE}.styles+xml"/></Types>'
        ),
        "_rels/.rels": relationships("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": relationships("styles", "styles.xml"),
        "word/document.xml": document(paragraphs),
        "word/styles.xml": styles(),
    }
    made = BytesIO()
    with ZipFile(made, "w") as file:
        for name, content in parts.items():
            entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            file.writestr(entry, content.encode())
    return made.getvalue()


def relationships(kind: str, target: str) -> str:
    """Return a part that relates another one to the file or to the document."""
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def paragraphs_of(text: str) -> list[str]:
    """Return the lines that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


if __name__ == "__main__":
    TARGET.write_bytes(package(paragraphs_of(SOURCE.read_text(encoding="utf-8"))))
