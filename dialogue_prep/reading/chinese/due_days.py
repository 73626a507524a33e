"""By which day something is to be done, in a Chinese source: 9月30日前 is up to that day, 9月前 before its first."""

from __future__ import annotations

import re

from dialogue_prep.reading.chinese.days import YEAR, days_in, year_of
from dialogue_prep.reading.chinese.numbers import number_of
from dialogue_prep.reading.due_days import DueWords

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})"
# Behind a day, of papers that were issued before it.
_OF_THINGS = r"(?![\u4e00-\u9fff]{2}的)"
CHINESE_DUE_WORDS = DueWords(
    days_in=days_in,
    period=re.compile(
        rf"(?:(?:(?P<year>{YEAR})\s?年|(?P<this>今年|本年|(?<![\d年])年(?=[底末]))|(?P<next>明年))"
        rf"(?:(?P<month>{_NUMBER})\s?月(?!\s?{_NUMBER}\s?日)|第?(?P<ordinal>[上下一二三四1-4])"
        rf"(?:(?P<half>半年)|个?(?P<quarter>季度)))?|(?<!年)(?<!\d)(?P<coming>{_NUMBER})\s?月(?!\s?{_NUMBER}\s?日))(?P<mid>中旬)?"
    ),
    by=re.compile(r"(?:不(?:得)?[迟晚]于|最[迟晚](?:于|在|不[迟晚]于)?|至迟(?:于|在)?)$"),
    before=re.compile(r"(?!)"),
    by_after=re.compile(rf"(?:(?<=日)|[年月]?(?:底|末)|(?:年内)?结束)[之以]?前{_OF_THINGS}"),
    before_after=re.compile(rf"(?<!日)[之以]?前{_OF_THINGS}"),
    of_things=re.compile(r"(?!)"),
    within=re.compile(
        r"(?:(?![每各]).)*?(?P<limit>(?:(?:自|在|于)?(?:本[轮次届](?:会议|对话|磋商|会谈)|会)(?:结束|召开|之日)?[后起]|"
        r"(?<![\d一二三四五六七八九十百两第后起的]))(?:未来|今后)?"
        r"(?P<count>\d{1,2}|[一二三四五六七八九十两]{1,3})(?:个(?P<months>月)|(?P<years>年)|(?P<weeks>周|个星期))[之以]?内)"
    ),
    counted=lambda said: number_of(said) or 0,
    number=lambda said: {"上": 1, "下": 2}.get(said) or number_of(said) or 0,
    year=year_of,
)
