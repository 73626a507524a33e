"""Names: whether two names, or two sentences, whose words have drifted apart are of one thing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from dialogue_prep.domain.lexicon import Lexicon
from dialogue_prep.domain.wordforms import forms, is_chinese

# From here on two names are of one thing.
SAME_NAME = 0.7
# From here on two sentences say one thing in other words.
SAME_MATTER = 0.5

# Words that say what sort of thing it is weigh little: every dialogue is a dialogue, every minister a minister.
LIGHT = 0.2
# When each name keeps words that the other lacks, they are more likely two things.
EACH_HAS_ITS_OWN = 0.75
# One telling word in common is little when one of the names has more of them.
ON_ONE_WORD = 0.9
# “Deputy”, or another number, makes it another thing.
OF_ANOTHER_RANK = 0.5
# Two words of one family (China, Chinese) are nearly one word: they begin alike for most of their length.
FAMILY = 0.8
_BEGIN_ALIKE = 0.55
_BEGIN_ALIKE_LETTERS = 4


def _stems(words: str) -> frozenset[str]:
    return frozenset(forms(words))


_LIGHT_WORDS = _stems(
    "agency agreement arrangement accord body bureau commission committee convention cooperation council department "
    "dialogue director forum general government group head high joint level mechanism meeting memorandum minister "
    "ministry mou mutual office officer pact people policy protocol republic round secretary service session talks "
    "treaty understanding working consultation contact "
    "dialogue haut niveau accord traité convention protocole entente mémorandum ministre ministère conseil comité "
    "commission groupe travail gouvernement république directeur secrétaire général coopération réunion consultations "
    "mécanisme bureau agence "
    "高级别 对话 条约 协定 协议 谅解备忘录 磋商 机制 合作 会议 委员会 共和国 政府 部长 办公室"
)
_RANK_WORDS = _stems("deputy vice assistant associate acting former adjoint adjointe 副 助理 代理")
_ORDINALS = _stems(
    "first second third fourth fifth sixth seventh eighth ninth tenth 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th "
    "premier première deuxième troisième quatrième cinquième"
)
# Words of one meaning that endings do not bring together.
_KIN = {
    form: alike[0]
    for alike in (
        forms("law legal legislation"),
        forms("commission committee"),
        forms("memorandum mou understanding"),
        forms("agreement accord arrangement treaty pact"),
        forms("talks dialogue consultation"),
        forms("trafficking smuggling"),
        forms("offender prisoner"),
        forms("crime criminal"),
    )
    for form in alike
}
# Words that begin alike and are no family.
_STRANGERS = ({"polic", "policy"}, {"niger", "nigeria"}, {"author", "authority"}, {"import", "important"})


def same_name(a: str, b: str, aside: Iterable[str] = ()) -> float:
    """Return from 0 to 1 how likely two names are of one thing: their order and small words do not matter.

    `aside` are words that both may have or lack without any difference, such as the names of the two states.
    """
    put_aside = _stems(" ".join(aside))
    ours, theirs = _words(a, put_aside), _words(b, put_aside)
    if not ours or not theirs:
        return float(a.strip().casefold() == b.strip().casefold())
    pairs = _paired(ours, theirs)
    shared = sum(_weight(one) * _likeness(one, other) for one, other in pairs.items())
    paired = sum(map(_weight, (*pairs, *pairs.values())))
    ours_alone = [word for word in ours if word not in pairs]
    theirs_alone = [word for word in theirs if word not in pairs.values()]
    alone = sum(map(_weight_alone, (*ours_alone, *theirs_alone)))
    return 2 * shared / (paired + alone) * _unlike(_telling(pairs), ours_alone, theirs_alone)


def same_person(a: str, b: str) -> bool:
    """Say whether two names are of one person: of the same words, however they are ordered, joined or accented.

    One name may have an initial that the other lacks; any other word or letter makes it somebody else.
    """
    (ours, our_initials), (theirs, their_initials) = _name_words(a), _name_words(b)
    same_words = sorted(ours) == sorted(theirs) or "".join(ours) == "".join(theirs)
    return bool(ours) and same_words and (our_initials == their_initials or not (our_initials and their_initials))


def same_matter(a: str, b: str, lexicon: Lexicon) -> float:
    """Return from 0 to 1 how likely two sentences, such as an objective and its restatement, say one thing.

    Only words that tell something count, all alike; those of the genre are what a restatement changes first.
    """
    ours, theirs = (_kin(lexicon.telling(lexicon.without_series(words))) for words in (a, b))
    if not ours or not theirs:
        return 0.0
    pairs = _paired(ours, theirs)
    return 2 * sum(_likeness(one, other) for one, other in pairs.items()) / (len(ours) + len(theirs))


def _name_words(name: str) -> tuple[list[str], list[str]]:
    """Return the words of the name of a person, without accents and capitals, and its initials."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = re.findall(r"\w+", re.sub(r"['’]", "", plain))
    long = [word for word in words if len(word) > 1]
    return (long, [word for word in words if len(word) == 1]) if len(long) > 1 else (words, [])


def _words(name: str, aside: frozenset[str]) -> frozenset[str]:
    found = _kin(forms(name))
    return frozenset(word for word in found if not any(_likeness(word, one) for one in aside)) or found


def _kin(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_KIN.get(form, form) for form in words)


def _weight(word: str) -> float:
    return LIGHT if word in _LIGHT_WORDS or word in _RANK_WORDS else 1.0


def _weight_alone(word: str) -> float:
    """Return the weight of a word that the other name lacks; of Chinese, every other pair only joins two words."""
    return _weight(word) / 2 if is_chinese(word) else _weight(word)


def _paired(ours: frozenset[str], theirs: frozenset[str]) -> dict[str, str]:
    """Pair each word with the same one on the other side, and what is left with its family."""
    pairs = {word: word for word in ours & theirs}
    free = sorted(theirs - pairs.keys())
    for word in sorted(ours - pairs.keys()):
        if (family := next((other for other in free if _likeness(word, other)), None)) is not None:
            pairs[word] = family
            free.remove(family)
    return pairs


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if is_chinese(one) or is_chinese(other):
        return 0.0
    if {one, other} in _STRANGERS:
        return 0.0
    shorter, longer = sorted((len(one), len(other)))
    alike = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return FAMILY if alike >= max(_BEGIN_ALIKE_LETTERS, _BEGIN_ALIKE * longer) else 0.0


def _unlike(shared: int, ours: list[str], theirs: list[str]) -> float:
    factor = 1.0
    if _telling(ours) and _telling(theirs):
        factor *= EACH_HAS_ITS_OWN
    elif shared == 1 and (_telling(ours) or _telling(theirs)):
        factor *= ON_ONE_WORD
    if _RANK_WORDS.intersection(ours + theirs) or (_numbered(ours) and _numbered(theirs)):
        factor *= OF_ANOTHER_RANK
    return factor


def _telling(words: Iterable[str]) -> int:
    return sum(_weight(word) == 1 and not is_chinese(word) for word in words)


def _numbered(words: list[str]) -> bool:
    return any(word.isdigit() or word in _ORDINALS for word in words)
