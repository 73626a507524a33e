"""The words of French that the reading of a source rests on; nothing here is a rule."""

from __future__ import annotations

from dialogue_prep.reading.english import ROMAN


def words(listed: str) -> tuple[str, ...]:
    """Return the words of a table that is written as one string."""
    return tuple(listed.split())


MONTHS = words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")

ORDINALS = {
    "premier": 1, "première": 1, "inaugurale": 1, "inaugural": 1, "deuxième": 2, "second": 2, "seconde": 2,
    "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9,
    "dixième": 10, "onzième": 11, "douzième": 12, "treizième": 13, "quatorzième": 14, "quinzième": 15,
    "seizième": 16, "dix-septième": 17, "dix-huitième": 18, "dix-neuvième": 19, "vingtième": 20,
    "trentième": 30, "quarantième": 40, "cinquantième": 50, "soixantième": 60,
}  # fmt: skip
ORDINALS |= {
    ten + one: tens + ones
    for tens, ten in ((20, "vingt"), (30, "trente"), (40, "quarante"), (50, "cinquante"), (60, "soixante"))
    for ones, one in (
        (1, " et unième"), (1, "-et-unième"), (2, "-deuxième"), (3, "-troisième"), (4, "-quatrième"),
        (5, "-cinquième"), (6, "-sixième"), (7, "-septième"), (8, "-huitième"), (9, "-neuvième"),
    )
}  # fmt: skip
ORDINAL = (
    "(?:" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + r"|\d{1,3}\s?(?:re|ère|er|e|ème|ième|nde|nd)|"
    f"(?-i:{'|'.join(sorted(ROMAN, key=len, reverse=True))})(?:re|ère|er|e|ème))"
)

# What a series of meetings, and one of its meetings, is called.
SERIES = words("""
    dialogue dialogues forum consultations conférence conseil comité commission groupe sommet partenariat mécanisme
    entretiens pourparlers rencontres assises
    """)
MEETINGS = words("session réunion rencontre édition tour cycle sommet conférence forum dialogue consultations tenue")

# How a joint record names itself.
RECORDS = (
    "communiqué", "déclaration", "relevé de conclusions", "relevé de décisions", "relevé", "procès-verbal",
    "compte rendu", "compte-rendu", "conclusions", "document final", "feuille de route", "résultats",
)  # fmt: skip

# People and bodies through whom a party acts; a subject begins with one of them. None is a text, a result, a process.
PARTY_NOUNS = words("""
    parties partie pays côtés côté délégations délégation gouvernements gouvernement ministres ministre ministères
    ministère dirigeants dirigeantes chefs chef présidents président présidente présidentes coprésidents coprésidentes
    co-présidents coprésident coprésidente premiers-ministres experts expertes fonctionnaires responsables services
    service autorités autorité administrations administration agences agence organismes organisme institutions
    institution représentants représentantes participants participantes directeurs directrices directeur directrice
    états état nations équipes équipe centres centre instituts institut écoles école polices police douanes
    gendarmeries gendarmerie forces armées banques organes parquets tribunaux secrétaires secrétaire secrétariats
    secrétariat comités comité commissions commission groupe groupes conseil conseils points homologues signataires
    négociateurs enquêteurs magistrats parlements ambassadeurs ambassadrice ambassadeur ambassades capitales
    départements département bureaux bureau offices office académies universités laboratoires correspondants
    royaume république confédération fédération principauté intéressés intéressées deux
    """)

# Verbs of telling, by how they begin: what they govern is no undertaking.
TELLING = words("""
    accueilli apprécié appel approuv attach attend condamn confirm conscient considér constat convaincu débatt
    demeur déplor discut dispos échang encourag engag enten espèr espér estim évoqu examin exhort exprim fait
    félicit indiqu inform insist mis mentionn not observ passé pass pris prenn prend préoccup procéd rappel réaffirm
    réitér reconnaiss reconnu recueill regrett réjou relev remerci remarqu renouvel rest salu signal soulign
    soutenu soutien souten tém traité tenu
    """)
