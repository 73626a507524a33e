"""The sides of a Chinese source: states that the program knows, and pairs of names that no table knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from dialogue_prep.reading import states
from dialogue_prep.reading.chinese.words import SERIES, either
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.sides import Names, Sides
from dialogue_prep.reading.states import State

# The characters with which foreign names are written: a run of them is a name or holds one.
_SOUNDS = (
    "阿埃艾安昂奥巴班邦保贝本比彼波伯勃博布查茨达大戴丹道德登迪蒂丁顿多厄尔恩法范菲芬丰佛弗福盖冈戈格古瓜哈海汉赫亨华霍基吉加贾杰捷金津卡凯坎康考柯科克肯"
    "库奎拉腊莱兰朗劳勒雷黎里利立列林龙卢鲁伦罗洛马玛迈曼毛梅门蒙米密莫默姆穆纳南内尼涅宁牛纽努诺欧帕潘庞培佩蓬皮普奇契乔切钦丘瑞萨塞桑沙山舍圣施什史士斯苏索"
    "塔泰坦特腾提廷图托瓦万威韦维温沃乌武西希锡夏谢辛匈雅亚延耶叶伊因印英尤约扎泽詹芝智兹佐娃妮娜莉丽蕾薇曾增杜都堡"
)
_NAME = f"[{_SOUNDS}]{{2,8}}"
_FORM = "(?:共和国|王国|联邦|公国|酋长国|合众国|大公国|邦联|联合王国|民主共和国)"
_PAIRS = (
    re.compile(rf"(?P<one>{_NAME}){_FORM}(?:政府)?[和与及](?P<other>{_NAME}){_FORM}"),
    re.compile(rf"(?P<one>{_NAME})\s?[—–\-·/]{{1,2}}\s?(?P<other>{_NAME})"),
    re.compile(
        rf"(?P<one>{_NAME})(?:政府|方面)?[和与](?P<other>{_NAME})(?=政府|两国|双方|关于|第|高级别|战略|之间|轮流|的)"
    ),
    re.compile(rf"由(?P<one>{_NAME})[和与](?P<other>{_NAME})"),
)
_ENDS = [
    "共和国",
    "王国",
    "联邦",
    "公国",
    "酋长国",
    "政府",
    "方",
    "和",
    "与",
    "及",
    "—",
    "–",
    "-",
    "·",
    "，",
    "。",
    "、",
    "；",
    "：",
    "）",
    "》",
    "在",
    "于",
    "的",
    "代表团",
    "双方",
    "两国",
    "轮流",
    "主办",
    "承诺",
    "同意",
    "举行",
    "访问",
    "部长",
    "外交",
    "内政",
    "公安",
    "交通",
    "国防",
    "司法",
    "财政",
    "卫生",
    "边境",
    "将",
    "首都",
    "关于",
]
_TWO_LETTERS = {
    "中": "CN", "美": "US", "加": "CA", "法": "FR", "英": "GB", "德": "DE", "日": "JP", "韩": "KR", "俄": "RU",
    "澳": "AU", "印": "IN", "越": "VN", "泰": "TH", "意": "IT", "西": "ES", "墨": "MX", "巴": "PK", "新": "NZ",
}  # fmt: skip
_SHORT_PAIR = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|"
    rf"(?<=[轮次届回期的在了]))(?P<one>[{''.join(_TWO_LETTERS)}])(?P<other>[{''.join(_TWO_LETTERS)}])(?!洲)(?=[^，。]{{0,24}}?{either(SERIES)})"
)
_FULL_NAMES = {
    "CN": ("中华人民共和国",),
    "US": ("美利坚合众国",),
    "RU": ("俄罗斯联邦",),
    "GB": ("大不列颠及北爱尔兰联合王国",),
    "FR": ("法兰西共和国",),
    "DE": ("德意志联邦共和国",),
    "KR": ("大韩民国",),
    "JP": ("日本国",),
}
_HEAD = 1500


def find_sides(layout: Layout, chaired: frozenset[str]) -> Sides:
    """Return the sides of a Chinese source: two as a rule, more where its title names more or more `chaired`."""
    plain = layout.text.plain
    title = layout.title()
    head = layout.words(title) if title else ""
    weights: Counter[str] = Counter()
    firsts: dict[str, tuple[State, int, int]] = {}
    for state, start, end in _mentions(plain):
        firsts.setdefault(state.name, (state, start, end))
        weights[state.name] += 1 + (start < _HEAD)
    letters = _letters({state for state, _, _ in firsts.values()})
    for state, start, end in _short_pair(plain, letters):
        firsts.setdefault(state.name, (state, start, end))
        weights[state.name] += 4
    titled = {state.name for state, _, _ in (*_mentions(head), *_short_pair(head, letters))} | chaired
    unknown: dict[str, int] = {}
    if len(titled) < 2:
        unknown = _unknown(plain, head)
        for name in unknown:
            weights[name] += 4 + plain.count(name)
            titled.add(name)
    named = [*firsts, *unknown]
    chosen = sorted(named, key=lambda name: (name not in titled, -weights[name], name))[
        : max(2, len(titled & set(named)))
    ]
    calls = {name: _called(firsts[name][0]) if name in firsts else (name,) for name in chosen}
    found = []
    for name in chosen:
        short = _abbreviation(calls[name][0], [calls[other][0] for other in chosen if other != name])
        guard = states.part_of_no_other(calls[name], _known()[0])
        pattern = re.compile(f"{guard}(?:{_before_side(short)}{either(calls[name])})")
        start, end = firsts[name][1:] if name in firsts else (unknown[name], unknown[name] + len(name))
        found.append(Names(name, _long_name(calls[name][0], plain), calls[name][0], pattern, start, end))
    return Sides(tuple(sorted(found, key=lambda side: side.start)))


def _unknown(plain: str, title: str) -> dict[str, int]:
    """Return the names, known to no table, that stand as a pair of parties do, and where each first stands."""
    for text in (title, plain[:_HEAD], plain):
        for pattern in _PAIRS:
            for match in pattern.finditer(text):
                one = _beginning(match["one"], plain)
                other = _ending(match["other"], plain)
                known = [states.by_name(name) is not None for name in (one, other)]
                if one != other and len(one) > 1 and len(other) > 1 and not all(known):
                    names = [name for name, is_known in zip((one, other), known, strict=True) if not is_known]
                    return {name: plain.find(name) for name in names}
    return {}


def _ending(run: str, plain: str) -> str:
    """Return the part of a run of characters that the text uses as a name: the longest after which one ends."""
    for length in range(len(run), 1, -1):
        name = run[:length]
        if any(f"{name}{end}" in plain for end in _ENDS):
            return name
    return run


def _beginning(run: str, plain: str) -> str:
    """Return the part of a run with which it ends that stands elsewhere too, after no other character of a name."""
    for first in range(len(run) - 1):
        name = run[first:]
        if re.search(rf"(?:^|[^{_SOUNDS}])(?:{re.escape(name)})", plain):
            return name
    return run


def _abbreviation(name: str, others: list[str]) -> list[str]:
    """Return the beginnings of a name that stand for it before 方; those of both sides stand for neither."""
    own = [name[:length] for length in range(1, len(name) + 1)]
    return [re.escape(short) for short in own if not any(other.startswith(short) for other in others)]


def _before_side(short: list[str]) -> str:
    """Return the pattern, with its “or”, of a name or an abbreviation of it before 方; empty where there is none."""
    return f"(?<!同)(?:{'|'.join(short)})方(?!面|式|法|案|向|便|能|可)|" if short else ""


def _long_name(name: str, plain: str) -> str:
    match = re.search(rf"{re.escape(name)}{_FORM}", plain)
    return match.group() if match else ""


def _mentions(text: str) -> Iterator[tuple[State, int, int]]:
    named, pattern = _known()
    for match in pattern.finditer(text):
        yield named[match.group()], match.start(), match.end()


def _letters(named: set[State]) -> dict[str, State]:
    """Return for which state a letter stands: another than as a rule where a text names that one alone in full."""
    by_code = {state.code: state for state in states.all_states()}
    letters = {letter: by_code[code] for letter, code in _TWO_LETTERS.items()}
    for letter, state in letters.items():
        others = [other for other in named if other.chinese.name.startswith(letter)]
        letters[letter] = others[0] if len(others) == 1 else state
    return letters


def _short_pair(text: str, letters: dict[str, State]) -> Iterator[tuple[State, int, int]]:
    """Yield the two states of “中加高级别……对话”."""
    known = _known()[1]
    for match in _SHORT_PAIR.finditer(text):
        if known.match(text, match.start()):
            continue
        for group in ("one", "other"):
            yield letters[match[group]], match.start(group), match.end(group)


@cache
def _known() -> tuple[dict[str, State], re.Pattern[str]]:
    named: dict[str, State] = {}
    for state in states.all_states():
        for name in _called(state):
            if len(name) > 1:
                named.setdefault(name, state)
    return named, re.compile(either(tuple(named)))


def _called(state: State) -> tuple[str, ...]:
    return tuple(dict.fromkeys((state.chinese.name, *_FULL_NAMES.get(state.code, ()), *state.chinese.adjectives)))
