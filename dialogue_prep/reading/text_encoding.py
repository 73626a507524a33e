"""The encoding of a text that comes as bytes: by its mark, by what it says of itself, by what it can be, by a guess."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from dialogue_prep.system.refusal import Refused

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ["utf_8", "gb18030", "cp1252", "big5", "cp1251", "shift_jis", "euc_kr"]
# What a page may say of itself, and what is read then: as browsers do, the larger one of each family.
_DECLARED = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5", "big5-hkscs": "big5hkscs",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874",
    "shift_jis": "shift_jis", "euc-jp": "euc_jp", "euc-kr": "euc_kr",
}  # fmt: skip
_DECLARED_CODE_PAGE = re.compile(r"(?:windows-|cp)(125[0-8]|874)")
_DECLARED_AS_IS = re.compile(r"iso-8859-\d{1,2}|koi8-[ru]")
_SAMPLE = 64 * 1024
_STRANGE = re.compile("[\udc80-\udcff]")
_MANY = 4
_NO_LETTER = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\ufffd]")
_HIGH = re.compile(rb"[\x80-\xff]+")
_MOSTLY, _SOME = 0.9, 0.3
# What texts are made of: Latin, Greek, Cyrillic and the letters of other alphabets, Chinese, Japanese, Korean.
_UNUSUAL = re.compile(
    r"[^\t\n\r -~\xa0-\u024f\u0370-\u06ff\u0900-\u0e7f\u1e00-\u1fff\u2010-\u2033"
    r"\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]"
)
_FEW, _FAR_MORE = 0.05, 0.2
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
    if encoding is None and (text := _as_utf8(data.removeprefix(codecs.BOM_UTF8))) is not None:
        return text, "utf-8"
    for name in (encoding,) if encoding else (_named(declared), _guess(data)):
        try:
            return data.decode(name or "ascii"), name or "ascii"
        except (UnicodeDecodeError, LookupError):
            continue
    raise Refused("its encoding cannot be told; save it as UTF-8 text")


def _named(declared: str) -> str | None:
    if page := _DECLARED_CODE_PAGE.fullmatch(declared):
        return f"cp{page[1]}"
    return declared if _DECLARED_AS_IS.fullmatch(declared) and declared not in _DECLARED else _DECLARED.get(declared)


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
    """Return which UTF-16 it is that carries no mark.

    Every other byte of plain text is zero; what is written otherwise makes sense in one of both alone.
    """
    sample = data[: _SAMPLE & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.3 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.02 * half:
        return "utf-16-be"
    if not even + odd:
        return None
    little, big = (_unusual(sample.decode(name, "replace")) for name in ("utf-16-le", "utf-16-be"))
    if min(little, big) > _FEW or max(little, big) < _FAR_MORE:
        return None
    return "utf-16-le" if little < big else "utf-16-be"


def _unusual(text: str) -> float:
    """Return how much of a text are signs that are seldom in one, from 0 to 1."""
    return len(_UNUSUAL.findall(text)) / max(len(text), 1)


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE:
        # A sign that is cut in two would speak against what it is written in; no sign holds the end of a line.
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    runs = _HIGH.findall(sample)
    # Single accented letters among plain ones: no other writing looks so, and a short text tells a guess too little.
    if sum(len(run) == 1 for run in runs) >= _MOSTLY * len(runs) and len(runs) < _SOME * len(sample):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=_CANDIDATES, preemptive_behaviour=False).best()
    return best.encoding if best is not None else "cp1252"


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_NO_LETTER.findall(sample)) > 0.01 * len(sample) + 2
