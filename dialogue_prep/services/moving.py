"""A whole store taken over into another place: from a file onto a server that several people share, or back."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.services.keyring import check_confirmed
from dialogue_prep.services.opening import Opening, open_to_read
from dialogue_prep.services.sharing import make_ready
from dialogue_prep.store.database import make_private_file, stored_version
from dialogue_prep.store.migrate import migrate
from dialogue_prep.store.moving import copy_rows, counts, first_difference, rows_of_file, rows_on_server
from dialogue_prep.store.server_address import ServerAddress
from dialogue_prep.system.atomic import write_whole
from dialogue_prep.system.lock import writing_to

_NOT_EMPTY = "There is something in {store} already; a store is moved to where nothing is yet."
_DIFFERENT = "{store} was not moved, because “{table}” would not have been the same; nothing was changed."


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedStore:
    """Where a store was taken over to, and what went along: records and steps of the journal, compared one by one."""

    place: Path | ServerAddress
    records: int
    steps: int


def move(source: Opening, target: Opening, confirmed: str = "") -> MovedStore:
    """Take a store over, with journal and drafts, to where nothing is yet; the source stays as it is.

    Nothing is kept of the target unless every row is the same in both. Whatever a protected store holds can be read
    there by whoever may read that place: it is `confirmed` by the name of the store.
    """
    if source.server is None:
        check_confirmed(source.store, confirmed)
    with open_to_read(source):  # it is there, and of this version
        pass
    with ExitStack() as stack:
        if source.server is None:
            stack.enter_context(writing_to(source.store, datetime.now(UTC)))
        if target.server is None:
            return _into_file(source, target.store)
        return _onto_server(source, target.server)


def _onto_server(source: Opening, server: ServerAddress) -> MovedStore:
    make_ready(server)
    with source.rows() as rows, rows_on_server(server) as made:
        if counts(made) != (0, 0):
            raise UserError(_NOT_EMPTY, store=server)
        copy_rows(rows, made)
        if table := first_difference(rows, made):
            raise MachineError(_DIFFERENT, store=source.place, table=table)
        records, steps = counts(made)
    return MovedStore(place=server, records=records, steps=steps)


def _into_file(source: Opening, store: Path) -> MovedStore:
    store.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with writing_to(store, datetime.now(UTC)), TemporaryDirectory(dir=store.parent, prefix=".") as folder:
        if stored_version(store) > 0:
            raise UserError(_NOT_EMPTY, store=store)
        made = Path(folder) / store.name
        make_private_file(made)
        migrate(made)
        with source.rows() as rows:
            with rows_of_file(made, to_write=True) as target:
                copy_rows(rows, target)
            with rows_of_file(made) as target:
                if table := first_difference(rows, target):
                    raise MachineError(_DIFFERENT, store=source.place, table=table)
                records, steps = counts(target)
        write_whole(store, made.read_bytes())
    return MovedStore(place=store, records=records, steps=steps)
