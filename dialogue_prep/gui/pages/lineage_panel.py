"""How a commitment stands to those of other rounds: what is proposed, with the reason, and what was said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.lineage import CommitmentLink, LinkKind, ProposedLink
from dialogue_prep.domain.text import NOTHING, Text, worded
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.kit.cards import row
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.finding_list import FindingList
from dialogue_prep.gui.kit.key_acts import KeyAct, KeyActs
from dialogue_prep.gui.kit.labels import PlainLabel, Size
from dialogue_prep.gui.kit.refusals import at_field
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.lineage_terms import link_kind_name
from dialogue_prep.gui.pages.lineage_lines import LinkShown, earlier_ones, link_lines
from dialogue_prep.gui.words import _, in_a_row
from dialogue_prep.services.lineage import Lineage

_LINES = 5


@dataclass(frozen=True, slots=True)
class _Asked:
    dossier: Dossier
    commitment: Commitment


class LineagePanel(QWidget):
    """`commitment_asked` carries another commitment. What is proposed is worked out, in a job, once it is seen."""

    commitment_asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lineage = Lineage(context.workspace)
        self._asked: _Asked | None = None
        self._shown: tuple[LinkShown, ...] = ()
        self.links = FindingList(_("Links to other commitments"))
        self.kind, self.other = ChoiceBox(), ChoiceBox()
        self.add = QPushButton(_("Link"))
        self.nothing = PlainLabel(
            _("No earlier commitment says the same in other words, as far as one can tell."), tone=Tone.MUTED, wrap=True
        )
        self.whole = PlainLabel(size=Size.SMALL, tone=Tone.MUTED, wrap=True)
        self._other = Field(_("Another earlier commitment"), self.other)
        self.acts = KeyActs(
            (
                KeyAct(_("Accept"), (Qt.Key.Key_A,), self.accept),
                KeyAct(_("Not related"), (Qt.Key.Key_R,), self.refuse),
                KeyAct(_("Take away"), (Qt.Key.Key_Delete,), self.take_away),
                KeyAct(_("Go to it"), (Qt.Key.Key_Return, Qt.Key.Key_Enter), self.go_to),
            ),
            (self.links,),
            lambda: self._here() is not None,
            self,
        )
        self._about_here: list[QPushButton] = []
        self.kind.offer([(kind, link_kind_name(kind)) for kind in LinkKind if kind is not LinkKind.UNRELATED])
        self._lay_out()
        self.links.chosen.connect(lambda _id: self._show_kind())
        self.add.clicked.connect(self.link_other)

    def show_commitment(self, dossier: Dossier, commitment: Commitment) -> None:
        """Show the links of a commitment, once this is seen."""
        self._asked = _Asked(dossier, commitment)
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._read()

    def accept(self) -> None:
        """Say that the commitment takes the other one up, in the way that is chosen."""
        self._say(self._kind())

    def refuse(self) -> None:
        """Say that the two have nothing to do with each other, so that it is not proposed again."""
        self._say(LinkKind.UNRELATED)

    def take_away(self) -> None:
        """Take a link away; it may then be proposed again."""
        here = self._here()
        if here is not None and here.link is not None:
            link = here.link
            self._context.jobs.run(lambda: self._lineage.unlink(link))

    def go_to(self) -> None:
        """Go to the other commitment."""
        if (here := self._here()) is not None:
            self.commitment_asked.emit(here.other_id)

    def link_other(self) -> None:
        """Link the commitment with the earlier one that is chosen by hand."""
        self._other.refuse("")
        if self._asked is not None and self.other.thing() is None:
            self._other.refuse(_("Choose the earlier commitment first."))
        elif self._asked is not None:
            self._link(self._asked.commitment, self.other.thing(), self._kind(), NOTHING)

    def _kind(self) -> LinkKind:
        return LinkKind(self.kind.thing() or LinkKind.CONTINUES)

    def _say(self, kind: LinkKind) -> None:
        here = self._here()
        if here is None or self._asked is None:
            return
        if here.proposed is not None:
            why = in_a_row(_("“{words}”").format(words=word) for word in here.proposed.why)
            self._link(self._asked.commitment, here.other_id, kind, self._text(why))
        elif here.link is not None:
            link = here.link
            commitment = self._asked.dossier.commitment(link.commitment_id)
            self._link(commitment, link.earlier_id, kind, link.reason, link)

    def _text(self, why: str) -> Text:
        return worded(self._context.language, why) if why else NOTHING

    def _link(
        self, commitment: Commitment, earlier_id: str, kind: LinkKind, reason: Text, seen: CommitmentLink | None = None
    ) -> None:
        refused = at_field(self._context, lambda _field, sentence: self._other.refuse(sentence))
        self._context.jobs.run(lambda: self._lineage.link(commitment, earlier_id, kind, reason, seen), None, refused)

    def _read(self) -> None:
        if self._asked is None:
            return
        asked, lineage = self._asked, self._lineage
        earlier = earlier_ones(asked.dossier, asked.commitment, self._context.language)
        self.other.offer(earlier)
        for widget in (self._other, self.add):
            widget.setVisible(bool(earlier))

        def read() -> tuple[ProposedLink, ...]:
            there = any(one.id == asked.commitment.id for one in asked.dossier.commitments)
            return lineage.proposed(asked.dossier.round.id, asked.commitment.id) if there else ()

        self._context.jobs.run(read, self._showing(asked))

    def _showing(self, asked: _Asked) -> Callable[[tuple[ProposedLink, ...]], None]:
        def show(proposed: tuple[ProposedLink, ...]) -> None:
            if self._asked is asked:
                self._shown = link_lines(asked.dossier, asked.commitment, proposed, self._context.language)
                self.links.show_findings([one.line for one in self._shown])
                self.links.setVisible(bool(self._shown))
                self.links.setFixedHeight(min(len(self._shown), _LINES) * max(self.links.sizeHintForRow(0), 0) + 16)
                for widget in self._about_here:
                    widget.setVisible(bool(self._shown))
                self.nothing.setVisible(not self._shown)
                self._show_kind()

        return show

    def _show_kind(self) -> None:
        here = self._here()
        link = (here.link or here.proposed) if here is not None else None
        self.whole.say(f"{here.line.words}\n{here.line.note}" if here is not None else "")
        self.kind.choose(LinkKind.CONTINUES if link is None or link.kind is LinkKind.UNRELATED else link.kind)

    def _here(self) -> LinkShown | None:
        here = self.links.here()
        return next((one for one in self._shown if one.line.id == here), None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.nothing)
        layout.addWidget(self.links)
        layout.addWidget(self.whole)
        accept, refuse, away, go = self._about_here = self.acts.buttons()
        layout.addLayout(row(accept, refuse, None, spacing=4))
        layout.addLayout(row(away, go, None, spacing=4))
        layout.addWidget(Field(_("In what way it takes the other one up"), self.kind))
        layout.addWidget(self._other)
        layout.addLayout(row(self.add, None))
        layout.addStretch(1)
