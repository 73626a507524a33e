"""What a PDF file says of the moment in which it was made, put to one that follows from what is in it."""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256

# Each of these is replaced by as many bytes: the file has a table of where things stand in it.
_MADE = re.compile(rb"(?<=/CreationDate\(D:)\d{14}[^)]*")
_IDENTITY = re.compile(rb"(?<=/ID \[ <)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}(?=> \])")
_CHECKSUM = re.compile(rb"(?<=/DocChecksum /)[0-9A-F]{32}")


def with_fixed_dates(pdf: bytes, on: date) -> bytes:
    """Return a PDF file of LibreOffice that was made at the first moment of a day, with an identity that follows."""
    moment = f"{on:%Y%m%d}000000Z".encode()
    dated = _MADE.sub(lambda found: moment.ljust(len(found[0]), b"'")[: len(found[0])], pdf)
    blank = _CHECKSUM.sub(b"0" * 32, _IDENTITY.sub(rb"%b\g<1>%b" % (b"0" * 32, b"0" * 32), dated))
    identity = sha256(blank).hexdigest()[:32].upper().encode()
    return _CHECKSUM.sub(identity, _IDENTITY.sub(rb"%b\g<1>%b" % (identity, identity), blank))
