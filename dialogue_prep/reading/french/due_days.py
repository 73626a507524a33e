"""By which day something is to be done, in a French source."""

from __future__ import annotations

import re

from dialogue_prep.reading.due_days import DueWords
from dialogue_prep.reading.french.days import days_in
from dialogue_prep.reading.french.words import MEETINGS, MONTHS

_MONTH = f"(?:{'|'.join(MONTHS)})"
_ORDINALS = ("premier", "deuxième", "troisième", "quatrième")
_BY = r"\b(?:d'ici(?:\s(?:à|au|en))?|(?:au|pas)\splus\stard(?:\s(?:que|à|au|en))?)\s"
_BEFORE = r"\bavant\s"
_COUNTS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "dix-huit": 18, "vingt-quatre": 24,
}  # fmt: skip
_END = r"(?:la\s)?fin(?:\s(?:du\smois\s)?(?:de\s|d'|du\s)?)$"
FRENCH_DUE_WORDS = DueWords(
    days_in=days_in,
    period=re.compile(
        rf"(?P<mid>\bmi-)?(?:(?:\b(?P<month>{_MONTH})\s|\b(?:le\s|du\s)?(?P<ordinal>premier|deuxième|second|troisième|quatrième)\s"
        r"(?:(?P<quarter>trimestre)|(?P<half>semestre))\s(?:de\s)?(?:l'année\s)?)?(?:\bl'année\s)?\b(?P<year>20\d\d)\b|"
        rf"\b(?P<coming>{_MONTH})\b|(?P<next>\bl'(?:année|an)\sprochaine?\b|\bl'année\ssuivante\b)|"
        r"(?P<this>\b(?:cette|l')\s?année\b))"
    ),
    by=re.compile(rf"(?:{_BY}|{_BEFORE}|\bpour\s){_END}|{_BY}(?:l[ea]\s)?$|\bpour\sla\s$", re.IGNORECASE),
    before=re.compile(rf"{_BEFORE}(?:la\s|le\s(?:mois\s(?:de\s|d'))?)?$", re.IGNORECASE),
    by_after=re.compile(r",?\sau\splus\stard\b"),
    before_after=re.compile(r"(?!)"),
    of_things=re.compile(
        r"\b(?:qui|dont)\b[^,;]*$|^(?!.*\b(?:être|soient?|ser\w+|est|sont|été|ont|a|avoir)\b).*\b\w+ée?s?\s$",
        re.IGNORECASE,
    ),
    within=re.compile(
        r"(?:(?!\b(?:chaque|toute?)\b).)*?(?P<limit>\b(?:dans\s(?:les|un\sdélai\s(?:maximal\s)?(?:de|d'))|"
        rf"d'ici(?:\sà)?|sous)\s?(?P<count>{'|'.join(_COUNTS)}|\d{{1,2}})\s(?:prochaine?s\s)?"
        r"(?:(?P<weeks>semaines?)|(?P<months>mois)|(?P<years>ans?|années?))\b)"
        r"(?:\s(?:suivant|après|(?:à\s(?:compter|partir)\s)?de|qui\ssuivent)\s(?:la\sprésente|cette|ce|le\sprésent|la)\s"
        rf"(?:{'|'.join(MEETINGS)})\b)?"
        r"(?!,?\s(?:de|du|des|d'|suiv\w+|après|avant|à\s(?:compter|partir)|qui|dès|depuis)(?:\b|(?<=')))",
        re.IGNORECASE | re.DOTALL,
    ),
    counted=lambda said: int(said) if said.isdecimal() else _COUNTS[said.lower()],
    number=lambda said: (
        2 if said == "second" else (_ORDINALS.index(said) if said in _ORDINALS else MONTHS.index(said)) + 1
    ),
)
