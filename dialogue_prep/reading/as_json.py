"""An extract as JSON: the same facts in plain values, for the command line."""

from __future__ import annotations

from typing import Any

from dialogue_prep.domain.dialogue import Cadence, HostRule
from dialogue_prep.domain.source import SourceKind
from dialogue_prep.reading.extract import Extract, Found, FoundCommitment
from dialogue_prep.reading.recognise import due_day_of


def as_json(extract: Extract) -> dict[str, Any]:
    """Return an extract as values that `json.dumps` takes; what the source does not say is None or empty."""
    found: dict[str, Any] = {
        "document_kind": str(extract.kind),
        "title": extract.title,
        "language": extract.language,
        "dialogue": _words(extract.dialogue),
        "ordinal": extract.ordinal,
        "place": _words(extract.place),
        "date": extract.first_day.isoformat() if extract.first_day else None,
        "date_end": extract.last_day.isoformat() if extract.last_day else None,
        "date_source": extract.day_from,
        "host": extract.host,
        "sides": [side.name for side in extract.sides],
        "co_chairs": [{"name": chair.name, "office": chair.office, "side": chair.side} for chair in extract.co_chairs],
        "topics": [topic.words for topic in extract.topics],
        "commitments": [_commitment(extract, commitment) for commitment in extract.commitments],
        "next_round": _next_round(extract),
        "instruments": [{"title": found.title, "kind": str(found.kind)} for found in extract.instruments],
        "basis": [found.words for found in extract.basis],
    }
    return found | (_terms(extract) if extract.kind is SourceKind.TERMS_OF_REFERENCE else {})


def _commitment(extract: Extract, commitment: FoundCommitment) -> dict[str, Any]:
    due = due_day_of(extract, commitment)
    return {
        "text": commitment.words,
        "action": commitment.action,
        "kind": str(commitment.kind),
        "paragraph": commitment.span.paragraph,
        "start": commitment.span.start,
        "end": commitment.span.end,
        "strength": str(commitment.strength),
        "by": commitment.by or "all",
        "due": due.isoformat() if due else None,
    }


def _next_round(extract: Extract) -> dict[str, Any] | None:
    ahead = extract.next_round
    if ahead is None:
        return None
    first, last = (day.isoformat() if day else None for day in (ahead.day, ahead.last_day))
    return {"place": ahead.place, "year": ahead.year, "date": first, "date_end": last, "host": ahead.host}


def _terms(extract: Extract) -> dict[str, Any]:
    entities: dict[str, list[str]] = {}
    for entity in extract.entities:
        entities.setdefault(entity.side, []).append(entity.name)
    return {
        "designation": _words(extract.dialogue),
        "short_name": _words(extract.short_name),
        "purpose": _words(extract.purpose),
        "topics_open": extract.topics_open is not None,
        "frequency": None if extract.cadence is Cadence.UNSAID else str(extract.cadence),
        "hosting": None if extract.host_rule is HostRule.UNSAID else str(extract.host_rule),
        "hosting_sides": list(extract.hosting_sides),
        "entities": entities,
        "mechanisms": [found.words for found in extract.mechanisms],
        "objectives": [found.words for found in extract.objectives],
        "participation": _words(extract.participation),
        "subgroups": _words(extract.subgroups),
        "guidance": _words(extract.guidance),
    }


def _words(found: Found | None) -> str | None:
    return found.words if found else None
