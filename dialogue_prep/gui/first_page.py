"""The page with the ways to begin, made when it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from dialogue_prep.gui.kit.notice import Offer
from dialogue_prep.gui.window.interior import Interior

if TYPE_CHECKING:
    from dialogue_prep.gui.held_store import HeldStore
    from dialogue_prep.gui.pages.start_page import StartPage

START = "start"


class Beginner(Protocol):
    """Who does what the page offers."""

    def begin_with_starter(self) -> None: ...
    def choose_sources(self) -> None: ...
    def choose_store(self) -> None: ...
    def open(self) -> None: ...


class FirstPage:
    """Shows the page in one of its states; `offers` says which stores were open before."""

    def __init__(
        self, interior: Interior, beginner: Beginner, held: HeldStore, offers: Callable[[], Sequence[Offer]]
    ) -> None:
        self._interior, self._beginner, self._held, self._offers = interior, beginner, held, offers
        self._page: StartPage | None = None

    def welcome(self, store: str) -> None:
        """Offer the ways to begin a store that is not there yet or is empty."""
        self._shown().welcome(store)

    def ask(self) -> None:
        """Ask which store to open."""
        self._shown().ask()

    def protected(self, store: str) -> None:
        """Say that a store asks for its passphrase."""
        self._shown().protected(store)

    def problem(self, sentence: str, *, calls: bool = False, takes: bool = False) -> None:
        """Say why a store could not be opened, and offer what helps."""
        self._shown().problem(sentence, calls=calls, takes=takes)

    def offer_again(self) -> None:
        """Offer the stores that were open before as they are now, where the page has been made."""
        if self._page is not None:
            self._page.offer(self._offers())

    def _shown(self) -> StartPage:
        if self._page is None:
            # Imported here, like the boxes: most starts find a dialogue in the store.
            from dialogue_prep.gui.pages.start_page import StartPage

            page = self._page = StartPage()
            self._interior.add_page(START, page)
            page.starter_chosen.connect(self._beginner.begin_with_starter)
            page.source_chosen.connect(self._beginner.choose_sources)
            page.open_chosen.connect(self._beginner.choose_store)
            page.retry_chosen.connect(self._beginner.open)
            page.call_chosen.connect(self._held.call)
            page.take_chosen.connect(self._held.take)
        self.offer_again()
        self._interior.go(START)
        return self._page
