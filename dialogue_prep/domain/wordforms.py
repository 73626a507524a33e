"""Word forms: what is left of words when capitals, accents, endings and small words no longer matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# A phrase of one or more word forms in order, without small words between them.
Forms = tuple[str, ...]

_ENGLISH = (
    "a about above after against all also among an and any are as at be been before being between both but by "
    "can could do does during each either for from had has have having he her his how if in into is it its "
    "itself may might more most must near neither no nor not of off on once one only or other our out over own "
    "per shall she should so some such than that the their them then there these they this those through thus "
    "to together too two under until up upon very was we were what when where whether which while who whom "
    "whose why will with within without would you your counter anti concerning regarding including according"
)
_FRENCH = (
    "au aux avec contre ce ces cet cette comme dans de des du elle elles en entre est et eux il ils je la le les leur "
    "leurs lors lui mais meme mes ne nos notre nous on ont ou par pas pendant plus pour qu que qui sa sans se "
    "ses si son sont sous sur un une vers vos votre vous y ainsi afin aussi dont etre ete etaient avoir tout "
    "tous toute toutes concernant"
)

# One stroke: 的 and 与 only join; 和 does too, unless it is half of 和平 (peace).
_CHINESE_JOINTS = re.compile(r"和(?!平)|[与的及或]")

_POSSESSIVE = re.compile(r"['’]s\b|['’](?=\s|$)")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu)['’](?=\w)")
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"[a-z0-9]+|[㐀-鿿]+")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_JOINED = re.compile(
    r"(cyber)(?=[a-z]{3})"
    r"|(counter|anti)(?=terror|narco|crim|drug|corrup|prolif|launder|intellig|smuggl|traffick|fraud|drogue|blanchi)"
)


def forms(words: str) -> Forms:
    """Return the forms of the words in order; of Chinese, each pair of neighbouring characters is one form."""
    found: list[str] = []
    for token in _TOKEN.findall(_folded(words)):
        if is_chinese(token):
            found.extend(pair for run in _CHINESE_JOINTS.split(token) for pair in _pairs(run))
        else:
            parts = (part for part in _JOINED.split(token) if part)
            found.extend(stem(part) for part in parts if part not in STOP_WORDS)
    return tuple(found)


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return a folded word without its endings: `treaties`, `treaty` and `offenders`, `offender` are one form."""
    if word.isdigit() or len(word) <= 3:
        return word
    for ending, instead in _ENDINGS:
        if ending.search(word):
            word = ending.sub(instead, word)
    return word.rstrip("e") or word


def is_chinese(form: str) -> bool:
    """Say whether a form is of Chinese characters."""
    return "㐀" <= form[:1] <= "鿿"


def shown(phrases: Iterable[Forms], words: str) -> tuple[str, ...]:
    """Return phrases as somebody wrote them in the words that they were found in, without small words between."""
    written: dict[str, str] = {}
    for word in _WORD.findall(words):
        for form in forms(word):
            written.setdefault(form, form if is_chinese(form) else word)

    def one(phrase: Forms) -> str:
        if is_chinese(phrase[0]):
            return "".join(form[0] for form in phrase[:-1]) + phrase[-1]
        return " ".join(dict.fromkeys(written.get(form, form) for form in phrase))

    return tuple(one(phrase) for phrase in phrases)


def _folded(words: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c)).casefold()
    plain = plain.replace("œ", "oe")
    plain = _INITIALS.sub(lambda initials: initials.group().replace(".", ""), plain)
    return _ELISION.sub("", _POSSESSIVE.sub("", plain))


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)] if len(run) > 1 else [run] if run else []


# Applied one after the other. They only have to bring the forms of one word together, not to find its root, and they
# are light enough to leave different words apart.
_ENDINGS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"(?<=[a-z]{2})ies$", "y"),
        (r"(?<=ss|sh|ch)es$|(?<=x)es$", ""),
        (r"(?<=[a-z]{3})aux$", "al"),
        (r"(?<=[a-z]{2}[^suia])s$", ""),
        (r"(?<=[a-z]{3}a)s$", ""),
        (r"(?<=[a-z]{3})our$|(?<=[a-z]{3})or$", "er"),
        (r"(?<=[a-z]{3})is(?=e$|ed$|er$|ing$|ation$)", "iz"),
        (r"(?<=[a-z]{3})ense$", "ence"),
        (r"(?<=[a-z]{3})isme?$|(?<=[a-z]{3})iste?$", ""),
        (r"(?<=[a-z]{2})ique$|(?<=[a-z]{2})ical$", "ic"),
        (r"(?<=[a-z]e)ed$", ""),
        (r"(?<=[a-z]{2}[^e])ed$", ""),
        (r"(?<=[aeiouy][a-z])ing$|(?<=[a-z]{3})ing$", ""),
        (r"(?<=[a-z]{4}[ts])ion$", ""),
        (r"([bdgklmnprtz])\1$", r"\1"),
        (r"(?<=[a-z]{3})ck$", "c"),
    )
)

STOP_WORDS = frozenset(f"{_ENGLISH} {_FRENCH}".split())
