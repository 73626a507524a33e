"""The contents of a book: a field that any office program brings up to date, with its entries already in it."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.model import Contents, Divider
from dialogue_prep.documents.word.characters import escaped


def anchor(number: int) -> str:
    """Return the name of the bookmark at the beginning of a part."""
    return f"_Toc{number:08}"


def entry_field(divider: Divider) -> str:
    """Return the field that enters a part into the contents; it shows nothing where it stands."""
    title = escaped(divider.entry.replace('"', "”"))
    return _field(f"TC &quot;{title}&quot; \\l 1")


def contents_lines(contents: Contents) -> Iterator[str]:
    """Yield the content of one paragraph for each entry; together they are one field."""
    last = len(contents.parts) - 1
    pages = contents.pages or ("",) * len(contents.parts)
    for place, (part, page_number) in enumerate(zip(contents.parts, pages, strict=True)):
        name = anchor(part.number)
        page = _field(f"PAGEREF {name} \\h", str(page_number))
        line = (
            f'<w:hyperlink w:anchor="{name}" w:history="1"><w:r><w:t xml:space="preserve">{escaped(part.entry)}</w:t>'
            f"</w:r><w:r><w:tab/></w:r>{page}</w:hyperlink>"
        )
        before = _mark("begin") + _instruction("TOC \\f \\h \\z") + _mark("separate") if place == 0 else ""
        yield before + line + (_mark("end") if place == last else "")


def _field(instruction: str, result: str | None = None) -> str:
    shown = "" if result is None else f"{_mark('separate')}<w:r><w:t>{result}</w:t></w:r>"
    return f"{_mark('begin')}{_instruction(instruction)}{shown}{_mark('end')}"


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {words} </w:instrText></w:r>'
