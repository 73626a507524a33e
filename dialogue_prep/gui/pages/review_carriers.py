"""Who carries a commitment under review out: its mechanism, the leads of both sides, its instruments."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from dialogue_prep.domain.dialogue import Entity
from dialogue_prep.domain.identity import EntityId, MechanismId
from dialogue_prep.gui.kit.choice_box import ChoiceBox
from dialogue_prep.gui.kit.saved_fields import Field
from dialogue_prep.gui.kit.several_picker import Choice, SeveralPicker
from dialogue_prep.gui.pages.review_known import Known
from dialogue_prep.gui.words import _
from dialogue_prep.reading.extract import FoundCommitment
from dialogue_prep.reading.review import Handling, Review


class ReviewCarriers(QWidget):
    """Shows who is chosen or else named; whom the words only point to is offered first.

    `handled` carries the handling that the user made of it.
    """

    handled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._handling = Handling()
        self._sides: tuple[frozenset[EntityId], ...] = (frozenset(), frozenset())
        self.mechanism = ChoiceBox()
        self.leads = (SeveralPicker(_("Leads"), _("nobody")), SeveralPicker(_("Leads"), _("nobody")))
        self.instruments = SeveralPicker(_("Instruments"), _("none"))
        self._lead_fields = tuple(Field(_("Leads"), picker) for picker in self.leads)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        fields = (
            Field(_("Mechanism"), self.mechanism),
            *self._lead_fields,
            Field(_("Instruments"), self.instruments),
        )
        for column, field in enumerate(fields):
            grid.addWidget(field, 0, column)
            grid.setColumnStretch(column, 1)
        self.mechanism.setMinimumContentsLength(4)
        self.mechanism.activated.connect(self._when_mechanism_chosen)
        for place, picker in enumerate(self.leads):
            picker.picked.connect(partial(self._when_leads_picked, place))
        self.instruments.picked.connect(self._when_instruments_picked)

    def show_commitment(self, review: Review, found: FoundCommitment, known: Known, language: str) -> None:
        """Show a commitment; what is in the store already is changed there and not here."""
        bearing = known.bearing
        self._handling = bearing.handling(review, found)
        names = [(one.id, f"{one.number} {one.name.read(language, 'en')}") for one in bearing.mechanisms]
        self.mechanism.offer([("", _("none")), *names])
        self.mechanism.choose(self._handling.mechanism_id or "")
        chosen, pointed_to = self._handling.leads or frozenset(), {one.id for one in bearing.led.get(found.span, ())}
        for place, (picker, field) in enumerate(zip(self.leads, self._lead_fields, strict=True)):
            side = bearing.sides[place] if place < len(bearing.sides) else None
            own = [one for one in bearing.entities if side and one.side_id == side.id and one.participates]
            field.rename(_("Leads of {side}").format(side=side.name.read(language, "en")) if side else _("Leads"))
            own.sort(key=lambda one: one.id not in pointed_to)
            picker.offer([_choice(one, language) for one in own], [one.id for one in own if one.id in chosen])
        self._sides = tuple(
            frozenset(EntityId(one.id) for one in bearing.entities if one.side_id == side.id) for side in bearing.sides
        )
        self._show_instruments(review, found, known, language)
        new = found.span not in known.codes
        self.mechanism.setEnabled(new)
        for picker in (*self.leads, self.instruments):
            picker.setEnabled(new and picker.offers())

    def _show_instruments(self, review: Review, found: FoundCommitment, known: Known, language: str) -> None:
        named = [one for one in review.extract.instruments if found.span.holds(one.span)]
        titles = [one.title for one in review.extract.instruments]
        titles += [one.title.read(language, "en") for one in known.bearing.instruments]
        chosen = self._handling.instruments
        marked = {one.title for one in named} if chosen is None else chosen
        choices = [Choice(title, title, title) for title in dict.fromkeys(titles)]
        self.instruments.offer(choices, [choice.id for choice in choices if choice.id in marked])

    def _when_mechanism_chosen(self, _place: int) -> None:
        self._emit(replace(self._handling, mechanism_id=MechanismId(self.mechanism.thing() or "")))

    def _when_leads_picked(self, place: int, ids: tuple[str, ...]) -> None:
        own = self._sides[place] if place < len(self._sides) else frozenset()
        others = (self._handling.leads or frozenset()) - own
        self._emit(replace(self._handling, leads=others | {EntityId(id_) for id_ in ids}))

    def _when_instruments_picked(self, titles: tuple[str, ...]) -> None:
        self._emit(replace(self._handling, instruments=frozenset(titles)))

    def _emit(self, handling: Handling) -> None:
        if handling != self._handling:
            self.handled.emit(handling)


def _choice(entity: Entity, language: str) -> Choice:
    short, name = entity.abbreviation.read(language, "en"), entity.name.read(language, "en")
    return Choice(entity.id, f"{short}  {name}" if short else name, short or name)
