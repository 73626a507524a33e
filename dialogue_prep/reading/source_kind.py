"""What sort of source a text is: a joint record, terms of reference, or something else."""

from __future__ import annotations

import re
from itertools import takewhile

from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.english import SERIES_WORD
from dialogue_prep.reading.layout import Block, BlockKind, Layout
from dialogue_prep.reading.states import mentions

_TERMS = re.compile(r"\bterms\s+of\s+reference\b", re.IGNORECASE)
_TERMS_HEADING = re.compile(
    r"^\W*(?:(?:[IVX]+|[A-Z]|\d+|\([a-z]\))[.)]?\s+)?(?:designation|name of|purpose|mandate|objectives?|"
    r"composition|membership|organi[sz]ation|structure|topics|scope|functions|"
    r"responsibilities|meetings|frequency|chair|co-chairs|secretariat|participation|participants|reporting|"
    r"amendments?|duration|review|working methods|decision[- ]making|funding)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\bjoint\b|\bcommuniqu[eé]|\bkommuniké|\breadout\b|\bagreed minutes\b|\brecord of\b|\bstatement\s(?:of|on|by|"
    r"from)\b|\boutcomes?\b|\bsummary of\b|\bchairs?'?s?'? (?:statement|summary)\b|\bfact sheet\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:the (?:two|both|three|four) (?:sides|countries|governments|delegations|parties|leaders|ministers)|both "
    r"(?:sides|countries|governments|delegations|parties)|co-?chaired|participants|"
    r"the (?:sides|parties|ministers|delegations|leaders)|we|they|held|met|reconvened)\b",
    re.IGNORECASE,
)
# One person's words in inverted commas, told as “... said”: a press release of one side about a meeting.
_QUOTED_SPEECH = re.compile(
    r"[”\"'’,]\s*(?:[A-Z][\w.'’-]*\s){1,4}(?:said|says|added|told)\b|\b(?:said|says|added)\s*[:,]?\s*[“\"]|\bsaid "
    r"the (?:meeting|agreement|talks)\b"
)
_I = re.compile(r"(?<!\w)I(?:'m|'ve|'d|'ll)?\s(?=[a-z])")
# One voice speaks to an audience, or several speak by turns.
_ADDRESS = re.compile(
    r"\b(?:Excellencies|[Ll]adies and gentlemen|(?:[Dd]istinguished|[Dd]ear) (?:guests|colleagues|friends|delegates|"
    r"members)|"
    r"thank you for your attention|Dear (?:Mr|Mrs|Ms|Madam|Sir|Minister|President|Prime)|(?:highest|"
    r"high) consideration|"
    r"Good (?:morning|afternoon|evening),|it is (?:a great |an? )?(?:honou?r|pleasure|"
    r"privilege) to)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"(?:^|\n)\s*(?:Q(?:UESTION)?|A(?:NSWER)?|(?:(?:Mr|Mrs|Ms|Dr|The)\.?\s)?[A-Z][A-Z.'’ -]{5,50})\s?:\s+(?=[A-Z])"
)
# How those report who were not at the table.
_REPORTER = re.compile(
    r"\b(?:told (?:reporters|journalists|a (?:news|press) (?:conference|briefing)|\w+ (?:news|television|radio))|"
    r"according to (?:\w+ )?(?:officials?|sources?|diplomats?|people|reports?)|analysts?|observers say|critics|"
    r"declined to comment|"
    r"(?:asked|spoke|speaking) (?:not to be named|on condition of anonymity)|correspondent|by our \w+|"
    r"(?:he|she|they|officials|who) (?:said|added|told)|sources? said|"
    r"(?:source|ministry|spokes\w+|officials?|aides?)\b[^.\n]{0,40}?\b(?:said|added|confirmed on|told)|(?:News|"
    r"Press) Agency\))\b",
    re.IGNORECASE,
)
# Words of the head of a text that one side speaks alone, or that tells of what is yet to come.
_ONE_VOICE = re.compile(
    r"^\W*(?:media|press) advisory\b|\bnotice to (?:the )?(?:media|editors|press)\b|\b(?:press|news) conference\b|"
    r"\btranscript\b|"
    r"\binterview\b|\bop-?ed\b|\b(?:speech|address|keynote|lecture|toast|opinion|article) (?:by|of|to|at)\b|"
    r"\b(?:opening |closing |press |joint press )?remarks (?:by|of|to|at|with)\b|\bquestions? and answers?\b|"
    r"\breadout of\b.{3,80}?'s?\s(?:\w+\s){0,2}?(?:meeting|call|conversation|visit|trip|talks|bilateral)\b|"
    r"\b(?:travels?|travel) to\b|\bto (?:visit|travel to|host|attend)\b",
    re.IGNORECASE,
)
# How papers begin that prepare a meeting or follow it up: they tell of what was agreed, and agree on nothing.
_PREPARES = re.compile(
    r"^\W*(?:(?:provisional|annotated|draft|tentative|revised)\s+)*(?:agenda|speaking (?:notes|points)|talking points|"
    r"notes? verbale|(?:topic|steering|meeting) briefs?|briefs? (?:for|on)|briefing (?:book|notes?)|scenario note|"
    r"biographies|(?:report|update) on (?:the )?commitments|(?:list of )?delegations? (?:to|of|list)|"
    r"list of (?:delegates|participants)|hosting schedule|seating plan|administrative note|"
    r"(?:hosts?|guests?)[’']? checklist)\b",
    re.IGNORECASE,
)
_RECORD = re.compile(r"\bjoint (?!press conference|press remarks)|\bcommuniqu|\bagreed minutes\b", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:met|held|co-?chaired|convened|hosted|gathered|concluded|we|both sides|the two sides)\b", re.IGNORECASE
)
_TOLD_BY_OTHERS, _SPEAKERS, _OWN_WORDS = 2, 2, 4
_FACTS = re.compile(r"\bfact ?sheet\b", re.IGNORECASE)
_HEAD_OF_FACTS = 1500


def kind_of_source(layout: Layout) -> SourceKind:
    """Return the kind, by how a text names itself and by how it speaks."""
    if _is_terms(layout):
        return SourceKind.TERMS_OF_REFERENCE
    words = layout.plain
    spoken = len(_QUOTED_SPEECH.findall(words))
    if _is_one_voice(layout, spoken):
        return SourceKind.OTHER
    named_joint = any(_JOINT.search(layout.words(block)) for block in _head(layout)) or _names_series(layout)
    told = named_joint or (not spoken and _MEETING.search(words) is not None)
    return SourceKind.JOINT_RECORD if told else SourceKind.OTHER


def _is_one_voice(layout: Layout, spoken: int) -> bool:
    """Say whether a text is one side's, or nobody's at the table: remarks, a report, a brief for a meeting."""
    words, head = layout.plain, [layout.words(block).strip() for block in _head(layout)]
    if spoken + len(_REPORTER.findall(words)) >= _TOLD_BY_OTHERS or len(_SPEAKER.findall(words)) >= _SPEAKERS:
        return True
    if any(_PREPARES.match(line) for line in takewhile(lambda line: not _JOINT.search(line), head[:3])):
        return True
    own = len(_I.findall(words))
    if own >= _OWN_WORDS or (own and _ADDRESS.search(words)):
        return True
    if any(_FACTS.search(line) for line in head) and not _names_series(layout):
        return _HELD.search(words[:_HEAD_OF_FACTS]) is None
    return any(_ONE_VOICE.search(line) for line in head[:3]) and not any(_RECORD.search(line) for line in head)


def _head(layout: Layout) -> list[Block]:
    return [
        block
        for block in layout.blocks[:8]
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING) or len(layout.words(block).split()) < 15
    ]


def _names_series(layout: Layout) -> bool:
    """Say whether the title is the name of a series between two states."""
    title = layout.title()
    words = layout.words(title) if title else ""
    return len({mention.state.code for mention in mentions(words)}) >= 2 and SERIES_WORD.search(words) is not None


def _is_terms(layout: Layout) -> bool:
    for block in layout.blocks:
        words = layout.words(block).strip()
        if (
            block.kind in (BlockKind.TITLE, BlockKind.HEADING)
            and _TERMS.search(words)
            and not re.search(r"\b(?:adopt|agree)", words)
        ):
            return True
    headings = sum(
        bool(_TERMS_HEADING.match(layout.words(block).strip()[:60]))
        for block in layout.blocks
        if block.kind in (BlockKind.HEADING, BlockKind.ITEM)
    )
    return headings >= 4 and _TERMS.search(layout.plain[:2000]) is not None
