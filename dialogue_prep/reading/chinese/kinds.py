"""What sort of undertaking a Chinese clause is, and a short phrase for what is to be done."""

from __future__ import annotations

import re

from dialogue_prep.domain.commitment import CommitmentKind
from dialogue_prep.reading.chinese.phrases import main_verb, meets, negates, without_matter
from dialogue_prep.reading.chinese.words import COUNT, GOING_ON, NUMBER, RESTRAINTS, TALKS, either

_MEETING = r"(?:对话|会议|磋商|会晤|会谈|论坛|峰会|年会|例会|委员会)"
_SCHEDULING = re.compile(
    rf"(?:举行|召开|举办|主办|承办)(?:[^，；。]{{0,20}}?(?:下一?{COUNT}|下次|"
    rf"第{NUMBER}{COUNT}|例行|定期|年度))[^，；。]{{0,16}}?{_MEETING}?|"
    rf"(?:每[年月周]|每半年|每两年|每季度|定期)[^，；。]{{0,16}}?(?:会晤|会面|碰头|(?:举行|"
    rf"召开)[^，；。]{{0,16}}?{_MEETING})"
)
_BY_WHEN = re.compile(
    rf"(?:在|于)?(?:下一?|第{NUMBER}){COUNT}[^，；。]{{0,8}}?{_MEETING}(?:期间|"
    rf"前|之前|上|时|举行前|召开前)"
)
_TALK = re.compile(
    rf"^(?:继续|进一步|就[^，；。]{{1,40}}?|保持|开展|进行|启动|加强|深入|共同|适时|尽快|"
    rf"对[^，；。]{{1,30}}?|与[^，；。]{{1,16}}?|积极|定期|在[^，；。]{{1,20}}?)*{either(TALKS)}"
)
_TALK_AT_END = re.compile(
    r"就[^，；。]{1,60}?(?:保持|继续|开展|进行|启动|加强)?[^，；。]{0,6}(?:举行|展开)?(?:磋商|讨论|对话|协商|谈判|商谈|探讨|研究)$"
)
_DELIVERED = re.compile(r"^(?:提高|增加|减少|扩大|完善|优化)[^，；。]{0,14}?(?:至|到)?\d+")
_COOPERATION = re.compile(
    r"(?:继续|进一步|将|共同|积极)*(?:开展|进行|保持)[^，；。]{0,12}(?:合作|协作|交流|协调|沟通|往来)$"
)
_MEASURES = re.compile(
    rf"(?:继续|进一步|将|共同)*采取[^，；。]{{0,10}}(?:措施|举措|行动|"
    rf"步骤)[^，；。]{{0,6}}{either(GOING_ON)}"
)
# What only gives examples; with a “not” or a deadline in it, it stays.
_TAIL = re.compile(r"[，；](?:包括|特别是|尤其|如|例如)(?![^。]*(?:[不勿]|\d|年|月底|之?前))")
_SOFT_LEAD = re.compile(r"^(?:将|会|应|须|努力|力争|争取|尽力|考虑)+")
_HELD = re.compile(
    r"^(?P<what>[^，；。]{1,40}?)(?:将|应|拟|预计|同意)?(?P<when>(?:定?于|在|"
    r"由)[^，；。]{1,40}?)(?:举行|召开|举办|主办)$"
)


def kind_of(clause: str, doing: str) -> CommitmentKind:
    """Return the kind of an undertaking from its whole clause and from what is to be done (verb first)."""
    told = _BY_WHEN.sub("届时", clause)
    if meets(told) or _SCHEDULING.search(told):
        return CommitmentKind.SCHEDULING
    # “在第五轮对话上签署”: where it is signed is no talk.
    bare = _SOFT_LEAD.sub("", _BY_WHEN.sub("届时", doing))
    if _TALK.match(bare) or _TALK_AT_END.search(doing):
        return CommitmentKind.DISCUSSION
    if negates(doing) or main_verb(doing) in RESTRAINTS:
        return CommitmentKind.NORM
    bare = without_matter(bare)
    if _COOPERATION.match(bare) or _MEASURES.match(bare):
        return CommitmentKind.CONTINUING
    if main_verb(bare) in GOING_ON and not _DELIVERED.match(bare):
        return CommitmentKind.CONTINUING
    if clause.startswith(("努力", "双方将努力", "双方努力")) or re.match(r"继续|保持", bare):
        return CommitmentKind.CONTINUING
    return CommitmentKind.ACTION


def short_action(doing: str) -> str:
    """Return a short but whole phrase for what is to be done; `doing` begins with its verb, or with its subject."""
    kept = doing.strip().rstrip("。；，,;. ")
    if held := _HELD.match(kept):
        kept = f"{held['when']}举行{held['what']}"
    tail = _TAIL.search(kept)
    if tail and tail.start() >= 4:
        kept = kept[: tail.start()]
    return kept
