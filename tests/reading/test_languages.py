"""French and Chinese sources say what was annotated of them; `gold` are the samples, `held_out` texts put aside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dialogue_prep.domain.commitment import CommitmentKind, Strength
from dialogue_prep.reading.recognise import extract_from
from dialogue_prep.system.resources import data_file
from tests.reading.measuring import FACTS, TERMS, Measure, Reading, readings

HERE = Path(__file__).parent
LANGUAGES = {"fr": ("*.fr.json", "fr-*.json"), "zh-Hans": ("*.zh-Hans.json", "zh-*.json")}


@pytest.fixture(scope="module", params=LANGUAGES)
def samples(request: pytest.FixtureRequest) -> list[Reading]:
    return list(readings(HERE / "gold", data_file("samples"), LANGUAGES[request.param][0]))


@pytest.fixture(scope="module", params=LANGUAGES)
def held_out(request: pytest.FixtureRequest) -> list[Reading]:
    return list(readings(HERE / "held_out", HERE / "held_out", LANGUAGES[request.param][1]))


def records(all_of_them: list[Reading]) -> list[Reading]:
    return [one for one in all_of_them if "commitments" in one.gold]


def terms(all_of_them: list[Reading]) -> list[Reading]:
    return [one for one in all_of_them if one.gold.get("document_type")]


def test_every_annotation_stands_in_its_text(samples: list[Reading], held_out: list[Reading]) -> None:
    for folder, all_of_them in ((data_file("samples"), samples), (HERE / "held_out", held_out)):
        for one in records(all_of_them):
            text = (folder / one.gold["file"]).read_text(encoding="utf-8")
            assert [c["text"] for c in one.gold["commitments"] if c["text"] not in text] == []


def test_every_commitment_of_a_sample_is_found_and_nothing_else(samples: list[Reading]) -> None:
    for one in records(samples):
        assert [c["text"] for c in one.found["commitments"]] == [c["text"] for c in one.gold["commitments"]]
        for name in ("kind", "strength", "by"):
            assert [c[name] for c in one.found["commitments"]] == [c[name] for c in one.gold["commitments"]]


def test_most_commitments_of_a_text_put_aside_are_found(held_out: list[Reading]) -> None:
    measure = Measure.of(records(held_out))
    assert measure.precision >= 0.9
    assert measure.recall >= 0.9
    pairs = [pair for one in records(held_out) for pair in one.pairs]
    for name in ("kind", "strength", "by"):
        assert sum(gold[name] == found[name] for gold, found in pairs) >= 0.9 * len(pairs)


def test_the_facts_of_a_meeting_are_read(samples: list[Reading], held_out: list[Reading]) -> None:
    for one in (*records(samples), *records(held_out)):
        assert {name: one.found[name] for name in FACTS} == {name: one.gold[name] for name in FACTS}
        ahead = one.found["next_round"]
        assert {name: ahead[name] for name in ("place", "year")} == one.gold["next_round"]


def test_terms_of_reference_are_read(samples: list[Reading], held_out: list[Reading]) -> None:
    for one in (*terms(samples), *terms(held_out)):
        assert one.found["document_kind"] == "terms of reference"
        assert {name: one.found[name] for name in TERMS} == {name: one.gold[name] for name in TERMS}
        assert all(one.found[name] for name in ("purpose", "participation", "subgroups", "guidance"))


def test_the_topics_of_the_samples_are_those_they_list(samples: list[Reading]) -> None:
    for one in records(samples):
        assert one.found["topics"] == one.gold["topics"]


@pytest.mark.parametrize(
    "record",
    [
        (
            "Joint Statement of the third Peru-Norway Dialogue on Harbours",
            "The third round was held in Tarn on 4 May 2031. Peru thanked the Norwegian side for its warm hospitality.",
        ),
        (
            "Déclaration conjointe du troisième dialogue entre le Pérou et la Norvège sur les ports",
            "Le dialogue s’est tenu à Tarn le 4 mai 2031. Le Pérou a remercié la Norvège de son accueil chaleureux.",
        ),
        ("秘鲁—挪威第三次港口对话联合声明", "对话于2031年5月4日在塔恩举行。秘方感谢挪方给予的热情接待。"),
    ],
)
def test_who_is_thanked_for_the_welcome_hosted(record: tuple[str, str]) -> None:
    assert extract_from(record).host == "Norway"


def test_the_host_is_the_side_in_which_the_place_lies(samples: list[Reading]) -> None:
    for one in records(samples):
        sides = one.gold["sides"]
        assert [one.found["host"], one.found["next_round"]["host"]] == sides


FRENCH_OPENING = (
    "Le troisième dialogue entre le Pérou et la Norvège s'est tenu à Lima le 3 mai 2031. Il était coprésidé par "
    "Mme Ilse Marrow, vice-ministre de l'Eau du Pérou, et M. Lars van der Vando, secrétaire d'État de la Norvège."
)
FRENCH = ("Déclaration conjointe du troisième dialogue entre le Pérou et la Norvège sur les fleuves", FRENCH_OPENING)


@pytest.mark.parametrize(
    ("sentence", "by", "action"),
    [
        ("La Norvège ne construira pas la digue.", "Norway", "Ne pas construire la digue"),
        ("La Norvège conduira une étude.", "Norway", "Conduire une étude"),
        ("Le Pérou accueillera les experts.", "Peru", "Accueillir les experts"),
        ("Le Pérou et la Norvège se réuniront en 2032.", None, "Se réunir en 2032"),
        ("Ni le Pérou ni la Norvège n'augmenteront les droits.", None, "Ne pas augmenter les droits"),
        ("La digue sera construite par la Norvège.", "Norway", "La digue sera construite par la Norvège"),
        ("La Norvège a remercié le Pérou ; ce dernier enverra une équipe.", "Peru", "Envoyer une équipe"),
        ("Du côté péruvien, le ministère publiera le plan.", "Peru", "Publier le plan"),
        ("Le Pérou publiera le plan, notamment la carte des digues.", "Peru", "Publier le plan"),
        (
            "Le Pérou rédigera un protocole sur les glaces, en vue de sa signature avant la fin de 2032.",
            "Peru",
            "Rédiger un protocole sur les glaces, en vue de sa signature avant la fin de 2032",
        ),
    ],
)
def test_a_french_sentence_says_who_does_what(sentence: str, by: str | None, action: str) -> None:
    assert [(found.by, found.action) for found in extract_from([*FRENCH, sentence]).commitments] == [(by, action)]


def test_a_french_dialogue_is_named_and_counted_in_small_letters_too() -> None:
    found = extract_from(FRENCH)
    assert found.dialogue is not None
    assert (found.dialogue.words, found.ordinal) == ("dialogue entre le Pérou et la Norvège sur les fleuves", 3)


def test_a_french_name_may_hold_particles() -> None:
    chairs = extract_from(FRENCH).co_chairs
    assert [(chair.name, chair.side) for chair in chairs] == [("Ilse Marrow", "Peru"), ("Lars van der Vando", "Norway")]
    assert chairs[1].office == "secrétaire d'État de la Norvège"


@pytest.mark.parametrize(
    ("sentence", "by", "action"),
    [
        ("水坝将由挪威修建。", "Norway", "水坝将由挪威修建"),
        ("双方同意，费用由挪方承担。", "Norway", "费用由挪方承担"),
        ("挪方就此承诺培训工程师。", "Norway", "培训工程师"),
        ("挪威不会修建水坝。", "Norway", "不会修建水坝"),
        ("挪方将于2032年底前向秘方提供技术支持。", "Norway", "于2032年底前向秘方提供技术支持"),
        ("挪威港口管理局承诺不迟于年底提交报告。", "Norway", "不迟于年底提交报告"),
        ("秘鲁水利部以及挪威渔业和环境部将建立热线。", None, "建立热线"),
        ("双方将在下次对话期间签署《水文协定》。", None, "在下次对话期间签署《水文协定》"),
        ("挪威将公布水文图，包括各港口的水深。", "Norway", "公布水文图"),
        ("挪威将公布水文图，以便双方在2032年底前签署议定书。", "Norway", "公布水文图，以便双方在2032年底前签署议定书"),
    ],
)
def test_a_chinese_sentence_says_who_does_what(sentence: str, by: str | None, action: str) -> None:
    title = "秘鲁—挪威第三次水资源对话联合声明"
    opening = "第三次秘鲁—挪威水资源对话于2031年5月3日在日内瓦举行。"
    found = extract_from([title, opening, sentence])
    assert found.place is not None
    assert found.place.words == "日内瓦"
    assert [(one.by, one.action) for one in found.commitments] == [(by, action)]


@pytest.mark.parametrize(
    "lines",
    [
        (*FRENCH, "En 2019, la Norvège s'est engagée à construire une digue."),
        ("秘鲁—挪威第三次水资源对话联合声明", "对话于2031年5月3日在利马举行。", "2019年，挪威承诺修建水坝。"),
    ],
)
def test_what_was_promised_years_before_is_history(lines: tuple[str, ...]) -> None:
    assert extract_from(lines).commitments == ()


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("Le ministère de l'Eau du Pérou et le ministère de la Pêche de la Norvège piloteront.", []),
        ("Les deux ministères dirigeront ces travaux.", []),
        ("La Norvège en assurera la coordination.", []),
        ("La Norvège pilotera une étude des digues.", ["Piloter une étude des digues"]),
        ("La Norvège coordonnera les travaux des pilotes.", ["Coordonner les travaux des pilotes"]),
    ],
)
def test_who_leads_is_no_undertaking_in_french(sentence: str, actions: list[str]) -> None:
    assert [one.action for one in extract_from([*FRENCH, sentence]).commitments] == actions


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("秘鲁水利部和挪威渔业部将牵头。", []),
        ("秘鲁水利部将负责牵头此项工作。", []),
        ("双方商定由秘鲁水利部牵头。", []),
        ("秘鲁水利部将牵头起草报告。", ["牵头起草报告"]),
    ],
)
def test_who_leads_is_no_undertaking_in_chinese(sentence: str, actions: list[str]) -> None:
    lines = ("秘鲁—挪威第三次水资源对话联合声明", "第三次秘鲁—挪威水资源对话于2031年5月3日在利马举行。", sentence)
    assert [one.action for one in extract_from(lines).commitments] == actions


@pytest.mark.parametrize(
    ("sentence", "undertaken"),
    [
        (
            "Le Pérou enverra son manuel à la Norvège et se tient prêt à accueillir un cours pour les pilotes en 2032.",
            [
                ("Envoyer son manuel à la Norvège", CommitmentKind.ACTION, Strength.FIRM),
                ("Accueillir un cours pour les pilotes en 2032", CommitmentKind.ACTION, Strength.SOFT),
            ],
        ),
        (
            "Les deux parties n'ont pu s'accorder sur les quotas et y reviendront lors de la prochaine session.",
            [("Y revenir lors de la prochaine session", CommitmentKind.DISCUSSION, Strength.FIRM)],
        ),
        ("La Norvège se tient prête à répondre à toute menace.", []),
    ],
)
def test_what_a_french_side_stands_ready_for_and_reverts_to_is_told_apart(
    sentence: str, undertaken: list[tuple[str, CommitmentKind, Strength]]
) -> None:
    title = "Communiqué conjoint du Dialogue entre le Pérou et la Norvège sur la pêche"
    opening = "Le Pérou et la Norvège ont tenu le 3 mai 2031 à Lima le Dialogue sur la pêche."
    found = extract_from([title, opening, sentence]).commitments
    assert [(one.action, one.kind, one.strength) for one in found] == undertaken


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Les deux parties sont convenues de tenir la quatrième session à Bergen, en Norvège, le 21 mai 2032.",
            ("Bergen", 2032, date(2032, 5, 21), "Norway"),
        ),
        ("La Norvège accueillera la quatrième session à Bergen en 2032.", ("Bergen", 2032, None, "Norway")),
        ("Les deux parties se réuniront de nouveau à Oslo en mai 2032.", ("Oslo", 2032, None, "Norway")),
        ("La première réunion du groupe de travail conjoint aura lieu à Oslo en 2032.", None),
        ("Les deux parties sont convenues que la deuxième session, tenue à Oslo en mai 2029, serait utile.", None),
    ],
)
def test_the_next_round_is_read_in_french(sentence: str, expected: tuple[object, ...] | None) -> None:
    assert coming(*FRENCH, sentence) == expected


def test_a_chinese_instrument_to_be_signed_is_one_and_no_basis() -> None:
    title, line = (
        "秘鲁—挪威第三次水资源对话联合声明",
        "双方将在下次对话期间签署《秘鲁政府和挪威政府关于水文数据的协定》。",
    )
    found = extract_from([title, "第三次秘鲁—挪威水资源对话于2031年5月3日在利马举行。", line])
    assert [one.title for one in found.instruments] == ["秘鲁政府和挪威政府关于水文数据的协定"]
    assert (found.commitments[0].kind, found.basis) == (CommitmentKind.ACTION, ())


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("挪方由渔业部国务秘书担任主席，秘方由水利部副部长担任主席。", ["渔业部国务秘书", "水利部副部长"]),
        ("共同主席：挪方为渔业部国务秘书，秘方为水利部副部长。", ["渔业部国务秘书", "水利部副部长"]),
        ("挪威渔业和环境部国务秘书与秘鲁水利部副部长担任共同主席。", ["挪威渔业和环境部国务秘书", "秘鲁水利部副部长"]),
    ],
)
def test_chinese_terms_of_reference_say_whose_each_chair_is(sentence: str, offices: list[str]) -> None:
    found = extract_from(["秘鲁—挪威水资源对话职权范围", "一、宗旨", "对话旨在增进互信。", "二、共同主席", sentence])
    assert [(chair.office, chair.side) for chair in found.co_chairs] == list(
        zip(offices, ["Norway", "Peru"], strict=True)
    )


def test_a_call_by_video_later_on_does_not_take_the_place_away() -> None:
    told = ("双方举行了对话。", "双方肯定合作。", "挪方将移交名单。", "双方将举行视频会议。")
    found = extract_from(["秘鲁—挪威第三次水资源对话联合声明", "2031年5月3日，利马", *told])
    assert found.place is not None
    assert found.place.words == "利马"


def test_a_hyphen_in_a_chinese_name_parts_nothing() -> None:
    opening = (
        "第三次秘鲁—挪威水资源对话在利马举行。秘鲁水利部副部长让-皮埃尔·马罗和挪威渔业部国务秘书拉斯·万多共同主持。"
    )
    chairs = extract_from(["秘鲁—挪威第三次水资源对话联合声明", opening]).co_chairs
    assert [(chair.name, chair.side) for chair in chairs] == [("让-皮埃尔·马罗", "Peru"), ("拉斯·万多", "Norway")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("双方商定于2032年5月21日在奥斯陆举行第四次对话。", ("奥斯陆", 2032, date(2032, 5, 21), "Norway")),
        ("双方将于2032年在奥斯陆再次会晤。", ("奥斯陆", 2032, None, "Norway")),
        ("第四次对话将于2032年5月21日和22日在挪威港口城市林港举行。", ("林港", 2032, date(2032, 5, 21), "Norway")),
        ("双方同意于2032年3月在奥斯陆举行联合工作组第一次会议。", None),
        ("双方同意，2029年在奥斯陆举行的第二次对话富有成果。", None),
    ],
)
def test_the_next_round_is_read_in_chinese(sentence: str, expected: tuple[object, ...] | None) -> None:
    opening = "第三次秘鲁—挪威水资源对话于2031年5月3日在利马举行。"
    assert coming("秘鲁—挪威第三次水资源对话联合声明", opening, sentence) == expected


FISH = ("Joint Communiqué of the 2nd Norway-Peru Dialogue on Fish", "The two sides met in Oslo on 3 May 2031.")
EAU = (
    "Déclaration commune de la 2e session du Dialogue Norvège-Pérou sur l'eau",
    "La Norvège et le Pérou ont tenu la 2e session du Dialogue Norvège-Pérou sur l'eau à Oslo le 3 mai 2031.",
)
WATER = ("秘鲁—挪威第三次水资源对话联合声明", "第三次秘鲁—挪威水资源对话于2031年5月3日在利马举行。")


@pytest.mark.parametrize(
    ("opening", "sentence", "first", "last"),
    [
        (FISH, "The next round will be hosted by Peru in Cusco on 4 and 5 June 2032.", (2032, 6, 4), (2032, 6, 5)),
        (FISH, "They will hold a third round in Lima from 31 May to 1 June.", (2031, 5, 31), (2031, 6, 1)),
        (EAU, "La prochaine session du Dialogue se tiendra à Lima les 4 et 5 juin 2032.", (2032, 6, 4), (2032, 6, 5)),
        (WATER, "双方商定于2032年5月21日至22日在奥斯陆举行第四次对话。", (2032, 5, 21), (2032, 5, 22)),
    ],
)
def test_the_last_day_of_the_next_round_is_read_too(
    opening: tuple[str, str], sentence: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    found = extract_from([*opening, sentence]).next_round
    assert found is not None
    assert (found.day, found.last_day) == (date(*first), date(*last))


def coming(*lines: str) -> tuple[object, ...] | None:
    """Return place, year, day and host of the next round, None where none is read."""
    found = extract_from(lines).next_round
    return (found.place, found.year, found.day, found.host) if found else None
