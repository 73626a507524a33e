"""Values as the commands answer with them in JSON."""

from __future__ import annotations

import hashlib
import zipfile
from datetime import date
from pathlib import Path

from dialogue_prep.cli.terminal import counted
from dialogue_prep.domain.agenda import Slot
from dialogue_prep.domain.commitment import Commitment, Voice, latest
from dialogue_prep.domain.dates import Candidate
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.due import DatedMilestone
from dialogue_prep.domain.hosting import Turn
from dialogue_prep.services.paper import Written

LANGUAGE = "en"

Answer = dict[str, object]


def turn_answer(turn: Turn) -> Answer:
    """Return one line of the hosting schedule."""
    round_ = turn.round
    return {
        "ordinal": turn.ordinal,
        "host": turn.host.name.read(LANGUAGE),
        "place": (round_.city.read(LANGUAGE) or None) if round_ else None,
        "start": round_.start.isoformat() if round_ and round_.start else None,
        "end": round_.end.isoformat() if round_ and round_.end else None,
        "year": turn.year,
        "status": round_.status.value if round_ else "by the rule",
        "reason": turn.reason.read(LANGUAGE),
    }


def round_answer(dossier: Dossier) -> Answer:
    """Return the round of a dossier as a line of the hosting schedule."""
    round_ = dossier.round
    return {
        "ordinal": round_.ordinal,
        "host": dossier.host.name.read(LANGUAGE),
        "place": round_.city.read(LANGUAGE) or None,
        "start": round_.start.isoformat() if round_.start else None,
        "end": round_.end.isoformat() if round_.end else None,
        "year": round_.year,
        "status": round_.status.value,
        "reason": round_.reason.read(LANGUAGE),
    }


def milestone_answer(one: DatedMilestone, today: date) -> Answer:
    """Return one milestone of a round; one on a day of its own has no offset."""
    milestone = one.milestone
    return {
        "title": milestone.title.read(LANGUAGE),
        "due": one.due.isoformat() if one.due else None,
        "owner": milestone.owner or None,
        "status": one.state(today).value,
        "offset": None if milestone.fixed else milestone.offset,
    }


def candidate_answer(candidate: Candidate) -> Answer:
    """Return one first day for a round."""
    return {
        "start": candidate.start.isoformat(),
        "score": candidate.score,
        "reasons": [reason.read(LANGUAGE) for reason in candidate.reasons],
    }


def slot_answer(dossier: Dossier, slot: Slot) -> Answer:
    """Return one item of the agenda."""
    item = slot.item
    return {
        "number": slot.number,
        "kind": item.kind.value,
        "title": item.title.read(LANGUAGE),
        "day": slot.day,
        "start": slot.begins.isoformat("minutes"),
        "minutes": item.minutes,
        "leads": {
            side.name.read(LANGUAGE): [entity.name.read(LANGUAGE) for entity in dossier.leads_of(item, side)]
            for side in dossier.sides
        },
        "topic": dossier.topic(item.topic_id).number if item.topic_id else None,
        "commitments": [commitment.code for commitment in dossier.commitments_of(item)],
    }


def commitment_answer(dossier: Dossier, commitment: Commitment) -> Answer:
    """Return one line of the register of commitments."""
    entries = dossier.entries_of(commitment)
    source = dossier.source_of(commitment)
    leads = [dossier.entity(lead.entity_id) for lead in dossier.commitment_leads if lead.commitment_id == commitment.id]
    return {
        "code": commitment.code,
        "round": next(r.ordinal for r in dossier.rounds if r.id == commitment.round_id),
        "wording": commitment.wording.read(LANGUAGE),
        "action": commitment.action.read(LANGUAGE),
        "kind": commitment.kind.value,
        "strength": commitment.strength.value,
        "by": dossier.side(commitment.by_id).name.read(LANGUAGE) if commitment.by_id else "all",
        "topic": dossier.topic(commitment.topic_id).number if commitment.topic_id else None,
        "status": {voice.value: entry.state.value if (entry := latest(entries, voice)) else None for voice in Voice},
        "leads": {
            side.name.read(LANGUAGE): [e.name.read(LANGUAGE) for e in leads if e.side_id == side.id]
            for side in dossier.sides
        },
        "source": {
            "title": source.title.read(LANGUAGE) if source else commitment.reference,
            "paragraph": commitment.paragraph,
            "start": commitment.start,
            "end": commitment.end,
        },
    }


def paper_answer(written: Written) -> Answer:
    """Return a paper that was written; the parts of a PDF file are none."""
    return {
        "kind": written.kind.value,
        "audience": written.audience.value,
        "language": written.language,
        "file": str(written.path),
        "version": written.version,
        "parts": _parts(written.path),
    }


def moved_words(records: int, steps: int) -> str:
    """Return what of a store went along, as “2 records, 1 step of the journal”."""
    return f"{counted(records, 'record', 'records')}, {counted(steps, 'step', 'steps')} of the journal"


def _parts(path: Path) -> dict[str, str]:
    try:
        with zipfile.ZipFile(path) as package:
            return {name: hashlib.sha256(package.read(name)).hexdigest() for name in sorted(package.namelist())}
    except (OSError, zipfile.BadZipFile):
        return {}
