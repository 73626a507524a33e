"""How many records there are of each kind, in the words of the glossary: 2 sides, 4 topics, 22 paragraphs."""

from __future__ import annotations

from collections.abc import Mapping

from dialogue_prep.cli.terminal import counted
from dialogue_prep.store.kinds import KIND_OF_NAME

_ONE_AND_MANY = {
    "store_setting": ("setting of the store", "settings of the store"),
    "marking": ("marking", "markings"),
    "wording_grade": ("rung of the scale of wordings", "rungs of the scale of wordings"),
    "template": ("template", "templates"),
    "saved_filter": ("saved filter", "saved filters"),
    "dialogue": ("dialogue", "dialogues"),
    "side": ("side", "sides"),
    "entity": ("entity", "entities"),
    "post": ("post", "posts"),
    "person": ("person", "people"),
    "biography": ("biography", "biographies"),
    "tenure": ("holder of a post", "holders of posts"),
    "topic": ("topic", "topics"),
    "mechanism": ("mechanism", "mechanisms"),
    "objective": ("objective", "objectives"),
    "instrument": ("instrument", "instruments"),
    "objective_instrument": ("tie of an objective to an instrument", "ties of objectives to instruments"),
    "objective_topic": ("tie of an objective to a topic", "ties of objectives to topics"),
    "source": ("source", "sources"),
    "source_paragraph": ("paragraph", "paragraphs"),
    "instrument_entry": ("step in the life of an instrument", "steps in the life of instruments"),
    "citation": ("place in a source", "places in sources"),
    "alias": ("other name", "other names"),
    "topic_proposal": ("proposed topic", "proposed topics"),
    "subgroup": ("sub-group", "sub-groups"),
    "round": ("round", "rounds"),
    "guidance_request": ("request for guidance", "requests for guidance"),
    "special_meeting": ("meeting beside the rounds", "meetings beside the rounds"),
    "milestone_plan": ("plan of milestones", "plans of milestones"),
    "planned_milestone": ("milestone of a plan", "milestones of plans"),
    "milestone": ("milestone", "milestones"),
    "commitment": ("commitment", "commitments"),
    "commitment_lead": ("lead on a commitment", "leads on commitments"),
    "commitment_instrument": ("tie of a commitment to an instrument", "ties of commitments to instruments"),
    "commitment_link": ("link between commitments", "links between commitments"),
    "status_entry": ("status of a commitment", "statuses of commitments"),
    "agenda": ("agenda", "agendas"),
    "agenda_item": ("agenda item", "agenda items"),
    "agenda_item_lead": ("lead on an agenda item", "leads on agenda items"),
    "agenda_item_commitment": ("commitment under an agenda item", "commitments under agenda items"),
    "speaking_point": ("speaking point", "speaking points"),
    "steering_point": ("steering point", "steering points"),
    "passage": ("paragraph of a communiqué", "paragraphs of communiqués"),
    "option": ("wording in brackets", "wordings in brackets"),
    "delegate": ("delegate", "delegates"),
    "absence": ("absence", "absences"),
    "clearance": ("consultation or approval", "consultations and approvals"),
    "draft": ("written paper", "written papers"),
    "release": ("released copy", "released copies"),
    "own_words": ("wording of our own in a paper", "wordings of our own in papers"),
    "unit_look": ("look of words in a paper", "looks of words in papers"),
    "unit_note": ("comment on a paper", "comments on papers"),
    "returned_copy": ("edited copy", "edited copies"),
}
_PLACE = {name: place for place, name in enumerate(KIND_OF_NAME)}


def records_counted(counts: Mapping[str, int]) -> str:
    """Return numbers of records in words, by the names of their kinds in the store; what others belong to first."""
    present = sorted((name for name in counts if counts[name]), key=_PLACE.__getitem__)
    return ", ".join(counted(counts[name], *_ONE_AND_MANY[name]) for name in present) or "nothing"
