"""Plain text: paragraphs from bytes in whatever encoding they are."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from dialogue_prep.system.refusal import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ["utf_8", "gb18030", "cp1252", "big5", "cp1251", "shift_jis", "euc_kr"]
_SAMPLE = 64 * 1024


def paragraphs(data: bytes) -> dict[str, object]:
    """Return `paragraphs` and the `encoding` they were read in. Raises Refused for what is no text."""
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise Refused("its encoding cannot be told; save it as UTF-8 text") from error
    if _is_binary(text):
        raise Refused("it is no text; choose a .txt or .docx file")
    return {"paragraphs": text.splitlines(), "encoding": encoding}


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if (wide := _without_mark(data)) is not None:
        return wide
    if b"\x00" in data[:_SAMPLE]:
        raise Refused("it is no text; choose a .txt or .docx file")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)
    return "utf-8"


def _without_mark(data: bytes) -> str | None:
    """Return which UTF-16 it is that carries no mark: every other byte of plain text is zero."""
    sample = data[: _SAMPLE & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.3 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.02 * half:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> str:
    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES, preemptive_behaviour=False).best()
    if best is not None:
        return best.encoding
    # A text of a Windows machine that is too short to tell.
    return "cp1252"


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    strange = sum(1 for sign in sample if (sign < " " and sign not in "\t\n\r\f\v\x1a") or sign == "\ufffd")
    return strange > 0.01 * len(sample) + 2
