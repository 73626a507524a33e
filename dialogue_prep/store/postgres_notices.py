"""Tells what others do in a shared store, and who is where: on a thread and a connection of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError

from dialogue_prep.store.postgres import open_server
from dialogue_prep.store.postgres_tables import CHANNEL
from dialogue_prep.store.server_address import ServerAddress
from dialogue_prep.store.tables import STEP

# Whoever is somewhere says so again every so many seconds; who was not heard of for three times as long has gone.
_HEARTBEAT = 10.0
_LISTENING = 0.5
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 30.0

_COME = text(
    "INSERT INTO presence (client, who, value_id, seen) VALUES (:client, :who, :value_id, now()) "
    "ON CONFLICT (client) DO UPDATE SET who = excluded.who, value_id = excluded.value_id, seen = now()"
)
_GO = text("DELETE FROM presence WHERE client = :client OR seen < now() - make_interval(secs => :gone_after)")
_OTHERS = text(
    "SELECT DISTINCT who FROM presence WHERE value_id = :value_id AND client <> :client "
    "AND seen > now() - make_interval(secs => :gone_after) ORDER BY who"
)
_TELL = text("SELECT pg_notify(:channel, '0 ' || :client)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Who is told; each is called on the thread that listens.

    `changed`: the number of a step of somebody else. `present`: the names of the others at the same record, when they
    are no longer those that were told before. `connected`: False once the server is not heard, True when it is again.
    """

    changed: Callable[[int], None]
    present: Callable[[tuple[str, ...]], None]
    connected: Callable[[bool], None]


class Notices:
    """Listens from `start` to `stop`; a lost connection is made anew, soon at first, then every half minute."""

    def __init__(self, address: ServerAddress, client: str, who: str, heard: Heard) -> None:
        self._client = client
        self._who = who
        self._heard = heard
        self._engine = open_server(address, client=client)
        self._stopping = threading.Event()
        self._telling = threading.Lock()
        self._silent = False
        self._thread = threading.Thread(target=self._run, name="notices", daemon=True)
        self._place = self._told_place = ""
        self._told: tuple[str, ...] = ()
        self._told_at = 0.0
        self._last_step: int | None = None
        self._connected = True

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stand(self, value_id: str) -> None:
        """Be at a record from now on; at none for no words."""
        self._place = value_id

    def silence(self) -> None:
        """Tell nobody any more who is present and whether the server is heard; at once."""
        with self._telling:
            self._silent = True

    def stop(self) -> None:
        """Listen no longer, and be nowhere."""
        self._stopping.set()
        self._thread.join()
        self._engine.dispose()

    def _run(self) -> None:
        failures: Any = (self._engine.dialect.loaded_dbapi.Error, OSError)
        wait = _FIRST_WAIT
        while not self._stopping.is_set():
            try:
                opened = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
                with opened as connection:
                    self._begin(connection)
                    wait = _FIRST_WAIT
                    self._listen(connection)
            except (DBAPIError, *failures):
                self._engine.dispose()
                self._say_connected(connected=False)
                self._stopping.wait(wait)
                wait = min(2 * wait, _LONGEST_WAIT)

    def _begin(self, connection: Connection) -> None:
        """Listen, and tell of what was done while nobody did."""
        connection.exec_driver_sql(f"LISTEN {CHANNEL}")
        last = connection.execute(select(func.max(STEP.c.number))).scalar() or 0
        missed, self._last_step = self._last_step is not None and last > self._last_step, last
        self._told_place, self._told_at = "", 0.0
        self._say_connected(connected=True)
        if missed:
            self._heard.changed(last)

    def _listen(self, connection: Connection) -> None:
        raw: Any = connection.connection.driver_connection
        moved = True
        while not self._stopping.is_set():
            self._say_where(connection)
            if moved:
                self._look_who_is_here(connection)
            moved = False
            for notice in raw.notifies(timeout=_LISTENING, stop_after=1):
                number, client = notice.payload.split(" ", 1)
                moved = moved or client != self._client
                if int(number):
                    self._last_step = max(int(number), self._last_step or 0)
                    if client != self._client:
                        self._heard.changed(int(number))
            moved = moved or self._place != self._told_place or monotonic() - self._told_at > _HEARTBEAT
        connection.execute(_GO, {"client": self._client, "gone_after": 3 * _HEARTBEAT})
        connection.execute(_TELL, {"channel": CHANNEL, "client": self._client})

    def _say_where(self, connection: Connection) -> None:
        place = self._place
        if place == self._told_place and (not place or monotonic() - self._told_at < _HEARTBEAT):
            return
        if place:
            connection.execute(_COME, {"client": self._client, "who": self._who, "value_id": place})
        else:
            connection.execute(_GO, {"client": self._client, "gone_after": 3 * _HEARTBEAT})
        if place != self._told_place:
            connection.execute(_TELL, {"channel": CHANNEL, "client": self._client})
        self._told_place, self._told_at = place, monotonic()

    def _look_who_is_here(self, connection: Connection) -> None:
        asked = {"value_id": self._told_place, "client": self._client, "gone_after": 3 * _HEARTBEAT}
        found = tuple(str(who) for (who,) in connection.execute(_OTHERS, asked)) if self._told_place else ()
        if found != self._told:
            self._told = found
            with self._telling:
                if not self._silent:
                    self._heard.present(found)

    def _say_connected(self, *, connected: bool) -> None:
        if connected != self._connected:
            self._connected = connected
            with self._telling:
                if not self._silent:
                    self._heard.connected(connected)
