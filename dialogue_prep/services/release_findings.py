"""What stands against releasing a file: each finding a sentence, an edit told apart from what must be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from dialogue_prep.documents.internal_words import found_in, found_in_none, internal_words
from dialogue_prep.documents.model import Document, units
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.sentence import Sentence

Looked = Mapping[str, Any]
"""What `documents.word.release_check.look` found in a file."""


@dataclass(frozen=True, slots=True)
class ReleaseFinding:
    """One thing that stands against a release; an `edit` may leave once a person has confirmed it, nothing else may."""

    sentence: Sentence
    edit: bool = False


def of_the_file(looked: Looked) -> Iterator[ReleaseFinding]:
    """Yield what the file itself says beside its text."""
    for template, values in looked["findings"]:
        what = {"what": Sentence(values["what"])} if "what" in values else {}
        yield ReleaseFinding(Sentence.of(template, **(values | what)))


def left_out_of(looked: Looked) -> tuple[Sentence, ...]:
    """Return what the clean copy does without, each as a few words that end a sentence."""
    return tuple(Sentence.of(template, **values) for template, values in looked["left"])


def of_the_paper(looked: Looked, expected: Looked, document: Document, dossier: Dossier) -> Iterator[ReleaseFinding]:
    """Yield what differs from the paper as the program writes it, and what of its marking is wrong."""
    yield from _marking(looked, expected, document, dossier)
    yield from _edits(expected["body"], looked["body"])
    yield from _new("Each page now bears “{words}”.", expected["pages"], looked["pages"])
    yield from _new("Beside the text it now says “{words}”.", expected["aside"], looked["aside"])
    for identity, plain in looked["pictures"].items():
        if identity not in expected["pictures"]:
            yield _of_picture(plain=plain)
    for unit in units(document):
        if not unit.text.strip() and unit.prompt and any(unit.prompt in line for line in looked["body"]):
            yield ReleaseFinding(
                Sentence.of("Something is still to be written: “{prompt}”.", prompt=unit.prompt), edit=True
            )


def of_internal_words(
    looked: Looked,
    dossier: Dossier,
    shared: Iterable[str],
    doubtful: Callable[[Sequence[str]], Iterable[ReleaseFinding]],
) -> Iterator[ReleaseFinding]:
    """Yield each internal sentence of the store that stands anywhere in the file, seen or not.

    What stands in a `shared` text, as a paper for the other side, is no secret. `doubtful` returns on what of that a
    person decides.
    """
    internal = internal_words(dossier)
    found: dict[str, dict[Sentence, None]] = {}
    for part, words in looked["words"].items():
        for sentence in found_in(words, internal):
            found.setdefault(sentence, {})[Sentence(looked["places"][part])] = None
    secret = found_in_none(found, shared)
    for sentence in secret:
        text = "It says what is internal: “{words}” (found in {places}). Take it out."
        yield ReleaseFinding(Sentence.of(text, words=sentence, places=tuple(found[sentence])))
    yield from doubtful([sentence for sentence in found if sentence not in secret])


def of_copies(sentences: Iterable[str]) -> Iterator[ReleaseFinding]:
    """Yield each internal sentence that an edited copy brought into a paper."""
    text = "“{words}” is internal; it came into this paper by an edited copy."
    yield from (_edit(text, words=words) for words in sentences)


def of_a_template(template: Looked, sentences: Iterable[str], shared: Iterable[str]) -> Iterator[ReleaseFinding]:
    """Yield each of the internal sentences that a template of the staff says, and no `shared` text."""
    said = found_in("\n".join(template["words"].values()), sentences)
    for words in found_in_none(said, shared):
        yield _edit("“{words}” is internal; it stands in the template.", words=words)


def _marking(looked: Looked, expected: Looked, document: Document, dossier: Dossier) -> Iterator[ReleaseFinding]:
    if document.marking and document.marking not in " ".join(looked["pages"]):
        text = "Its pages do not bear the marking {marking}. Put it back."
        yield ReleaseFinding(Sentence.of(text, marking=document.marking))
    ours = {*expected["pages"], *expected["body"]}
    for marking in dossier.markings:
        for name in {wording.words for wording in marking.name}:
            if name != document.marking and name not in ours and name in (*looked["pages"], *looked["body"]):
                text = "It bears the marking {other}, and a paper of its kind bears {marking}."
                yield ReleaseFinding(Sentence.of(text, other=name, marking=document.marking or "-"))


def _edits(before: Sequence[str], after: Sequence[str]) -> Iterator[ReleaseFinding]:
    """Yield each line that was changed, added or left out since the program wrote it."""
    for change, first, last, start, end in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if change == "equal":
            continue
        olds, news = before[first:last], after[start:end]
        both = min(len(olds), len(news))
        for old, new in zip(olds[:both], news[:both], strict=True):
            yield _edit("“{old}” was changed into “{new}”.", old=old, new=new)
        yield from (_edit("“{old}” was left out.", old=old) for old in olds[both:])
        yield from (_edit("“{new}” was added.", new=new) for new in news[both:])


def _new(template: str, before: Sequence[str], after: Sequence[str]) -> Iterator[ReleaseFinding]:
    yield from (_edit(template, words=words) for words in after if words not in before)


def _of_picture(*, plain: bool) -> ReleaseFinding:
    if plain:
        return _edit("It shows a picture that the program did not put there.")
    return ReleaseFinding(
        Sentence.of("It shows a picture of a kind that can hold words unseen; put a PNG in its place.")
    )


def _edit(template: str, **values: object) -> ReleaseFinding:
    return ReleaseFinding(Sentence.of(template, **values), edit=True)
