"""What a meeting discussed, as it is named: in an enumeration, in headings, else in what was discussed and agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from dialogue_prep.reading.days import days_in
from dialogue_prep.reading.extract import Found, FoundCommitment
from dialogue_prep.reading.headings import headings, without_number
from dialogue_prep.reading.keyphrases import keyphrases
from dialogue_prep.reading.layout import Block, BlockKind, Layout
from dialogue_prep.reading.lists import listed, without_examples
from dialogue_prep.reading.matters_by_paragraph import matters_by_paragraph
from dialogue_prep.reading.parties import tells
from dialogue_prep.reading.sentences import sentences, shielded
from dialogue_prep.reading.signatures import signature_lines
from dialogue_prep.reading.subjects import subject_matter
from dialogue_prep.reading.told import told

_ENUMERATED = re.compile(
    r"\b(?:(?:gamut|spectrum|breadth|whole\srange|full\srange|entire\srange)\sof\s[\w\s-]{3,60}?,?\s(?:including|"
    r"such\sas|covering)|"
    r"(?:range|number|series|variety)\sof\s(?:[\w-]+\s){0,4}?(?:topics|issues|subjects|matters|areas|"
    r"challenges)(?:\sof\s(?:[\w-]+\s){1,3})?,?\s(?:including|such\sas)|"
    r"(?:topics|issues|subjects|areas|matters|fields)(?:\s(?:of\sdiscussion|discussed|"
    r"covered))?\s?(?:,\sincluding|included|include|were|:)|"
    r"[Dd]iscussions?\s(?:focused|centred|centered|covered|included)\s(?:on\s)?(?:ways\sto\s)?|"
    r"(?:covered|addressed)\sa\srange\sof\s[\w\s]{3,40},\sincluding)\s?:?\s*"
)
# “The agenda covered A, B and C”: three parts or more are what a meeting was about.
_LISTED = re.compile(
    r"\b(?:(?:it|they|agenda|talks|discussions?|meeting|sessions?|dialogue|consultations|exchanges?|"
    r"conversations?)\b(?:,[^,]{3,80},)?"
    r"\s(?:\w+\s)?(?:covered|included|comprised|featured|addressed|focus(?:s?ed|es)\son|cent(?:red|ered)\son|"
    r"dealt\swith|concerned|"
    r"touched\s(?:up)?on|concentrated\son|ranged\sover|spanned)|"
    r"(?:discussed|considered|addressed|reviewed|explored|covered|debated|exchanged\s(?:\w+\s){0,3}?(?:views|"
    r"information|assessments|"
    r"ideas)\s(?:on|about|regarding|concerning)|"
    r"(?:held|had|conducted)\s(?:[\w-]+\s){0,4}?(?:discussions?|talks|consultations|exchanges?(?:\sof\sviews)?|"
    r"conversations?)\s(?:on|of|about|regarding|concerning|covering)))\s(?:(?:cooperation|co-operation|developments|progress|issues|matters|questions|work|"
    r"a\srange\sof\sissues)"
    r"\s(?:on|in|concerning|related\sto|relating\sto|including)\s|their\srespective\s|the\sfollowing\s\w+:\s)?",
    re.IGNORECASE,
)
_ON_TOPIC = re.compile(
    r"(?:On|Regarding|Concerning|With regard to|In the (?:field|area) of|"
    r"Turning to|As regards)\s(?P<what>(?:the\s)?[^,;:.]{4,70}),\s(?=\w+)"
)
_DISCUSSED = re.compile(
    r"\b(?:discussed|exchanged\s(?:\w+\s)?(?:views|information|assessments)\s(?:on|about|regarding)|explored|"
    r"reviewed|addressed|acknowledged|emphasi[sz]ed|underlined|underscored|"
    r"welcomed|noted|highlighted|reaffirmed|reiterated|discussions\s(?:on|about|of)|discuss|focus(?:ed|es)\son|"
    r"stressed|"
    r"(?:held|had)\s(?:\w+\s){0,3}?(?:discussions|talks|consultations|exchanges)\s(?:on|about|regarding)|"
    r"for\sdiscussions\son)\s"
)
_PLAINLY = re.compile(r"(?:discuss|exchanged|explored|reviewed|addressed|focus|held|had|for)")
_REACH = re.compile(
    r",?\s(?:and\s)?(?:also\s)?(?:agreed|identified|noted|decided|expressed|reaffirmed|committed|welcomed|"
    r"underlined|underscored|emphasi[sz]ed|stressed|exchanged|discussed|looked\sforward|recalled)\b|"
    r",\s(?:noting|underlining|stressing|recogni[sz]ing|agreeing|which|where|who|as\swell\sas\sthe\sneed)\b"
)
_EXAMPLES_WITHIN = re.compile(r",?\s(?:such\sas|including|in\sparticular|e\.g\.)\s[^,;]{3,160}?(?=,\s|;|$)")
# A matter begins with a noun; “its economy” or “to assist” goes on with another one.
_NO_NOUN = re.compile(
    r"(?:its|their|our|his|her|to|in|at|by|from|that|which|who|with|under|both|support)\b", re.IGNORECASE
)
_SEMICOLONS = re.compile(r"\s*;\s+(?:and\s+)?")
_PARTS = re.compile(
    r",\s+(?:and\s+)?|\s+and\s+(?=(?:the|on|how|ways|recent|their|our|its)\s)|"
    r"\s+as\swell\sas\s+"
)
_RUN_IN = re.compile(
    r"\s*(?:\d{1,2}[.)]\s+|[-–•]\s+)?(?P<what>[A-Z][^.:;,()“”\n]{2,60}?)(?:[.:]|\s[-–—])\s+(?=[A-Z][a-z]*\s)"
)
_ANNEX = re.compile(r"(?:Annex|ANNEX|Appendix|Attachment)\b")
_ENOUGH = 3
_LONG = 4500
_HEADINGS_ENOUGH = 3
_MOST = 18
_LISTED_WORDS = 12
_BODY_WORDS = 15
_OPENING_SENTENCES = 10
_ENUMERATING_SENTENCES = 16
_HEADING_WORDS = 8
_TOO_LONG = 14
_NO_TOPIC = re.compile(
    r"\b(?:might|could|may|must|should|cannot|behalf)\b|"
    r"^(?:that|be|been|as|which|it|where|when|if|again|while|during|many|regard)\b|\b(?:included|met|agreed|said|"
    r"held|would|will)\b|^\d|^\w+$(?<![A-Z]{3})(?<!ism)(?<!tion)(?<!ics)(?<!ing)(?<!ure)(?<!ity)",
    re.IGNORECASE,
)
_NO_HEADING = re.compile(
    r"^(?:\W*|annex.*|attachment|contacts?.*|media.*|.*delegation|introduction|background|conclusion|next "
    r"(?:steps|meeting|round).*|dates? and venue.*|closing|signatories|"
    r"(?:any )?other business|vote of thanks|acknowledge?ments?|appreciation|opening.*|adoption .*|welcome.*|"
    r"participants|summary|outcomes?|.*communiqu.*|.*statement|"
    r"joint (?:statement|communiqu|declaration|press|media|record|summary|"
    r"ministerial).*|.*forum|the hon.*|h\.?e\.? .*|for "
    r"immediate release|end)$",
    re.IGNORECASE,
)


def find_topics(
    layout: Layout, commitments: Sequence[FoundCommitment] = (), people: frozenset[str] = frozenset()
) -> tuple[Found, ...]:
    """Return the topics of a record: those it lists; else its headings; else what it says was discussed and agreed.

    `people` are the words of the names of those who met, which are no topics.
    """
    spans = list(_enumerated(layout))
    if len(spans) < _ENOUGH:
        headings = list(_headings(layout))
        run_in = list(_run_in_headings(layout))
        if len(headings) >= _HEADINGS_ENOUGH:
            spans += headings
        elif len(run_in) >= _HEADINGS_ENOUGH:
            spans += run_in
        elif together := list(_listed_together(layout)):
            spans = together
        elif by_paragraph := matters_by_paragraph(layout):
            spans += by_paragraph
        elif len(layout.plain) > _LONG:
            spans += keyphrases(layout, people)
        else:
            spans += _told(layout, commitments)
    return _distinct(layout, spans)


def _distinct(layout: Layout, spans: Sequence[tuple[int, int]]) -> tuple[Found, ...]:
    found: list[tuple[frozenset[str], Found]] = []
    for start, end in spans:
        said = layout.plain[start:end]
        words = frozenset(re.findall(r"\w{3,}", said.casefold()))
        if (
            not words
            or _NO_TOPIC.search(said)
            or any(2 * len(words & other) >= 1.2 * min(len(words), len(other)) for other, _ in found)
        ):
            continue
        found.append((words, layout.text.found(start, end)))
    return tuple(topic for _, topic in found)[:_MOST]


def _enumerated(layout: Layout) -> Iterator[tuple[int, int]]:
    for start, end in islice(told(layout, BlockKind.PROSE), _ENUMERATING_SENTENCES):
        sentence = shielded(layout.plain[start:end])
        match = _ENUMERATED.search(sentence)
        if match is None:
            continue
        reach = _REACH.search(sentence, match.end())
        for begin, stop in listed(sentence, match.end(), reach.start() if reach else len(sentence)):
            finish = without_examples(sentence, begin, stop)
            if len(sentence[begin:finish].split()) <= _TOO_LONG:
                yield start + begin, start + finish


def _listed_together(layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield the parts of the first sentence that says of three matters or more that they were discussed."""
    for start, end in islice(_paragraphs(layout), _OPENING_SENTENCES):
        sentence = shielded(layout.plain[start:end])
        for match in _LISTED.finditer(sentence):
            reach = _REACH.search(sentence, match.end())
            limit = reach.start() if reach else len(sentence)
            examples = _EXAMPLES_WITHIN.sub(lambda found: "¤" * len(found.group()), sentence[:limit])
            parts = listed(examples, match.end(), len(examples))
            trimmed = [(begin, begin + len(examples[begin:stop].split("¤")[0].rstrip(" ,"))) for begin, stop in parts]
            named = [part for part in trimmed if 0 < len(sentence[slice(*part)].split()) <= _LISTED_WORDS]
            plainly = not any(_NO_NOUN.match(sentence, begin) for begin, _ in named)
            if len(parts) >= _ENOUGH and len(named) == len(parts) and plainly:
                yield from ((start + begin, start + stop) for begin, stop in named)
                return


def _paragraphs(layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield the sentences of prose and of numbered paragraphs: of minutes each paragraph has its number."""
    for block in layout.blocks:
        if block.kind is BlockKind.PROSE or (block.kind is BlockKind.ITEM and block.marker.isdigit()):
            yield from sentences(layout.plain, block.start, block.end)


def _headings(layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield the headings of what was discussed: those below where the text begins and above its annexes."""
    begins = (block.start for block in layout.blocks if _is_body(layout, block))
    ends = (block.start for block in layout.blocks if _ANNEX.match(layout.words(block).strip()))
    within = range(next(begins, len(layout.plain)), next(ends, len(layout.plain)))
    signed = signature_lines(layout)
    for block in headings(layout):
        dated = next(days_in(layout.plain, block.start, block.end), None) is not None
        if (
            block.start in within
            and block not in signed
            and not dated
            and not _NO_HEADING.match(layout.words(block).strip())
        ):
            yield without_number(layout, block)


def _is_body(layout: Layout, block: Block) -> bool:
    return block.kind in (BlockKind.PROSE, BlockKind.ITEM) and len(layout.words(block).split()) > _BODY_WORDS


def _run_in_headings(layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield what stands first in paragraphs such as “Fisheries. Ministers agreed ...”."""
    for block in layout.blocks:
        match = _RUN_IN.match(layout.plain, block.start, block.end) if block.kind is not BlockKind.TITLE else None
        if match is None or len(match["what"].split()) > _HEADING_WORDS or _NO_HEADING.match(match["what"]):
            continue
        dated = next(days_in(layout.plain, *match.span("what")), None) is not None
        if not dated and not tells(match["what"]):
            yield match.span("what")


def _told(layout: Layout, commitments: Sequence[FoundCommitment]) -> Iterator[tuple[int, int]]:
    """Yield what was discussed, and the matter of every commitment, in the order of the text."""
    plain = [*_on_topic(layout), *_discussed(layout, plainly=True)]
    if len(plain) >= _ENOUGH:
        yield from sorted(plain)
        return
    found = [*_discussed(layout, plainly=False)]
    for commitment in commitments:
        start = layout.text.starts[commitment.span.paragraph - 1] + commitment.span.start
        end = layout.text.starts[commitment.span.paragraph - 1] + commitment.span.end
        verb = re.search(r"\b(?:to|will|would|should|on)\s(?=[a-z])", layout.plain[start:end])
        matter = subject_matter(layout.plain, start + (verb.end() if verb else 0), end)
        if matter is not None:
            found.append(matter)
    yield from sorted(found)


def _on_topic(layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield what stands first in “On fisheries, Ministers ...”."""
    for start, end in told(layout):
        match = _ON_TOPIC.match(layout.plain, start, end)
        if match and next(days_in(layout.plain, match.start(), match.end()), None) is None:
            yield match.span("what")


def _discussed(layout: Layout, *, plainly: bool) -> Iterator[tuple[int, int]]:
    """Yield what was discussed; unless `plainly`, also what was welcomed, noted or stressed."""
    for start, end in told(layout):
        sentence = shielded(layout.plain[start:end])
        for match in _DISCUSSED.finditer(sentence):
            if plainly and not _PLAINLY.match(match.group()):
                continue
            stop = _REACH.search(sentence, match.end())
            following = _DISCUSSED.search(sentence, match.end())
            reach = min(stop.start() if stop else len(sentence), following.start() if following else len(sentence))
            parts = [(match.end(), reach)]
            if _PLAINLY.match(match.group()):
                parts = _apart(sentence, match.end(), reach)
            for begin, finish in parts:
                matter = subject_matter(layout.plain, start + begin, start + finish)
                if matter is not None:
                    yield matter


def _apart(sentence: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the matters of “discussed A and B, and the C of D”: “and” parts before an article or after a comma."""
    pattern = _SEMICOLONS if ";" in sentence[start:end] else _PARTS
    edges = [match.span() for match in pattern.finditer(sentence, start, end)]
    begins, stops = [start, *(edge[1] for edge in edges)], [*(edge[0] for edge in edges), end]
    parts = [part for part in zip(begins, stops, strict=True) if sentence[slice(*part)].strip()]
    # In “economic, security, and trade cooperation” the commas part adjectives of one noun.
    if len(parts) > 2 and all(len(sentence[slice(*part)].split()) == 1 for part in parts[1:-1]):
        return [(parts[0][0], parts[-1][1])]
    return parts
