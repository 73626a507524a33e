"""What one sentence undertakes: its pieces, each with where it stands, what is to be done, how firmly and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogue_prep.domain.commitment import Strength
from dialogue_prep.reading.clause_reading import Undertaking
from dialogue_prep.reading.clauses import Form, enumerated, split_verb_phrases
from dialogue_prep.reading.english import MEETINGS, NO_ACT, ORDINALS, SERIES, VERBS
from dialogue_prep.reading.parties import Subject, by_others, by_side, is_party, subject_before, tells
from dialogue_prep.reading.promises import promises
from dialogue_prep.reading.sides import Sides
from dialogue_prep.reading.triggers import (
    Follows,
    Trigger,
    find_triggers,
    first_word,
    follows_to,
    is_told,
    names_act,
    passive,
    telling_ends,
)
from dialogue_prep.reading.verbs import base_of, is_verb

_FORMS = {Follows.INFINITIVE: Form.TO, Follows.BASE: Form.BASE, Follows.GERUND: Form.GERUND}
_CLAUSE_EDGE = re.compile(
    r";\s+(?:and\s+)?|,\s+and\s+(?=(?:the|both|they|we|[A-Z]))|,\s+(?:while|whilst|whereas|but)\s+|\s[-–—]\s"
)
_NEW_CLAUSE = re.compile(
    r",?\s(?:and|but|while)\s(?=(?:we|they|it|this|these|both|the\s(?:two\s)?(?:sides|parties|countries|"
    r"delegations|ministers|leaders))\s[a-z]+)"
)
_SEPARATES = re.compile(r"\s[-–—]\s|;\s(?:and\s)?|,\s(?:and|while|but)\s")
# “... and its terms of reference will be agreed”: what stands before the second verb is a subject of its own.
_OWN_SUBJECT = re.compile(
    r"(?:[,;]\s|\s)(?:and|but|while|whilst|whereas)\s(?=(?:(?:the|its|their|our|his|her|a|an|both|each|all|other)\s|"
    r"[A-Z])[^,;:]{1,80}$)"
)
_JOINT = re.compile(
    r"\s*[,;]?\s*(?:and|but|while|whilst|whereas)\s(?=(?:the|its|their|our|his|her|a|an|both|each|all|neither|no)\b|"
    r"[A-Z])"
)
_JOINED = re.compile(r"(?:\band|,|;)\s*(?:also\s+|further\s+)?$")
_WITH_ASIDE = re.compile(r"[^,;:]{3,100},\s(?:with|in|on|at|for|by|from|including|based|under|within)\s[^,;:]+,\s*")
_WILL_DO = re.compile(
    r"[^,;:]{2,80}?\s(?:will|shall|(?:is|are)\sto)\s(?:(?:also|not|jointly|further)\s)*(?P<verb>[a-z-]+)"
)
_TO_BE_DONE = re.compile(r"^[^,;:]{3,120}?\sto\sbe\s(?:\w+ly\s)?\w+(?:ed|en|ld|de|nt|un|id|ut|et)\b")
_AND_WHO = re.compile(
    r"(?:,|;|\sand|\swhile)\s(?:and\s)?(?P<who>(?:the\s)?[A-Z][\w.'’-]*(?:\s[\w.'’-]+){0,4}?)\sto\s(?=[a-z])"
)
_GOES_ON = re.compile(
    r"[\s,;]*(?:and|but)\s+(?:(?:also|further|jointly|then|in addition)\s+)*|\s*[;,]\s(?:and\s)?(?:it|they)\s"
)
_GOES_ON_AT_END = re.compile(r"\s(?:and|but)\s+(?:(?:also|further|jointly|then|in addition)\s+)*$")
_VERB_FOLLOWS = re.compile(
    r"(?:look|welcome|recogni[sz]e|note|support|share|reaffirm|underline|condemn|commend|\w+ed|met|held|had|took)\s"
)
_OPENING_WORDS = 6
_SEES_TO = re.compile(r"see\s(?:to|that)\b")
_LOOKS_INTO = re.compile(r"(?:(?:also|further|jointly)\s)*look\s(?:into|at)\b")
# Only those who met can revert to what they spoke of, wherever in the sentence they stand.
_REVERTS = re.compile(r"(?:revert|return|come\sback)\sto\s(?:it|them|(?:this|that|these|those)\s\w+)\b")
_THOSE_WHO_MET = re.compile(r"\b(?:sides|parties|delegations|ministers|co-chairs|both|they|we)\b", re.IGNORECASE)
_STAYS = re.compile(r"(?:continue|go\son)\s(?:to\sbe|being)\b")
# “The date will be agreed through diplomatic channels” leaves open what is to be done.
_LEFT_OPEN = re.compile(
    r"\b(?:dates?|venue|place|time|timing|details|modalities)\b.{0,80}\bbe\s(?:\w+ly\s)?(?:agreed|determined|decided|"
    r"set|fixed|announced|"
    r"communicated|confirmed|notified|settled|arranged|defined)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",?\s(?:which|who|whose)\s")
_SUBORDINATE = re.compile(
    r"\b(?:if|whether|which|who|that|when|what|how|where|as|once|until|unless|although|because)\b[^,]*$", re.IGNORECASE
)
_NOTHING = re.compile(r"\s*(?:it|this|these|there|the\s\w*dialogue)\b", re.IGNORECASE)
_NEXT_MEETING = re.compile(
    rf"\b(?:the|our|their|its)\s+(?:next|following|\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})\s+"
    rf"(?:[\w-]+\s+){{0,7}}?(?:{'|'.join(sorted({*MEETINGS, *SERIES}))})\b"
    r"[^.;]{0,140}?\b(?:will|shall|is|are|would)\s+(?:\w+ly\s+)?"
    r"(?:be\s+(?:held|hosted|convened)|take\s+place|scheduled|to\s+be\s+held|planned|on|in)\b",
    re.IGNORECASE,
)
_ONLY_HOPED = re.compile(r"look(?:s|ed|ing)?\sforward|welcomed|noted|expected|hope")
_LEFT_TO = re.compile(
    r"(?:(?:action|actions|decision|outcome|follow-up|next step|responsible)(?:\s(?:item|point))?\s?\w{0,3}\s?[:–-]\s)?"
    r"(?P<who>(?:the\s)?[A-Z][^,;:.]{1,60}?|both\s\w+|the\stwo\s\w+|officials|experts)\sto\s(?=[^;:]{8,}[.;]$)",
    re.IGNORECASE,
)
# “(that) joint patrols be held every month”.
_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|shall|should|can|could|may|might|must)\b")
_AGREED_ON = re.compile(r"\s(?:agreed|decided|settled)\s(?:up)?on\s(?:the\sfollowing|an?)\s[^:;.]{3,80}:\s")
_SEMICOLON = re.compile(r";\s(?:and\s)?")
_TELLS_MORE = re.compile(r"\b(?:we|\w+ing|\w+ed)\b|(?:\S+\s+){6}", re.IGNORECASE)
_IS_DONE = re.compile(r"^(?!\W*(?:to|by)\b)[^,;:]{3,80}?\sbe\s(?:\w+ly\s)?\w+(?:ed|en|ld|de|nt|un|id|ut|et)\b")
_VAGUE = re.compile(r"(?:move forward|stand together|remain (?:committed|determined|ready))\b")
_PURPOSE = re.compile(r"\sto\s(?=[a-z]+\s)")
_IT, _IT_SAYS = "the party", re.compile(r"It\b")
_LAST_WORDS, _LAST_CLAUSE, _VERBS_AHEAD = 30, 120, 40
_NO_SUBJECT = re.compile(r"(?:neither|no|none|nobody)\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not|never|neither|nor|no\s+longer|refrain(?:ing)?|abstain(?:ing)?|avoid(?:ing)?|desist(?:ing)?)\b"
)
_OWN_VERB = re.compile(r"(?:(?:and\s+)?(?:also\s+|not\s+)*to|will|shall|would|should)\s")


class SentenceReader:
    """Finds what sentences undertake; `speakers` are the sides of the people who are named, by surname."""

    def __init__(self, sides: Sides, speakers: dict[str, str]) -> None:
        self._sides, self._speakers = sides, speakers

    def pieces(self, sentence: str, before: str | None = None, *, reported: bool = False) -> Iterator[Undertaking]:
        """Yield what a shielded sentence undertakes, in order.

        `before` is the side of the sentence before; `reported` says that that sentence told of an agreement.
        """
        found_here = find_triggers(sentence, reported=reported)
        triggers = [trigger for trigger in found_here if not is_told(sentence, trigger.start)]
        edges = [match.end() for match in _CLAUSE_EDGE.finditer(sentence) if tells(sentence[: match.start()])]
        reached, found, is_it = 0, False, before is not None and sentence.startswith("It ")
        for index, trigger in enumerate(triggers):
            if trigger.start < reached:
                continue
            begin = max([edge for edge in edges if edge <= trigger.start], default=0)
            end = self._stop(sentence, trigger, triggers[index + 1 : index + _VERBS_AHEAD])
            if begin <= reached and (joint := _JOINT.match(sentence, reached, trigger.start)) is not None:
                begin = joint.end()
            goes_on = self._goes_on(sentence, trigger, reached if found else None)
            for piece in self._undertaken(sentence, trigger, max(begin, reached), end, goes_on=goes_on):
                found, reached = True, end
                yield replace(piece, side=piece.side or before) if is_it else piece
        for left in [] if triggers else self._left_to(sentence):
            found = True
            yield from _parts(sentence, left, Form.BASE)
        for agreed in [] if found else self._agreed_list(sentence):
            found = True
            yield agreed
        meeting = None if found else _NEXT_MEETING.search(sentence)
        if meeting is not None and not _ONLY_HOPED.search(sentence):
            yield Undertaking(meeting.start(), len(sentence), meeting.start(), Strength.FIRM, None)

    def listed(self, sentence: str) -> Iterator[Undertaking]:
        """Yield the pieces of an item of a list that only its heading calls outcomes: verb phrases alone."""
        lowered = sentence[:1].lower() + sentence[1:]
        word, at = first_word(lowered, 0)
        after = lowered[at + len(word) :].split()
        if sentence[:1].isupper() and (
            is_verb(word.lower(), "", after[0].lower() if after else "") or (_NEGATION.match(lowered) and word in VERBS)
        ):
            yield from item_pieces(sentence, Strength.FIRM, None)
        elif _TO_BE_DONE.search(sentence) or (names_act(lowered, 0) and not tells(sentence)):
            yield Undertaking(0, len(sentence), 0, Strength.FIRM, None)

    def item(self, sentence: str, strength: Strength, side: str | None, *, negated: bool) -> Iterator[Undertaking]:
        """Yield the pieces of an item of a list that a lead-in undertakes: a clause, a verb phrase, a noun."""
        clauses = list(promises(sentence, 0, len(sentence), self._sides))
        if clauses or _IS_DONE.search(sentence):
            whole = Undertaking(0, len(sentence), 0, strength, side, negated)
            if len(clauses) != 1 or clauses[0].passive or _NO_SUBJECT.match(sentence):
                yield replace(whole, side=clauses[0].side or side if clauses else side)
            else:
                yield from _parts(
                    sentence, replace(whole, doing=clauses[0].verb, side=clauses[0].side or side), Form.BASE
                )
            return
        bound = _WILL_DO.match(sentence)
        if bound is not None and bound["verb"].lower() not in (*NO_ACT, "be"):
            yield from _parts(
                sentence, Undertaking(0, len(sentence), bound.start("verb"), strength, side, negated), Form.BASE
            )
            return
        yield from item_pieces(sentence, strength, side, negated=negated)

    def _left_to(self, sentence: str) -> Iterator[Undertaking]:
        """Yield the pieces of “Action: Norvia to submit a draft, Estmark to reply.”, which leaves out its verb."""
        match = _LEFT_TO.match(sentence)
        if match is None or not is_party(match["who"], self._sides) or _FINITE.search(sentence):
            return
        if _TELLS_MORE.search(match["who"]) or follows_to(sentence, match.end()) is not Follows.INFINITIVE:
            return
        others = [other for other in _AND_WHO.finditer(sentence, match.end()) if is_party(other["who"], self._sides)]
        stops = [*(other.start() for other in others), len(sentence)]
        for one, stop in zip([match, *others], stops, strict=True):
            side = self._sides.only_side(one["who"])
            yield Undertaking(one.start("who"), stop, one.end(), Strength.FIRM, side)

    def _agreed_list(self, sentence: str) -> Iterator[Undertaking]:
        """Yield the items of “The sides agreed on the following steps: a visit in May; and a seminar in June.”."""
        match = _AGREED_ON.search(sentence)
        if match is None or not is_party(sentence[: match.start()].strip(), self._sides):
            return
        stops = [joint.span() for joint in _SEMICOLON.finditer(sentence, match.end())]
        begins, ends = [match.end(), *(stop for _, stop in stops)], [*(begin for begin, _ in stops), len(sentence)]
        for begin, end in zip(begins, ends, strict=True) if stops else ():
            yield Undertaking(begin, end, begin, Strength.FIRM, None)

    def subject(self, sentence: str, trigger: Trigger) -> Subject:
        """Return the subject of a verb of undertaking."""
        return subject_before(sentence, 0, trigger.start, self._sides)

    def _stop(self, sentence: str, trigger: Trigger, later: Sequence[Trigger]) -> int:
        """Return where what a trigger introduces ends: before what is told, a new clause, the next undertaking."""
        end = telling_ends(sentence, trigger.complement, len(sentence))
        if trigger.follows is Follows.NOUN and (relative := _RELATIVE.search(sentence, trigger.complement, end)):
            end = relative.start()
        clause = _NEW_CLAUSE.search(sentence, trigger.complement, end)
        if clause is not None and trigger.follows is not Follows.CLAUSE:
            end = clause.start()
        for other in later:
            if not trigger.complement < other.start < end:
                continue
            joint = _JOINED.search(sentence, max(0, other.start - _LAST_WORDS), other.start)
            if joint is not None and not (trigger.follows is Follows.CLAUSE and other.needs_party):
                return joint.start()
            near = max(trigger.complement, other.start - _LAST_CLAUSE)
            own = _OWN_SUBJECT.search(sentence[near : other.start].rstrip() + " ")
            if own is not None and trigger.follows is not Follows.CLAUSE:
                return near + own.start()
            separate = list(_SEPARATES.finditer(sentence, trigger.complement, other.start))
            if separate and trigger.follows is not Follows.CLAUSE:
                return separate[-1].start()
        return end

    def _undertaken(
        self, sentence: str, trigger: Trigger, begin: int, end: int, *, goes_on: bool
    ) -> Iterator[Undertaking]:
        """Yield the pieces of one verb; `goes_on` where it shares the subject of the undertaking before it."""
        subject = subject_before(sentence, begin, trigger.start, self._sides)
        side = subject.side or self._speaker(sentence[begin : trigger.start])
        start = subject.start
        if trigger.impersonal:
            start = trigger.start
        elif not subject.party and self._is_joined(sentence, begin, trigger.start):
            start = trigger.start
            side = self._first_side(sentence, trigger.start)
        if trigger.follows is Follows.CLAUSE:
            yield from self._promised(sentence, trigger, start, end, side)
            return
        if trigger.needs_party and not self._acts(
            sentence, trigger, replace(subject, party=subject.party or goes_on), begin
        ):
            return
        if trigger.follows is Follows.NOUN:
            yield Undertaking(start, end, trigger.complement, trigger.strength, side)
        elif trigger.follows is Follows.BASE and (
            passive(sentence, trigger.complement) or _NO_SUBJECT.match(sentence, start)
        ):
            done_by = by_side(sentence, trigger.complement, end, self._sides)
            yield Undertaking(start, end, start, trigger.strength, done_by or side)
        elif not _VAGUE.match(sentence, trigger.complement):
            form = _FORMS[trigger.follows]
            yield from _parts(sentence, Undertaking(start, end, trigger.complement, trigger.strength, side), form)

    def _is_joined(self, sentence: str, begin: int, start: int) -> bool:
        """Say whether “and” or a comma joins a verb to one before it: not the comma behind “a call, with a budget,”."""
        return _JOINED.search(sentence[:start]) is not None and not _WITH_ASIDE.fullmatch(sentence, begin, start)

    def _goes_on(self, sentence: str, trigger: Trigger, reached: int | None) -> bool:
        """Say whether a verb shares the subject of what stands before it: an undertaking, or what a party told."""
        if reached is not None:
            return _GOES_ON.fullmatch(sentence, reached, trigger.start) is not None
        if not _GOES_ON_AT_END.search(sentence, max(0, trigger.start - _LAST_WORDS), trigger.start):
            return False
        opening = list(re.finditer(r"\s", sentence[: trigger.start]))[:_OPENING_WORDS]
        return any(
            is_party(sentence[: space.start()], self._sides) and _VERB_FOLLOWS.match(sentence, space.end())
            for space in opening
        )

    def _acts(self, sentence: str, trigger: Trigger, subject: Subject, begin: int) -> bool:
        """Say whether a sentence in the future is an act: a party's, or one done to something by nobody else."""
        before = sentence[begin : trigger.start]
        if _SUBORDINATE.search(before) or _STAYS.match(sentence, trigger.complement):
            return False
        verb = first_word(sentence, trigger.complement)[0].lower()
        if _SEES_TO.match(sentence, trigger.complement):
            return subject.party
        if trigger.follows is Follows.BASE and verb == "be":
            done = passive(sentence, trigger.complement) is not None
            if _LEFT_OPEN.search(sentence[begin : trigger.complement + _LAST_WORDS]):
                return False
            return done and not by_others(sentence, trigger.complement, self._sides) and not _NOTHING.match(before)
        if not subject.party:
            reverts = _REVERTS.match(sentence, trigger.complement) is not None
            return reverts and _THOSE_WHO_MET.search(before) is not None
        return verb not in NO_ACT or _LOOKS_INTO.match(sentence, trigger.complement) is not None

    def _promised(
        self, sentence: str, trigger: Trigger, start: int, end: int, side: str | None
    ) -> Iterator[Undertaking]:
        """Yield the pieces of “agreed that ...”; the first begins where the sentence's subject does."""
        main = side or (_IT if _IT_SAYS.match(sentence, start) else None)
        for index, promise in enumerate(promises(sentence, trigger.complement, end, self._sides, main)):
            begin = start if index == 0 else promise.start
            whole = promise.passive or re.search(r"\b(?:neither|no|none)\b", sentence[promise.start : promise.verb])
            doing = promise.start if whole else promise.verb
            said = promise.side if promise.side != _IT else None
            piece = Undertaking(begin, promise.end, doing, trigger.strength, said or side)
            if whole:
                yield piece
            else:
                yield from _parts(sentence, piece, Form.BASE)

    def _speaker(self, words: str) -> str | None:
        """Return the side of the people whom some words name by surname, if it is one side."""
        named = {side for name, side in self._speakers.items() if re.search(rf"\b{re.escape(name)}\b", words)}
        return named.pop() if len(named) == 1 else None

    def told_of(self, sentence: str) -> str | None:
        """Return the side that is the subject of a sentence, if it is one side."""
        return self._first_side(sentence, len(sentence))

    def _first_side(self, sentence: str, before: int) -> str | None:
        """Return the side of the subject with which a sentence begins, of which a later verb tells too."""
        verb = re.search(r"\b(?:\w+ed|met|held|had|took|undertook|will|are|is|has|have)\b", sentence[:before])
        subject = subject_before(sentence, 0, verb.start() if verb else before, self._sides)
        words = sentence[subject.start : subject.end]
        return subject.side or self._speaker(words)


def leaves_undone(lead_in: str) -> bool:
    """Say whether a sentence that leads in to a list ends with a “not” that holds for every item."""
    return _NEGATION.search(lead_in[-_LAST_WORDS:]) is not None


def item_pieces(sentence: str, strength: Strength, side: str | None, *, negated: bool = False) -> Iterator[Undertaking]:
    """Yield the pieces of an item of a list that a lead-in undertakes: a verb phrase, or a noun that names an act."""
    _, at = first_word(sentence, 0)
    lowered = sentence[:at] + sentence[at : at + 1].lower() + sentence[at + 1 :]
    infinitive = re.match(r"to\s+", lowered)
    begin = infinitive.end() if infinitive else 0
    verb = first_word(lowered, begin)[0].lower()
    whole = Undertaking(0, len(sentence), begin, strength, side, negated)
    if verb in VERBS:
        yield from _parts(lowered, whole, Form.TO if infinitive else Form.BASE)
    elif base_of(verb):
        yield from _parts(lowered, whole, Form.GERUND)
    elif not tells(sentence):
        yield whole


def without_purpose(sentence: str, piece: Undertaking) -> Undertaking:
    """Return a piece that ends before its purpose: a reaffirmation binds no further than its frequency or deadline."""
    purpose = _PURPOSE.search(sentence, piece.doing + 10, piece.end)
    return replace(piece, end=purpose.start()) if purpose else piece


def _parts(sentence: str, whole: Undertaking, form: Form) -> Iterator[Undertaking]:
    """Yield the parts of a piece that could be reported on alone; none of them loses a “not” that holds for it."""
    items = enumerated(sentence, whole.doing, whole.end)
    if items:
        negated = whole.negated or _NEGATION.search(sentence, whole.doing, items[0][0]) is not None
        for begin, stop in items:
            verb = first_word(sentence, begin)[0].lower()
            for part in split_verb_phrases(sentence, begin, stop, Form.GERUND if base_of(verb) else form):
                yield replace(whole, start=part[0], end=part[1], doing=part[0], negated=negated)
        return
    parts = split_verb_phrases(sentence, whole.doing, whole.end, form)
    if _NEGATION.match(sentence, whole.doing):
        parts = _with_their_not(sentence, parts)
    for index, (begin, stop) in enumerate(parts):
        yield replace(whole, start=whole.start if index == 0 else begin, end=stop, doing=begin)


def _with_their_not(sentence: str, parts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join to the first part, which begins with a “not”, those that share it because they have no “to” of their own."""
    joined = [parts[0]]
    for begin, stop in parts[1:]:
        if _OWN_VERB.match(sentence, begin):
            joined.append((begin, stop))
        else:
            joined[-1] = (joined[-1][0], stop)
    return joined
