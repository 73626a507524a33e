"""French verbs as sources use them: infinitives, futures and conditionals, and the infinitive behind a future."""

from __future__ import annotations

import re

from dialogue_prep.reading.french.words import words

# Infinitives in -re are few, words that look like one are many.
_IN_RE = words("""
    mettre permettre promettre transmettre soumettre remettre admettre commettre prendre comprendre entreprendre
    reprendre apprendre rendre étendre défendre vendre attendre répondre suspendre tendre descendre dépendre conclure
    inclure exclure faire refaire satisfaire construire reconstruire produire réduire conduire introduire traduire
    instruire déduire détruire poursuivre suivre vivre être connaître reconnaître accroître paraître disparaître
    joindre rejoindre adjoindre atteindre restreindre contraindre éteindre résoudre dissoudre rompre interrompre
    combattre débattre abattre battre lire élire écrire inscrire décrire souscrire prescrire dire interdire
    convaincre vaincre extraire soustraire perdre fondre confondre correspondre surprendre reconduire transcrire
    circonscrire entendre détendre enfreindre survivre nuire suffire coproduire
    """)
_NO_VERBS = words("""
    premier dernier particulier régulier hiver mer fer cher fier léger entier courrier dossier chantier quartier métier
    atelier palier papier janvier février cahier calendrier policier douanier financier routier côtier ouvrier foncier
    avenir plaisir désir souvenir loisir soir espoir hier amer danger étranger officier courtier conseiller banquier
    pétrolier forestier frontalier minier pair clair chair couloir trottoir loyer foyer bouclier sentier grenier
    aérien leader manager cancer super inter hors-pair militer
    """)
INFINITIVE = (
    r"(?:(?!(?:" + "|".join(_NO_VERBS) + r")\b)[a-zà-ÿœ][a-zà-ÿœ-]*(?:er|ir|oir)|(?:" + "|".join(_IN_RE) + r"))\b"
)
CLITICS = (
    r"(?<![\w-])(?:(?:ne\spas|ne\splus|ne|n'|se|s'|l'|le|la|les|lui|leur|en|y|nous|pas|plus|mieux|"
    r"davantage)(?:\s|(?<='))){0,6}"
)
# Before a finite verb “nous” is its subject.
BEFORE_FINITE = CLITICS.replace("|nous", "")
_ADVERB = r"(?:(?:[a-zà-ÿ]+ment|également|aussi|enfin|ensemble|ensuite)\s){0,4}"
TO_DO = rf"{CLITICS}{_ADVERB}{CLITICS}{INFINITIVE}"

# What looks like a future and is none: nouns, and first persons of the present of verbs in -rer and -trer.
_NO_FUTURES = words("""
    opéra caméra choléra et-cetera extra ultra infra supra intra para front affront environs patrons électrons neutrons
    citrons entrons rencontrons montrons démontrons concentrons centrons administrons enregistrons illustrons livrons
    délivrons ouvrons découvrons couvrons offrons souffrons entra rencontra montra démontra
    """)
_FUTURE_STEM = r"[a-zà-ÿœ-]*(?:er|ir|dr|tr|vr|pr|cr|clur|rr|aur|oir|ser|fer)"
_NO_FUTURE = r"(?!(?:" + "|".join(_NO_FUTURES) + r")\b)"
FUTURE = rf"\b{_NO_FUTURE}{_FUTURE_STEM}(?:a|ont|ons)\b"
CONDITIONAL = rf"\b{_FUTURE_STEM}(?:ait|aient|ions)\b"
PARTICIPLE = r"[a-zà-ÿœ]+(?:é|i|u|is|it|ert|int|uit|ait|os|us)e?s?"

_ENDING = re.compile(r"(?:ons|ont|ions|aient|ait|a)$")
_IRREGULAR = (
    (re.compile(r"iendr$"), "enir"),
    (re.compile(r"^(?:ser)$"), "être"),
    (re.compile(r"^(?:aur)$"), "avoir"),
    (re.compile(r"fer$"), "faire"),
    (re.compile(r"^ir$"), "aller"),
    (re.compile(r"enverr$"), "envoyer"),
    (re.compile(r"verr$"), "voir"),
    (re.compile(r"pourr$"), "pouvoir"),
    (re.compile(r"devr$"), "devoir"),
    (re.compile(r"saur$"), "savoir"),
    (re.compile(r"voudr$"), "vouloir"),
    (re.compile(r"cevr$"), "cevoir"),
    (re.compile(r"courr$"), "courir"),
    (re.compile(r"querr$"), "quérir"),
    (re.compile(r"(?<=[dtvpc])r$"), "re"),
    (re.compile(r"clur$"), "clure"),
    (re.compile(r"(?<=[aou])ier$"), "yer"),
    (re.compile(r"èver$"), "ever"),
    (re.compile(r"èner$"), "ener"),
    (re.compile(r"eller$"), "eler"),
    (re.compile(r"cueiller$"), "cueillir"),
    (re.compile(r"(?<=j)etter$"), "eter"),
)
_MAKES_DO = frozenset(("fer", "satisfer", "refer"))


def infinitive_of(future: str) -> str:
    """Return the infinitive behind a future or conditional form (“renforceront”: “renforcer”)."""
    stem = _ENDING.sub("", future)
    if f"{stem}e" in _IN_RE:
        return f"{stem}e"
    for pattern, instead in _IRREGULAR:
        if pattern.search(stem) and (instead != "faire" or stem in _MAKES_DO):
            return pattern.sub(instead, stem)
    return stem
