"""Numbers as Chinese writes them: 三, 十二, 二十一, 一百零一, 12."""

from __future__ import annotations

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "首": 1}


def number_of(written: str) -> int | None:
    """Return the number that some characters say; None where they say none below a thousand."""
    if written.isdecimal():
        return int(written)
    if "百" in written:
        hundreds, _, rest = written.partition("百")
        more = number_of(rest.lstrip("零〇○")) if rest else 0
        return 100 * _DIGITS[hundreds] + more if hundreds in _DIGITS and more is not None else None
    if "十" in written:
        tens, _, ones = written.partition("十")
        if (tens and tens not in _DIGITS) or (ones and ones not in _DIGITS):
            return None
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    return _DIGITS.get(written)
