"""Terms of reference in French: the words of their headings and clauses."""

from __future__ import annotations

import re

from dialogue_prep.domain.dialogue import Cadence
from dialogue_prep.reading.extract import Extract
from dialogue_prep.reading.french.enumeration import listed
from dialogue_prep.reading.french.words import SERIES
from dialogue_prep.reading.layout import Layout
from dialogue_prep.reading.sentences import sentences
from dialogue_prep.reading.sides import Sides
from dialogue_prep.reading.terms_by_words import TermsWords, is_terms
from dialogue_prep.reading.terms_by_words import read_terms as read_by_words

NAMED = re.compile(
    r"\b(?:mandat|termes\sde\sréférence|cadre\sde\sréférence|cahier\sdes\scharges|règlement\sintérieur)\b",
    re.IGNORECASE,
)
_MAY = r"(?:peu(?:t|vent)|pourr(?:a|ont))"
# Those who meet and the paper itself have a short name too; those in the plural are none of “le”, “la” and “l'” anyway.
_NO_DIALOGUE = r"(?!(?:(?:le|la)\s|l')(?:partie|côté|délégation|ministère|gouvernement|état|mandat|accord)\b)"
_FOR_SIDE = r"(?:,?\s(?:pour|du\scôté|au\snom)\s[^.;,]{2,60},?)?"
_SOMEBODY = (
    r"(?:(?:le|la|les|son|sa|ses)\s|l')?(?:vice-|sous-)?(?:ministres?\b|direct(?:eur|rice)|secrétaire|ambassad|chef|président|"
    r"haut|représentant)"
)
WORDS = TermsWords(
    kind=NAMED,
    series=re.compile(r"\b(?:" + "|".join(SERIES) + r")\b", re.IGNORECASE),
    designation=re.compile(r"\b(?:désignation|dénomination|appellation|nom|intitulé)\b", re.IGNORECASE),
    purpose=re.compile(r"\b(?:objet|but|finalité|mission|raison\sd'être|vocation)\b", re.IGNORECASE),
    topics=re.compile(r"\b(?:thèmes?|sujets?|ordre\sdu\sjour|domaines?|questions|champ|matières)\b", re.IGNORECASE),
    mechanisms=re.compile(r"\b(?:mécanismes?|relations?\savec|instances|articulation|organes|suivi)\b", re.IGNORECASE),
    objectives=re.compile(r"\b(?:objectifs?|priorités?|tâches|résultats\sattendus)\b", re.IGNORECASE),
    called=re.compile(
        r"\b(?:dénommée?|nommée?|intitulée?|appelée?|désignée?\ssous\sle\snom\sde|porte\sle\s(?:nom|"
        r"titre)\sde|est\sétabli|est\sinstitué)\s"
        r"(?:(?:le|la|un|une)\s)?[«“\"]\s?(?P<name>(?:(?:le|la|l')\s)?[^«»“”\"]{5,160}?)\s?[»”\"]",
        re.IGNORECASE,
    ),
    in_title=re.compile(
        r"(?:mandat|termes\sde\sréférence)\s(?:du\s|de\sla\s|de\sl'|de\s|pour\sle\s|:\s|[-–—]\s)(?P<name>\S.{4,200})$",
        re.IGNORECASE,
    ),
    short=re.compile(
        r"\(ci-après(?:\sdénommée?s?|\sappelée?s?|\sdésignée?s?(?:\spar)?)?,?\s?:?\s?[«“\"]?\s"
        rf"?{_NO_DIALOGUE}(?P<name>(?:le\s|la\s|l')[^«»“”\"()]{{2,60}}?)\s?[»”\"]?\)",
        re.IGNORECASE,
    ),
    chaired=re.compile(
        r"\b(?:coprésidée?s?|co-présidée?s?|présidée?s?\sconjointement|coprésidence\s(?:du\sDialogue\s"
        rf")?est\s(?:assurée|exercée)){_FOR_SIDE}\spar\s"
        r"(?P<one>(?:le\s|la\s|l')[^.;]{3,200}?),?\s(?:d'une\spart,?\s)?et"
        rf"(?:{_FOR_SIDE}\spar)?\s"
        r"(?P<other>(?:le\s|la\s|l')[^.;]{3,200}?)(?=,?\sd'autre\spart|[.;]|$)"
    ),
    entities=re.compile(
        r"(?:\b(?:entités|institutions|organismes|administrations|ministères|services)\s"
        r"(?:participante?s?\s)?(?:de\s|du\s|des\s|d'|pour\s)[^:.;]{2,60}?\s(?:sont|:|comprennent)\s"
        r"(?:les\ssuivante?s\s)?(?::\s)?|"
        r"\b(?:[Dd]u\scôté|[Pp]our|[Dd]e\sla\spart|[Aa]u\snom)\s[^:.;,]{2,60}?\s?:\s|"
        r"(?:^|(?<=\s))[^:.;,]{2,60}?\s(?:est|sera)\sreprésentée?\spar\s)"
        rf"(?!{_SOMEBODY})(?P<listed>[^.;]+)"
    ),
    side_line=re.compile(
        r"(?:les\s)?(?:pour|du\scôté|partie|délégation|côté|entités|institutions|la\spartie|participants)\b[^.;]{2,80}:?$",
        re.IGNORECASE,
    ),
    article=re.compile(r"(?:le\s|la\s|l'|les\s)", re.IGNORECASE),
    follows=re.compile(
        r"\b(?:suivant(?:e)?s\s?:|ci-après\s?:|porte\ssur|traite\sde|couvre|visent?\sà|notamment\s?:?)\s", re.IGNORECASE
    ),
    meets=re.compile(
        r"\b(?:réuni\w*|sessions?|réunions?|rencontres?|tenue?s?|tient|tiennent|organis\w+|"
        r"accueilli\w*|présidé\w*|dialogue)\b",
        re.IGNORECASE,
    ),
    cadences=(
        (
            re.compile(r"\b(?:deux\sfois\s(?:par\san|l'an)|semestriel\w*|tous\sles\ssix\smois)\b", re.IGNORECASE),
            Cadence.TWICE_A_YEAR,
        ),
        (
            re.compile(
                r"\b(?:tous\sles\sdeux\sans|une\sfois\stous\sles\sdeux\sans|bisannuel\w*|biennal\w*)\b", re.IGNORECASE
            ),
            Cadence.EVERY_TWO_YEARS,
        ),
        (
            re.compile(
                r"\b(?:une\sfois\s(?:par\san|l'an)|chaque\sannée|tous\sles\sans|annuel\w*|par\san)\b", re.IGNORECASE
            ),
            Cadence.ANNUAL,
        ),
    ),
    alternate=re.compile(
        r"\b(?:alternativement|alternance|à\stour\sde\srôle|tour\sà\stour|par\srotation)\b", re.IGNORECASE
    ),
    topics_open=re.compile(
        rf"\b(?:autres|nouveaux|nouvelles|supplémentaires)\s(?:thèmes|sujets|questions|points|domaines)\s{_MAY}\b|"
        rf"\b{_MAY}\s(?:également\s|aussi\s)?(?:ajouter|inscrire|aborder|proposer|convenir)\s"
        rf"[^.]{{0,40}}?\b(?:autres|nouveaux|nouvelles)\b",
        re.IGNORECASE,
    ),
    subgroups=re.compile(
        rf"(?=[^.]*\b(?:{_MAY}|constitu\w+|créée?s?|mis\sen\splace|"
        rf"établi\w*)\b)[^.]*\b(?:sous-groupes?|groupes?\sde\stravail|sous-comités?|groupes?\s"
        rf"d'experts)\b",
        re.IGNORECASE,
    ),
    participation=re.compile(
        r"\b(?:représentée?s?|participent|assistent|prennent\spart)\b[^.]*\b(?:adjointe?s?|désign\w+|"
        r"fonctionnaires?|agents?|responsables?)\b",
        re.IGNORECASE,
    ),
    guidance=re.compile(
        r"(?=[^.]*\b(?:demander|solliciter|recevoir|requérir|saisir|"
        r"s'adresser)\b)[^.]*\b(?:orientations?|instructions?|directives?|conseils?)\b",
        re.IGNORECASE,
    ),
    sentences=sentences,
    listed=listed,
)


def read_terms(found: Extract, layout: Layout, sides: Sides) -> Extract:
    """Return an extract filled with what French terms of reference say."""
    return read_by_words(WORDS, found, layout, sides)


def are_terms(layout: Layout) -> bool:
    """Say whether a source is terms of reference."""
    return is_terms(layout, NAMED, (WORDS.designation, WORDS.purpose, WORDS.topics, WORDS.mechanisms, WORDS.objectives))
