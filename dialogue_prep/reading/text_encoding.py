"""The encoding of a text that comes as bytes: by its mark, by what it says of itself, by what it can be, by a guess."""

from __future__ import annotations

import codecs
import re

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
# What a page may say of itself, and what is read then: as browsers do, the larger one of each family.
_DECLARED = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5", "big5-hkscs": "big5hkscs",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252",
    "iso-8859-2": "iso8859-2", "iso-8859-15": "iso8859-15", "windows-1250": "cp1250", "windows-1251": "cp1251",
    "windows-1253": "cp1253", "windows-1254": "cp1254", "koi8-r": "koi8-r", "shift_jis": "shift_jis",
    "euc-jp": "euc_jp", "euc-kr": "euc_kr",
}  # fmt: skip
_SAMPLE = 64 * 1024
_STRANGE = re.compile("[\udc80-\udcff]")
_MANY = 4
_NO_LETTER = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\ufffd]")
_HIGH = re.compile(rb"[\x80-\xff]+")
_MOSTLY, _SOME = 0.9, 0.3
_NO_TEXT = "it is no text; choose a .txt, .docx, .pdf or .html file"


def decoded(data: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text and the encoding it was read in; `declared` is what it says of itself. Raises Refused."""
    text, encoding = _decoded(data, declared.strip().casefold())
    if _is_binary(text):
        raise Refused(_NO_TEXT)
    return text, encoding


def _decoded(data: bytes, declared: str) -> tuple[str, str]:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _without_mark(data)
    if encoding is None and b"\x00" in data[:_SAMPLE]:
        raise Refused(_NO_TEXT)
    # What reads as UTF-8 is UTF-8, whatever it says of itself: no other text has such bytes by chance.
    if encoding is None and (text := _as_utf8(data)) is not None:
        return text, "utf-8"
    for name in (encoding,) if encoding else (_DECLARED.get(declared), _guess(data)):
        try:
            return data.decode(name or "ascii"), name or "ascii"
        except (UnicodeDecodeError, LookupError):
            continue
    raise Refused("its encoding cannot be told; save it as UTF-8 text")


def _as_utf8(data: bytes) -> str | None:
    """Return the text, if that is what the bytes are.

    A sign that the end cuts in two is left out; a few signs of a Windows machine pasted into it are read as such.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    text = decoder.decode(data)
    strange = len(_STRANGE.findall(text))
    if not strange:
        return text
    sound = sum(1 for sign in text if sign > "\x7f") - strange
    if sound < _MANY * strange:
        return None
    return _STRANGE.sub(lambda found: _of_windows(found.group()), text)


def _of_windows(sign: str) -> str:
    return sign.encode("utf-8", "surrogateescape").decode("cp1252", "replace")


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
    sample = data[:_SAMPLE]
    runs = _HIGH.findall(sample)
    # Single accented letters among plain ones: no other writing looks so, and a short text tells a guess too little.
    if sum(len(run) == 1 for run in runs) >= _MOSTLY * len(runs) and len(runs) < _SOME * len(sample):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=_CANDIDATES, preemptive_behaviour=False).best()
    return best.encoding if best is not None else "cp1252"


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_NO_LETTER.findall(sample)) > 0.01 * len(sample) + 2
