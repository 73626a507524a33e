"""Before a paper leaves the house: whatever is in its file that must not leave is found, and the copy is clean."""

from __future__ import annotations

import hashlib
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.word.lint import findings as lint
from dialogue_prep.documents.word.release_check import look
from dialogue_prep.domain.draft import Audience, PaperKind, Profile
from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.journal import Deed
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import in_english
from dialogue_prep.services import releases as module
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.papers import Papers
from dialogue_prep.services.releases import Checked, Releases
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.database import Database
from tests.invented import made_store, workspace_of
from tests.invented_dialogue import invented_dialogue

AGENDA = Paper(kind=PaperKind.AGENDA, audience=Audience.SHARED, language="en")
# What the store of these tests holds for us alone.
SECRET = "Thank them for the lists."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BODY = "word/document.xml"
SETTINGS = "word/settings.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

Parts = dict[str, bytes]
Change = Callable[[Parts], None]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Yield a store with the invented dialogue, the same for every test here: only looks through, never changed."""
    database = Database(made_store(tmp_path_factory.mktemp("kept") / "invented", invented_dialogue()))
    yield workspace_of(database, today=None)
    database.close()


@pytest.fixture(scope="module")
def agenda(kept: Workspace, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a working copy of the agenda."""
    return written_to(kept, tmp_path_factory.mktemp("papers") / "agenda.docx").read_bytes()


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look files through in this process; one test has the guard around it."""
    monkeypatch.setattr(module, "_looked", lambda _name, data, _cancelled: look(data))


@pytest.fixture(scope="module")
def _expected_once() -> Callable[..., Any]:
    return cache(module._expected)


@pytest.fixture
def expected_once(_expected_once: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Write the agenda as it should be once: it is the same for every leak."""
    monkeypatch.setattr(module, "_expected", _expected_once)


@pytest.fixture
def releases(workspace: Workspace, in_this_process: None) -> Releases:
    return Releases(workspace)


@pytest.fixture
def written(workspace: Workspace, tmp_path: Path) -> Path:
    return written_to(workspace, tmp_path / "agenda.docx")


def written_to(workspace: Workspace, path: Path, paper: Paper = AGENDA, profile: Profile = Profile.WORD) -> Path:
    return Papers(workspace, Drafter("Ada Example", "Office of Courts")).write("round-3", paper, path, profile).path


def parts_of(word: bytes) -> Parts:
    with zipfile.ZipFile(BytesIO(word)) as package:
        return {name: package.read(name) for name in package.namelist()}


def edit(path: Path, *changes: Change) -> Path:
    parts = parts_of(path.read_bytes())
    for change in changes:
        change(parts)
    with zipfile.ZipFile(path, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return path


def swap(name: str, old: str, new: str) -> Change:
    def change(parts: Parts) -> None:
        assert old.encode() in parts[name], old
        parts[name] = parts[name].replace(old.encode(), new.encode(), 1)

    return change


def insert(paragraph: str) -> Change:
    """Put a paragraph at the end of the text."""
    return swap(BODY, "<w:sectPr", f"{paragraph}<w:sectPr")


def line(words: str, properties: str = "", style: str = "") -> Change:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return insert(f"<w:p>{styled}<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r></w:p>")


def part(name: str, content: str | bytes, kind: str, *, of: str = BODY) -> Change:
    """Add a part that another one refers to, by a relationship of this kind."""

    def change(parts: Parts) -> None:
        parts[name] = content.encode() if isinstance(content, str) else content
        relate(of, kind, f"/{name}")(parts)

    return change


def relate(of: str, kind: str, target: str, *, external: bool = False) -> Change:
    def change(parts: Parts) -> None:
        folder, _, last = of.rpartition("/")
        file = f"{folder}/_rels/{last}.rels" if folder else "_rels/.rels"
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        mode = ' TargetMode="External"' if external else ""
        type_ = kind if kind.startswith("http") else f"{OFFICE}/{kind}"
        new = f'<Relationship Id="leak{len(parts)}" Type="{type_}" Target="{target}"{mode}/></Relationships>'
        parts[file] = parts.get(file, empty).replace(b"</Relationships>", new.encode())

    return change


def png(words: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    told = chunk(b"tEXt", b"Comment\x00" + words) if words else b""
    return b"\x89PNG\r\n\x1a\n" + head + told + chunk(b"IDAT", zlib.compress(b"\x00\xff")) + chunk(b"IEND", b"")


def comments(words: str) -> str:
    comment = f'<w:comment w:id="1" w:author="A"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'
    return f"<w:comments {W}>{comment}</w:comments>"


def style(name: str, properties: str) -> Change:
    new = (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:rPr>{properties}</w:rPr></w:style>'
    )
    return swap("word/styles.xml", "</w:styles>", f"{new}</w:styles>")


@dataclass(frozen=True)
class Leak:
    """Something planted in a file, and the words by which it is found: as what stops it, or as what is left behind."""

    changes: tuple[Change, ...]
    stops: str = ""
    left: str = ""


INSERTED = '<w:ins w:id="9001" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins>'
DELETED = '<w:del w:id="9002" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>'
ALT = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="9" cy="9"/><wp:docPr id="9003" name="C:/plans/map.png" descr="{words}"/></wp:inline></w:drawing>'
    "</w:r></w:p>"
)
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FILE</w:instrText></w:r>'
    r"<w:r><w:instrText>NAME \p </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
LIST = (
    '<w:p><w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{words}" w:value="1"/></w:dropDownList></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>"
)
CROPPED = (
    '<w:p><w:r><w:drawing><a:blipFill xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:srcRect l="50000"/></a:blipFill></w:drawing></w:r></w:p>'
)
THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Bureau Nine'
    "</Company><Manager>Ada</Manager><Template>secret.dotx</Template></Properties>"
)
AUTHOR = "<dc:creator>Ada Example</dc:creator><cp:lastModifiedBy>Ada</cp:lastModifiedBy></cp:coreProperties>"
SETTING = f'<w:docVars><w:docVar w:name="x" w:val="{SECRET}"/></w:docVars><w:rsids><w:rsid w:val="00AA11BB"/></w:rsids>'

PIECES = ("THANK them — for", " the\u00a0li", "sts")
GO_BACK = '<w:bookmarkStart w:id="77" w:name="_GoBack"/><w:bookmarkEnd w:id="77"/>'

LEAKS = {
    "a comment": Leak((part("word/comments.xml", comments("Not so."), "comments"),), "It has a comment: “Not so.”"),
    "a tracked insertion": Leak((insert(f"<w:p>{INSERTED}</w:p>"),), r"tracked changes \(insertions: 1, deletions: 0"),
    "a tracked deletion": Leak((insert(f"<w:p>{DELETED}</w:p>"),), r"tracked changes \(insertions: 0, deletions: 1"),
    "hidden words": Leak((line("We yield.", "<w:vanish/>"),), "cannot be seen: “We yield.”"),
    "words hidden by a style": Leak(
        (style("Ghost", "<w:vanish/>"), line("We yield.", style="Ghost")), "cannot be seen: “We yield.”"
    ),
    "white words": Leak((line("We yield.", '<w:color w:val="FFFFFF"/>'),), "cannot be seen: “We yield.”"),
    "words too small to read": Leak((line("We yield.", '<w:sz w:val="2"/>'),), "cannot be seen: “We yield.”"),
    "an internal sentence": Leak(
        (line(SECRET),), r"says what is internal: “Thank them for the lists.” \(found in the text\)"
    ),
    "an internal sentence in pieces": Leak(
        (insert(f"<w:p>{''.join(f'<w:r><w:t>{piece}</w:t></w:r>' for piece in PIECES)}</w:p>"),),
        "says what is internal: “Thank them for the lists.”",
    ),
    "an internal sentence at the foot of each page": Leak(
        (swap("word/footer1.xml", "</w:ftr>", f"<w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p></w:ftr>"),),
        r"says what is internal: .* \(found in the footer\)",
    ),
    "an internal sentence in two places": Leak(
        (line(SECRET), swap("word/footer1.xml", "</w:ftr>", f"<w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p></w:ftr>")),
        r"\(found in the text, the footer\)|\(found in the footer, the text\)",
    ),
    "an internal sentence as alternative text": Leak((insert(ALT.format(words=SECRET)),), "says what is internal"),
    "an internal sentence among choices": Leak((insert(LIST.format(words=SECRET)),), "says what is internal"),
    "an internal sentence as a variable": Leak(
        (swap(SETTINGS, "</w:settings>", f"{SETTING}</w:settings>"),), "says what is internal"
    ),
    "an internal sentence in data of another program": Leak(
        (part("customXml/item9.xml", f"<x>{SECRET}</x>", "customXml"),), "found in data beside the text"
    ),
    "an internal sentence in a part that nothing names": Leak(
        (lambda parts: parts.update({"word/old.bin": SECRET.encode("utf-16-le")}),),
        "found in a part that Word does not show",
    ),
    "an internal sentence as a remark in the XML": Leak((insert(f"<!-- {SECRET} -->"),), "says what is internal"),
    "an embedded object": Leak((part("word/embeddings/o.bin", b"x", "oleObject"),), "holds an embedded object"),
    "an embedded document": Leak((part("word/chunk.docx", b"x", "aFChunk"),), "holds an embedded document"),
    "a macro": Leak((part("word/vbaProject.bin", b"x", "vbaProject"),), "holds a macro"),
    "a linked picture": Leak(
        (relate(BODY, "image", "file:///plans/map.png", external=True),), "shows what lies in another place, file:"
    ),
    "a field with the path": Leak((insert(FIELD),), r"a field that fills in something of its own: “FILENAME \\p”"),
    "a picture cut off from view": Leak((insert(CROPPED),), "a part is cut off from view"),
    "a picture that can hold words": Leak((part("word/media/p.emf", b"x", "image"),), "of a kind that can hold words"),
    "a stricter marking": Leak((swap("word/header1.xml", ">PUBLIC<", ">INTERNAL<"),), "bears the marking INTERNAL"),
    "no marking": Leak((swap("word/header1.xml", "PUBLIC", ""), swap("word/footer1.xml", "PUBLIC", "")),
                       "do not bear the marking PUBLIC"),
    "its author": Leak((swap("docProps/core.xml", "</cp:coreProperties>", AUTHOR),), left="creator, lastModifiedBy"),
    "company, manager and template": Leak(
        (part("docProps/app.xml", APP, "extended-properties", of=""),), left="Company, Manager, Template"
    ),
    "the path of its template": Leak(
        (relate(SETTINGS, "attachedTemplate", "file:///C:/Users/ada/secret.dotx", external=True),),
        left="links that lead out of the file",
    ),
    "a link to a drive": Leak(
        (relate(BODY, "hyperlink", "file://server/plans", external=True),), left="links that lead out of the file"
    ),
    "numbers of editing sessions": Leak(
        (swap(BODY, "<w:p>", '<w:p w:rsidR="00AA11BB">'),), left="numbers of editing sessions"
    ),
    "where the cursor stood": Leak(
        (insert(f"<w:p>{GO_BACK}</w:p>"),), left="bookmarks"
    ),
    "a thumbnail": Leak((part("docProps/thumbnail.jpeg", b"x", THUMBNAIL, of=""),), left="parts that nobody sees|data"),
    "the identity of its units": Leak((), left="data by which the program finds its units again"),
    "building blocks": Leak(
        (part("word/glossary/document.xml", f"<w:glossaryDocument {W}/>", "glossaryDocument"),),
        left=r"parts that nobody sees \(1\)",
    ),
}  # fmt: skip


def sentences(checked: Checked) -> list[str]:
    return [finding.sentence.read("en") for finding in checked.findings]


@pytest.mark.parametrize("name", LEAKS)
def test_every_planted_leak_is_found(
    kept: Workspace, agenda: bytes, in_this_process: None, expected_once: None, tmp_path: Path, name: str
) -> None:
    leak, path = LEAKS[name], tmp_path / "leak.docx"
    path.write_bytes(agenda)
    checked = Releases(kept).check(edit(path, *leak.changes))
    if leak.stops:
        stopping = [finding for finding in checked.findings if not finding.edit]
        assert any(re.search(leak.stops, one.sentence.read("en")) for one in stopping), sentences(checked)
        assert not checked.can_be_confirmed
        return
    left = "; ".join(one.read() for one in checked.left_out)
    assert re.search(leak.left, left), left
    assert sentences(checked) == []
    again = look(checked.copy)
    assert again["left"] == again["findings"] == []
    assert lint(checked.copy) == ()


def test_the_clean_copy_says_the_same_and_nothing_else(
    kept: Workspace, agenda: bytes, in_this_process: None, tmp_path: Path
) -> None:
    path = tmp_path / "left.docx"
    path.write_bytes(agenda)
    harmless = [change for leak in LEAKS.values() if leak.left for change in leak.changes]
    checked = Releases(kept).check(edit(path, *harmless))
    before, after = look(agenda), look(checked.copy)
    assert [after[what] for what in ("body", "pages", "aside")] == [before[what] for what in ("body", "pages", "aside")]
    everything = b"\n".join(part for named in parts_of(checked.copy).items() for part in (named[0].encode(), named[1]))
    for trace in (
        b"Ada",
        b"Bureau",
        b"secret",
        b"Users",
        b"server",
        b"rsid",
        b"_GoBack",
        b"w:sdt",
        b"_u",
        b"manifest",
    ):
        assert trace not in everything, trace
    assert {entry.date_time[0] for entry in zipfile.ZipFile(BytesIO(checked.copy)).infolist()} == {1980}
    assert docx.Document(BytesIO(checked.copy)).core_properties.title == "Provisional agenda of the 3rd round"


SHARED = [kind for kind in PaperKind if Audience.SHARED in kind.audiences]


@pytest.mark.parametrize("kind", SHARED)
@pytest.mark.parametrize("languages", [pytest.param(("en", ""), marks=pytest.mark.torture), ("zh-Hans", "fr")])
def test_what_the_program_wrote_passes(
    workspace: Workspace, releases: Releases, tmp_path: Path, kind: PaperKind, languages: tuple[str, str]
) -> None:
    language, second = languages
    paper = Paper(
        kind=kind, audience=Audience.SHARED, language=language, second_language=second, their_copy=bool(second)
    )
    checked = releases.check(written_to(workspace, tmp_path / "paper.docx", paper, Profile.LIBREOFFICE))
    assert [
        finding.sentence for finding in checked.findings if "still to be written" not in finding.sentence.template
    ] == []
    assert look(checked.copy)["left"] == []
    assert lint(checked.copy) == ()


def test_edits_are_told_one_by_one_and_leave_only_when_confirmed(
    workspace: Workspace, releases: Releases, written: Path, tmp_path: Path
) -> None:
    checked = releases.check(edit(written, swap(BODY, "Crime on rivers", "Crime at sea"), line("A line more.")))
    assert sentences(checked) == [
        "“Crime on rivers” was changed into “Crime at sea”.",
        "“A line more.” was added.",
    ]
    assert (checked.passed, checked.can_be_confirmed) == (False, True)
    refused = releases.release(checked, tmp_path / "out.docx")
    assert not refused.passed
    assert not (tmp_path / "out.docx").exists()
    confirmed = releases.release(checked, tmp_path / "out.docx", confirmed=True)
    assert confirmed.passed
    assert "Crime at sea" in str(look((tmp_path / "out.docx").read_bytes())["body"])
    assert [entry.passed for entry in releases.log("round-3")].count(True) == 1


def test_what_has_to_be_mended_cannot_be_confirmed(releases: Releases, written: Path, tmp_path: Path) -> None:
    checked = releases.check(edit(written, line(SECRET)))
    assert not releases.release(checked, tmp_path / "out.docx", confirmed=True).passed
    assert not (tmp_path / "out.docx").exists()


def test_a_release_is_logged_with_both_hashes_and_is_not_undone(
    workspace: Workspace, releases: Releases, written: Path, tmp_path: Path
) -> None:
    checked = releases.check(written)
    release = releases.release(checked, tmp_path / "released" / "agenda.docx")
    copy = (tmp_path / "released" / "agenda.docx").read_bytes()
    assert release.file_hash == hashlib.sha256(written.read_bytes()).hexdigest()
    assert release.released_hash == hashlib.sha256(copy).hexdigest()
    assert (release.draft_id, release.findings) == (checked.draft.id if checked.draft else "", "")
    assert release in releases.log("round-3")
    assert workspace.next_label(Deed.UNDO) != "Release a paper"
    assert workspace.history(limit=1)[0].label == "Release a paper"


def test_the_copy_is_the_same_each_time_and_may_be_taken_again(
    releases: Releases, written: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.docx"
    first, second = (releases.release(releases.check(written), out) for _ in range(2))
    assert first.released_hash == second.released_hash


def test_no_other_file_is_overwritten(releases: Releases, written: Path, tmp_path: Path) -> None:
    checked, other = releases.check(written), tmp_path / "other.docx"
    other.write_bytes(b"theirs")
    for place in (other, written):
        with pytest.raises(UserError, match="is another file"):
            releases.release(checked, place)
    with pytest.raises(UserError, match=r"ends in \.docx, not out\.pdf"):
        releases.release(checked, tmp_path / "out.pdf")
    assert other.read_bytes() == b"theirs"
    assert [entry.passed for entry in releases.log("round-3")].count(True) == 0


def test_a_full_disk_leaves_no_entry_in_the_log(
    releases: Releases, written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _content: bytes) -> None:
        raise MachineError("{path} could not be written: there is no space left on the disk.", path=path)

    monkeypatch.setattr(module, "write_whole", full)
    checked = releases.check(written)
    with pytest.raises(MachineError, match="no space left"):
        releases.release(checked, tmp_path / "out.docx")
    assert [entry.passed for entry in releases.log("round-3")].count(True) == 0


def test_an_internal_paper_is_never_released(workspace: Workspace, releases: Releases, tmp_path: Path) -> None:
    notes = Paper(kind=PaperKind.SPEAKING_NOTES, audience=Audience.INTERNAL, language="en")
    checked = releases.check(written_to(workspace, tmp_path / "notes.docx", notes))
    assert sentences(checked)[0] == "It is an internal paper; only papers for the other side are released."
    assert not checked.can_be_confirmed


def test_a_file_from_elsewhere_is_never_released(releases: Releases, tmp_path: Path) -> None:
    path = tmp_path / "theirs.docx"
    docx.Document().save(str(path))
    checked = releases.check(path)
    assert "no paper that was written from this store" in sentences(checked)[0]
    assert releases.release(checked, tmp_path / "out.docx", confirmed=True).draft_id is None


def test_a_paper_of_which_the_data_have_moved_says_so(workspace: Workspace, releases: Releases, written: Path) -> None:
    with workspace.request("Move") as work:
        work.put(replace(work.get(Round, "round-3"), city=in_english("Elsewhere")))
    checked = releases.check(written)
    assert "What the paper should say has changed since it was written; write it again." in sentences(checked)
    written_to(workspace, written.with_name("second.docx"))
    assert "It is version 2; a later one has been written." in sentences(releases.check(written))


def test_the_guard_stands_around_a_foreign_file(kept: Workspace, agenda: bytes, guarded: None, tmp_path: Path) -> None:
    path = tmp_path / "agenda.docx"
    path.write_bytes(agenda)
    assert Releases(kept).check(path).passed
    path.write_bytes(b"PK no package")
    with pytest.raises(UserError, match=r"“agenda\.docx” cannot be read because it is damaged, or no Word file"):
        Releases(kept).check(path)
    with pytest.raises(UserError, match=r"only files ending in \.docx are released"):
        Releases(kept).check(tmp_path / "agenda.pdf")
    path.write_bytes(agenda)
    with pytest.raises(UserError, match="was cancelled"):
        Releases(kept).check(path, lambda: True)


def test_pictures_are_copied_without_what_is_written_into_them(
    kept: Workspace, agenda: bytes, in_this_process: None, tmp_path: Path
) -> None:
    path = tmp_path / "picture.docx"
    path.write_bytes(agenda)
    types = swap("[Content_Types].xml", "</Types>", '<Default Extension="png" ContentType="image/png"/></Types>')
    checked = Releases(kept).check(edit(path, types, part("word/media/map.png", png(b"taken at home"), "image")))
    assert sentences(checked) == ["It shows a picture that the program did not put there."]
    assert checked.can_be_confirmed
    assert parts_of(checked.copy)["word/media/map.png"] == png()
