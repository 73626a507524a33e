"""A whole store taken over into another place: from a file onto a server that several people share, or back."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.services.keyring import check_confirmed
from dialogue_prep.services.opening import Opening, is_read_only, open_to_read
from dialogue_prep.services.sharing import make_ready
from dialogue_prep.store.database import make_private_file, stored_version
from dialogue_prep.store.exchange_rows import become_another
from dialogue_prep.store.migrate import migrate
from dialogue_prep.store.moving import OpenRows, Rows, copy_rows, counts, first_difference, rows_of_file, rows_on_server
from dialogue_prep.store.server_address import ServerAddress
from dialogue_prep.store.signing import SECRET_BYTES
from dialogue_prep.system.atomic import write_whole
from dialogue_prep.system.lock import writing_to

_NOT_EMPTY = "There is something in {store} already; a store is moved to where nothing is yet."
_DIFFERENT = "{store} was not moved, because “{table}” would not have been the same; nothing was changed."


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedStore:
    """Where a store was taken over to, and what went along: records and steps of the journal, compared one by one.

    `left` says that what exchanges bundles is there now, and that the source would be another copy.
    """

    place: Path | ServerAddress
    records: int
    steps: int
    left: bool


def move(
    source: Opening,
    target: Opening,
    confirmed: str = "",
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
) -> MovedStore:
    """Take a store over, with journal and drafts, to where nothing is yet; what the source holds stays as it is.

    Nothing is kept of the target unless every row is the same in both. Whatever a protected store holds can be read
    there by whoever may read that place: it is `confirmed` by the name of the store. One of several copies that
    exchange bundles goes on at the target; the source is another copy from then on.
    """
    if source.server is None:
        check_confirmed(source.store, confirmed)
    with open_to_read(source):  # it is there, and of this version
        pass
    with ExitStack() as stack:
        if source.server is None:
            stack.enter_context(writing_to(source.store, datetime.now(UTC)))
        if target.server is None:
            return _into_file(source, target.store, random_bytes(SECRET_BYTES))
        return _onto_server(source, target.server, random_bytes(SECRET_BYTES))


def _onto_server(source: Opening, server: ServerAddress, secret: bytes) -> MovedStore:
    make_ready(server)
    with _rows_to_leave(source) as rows, rows_on_server(server) as made:
        if counts(made) != (0, 0):
            raise UserError(_NOT_EMPTY, store=server)
        copy_rows(rows, made)
        return _compared(source, rows, made, server, secret)


def _into_file(source: Opening, store: Path, secret: bytes) -> MovedStore:
    store.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with writing_to(store, datetime.now(UTC)), TemporaryDirectory(dir=store.parent, prefix=".") as folder:
        if stored_version(store) > 0:
            raise UserError(_NOT_EMPTY, store=store)
        made = Path(folder) / store.name
        make_private_file(made)
        migrate(made)
        with _rows_to_leave(source) as rows:
            with rows_of_file(made, to_write=True) as target:
                copy_rows(rows, target)
            with rows_of_file(made) as target:
                moved = _compared(source, rows, target, store, secret)
            write_whole(store, made.read_bytes())
    return moved


def _rows_to_leave(source: Opening) -> Rows:
    return source.rows(to_write=source.server is None and not is_read_only(source.store))


def _compared(
    source: Opening, rows: OpenRows, made: OpenRows, place: Path | ServerAddress, secret: bytes
) -> MovedStore:
    """Compare both, and have the source be another copy; that is kept after the target is, or neither."""
    if table := first_difference(rows, made):
        raise MachineError(_DIFFERENT, store=source.place, table=table)
    records, steps = counts(made)
    return MovedStore(place=place, records=records, steps=steps, left=become_another(rows, secret))
