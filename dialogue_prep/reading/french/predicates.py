"""What French sentences say that parties do: undertake, will do, or only tell; each verb with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from dialogue_prep.domain.commitment import Strength
from dialogue_prep.reading.french.verbs import BEFORE_FINITE, FUTURE, INFINITIVE, PARTICIPLE, TO_DO


class Follows(Enum):
    """What stands after a verb: an infinitive, a clause with “que”, a noun of action; or the verb itself is the act."""

    INFINITIVE = auto()
    CLAUSE = auto()
    NOUN = auto()
    ACT = auto()


@dataclass(frozen=True, slots=True)
class Predicate:
    """A finite verb: its offsets, and where what it undertakes begins; `follows` is None where it only tells.

    `preposition` stands before each infinitive (“de”, “à” or nothing). `impersonal` verbs need no party.
    """

    start: int
    end: int
    follows: Follows | None
    strength: Strength = Strength.FIRM
    preposition: str = ""
    impersonal: bool = False


_ADVERBS = (
    r"(?:(?:également|aussi|en\soutre|par\sailleurs|notamment|ensemble|ensuite|enfin|par\sconséquent|ainsi|donc|"
    r"à\scet\ségard|d'un\scommun\saccord|en\sparticulier|à\scet\seffet|pour\sleur\spart|pour\ssa\spart|en\sprincipe|"
    r"[a-zà-ÿ]+ment|,[^,;]{3,120},)\s|,\s)*"
)
_HAVE = r"(?:ont|a|avons)"
_ARE = r"(?:sont|est|sommes)"
_INTENTION = r"(?:leur|son|notre)\s(?:commune\s|ferme\s)?intention"
_FIRM = (
    rf"{_ARE}\s{_ADVERBS}convenue?s?|{_HAVE}\s{_ADVERBS}convenu|conviennent|(?<!il\s)convient|convenons|"
    rf"{_HAVE}\s{_ADVERBS}(?:décidé|résolu|promis|accepté|arrêté)|décident|décidons|décide|acceptent|accepte|acceptons|"
    rf"promettent|promettons|promet|"
    rf"se\ssont\s{_ADVERBS}engagée?s?|s'est\s{_ADVERBS}engagée?|nous\ssommes\s{_ADVERBS}engagée?s|s'engagent|s'engage|"
    rf"nous\sengageons|s'engageant|"
    rf"se\ssont\s{_ADVERBS}(?:mise?s\sd'accord|accordée?s|entendue?s)|nous\ssommes\s{_ADVERBS}mis(?:es)?\sd'accord|"
    rf"se\smettent\sd'accord|s'accordent|{_ARE}\s{_ADVERBS}tombée?s\sd'accord|"
    rf"{_HAVE}\s{_ADVERBS}pris\s{_ADVERBS}l'engagement|prennent\sl'engagement|prenons\sl'engagement|"
    rf"prend\sl'engagement|"
    rf"{_HAVE}\s{_ADVERBS}confirmé\s(?:leur|son|notre)\sdécision|"
    rf"{_HAVE}\s{_ADVERBS}annoncé|annoncent|annonçons|annonce|{_ARE}\s{_ADVERBS}chargée?s?"
)
_SOFT = (
    rf"entendent|entendons|entend|envisagent|envisageons|envisage|prévoient|prévoyons|prévoit|projettent|comptent|"
    rf"comptons|compte|se\sproposent|se\spropose|nous\sproposons|souhaitent|souhaitons|souhaite|ambitionnent|"
    rf"se\stien(?:t|nent)\s{_ADVERBS}prête?s?(?!\sà\s(?:agir|aider|appuyer|assister|contribuer|coopérer|poursuivre|répondre|soutenir)\b)|"
    rf"{_HAVE}\s{_ADVERBS}(?:l'intention|prévu)|"
    rf"{_HAVE}\s{_ADVERBS}(?:exprimé|manifesté|confirmé|affirmé|déclaré|fait\sconnaître|annoncé|indiqué|fait\spart\sde|"
    rf"fait\sétat\sde|marqué)\s{_INTENTION}"
)
_IMPERSONAL = r"il\s(?:a\sété|est|fut)\s" + _ADVERBS + r"(?:convenu|décidé|entendu|arrêté)"
_OWN = (
    r"(?:leurs|nos|ses|son|sa|leur|notre|(?:les|le|la|l')\s?(?:hauts?\s)?(?:fonctionnaires|experts|services|"
    r"coprésidents|points\sde\scontact|groupe|comité|commission|secrétariat|directeurs|équipes|administrations))"
)
_TASKS = re.compile(
    rf"(?:(?:{_HAVE}\s{_ADVERBS}(?:chargé|mandaté|donné\s(?:pour\s)?(?:instruction|mandat|mission)\sà|"
    rf"confié\sà)|chargent|"
    rf"chargeons|charge|mandatent|donnent\s(?:pour\s)?(?:instruction|mandat)\sà|confient\sà)\s(?=\S)|"
    rf"(?:{_HAVE}\s{_ADVERBS}(?:prié|demandé\sà|invité|enjoint\sà)|demandent\sà|demandons\sà|invitent|invitons|prient)"
    rf"\s(?={_OWN}\b))"
    rf"(?P<whom>[^,;:]{{3,160}}?|[^,;:]{{3,80}},[^,;:]{{3,80}},)\s(?:le\ssoin\s|la\smission\s|la\stâche\s)?"
    rf"(?P<preposition>de\s|d'|à\s)(?={TO_DO})"
)
_UNDERTAKES = re.compile(
    rf"{BEFORE_FINITE}\b(?:(?P<impersonal>{_IMPERSONAL})|(?P<soft>{_SOFT})|(?P<firm>{_FIRM}))\b", re.I
)
_AFTER = re.compile(
    rf"{_ADVERBS}\s?{_ADVERBS}(?:(?P<clause>(?:à\sce\s|de\sce\s)?qu(?:e\s|'))|"
    rf"(?P<preposition>de\s|d'|à\s|pour\s)?{_ADVERBS}(?={TO_DO})|"
    r"(?P<noun>(?:de\s|d'|sur\s|à\s|pour\s)?(?:l'|le\s|la\s|les\s|un\s|une\s|des\s|du\s)?)"
    r"(?=(?:création|établissement|mise\sen\s|ouverture|lancement|organisation|tenue|octroi|versement|envoi|"
    r"contribution|financement|constitution|institution|élaboration|désignation|réouverture|prorogation|"
    r"reconduction|extension|publication)\b))"
)
_FUTURE = re.compile(rf"{BEFORE_FINITE}{FUTURE}")
_SOFT_FUTURE = re.compile(
    r"(?:efforceront|efforcera|efforcerons|attacheront|attachera|attacherons|chercheront|cherchera|chercherons|"
    r"tenteront|tentera|tenterons|emploieront|emploiera|emploierons|tâcheront|essaieront|viseront|visera|"
    r"envisageront|envisagera|souhaiteront)$"
)
# No act: what may be, what must be so, what will follow of itself.
_NO_ACT = re.compile(
    r"(?:pourr|permettr|contribuer|aur|constituer|résulter|relèver|dépendr|pèser|faudr|demeurer|rester|sembler|"
    r"entrer)(?:a|ont|ons)$"
)
_PASSIVE = re.compile(rf"\s(?:également\s|[a-zà-ÿ]+ment\s)?(?P<participle>{PARTICIPLE})\b")
_NO_DEED = re.compile(
    r"(?:chargé|composé|dirigé|présidé|coprésidé|conduit|assuré|régi|fondé|soumis|appelé|guidé|tenu|considéré|lié|"
    r"marqué|habilité|autorisé|nécessaire)e?s?$"
)
_TELLS = re.compile(
    rf"{BEFORE_FINITE}\b(?:(?:ont|a|avons|sont|est|sommes|avaient|avait|étaient|était|eurent|furent|"
    rf"fut|eut)\s{_ADVERBS}"
    rf"(?:été\s)?(?:{PARTICIPLE}|eu)|"
    r"(?:saluent|félicitent|rappellent|réaffirment|réitèrent|soulignent|notent|constatent|prennent|"
    r"reconnaissent|expriment|"
    r"appellent|demeurent|restent|remercient|encouragent|condamnent|estiment|considèrent|soutiennent|relèvent|"
    r"déplorent|regrettent|espèrent|attendent|exhortent|réjouissent|attachent|partagent|confirment|affirment|insistent|"
    r"mesurent|déclarent|jugent|observent|tiennent|renouvellent|accueillent|approuvent|apprécient|invitent|demandent|"
    r"salue|félicite|rappelle|réaffirme|souligne|note|constate|prend|exprime|remercie|réjouit|"
    r"saluons|félicitons|rappelons|réaffirmons|réitérons|soulignons|notons|constatons|prenons|reconnaissons|exprimons|"
    r"appelons|demeurons|restons|remercions|encourageons|condamnons|estimons|considérons|soutenons|réjouissons|"
    r"sont|est|sommes|ont|a|avons))\b"
)


def find_predicates(sentence: str) -> list[Predicate]:
    """Return the finite verbs of a shielded sentence in order, none within another."""
    found = [
        *_tasks(sentence),
        *_undertakings(sentence),
        *_futures(sentence),
        *(Predicate(match.start(), match.end(), None) for match in _TELLS.finditer(sentence)),
    ]
    chosen: list[Predicate] = []
    for one in sorted(found, key=lambda one: (one.start, one.follows is None, -one.end)):
        if not chosen or one.start >= chosen[-1].end:
            chosen.append(one)
        elif one.follows is not None and chosen[-1].follows is None:
            chosen[-1] = one
    return chosen


def passive_participle(sentence: str, predicate: Predicate) -> str | None:
    """Return the participle of “seront rédigés”, where a future is a passive."""
    verb = sentence[predicate.start : predicate.end].rsplit("'", maxsplit=1)[-1].rsplit(maxsplit=1)[-1]
    match = _PASSIVE.match(sentence, predicate.end) if verb in ("sera", "seront", "serait", "seraient") else None
    return match["participle"] if match and not _NO_DEED.match(match["participle"]) else None


def is_future_of_being(sentence: str, predicate: Predicate) -> bool:
    """Say whether a future is one of “être”: it tells of a state, unless it is a passive."""
    return sentence[predicate.start : predicate.end].rsplit(maxsplit=1)[-1] in ("sera", "seront", "serons")


def _tasks(sentence: str) -> Iterator[Predicate]:
    for match in _TASKS.finditer(sentence):
        preposition = match["preposition"].strip()
        yield Predicate(match.start(), match.end(), Follows.INFINITIVE, Strength.FIRM, preposition)


def _undertakings(sentence: str) -> Iterator[Predicate]:
    for match in _UNDERTAKES.finditer(sentence):
        soft = match["soft"] is not None
        after = _AFTER.match(sentence, match.end())
        impersonal = match["impersonal"] is not None or match.group().endswith("engageant")
        follows, preposition = None, ""
        if after is not None:
            if after["clause"]:
                follows = None if soft else Follows.CLAUSE
            elif after["noun"] is not None:
                follows = None if soft else Follows.NOUN
            else:
                follows, preposition = Follows.INFINITIVE, (after["preposition"] or "").strip()
                follows = follows if preposition or soft else None
        end = after.end() if after and follows else match.end()
        strength = Strength.SOFT if soft else Strength.FIRM
        yield Predicate(match.start(), end, follows, strength, preposition, impersonal)


def _futures(sentence: str) -> Iterator[Predicate]:
    for match in _FUTURE.finditer(sentence):
        verb = match.group().split("'")[-1].split()[-1]
        if _NO_ACT.search(verb) and not sentence.startswith(" lieu", match.end()):
            yield Predicate(match.start(), match.end(), None)
            continue
        soft = _SOFT_FUTURE.search(verb) is not None
        yield Predicate(match.start(), match.end(), Follows.ACT, Strength.SOFT if soft else Strength.FIRM)


def infinitive_at(sentence: str, at: int) -> str:
    """Return the infinitive that stands at an offset, or after what stands before one; empty where there is none."""
    match = re.compile(rf"(?:de\s|d'|à\s|pour\s)?(?:{TO_DO})").match(sentence, at)
    verb = re.search(rf"{INFINITIVE}$", match.group()) if match else None
    return verb.group() if verb else ""
