"""What the user can do with a draft communiqué of the other side: lay it beside ours, take what it says as options."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dialogue_prep.documents.alignment import likeness
from dialogue_prep.documents.counter_draft import (
    Counterpart,
    KnownWording,
    Match,
    TheirParagraph,
    laid_beside,
    their_paragraphs,
)
from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.communique import Option, Passage, PassageState
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import Conflict, UserError
from dialogue_prep.domain.identity import PassageId, RoundId, SideId
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.text import NOTHING, Text, worded
from dialogue_prep.reading.clean import clean_paragraphs
from dialogue_prep.reading.language import language_of
from dialogue_prep.reading.read import read_text
from dialogue_prep.services.passages import in_order, number
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work
from dialogue_prep.system.guard import never

_MOST_PARAGRAPHS, _MOST_SIGNS = 2000, 400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterDraft:
    """A draft of the other side laid beside ours, as it was then (`passages`, `options`); nothing of it is stored.

    `warning` says what of their file was not read, where that is so.
    """

    name: str
    round_id: RoundId
    side_id: SideId
    language: str
    counterparts: tuple[Counterpart, ...]
    passages: tuple[Passage, ...]
    options: tuple[Option, ...]
    warning: Sentence | None = None

    def passage(self, counterpart: Counterpart) -> Passage | None:
        """Return the passage of ours that a paragraph is about."""
        return next((one for one in self.passages if one.id == counterpart.passage_id), None)

    def closes(self, counterpart: Counterpart) -> bool:
        """Say whether they write what we proposed: taking that closes the bracket, ad referendum."""
        passage, beside = self.passage(counterpart), counterpart.beside
        bracketed = passage is not None and passage.state is PassageState.BRACKETED
        theirs = beside is not None and beside.owner == self.side_id
        return counterpart.match is Match.SAME and bracketed and not theirs and counterpart.owner in ("", self.side_id)

    def reopens(self, counterpart: Counterpart) -> bool:
        """Say whether taking a paragraph puts a passage into brackets on which both agreed, or that was dropped."""
        passage = self.passage(counterpart)
        return passage is not None and passage.state is not PassageState.BRACKETED and self._is_other(counterpart)

    def can_be_taken(self, counterpart: Counterpart) -> bool:
        """Say whether a paragraph brings anything: another wording, a new passage, or ours as it is."""
        if not counterpart.words:
            return False
        return self._is_other(counterpart) or self.closes(counterpart)

    def usual(self) -> frozenset[str]:
        """Return the identifiers of what one would take: what is otherwise or new, and reopens nothing."""
        return frozenset(
            one.id
            for one in self.counterparts
            if one.whole and self._is_other(one) and not self.reopens(one) and one.owner in ("", self.side_id)
        )

    def _is_other(self, counterpart: Counterpart) -> bool:
        passage = self.passage(counterpart)
        dropped = passage is not None and passage.state is PassageState.DROPPED
        return counterpart.match in (Match.CHANGED, Match.NEW) or (counterpart.match is Match.SAME and dropped)


class CounterDrafts:
    """Requests about drafts of the other side."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def compare(self, round_id: str, path: Path, cancelled: Callable[[], bool] = never) -> CounterDraft:
        """Read a draft of the other side (Word, PDF, text, web page) and lay it beside ours; nothing is stored.

        Raise UserError for a file that cannot be read, that is too long for a communiqué, or that is in a language in
        which ours has no words.
        """
        text = read_text(path, cancelled)
        lines = clean_paragraphs(text.paragraphs)
        if not lines:
            raise UserError("“{name}” holds no text; choose the file that holds their draft.", name=path.name)
        if len(lines) > _MOST_PARAGRAPHS or sum(map(len, lines)) > _MOST_SIGNS:
            raise UserError("“{name}” is too long for a draft communiqué.", name=path.name)
        with self._workspace.look() as work:
            dossier = work.dossier(round_id)
        language = _language(dossier, lines, path.name)
        theirs = _in_language(their_paragraphs(lines, _owners(dossier), _remarks(language)), language)
        return CounterDraft(
            name=path.name,
            round_id=dossier.round.id,
            side_id=dossier.away.id,
            language=language,
            counterparts=laid_beside(tuple(_wordings(dossier, language)), theirs),
            passages=dossier.passages,
            options=dossier.options,
            warning=text.warning,
        )

    def take(self, draft: CounterDraft, chosen: Collection[str], reason: Text = NOTHING) -> None:
        """Store what was chosen of a draft, by identifiers: their words as their options, new passages in their places.

        One undo step. The reason is kept with passages that are closed or reopened by it. Raise Conflict where our
        draft was changed since it was compared.
        """
        taken = [one for one in draft.counterparts if one.id in chosen and draft.can_be_taken(one)]
        with self._workspace.request("Take in a draft of the other side", copied_before=True) as work:
            _check_unchanged(work, draft)
            taking = _Taking(work, self._workspace, draft, reason)
            for one in taken:
                taking.take(one)
            taking.number()


class _Taking:
    """Puts what was chosen into the store; new passages find their places at the end."""

    def __init__(self, work: Work, workspace: Workspace, draft: CounterDraft, reason: Text) -> None:
        self._work = work
        self._workspace = workspace
        self._draft = draft
        self._reason = reason
        self._new: list[tuple[PassageId | None, Passage]] = []

    def take(self, one: Counterpart) -> None:
        """Store one paragraph of theirs."""
        passage = self._draft.passage(one)
        if passage is None:
            made = Passage(id=PassageId(self._workspace.new_id()), round_id=self._draft.round_id, position=0)
            self._new.append((one.after, self._work.put(made)))
            self._put_option(made, one)
        elif self._draft.closes(one):
            self._close(passage, one)
        else:
            if self._draft.reopens(one):
                self._step(self._work.get(Passage, passage.id), PassageState.BRACKETED)
            self._put_option(passage, one)

    def number(self) -> None:
        """Keep the order: each new passage behind the one that it follows in theirs, several in their order."""
        ordered = [one for one in in_order(self._work, self._draft.round_id) if one.position]
        last: dict[PassageId | None, PassageId] = {}
        for after, passage in self._new:
            behind = last.get(after, after)
            place = next((at for at, one in enumerate(ordered, start=1) if one.id == behind), 0)
            ordered.insert(place, passage)
            last[after] = passage.id
        number(self._work, ordered)

    def _close(self, passage: Passage, one: Counterpart) -> None:
        beside = one.beside
        assert beside is not None
        option = next((o for o in self._draft.options if o.id == beside.option_id), None)
        words = option.words if option else passage.words
        self._step(replace(self._work.get(Passage, passage.id), words=words), PassageState.AD_REFERENDUM)

    def _step(self, passage: Passage, state: PassageState) -> None:
        self._work.put(replace(passage, state=state, state_on=self._workspace.today(), reason=self._reason))

    def _put_option(self, passage: Passage, one: Counterpart) -> None:
        """Reword the option of theirs that stands beside it, else add one."""
        present = self._work.find(Option, passage_id=passage.id, side_id=self._draft.side_id)
        beside = one.beside.option_id if one.beside else ""
        kept = next((option for option in present if option.id == beside), None)
        if kept is not None:
            self._work.put(replace(kept, words=kept.words.reworded(self._draft.language, one.words)))
            return
        self._work.put(
            Option(
                id=self._workspace.new_id(),
                passage_id=passage.id,
                side_id=self._draft.side_id,
                position=max((option.position for option in present), default=0) + 1,
                words=worded(self._draft.language, one.words),
            )
        )


def _wordings(dossier: Dossier, language: str) -> Iterator[KnownWording]:
    """Yield every wording of our draft in a language, in the order in which papers show them."""
    for passage in sorted(dossier.passages, key=lambda one: (one.position, one.id)):
        if said := passage.words.words(language):
            yield KnownWording(passage_id=passage.id, option_id="", owner="", words=said)
        for option in () if passage.settled else dossier.options_of(passage):
            if said := option.words.words(language):
                yield KnownWording(passage_id=passage.id, option_id=option.id, owner=option.side_id, words=said)


def _language(dossier: Dossier, lines: Sequence[str], name: str) -> str:
    """Return the language of a draft: one of ours, which is told by its words where nothing else tells it."""
    texts = [*(passage.words for passage in dossier.passages), *(option.words for option in dossier.options)]
    ours: dict[str, list[str]] = {}
    for wording in (wording for text in texts for wording in text):
        ours.setdefault(wording.language, []).append(wording.words)
    said = "\n".join(lines)
    language = language_of(said)
    if language in ours or (not ours and language in LANGUAGES):
        return language
    if ours and language == "und":
        return max(sorted(ours), key=lambda known: likeness("\n".join(ours[known]), said))
    raise UserError(
        "“{name}” is in a language in which our draft has no words; choose their draft in another language, or "
        "translate ours first.",
        name=name,
    )


def _in_language(paragraphs: Sequence[TheirParagraph], language: str) -> tuple[TheirParagraph, ...]:
    """Return paragraphs of which those in another language, as in a bilingual draft, are nothing one would take."""
    known = (language, "und")
    return tuple(replace(one, whole=one.whole and language_of(one.words) in known) for one in paragraphs)


def _owners(dossier: Dossier) -> Mapping[str, str]:
    return {
        wording.words.casefold(): side.id
        for side in dossier.sides
        for text in (side.name, side.long_name, side.adjective)
        for wording in text
    }


def _remarks(language: str) -> tuple[str, ...]:
    return (Phrases(language).say(" (ad referendum)").strip(),) if language in LANGUAGES else ()


def _check_unchanged(work: Work, draft: CounterDraft) -> None:
    passages = {one.id: one for one in work.find(Passage, round_id=draft.round_id)}
    options = {one.id: one for id_ in passages for one in work.find(Option, passage_id=id_)}
    if passages != {one.id: one for one in draft.passages} or options != {one.id: one for one in draft.options}:
        raise Conflict(
            "Our draft was changed since “{name}” was laid beside it; compare them once more.",
            wanted=draft.passages,
            found=tuple(passages.values()),
            name=draft.name,
        )
