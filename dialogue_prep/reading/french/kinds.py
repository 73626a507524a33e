"""What sort of undertaking a French clause is, and a short phrase for what is to be done."""

from __future__ import annotations

import re

from dialogue_prep.domain.commitment import CommitmentKind
from dialogue_prep.reading.french.verbs import BEFORE_FINITE, CLITICS, CONDITIONAL, FUTURE, infinitive_of
from dialogue_prep.reading.french.words import ORDINAL
from dialogue_prep.reading.kinds import is_whole_without

_MEETING = r"(?:session|réunion|rencontre|édition|tour|cycle|sommet|conférence|forum|dialogue|consultations|comité)s?"
_SCHEDULING = re.compile(
    rf"\b(?:se\s(?:réunir|retrouver|rencontrer|revoir)\w*|{_MEETING}\s(?:[\w'’-]+\s){{0,9}}?(?:se\s"
    rf"tiendr|aur\w*\slieu|sera|"
    rf"seront|serait|devrait|devraient)|"
    rf"(?:tenir|tiendr\w*|organis\w*|convoqu\w*|accueill\w*)\s(?:[\w'’-]+\s){{0,4}}?(?:prochaine?s?\s|"
    rf"{ORDINAL}\s)?{_MEETING}\b|"
    rf"prochaine?\s{_MEETING}\s(?:à|en|au|aura|se))",
    re.IGNORECASE,
)
_BY_WHEN = re.compile(
    rf"(?:avant|à|lors\sde|d'ici\s(?:à|au)|pour|jusqu'à|en\svue\sde|au\scours\sde)\s(?:la|le|sa|leur|"
    rf"chaque)\s(?:prochaine?|{ORDINAL})\s{_MEETING}",
    re.IGNORECASE,
)
_NORM = re.compile(
    r"\b(?:s'abst[ei]\w+|ne\spas|n[e']\s?[\w'\s]{1,30}?\b(?:pas|aucune?|jamais|plus|ni)\b|ni\sl'une|"
    r"\bni\s[^,;]{2,60}\sni|aucune?\sdes|respecter\w*|se\sconformer\w*|"
    r"observer|éviter\w*|s'interdi\w+|renoncer\w*)\b",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"^(?:y\srevenir\b|revenir\s(?:sur|à)\s(?:cette|ces?|cet|la|le|les)\s(?:questions?|points?|sujets?|thèmes?)\b)|"
    r"^(?:(?:poursuivr|continuer|entamer|engager|tenir|mener|ouvrir|approfondir|intensifier|reprendr|"
    r"lancer|avoir|conduir)\w*\s"
    r"(?:de\s|d'|à\s)?)?(?:(?:leurs?|les|des|le|la|un|une|ces|leur|nos|de)\s)?(?:nouveaux\s|nouvelles\s)?"
    r"(?:discussions?|consultations?|échanges?\s(?:de\svues|sur|concernant)|dialogues?|entretiens?|pourparlers|"
    r"négociations?|débats?|réflexions?|concertations?|"
    r"discut\w+|étudi\w+|examin\w+|explor\w+|envisag\w+|réfléchi\w+|débatt\w+|se\sconcert\w+|se\s"
    r"consult\w+|échanger\sdes\svues)\b",
    re.IGNORECASE,
)
_CONTINUING = re.compile(
    r"^(?:renforc|élargi|approfondi|poursui|continu|coopér|collabor|coordonn|échang|partag|s'inform|"
    r"se\stenir|se\stiendr|souteni|soutiendr|"
    r"promouv|encourag|facilit|favoris|amélior|intensifi|développ|lutt|combatt|préveni|préviendr|"
    r"protég|mainteni|maintiendr|veill|assur|en\sassur|accroî|"
    r"rédui|travaill|œuvr|contribu|accélér|consolid|resserr|mobilis|appuy|appui|conjug|entreteni|"
    r"garanti|sécuris|préserv|unir|aid|associer\sétroit|"
    r"se\smobilis|s'entraid|se\sprêt|mieux|multipli|optimis|tir|valoris|tenir\sinform|communiqu|s'échang|"
    r"\w+er\smutuellement)"
)
_ONE_THING = re.compile(
    r"^(?:développ|accroî|rédui|amélior|assur|échang|accélér)\w*\s(?:[\w'-]+\s){0,3}?(?:mémorandum|"
    r"accord|traité|protocole|plan|programme|"
    r"projet|centre|système|réseau|site|portail|base|outil|logiciel)\b"
)
# “en faire davantage pour renforcer”: the effort is for something that goes on.
_FOR_MORE = re.compile(
    r"^(?:en\sfaire|prendr|faire|redoubl|déploy|intensifi|adopt)\w*\s[^,;]{0,60}?(?:pour|afin\sde|afin\s"
    r"d'|visant\sà|en\svue\sde)\s(?P<act>.*)$"
)
_LEAD = re.compile(
    r"^(?:de\s|d'|à\s|pour\s|(?:également|aussi|conjointement|ensemble|[a-zà-ÿ]+ment)\s)+", re.IGNORECASE
)
_EFFORT = re.compile(r"^(?:s'efforcer|s'attacher|chercher|s'employer|veiller|tâcher|tenter|continuer)\s(?:de\s|d'|à\s)")
# What only gives examples, a basis or more to know; a purpose or a means stays.
_TAIL = re.compile(
    r",?\s(?:y\scompris|notamment|dans\sle\scadre\sd|conformément|sur\sla\sbase\sd|"
    r"tels?\sque|telles?\sque|en\sparticulier)|,\s(?:qui|ce\squi|dont|en\s\w+ant)\b"
)
_GOES_ON = re.compile(r",\s(?:à|de|du|des|sur|pour|afin|en\svue)\s|,\sd'")
_BINDS = re.compile(
    r"\b(?:ne|n'|ni|pas|jamais|aucune?|sans|sauf|avant|jusqu'|au\splus\stard|fois|chaque|tous|toutes|annuellement|"
    r"mensuellement)\b|\d",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"^(?P<what>.{3,160}?)\s(?:se\stiendr\w+|aur\w+\slieu|ser\w+\s(?:organisée?|convoquée?|tenue?)s?|"
    r"devrait\s(?:se\stenir|avoir\slieu))"
    r"(?=[\s.,]|$)"
)
_VERB = re.compile(rf"^(?P<clitics>{CLITICS})(?P<verb>{FUTURE}|{CONDITIONAL})")
_CLAUSE = re.compile(
    rf"^(?:qu(?:e\s|'))?(?P<who>(?!{BEFORE_FINITE}(?:{FUTURE}|{CONDITIONAL}))[^,;]{{2,80}}?)\s(?P<rest>{CLITICS}(?!ser(?:a|ont|ait|"
    rf"aient)\b)(?:{FUTURE}|{CONDITIONAL}).*)$",
    re.DOTALL,
)
_NE = re.compile(r"n(?:e\s|')")
_PAS = re.compile(r"^\s(?:pas|plus)\b")
# “N'épargneront aucun effort” says no without “pas”.
_NO_PAS = re.compile(r"\b(?:aucune?|jamais|ni|nul(?:le)?|personne|que|rien)\b|\bqu'")


def kind_of(clause: str, doing: str) -> CommitmentKind:
    """Return the kind of an undertaking from its whole clause and from what is to be done (verb first)."""
    act = in_infinitive(doing)
    if _TALKS.search(_EFFORT.sub("", act)) or _TALKS.search(act):
        return CommitmentKind.DISCUSSION
    if _SCHEDULING.search(_BY_WHEN.sub("alors", clause)):
        return CommitmentKind.SCHEDULING
    if _NORM.search(clause):
        return CommitmentKind.NORM
    act = _EFFORT.sub("", act) if not act.startswith("continuer") else act
    if (more := _FOR_MORE.match(act)) is not None and _CONTINUING.search(more["act"]):
        return CommitmentKind.CONTINUING
    if _CONTINUING.search(act) and not _ONE_THING.search(act):
        return CommitmentKind.CONTINUING
    return CommitmentKind.ACTION


def in_infinitive(doing: str) -> str:
    """Return what is to be done with its verb in the infinitive and first (“échanger leurs cartes”)."""
    kept = _LEAD.sub("", doing.strip())
    clause = _CLAUSE.match(kept)
    if clause:
        kept = clause["rest"]
    verb = _VERB.match(kept)
    if verb is None:
        return kept
    word = verb["verb"]
    clitics, rest = verb["clitics"], kept[verb.end() :]
    negated = _NE.match(clitics)
    if negated and (_PAS.match(rest) or not _NO_PAS.search(rest)):
        clitics, rest = f"ne pas {clitics[negated.end() :]}", _PAS.sub("", rest)
    return f"{clitics}{infinitive_of(word)}{rest}"


def short_action(doing: str) -> str:
    """Return a short but whole phrase, capitalised; `doing` begins with its verb, or with its subject."""
    kept = _LEAD.sub("", doing.strip())
    held = _HELD.match(kept)
    kept = f"tenir {kept[: held.end('what')]}{kept[held.end() :]}" if held else in_infinitive(kept)
    tail = _TAIL.search(kept, 8)
    if tail and is_whole_without(kept, tail.start(), _BINDS, _GOES_ON):
        kept = kept[: tail.start()]
    kept = kept.strip().rstrip(".,;: ")
    kept = re.sub(r"^(?P<tenir>tenir\s)(?P<article>[LU])", lambda m: m["tenir"] + m["article"].lower(), kept)
    return (kept[:1].upper() + kept[1:]).replace("'", "’")
