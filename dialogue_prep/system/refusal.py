"""Why a foreign file is refused."""

from __future__ import annotations

from dialogue_prep.domain.sentence import Sentence


class Refused(Exception):
    """A foreign file that is not let in; the message is the reason, as it stands after “because”."""


def reason_of(refused: Refused | str) -> Sentence:
    """Return the reason so that it can be put into any language; what stands after a colon is the file's own words."""
    said, _colon, own = str(refused).partition(": ")
    return Sentence.of("{what}: {words}", what=Sentence(said), words=own) if own else Sentence(said)
