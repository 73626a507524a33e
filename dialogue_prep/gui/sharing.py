"""Stores on a server in the window: opened, moved there and back, and who may do what in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dialogue_prep.gui.jobs import Jobs, Refusal
from dialogue_prep.gui.stores import Place, Stores
from dialogue_prep.gui.window.frame import Frame
from dialogue_prep.gui.words import _

if TYPE_CHECKING:
    from dialogue_prep.gui.boxes.passphrase_box import PassphraseBox, Question
    from dialogue_prep.services.moving import MovedStore
    from dialogue_prep.services.opening import Opening
    from dialogue_prep.store.server_address import ServerAddress

Take = Callable[["ServerAddress", Mapping[str, str]], None]


class Sharing(QObject):
    """Shows the boxes and does what they say; they are imported when they are asked for.

    `choose` opens a store, in a file or on a server, `reopen` the one that was open, `leave` closes it. `last` is the
    one on a server that was opened last; `at_rest` says that nothing is running and nobody is in the middle of
    something.
    """

    def __init__(
        self,
        frame: Frame,
        jobs: Jobs,
        stores: Stores,
        choose: Callable[[Place], None],
        reopen: Callable[[], None],
        leave: Callable[[], None],
        last: Callable[[], ServerAddress | None],
        at_rest: Callable[[], bool],
    ) -> None:
        super().__init__(frame)
        self._frame, self._jobs, self._stores = frame, jobs, stores
        self._choose, self._reopen, self._leave, self._last, self._at_rest = choose, reopen, leave, last, at_rest

    @property
    def at_rest(self) -> bool:
        """Whether another store can be opened now."""
        return self._at_rest()

    @property
    def movable(self) -> bool:
        """Whether there is an open store that can be taken to another place now."""
        return self._stores.workspace is not None and self._at_rest()

    @property
    def on_server(self) -> bool:
        """Whether the open store is on a server."""
        return self._stores.server is not None

    def open(self) -> None:
        """Ask for a store on a server, see whether one is there, and open it."""
        self._ask_to_open(self._stores.server or self._last())

    def asks(self, error: BaseException, given_up: Callable[[], None]) -> bool:
        """Ask for the password if that is what a refused store lacks; say whether it is."""
        from dialogue_prep.store.postgres import NotLetIn
        from dialogue_prep.store.server_address import ServerAddress

        refused = next(iter(dict(error.sentence.values).values()), None) if isinstance(error, NotLetIn) else None
        if not isinstance(refused, ServerAddress):
            return False
        self._ask_to_open(refused).rejected.connect(given_up)
        return True

    def move(self) -> None:
        """Take the open store over to another place, in a file or on a server, and show that both are the same."""
        if self.on_server:
            self._move_into_file()
        else:
            self._move_onto_server()

    def show_members(self) -> None:
        """Show who may do what."""
        from dialogue_prep.gui.boxes.members_box import MembersBox
        from dialogue_prep.services.sharing import membership

        server = self._stores.server
        assert server is not None
        MembersBox(self._jobs, server, lambda: membership(server), self._frame).open()

    def _ask_to_open(self, known: ServerAddress | None) -> PassphraseBox:
        from dialogue_prep.gui.boxes.server_questions import to_open_on_server

        return self._ask(to_open_on_server(known), lambda address, _typed: self._choose(address), look=True)

    def _move_onto_server(self) -> None:
        from dialogue_prep.gui.boxes.server_questions import CONFIRMED, to_move

        workspace = self._stores.workspace
        assert workspace is not None
        question = to_move(workspace.database.path.stem, protected=workspace.database.key is not None)
        self._ask(question, lambda address, typed: self._move_to(address, typed.get(CONFIRMED, "")), look=False)

    def _move_into_file(self) -> None:
        from dialogue_prep.gui.boxes.store_files import ask_for_place

        self._jobs.run(
            lambda: self._stores.which().folders.data / self._stores.which().store.name,
            lambda proposed: self._move_to(ask_for_place(self._frame, _("Take the store into a file"), proposed)),
        )

    def _move_to(self, place: Place | None, confirmed: str = "") -> None:
        from dialogue_prep.gui.boxes.moving_box import MovingBox
        from dialogue_prep.services.moving import move

        if place is None:
            return
        self._leave()

        def do() -> MovedStore:
            opening: Opening = self._stores.which()
            return move(opening, opening.at(place), confirmed)

        box = MovingBox(self._jobs, str(place), do, self._frame)
        box.left.connect(lambda opened: self._reopen() if opened is None else self._choose(opened))
        box.open()

    def _ask(self, question: Question, take: Take, *, look: bool) -> PassphraseBox:
        """Ask for a server, see whether it answers, and for `look` whether a store is there; then take it."""
        from dialogue_prep.gui.boxes.passphrase_box import PassphraseBox
        from dialogue_prep.gui.boxes.server_questions import DATABASE, PASSWORD, SERVER, USER

        given: list[tuple[ServerAddress, Mapping[str, str]]] = []

        def send(typed: Mapping[str, str], taken: Callable[[], None], refused: Refusal) -> None:
            def find() -> ServerAddress:
                from dialogue_prep.services.sharing import check_free, check_there
                from dialogue_prep.store.server_address import made_address

                address = made_address(*(typed[name] for name in (SERVER, DATABASE, USER, PASSWORD)))
                (check_there if look else check_free)(address)
                return address

            def found(address: ServerAddress) -> None:
                given.append((address, typed))
                taken()

            self._jobs.run(find, found, refused)

        box = PassphraseBox(question, send, self._jobs.refuse, self._frame)
        box.accepted.connect(lambda: take(*given[-1]))
        box.open()
        return box
