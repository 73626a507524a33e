"""An open store on the window: head, pages, search and foot show what is in it and send the user's requests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.readiness import Mending, Place
from dialogue_prep.domain.round import Round
from dialogue_prep.gui.company import CompanyWatch
from dialogue_prep.gui.context import Choices, Context
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.following import Following
from dialogue_prep.gui.pages.overview_page import OverviewPage
from dialogue_prep.gui.pages.papers_standing import PapersStand, out_for_editing, read_standing
from dialogue_prep.gui.window.interior import DIALOGUE, OVERVIEW, PAPERS, SOURCES, Interior, places
from dialogue_prep.gui.window_search import WindowSearch
from dialogue_prep.gui.words import _, year_in_words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from dialogue_prep.gui.pages.page import Page
    from dialogue_prep.services.record_places import RecordPlace

LoadPage = Callable[[str], "Callable[[Context], Page]"]

_PAGE_OF = {where: where.value for where in Place if where.value in {place.name for place in places()}}
# Stands among the rounds to look at for one that is still to be planned.
_NEXT = "next"


class Desk(QObject):
    """Joins the frame and one open store. `emptied` tells that the store has no dialogue, `filled` that it has one."""

    emptied = Signal()
    filled = Signal()

    def __init__(self, interior: Interior, context: Context, load_page: LoadPage) -> None:
        super().__init__(interior)
        self._interior = interior
        self._context = context
        self._load_page = load_page
        self._pages: dict[str, Page] = {}
        self._awaited = ""
        self.search = WindowSearch(interior.header.search, interior.inspector, context)
        self.overview = OverviewPage(context, frozenset(_PAGE_OF))
        self._papers_following = Following(
            self.overview, context, lambda: read_standing(context), self._when_papers_read, self.overview.shown
        )
        interior.add_page(OVERVIEW, self.overview)
        self._company = CompanyWatch(context, interior.status, self.record_id, self)
        self._connect()

    def leave(self) -> None:
        """Take everything of this store off the window."""
        self._company.leave()
        self._interior.remove_page(OVERVIEW)
        for name in self._pages:
            self._interior.remove_page(name)
        self._interior.inspector.hide()
        self._interior.notice.pass_on()
        self.search.deleteLater()
        self._interior.header.search.clear()
        self._show_choices(Choices())
        self._interior.header.show_today(None, "")
        self._interior.navigation.set_open(False)
        self._interior.navigation.show_marking("")
        self.deleteLater()

    def write_every(self) -> None:
        """Write all papers, on the page that shows them."""
        self._bring(PAPERS, lambda page: page.write_every())

    @property
    def in_use(self) -> bool:
        """Whether the user is in the middle of something on a page that is not kept yet."""
        return any(page.in_use for page in self._pages.values())

    def begin_at(self, name: str) -> None:
        """Show the first page, unless the user waits for another one already."""
        if not self._awaited:
            self._interior.go(name)

    def paste(self, words: str) -> None:
        """Read words that were copied elsewhere, on the page of the sources."""
        self._bring(SOURCES, lambda page: page.paste(words))

    def new_dialogue(self) -> None:
        """Let the user make a dialogue by hand, and show it on its page."""
        from dialogue_prep.gui.boxes.new_dialogue_box import NewDialogueBox

        box = NewDialogueBox(self._context, self._interior.window())
        box.made.connect(self._when_dialogue_picked)
        box.made.connect(lambda id_: self._bring(DIALOGUE, lambda page: page.lead_to(id_)))
        box.open()

    def remove_dialogue(self) -> None:
        """Let the user remove the dialogue that is looked at; the first of the others is then shown."""
        from dialogue_prep.gui.pages.dialogue_removal import ask_to_remove_dialogue

        ask_to_remove_dialogue(self._context, self._interior.notice.tell, self._interior.window())

    def read_in(self, paths: Sequence[Path]) -> None:
        """Read sources in, on the page that shows them."""
        self._bring(SOURCES, lambda page: page.read_in(paths))

    def receive(self, paths: Sequence[Path]) -> None:
        """Bring edited copies of papers back that were dropped on the window, and read sources in."""
        # Imported here: nothing may ever be dropped on the window.
        from dialogue_prep.gui.pages.return_arrivals import ReturnArrivals

        arrivals = ReturnArrivals(self._context, self._interior.window(), self)
        arrivals.copies.connect(lambda arrived: self._bring(PAPERS, lambda page: page.bring_back_arrived(arrived)))
        arrivals.sources.connect(self.read_in)
        arrivals.refused.connect(self._interior.notice.tell)
        arrivals.begin(paths)

    def bring_back(self) -> None:
        """Let the user choose edited copies, on the page that shows the papers."""
        self._bring(PAPERS, lambda page: page.choose_copies())

    def compare(self) -> None:
        """Show what differs between two texts of the paper that is chosen, on the page that shows the papers."""
        self._bring(PAPERS, lambda page: page.compare())

    def record_id(self) -> str:
        """Return the record that is selected on the page that is seen, else the one in the panel; or nothing."""
        page = self._pages.get(self._interior.here())
        return (page.record_id() if page is not None else "") or self.search.inspected

    def show_history(self, record_id: str) -> None:
        """Show what was done to a record, or with no record what was removed."""
        window = self._interior.window()
        # Imported here: few starts of the window ever ask for it.
        from dialogue_prep.gui.boxes.history_box import HistoryBox, RemovedBox

        (HistoryBox(self._context, record_id, window) if record_id else RemovedBox(self._context, window)).open()

    def show_usages(self, record_id: str) -> None:
        """Show where a record is used, and lead to one of these places."""
        from dialogue_prep.gui.boxes.usages_box import UsagesBox

        box = UsagesBox(self._context, record_id, self._interior.window())
        box.led.connect(self.search.lead)
        box.open()

    def _connect(self) -> None:
        header = self._interior.header
        for signal, slot in (
            (header.dialogue.picked, self._when_dialogue_picked),
            (header.round.picked, self._when_round_picked),
            (self.search.led, self._when_led),
            (self._context.changed, self._when_changed),
            (self._context.undone, self._interior.notice.pass_on),
            (self.overview.place_chosen, self._when_place_chosen),
            (self.overview.write_chosen, self.write_every),
            (self.overview.marking, self._interior.navigation.show_marking),
            (self._interior.wanted, self._bring),
            (self._interior.arrived, self._when_arrived),
        ):
            signal.connect(slot)

    def _bring(self, name: str, then: Callable[[Any], None] | None = None) -> None:
        """Show a page; it is imported and made when it is wanted for the first time.

        Who has gone elsewhere meanwhile stays there, unless there is something to be done on the page.
        """
        self._awaited = name

        def show(make: Callable[[Context], Page]) -> None:
            if name not in self._pages:
                page = self._pages[name] = make(self._context)
                page.said.connect(self._interior.notice.tell)
                page.history_asked.connect(self.show_history)
                page.place_asked.connect(self._when_place_chosen)
                self._interior.add_page(name, page)
            if then is not None or self._awaited == name:
                self._interior.go(name)
            if then is not None:
                then(self._pages[name])

        self._context.jobs.run(lambda: self._load_page(name), show)

    def _when_arrived(self, _name: str) -> None:
        self._awaited = ""

    def _when_changed(self) -> None:
        choices = self._context.choices
        self._show_choices(choices)
        self._show_saved()
        self._context.jobs.run(self._context.today_if_set, self._show_today)
        if choices.dialogues:
            self.filled.emit()
        elif not self.in_use:
            self.emptied.emit()

    def _show_choices(self, choices: Choices) -> None:
        language = self._context.language
        header = self._interior.header
        header.dialogue.offer(
            [(dialogue.id, self._dialogue_name(dialogue)) for dialogue in choices.dialogues], choices.dialogue_id
        )
        rounds: list[tuple[str, str]] = [
            (round_.id, _round_name(round_, choices, language)) for round_ in choices.rounds
        ]
        if choices.dialogues and not any(round_.status.ahead for round_ in choices.rounds):
            rounds.append((_NEXT, _("Plan the next round")))
        header.round.offer(rounds, choices.round_id, _("No round is planned yet"))
        header.search.setEnabled(bool(choices.dialogues))
        self._interior.navigation.set_open(bool(choices.dialogues))

    def _dialogue_name(self, dialogue: Dialogue) -> str:
        return dialogue.designation.read(self._context.language, "en")

    def _show_saved(self) -> None:
        saved = self._context.saved_at
        if saved is None:
            self._interior.status.say(_("Everything is saved"))
        else:
            local = saved.astimezone()
            self._interior.status.say(_("Saved {moment}").format(moment=f"{local:%H:%M}"))

    def _show_today(self, day: date | None) -> None:
        words = day_in_words(day, self._context.language) if day else ""
        self._interior.header.show_today(day, _("Today: {day}").format(day=words))

    def _when_papers_read(self, read: PapersStand | None) -> None:
        lines = read.lines if read else ()
        self.overview.show_papers(lines, read.gaps if read else ())
        self._interior.status.show_out(out_for_editing(lines))

    def _when_dialogue_picked(self, id_: str) -> None:
        self._context.look_again(dialogue_id=id_)

    def _when_round_picked(self, id_: str) -> None:
        if id_ == _NEXT:
            self._context.plan_next()
        else:
            self._context.look_again(round_id=id_)

    def _when_led(self, found: RecordPlace) -> None:
        self._when_place_chosen(found.place, found.record_id)

    def _when_place_chosen(self, place: Place, record_id: str, mending: Mending = Mending.RECORD) -> None:
        self._bring(_PAGE_OF[place], lambda page: page.lead_to(record_id, mending))


def _round_name(round_: Round, choices: Choices, language: str) -> str:
    host = next(side.name.read(language, "en") for side in choices.sides if side.id == round_.host_id)
    where = round_.city.read(language, "en")
    if where and round_.year:
        where = _("{city} {year}").format(city=where, year=round_.year)
    elif round_.year:
        where = year_in_words(round_.year)
    parts = (_("Round {number}").format(number=round_.ordinal), where, _("{side} hosts").format(side=host))
    return " · ".join(filter(None, parts))
