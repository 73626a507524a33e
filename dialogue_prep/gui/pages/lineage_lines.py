"""How a commitment stands to those of other rounds, as lines; no widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogue_prep.domain.commitment import Commitment, code_order
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.lineage import CommitmentLink, LinkKind, ProposedLink
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.finding_list import Finding
from dialogue_prep.gui.lineage_terms import link_kind_name
from dialogue_prep.gui.words import _, in_a_row

_OFFERED = 200


@dataclass(frozen=True, slots=True)
class LinkShown:
    """One line of links: what was said of two commitments, or what is only proposed; `other_id` is the other one."""

    line: Finding
    other_id: str
    link: CommitmentLink | None = None
    proposed: ProposedLink | None = None


def link_lines(
    dossier: Dossier, commitment: Commitment, proposed: Sequence[ProposedLink], language: str
) -> tuple[LinkShown, ...]:
    """Return what is only proposed first, then what was said, of earlier and of later commitments."""
    known = {one.id for one in dossier.commitments}
    own = [one for one in dossier.commitment_links if commitment.id in (one.commitment_id, one.earlier_id)]
    return (
        *(_proposed(dossier, one, language) for one in proposed if one.earlier_id in known),
        *(_said(dossier, one, commitment, language) for one in own if {one.commitment_id, one.earlier_id} <= known),
    )


def earlier_ones(dossier: Dossier, commitment: Commitment, language: str) -> tuple[tuple[str, str], ...]:
    """Return the earlier commitments to choose from: those of its topic first, of each the latest first.

    Where there are very many, the last are left out: nobody reads a list of thousands.
    """
    ordinals = dossier.ordinals
    at = ordinals[commitment.round_id]
    earlier = [one for one in dossier.commitments if ordinals[one.round_id] < at]
    earlier.sort(key=lambda one: (one.topic_id != commitment.topic_id, -ordinals[one.round_id], code_order(one.code)))
    return tuple((one.id, f"{one.code} {one.action.read(language, 'en')}") for one in earlier[:_OFFERED])


def _proposed(dossier: Dossier, one: ProposedLink, language: str) -> LinkShown:
    earlier = dossier.commitment(one.earlier_id)
    why = in_a_row(_("“{words}”").format(words=word) for word in one.why)
    line = Finding(
        id=f"proposed-{earlier.id}",
        words=_("{kind} {code} {action}?").format(
            kind=link_kind_name(one.kind), code=earlier.code, action=earlier.action.read(language, "en")
        ),
        note=_("Proposed because of {words}").format(words=why) if why else _("Proposed"),
        icon=Icon.MISSING,
        tone=Tone.WARN,
        aloud=_("proposed"),
    )
    return LinkShown(line, earlier.id, proposed=one)


def _said(dossier: Dossier, link: CommitmentLink, commitment: Commitment, language: str) -> LinkShown:
    is_later = link.commitment_id == commitment.id
    other = dossier.commitment(link.earlier_id if is_later else link.commitment_id)
    template = _("{kind} {code} {action}") if is_later else _("{code} {kind} this: {action}")
    unrelated = link.kind is LinkKind.UNRELATED
    line = Finding(
        id=link.id,
        words=template.format(
            kind=link_kind_name(link.kind), code=other.code, action=other.action.read(language, "en")
        ),
        note=link.reason.read(language, "en") or _("Said by hand"),
        icon=Icon.CLOSE if unrelated else Icon.DONE,
        tone=Tone.MUTED if unrelated else Tone.GOOD,
        struck=unrelated,
        aloud=_("not related") if unrelated else _("linked"),
    )
    return LinkShown(line, other.id, link=link)
