# ruff: noqa: INP001 (a script of its own, not part of a package)
"""Make formal.docx, a template for papers on letterhead, of plain.docx. `python make_formal.py` writes it anew.

It has every style of the plain one in another dress, and says with placeholders what stands around a paper; so it shows
those who make their own template how that is done. Run it after `make_plain.py` has changed anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

SOURCE = Path(__file__).with_name("plain.docx")
TARGET = Path(__file__).with_name("formal.docx")

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = f"{{{MAIN}}}"

FONT, LIKE_IT = "Times New Roman", "Liberation Serif"
DEEP, RULE = "1F3557", "8A94A6"


@dataclass(frozen=True, kw_only=True)
class Dress:
    """What is other about a style: alignment, colour, size and room in points, a rule above or below."""

    align: str = ""
    colour: str = ""
    size: float = 0
    before: float | None = None
    after: float | None = None
    capitals: bool = False
    rule: str = ""


DRESSES = {
    "Title": Dress(align="center", colour=DEEP, size=20, before=4, after=6),
    "heading 1": Dress(colour=DEEP, size=15, after=6),
    "heading 2": Dress(colour=DEEP, size=11, capitals=True),
    "heading 3": Dress(colour=DEEP, size=11.5),
    "Overline": Dress(align="center", size=12, after=8),
    "Details": Dress(align="center", size=11, after=18, rule="bottom"),
    "Part Title": Dress(align="center", colour=DEEP, size=24),
    "Column Head": Dress(colour=DEEP),
    "header": Dress(align="center", colour=DEEP, size=10, after=4),
    "footer": Dress(align="center", size=8.5),
}


def dressed(styles: bytes) -> bytes:
    """Return styles.xml of the plain template in the dress of this one."""
    root = etree.fromstring(styles)
    for fonts in root.iter(f"{W}rFonts"):
        for script in ("ascii", "hAnsi", "cs"):
            if fonts.get(f"{W}{script}"):
                fonts.set(f"{W}{script}", FONT)
    for style in root.iterchildren(f"{W}style"):
        if (dress := DRESSES.get(style.find(f"{W}name").get(f"{W}val"))) is not None:
            put_on(style, dress)
    for table in root.iterchildren(f"{W}style"):
        if table.find(f"{W}name").get(f"{W}val") == "Paper Table":
            for line in (*table.iter(f"{W}bottom"), *table.iter(f"{W}insideH")):
                if line.get(f"{W}color"):
                    line.set(f"{W}color", RULE)
    return HEAD.encode() + etree.tostring(root)


def put_on(style: etree._Element, dress: Dress) -> None:
    """Change one style."""
    shape(style.find(f"{W}pPr"), dress)
    look = style.find(f"{W}rPr")
    colour = look.find(f"{W}color")
    if dress.colour:
        colour.set(f"{W}val", dress.colour)
    if dress.capitals:
        colour.addprevious(etree.Element(f"{W}smallCaps"))
    for name in ("sz", "szCs") if dress.size else ():
        look.find(f"{W}{name}").set(f"{W}val", str(round(dress.size * 2)))


def shape(properties: etree._Element, dress: Dress) -> None:
    """Change alignment and room of a paragraph, and draw its rule."""
    spacing = properties.find(f"{W}spacing")
    for side, room in (("before", dress.before), ("after", dress.after)):
        if room is not None:
            spacing.set(f"{W}{side}", twips(room))
    if dress.rule:
        border = etree.Element(f"{W}pBdr")
        line = etree.SubElement(border, f"{W}{dress.rule}")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "6"), ("color", DEEP)):
            line.set(f"{W}{name}", value)
        spacing.addprevious(border)
    if dress.align:
        for former in properties.findall(f"{W}jc"):
            properties.remove(former)
        after = properties.find(f"{W}ind")
        align = etree.Element(f"{W}jc")
        align.set(f"{W}val", dress.align)
        (spacing if after is None else after).addnext(align)


def twips(points: float) -> str:
    """Return a length in twentieths of a point, as Word counts."""
    return str(round(points * 20))


def paragraph(style: str, *pieces: str) -> str:
    """Return a paragraph of runs and fields; what begins with a space is an instruction."""
    runs = "".join(
        f'<w:fldSimple w:instr="{piece}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        if piece.startswith(" ")
        else f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>'
        for piece in pieces
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def document(plain: bytes) -> bytes:
    """Return document.xml: name of the dialogue, title, place and days, then the paper."""
    root = etree.fromstring(plain)
    section = root.find(f"{W}body/{W}sectPr")
    for kind in ("footer", "header"):
        reference = etree.Element(f"{W}{kind}Reference")
        reference.set(f"{W}type", "default")
        reference.set(f"{{{OFFICE}}}id", kind)
        section.insert(0, reference)
    body = (
        paragraph("Overline", "{{dialogue.name}}")
        + paragraph("Title", "{{paper.title}}")
        + paragraph("Details", "{{paper.number}}\N{EM SPACE}{{round.place-and-dates}}")
        + paragraph("BodyText", "{{paper.body}}")
    )
    made = etree.fromstring(f'<w:body xmlns:w="{MAIN}">{body}</w:body>')
    root.find(f"{W}body")[:0] = list(made)
    return HEAD.encode() + etree.tostring(root)


def on_each_page(kind: str, content: str) -> bytes:
    """Return a part for the head (hdr) or the foot (ftr) of each page."""
    return f'{HEAD}<w:{kind} xmlns:w="{MAIN}">{content}</w:{kind}>'.encode()


def added(xml: bytes, *lines: str) -> bytes:
    """Return a list of parts or relationships with more at its end."""
    head, _, end = xml.decode().rpartition("</")
    return f"{head}{''.join(lines)}</{end}".encode()


def make() -> bytes:
    """Return the template as the bytes of a file; the same ones each time."""
    with ZipFile(SOURCE) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/styles.xml"] = dressed(parts["word/styles.xml"])
    parts["word/document.xml"] = document(parts["word/document.xml"])
    parts["word/fontTable.xml"] = parts["word/fontTable.xml"].replace(b"Calibri", FONT.encode()).replace(
        b"Carlito", LIKE_IT.encode()
    )  # fmt: skip
    parts["word/header1.xml"] = on_each_page(
        "hdr", paragraph("Header", "{{paper.marking}}") + paragraph("Footer", "{{home.long-name}}")
    )
    foot = "{{paper.title}}\N{EM SPACE}v{{paper.version}}\N{EM SPACE}{{paper.date}}\N{EM SPACE}"
    parts["word/footer1.xml"] = on_each_page(
        "ftr", paragraph("Footer", foot, " PAGE ", "/", " NUMPAGES ") + paragraph("Header", "{{paper.marking}}")
    )
    for kind in ("header", "footer"):
        parts["[Content_Types].xml"] = added(
            parts["[Content_Types].xml"],
            f'<Override PartName="/word/{kind}1.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>',
        )
        parts["word/_rels/document.xml.rels"] = added(
            parts["word/_rels/document.xml.rels"],
            f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}1.xml"/>',
        )
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in parts.items():
            entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            # Not compressed: two builds of zlib may compress the same bytes differently.
            entry.compress_type = ZIP_STORED
            entry.create_system = 3
            package.writestr(entry, content)
    return target.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(make())
