"""Parts of Chinese segments: who acts, with which verb, and where verb phrases are coordinated within one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from dialogue_prep.domain.commitment import Strength
from dialogue_prep.reading.chinese.words import (
    COUNT,
    DEEDS,
    GOING_ON,
    NUMBER,
    PARTY_NOUNS,
    RESTRAINTS,
    TALKS,
    TELLING,
    either,
)
from dialogue_prep.reading.sides import Names, Sides


class Mode(Enum):
    """What the verb of a segment says: that something is undertaken, or told; or that a party does something."""

    UNDERTAKES = auto()
    TELLS = auto()


@dataclass(frozen=True, slots=True)
class Head:
    """The verb of a segment: what it says, how firmly, where it begins, and where what comes after it does."""

    mode: Mode
    strength: Strength
    start: int
    end: int


_LEAD = re.compile(
    r"(?:(?:并且|并|且|以及|同时|此外|另外|为此|对此|据此|会上|会议期间|其中|而|但|还|也|再|进而|"
    r"双方还|,|\s)(?!存|列|行|非|能|将))*"
)
_OF_ALL = r"(?:任何一方|双方|各方|两国|我们|我方|两位|两部|两军|部长们|部长|与会各方|与会者|会议|本届会议)"
# A noun phrase of a party: nothing in it but what says whose and which body.
_BODY = either(PARTY_NOUNS)
_OWN = (
    r"(?:各自|相关|有关|主管|高级|执法|司法|外交|安全|国防|海关|边境|经贸|商务|交通|能源|卫生|教育|科技|"
    r"环境|农业|网络|警务|移民|文化|旅游|民航|海事|金融|税务|情报|检察|技术|牵头|的|和|、)*"
)
# Any institution, told by the end of its name; no verb stands in it. 全部 and 格局 are none.
_INSTITUTION = (
    rf"(?:(?!{either(tuple(word for word in TELLING if len(word) > 1))}|"
    r"将|同意|商定|承诺|决定|责成|指示|委托|授权|应(?!急|用)|对(?!外)|[就在向为了驻])"
    r"[\u4e00-\u9fff、]){1,40}?(?:(?<![全内外干东南西北])部|(?<![格布结僵大全])局|(?<!部)署|厅|院|司(?<!公司)|"
    r"队|中心|当局|海关|银行|委员会|理事会|议会|协会|办公室|办事处|秘书处|部门|机构|机关)(?!以?及|[和与、])"
)
# Of what may lead to a verb a few are read: each may hold any words, and many could be parted in countless ways.
_MOST_LEADING = 3
_ADVERB_WORDS = (
    r"(?:一致|还|也|均|都|共同|再次|进一步|同时|愿意?共同|经协商|协商|原则上?|已|现|特此|高度|分别|"
    r"今后|另|明确|郑重|各自|一道|并|就此|对此|为此|，|,)*?"
)
_ADVERB = (
    rf"{_ADVERB_WORDS}(?:(?:"
    r"(?:就|在|于|对|与|根据|按照|为|以|从|本着|围绕|基于|向|自|至|经|通过)[^，；：。]{1,45}?|"
    r"\d{4}年[^，；：。]{0,12}?|今年[^，；：。]{0,6}?|明年[^，；：。]{0,6}?)"
    rf"{_ADVERB_WORDS}){{0,{_MOST_LEADING}}}?"
)
_FIRM = (
    "达成(?:以下|如下|下列|几点|若干|多项|重要)*(?:一致|共识)(?:意见)?(?:如下)?$|表示(?:同意)?将(?!继续本着)|同意|商定|决定|承诺|议定|约定|保证|确定|达成一致|达成共识|责成|指示|委托|授权|宣布将|宣布|将会|将|"
    "应当|应|须|必须|不得|不会|同意将|赞成"
)
_SOFT = (
    "将?努力|将?力争|将?争取|将?尽力|将?考虑|拟|计划|打算|表示有意|表示愿意?|有意愿?|愿意|愿|准备|表示拟|"
    "表示计划|表示打算|希望能?(?=在\\d)"
)
_UNDERTAKES = re.compile(rf"{_ADVERB}(?:(?P<soft>{_SOFT})|(?P<firm>{_FIRM}))")
_TELLS = re.compile(rf"{_ADVERB}(?P<telling>{either(TELLING)})")
_REAFFIRMS = re.compile(rf"{_ADVERB}(?P<again>重申|再次确认)[^，；。]{{0,12}}?(?:将|承诺)")
_BINDS = re.compile(r"每[年月周季半]|定期|\d|年底|之前|以前|[一二三四五六七八九十两]次")
_PERMITS = re.compile(
    r"(?:将|应)?(?:可|可以|能够?|可能|需要?|使|让|令|有助于|有利于|是|为|成为|构成|具有|导致|带来)(?![^，]{0,6}便)"
)
_VERB = either((*DEEDS, *GOING_ON, *TALKS, *RESTRAINTS))
# Those that are nouns as often as verbs do not part a phrase alone.
_SURE = either(
    tuple(
        word
        for word in (
            *DEEDS,
            "加强",
            "深化",
            "扩大",
            "拓展",
            "推动",
            "推进",
            "促进",
            "继续",
            "完善",
            "增进",
            "提升",
            "提高",
            "强化",
            "密切",
            "打击",
            "维护",
            "确保",
            "加快",
            "加大",
            "鼓励",
            "避免",
            "遵守",
            "探讨",
            "支持",
        )
        if word
        not in (
            "培训",
            "投资",
            "测试",
            "检查",
            "审查",
            "评估",
            "安全",
            "联合",
            "统一",
            "更新",
            "保存",
            "访问",
            "登记",
            "备案",
            "设计",
            "建设",
            "组织",
            "限制",
            "保障",
            "处理",
            "调整",
            "补充",
            "没收",
            "参与",
            "试点",
            "停止",
            "参加",
            "执行",
            "实施",
            "转移",
            "翻译",
        )
    )
)
_HOW_WORDS = (
    r"(?:将|应|须|会|要|能|依法|依规|继续|进一步|共同|积极|及时|定期|加快|尽快|尽早|适时|切实|联合|相互|互相|"
    r"不断|全面|深入|逐步|努力|持续|有效|大力|严格|充分|认真|充分|主动|各|各自|分别|首先|一道|再|另|"
    r"也|还|不|不再|不得|均不|绝不|每半年|每两年|每季度|年内|年底前)*?"
)
_HOW = (
    rf"{_HOW_WORDS}(?:(?:未经[^，]{{1,12}}?|每[年月周天季][^，；]{{0,6}}?|"
    r"(?:在|于|就|与|同|向|对|为|把|将|自|从|由|通过|以|按|根据|按照|围绕|本着|利用|"
    r"针对)[^，；。]{1,40}?|至?(?:迟)?\d{4}年[^，；。]{0,14}?|今年[^，；。]{0,8}?|明年[^，；。]{0,8}?)"
    rf"{_HOW_WORDS}){{0,{_MOST_LEADING}}}?"
)
_PHRASE = re.compile(rf"{_HOW}(?P<verb>{_VERB})")
_NEGATED = re.compile(
    r"(?:均|绝|都|也|各方|任何一方均?|将|应)*(?:不得|不会|不再|不将|不予|不应|不对|不向|不采取|不使用|"
    r"不从事|不参与|不支持|不进行|不签发|不[^断同仅久少过足良迟晚])|未经|互不|严禁|禁止"
)
_ATTACHES = re.compile(
    r"(?:包括|特别是|尤其是|尤其|以便|以期|以使|以利|以确保|以促进|以推动|以加强|以更好|以应对|旨在|"
    r"从而|为[^，]{2,30}(?:作出|做出|创造|提供|奠定|注入|打下)|确保[^，]{0,20}(?:到位|落地|实效)$|"
    r"其中|例如|如|诸如|即|直至|"
    r"以(?=[\u4e00-\u9fff]{1,2}(?:提高|促进|推动|加强|确保|维护|应对|支持|实现|便利))|以(?=提高|促进|"
    r"推动|加强|确保|维护|应对|支持|实现|便利|防止|避免|减少|增进|保障|满足)|负责|使|让|助力|为此目的|"
    r"除[^，]+外$|除外|费用|期限|期间|条件是|前提是|涵盖|涉及|重点是|重点|覆盖|轮流|地点|时间)"
)
_EXAMPLES = re.compile(r"包括|特别是|尤其|例如|诸如|如")
_AHEAD = re.compile(r"将|应(?!邀)|拟|定于|计划|预计|商定|同意|决定")
_MEETS = re.compile(
    rf"(?:(?:下一?|第{NUMBER}){COUNT}|下次|下届|"
    rf"首{COUNT})[^，；。]{{0,30}}?(?:将|应|拟|预计)?(?:于|在|由|定于|轮流)?[^，；。]{{0,30}}?(?:举行|"
    rf"召开|举办|主办|承办)"
)
_FREQUENT = re.compile(
    r"(?:每[年月周]|每半年|每两年|每季度|定期)[^，；。]{0,12}?(?:会晤|会面|举行|召开|会商|轮流|碰头|开会|联络)"
)
_BY_PARTY = re.compile(r"(?:将|应|须)由(?P<who>[^，；。]{2,30}?)(?:共同|联合|负责|分别|牵头|统一)*(?=" + _VERB + ")")
# “就……进行”: what stands between is one matter, whatever verbs are in it.
_ON_MATTER = re.compile(
    r"(?:继续|进一步|将|共同|积极|适时|尽快)*(?:就|围绕)[^，；。]{1,80}?"
    r"(?:进行|开展|加强|保持|展开|深化|达成|密切|交换|作出|采取|推进|寻求|举行|磋商|讨论|谈判|保持)"
)
_ONE_MATTER = re.compile(r"关于|有关|利用|用于|旨在")
_COORDINATES = re.compile(rf"(?P<joint>并|和|及|以及|、|且)(?={_HOW}(?P<verb>{_SURE}))")
_OBJECT = re.compile(r"[\u4e00-\u9fff¤A-Za-z\d]{2,}")


def lead_in(segment: str) -> int:
    """Return how long the words are that only join a segment to what stands before it."""
    match = _LEAD.match(segment)
    return match.end() if match else 0


def subject_of(segment: str, sides: Sides) -> int:
    """Return where the subject ends with which a segment begins, if it is a party; 0 where none does."""
    match = next(filter(None, (pattern.match(segment) for pattern in _subjects(sides.names))), None)
    return match.end() if match else 0


@lru_cache(maxsize=32)
def _subjects(names: tuple[Names, ...]) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a subject: an institution of a side that acts, a side, and a body alone that acts."""
    own = "|".join([*(side.pattern.pattern for side in names), _OF_ALL])
    own = f"(?:{own})"
    named = (
        rf"{own}(?:(?:和|与|及){own})?(?:的|各自|有关|相关|主管|高级)*(?:{_OWN}{_BODY})?"
        rf"(?:(?:和|与|及|、){own}?{_OWN}{_BODY})*"
    )
    acts = rf"{_ADVERB}(?:{_SOFT}|{_FIRM}|{either(TELLING)})"
    body = rf"{own}(?:的)?{_INSTITUTION}(?={acts})"
    alone = rf"(?:各自)?{_OWN}{_BODY}(?:(?:和|、){_OWN}{_BODY})*(?={acts})"
    return re.compile(body), re.compile(named), re.compile(alone)


def head_of(segment: str, begin: int) -> Head | None:
    """Return the verb that undertakes or tells with which what stands at an offset begins; None for any other verb."""
    tells, undertakes = _TELLS.match(segment, begin), _UNDERTAKES.match(segment, begin)
    again = _REAFFIRMS.match(segment, begin)
    if again is not None and _BINDS.search(segment, again.end()):
        return Head(Mode.UNDERTAKES, Strength.SOFT, again.start("again"), again.end())
    if undertakes is not None and (
        tells is None
        or undertakes.end() <= tells.end()
        or (undertakes["soft"] or undertakes["firm"]).startswith("表示")
    ):
        start = undertakes.start("soft" if undertakes["soft"] else "firm")
        if _PERMITS.match(segment, start) and not undertakes["soft"]:
            return Head(Mode.TELLS, Strength.FIRM, start, undertakes.end())
        strength = Strength.SOFT if undertakes["soft"] else Strength.FIRM
        # What is not to be done begins with its “not”.
        end = start if undertakes["firm"] in ("不得", "不会") else undertakes.end()
        return Head(Mode.UNDERTAKES, strength, start, end)
    return Head(Mode.TELLS, Strength.FIRM, tells.start("telling"), tells.end()) if tells is not None else None


def head_after(segment: str, begin: int) -> Head | None:
    """Return the verb that undertakes or tells behind one that undertakes; None where what is done comes before it."""
    head, phrase = head_of(segment, begin), _PHRASE.match(segment, begin)
    # “将向对方提供支持”: 支持 is what is provided, and tells nothing.
    return None if head is not None and phrase is not None and phrase.start("verb") < head.start else head


def is_verb_phrase(segment: str) -> bool:
    """Say whether a segment is a verb phrase: adverbs, then a verb, or a restraint."""
    return _PHRASE.match(segment) is not None or _NEGATED.match(segment) is not None


def without_matter(phrase: str) -> str:
    """Return a verb phrase without the “就……” before its verb."""
    match = _ON_MATTER.match(phrase)
    return re.sub(r"(?:就|围绕)[^，；。]*(?=..$)", "", match.group()) + phrase[match.end() :] if match else phrase


def main_verb(phrase: str) -> str:
    """Return the verb of a verb phrase; empty where there is none."""
    match = _PHRASE.match(phrase)
    return match["verb"] if match else ""


def attaches(segment: str) -> bool:
    """Say whether a segment goes with the verb phrase before it: its means, examples or purpose."""
    return _ATTACHES.match(segment) is not None


def gives_examples(segment: str) -> bool:
    """Say whether a segment begins to give examples of the verb phrase before it."""
    return _EXAMPLES.match(segment) is not None


def meets(segment: str) -> bool:
    """Say whether a segment says that a meeting of a number, or the next one, will be held."""
    return _MEETS.search(segment) is not None and _AHEAD.search(segment) is not None


def meets_often(segment: str) -> bool:
    """Say whether a segment says how often people meet."""
    return _FREQUENT.search(segment) is not None


def done_by(segment: str) -> str:
    """Return by whom something “将由……编写”; empty where a segment says no such thing."""
    match = _BY_PARTY.search(segment)
    return match["who"] if match else ""


def negates(phrase: str) -> bool:
    """Say whether a phrase is a restraint."""
    return _NEGATED.search(phrase) is not None


def split_phrases(segment: str, begin: int) -> list[tuple[int, int]]:
    """Return the offsets of the verb phrases that 、, 和 and 并 join; each has an object of its own."""
    first = _ON_MATTER.match(segment, begin) or _PHRASE.match(segment, begin)
    if first is None:
        return [(begin, len(segment))]
    begins, stops, verb_end = [begin], [], first.end()
    for match in _COORDINATES.finditer(segment, first.end()):
        done = segment[verb_end : match.start()]
        rest = segment[match.end("verb") :]
        if match.start() < verb_end or _ONE_MATTER.search(done) or not _OBJECT.search(done) or not _OBJECT.match(rest):
            continue
        if match["joint"] == "、" and not _PHRASE.match(segment, match.end()):
            continue
        stops.append(match.start())
        begins.append(match.end())
        verb_end = match.end("verb")
    return list(zip(begins, [*stops, len(segment)], strict=True))
