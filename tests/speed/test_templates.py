"""Writing a long book into a template of the staff keeps to the limit of our own, and surveying one is one pass."""

from __future__ import annotations

import zipfile
from base64 import b64decode
from collections.abc import Callable
from io import BytesIO

from lxml import etree

from dialogue_prep.documents.compose.template_fields import SHARED_FIELDS
from dialogue_prep.documents.staff_copy import StaffCopy
from dialogue_prep.documents.word.staff.survey import surveyed
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile
from dialogue_prep.system.resources import resource_file
from tests.documents.staff_templates import p, split, table, word_file
from tests.speed.long_book import book


def test_writing_a_book_into_a_template_takes_at_most_four_times_as_long_as_packing_it(
    race: Callable[..., None],
) -> None:
    document = book()
    survey = surveyed(resource_file("templates/formal.docx").read_bytes())
    fields = dict.fromkeys(SHARED_FIELDS, "words")
    staff = StaffCopy(content=b64decode(str(survey["content"])), fields=fields, parts=(document.blocks,))
    with zipfile.ZipFile(BytesIO(write_word(document, Profile.WORD, staff))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = etree.fromstring(parts.pop("word/document.xml"))

    def pack() -> None:
        with zipfile.ZipFile(BytesIO(), "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", etree.tostring(body, xml_declaration=True, encoding="UTF-8"))
            for name, part in parts.items():
                package.writestr(name, part)

    def write() -> None:
        write_word(document, Profile.WORD, staff)

    race("writing a book of 300 pages into a template against packing its XML", limit=4, ours=write, floor=pack)


def test_a_template_five_times_as_long_takes_at_most_eight_times_as_long(race: Callable[..., None]) -> None:
    def template(times: int) -> bytes:
        return word_file((split("{{round", ".city}} ", "and more") + table(p("{{host.name}}"))) * times)

    short, long = template(100), template(500)

    def survey(content: bytes) -> None:
        surveyed(content)

    race(
        "surveying a template of 1,000 paragraphs against one of 200",
        limit=8,
        ours=lambda: survey(long),
        floor=lambda: survey(short),
    )
