"""The words of the memory across rounds as the window says them."""

from __future__ import annotations

from dialogue_prep.domain.grades import Standing
from dialogue_prep.domain.ladder import Movement
from dialogue_prep.domain.lineage import LinkKind
from dialogue_prep.domain.silence_matrix import SourceWord
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.words import _


def link_kind_name(kind: LinkKind) -> str:
    """Return what a commitment does with an earlier one."""
    return {
        LinkKind.REAFFIRMS: _("reaffirms"),
        LinkKind.CONTINUES: _("continues"),
        LinkKind.REFINES: _("refines"),
        LinkKind.REPLACES: _("replaces"),
        LinkKind.FULFILS: _("fulfils"),
        LinkKind.UNRELATED: _("has nothing to do with"),
    }[kind]


def movement_name(movement: Movement) -> str:
    """Return how a wording stands to the one before it, with a sign."""
    return {
        Movement.FIRST: _("• first"),
        Movement.SAME: _("= same words"),
        Movement.REWORDED: _("≈ other words"),
        Movement.STRONGER: _("↑ stronger"),
        Movement.WEAKER: _("↓ weaker"),
    }[movement]


def standing_name(standing: Standing) -> str:
    """Return for whom a sentence speaks."""
    return {Standing.JOINT: _("joint"), Standing.PARALLEL: _("each for itself")}[standing]


def source_word_name(word: SourceWord | None) -> str:
    """Return what a source does with a subject, with a sign; None: it is older than the subject."""
    return {
        None: "–",
        SourceWord.SPOKEN: _("● spoken"),
        SourceWord.CHANGED: _("◆ changed"),
        SourceWord.SILENT: _("○ silent"),
    }[word]


def source_word_tone(word: SourceWord | None) -> Tone:
    """Return the tone in which that is shown, beside its sign and word."""
    tones = {SourceWord.SPOKEN: Tone.GOOD, SourceWord.CHANGED: Tone.ACCENT, SourceWord.SILENT: Tone.WARN}
    return tones[word] if word else Tone.MUTED
