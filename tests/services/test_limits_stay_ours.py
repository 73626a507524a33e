"""What we could fall back on, what we cannot accept and why a passage stands as it does leave by no way out."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.html import write_html
from dialogue_prep.documents.word.release_check import look
from dialogue_prep.domain.communique import Passage
from dialogue_prep.domain.draft import Audience, PaperKind, Profile
from dialogue_prep.domain.text import in_english
from dialogue_prep.services import releases as module
from dialogue_prep.services.paper import Paper
from dialogue_prep.services.papers import Papers
from dialogue_prep.services.passages import Passages
from dialogue_prep.services.redlines import Redlines
from dialogue_prep.services.releases import Releases
from dialogue_prep.services.workspace import Workspace
from tests.invented_dialogue import TODAY

ROUND = "round-3"
FALL_BACK, RED_LINE, REASON = (f"CANARY {words}" for words in ("give up the date", "never a list", "they were tired"))


def said(word: bytes) -> str:
    with zipfile.ZipFile(BytesIO(word)) as package:
        return "\n".join([*package.namelist(), *(package.read(name).decode("utf-8") for name in package.namelist())])


@pytest.fixture
def drafted(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Return a store in which every passage has limits and a reason that cannot be mistaken."""
    monkeypatch.setattr(module, "_looked", lambda _name, data, _cancelled: look(data))
    with workspace.request("Plant") as work:
        for passage in work.find(Passage, round_id=ROUND):
            limits = {"fall_back": in_english(FALL_BACK), "red_line": in_english(RED_LINE)}
            work.put(replace(passage, **limits, state_on=TODAY, reason=in_english(REASON)))
    return workspace


def test_no_way_out_takes_our_limits_along(drafted: Workspace, tmp_path: Path) -> None:
    papers = Papers(drafted, Drafter())
    ways: dict[str, str] = {}
    for copy, theirs in (("ours", False), ("theirs", True)):
        paper = next(
            one
            for one in papers.available("en", their_copy=theirs)
            if (one.kind, one.audience) == (PaperKind.COMMUNIQUE, Audience.SHARED)
        )
        path = tmp_path / f"{copy}.docx"
        papers.write(ROUND, paper, path)
        ways[f"paper, {copy}"] = said(path.read_bytes())
        ways[f"preview, {copy}"] = write_html(papers.document(ROUND, paper))
        released = Releases(drafted).release(Releases(drafted).check(path), tmp_path / "out" / path.name)
        assert released.passed
        ways[f"clean copy, {copy}"] = said(Path(released.path).read_bytes())
    paper = Paper(kind=PaperKind.COMMUNIQUE, audience=Audience.SHARED, language="en")
    with drafted.look() as work:
        bracketed = work.get(Passage, "passage-2")
    Passages(drafted).agree(bracketed, in_english("They will go on."), TODAY, in_english(REASON))
    papers.write(ROUND, paper, tmp_path / "ours.docx", Profile.WORD)
    new, old, *_earlier = papers.versions(ROUND, paper)
    redlines = Redlines(drafted)
    ways["redline"] = said(redlines.of_files(redlines.of_draft(old), redlines.of_draft(new)).word)
    assert {way for way, words in ways.items() if "CANARY" in words} == set()
    assert all("They will go on." in words for way, words in ways.items() if way != "redline")
    internal = Paper(kind=PaperKind.COMMUNIQUE, audience=Audience.INTERNAL, language="en")
    with drafted.look() as work:
        agreed = work.get(Passage, "passage-2")
    Passages(drafted).reopen(agreed, TODAY, in_english(REASON))
    assert FALL_BACK in write_html(papers.document(ROUND, internal))
