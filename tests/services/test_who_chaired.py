"""Who chaired, in three languages: how they are addressed, and of which institution, unless two could be meant."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.post import Person, Post
from dialogue_prep.reading.recognise import extract_from
from dialogue_prep.services.joining.portfolios import institution_of
from dialogue_prep.services.workspace import Workspace
from tests.invented_sources import all_of, take_in

NAMED = {
    "interior": ("Ministry of the Interior", "ministère de l'Intérieur", "内政部"),
    "foreign": ("Ministry of Foreign Affairs", "ministère des Affaires étrangères", "外交部"),
    "trade": ("Ministry of Trade and Industry", "ministère du Commerce", "商务部"),
    "guard": ("Border Guard Service", "Service des garde-frontières", "边防局"),
    "state": ("Department of State",),
    "justice": ("Ministry of Justice",),
    "court": ("Department of Justice",),
    "security": ("Ministry of Security", "安全部"),
}
SIDE = ("Norvia", "Norvian", "Norvie", "诺维亚")


@pytest.mark.parametrize(
    ("office", "institution"),
    [
        ("Deputy Minister of the Interior of Norvia", "interior"),
        ("Foreign Minister", "foreign"),
        ("Minister of Trade and Industry and Deputy Prime Minister", "trade"),
        ("Director-General for Asia, Ministry of Foreign Affairs of Norvia", "foreign"),
        ("Head of the Norvian Border Guard Service", "guard"),
        ("Deputy Secretary of State", "state"),
        ("vice-ministre de l'Intérieur de la Norvie", "interior"),
        ("secrétaire d'État aux Affaires étrangères", "foreign"),
        ("内政部副部长", "interior"),
        ("诺维亚外交部长", "foreign"),
        ("国务委员兼外交部部长", "foreign"),
        ("Minister of Justice", None),  # of a ministry, or of a department
        ("Deputy Minister of the Interior, Head of the Border Guard Service", None),
        ("Minister of Foreign Affairs and Defence", None),
        ("Minister of Public Security", None),
        ("Director for the Interior, Ministry of Regions", None),
        ("directeur pour l'Intérieur, ministère des Régions", None),
        ("国家安全部部长", None),
        ("Co-chair", None),
    ],
)
def test_an_office_is_of_the_institution_that_its_words_name(office: str, institution: str | None) -> None:
    assert institution_of(office, NAMED, SIDE) == institution


ENGLISH = "Joint Communiqué of the China–Canada Dialogue on Lakes\nThe Dialogue was co-chaired by "
FRENCH = "Communiqué conjoint du Dialogue Chine-Canada sur les lacs\nLe Dialogue a été coprésidé par "
CHINESE = "中加湖泊对话联合公报\n"


@pytest.mark.parametrize(
    ("record", "addressed"),
    [
        (
            ENGLISH + "H.E. Mr. Bo Sample, Minister of Lakes of Canada, and Vice Minister Ms. Ada Example of China.",
            {"Bo Sample": "H.E. Mr.", "Ada Example": "Ms."},
        ),
        (
            ENGLISH + "Attorney General Bo Sample of Canada and Minister Ada Example of China.",
            {"Bo Sample": "", "Ada Example": ""},
        ),
        (
            FRENCH + "Mme l'ambassadrice Ada Exemple, vice-ministre de la Chine, et par S.E. M. Bo Modèle, "
            "sous-ministre du Canada.",
            {"Ada Exemple": "Mme", "Bo Modèle": "S.E. M."},
        ),
        (
            CHINESE + "中国内政部副部长王例女士和加拿大湖泊部副部长李样共同主持对话。",
            {"王例": "女士", "李样": ""},
        ),
    ],
)
def test_the_form_of_address_is_the_one_that_stands_at_the_name(record: str, addressed: dict[str, str]) -> None:
    assert {one.name: one.address for one in extract_from(record.splitlines()).co_chairs} == addressed


TERMS = """Terms of Reference of the China–Canada Dialogue on Lakes
1. Participants
The participating entities of China are: the Ministry of Water and the Ministry of the Interior.
The participating entities of Canada are: the Department of Lakes and the Department of Harbours.
2. Frequency
The Dialogue meets once a year."""
RECORD = """Joint Communiqué of the Second Round of the China–Canada Dialogue on Lakes
Ottawa, 14 May 2031
1. The second round of the China–Canada Dialogue on Lakes took place in Ottawa on 14 May 2031. It was co-chaired by \
Ms Ada Example, Deputy Minister of the Interior of China, and Mr Bo Sample, Deputy Minister of Lakes of Canada.
2. Both Sides agreed to measure the lakes."""


@pytest.mark.parametrize("order", [(TERMS, RECORD), (RECORD, TERMS)], ids=["terms first", "record first"])
def test_who_chaired_comes_with_the_entity_and_the_form_of_address_that_the_source_says(
    empty: Workspace, order: tuple[str, str]
) -> None:
    take_in(empty, *(extract_from(words.splitlines()) for words in order))
    entities = {one.id: one.name.read("en") for one in all_of(empty, Entity)}
    assert {post.title.read("en"): entities[post.entity_id] for post in all_of(empty, Post) if post.entity_id} == {
        "Deputy Minister of the Interior of China": "Ministry of the Interior",
        "Deputy Minister of Lakes of Canada": "Department of Lakes",
    }
    people = {one.name.read("en"): one.form_of_address.read("en") for one in all_of(empty, Person)}
    assert people == {"Ada Example": "Ms", "Bo Sample": "Mr"}
