# ruff: noqa: INP001 (a script of its own, not part of a package)
"""Make plain.docx, the template of papers: one style a role, A4, nothing else. `python make_plain.py` writes it anew.

Word files that people save carry who saved them, when and with what; this one is made from the lines below alone, so
that the papers written with it carry nothing, and so that a change of it can be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

TARGET = Path(__file__).with_name("plain.docx")

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

FONT = "Calibri"
EAST_ASIAN_FONTS = {"Hans": "SimSun", "Hant": "PMingLiU", "Jpan": "MS Mincho", "Hang": "Batang"}
"""What an office program takes for each script, as the theme names it; another where it is not installed."""
INK, MUTED, RULE, CAUTION = "1A1F29", "5D6676", "C9CED6", "8F5200"


@dataclass(frozen=True, kw_only=True)
class Style:
    """A paragraph style; lengths are in points, `line` is a multiple of the height of a line."""

    name: str
    size: float
    parent: str = "Normal"
    bold: bool = False
    italic: bool = False
    colour: str = INK
    before: float = 0
    after: float = 6
    line: float = 1.08
    indent: float = 0
    hanging: float = 0
    align: str = ""
    outline: int | None = None
    numbering: int | None = None
    keep_with_next: bool = False
    bar: bool = False
    tab: float = 0

    @property
    def id(self) -> str:
        """The id of the style: its name without spaces, as Word itself makes them."""
        return "".join(word.capitalize() for word in self.name.split())

    def xml(self) -> str:
        """Return the style as WordprocessingML."""
        based_on = f'<w:basedOn w:val="{self.parent}"/>' if self.name != "Normal" else ""
        default = ' w:default="1"' if self.name == "Normal" else ""
        return (
            f'<w:style w:type="paragraph"{default} w:styleId="{self.id}"><w:name w:val="{self.name}"/>{based_on}'
            f"<w:qFormat/><w:pPr>{self._paragraph()}</w:pPr><w:rPr>{self._run()}</w:rPr></w:style>"
        )

    def _paragraph(self) -> str:
        parts = []
        if self.keep_with_next:
            parts.append("<w:keepNext/><w:keepLines/>")
        if self.numbering is not None:
            parts.append(f'<w:numPr><w:numId w:val="{self.numbering}"/></w:numPr>')
        if self.bar:
            parts.append(f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{RULE}"/></w:pBdr>')
        if self.tab:
            parts.append(f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(self.tab)}"/></w:tabs>')
        parts.append(
            f'<w:spacing w:before="{twips(self.before)}" w:after="{twips(self.after)}"'
            f' w:line="{round(self.line * 240)}" w:lineRule="auto"/>'
        )
        if self.indent:
            hanging = f' w:hanging="{twips(self.hanging)}"' if self.hanging else ""
            parts.append(f'<w:ind w:left="{twips(self.indent)}"{hanging}/>')
        if self.align:
            parts.append(f'<w:jc w:val="{self.align}"/>')
        if self.outline is not None:
            parts.append(f'<w:outlineLvl w:val="{self.outline}"/>')
        return "".join(parts)

    def _run(self) -> str:
        weight = "<w:b/><w:bCs/>" if self.bold else ""
        slant = "<w:i/><w:iCs/>" if self.italic else ""
        half_points = round(self.size * 2)
        size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        return f'{weight}{slant}<w:color w:val="{self.colour}"/>{size}'


STYLES = (
    Style(name="Normal", size=11),
    Style(name="Title", size=22, bold=True, after=3, line=1.0, keep_with_next=True),
    Style(name="heading 1", size=18, bold=True, after=5, line=1.0, outline=0, keep_with_next=True),
    Style(name="heading 2", size=10.5, bold=True, colour=MUTED, before=11, after=3, outline=1, keep_with_next=True),
    Style(name="heading 3", size=11, bold=True, before=13, after=2, outline=2, keep_with_next=True),
    Style(name="Overline", size=11.5, colour=MUTED, after=3, keep_with_next=True),
    Style(name="Item Line", size=11, colour=MUTED, before=18, after=2, keep_with_next=True),
    Style(name="Part Title", size=26, bold=True, before=230, after=10, line=1.0),
    Style(name="Details", size=11, colour=MUTED, after=13),
    Style(name="Body Text", size=12, line=1.12),
    Style(name="Quote", size=11, after=3, line=1.12, indent=12, keep_with_next=True, bar=True),
    Style(name="Remark", size=9, colour=MUTED, after=7, line=1.0),
    Style(name="Point", size=16, line=1.12, indent=18, hanging=18, numbering=1),
    Style(name="Proposal", size=13, colour=MUTED, line=1.08, after=4, indent=18, hanging=18, numbering=2),
    Style(name="List Bullet", size=12, line=1.12, after=4, indent=16, hanging=16, numbering=3),
    Style(name="Numbered Paragraph", size=12, line=1.15, after=8, indent=36, hanging=36),
    Style(name="Prompt", size=11, italic=True, colour=CAUTION, before=2),
    Style(name="Column Head", size=9.5, bold=True, colour=MUTED, after=0, line=1.0, keep_with_next=True),
    Style(name="Cell", size=10.5, after=0, line=1.05),
    Style(name="Cell Quiet", size=10.5, colour=MUTED, after=0, line=1.05),
    Style(name="Cell Remark", size=9.5, colour=MUTED, before=1, after=0, line=1.0),
    Style(name="Signature", size=10.5, colour=MUTED, before=42, after=3, line=1.0),
    Style(name="Picture Label", size=9, after=0, line=1.0, align="center"),
    Style(name="toc 1", size=12, after=5, tab=459),
    Style(name="header", size=9.5, bold=True, after=0, line=1.0, align="right"),
    Style(name="footer", size=8.5, colour=MUTED, after=0, line=1.0, align="center"),
)

OTHER_STYLES = f"""\
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>\
<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>\
<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:i/><w:color w:val="{CAUTION}"/></w:rPr></w:style>\
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>\
<w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>\
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
<w:style w:type="table" w:styleId="PaperTable"><w:name w:val="Paper Table"/><w:basedOn w:val="TableNormal"/>\
<w:qFormat/><w:tblPr><w:tblInd w:w="-85" w:type="dxa"/><w:tblBorders>\
<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{RULE}"/>\
<w:insideH w:val="single" w:sz="6" w:space="0" w:color="{RULE}"/></w:tblBorders>\
<w:tblCellMar><w:top w:w="100" w:type="dxa"/>\
<w:left w:w="85" w:type="dxa"/><w:bottom w:w="100" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>\
</w:tblPr></w:style>\
<w:style w:type="table" w:styleId="PaperPicture"><w:name w:val="Paper Picture"/><w:basedOn w:val="TableNormal"/>\
<w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>\
<w:insideV w:val="single" w:sz="18" w:space="0" w:color="FFFFFF"/></w:tblBorders>\
<w:tblCellMar><w:top w:w="60" w:type="dxa"/>\
<w:left w:w="40" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>\
</w:tblPr></w:style>\
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>\
<w:uiPriority w:val="99"/><w:semiHidden/></w:style>"""

BULLETS = (("•", "Point"), ("○", "Proposal"), ("•", "ListBullet"))


def twips(points: float) -> int:
    """Return a length in twentieths of a point, as Word counts."""
    return round(points * 20)


def styles() -> str:
    """Return styles.xml: defaults, one style a role, the table and what Word itself takes for granted."""
    return (
        f'{HEAD}<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsiaTheme="minorEastAsia" w:cs="{FONT}"/>'
        '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:kinsoku/>"
        '<w:overflowPunct w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
        f"{''.join(style.xml() for style in STYLES)}{OTHER_STYLES}</w:styles>"
    )


def numbering() -> str:
    """Return numbering.xml: a list of one level for each style that has a bullet."""
    by_id = {style.id: style for style in STYLES}
    lists, numbers = [], []
    for number, (bullet, style_id) in enumerate(BULLETS, 1):
        style = by_id[style_id]
        lists.append(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{style_id}"/><w:lvlText w:val="{bullet}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(style.indent)}" w:hanging="{twips(style.hanging)}"/>'
            "</w:pPr></w:lvl></w:abstractNum>"
        )
        numbers.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    return f'{HEAD}<w:numbering xmlns:w="{MAIN}">{"".join(lists)}{"".join(numbers)}</w:numbering>'


def settings() -> str:
    """Return settings.xml: the compatibility mode of Word 2013 and later, so that no file opens "in compatibility"."""
    uri = "http://schemas.microsoft.com/office/word"
    compatible = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    lines = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>' for name, value in compatible.items()
    )
    return (
        f'{HEAD}<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>{lines}</w:compat>'
        '<w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def fonts() -> str:
    """Return fontTable.xml: the fonts, and which one is like each where it is not installed."""
    return (
        f'{HEAD}<w:fonts xmlns:w="{MAIN}">'
        f'<w:font w:name="{FONT}"><w:altName w:val="Carlito"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font>'
        f'<w:font w:name="{EAST_ASIAN_FONTS["Hans"]}"><w:altName w:val="Songti SC"/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def theme() -> str:
    """Return theme1.xml: our styles name their own colours and take nothing from it but the font of each script."""
    colours = {"dk1": INK, "lt1": "FFFFFF", "dk2": MUTED, "lt2": RULE, "hlink": "1D5BB8", "folHlink": MUTED}
    colours |= {f"accent{number}": MUTED for number in range(1, 7)}
    order = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colours[name]}"/></a:{name}>' for name in order)
    scripts = "".join(f'<a:font script="{script}" typeface="{name}"/>' for script, name in EAST_ASIAN_FONTS.items())
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>{scripts}'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Plain"><a:themeElements>'
        f'<a:clrScheme name="Plain">{scheme}</a:clrScheme><a:fontScheme name="Plain"><a:majorFont>{font}</a:majorFont>'
        f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="Plain"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def document() -> str:
    """Return document.xml: an empty page of A4 with room for what stands at its top and foot."""
    return (
        f'{HEAD}<w:document xmlns:w="{MAIN}" xmlns:r="{OFFICE}"><w:body><w:sectPr>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1417" w:right="1361" w:bottom="1134" w:left="1361" w:header="709" w:footer="567"'
        ' w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def core() -> str:
    """Return core.xml, the properties: empty, for they are those of each paper."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"/>'
    )


def content_types() -> str:
    """Return the list of what each part is."""
    parts = {
        "word/document.xml": f"{WORD_TYPE}.document.main+xml",
        "word/styles.xml": f"{WORD_TYPE}.styles+xml",
        "word/numbering.xml": f"{WORD_TYPE}.numbering+xml",
        "word/settings.xml": f"{WORD_TYPE}.settings+xml",
        "word/fontTable.xml": f"{WORD_TYPE}.fontTable+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(targets: dict[str, str]) -> str:
    """Return a part that relates another to these targets, each with the type of its relation."""
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def make() -> bytes:
    """Return the template as the bytes of a file; the same ones each time."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            {
                "word/document.xml": f"{OFFICE}/officeDocument",
                "docProps/core.xml": f"{PACKAGE}/relationships/metadata/core-properties",
            }
        ),
        "docProps/core.xml": core(),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relationships(
            {f"{name}.xml": f"{OFFICE}/{name}" for name in ("styles", "numbering", "settings", "fontTable")}
            | {"theme/theme1.xml": f"{OFFICE}/theme"}
        ),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": fonts(),
        "word/theme/theme1.xml": theme(),
    }
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, xml in parts.items():
            entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            # Not compressed: two builds of zlib may compress the same bytes differently.
            entry.compress_type = ZIP_STORED
            entry.create_system = 3
            package.writestr(entry, xml.encode())
    return target.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(make())
