"""What sort of undertaking a clause is, and a short phrase for what is to be done."""

from __future__ import annotations

import re

from dialogue_prep.domain.commitment import CommitmentKind
from dialogue_prep.reading.english import ADVERB, MEETINGS, MONTHS, SERIES, words
from dialogue_prep.reading.verbs import base_of

_MEETING = (
    r"(?:meetings?|rounds?|sessions?|"
    + "|".join({*MEETINGS, *SERIES} - {"partnership", "mechanism", "initiative", "panel", "board"})
    + r")"
)
_SCHEDULING = re.compile(
    rf"\b(?:(?:meet|conven|gather)(?:ing|e)?\s+(?:again|annually|regularly|in|on|next|every|twice|once|at\sleast|"
    rf"before|soon|no\slater|not\slater|within|by\s|"
    rf"quarterly|monthly)|"
    rf"next\s+(?:\w+[\s-]){{0,8}}?{_MEETING}|reconvene|"
    rf"(?:hold|host|holding|hosting|convene|convening|schedule)\s+(?:(?:the|a|an|its|their|our|at|least|another|"
    rf"regular|annual|\w+th|\w+rd|\w+nd|\d+\w*)\s+)*(?:[\w-]+\s+){{0,9}}?{_MEETING}\b"
    rf"(?!\s+(?:on|about|to\s+discuss))|{_MEETING}\s+(?:[\w-]+\s){{0,8}}?(?:should|would|will|shall|is|"
    rf"are)\s+(?:\w+ly\s+)?(?:take\s+place|be\s+(?:held|convened|hosted)|scheduled|to\s+be\s+held))",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"^tak(?:e|ing)\sup\s(?:the|this|these)\s(?:matters?|questions?|issues?)\b|^(?:(?:continue|hold|holding|opening|"
    r"starting|further|have|conduct|begin|start|initiate|pursue|resume|maintain|"
    r"launch|engage\s+in|"
    r"deepen|intensify|open|start|to|out)\s+)*"
    r"(?:(?:further|regular|in-depth|bilateral|the|a|an|their|our|such|additional|joint|strategic|policy|"
    r"technical|constructive|close|ongoing|informal|formal|[\w]+-level)\s+)*"
    r"(?:discuss\w*|talks?|dialogues?|consultations?|consult|explor\w+|consider\w*|exchange\s+(?:of\s+)?(?:views|"
    r"ideas)|debate|deliberat\w+|conversations?|study|assess|examin(?:e|ing)|look(?:ing)?\s(?:in)?to|reflect|(?:revert|return|com(?:e|ing)\sback)\s+to\s+(?:it|them|"
    r"(?:the|this|that|these|those)\s+(?:questions?|matters?|issues?|subjects?|topics?)))\b",
    re.IGNORECASE,
)
_MEET_TO_DISCUSS = re.compile(
    r"\b(?:meet|hold\s+\w*\s*(?:meetings?|discussions|talks|consultations))\s+(?:\w+\s+)?(?:to\s+(?:discuss|examine|"
    r"consider|explore)|"
    rf"on(?!\s(?:the\s)?(?:margins|sidelines|occasion|\d|{'|'.join(MONTHS)}))|about)\b",
    re.IGNORECASE,
)
_RESTRAINT = re.compile(
    r"\b(?:neither|nor|not(?!\slater\b|\salready\b|\syet\b|\sonly\b|\sless\b|\smore\b|\sfewer\b|\sleast\b)|never|no\s?-?one|nobody|none|"
    r"refrain|abstain|desist|avoid|"
    r"no\s+(?!later|less|fewer|more)(?:[\w-]+\s+){1,9}?(?:will|would|shall|should|must)|be\s+no|be\s+(?:prohibited|"
    r"banned|"
    r"forbidden|exempt|exempted\sfrom\sprosecution))\b",
    re.IGNORECASE,
)
_CONDUCT = re.compile(
    r"\b(?:should|shall|must|will|would|to)\s+be\s+(?:\w+ly\s+)?(?:treated|respected|protected|held|considered|"
    r"handled|guided|subject|bound)\b|\b(?:shall|should)\sbe\s(?:granted|allowed|permitted|entitled)\b|"
    r"(?:\b(?:to|will|would|shall|should|and)\s|^)(?:fully\s)?(?:respect|abide\s+by|uphold|comply\s+with|observe|"
    r"adhere\s+to|honou?r)\b|\butmost\s+respect\b|\bwithout\sdiscrimination\b|\bno\sless\sfavou?rabl",
    re.IGNORECASE,
)
_CONTINUING = frozenset(
    words("""
    accelerate address advance align boost bolster broaden build collaborate combat continue consolidate cooperate
    co-operate coordinate co-ordinate counter curb deepen defend deter dismantle disrupt encourage engage enhance
    ensure expand fight foster further improve increase intensify keep maintain nurture oppose
    prevent preserve promote protect pursue redouble reduce reinforce remain safeguard secure strengthen support
    sustain tackle target uphold widen work bring help stay strive champion advocate seek leverage liaise use
    communicate consult monitor step go uphold intensify
    """)
)
# What is built, bought, paid or written is an act even where its verb could go on for ever.
_DELIVERABLE = re.compile(
    r"^(?:to\s+)?(?:increase|expand|improve|pursue|extend|develop|advance|support|accelerate|use|"
    r"reduce)\b\s+(?:[\w'-]+\s+){0,4}?"
    r"(?:memorandum|agreement|treaty|mou|project|pilot|personnel|training|number|access|investment|investments|"
    r"laboratories|labs|prisons|extraditions?|"
    r"grants?|funding|budget|plan|law|legislation|centre|center|facility|facilities|staff|signing|conclusion|"
    r"network|system|information\sexchange|quota|visas?|scholarships?|tariffs?|duties|duty|rate)\b",
    re.IGNORECASE,
)
_ONE_THING = re.compile(
    r"^(?:to\s+)?(?:build|pursue|develop|use)\s(?:a|an|another|one|two|three)\s|^communicate\sthe\s", re.IGNORECASE
)
_IS_KEPT_UP = re.compile(
    r"\b(?:will|shall|should|would|(?:is|are)\sto)\sbe\s(?:\w+ly\s)?(?:continued|maintained|strengthened|deepened|"
    r"intensified|enhanced|kept\sup|sustained)\b"
)
_COMPOSED = re.compile(r"(?:work|bring|step|keep)(?:ing)?\s(?:out|together\sa)\b", re.IGNORECASE)
# “Build confidence” goes on, “build the bridge” is done one day.
_GROWS = re.compile(
    r"^build(?:ing)?\s(?:(?:on|upon|up)\b|(?:[\w-]+\s(?:and\s)?){0,4}?(?:capacit|capabilit|resilien|trust|confidence|"
    r"consensus|support|"
    r"momentum|relations|ties|links|partnership|understanding|awareness|skills|bridges|cooperation|networks|peace|"
    r"stability|institutions))",
    re.IGNORECASE,
)
_FURTHER_MEASURES = re.compile(
    r"^(?:to\s+)?(?:take|make)\s+(?:[\w-]+\s+){0,4}(?:measures|steps|efforts|action|actions)\b", re.IGNORECASE
)
_COOPERATION = re.compile(
    r"\b(?:cooperation|co-operation|collaboration|coordination|co-ordination|relations|relationship|ties|"
    r"partnership|dialogue|engagement|contacts?)\b",
    re.IGNORECASE,
)
_WORK_TO = re.compile(r"work\s(?:(?!in\sorder)[\w'-]+\s){0,8}?(?<!order\s)to\s(?:\w+ly\s)?(?=[a-z]+\s)", re.IGNORECASE)
# What meets, or is looked at, again and again.
_EVERY = re.compile(
    r"\b(?:meet|meets|convene[ds]?|review(?:ed)?|report|test(?:ed)?|speak|assess(?:ed)?|take\sstock|held|examined|"
    r"updated)\b[^,;]{0,60}?\b(?:annually|"
    r"semi-?annually|biannually|biennially|quarterly|monthly|(?:once|twice|three\stimes)\sa\s(?:year|month)|"
    r"every\s(?:(?:two|three|four|six|"
    r"other)\s)?(?:years?|months?|quarter|weeks?))\b|"
    r"\b(?:quarterly|monthly|annual|yearly|biannual|weekly)\s(?:[\w-]+\s){0,3}?"
    r"(?:meetings?|(?:tele|video)?-?conferences?|calls?|consultations)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s(?:which|whose|(?:the\s)?\w+\sof\swhich)\s.*$", re.DOTALL)
_LEAD = re.compile(
    rf"^(?:(?:to|also|further|jointly|not|closely|actively|promptly|however|{ADVERB})\s+)+", re.IGNORECASE
)
# What only gives examples, a basis or more to know: without it the phrase is whole. A purpose or a means stays.
_TAIL = re.compile(
    r",?\s(?:including|(?:in\s(?:[\w-]+\s){0,3}(?:areas|fields|sectors|matters|domains)\s)?such\sas|on\sthe\sbasis\sof|"
    r"in\saccordance\swith|pursuant\sto|while)\b|,\s(?:which|who|with(?!\s(?:a|the)\s(?:view|aim|goal|objective|purpose)\b)|"
    r"in\sline|in\ssupport|allowing|shaping|where)\b"
)
# After such an insertion the phrase goes on: “use every opportunity, including in Tarn, to promote trade”.
_GOES_ON = re.compile(r",\s(?:to|on|of|for|from|into)\s")
_MODAL = r"(?:should|would|will|shall|must|is|are|was|were)"
# A meeting is held, a restraint is a “not”, and what is done to something is “to be” done.
_SUBJECTS = (
    (
        re.compile(
            rf"^(?P<what>(?:(?!,\s(?:who|whose|which)\b|\sof\swhich\b).){{3,160}}?)\s{_MODAL}\s(?:\w+ly\s)?(?:(?:scheduled|planned)\s)?(?:to\s)?"
            r"(?:take\splace|be\s(?:held(?!\s(?:in\s(?:detention|custody)|liable|responsible|accountable))|convened|hosted|"
            r"scheduled))(?=[\s.]|$)"
        ),
        r"Hold \g<what>",
    ),
    (
        re.compile(
            rf"^(?:neither(?:\sof\s.{{2,60}}?|\s.{{2,80}}?)?|none\sof\s.{{2,60}}?|no\s[\w-]+|"
            rf"nobody)\s{_MODAL}\s(?!be\s)",
            re.IGNORECASE,
        ),
        "Not ",
    ),
    (re.compile(rf"^there\s{_MODAL}\sbe\sno\s", re.IGNORECASE), "No "),
    (re.compile(r"^(?P<what>.{3,160}?)\s(?:should|would|will|shall|must)\s(?:also\s)?be\s"), r"\g<what> to be "),
)
# A “not”, a deadline or how often something is done is part of what was undertaken, wherever it stands.
_BINDS = re.compile(
    r"\b(?:no|not|never|neither|nor|none|without|except|unless|refrain|abstain|before|until|once|twice|every|annually|"
    r"quarterly|monthly)\b|\d",
    re.IGNORECASE,
)
# “Before the next meeting” tells when something else is done.
_BY_WHEN = re.compile(
    r"\b(?:before|by|until|till|at|during|within|to|ahead\sof|prior\sto|in\s(?:good\s)?time\sfor|no\slater\sthan|"
    r"following|after|since|(?<!date\s)(?<!dates\s)(?<!place\s)(?<!venue\s)for|of)\s(?:the|its|their|our|each|every)\s"
    rf"(?:\w+\s)?(?:next|following|coming|forthcoming|\w+th|first|second|third)\s(?:[\w-]+\s){{0,8}}?{_MEETING}\b",
    re.IGNORECASE,
)
# A phrase without its tail says too little if it is shorter than this: “strengthen cooperation” needs to say on what.
_FEWEST_WORDS = 3


def kind_of(clause: str, action: str) -> CommitmentKind:
    """Return the kind of an undertaking from its whole clause and from what is to be done (verb first)."""
    doing = _LEAD.sub("", action).strip()
    if _MEET_TO_DISCUSS.search(doing) or _TALKS.search(doing):
        return CommitmentKind.DISCUSSION
    told = _RELATIVE.sub("", clause)
    if _SCHEDULING.search(_BY_WHEN.sub("then", told)) or _EVERY.search(told):
        return CommitmentKind.SCHEDULING
    if _RESTRAINT.search(clause[:200]) or _CONDUCT.search(told):
        return CommitmentKind.NORM
    return CommitmentKind.CONTINUING if _goes_on(doing) else CommitmentKind.ACTION


def _goes_on(doing: str) -> bool:
    if _ONE_THING.search(doing) or _DELIVERABLE.search(doing):
        return False
    if _FURTHER_MEASURES.search(doing):
        return _COOPERATION.search(doing) is not None
    chained = _WORK_TO.match(doing)
    if chained:
        return _goes_on(doing[chained.end() :])
    if _IS_KEPT_UP.search(doing):
        return True
    words = doing.split()
    first = words[0].lower().strip(",.;") if words else ""
    verb = base_of(first) or first
    if _COMPOSED.match(doing) or (verb == "build" and not _GROWS.search(doing)):
        return False
    if verb == "implement":
        return re.search(r"\b(?:strateg|polic|in\sclose)", doing) is not None
    return verb in _CONTINUING or _COOPERATION.search(" ".join(words[:3])) is not None


def without_to(words: str) -> str:
    """Return what is to be done without the “to” or “that” that leads to it; a “not” before it stays."""
    return re.sub(r"^(?:(?P<no>not\s)?to|that)\s+", r"\g<no>", " ".join(words.split()))


def is_whole_without(words: str, tail: int, binds: re.Pattern[str], goes_on: re.Pattern[str]) -> bool:
    """Say whether a phrase can do without its tail: nothing in that binds or goes on, and enough stands before it."""
    said_more = binds.search(words, tail) or goes_on.search(words, tail + 1)
    return said_more is None and len(words[:tail].split()) >= _FEWEST_WORDS


def short_action(words: str) -> str:
    """Return a short phrase, capitalised, for what is to be done; `words` begin with its verb, or with its subject.

    However long, it is a whole phrase; it says “not” and by when wherever the words do.
    """
    kept = without_to(words)
    for pattern, replacement in _SUBJECTS:
        kept = pattern.sub(replacement, kept, count=1)
    kept = kept.replace("Hold The ", "Hold the ", 1)
    tail = _TAIL.search(kept, 8)
    if tail and is_whole_without(kept, tail.start(), _BINDS, _GOES_ON):
        kept = kept[: tail.start()]
    kept = kept.strip().rstrip(".,;:")
    return kept[:1].upper() + kept[1:]
