"""The box in which a bundle is made: for whom, what goes in, what does not."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from dialogue_prep.domain.errors import Problem
from dialogue_prep.gui.boxes.bundle_files import ask_for_new_bundle
from dialogue_prep.gui.boxes.bundle_words import counts_in_words
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.jobs import Jobs
from dialogue_prep.gui.kit.box_column import box_column
from dialogue_prep.gui.kit.cards import Card
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.labels import PlainLabel
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.words import _, count, sentence_in_words, with_remark
from dialogue_prep.services.bundles import BundleContents, Bundles, Offers, Recipient

_WIDTH = 620


class BundleMakeBox(QDialog):
    """Looks the slice up whenever another recipient is chosen; `made` carries what to tell the user.

    `confirm` is the name of a protected store, which has to be typed: anybody can read a bundle.
    """

    made = Signal(str)

    def __init__(
        self, jobs: Jobs, bundles: Bundles, language: str, confirm: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._bundles, self._language = jobs, bundles, language
        self._recipient: Recipient | None = None
        self.setWindowTitle(_("Make a bundle"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.whom, self.ceiling = ChoiceBox(), ChoiceBox()
        self.whom_field = Field(_("For whom"), self.whom)
        self.ceiling_field = Field(_("Nothing above this marking"), self.ceiling)
        self.inside, self.outside = PlainLabel(wrap=True), PlainLabel(wrap=True, tone=Tone.MUTED)
        self.news = PlainLabel(wrap=True)
        self.confirmed = QLineEdit()
        asked = _("To confirm, type the name of the store: {name}").format(name=confirm)
        self.confirmed_field = Field(asked, self.confirmed)
        if not confirm:
            self.confirmed_field.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = buttons.addButton(_("Write the bundle …"), QDialogButtonBox.ButtonRole.ActionRole)
        self.do.setProperty("main", "true")
        self.do.setEnabled(False)
        self._lay_out(buttons)
        self.whom.currentIndexChanged.connect(lambda _place: self._look())
        self.ceiling.currentIndexChanged.connect(lambda _place: self._look())
        self.do.clicked.connect(self._choose)
        buttons.rejected.connect(self.reject)
        jobs.run(bundles.offers, self._offer)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        about = _(
            "A bundle is a signed file with what the other copy does not know yet. A ministry is given its topics and "
            "commitments, and what both sides know; whoever has the file can read it."
        )
        layout = box_column(self, _("Make a bundle for a copy"), about, width=_WIDTH)
        layout.addWidget(self.whom_field)
        layout.addWidget(self.ceiling_field)
        for heading, label in ((_("What goes in"), self.inside), (_("What does not"), self.outside)):
            card = Card(heading)
            card.body.addWidget(label)
            layout.addWidget(card)
        layout.addWidget(self.news)
        layout.addWidget(self.confirmed_field)
        layout.addWidget(buttons)

    def _offer(self, offers: Offers) -> None:
        shown: list[tuple[str, str]] = [
            (entity.id, entity.name.read(self._language, "en")) for entity in offers.entities
        ]
        shown += [(copy.id, with_remark(copy.name, copy.fingerprint[:9])) for copy in offers.copies]
        self.whom.offer([*shown, ("", _("Another desk of our own: all that travels"))])
        self.ceiling.offer([(level.id, level.name.read(self._language, "en")) for level in offers.markings])
        internal = next((level.id for level in offers.markings if level.internal), None)
        self.ceiling.choose(internal)
        self.ceiling_field.setVisible(bool(offers.markings))
        self.whom.setCurrentIndex(0)
        self._look()

    def _look(self) -> None:
        name, ceiling = self.whom.thing(), self.ceiling.thing() or ""
        if name is None:
            return
        self._recipient = None
        for label in (self.inside, self.outside, self.news):
            label.say("")
        self.do.setEnabled(False)
        self.ceiling_field.setEnabled(bool(name))

        def look() -> tuple[Recipient, BundleContents]:
            recipient = self._bundles.recipient(name, ceiling) if name else Recipient()
            return recipient, self._bundles.contents(recipient)

        self._jobs.run(look, partial(self._show, name, ceiling), self._refuse)

    def _show(self, name: str, ceiling: str, found: tuple[Recipient, BundleContents]) -> None:
        if (name, ceiling) != (self.whom.thing(), self.ceiling.thing() or ""):
            return  # another was chosen meanwhile
        self._recipient, contents = found
        self.whom_field.refuse("")
        self.inside.say(counts_in_words(contents.records))
        self.outside.say(counts_in_words(contents.left_out))
        said = count(
            "{number} record is new there, or was changed.",
            "{number} records are new there, or were changed.",
            contents.news,
        )
        self.news.say(said)
        self.do.setEnabled(True)
        self._make_room()

    def _make_room(self) -> None:
        """Be as high as what is told needs: words that wrap ask for their height too late."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _choose(self) -> None:
        if path := ask_for_new_bundle(self):
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the bundle that is shown."""
        recipient, bundles, confirmed = self._recipient, self._bundles, self.confirmed.text()
        assert recipient is not None
        self.do.setEnabled(False)

        def write() -> str:
            bundles.make(recipient, path, confirmed)
            return bundles.own().fingerprint

        self._jobs.run(write, partial(self._when_written, path), self._refuse)

    def _when_written(self, path: Path, fingerprint: str) -> None:
        said = _("Written: {name}. Whoever takes it in for the first time compares this fingerprint: {fingerprint}.")
        self.made.emit(said.format(name=path.name, fingerprint=fingerprint))
        self.accept()

    def _refuse(self, error: BaseException) -> None:
        self.do.setEnabled(self._recipient is not None)
        if isinstance(error, Problem):
            field = self.confirmed_field if error.field == "confirmed" else self.whom_field
            field.refuse(sentence_in_words(error.sentence, self._language))
        else:
            self._jobs.refuse(error)
