"""What a user can do about a store that cannot be worked with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.services.opening import Opening
from dialogue_prep.store.backup import backups_of
from dialogue_prep.store.examination import Trouble, examine
from dialogue_prep.store.repair import Repair, repair


class Choice(StrEnum):
    """What can be done."""

    REPAIR = "repair"
    RESTORE = "restore"
    READ_ONLY = "read only"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """What is the matter with a store, in one sentence, and what can be done, best first."""

    store: Path
    trouble: Trouble
    found: Sentence
    choices: tuple[Choice, ...]


def damage_of(opening: Opening) -> Damage | None:
    """Look a store through and return what is the matter with it; None where it is sound. It is not changed."""
    examined = examine(opening.file, key=opening.key)
    if examined is None:
        return None
    damaged = examined.trouble is Trouble.DAMAGED
    lost = damaged or examined.trouble is Trouble.FOREIGN
    offered = {
        Choice.REPAIR: damaged,
        Choice.RESTORE: lost and any(one.intact for one in backups_of(opening.file, opening.folders.backups)),
        Choice.READ_ONLY: examined.readable,
        Choice.CANCEL: True,
    }
    choices = tuple(choice for choice, there in offered.items() if there)
    return Damage(store=opening.file, trouble=examined.trouble, found=examined.found, choices=choices)


def repair_into(opening: Opening, target: Path) -> Repair:
    """Make a new store of what can be read of a damaged one; that one stays as it is."""
    if target.exists():
        raise UserError("{path} is there already; name a new file for what can be saved.", path=target)
    if not opening.file.is_file():
        raise UserError("There is no store at {path} to repair.", path=opening.file)
    return repair(opening.file, target, key=opening.key)
