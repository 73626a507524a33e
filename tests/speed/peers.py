"""The book of 300 pages as other libraries write it: each in the way that its documentation shows first."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import docx.document

from dialogue_prep.documents.model import Document, Heading, Paragraph, Table, inlines
from tests.speed.long_book import words

Write = Callable[[], object]


def naive(document: Document) -> Write:
    """Write with python-docx: paragraph by paragraph, table by table, cell by cell."""

    def write() -> bytes:
        word = docx.Document()
        for block in document.blocks:
            if isinstance(block, Heading):
                word.add_heading(words(inlines(block)), level=1)
            elif isinstance(block, Paragraph):
                word.add_paragraph(words(block.inlines))
            elif isinstance(block, Table):
                _naive_table(word, block)
        return saved(word)

    return write


def _naive_table(word: docx.document.Document, block: Table) -> None:
    rows = (block.header, *block.rows)
    table = word.add_table(rows=len(rows), cols=len(block.widths))
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            table.cell(down, across).text = words(cell.paragraphs[0].inlines)


def templated(document: Document, folder: Path) -> Write:
    """Write with docxtpl: a template that goes through chapters, their paragraphs and the rows of their tables."""
    from docxtpl import DocxTemplate

    template = docx.Document()
    template.add_paragraph("{%p for chapter in chapters %}")
    template.add_heading("{{ chapter.title }}", level=1)
    for line in ("{%p for line in chapter.lines %}", "{{ line }}", "{%p endfor %}"):
        template.add_paragraph(line)
    table = template.add_table(rows=3, cols=4)
    table.rows[0].cells[0].text = "{%tr for row in chapter.rows %}"
    for place, cell in enumerate(table.rows[1].cells):
        cell.text = f"{{{{ row[{place}] }}}}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    template.add_paragraph("{%p endfor %}")
    path = folder / "template.docx"
    template.save(str(path))
    chapters = chapters_of(document)

    def write() -> bytes:
        word = DocxTemplate(path)
        word.render({"chapters": chapters})
        target = BytesIO()
        word.save(target)
        return target.getvalue()

    return write


def composed(document: Document) -> Write:
    """Put the book together of its chapters with docxcompose; writing the chapters is not measured."""
    from docxcompose.composer import Composer

    parts = [naive(part)() for part in chapter_documents(document)]

    def write() -> bytes:
        book = Composer(docx.Document(BytesIO(parts[0])))
        for part in parts[1:]:
            book.append(docx.Document(BytesIO(part)))
        target = BytesIO()
        book.save(target)
        return target.getvalue()

    return write


def converted(document: Document, folder: Path) -> Write | None:
    """Write with pandoc from Markdown; None where it is not installed."""
    program = shutil.which("pandoc")
    if program is None:
        return None
    lines = []
    for chapter in chapters_of(document):
        lines += [f"# {chapter['title']}", *chapter["lines"]]
        heads, *rows = ["| " + " | ".join(row) + " |" for row in chapter["rows"]]
        lines.append("\n".join([heads, "|---|---|---|---|", *rows]))
    source = folder / "book.md"
    source.write_text("\n\n".join(lines), encoding="utf-8")

    def write() -> object:
        return subprocess.run([program, source, "-o", folder / "pandoc.docx"], check=True)

    return write


def chapters_of(document: Document) -> list[dict[str, list]]:
    """Return chapters as values for a template: title, lines, rows of words."""
    chapters: list[dict[str, list]] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            chapters.append({"title": words(inlines(block)), "lines": [], "rows": []})
        elif isinstance(block, Paragraph):
            chapters[-1]["lines"].append(words(block.inlines))
        elif isinstance(block, Table):
            rows = ([words(cell.paragraphs[0].inlines) for cell in row] for row in (block.header, *block.rows))
            chapters[-1]["rows"] += rows
    return chapters


def chapter_documents(document: Document) -> list[Document]:
    """Return each chapter as a document of its own."""
    begins = [place for place, block in enumerate(document.blocks) if isinstance(block, Heading)]
    ends = [*begins[1:], len(document.blocks)]
    return [replace(document, blocks=document.blocks[first:last]) for first, last in zip(begins, ends, strict=True)]


def saved(word: docx.document.Document) -> bytes:
    target = BytesIO()
    word.save(target)
    return target.getvalue()
