"""Which topic a commitment belongs to, and whether a source speaks of a subject or is silent."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.lexicon import Lexicon
from dialogue_prep.domain.names import SAME_MATTER, same_matter
from dialogue_prep.domain.source import Citation, CitationRole, Source, SourceKind
from dialogue_prep.domain.subjects import heard, spoken, suggest_topic
from dialogue_prep.domain.text import Text, Wording, in_english
from dialogue_prep.domain.topic import Objective, Topic
from dialogue_prep.services.starter import StarterDialogue, starter_values
from dialogue_prep.system.lexicon import lexicon

# Topic number and whether it is certain, for the eight commitments of the model case.
MODEL_CASE = {
    "R2-01": (4, True),
    "R2-02": (4, True),
    "R2-03": (4, True),
    "R2-04": (4, True),
    "R2-05": (5, False),
    "R2-06": (1, True),
    "R2-07": (2, True),
    "R2-08": None,
}


def numbered(*titles: str) -> list[Topic]:
    return [
        Topic(id=f"topic-{number}", dialogue_id="d", number=number, title=in_english(title))
        for number, title in enumerate(titles, start=1)
    ]


def paragraphs(source: Path) -> list[str]:
    return [line.strip() for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return lexicon()


@pytest.fixture(scope="module")
def starter() -> StarterDialogue:
    return starter_values()


RURAL = numbered(
    "Flood protection and the river Tessel",
    "Fisheries",
    "Plant and animal health",
    "Agricultural education",
    "Visas and the protection of citizens abroad",
    "Trade, investment and tourism",
)
SECURITY = numbered(
    "Counter-terrorism",
    "Cyber security",
    "Organised crime",
    "Defence cooperation",
    "Climate and energy",
    "Migration",
)


@pytest.mark.parametrize("field", ["wording", "action"])
@pytest.mark.parametrize("language", ["en", "fr", "zh-Hans"])
@pytest.mark.parametrize("code", MODEL_CASE)
def test_restated_commitments_of_the_model_case_get_their_topics(
    code: str, language: str, field: str, starter: StarterDialogue, known: Lexicon
) -> None:
    topics = starter.of(Topic)
    (commitment,) = [commitment for commitment in starter.of(Commitment) if commitment.code == code]
    text: Text = getattr(commitment, field)
    found = suggest_topic(text.words(language), topics, known)
    numbers = {topic.id: topic.number for topic in topics}
    assert (numbers[found.topic_id], found.certain) == MODEL_CASE[code] if found else MODEL_CASE[code] is None


def test_the_real_communique_gives_each_topic_its_paragraphs(
    shared: Path, starter: StarterDialogue, known: Lexicon
) -> None:
    lines = paragraphs(shared / "seeds" / "joint-communique-2nd-dialogue-ottawa-2017.txt")
    terms = paragraphs(shared / "seeds" / "terms-of-reference.txt")
    topics = numbered(*(line.split(". ", 1)[1] for line in terms[11:17]))
    for commitment in starter.of(Commitment):
        assert commitment.paragraph is not None
        sentences = [part for part in lines[commitment.paragraph - 1].split(". ") if part]
        meant = max(sentences, key=lambda part: same_matter(part, commitment.wording.words("en"), known))
        # The one paragraph that promises two things in one sentence says the second after this word.
        meant = meant.partition(", and to ")[2 if commitment.code == "R2-05" else 0]
        found = suggest_topic(meant, topics, known)
        numbers = (int(found.topic_id.removeprefix("topic-")), found.certain) if found else None
        assert numbers == MODEL_CASE[commitment.code], meant


def test_the_real_communique_is_silent_where_the_starter_says_so(
    shared: Path, starter: StarterDialogue, known: Lexicon
) -> None:
    lines = paragraphs(shared / "seeds" / "joint-communique-2nd-dialogue-ottawa-2017.txt")
    terms = paragraphs(shared / "seeds" / "terms-of-reference.txt")
    (record,) = [source for source in starter.of(Source) if source.kind is SourceKind.JOINT_RECORD]
    for titles, values in ((terms[11:17], starter.of(Topic)), (terms[27:32], starter.of(Objective))):
        for title, value in zip(titles, values, strict=True):
            mentioned = {
                citation.paragraph
                for citation in starter.of(Citation)
                if (citation.subject_id, citation.source_id) == (value.id, record.id)
                and citation.role is CitationRole.MENTIONS
            }
            speak = set(spoken(title, heard(lines, known), titles, known))
            assert speak <= mentioned, title
            assert bool(speak) is bool(mentioned), title


def test_restated_objectives_are_those_of_the_terms_of_reference(
    shared: Path, starter: StarterDialogue, known: Lexicon
) -> None:
    real = paragraphs(shared / "seeds" / "terms-of-reference.txt")[27:32]
    restated = [objective.wording.words("en") for objective in starter.of(Objective)]
    for number, sentence in enumerate(real):
        likeness = [same_matter(sentence, other, known) for other in restated]
        assert [at for at, like in enumerate(likeness) if like >= SAME_MATTER] == [number]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("The two sides agreed to link their flood warning centres.", 1),
        ("Belmara will dredge the Tessel below Sundry Mill.", 1),
        ("They will count fish stocks together and license no more trawlers.", 2),
        ("Both veterinary services will exchange laboratory samples.", 3),
        ("The sides agreed to fight orchard pests and avian influenza.", 3),
        ("Arvonia will offer twenty scholarships to students of agriculture.", 4),
        ("The consulates will be told of detained citizens within two days.", 5),
        ("The sides will lower tariffs on timber.", 6),
        ("They agreed to promote tourism in the lake villages.", 6),
    ],
)
def test_a_commitment_gets_the_topic_of_its_theme(words: str, number: int, known: Lexicon) -> None:
    found = suggest_topic(words, RURAL, known)
    assert found is not None
    assert found.topic_id == f"topic-{number}"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("to hinder terrorists from recruiting online", 1),
        ("to answer ransomware attacks together", 2),
        ("to break up networks that smuggle drugs and launder money", 3),
        ("to continue joint exercises of their navies", 4),
        ("to cut methane emissions from pipelines", 5),
        ("to take back persons whose asylum claims were refused", 6),
        ("打击洗钱和毒品走私", 3),
        ("réduire les émissions de gaz à effet de serre", 5),
    ],
)
def test_themes_are_known_in_three_languages_whatever_the_language_of_the_titles(
    words: str, number: int, known: Lexicon
) -> None:
    found = suggest_topic(words, SECURITY, known)
    assert found is not None
    assert (found.topic_id, found.certain) == (f"topic-{number}", True)


def test_a_neighbouring_theme_is_only_proposed(known: Lexicon) -> None:
    topics = numbered("Consular affairs", "Trade")
    found = suggest_topic("The sides will take back persons who entered without asylum claims.", topics, known)
    assert found is not None
    assert (found.topic_id, found.certain) == ("topic-1", False)
    assert found.why == ("asylum",)


def test_a_part_of_a_wider_theme_goes_to_the_wider_topic_until_there_is_one_of_its_own(known: Lexicon) -> None:
    words = "to stop the traffic in fentanyl and heroin"
    wider = suggest_topic(words, numbered("Organised crime", "Trade"), known)
    own = suggest_topic(words, numbered("Organised crime", "Narcotics"), known)
    assert wider is not None
    assert own is not None
    assert (wider.topic_id, own.topic_id) == ("topic-1", "topic-2")


def test_two_topics_with_equal_claims_are_not_certain(known: Lexicon) -> None:
    found = suggest_topic("to act against terrorists and ransomware", SECURITY, known)
    assert found is not None
    assert not found.certain


@pytest.mark.parametrize(
    "words",
    [
        "The next round of the Dialogue on Fisheries will be held in Quillon in 2026.",
        "The two sides agreed to hold the next annual meeting in the spring.",
        "The fifth session should take place in Almery.",
        "La prochaine réunion du Dialogue se tiendra à Quillon, il convient de la tenir en mai.",
        "下一轮对话将于2026年举行。",
    ],
)
def test_a_sentence_about_nothing_but_the_next_meeting_has_no_topic(words: str, known: Lexicon) -> None:
    assert suggest_topic(words, RURAL, known) is None


def test_the_name_of_a_dialogue_is_no_evidence_while_there_is_other(known: Lexicon) -> None:
    words = (
        "On the basis of the Joint Communiqué of the Second Trade and Tourism Dialogue, they will restock fisheries."
    )
    found = suggest_topic(words, RURAL, known)
    assert found is not None
    assert (found.topic_id, found.certain) == ("topic-2", True)


def test_the_name_of_a_dialogue_is_better_than_nothing(known: Lexicon) -> None:
    found = suggest_topic("They will set up a Joint Fisheries Dialogue.", RURAL, known)
    assert found is not None
    assert (found.topic_id, found.certain) == ("topic-2", False)


def test_without_topics_there_is_no_suggestion(known: Lexicon) -> None:
    assert suggest_topic("to restock fisheries", [], known) is None


def test_a_title_in_any_language_is_evidence(known: Lexicon) -> None:
    title = Text((Wording("en", "Honey and beeswax"), Wording("fr", "Miel et apiculture")))
    topic = Topic(id="honey", dialogue_id="d", number=1, title=title)
    for words in ("Les deux parties soutiendront l’apiculture et le miel.", "Both sides will sell honey and beeswax."):
        found = suggest_topic(words, [topic, *RURAL], known)
        assert found is not None
        assert (found.topic_id, found.certain) == ("honey", True)


def test_one_word_of_a_title_that_is_of_no_theme_may_be_chance(known: Lexicon) -> None:
    found = suggest_topic("Belmara undertook to publish it.", numbered("Belmara gardens", "Trade"), known)
    assert found is not None
    assert (found.topic_id, found.certain) == ("topic-1", False)


@pytest.mark.parametrize(
    ("words", "heading", "expected"),
    [
        ("They will count fish stocks together.", "Fisheries", ("topic-2", True)),
        ("They will restock fisheries.", "Visas and citizens abroad", ("topic-5", False)),
        ("They will meet once a quarter.", "Fisheries", ("topic-2", False)),
        ("Belmara will dredge the Tessel.", "Flood protection and the river Tessel", ("topic-1", True)),
        ("They will restock fisheries.", "Organised crime", ("topic-2", False)),
        ("They will restock fisheries.", "Further matters", ("topic-2", True)),
        ("They will restock fisheries.", "Fisheries and avian influenza", ("topic-2", True)),
        ("They will lower tariffs.", "Fisheries and avian influenza", ("topic-6", False)),
        ("They will meet once a quarter.", "Further matters", None),
        ("The next annual meeting will be held in Quillon.", "Fisheries", None),
    ],
)
def test_nothing_is_certain_against_the_heading_and_what_it_alone_says_is_proposed(
    words: str, heading: str, expected: tuple[str, bool] | None, known: Lexicon
) -> None:
    found = suggest_topic(words, RURAL, known, heading)
    assert (found and (found.topic_id, found.certain)) == expected


def test_a_heading_that_is_the_title_of_a_topic_counts_whatever_its_words(known: Lexicon) -> None:
    found = suggest_topic("They will lower tariffs on honey.", numbered("Beekeeping", "Trade"), known, "Beekeeping")
    assert found is not None
    assert (found.topic_id, found.certain) == ("topic-1", False)


STATEMENT = [
    "Joint Statement of the Second Arvonia-Belmara Dialogue on Rural Trade and Fisheries",
    "Ada Example, Secretary for Inland Waters and Tourism, and Bo Sample co-chaired the meeting.",
    "The two sides discussed regional security, the river, and the health of herds.",
    "They agreed to cooperate on veterinary matters and to lower tariffs.",
    "They agreed that the agreement on plant health certificates should be signed.",
]


@pytest.mark.parametrize(
    ("title", "rivals", "numbers"),
    [
        ("Cooperation on fisheries", ["Cooperation on trade"], ()),
        ("Veterinary cooperation", ["Cooperation on plant health"], (4,)),
        ("Regional and international security", ["Cyber security", "Energy security"], (3,)),
        ("Cyber security", ["Regional and international security"], ()),
        ("Agreement on Plant Health Certificates", ["Agreement on Extradition", "Agreement on Visas"], (5,)),
        ("Agreement on Visas", ["Agreement on Plant Health Certificates"], ()),
        ("Rivers, lakes, ferries and landing stages", ["Beekeeping"], (3,)),
        ("Beekeeping", [], ()),
        ("Tariffs", ["Tariffs"], (4,)),
        ("further cooperation", [], ()),
    ],
)
def test_a_source_speaks_of_a_subject_where_its_own_words_are(
    title: str, rivals: list[str], numbers: tuple[int, ...], known: Lexicon
) -> None:
    assert spoken(title, heard(STATEMENT, known), rivals, known) == numbers


def test_a_title_that_shares_all_its_words_needs_more_than_half_of_them(known: Lexicon) -> None:
    rivals = ["Trade in timber", "Trade in grain", "Grain silos", "Timber mills"]
    title = "Timber and grain trade"
    there = heard(["Timber was discussed.", "The timber trade was discussed."], known)
    assert spoken(title, there, rivals, known) == (2,)


def test_an_empty_source_is_silent(known: Lexicon) -> None:
    assert spoken("Fisheries", heard([], known), [], known) == ()
    assert spoken("Fisheries", heard(["", " "], known), [], known) == ()


@given(st.text(max_size=80))
def test_whatever_the_words_a_suggestion_names_one_of_the_topics(words: str) -> None:
    found = suggest_topic(words, RURAL, lexicon())
    assert found is None or found.topic_id in {topic.id for topic in RURAL}
