"""What `make torture` has to show: each line of its table, and how many tries it takes at least.

Letters and numbers are those of the requirements; a line that is not counted so often is told, and fails the run.
"""

from __future__ import annotations

from collections.abc import Mapping

THE_STORE = {
    "S1 acknowledged writes, the writer killed": 1000,
    "S1 stores open again within 1 s of a kill": 50,
    "S2 power cuts, as the store is kept": 400,
    "S2 power cuts that have to lose: WAL and NORMAL": 400,
    "S2 power cuts that have to lose: DELETE and FULL": 400,
    "S3 copies of the file alone while it is open": 10,
    "S4 synced or remote folders known": 12,
    "S4 stores in a synced folder, warned of and moved": 1,
    "S5 requests where no file may grow": 100,
    "S5 requests on a full disk": 12,
    "S5 typed words that stay where they cannot be kept": 1,
    "S6 read-only file": 1,
    "S6 read-only folder": 1,
    "S6 read-only stores that the window opens to look at": 1,
    "S7 moments at which a backup is made": 7,
    "S7 copies checked before an old one goes": 2,
    "S7 stores known to be damaged, not backed up": 1,
    "S7 one flipped bit of a backup found": 100,
    "S8 sets of dates thinned": 1000,
    "S9 stale journal beside the store": 1,
    "S9 stale journal beside the backup": 1,
    "S9 present stores kept aside": 1,
    "S10 damaged stores told apart": 200,
    "S10 letters changed in a plain store, where nothing can see it": 200,
    "S10 locked or forbidden stores, not called damaged": 2,
    "S11 second writers refused with the name of the first": 10,
    "S11 calls to come forward heard": 10,
    "S11 locks of the dead taken within 1 s": 10,
    "S11 stores that another machine holds, not taken unasked": 3,
    "S12 tables of kept stores of every version, migrated": 485,
    "S12 migrations killed, neither old nor new": 20,
    "S12 newer and foreign stores refused, unchanged": 8,
    "S13 there and back": 10,
    "S14 values of two people, in the store or its history": 4,
    "S14 requests that a shared store acknowledged": 45_000,
    "S14 conflicts on a server that somebody was not shown": 45_000,
    "S15 kills while typing, the store more than 2 s behind": 10,
    "S16 canaries after a purge": 9,
}

ENCRYPTED = {
    "encrypted: canaries in store, journal, backups, temporary files, logs": 1,
    "encrypted: keys never made anew over a store": 1,
    "encrypted: damage told from a wrong passphrase": 200,
    "encrypted: passphrase change killed": 20,
    "encrypted: protecting killed": 20,
    "encrypted: plain copies that take the name of the store": 1,
}

COMING_IN = {
    "I1 hostile files read or refused, docx": 28,
    "I1 hostile files read or refused, pdf": 15,
    "I1 hostile files read or refused, html": 12,
    "I1 hostile files read or refused, txt": 10,
    "I1 hostile files brought back as edited copies": 40,
    "I1 hostile files set against a draft": 40,
    "I1 hostile files that hold the window up for 0.1 s": 65,
    "I2 ways to reach more than the file itself": 5,
    "I3 what Word files hold, read in order and counted": 8,
    "I4 readings cancelled within 0.5 s, the store as it was": 2,
    "I4 sources taken in as one request that is undone": 1,
    "I5 strings pasted, stored, shown, written, read back": 2000,
    "I5 texts written into a paper and read back": 2000,
    "I5 awkward strings, kept on a server as in a file": 32,
    "I5 directions turned round, made visible": 1,
    "I6 encodings of a text": 9,
    "I6 encodings that are shown": 1,
    "I7 lists with preview, mapping and errors by row": 2,
    "I7 cells of Excel that are a formula or a link": 40,
    "I7 cells of CSV that begin as a formula": 40,
}

GOING_OUT = {
    "O1 faults while a paper is written": 10,
    "O1 papers written on a full disk": 1,
    "O1 writing of a paper killed": 100,
    "O2 files changed since they were written, not overwritten": 3,
    "O3 papers written twice, the same and with nothing in them": 20,
    "O3 papers that say who made them": 1,
    "O4 names of files of any title": 2000,
    "O4 papers that share a name": 2,
    "O5 shared papers of stores of canaries": 2000,
    "O5 shared papers brought back with an internal sentence everywhere": 20,
}

THE_PROGRAM = {
    "P1 exceptions told, wherever they happen": 7,
    "P1 words being typed when something fails, kept": 1,
    "P1 windows closed whatever they are at": 200,
    "P2 forced errors in a store of canaries": 24,
    "P3 files outside a portable folder": 1,
    "P3 files that others may read": 5,
    "P4 kinds of network sockets that fail any test": 2,
    "P5 stores that “doctor” has to call unsound": 3,
    "P5 reports of “doctor” with every line, and nothing of the store": 2,
}

MORE_THAN_ONE_MACHINE = {
    "three copies of a store, equal in the end": 2000,
    "canaries from outside a slice": 2000,
}

PAPERS = {
    "edits come back": 5000,
    "changes of a redlined book": 578,
}

ASKED: Mapping[str, int] = {
    **THE_STORE,
    **ENCRYPTED,
    **COMING_IN,
    **GOING_OUT,
    **THE_PROGRAM,
    **MORE_THAN_ONE_MACHINE,
    **PAPERS,
}
