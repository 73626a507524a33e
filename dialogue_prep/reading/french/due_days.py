"""By which day something is to be done, in a French source."""

from __future__ import annotations

import re

from dialogue_prep.reading.due_days import DueWords
from dialogue_prep.reading.french.days import days_in
from dialogue_prep.reading.french.words import MONTHS

_MONTH = f"(?:{'|'.join(MONTHS)})"
_ORDINALS = ("premier", "deuxième", "troisième", "quatrième")
_BY = r"\b(?:d'ici(?:\s(?:à|au|en))?|(?:au|pas)\splus\stard(?:\s(?:que|à|au|en))?)\s"
_BEFORE = r"\bavant\s"
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
    number=lambda said: (
        2 if said == "second" else (_ORDINALS.index(said) if said in _ORDINALS else MONTHS.index(said)) + 1
    ),
)
