"""Why a foreign file is refused."""

from __future__ import annotations


class Refused(Exception):
    """A foreign file that is not let in; the message is the reason, as it stands after “because”."""
