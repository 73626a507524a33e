"""Word files as other programs save them, made part by part: templates of a staff that nobody else has."""

from __future__ import annotations

import subprocess
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14"'
)
SECTION = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"\
 w:header="708" w:footer="708" w:gutter="0"/>'


def _chunk(kind: bytes, content: bytes) -> bytes:
    told = kind + content
    return len(content).to_bytes(4, "big") + told + zlib.crc32(told).to_bytes(4, "big")


# A picture of one point.
PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
    + _chunk(b"IDAT", zlib.compress(b"\0\x60"))
    + _chunk(b"IEND", b"")
)


def style(id_: str, name: str, kind: str = "paragraph", inner: str = "", *, default: bool = False) -> str:
    """Return a style with an identifier and a name."""
    told = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{told} w:styleId="{id_}"><w:name w:val="{name}"/>{inner}</w:style>'


def styles(*each: str, fonts: str = 'w:ascii="Times New Roman" w:hAnsi="Times New Roman"') -> str:
    """Return the part of styles, with the ones that any file has unless others are given."""
    return (
        f"{HEAD}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f"</w:rPr></w:rPrDefault></w:docDefaults>{''.join(each)}</w:styles>"
    )


def p(text: str, properties: str = "") -> str:
    """Return a paragraph with its text in one run."""
    told = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{told}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def split(*pieces: str, between: str = '<w:proofErr w:type="spellStart"/>') -> str:
    """Return a paragraph as Word saves it after some editing: its text in many runs, each with a mark of its own."""
    runs = [
        f'<w:r w:rsidR="00A1B2C3" w:rsidRPr="00{place:06X}"><w:rPr>{"<w:b/>" if place == 0 else "<w:i/>"}'
        f'<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">{piece}</w:t></w:r>'
        for place, piece in enumerate(pieces)
    ]
    return f'<w:p w:rsidR="00A1B2C3" w14:paraId="1A2B3C4D" w14:textId="77777777">{between.join(runs)}</w:p>'


def word_file(
    body: str,
    *,
    main_type: str = f"{TYPE}.document.main+xml",
    section: str | None = SECTION,
    style_part: str = "",
    settings: str = "",
    parts: dict[str, tuple[str, str | bytes]] | None = None,
    relations: str = "",
    beside: dict[str, bytes] | None = None,
    main: str = "word/document.xml",
) -> bytes:
    """Return a Word file with this body.

    `parts` are further ones: by name in `word/`, what each is and holds; one is related to the text as
    `rId_<name without suffix>`. `relations` are further relationships of the text, `beside` any further files.
    """
    given = {"styles.xml": (f"{TYPE}.styles+xml", style_part or styles(style("Normal", "Normal", default=True)))}
    if settings:
        given["settings.xml"] = (f"{TYPE}.settings+xml", f"{HEAD}<w:settings {SPACES}>{settings}</w:settings>")
    given |= parts or {}
    kinds = {name: name.rpartition("/")[2].partition(".")[0].rstrip("0123456789") for name in given}
    related = "".join(
        f'<Relationship Id="rId_{name.rpartition("/")[2].partition(".")[0]}" Type="{OFFICE}/{kinds[name]}"'
        f' Target="{name}"/>'
        for name in given
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for name, (kind, _) in given.items()
    )
    end = "" if section is None else f"<w:sectPr>{section}</w:sectPr>"
    contents: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        '"application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/{main}" ContentType="{main_type}"/>{overrides}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{OFFICE}/officeDocument" Target="{main}"/></Relationships>',
        main: f"{HEAD}<w:document {SPACES}><w:body>{body}{end}</w:body></w:document>",
        f"word/_rels/{main.rpartition('/')[2]}.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{related}'
        f"{relations}</Relationships>",
    }
    contents |= {f"word/{name}": content for name, (_, content) in given.items()}
    contents |= beside or {}
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return target.getvalue()


def header(content: str, kind: str = "hdr") -> tuple[str, str]:
    """Return the type and content of a part for the head of pages, or (`ftr`) for their foot."""
    name = "header" if kind == "hdr" else "footer"
    return f"{TYPE}.{name}+xml", f"{HEAD}<w:{kind} {SPACES}>{content}</w:{kind}>"


def text_box(content: str) -> str:
    """Return a paragraph with a text box, in the newer form and, for older programs, in the older one."""
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0"'
        ' distR="0"><wp:extent cx="3000000" cy="600000"/><wp:docPr id="7" name="Box of E. Drafter"'
        ' descr="D:\\drafters\\box.png"/><a:graphic><a:graphicData'
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect">'
        f"<a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/>"
        "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape style="width:236pt;height:47pt"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>'
        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def picture(id_: str) -> str:
    """Return a paragraph with a picture that is related under an identifier."""
    return (
        '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/>'
        '<wp:docPr id="3" name="Grafik 3"/><a:graphic><a:graphicData'
        ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="3"'
        f' name="crest of E. Drafter.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id_}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000"'
        ' cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def related_to_crest() -> bytes:
    """Return what relates a head of pages to a picture beside it."""
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId_crest" Type="{OFFICE}/image"'
        ' Target="media/crest.png"/></Relationships>'
    ).encode()


def table(content: str) -> str:
    """Return a table of one cell."""
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr>'
        f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{content}</w:tc></w:tr></w:tbl>'
    )


def field(instruction: str, result: str) -> str:
    """Return the runs of a field with what it last showed."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {instruction} '
        f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{result}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def core(who: str) -> bytes:
    """Return properties that name a person and a template."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{who}</dc:creator></cp:coreProperties>'
    ).encode()


def word_like(picture_file: bytes = PNG) -> bytes:
    """Return a template as Word saves it after years of use: everything in pieces, and traces of its people."""
    revision = 'w:author="E. Drafter" w:date="2031-01-01T00:00:00Z"'
    title = (
        '<w:p><w:r><w:t xml:space="preserve">{{</w:t></w:r><w:bookmarkStart w:id="0" w:name="_GoBack"/>'
        '<w:bookmarkEnd w:id="0"/><w:hyperlink r:id="rId_web"><w:r><w:t>paper.</w:t></w:r></w:hyperlink>'
        f'<w:ins w:id="5" {revision}><w:r><w:t>title}}}}</w:t></w:r></w:ins><w:del w:id="6" {revision}><w:r>'
        '<w:delText>old</w:delText></w:r></w:del><w:sdt><w:sdtPr><w:alias w:val="Number"/><w:tag w:val="a tag that is'
        ' much too long for ours"/><w:dataBinding w:xpath="/a" w:storeItemID="{0}"/></w:sdtPr><w:sdtContent><w:r>'
        '<w:t xml:space="preserve"> ({{paper</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>.number}})</w:t></w:r></w:p>'
    )
    body = (
        '<w:p><w:r><w:t>Ministry</w:t></w:r><w:commentRangeStart w:id="1"/><w:r><w:t xml:space="preserve"> of Examples'
        '</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>'
        + split("To the {", "{round.", "ordi", "nal}} round in {{", "round.city", "}}, {{round.dates}}")
        + title
        + text_box(split("Box: {{dialogue", ".name}}"))
        + table(table(p("Nested: {{host.name}}")) + p(""))
        + '<w:p><w:r><w:t>Note</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        + f"<w:p>{field('AUTHOR', 'E. Drafter')}{field('FILENAME', 'C:Users')}{field('PAGE', '1')}</w:p>"
        + picture("rId_image1")
        + p("{{paper.body}}")
        + '<w:sdt><w:sdtPr><w:id w:val="1"/><w:lock w:val="sdtLocked"/><w:text/></w:sdtPr><w:sdtContent>'
        + p("Click to enter a date")
        + "</w:sdtContent></w:sdt>"
    )
    notes = (
        f'{HEAD}<w:footnotes {SPACES}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
        '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
        f'</w:p></w:footnote><w:footnote w:id="2">{split("See {{last-", "record.title}}.")}</w:footnote></w:footnotes>'
    )
    comment = f'<w:comment w:id="1" {revision} w:initials="ED">{p("Why?")}</w:comment>'
    comments = f"{HEAD}<w:comments {SPACES}>{comment}</w:comments>"
    target = 'Target="file:///C:/Users/drafter" TargetMode="External"'
    related = f'<Relationship Id="rId_web" Type="{OFFICE}/hyperlink" {target}/>'
    return word_file(
        body,
        section='<w:headerReference w:type="default" r:id="rId_header1"/>'
        '<w:footerReference w:type="default" r:id="rId_footer1"/>' + SECTION + "<w:titlePg/>",
        settings='<w:writeProtection w:recommended="1"/><w:attachedTemplate r:id="rId_letterhead"/>'
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:evenAndOddHeaders/>'
        '<w:rsids><w:rsidRoot w:val="00A1B2C3"/></w:rsids>',
        parts={
            "header1.xml": header(p("Ministry of Examples, Registry")),
            "footer1.xml": header(split("{{paper.", "marking}} – version {{paper.version}}"), "ftr"),
            "footnotes.xml": (f"{TYPE}.footnotes+xml", notes),
            "comments.xml": (f"{TYPE}.comments+xml", comments),
            "media/image1.png": ("image/png", picture_file),
        },
        relations=related,
        beside={
            "docProps/core.xml": core("E. Drafter, Examples Ltd"),
            "docProps/thumbnail.jpeg": b"\xff\xd8thumbnail",
            "word/_rels/settings.xml.rels": (
                f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId_letterhead"'
                f' Type="{OFFICE}/attachedTemplate" Target="file:///C:/Users/drafter/Letterhead.dotm"'
                ' TargetMode="External"/></Relationships>'
            ).encode(),
        },
        style_part=styles(
            style("Normal", "Normal", default=True),
            style("DefaultParagraphFont", "Default Paragraph Font", "character", default=True),
            style("TableNormal", "Normal Table", "table", default=True),
        ),
    )


def french_dotx() -> bytes:
    """Return a template of a French Word: identifiers of styles in French, their names as any Word has them."""
    numbered = (
        f'{HEAD}<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc'
        ' w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    above = '<w:basedOn w:val="Normal"/>'
    return word_file(
        p("Ministère des Exemples", '<w:pStyle w:val="Titre"/>')
        + p("La {{round.ordinal}} session se tient à {{round.city}}.", '<w:pStyle w:val="Corpsdetexte"/>')
        + p("{{paper}}"),
        main_type=f"{TYPE}.template.main+xml",
        style_part=styles(
            style("Normal", "Normal", inner='<w:rPr><w:sz w:val="22"/><w:lang w:val="fr-FR"/></w:rPr>', default=True),
            style("Policepardfaut", "Default Paragraph Font", "character", default=True),
            style("TableauNormal", "Normal Table", "table", default=True),
            style(
                "Titre", "Title", inner=f'{above}<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="40"/></w:rPr>'
            ),
            style("Titre1", "heading 1", inner=f'{above}<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>'),
            style("Titre2", "heading 2", inner=f'{above}<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
            style("Corpsdetexte", "Body Text", inner=f'{above}<w:pPr><w:spacing w:after="120"/></w:pPr>'),
            style("Citation", "Quote", inner=f"{above}<w:rPr><w:i/></w:rPr>"),
            style("En-tte", "header", inner=above),
            style("Pieddepage", "footer", inner=above),
            fonts='w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"',
        ),
        parts={"numbering.xml": (f"{TYPE}.numbering+xml", numbered)},
    )


def chinese_dot() -> bytes:
    """Return a template of a Chinese Word: styles by numbers and letters, running text indented by two characters."""
    return word_file(
        p("示例部", '<w:pStyle w:val="1"/>') + split("{{round.", "ordinal}}轮会议") + p("｛｛paper｝｝"),
        style_part=styles(
            style(
                "a",
                "Normal",
                inner='<w:pPr><w:ind w:firstLineChars="200" w:firstLine="480"/><w:jc w:val="both"/></w:pPr>',
                default=True,
            ),
            style("a1", "Default Paragraph Font", "character", default=True),
            style("a2", "Normal Table", "table", default=True),
            style("1", "heading 1", inner='<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
            style("a0", "Body Text", inner='<w:basedOn w:val="a"/>'),
            fonts='w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman"',
        ),
    )


_FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Standard" style:family="paragraph" style:class="text">
<style:text-properties fo:font-size="11pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:parent-style-name="Standard" style:default-outline-level="1" style:class="text">
<style:text-properties fo:font-size="16pt" fo:color="#1d4f91"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin="2.5cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm"/>
</style:header-style></style:page-layout><style:style style:name="bold" style:family="text">
<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:header>
<text:p>{{dialogue.name}}</text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text><text:p>Cabinet of Examples</text:p>
<text:p>{{home.<text:span text:style-name="bold">name}} receives</text:span> in {{round.city}}</text:p>
<text:p>{{paper}}</text:p></office:text></office:body></office:document>
"""


def libreoffice_template(office: Path, folder: Path) -> bytes:
    """Return a template that LibreOffice itself wrote as a Word file."""
    (folder / "letterhead.fodt").write_text(_FLAT, encoding="utf-8")
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            folder,
            folder / "letterhead.fodt",
        ],
        check=True,
        capture_output=True,
        timeout=100,
    )
    return (folder / "letterhead.docx").read_bytes()
