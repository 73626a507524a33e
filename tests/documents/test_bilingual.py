"""Papers in two languages say the same in both, side by side; each side’s copy names that side first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from dialogue_prep.documents.compose.bilingual import IN_TURN, side_by_side
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.documents.model import (
    Block,
    Columns,
    Document,
    Heading,
    Line,
    PageBreak,
    Paragraph,
    Role,
    Run,
    Table,
    inlines,
    paragraph,
    units,
    words_of_line,
)
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.domain.communique import PassageState
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import UserError

Asked = Callable[..., PaperRequest]

PAPERS = [(kind, audience) for kind in PaperKind for audience in kind.audiences]
PAIRS = list(pairwise([*LANGUAGES, *LANGUAGES][: len(LANGUAGES) + 1]))  # each of them first, and each second
SHARED = [kind for kind in PaperKind if Audience.SHARED in kind.audiences]


def built(document: Document) -> list[object]:
    """Return how a document is built: what each block is, and how large its tables are."""
    return [
        (type(block), len(block.widths), len(block.rows)) if isinstance(block, Table) else type(block)
        for block in (*document.blocks, *document.colophon)
    ]


def lines(blocks: tuple[Block, ...]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Columns):
            yield from block.lines
        elif isinstance(block, Line):
            yield block


def flat(document: Document) -> str:
    return re.sub(r"\s+", " ", write_plain(document))


@pytest.mark.parametrize(("kind", "audience"), PAPERS)
def test_a_paper_is_built_alike_in_every_language(
    dossier: Dossier, unfilled: Dossier, asked: Asked, kind: PaperKind, audience: Audience
) -> None:
    for known in (dossier, unfilled):
        english, *others = (built(compose(kind, audience, known, asked(language))) for language in LANGUAGES)
        assert others == [english] * len(others)


@pytest.mark.parametrize(("kind", "audience"), PAPERS)
def test_every_word_of_both_languages_is_in_the_paper_in_any_order_of_them(
    dossier: Dossier, asked: Asked, kind: PaperKind, audience: Audience
) -> None:
    alone = {language: compose(kind, audience, dossier, asked(language)) for language in LANGUAGES}
    for first, second in PAIRS:
        both = compose(kind, audience, dossier, asked(first, second_language=second))
        said = write_plain(both)
        for language in (first, second):
            missing = [unit.text for unit in units(alone[language]) if unit.text not in said]
            assert missing == []
        assert (both.language, both.second_language) == (first, second)
        assert both.key == f"{alone[first].key}+{second}"


def test_each_language_keeps_its_units(dossier: Dossier, asked: Asked) -> None:
    both = compose(PaperKind.STEERING_BRIEF, Audience.INTERNAL, dossier, asked("en", second_language="fr"))
    keys = {language: {unit.key for unit in units(both) if unit.key.language == language} for language in ("en", "fr")}
    for language, found in keys.items():
        alone = compose(PaperKind.STEERING_BRIEF, Audience.INTERNAL, dossier, asked(language))
        assert found == {unit.key for unit in units(alone)}


def test_what_stands_side_by_side_says_the_same(dossier: Dossier, asked: Asked) -> None:
    both = compose(PaperKind.COMMUNIQUE, Audience.SHARED, dossier, asked("en", second_language="fr"))
    (columns, *_others) = (block for block in both.blocks if isinstance(block, Columns))
    rows = [[" ".join(map(words_of_line, side)) for side in row] for row in columns.rows]
    assert ["1.\tThe two sides met in Belport.", "1.\tLes deux parties se sont réunies à Belport."] in rows


def test_words_of_the_second_language_say_which_it_is(dossier: Dossier, asked: Asked) -> None:
    both = compose(PaperKind.COMMUNIQUE, Audience.SHARED, dossier, asked("en", second_language="fr"))
    tags = {
        run.text: run.language
        for block in both.blocks
        for inline in inlines(block)
        for run in (inline.runs if hasattr(inline, "runs") else (inline,))
        if isinstance(run, Run)
    }
    assert tags["The two sides met in Belport."] == ""
    assert tags["Les deux parties se sont réunies à Belport."] == "fr"


def test_a_table_has_both_languages_in_each_cell_and_numbers_once(dossier: Dossier, asked: Asked) -> None:
    both = compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked("en", second_language="zh-Hans"))
    (table,) = (block for block in both.blocks if isinstance(block, Table))
    head = [[words_of_line(line) for line in cell.paragraphs] for cell in table.header]
    assert head[1:4] == [["Time", "时间"], ["Minutes", "分钟"], ["Item", "议题"]]
    first = [[words_of_line(line) for line in cell.paragraphs] for cell in table.rows[1]]
    assert first[:3] == [["1"], ["9:15"], ["10"]]
    assert first[4] == ["Co-chair", "共同主席"]


def test_headings_of_items_stand_across_the_columns_and_so_in_the_navigation(dossier: Dossier, asked: Asked) -> None:
    both = compose(PaperKind.TOPIC_BRIEFS, Audience.INTERNAL, dossier, asked("en", second_language="fr"))
    across = [words_of_line(block) for block in both.blocks if isinstance(block, Heading)]
    assert across[0] == "Organized crime\nCriminalité organisée"
    assert not any(
        isinstance(line, Heading) and line.level == 1 for b in both.blocks if isinstance(b, Columns) for line in b.lines
    )


def test_a_heading_is_never_parted_from_what_it_is_of(dossier: Dossier, asked: Asked) -> None:
    for kind, audience in PAPERS:
        both = compose(kind, audience, dossier, asked("en", second_language="fr"))
        for columns in (block for block in (*both.blocks, *both.colophon) if isinstance(block, Columns)):
            assert not any(isinstance(side[-1], Heading) for row in columns.rows for side in row)


@pytest.mark.parametrize("kind", sorted(IN_TURN))
def test_what_has_no_room_in_half_a_page_comes_in_one_language_after_the_other(
    dossier: Dossier, asked: Asked, kind: PaperKind
) -> None:
    audience = kind.audiences[0]
    english, french = (compose(kind, audience, dossier, asked(language)) for language in ("en", "fr"))
    both = compose(kind, audience, dossier, asked("en", second_language="fr"))
    assert both.blocks[: len(english.blocks)] == english.blocks
    assert both.blocks[len(english.blocks)] == PageBreak()
    assert len(both.blocks) == len(english.blocks) + 1 + len(french.blocks)


def test_each_page_bears_marking_and_foot_in_both_languages(dossier: Dossier, asked: Asked) -> None:
    both = compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked("en", second_language="fr"))
    assert [words_of_line(line) for line in both.header] == ["OPEN / OUVERT"]
    assert [words_of_line(line).split("\N{EM SPACE}")[0] for line in both.footer] == ["OPEN", "OUVERT"]
    assert both.marking == "OPEN / OUVERT"


def test_the_book_in_two_languages_has_each_divider_once(dossier: Dossier, asked: Asked) -> None:
    alone = compose(PaperKind.BOOK, Audience.INTERNAL, dossier, asked())
    both = compose(PaperKind.BOOK, Audience.INTERNAL, dossier, asked("en", second_language="zh-Hans"))
    titles = [[block.title for block in book.blocks if type(block).__name__ == "Divider"] for book in (alone, both)]
    assert len(titles[0]) == len(titles[1])
    assert titles[1][0] == "1\N{EM SPACE}Provisional agenda of the 3rd round / 第三轮对话临时议程"
    assert list(units(both)) == []


def test_two_languages_are_two(dossier: Dossier, asked: Asked) -> None:
    with pytest.raises(UserError, match="two different"):
        compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked("fr", second_language="fr"))
    with pytest.raises(UserError, match="cannot be written"):
        compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked("fr", second_language="xx"))


def test_papers_that_are_not_built_alike_are_never_woven() -> None:
    with pytest.raises(ValueError, match="not built alike"):
        list(side_by_side((paragraph("a"),), (Heading((Run("b"),)),)))


# The copy of each side.


def agreed(dossier: Dossier) -> Dossier:
    passages = tuple(replace(p, state=PassageState.AGREED) for p in dossier.passages if p.words)
    return replace(dossier, passages=passages, options=())


@pytest.mark.parametrize("kind", SHARED)
def test_our_own_copy_is_the_paper_itself(dossier: Dossier, asked: Asked, kind: PaperKind) -> None:
    own, ours = (compose(kind, Audience.SHARED, dossier, asked(copy_for=side)) for side in ("", "arvonia"))
    assert own.blocks == ours.blocks


@pytest.mark.parametrize(("kind"), [PaperKind.AGENDA, PaperKind.COMMITMENTS_REPORT, PaperKind.COMMUNIQUE])
def test_each_copy_names_its_side_first(dossier: Dossier, asked: Asked, kind: PaperKind) -> None:
    ours, theirs = (flat(compose(kind, Audience.SHARED, dossier, asked(copy_for=side))) for side in ("", "belmara"))
    assert "Arvonia–Belmara Strategic Dialogue on Justice" in ours
    assert "Belmara–Arvonia Strategic Dialogue on Justice" in theirs
    assert "Arvonia–Belmara" not in theirs


def test_a_name_that_joins_both_sides_is_turned_round(dossier: Dossier, asked: Asked) -> None:
    named = replace(dossier.dialogue, designation=dossier.dialogue.designation.reworded("en", "Arvonia-Belmara Talks"))
    paper = compose(PaperKind.AGENDA, Audience.SHARED, replace(dossier, dialogue=named), asked(copy_for="belmara"))
    assert paper.subject == "Belmara-Arvonia Talks"


def test_columns_of_leads_are_exchanged(dossier: Dossier, asked: Asked) -> None:
    (ours,), (theirs,) = (
        [
            b
            for b in compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked(copy_for=side)).blocks
            if isinstance(b, Table)
        ]
        for side in ("", "belmara")
    )
    crime = 3
    assert [words_of_line(c.paragraphs[0]) for c in ours.header[4:]] == ["Arvonia", "Belmara"]
    assert [words_of_line(c.paragraphs[0]) for c in theirs.header[4:]] == ["Belmara", "Arvonia"]
    assert ours.rows[crime][4:] == theirs.rows[crime][4:][::-1]


def test_each_copy_has_the_language_of_its_side_first(dossier: Dossier, asked: Asked) -> None:
    theirs = compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked("en", second_language="fr", copy_for="belmara"))
    assert (theirs.language, theirs.second_language) == ("fr", "en")
    assert theirs.title.startswith("Ordre du jour")


def test_an_agreed_communique_is_signed_each_side_on_the_left_of_its_copy(dossier: Dossier, asked: Asked) -> None:
    for side, order in (("", ["For Arvonia", "For Belmara"]), ("belmara", ["For Belmara", "For Arvonia"])):
        paper = compose(PaperKind.COMMUNIQUE, Audience.SHARED, agreed(dossier), asked(copy_for=side))
        *_text, signatures = (block for block in paper.blocks if isinstance(block, Table))
        assert [words_of_line(cell.paragraphs[0]) for cell in signatures.rows[0]] == order
        assert "Done in Belport on 2 June 2032." in write_plain(paper)
        assert paper.title == "Joint communiqué of the 3rd round"


def test_in_two_languages_each_side_signs_once(dossier: Dossier, asked: Asked) -> None:
    paper = compose(PaperKind.COMMUNIQUE, Audience.SHARED, agreed(dossier), asked("en", second_language="fr"))
    *_text, signatures = (block for block in paper.blocks if isinstance(block, Table))
    lines = [words_of_line(line) for line in signatures.rows[0][0].paragraphs]
    assert lines[:2] == ["For Arvonia", "Signataire\N{NO-BREAK SPACE}: Arvonie"]
    assert [line.strip("_") for line in lines[2:]] == [
        "",
        "Ada Example",
        "National Coordinator",
        "National Coordinator\N{NO-BREAK SPACE}[en anglais]",
    ]


def test_a_prompt_stays_one_in_the_second_language(unfilled: Dossier, asked: Asked) -> None:
    both = compose(PaperKind.ANNOTATED_AGENDA, Audience.INTERNAL, unfilled, asked("en", second_language="fr"))
    prompts = [
        unit.prompt for unit in units(both) if unit.key.field == "lead arvonia" and unit.key.record_id == "crime"
    ]
    assert [prompt[:9] for prompt in prompts] == ["[no lead ", "[pas enco"]


def test_a_draft_is_not_signed(dossier: Dossier, unfilled: Dossier, asked: Asked) -> None:
    for known in (dossier, unfilled):
        paper = compose(PaperKind.COMMUNIQUE, Audience.SHARED, known, asked())
        assert not any(isinstance(block, Paragraph) and block.role is Role.SIGNATURE for block in lines(paper.blocks))
        assert "____" not in write_plain(paper)
        assert paper.title.endswith(": draft")


def test_the_plan_lists_first_the_side_whose_copy_it_is(dossier: Dossier, asked: Asked) -> None:
    ours, theirs = (
        flat(compose(PaperKind.SEATING, Audience.SHARED, dossier, asked(copy_for=side))) for side in ("", "belmara")
    )
    cards = [words[words.index("Place cards") :] for words in (ours, theirs)]
    assert [words.index("Republic of Arvonia") < words.index("Kingdom of Belmara") for words in cards] == [True, False]


def test_only_papers_for_both_sides_have_copies_and_only_two(dossier: Dossier, asked: Asked) -> None:
    with pytest.raises(UserError, match="Only papers for both sides"):
        compose(PaperKind.STEERING_BRIEF, Audience.INTERNAL, dossier, asked(copy_for="belmara"))
    with pytest.raises(UserError, match="no other"):
        compose(PaperKind.AGENDA, Audience.SHARED, dossier, asked(copy_for="elsewhere"))


def test_in_a_picture_each_line_stands_with_the_same_line_of_the_other_language(dossier: Dossier, asked: Asked) -> None:
    both = compose(PaperKind.HOSTING_SCHEDULE, Audience.SHARED, dossier, asked("en", second_language="fr"))
    picture = next(block for block in both.blocks if isinstance(block, Table) and block.description)
    shown = [[words_of_line(line) for line in cell.paragraphs] for row in picture.rows for cell in row]
    assert all(len(lines) == len(set(lines)) for lines in shown)
    assert " / " in picture.description
