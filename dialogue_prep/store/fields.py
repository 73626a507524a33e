"""A value as plain fields, the form in which the journal keeps it; each language of a text is a field of its own."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, time
from enum import StrEnum
from types import UnionType
from typing import Any, NamedTuple, NewType, TypeVar, Union, get_args, get_origin

from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.text import Text, Wording, WordingState

V = TypeVar("V", bound=Identified)
Fields = dict[str, Any]


class Hint(NamedTuple):
    """What a field holds when it holds something, and whether it may hold nothing."""

    holds: Any
    optional: bool


def fields_of(value: Identified) -> Fields:
    """Return the fields of a value as JSON can hold them; `title` in French is `title.fr`: [state, words]."""
    plain: Fields = {}
    for name in hints_of(type(value)):
        content = getattr(value, name)
        if isinstance(content, Text):
            plain.update({f"{name}.{w.language}": [w.state.value, w.words] for w in content})
        else:
            plain[name] = _plain(content)
    return plain


def value_of(kind: type[V], plain: Mapping[str, Any]) -> V:
    """Return the value with these fields; the reverse of `fields_of`.

    A field that the journal of a former version did not know is as its kind has it unless said otherwise.
    """
    contents: Fields = {}
    for name, hint in hints_of(kind).items():
        if hint.holds is Text:
            own = [(key, content) for key, content in plain.items() if key.startswith(f"{name}.") and content]
            wordings = (Wording(key.split(".", 1)[1], words, WordingState(state)) for key, (state, words) in own)
            contents[name] = Text(tuple(wordings))
        elif name in plain:
            contents[name] = _content(hint.holds, plain[name])
    return kind(**contents)


def field_content(hint: Hint, plain: Any, language: str = "") -> object:
    """Return what one plain field says: a text in that one language where there is a language.

    Raise ValueError or TypeError where such a field cannot say that.
    """
    if not language:
        return _content(hint.holds, plain)
    state, words = plain
    if type(words) is not str:
        raise TypeError(words)
    return Text((Wording(language, words, WordingState(state)),))


def difference(before: Fields, after: Fields) -> tuple[Fields, Fields]:
    """Return only the fields in which two forms of one value differ; a language one of them lacks is None there."""
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return {name: before.get(name) for name in names}, {name: after.get(name) for name in names}


def overwritten(seen: Identified, kept: Identified, after: Identified) -> Fields:
    """Return what is kept now in the fields that were changed since `seen`, and that `after` would change again.

    Of a wording only its words count: that a translation is outdated follows from what was changed beside it.
    """
    before, now, then = (_words_alone(fields_of(value)) for value in (seen, kept, after))
    changed = [name for name in {**before, **now} if before.get(name) != now.get(name)]
    return {name: now.get(name) for name in changed if then.get(name) != now.get(name)}


def dumped(plain: Fields | None) -> str | None:
    """Return fields as one line of JSON."""
    return None if plain is None else json.dumps(plain, ensure_ascii=False, sort_keys=True)


def loaded(line: str | None) -> Fields | None:
    """Return the fields of one line of JSON."""
    if line is None:
        return None
    plain: Fields = json.loads(line)
    return plain


def fits(hint: Hint, content: object) -> bool:
    """Say whether a content is of the type that its field has."""
    if content is None:
        return hint.optional
    return type(content) is (str if isinstance(hint.holds, NewType) else hint.holds)


def _words_alone(plain: Fields) -> Fields:
    return {name: content[1] if isinstance(content, list) else content for name, content in plain.items()}


def _plain(content: object) -> object:
    match content:
        case StrEnum():
            return content.value
        case date() | time():
            return content.isoformat()
        case bytes():
            return base64.b64encode(content).decode("ascii")
        case _:
            return content


def _content(holds: Any, plain: Any) -> Any:
    if plain is None or isinstance(holds, NewType):
        return plain
    if holds in (date, time):
        return holds.fromisoformat(plain)
    if holds is bytes:
        return base64.b64decode(plain)
    return holds(plain)


def hints_of(kind: type[Identified]) -> Mapping[str, Hint]:
    """Return what the annotations of a kind's fields mean, by name and in order.

    One annotation means the same in every kind, so each is worked out once: to do it field by field takes so long that
    the start of the window shows it.
    """
    if kind not in _HINTS:
        names = vars(sys.modules[kind.__module__])
        _HINTS[kind] = {field.name: _hint(str(field.type), names) for field in fields(kind)}
    return _HINTS[kind]


def _hint(written: str, names: dict[str, Any]) -> Hint:
    if written not in _MEANINGS:
        annotation = eval(written, names)  # noqa: S307 - an annotation of our own
        alone = get_origin(annotation) not in (Union, UnionType)
        parts = (annotation,) if alone else get_args(annotation)
        holds = next(part for part in parts if part is not type(None))
        _MEANINGS[written] = Hint(holds, optional=not alone)
    return _MEANINGS[written]


_MEANINGS: dict[str, Hint] = {}
_HINTS: dict[type[Identified], Mapping[str, Hint]] = {}
