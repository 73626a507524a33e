"""The linter finds what a validator of the schema lets pass."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from dialogue_prep.documents.word.lint import findings

HEAD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
TAIL = "</w:body></w:document>"


def control(id_: str, tag: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{id_}"/></w:sdtPr></w:sdt>'


def bookmark(id_: str, name: str) -> str:
    return f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/><w:bookmarkEnd w:id="{id_}"/>'


def field(*kinds: str) -> str:
    return "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)


def lint(content: str, *more: str) -> tuple[str, ...]:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("word/document.xml", HEAD + content + TAIL)
        for name in more:
            package.writestr(name, HEAD + TAIL)
    return findings(target.getvalue())


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (control("1", "a") + control("1", "b"), "content control 1 is there 2 times"),
        (control("1", "a") + control("2", "a"), "tag a is there 2 times"),
        (control("1", "a" * 25), f"the tag {'a' * 25} is longer than 24 characters"),
        (bookmark("1", "a") + bookmark("1", "b"), "bookmark 1 is there 2 times"),
        (bookmark("1", "a") + bookmark("2", "a"), "bookmark a is there 2 times"),
        (bookmark("1", "a" * 41), f"the name of bookmark {'a' * 41} is too long"),
        ('<w:bookmarkStart w:id="7" w:name="a"/>', "bookmark 7 does not end"),
        ('<w:bookmarkEnd w:id="7"/><w:bookmarkStart w:id="7" w:name="a"/>', "bookmark 7 ends before it begins"),
        ('<w:del w:id="3"><w:r><w:t>x</w:t></w:r></w:del>', "revision 3 deletes text that is not marked as deleted"),
        ("<w:r><w:delText>x</w:delText></w:r>", "text marked as deleted stands outside a deletion"),
        ('<w:ins w:id="3"/><w:del w:id="3"/>', "revision 3 is there 2 times"),
        (field("begin", "separate"), "1 fields do not end"),
        (field("end"), "a field has its “end” before its “begin”"),
        (field("begin", "separate", "separate", "end"), "a field is separated twice"),
    ],
)
def test_every_fault_is_found_and_named(content: str, finding: str) -> None:
    assert f"word/document.xml: {finding}" in lint(content)


def test_fields_within_fields_and_rightful_deletions_pass() -> None:
    nested = field("begin", "begin", "separate", "end", "separate", "end")
    deleted = '<w:del w:id="3"><w:r><w:delText>x</w:delText></w:r></w:del>'
    assert lint(nested + deleted + control("1", "a") + bookmark("1", "a")) == ()


def test_a_part_that_is_there_twice_is_found() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        found = lint("", "word/footer1.xml", "word/footer1.xml")
    assert found == ("word/footer1.xml: twice in the zip file",)
