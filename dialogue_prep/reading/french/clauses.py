"""What a French sentence undertakes: one piece for each undertaking, with its subject, its strength and its side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogue_prep.domain.commitment import Strength
from dialogue_prep.reading.clause_reading import Undertaking
from dialogue_prep.reading.french.coordination import split_infinitives
from dialogue_prep.reading.french.parties import Subject, is_party, subject_before
from dialogue_prep.reading.french.predicates import (
    Follows,
    Predicate,
    find_predicates,
    infinitive_at,
    is_future_of_being,
    passive_participle,
)
from dialogue_prep.reading.french.verbs import CONDITIONAL, FUTURE, TO_DO
from dialogue_prep.reading.sides import Sides


@dataclass(frozen=True, slots=True)
class _Clause:
    """A predicate of the sentence itself with its subject; those of subordinate clauses are no clauses of their own."""

    predicate: Predicate
    subject: Subject
    side: str | None
    party: bool
    meeting: bool


_SUBORDINATE = re.compile(
    r"(?<!tandis\s)(?<!alors\s)(?<!ainsi\s)\b(?:qu(?:e\b|'|i\b)|dont\b|où\b|si\b|s'il|lorsqu\w*|"
    r"quand\b|laquelle|lequel|lesquel\w*|auquel)"
)
_JOINT_AT_END = re.compile(r"(?:\s?[;,]\s?(?:et|mais|puis|tandis\squ[e'])?|\s(?:et|mais|puis|tandis\squ[e']))\s?$")
# What a relative clause adds about what may or will be is no part of the undertaking.
_ASIDE = re.compile(
    rf"\s?,\s(?:qui|lequel|laquelle|lesquels|lesquelles|ce\squi)\s(?:ne\s)?(?:{FUTURE}|permet\w*|"
    rf"pe(?:ut|uvent))\b[^,;]*$"
)
_END = re.compile(r"[\s,;:.]+$")
_INNER_VERB = re.compile(rf"{FUTURE}|{CONDITIONAL}")
_AND_THAT = re.compile(r"(?:\s?[,;]\s|\s)(?:et|ainsi)\s(?=qu(?:e\s|'))|\s?;\s(?=qu(?:e\s|'))")
_NO_VERB = re.compile(r"(?:pourr|permettr|contribuer|aur|constituer|devr)(?:ait|aient|a|ont|ions|ons)$")
_TELLING_INFINITIVE = re.compile(
    r"(?:reconnaître|considérer|estimer|penser|constater|souligner|saluer|rappeler|réaffirmer|dire|"
    r"juger|noter|relever|convenir)$"
)
_REAFFIRMS = re.compile(
    r"(?:réaffirm\w+|réitér\w+|renouvel\w+|confirm\w+)\s(?:leur|son|notre)\s(?:engagement|volonté|"
    r"détermination|attachement)\s"
    rf"(?P<preposition>à|de|d')\s?(?={TO_DO})"
)
_BINDS = re.compile(
    r"\b(?:chaque|tous\sles|toutes\sles|par\s(?:an|mois|semaine|trimestre)|avant\s(?:le|la|fin)|d'ici|"
    r"au\splus\stard|fois|prochaine\ssession|"
    r"annuellement|mensuellement)\b|\b\d"
)
_BY_OTHER = re.compile(r"\bpar\s(?P<who>(?:l'|les?\s|la\s|des\s|un\s|une\s|leurs\s)?[^,;.]{2,80})")
_THE_LATTER = frozenset(("celle-ci", "celui-ci", "ce dernier", "cette dernière"))
# “Du côté péruvien, le ministère de l'Eau publiera le plan.”
_ON_WHOSE_SIDE = re.compile(r"(?:^|[;,]\s)(?:du\scôté|côté|pour|de\sla\spart)\s[^,;]{2,50},\s$", re.IGNORECASE)
_GENERAL = re.compile(r"(?:de\s|d'|à\s)?(?:rester|demeurer)\s|(?:de\s|d'|à\s)?(?:avancer|progresser)\sensemble\b")


class SentenceReader:
    """Finds what sentences undertake, one after the other: “elle” is the side of which a sentence before told."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._told_of: str | None = None

    def pieces(self, sentence: str) -> Iterator[Undertaking]:
        """Yield what a shielded sentence undertakes, in order."""
        clauses = self._clauses(sentence)
        for index, clause in enumerate(clauses):
            later = clauses[index + 1 :]
            end = _before_joint(sentence, later[0].subject.start) if later else len(sentence)
            if (aside := _ASIDE.search(sentence, clause.predicate.end, end)) is not None:
                end = aside.start()
            end = len(_END.sub("", sentence[:end]))
            yield from self._undertaken(sentence, clause, end)
        if clauses and clauses[-1].side:
            self._told_of = clauses[-1].side

    def lead_in(self, sentence: str) -> tuple[Strength, str | None] | None:
        """Return the strength and side of what the list after a sentence with a colon is undertaken with."""
        for clause in reversed(self._clauses(sentence)):
            if clause.predicate.follows is not None and (clause.party or clause.predicate.impersonal):
                return clause.predicate.strength, clause.side
            if clause.predicate.follows is None:
                after = sentence[clause.predicate.end :].strip(" :,")
                undertakes = _UNDERTAKES_ALONE.search(sentence[clause.predicate.start : clause.predicate.end])
                if undertakes and (clause.party or clause.predicate.impersonal) and _OPEN_END.fullmatch(after):
                    return Strength.FIRM, clause.side
                if _REAFFIRMS_ENGAGEMENT.search(sentence, clause.predicate.start):
                    return Strength.SOFT, clause.side
        return None

    def item(self, sentence: str, strength: Strength, side: str | None) -> Iterator[Undertaking]:
        """Yield the pieces of an item that a lead-in undertakes: a verb phrase, a clause, a noun of action."""
        lowered = sentence[:1].lower() + sentence[1:]
        end = len(_END.sub("", lowered))
        if infinitive_at(lowered, 0):
            preposition = re.match(r"de\s|d'|à\s|pour\s", lowered)
            own = preposition.group().strip() if preposition else ""
            for begin, stop in split_infinitives(lowered, 0, end, own):
                yield Undertaking(begin, stop, begin, strength, side)
            return
        own_pieces = list(self.pieces(sentence))
        if own_pieces:
            yield from own_pieces
        elif not self._clauses(sentence):
            yield Undertaking(0, end, 0, strength, side)

    def _clauses(self, sentence: str) -> list[_Clause]:
        """Return the predicates of the sentence itself with their subjects, those that only tell among them."""
        found: list[_Clause] = []
        reached = 0
        subordinate = False
        for predicate in find_predicates(sentence):
            between = sentence[reached : predicate.start]
            coordinated = _JOINT_AT_END.search(between) is not None
            marks = list(_SUBORDINATE.finditer(between))
            if (
                marks
                and (found or marks[-1].end() > len(between) - 60)
                and not self._own_subject(between, marks[-1].end())
            ):
                subordinate = True
                reached = predicate.end if not coordinated else reached
                continue
            if subordinate and coordinated and predicate.follows is Follows.ACT:
                continue
            subject = subject_before(sentence, reached if found or reached else 0, predicate.start, self._sides)
            if subject is None:
                continue
            subordinate = False
            found.append(self._clause(sentence, predicate, subject, found[-1] if found else None))
            reached = predicate.end
        return found

    def _own_subject(self, between: str, at: int) -> bool:
        """Say whether after a subordinate clause a new clause with a party begins (“..., et la partie X ...”)."""
        rest = between[at:]
        cut = max((match.end() for match in re.finditer(r"[;,]\s(?:et\s|mais\s|tandis\squ[e']\s?)?", rest)), default=0)
        return cut > 0 and is_party(rest[cut:].strip(), self._sides)

    def _clause(self, sentence: str, predicate: Predicate, subject: Subject, before: _Clause | None) -> _Clause:
        if subject.shared and before is not None:
            return _Clause(predicate, subject, before.side, before.party, before.meeting)
        side = subject.side
        if predicate.impersonal:
            return _Clause(predicate, subject, None, subject.party, subject.meeting)
        if side is None and subject.pronoun.lower() in _THE_LATTER:
            side = next(reversed(self._sides.mentioned(sentence[: subject.start])), self._told_of)
        elif side is None and subject.party and (whose := _ON_WHOSE_SIDE.search(sentence, 0, subject.start)):
            side = self._sides.only_side(whose.group())
        elif side is None and subject.pronoun.lower() in ("elle", "il"):
            side = before.side if before is not None else self._told_of
        return _Clause(predicate, subject, side, subject.party, subject.meeting)

    def _undertaken(self, sentence: str, clause: _Clause, end: int) -> Iterator[Undertaking]:
        predicate, start = clause.predicate, clause.subject.start
        whole = Undertaking(start, end, predicate.end, predicate.strength, clause.side)
        match predicate.follows:
            case None:
                yield from _reaffirmed(sentence, whole)
            case Follows.ACT:
                yield from self._acts(sentence, clause, whole)
            case _ if not (clause.party or predicate.impersonal):
                return
            case Follows.CLAUSE:
                yield from self._promised(sentence, whole)
            case Follows.NOUN:
                yield whole
            case Follows.INFINITIVE:
                yield from _infinitives(sentence, whole, predicate.preposition)

    def _acts(self, sentence: str, clause: _Clause, whole: Undertaking) -> Iterator[Undertaking]:
        """Yield what a verb in the future says that a party will do, or that will be done and by no other."""
        predicate = clause.predicate
        if passive_participle(sentence, predicate) is not None:
            by = _BY_OTHER.search(sentence, predicate.end, whole.end)
            if by is None or is_party(by["who"], self._sides):
                side = self._sides.only_side(by["who"]) if by is not None else None
                yield replace(whole, doing=whole.start, side=side or whole.side)
            return
        if clause.meeting and _IS_HELD.search(sentence, predicate.start, min(len(sentence), predicate.end + 20)):
            yield replace(whole, doing=whole.start)
            return
        if not clause.party or is_future_of_being(sentence, predicate):
            return
        after = re.compile(r"\s(?:de\s|d'|à\s)").match(sentence, predicate.end)
        if after and infinitive_at(sentence, predicate.end + 1):
            preposition = after.group().strip()
            for index, (begin, stop) in enumerate(
                split_infinitives(sentence, predicate.end + 1, whole.end, preposition)
            ):
                first = index == 0
                yield replace(
                    whole, start=whole.start if first else begin, end=stop, doing=predicate.start if first else begin
                )
            return
        yield replace(whole, doing=predicate.start)

    def _promised(self, sentence: str, whole: Undertaking) -> Iterator[Undertaking]:
        """Yield the pieces of “sont convenues que ...”: clauses in which a party will act or something will be done."""
        edges = [match.end() for match in _AND_THAT.finditer(sentence, whole.doing, whole.end)]
        stops = [match.start() for match in _AND_THAT.finditer(sentence, whole.doing, whole.end)]
        for index, (begin, stop) in enumerate(zip([whole.doing, *edges], [*stops, whole.end], strict=True)):
            inner = re.sub(r"^qu(?:e\s|')", lambda m: " " * len(m.group()), sentence[begin:stop])
            verb = _INNER_VERB.search(inner)
            if verb is None:
                continue
            held = _IS_HELD.search(inner, verb.start())
            if _NO_VERB.search(verb.group()) and not held:
                continue
            subject = inner[: verb.start()].strip()
            party = is_party(re.sub(r"\s?\b(?:ne|n'|s'|se|l'|leur|y|en)\s?$", "", subject), self._sides)
            participle = re.match(r"\s(?:[a-zà-ÿ]+ment\s)?[a-zà-ÿ]+(?:é|i|u|is|it|ert)e?s?\b", inner[verb.end() :])
            done = participle is not None and re.search(r"(?:sera|seront|serait|seraient)$", verb.group()) is not None
            if not (party or done or held or _HAPPENS.match(inner, verb.start())):
                continue
            first = whole.start if index == 0 else begin
            yield replace(whole, start=first, end=stop, doing=begin, side=self._sides.only_side(subject) or whole.side)


_IS_HELD = re.compile(
    r"\b(?:tiendra|tiendront|tiendrait|réunira|réuniront|réunirait|sera\s(?:organisée?|convoquée?|accueillie?|tenue?)|"
    r"seront\s(?:organisée?s|tenue?s)|serait\s(?:organisée?|tenue?)|aura(?:it)?\slieu|auront\slieu|"
    r"(?:devrait|devra|pourrait)\s(?:se\stenir|avoir\slieu|être\sorganisée?))"
)
# What is made to happen, though its makers are not named.
_HAPPENS = re.compile(
    r"(?:passer|entrer|débuter|commencer|reprendr|prendr|augmenter|s'ouvrir)(?:a|ont|ait|aient)\s"
    r"(?:de\s\d|à\s\d|en\s(?:vigueur|service)|effet|le\s\d|dès|avant|au\s|en\s)"
)
_UNDERTAKES_ALONE = re.compile(
    r"(?:convenue?s?|conviennent|convenons|décidé|décident|décidons|engag\w+|accord\w*|résolu|arrêté)$"
)
_OPEN_END = re.compile(
    r"(?:d'un\scommun\saccord\s)?(?:(?:de|à|sur|pour|d'adopter|de\sprendre|à\sprendre)\s?)?(?:ce\squi\s"
    r"suit|(?:des|les|aux|sur\sles)?\s?"
    r"(?:mesures|actions|points|engagements|dispositions|éléments|étapes|orientations|conclusions)\s"
    r"(?:suivant|ci-après)\w*|(?:de|à|d'|que|notamment)?)",
)
_REAFFIRMS_ENGAGEMENT = re.compile(r"(?:réaffirm|réitér|renouvel)\w*\s(?:leur|son|notre)\sengagement\b[^:]*:$")


def _reaffirmed(sentence: str, whole: Undertaking) -> Iterator[Undertaking]:
    """Yield what is only affirmed again, where it carries a deadline, a quantity or a frequency."""
    match = _REAFFIRMS.search(sentence, max(0, whole.doing - 20), whole.end)
    if match and _BINDS.search(sentence, match.end(), whole.end):
        yield replace(whole, doing=match.start("preposition"), strength=Strength.SOFT)


def _infinitives(sentence: str, whole: Undertaking, preposition: str) -> Iterator[Undertaking]:
    verb = infinitive_at(sentence, whole.doing)
    if _TELLING_INFINITIVE.search(verb) or _GENERAL.match(sentence, whole.doing):
        return
    for index, (begin, stop) in enumerate(split_infinitives(sentence, whole.doing, whole.end, preposition)):
        yield replace(whole, start=whole.start if index == 0 else begin, end=stop, doing=begin)


def _before_joint(sentence: str, start: int) -> int:
    """Return where the words before a clause end, without what joins the clause to them."""
    joint = re.search(r"(?:\s?[;:,]\s?)?(?:\b(?:et|mais|puis|tandis\squ[e'])\s?)?$", sentence[:start])
    return joint.start() if joint else start
