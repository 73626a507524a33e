"""Lines that stand in a table are no headings, whatever they look like."""

from __future__ import annotations

from dialogue_prep.reading.recognise import extract_from
from tests.reading.writing import communique

PLAN = ["Work", "In charge", "Until", "New buoys", "Coast Guard of Norvia", "June 2031", "Review", "Both Sides", "Done"]
VIEWS = "The two sides set out at some length what they had heard from the harbours of the northern strait."
PLANNED = "The plan of work for the buoys is given in the table below."


def topics(*paragraphs: str) -> list[str]:
    return [topic.words for topic in communique(*paragraphs).topics]


def test_the_cells_of_a_table_are_no_topics() -> None:
    told = ("Drift ice", VIEWS, "Stolen art", VIEWS, PLANNED, *PLAN, "Ferry traffic", VIEWS)
    assert topics(*told) == ["Drift ice", "Stolen art", "Ferry traffic"]


def test_a_table_at_the_end_or_with_long_cells_gives_no_topic_either() -> None:
    long_cell = "Exchange of the charts of all shallows through the points of contact that were named last year"
    told = ("Drift ice", VIEWS, "Stolen art", VIEWS, "Ferry traffic", VIEWS, "The plan of work is:", VIEWS, *PLAN[:4])
    assert topics(*told, long_cell, *PLAN[4:]) == ["Drift ice", "Stolen art", "Ferry traffic"]


def test_lines_that_a_sentence_leads_in_to_are_listed_and_no_table() -> None:
    listed = ("Drift ice", "Stolen art", "Ferry traffic", "Fishing quotas")
    assert topics(VIEWS, "They turned to these matters:", *listed, VIEWS) == list(listed)


def test_headings_one_below_the_other_stay_headings() -> None:
    told = ("Safety at sea", "Drift ice", VIEWS, "Stolen art", VIEWS, "Ferry traffic", VIEWS)
    assert topics(*told) == ["Safety at sea", "Drift ice", "Stolen art", "Ferry traffic"]


def test_the_cells_of_a_french_table_are_no_topics() -> None:
    views = "Les deux parties ont dit ce qu'elles avaient entendu dans les ports du détroit."
    table = ["Travaux", "Responsable", "Bouées", "Garde-côtes", "Revue", "Les Parties", "Bilan", "Norvie"]
    found = extract_from(
        [
            "Communiqué conjoint du Dialogue Norvie-Estmarque sur la sécurité des frontières",
            "La Norvie et l'Estmarque ont tenu le 3 mai 2031 le Dialogue sur la sécurité des frontières à Lindholm.",
            "Sécurité Maritime",
            views,
            "Le plan est donné dans le tableau ci-dessous.",
            *table,
            "Pêche Hauturière",
            views,
        ]
    )
    assert [topic.words for topic in found.topics] == ["Sécurité Maritime", "Pêche Hauturière"]
