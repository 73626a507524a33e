"""Terms of reference in Chinese: the words of their headings and clauses."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogue_prep.domain.dialogue import Cadence
from dialogue_prep.reading.chinese.enumeration import listed
from dialogue_prep.reading.chinese.segments import sentences
from dialogue_prep.reading.chinese.words import OFFICES, SERIES, TERMS, either
from dialogue_prep.reading.extract import Extract, FoundCoChair
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.sides import Sides
from dialogue_prep.reading.terms_by_words import TermsWords, is_terms
from dialogue_prep.reading.terms_by_words import read_terms as read_by_words
from dialogue_prep.reading.told import told

NAMED = re.compile(either(TERMS))
_OFFICE = either(OFFICES)
_CHAIRS = re.compile("主席|主持")
# “甲方由外交部副部长担任主席”.
_CHAIR = re.compile(
    rf"(?P<whose>[^，。；：]{{1,16}}?(?:方|代表团))(?:的?(?:共同)?主席)?(?:由|为|是|：)"
    rf"(?P<office>[^，。；：]{{1,40}}?{_OFFICE})(?:担任|出任|任|主持|[，。；]|$)"
)
_ENTITIES = r"(?:参与部门|参加单位|参加部门|参与单位|参与机构|成员单位|成员部门|参加机构|组成部门|参与方)"
# Those who meet and the paper itself have a short name too.
_NO_DIALOGUE = rf"(?:[^”》（）()]{{0,6}}(?:方|两国|国家|政府|代表团|成员|部)|本?(?:文件|{either(TERMS)}))"
WORDS = TermsWords(
    kind=NAMED,
    series=re.compile(either(SERIES)),
    designation=re.compile(r"名称|定名|称谓"),
    purpose=re.compile(r"宗旨|目的|定位|性质"),
    topics=re.compile(r"议题|议程|主题|内容|领域|范围$"),
    mechanisms=re.compile(r"机制|关系|渠道|衔接"),
    objectives=re.compile(r"目标|任务|优先事项|重点工作"),
    called=re.compile(r"(?:称为|定名为|命名为|名称为|设立|建立|全称为?)(?:的机制)?[“《](?P<name>[^”》]{4,60})[”》]"),
    in_title=re.compile(rf"^(?P<name>\S{{4,60}}?)(?:的)?{either(TERMS)}$"),
    short=re.compile(
        r"[（(](?:以下|下)?简?称(?:为)?[“《]?" rf"(?!{_NO_DIALOGUE}[”》）)])(?P<name>[^”》（）()]{{2,20}})[”》]?[）)]"
    ),
    chaired=re.compile(
        rf"(?:(?P<chairs>主席(?:分别)?(?:由|为|是|：))|由|(?<![\u4e00-\u9fff]))(?P<one>[^由，。；\s]{{1,60}}?{_OFFICE})(?:和|与|及)"
        rf"(?P<other>[^，。；]{{1,60}}?{_OFFICE})(?:(?:共同|分别|联合)(?:主持|担任)|担任[^，。；]{{0,8}}共同主席|"
        r"(?(chairs)(?:担任|[，。；])|(?!)))"
    ),
    entities=re.compile(
        rf"(?:[^。；]{{0,24}}?(?:{_ENTITIES})(?:为|包括|有|是|：)|[^，。；：]{{1,12}}(?:方面?|代表团)(?:为|包括|：))"
        r"(?![^。；]{0,40}(?:部长|司长|大使|主任|局长))(?P<listed>[^。；]+)"
    ),
    side_line=re.compile(rf"[^，。；]{{0,20}}?(?:{_ENTITIES}|方|代表团)(?:为|包括|如下)?[：:]?$"),
    article=re.compile(r"(?:甲|乙)方(?=：)"),
    follows=re.compile(
        r"(?:以下|下列|包括|主要讨论|主要涉及|涵盖|议题为|致力于|如下)(?:议题|问题|领域|方面|内容|目标)?[：:]?"
    ),
    meets=re.compile(r"举行|召开|会议|会晤|主办|举办|对话|承办"),
    cadences=(
        (re.compile(r"每半年|每年(?:举行|召开|举办)?(?:两|二|2)次|半年一次"), Cadence.TWICE_A_YEAR),
        (re.compile(r"每(?:两|二|2|隔一)年|两年一次|隔年"), Cadence.EVERY_TWO_YEARS),
        (re.compile(r"每年|年度|一年一次|一年一度"), Cadence.ANNUAL),
    ),
    alternate=re.compile(r"轮流|轮值|交替"),
    topics_open=re.compile(
        r"(?:可|经)[^。；]{0,30}?(?:增加|增列|补充|讨论|纳入|提出)[^。；]{0,10}?(?:其他|新的?|其它|"
        r"额外|更多)[^。；]{0,6}?(?:议题|问题|事项|内容)|(?:其他|新)(?:议题|问题)[^。；]{0,16}?可"
    ),
    subgroups=re.compile(
        r"[^。]*(?:设立|成立|召开|建立|组建)[^。；]{0,16}?(?:分组|工作小组|小组|工作组|分委会|专家组|专题组)"
    ),
    participation=re.compile(r"(?=[^。]*(?:出席|参加|代表))[^。]*(?:副职|指定|负责人|官员|代表)"),
    guidance=re.compile(r"[^。]*(?:请示|寻求|请求|提请|征求|听取)[^。；]{0,30}?(?:指导|指示|意见|决定)"),
    sentences=sentences,
    listed=listed,
)


def read_terms(found: Extract, layout: Layout, sides: Sides) -> Extract:
    """Return an extract filled with what Chinese terms of reference say."""
    read = read_by_words(WORDS, found, layout, sides)
    return replace(read, co_chairs=_chairs_by_side(layout, sides) or read.co_chairs)


def _chairs_by_side(layout: Layout, sides: Sides) -> tuple[FoundCoChair, ...]:
    """Return the offices of a sentence that says side by side who chairs; empty where it leaves a side out."""
    for start, end in told(layout):
        found: dict[str, FoundCoChair] = {}
        for match in _CHAIR.finditer(layout.plain, start, end):
            side = sides.only_side(match["whose"])
            if side is not None and _CHAIRS.search(layout.plain, start, end):
                place = match.span("office")
                found.setdefault(
                    side,
                    FoundCoChair(name=None, office=layout.text.said(*place), side=side, span=layout.text.span(*place)),
                )
        if len(found) > 1:
            return tuple(found.values())
    return ()


def are_terms(layout: Layout) -> bool:
    """Say whether a source is terms of reference."""
    return is_terms(layout, NAMED, (WORDS.designation, WORDS.purpose, WORDS.topics, WORDS.mechanisms, WORDS.objectives))
