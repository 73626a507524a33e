"""The reason for which a foreign file is refused can be put into any language."""

from __future__ import annotations

from dialogue_prep.domain.errors import UserError
from dialogue_prep.system.refusal import Refused, reason_of

FRENCH = {
    "“{name}” cannot be read because {reason}.": "« {name} » ne peut être lu, car {reason}.",
    "it is too large": "il est trop grand",
    "a part of it is missing": "une partie en manque",
    "{what}: {words}": "{what} : {words}",
}


def in_french(words: str) -> str:
    return FRENCH.get(words, words)


def test_a_reason_is_translated_within_its_sentence() -> None:
    error = UserError("“{name}” cannot be read because {reason}.", name="a.pdf", reason=reason_of("it is too large"))
    assert str(error) == "“a.pdf” cannot be read because it is too large."
    assert error.sentence.read(translate=in_french) == "« a.pdf » ne peut être lu, car il est trop grand."


def test_what_the_file_itself_says_stays_as_it_is() -> None:
    reason = reason_of(Refused("a part of it is missing: words {of} the file"))
    assert reason.read() == "a part of it is missing: words {of} the file"
    assert reason.read(translate=in_french) == "une partie en manque : words {of} the file"
