"""Copies that travel: a signed bundle of changes made for another copy of the store, and one of theirs taken in."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from dialogue_prep.domain.dialogue import Entity, Side
from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.exchange import Copy, Divergence
from dialogue_prep.domain.identity import Identified
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.text import Text
from dialogue_prep.services.keyring import check_given_out
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.bundle_file import LIMITS, Bundle, packed, unpacked
from dialogue_prep.store.exchange import Counts, Merged, choose, dialogues_of, merged, outgoing, take
from dialogue_prep.store.exchange_following import milliseconds
from dialogue_prep.store.exchange_rows import OwnCopy, read_copies, read_holds, read_own, write_copy
from dialogue_prep.store.exchange_slices import EVERYTHING, Slice
from dialogue_prep.store.kinds import name_of
from dialogue_prep.store.signing import SECRET_BYTES, copy_id_of, public_key_of
from dialogue_prep.store.work import Work
from dialogue_prep.system.atomic import write_whole
from dialogue_prep.system.reasons import reason_why
from dialogue_prep.system.refusal import Refused, reason_of

_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Whom a bundle is for: a copy that is known, or the first one of an entity; neither means all that travels."""

    slice: Slice = EVERYTHING
    copy: Copy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """For whom a bundle can be made: the entities of our side, copies that are known; and the markings there are."""

    entities: tuple[Entity, ...]
    copies: tuple[Copy, ...]
    markings: tuple[Marking, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleContents:
    """What a bundle for somebody has in it.

    `records` are those of the slice and `left_out` those that stay here, by kind; `news` counts what the other copy
    does not know yet, and is what the file says.
    """

    records: Counts
    left_out: Counts
    news: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleReport:
    """What taking a bundle in would do: nothing is stored yet.

    `known` says whether its copy was met before: where it was not, somebody has to compare the fingerprint.
    `subjects` are the records that copies changed without knowing of each other, by identifier.
    """

    path: Path
    bundle: Bundle
    known: bool
    added: Counts
    changed: Counts
    removed: Counts
    divergences: tuple[Divergence, ...]
    subjects: Mapping[str, Identified]

    @property
    def changes_nothing(self) -> bool:
        """Say whether all of it is known here."""
        return not (self.added or self.changed or self.removed or self.divergences)


class Bundles:
    """Requests about copies of this store; `random_bytes` makes the secret by which this one signs."""

    def __init__(self, workspace: Workspace, random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> None:
        self._workspace = workspace
        self._random_bytes = random_bytes

    def own(self) -> Copy:
        """Return this copy as others know it; with the first call it becomes one of several."""
        with self._workspace.request("Name this copy", undoable=False) as work:
            return self._copy_of(_own(work, self._random_bytes))

    def copies(self) -> tuple[Copy, ...]:
        """Return the other copies that are known here."""
        with self._workspace.look() as work:
            return tuple(read_copies(work.connection).values())

    def offers(self) -> Offers:
        """Return for whom a bundle can be made here."""
        with self._workspace.look() as work:
            home = {side.id for side in work.find(Side) if side.home}
            entities = (entity for entity in work.find(Entity) if entity.side_id in home)
            return Offers(
                entities=tuple(sorted(entities, key=lambda entity: (entity.precedence, entity.id))),
                copies=tuple(read_copies(work.connection).values()),
                markings=tuple(sorted(work.find(Marking), key=lambda marking: (marking.rank, marking.id))),
            )

    def recipient(self, name: str = "", ceiling: str = "") -> Recipient:
        """Return whom a name means: a known copy, or an entity of our side, by its name or abbreviation.

        Without a name it is the one copy that is known. `ceiling` names a marking: nothing above it goes; else it is
        what was agreed with that copy, or the marking of internal papers. UserError where that names nobody, or two.
        """
        with self._workspace.look() as work:
            copies = list(read_copies(work.connection).values())
            limit = _marking(work, ceiling) if ceiling else None
            found = [one for one in copies if not name or name in (one.id, one.fingerprint) or one.name == name]
            entity = _entity(work, name) if name and not found else None
            if entity is not None:
                found = [one for one in copies if one.entity_id == entity.id]
            if not name and not found:
                raise UserError("Say for whom: a ministry by its name, or everything with --whole.")
            if len(found) > 1 and entity is None:
                raise UserError("Several copies are meant; say which by its fingerprint.")
            if len(found) == 1:
                kept = Slice(entity_id=found[0].entity_id, ceiling_id=limit or found[0].ceiling_id)
                return Recipient(slice=kept, copy=found[0])
            assert entity is not None
            return Recipient(slice=Slice(entity_id=entity.id, ceiling_id=limit or _internal(work)))

    def contents(self, recipient: Recipient) -> BundleContents:
        """Return what a bundle for somebody would have in it; only what is known of changes is brought up to date."""
        with self._workspace.request("Look at a slice", undoable=False) as work:
            own = _own(work, self._random_bytes)
            found = outgoing(work, own, recipient.slice, _held(work, recipient))
        return BundleContents(records=found.inside, left_out=found.outside, news=len(found.strands))

    def make(self, recipient: Recipient, target: Path, confirmed: str = "") -> BundleContents:
        """Write a bundle for somebody, signed by this copy, and return what is in it.

        Anybody can read it: one of a protected store is `confirmed` by the name of the store.
        """
        check_given_out(self._workspace.database.path, target, confirmed)
        with self._workspace.request("Make a bundle", undoable=False) as work:
            own = _own(work, self._random_bytes)
            found = outgoing(work, own, recipient.slice, _held(work, recipient))
            made_by = self._copy_of(own)
            bundle = Bundle(
                made_by=replace(made_by, entity_id=recipient.slice.entity_id, ceiling_id=recipient.slice.ceiling_id),
                made_for=recipient.copy.id if recipient.copy else "",
                dialogues=found.dialogues,
                strands=found.strands,
                holds=found.holds,
            )
        write_whole(target, packed(own, bundle))
        return BundleContents(records=found.inside, left_out=found.outside, news=len(found.strands))

    def report(self, path: Path) -> BundleReport:
        """Return what taking a bundle in would do; UserError where it is refused."""
        bundle = _read(path)
        with self._workspace.look() as work:
            own = read_own(work.connection)
            found = self._merged(work, path, bundle, own or self._nobody())
            known = bundle.made_by.id in {*read_copies(work.connection), own.id if own else ""}
        return BundleReport(
            path=path,
            bundle=bundle,
            known=known,
            added=Counter(name_of(type(value)) for value in found.added),
            changed=Counter(name_of(type(after)) for _before, after in found.replaced),
            removed=Counter(name_of(type(value)) for value in found.removed),
            divergences=found.divergences,
            subjects={
                one.id: value
                for one in found.divergences
                if (value := found.standing.get(one.id) or found.before.get(one.id)) is not None
            },
        )

    def take(
        self, report: BundleReport, *, trusted: bool = False, kept: Iterable[tuple[Divergence, object]] = ()
    ) -> None:
        """Take a bundle in, all of it as one undo step.

        `trusted` says that somebody has compared the fingerprint of a copy that is not known yet. `kept` says what
        fields on which two copies differ are to say, where that is not what was said last.
        """
        if not (report.known or trusted):
            raise UserError("This copy is not known here yet: compare its fingerprint with whoever made the bundle.")
        with self._workspace.request("Take in a bundle", copied_before=True) as work:
            own = _own(work, self._random_bytes)
            bundle = report.bundle
            found = self._merged(work, report.path, bundle, own)
            take(work, found, bundle.strands)
            choose(work, kept)
            if bundle.made_by.id != own.id:
                write_copy(work.connection, bundle.made_by, bundle.holds)

    def _merged(self, work: Work, path: Path, bundle: Bundle, own: OwnCopy) -> Merged:
        if bundle.made_for not in ("", own.id):
            raise _refusal(path, Refused("it was made for another copy"))
        latest = milliseconds(self._workspace.now() + _AHEAD)
        if any(stamp.time > latest for strand in bundle.strands for stamp in strand.stamps):
            raise _refusal(path, Refused("the clock where it was made, or the one here, is wrong by more than a day"))
        try:
            found = merged(work, own, bundle.strands)
        except Refused as refused:
            raise _refusal(path, refused) from refused
        dialogues = dialogues_of(found.followed)
        if dialogues and not dialogues & bundle.dialogues:
            raise _refusal(path, Refused("it is about other dialogues than this store"))
        return found

    def _copy_of(self, own: OwnCopy) -> Copy:
        name = self._workspace.who or self._workspace.database.path.stem
        return Copy(id=own.id, name=name, public_key=public_key_of(own.secret))

    def _nobody(self) -> OwnCopy:
        """Return what a store is before it is one of several copies; it is not kept."""
        return OwnCopy(id="", secret=b"", seen={}, journal_read=0)


def _own(work: Work, random_bytes: Callable[[int], bytes]) -> OwnCopy:
    if (own := read_own(work.connection)) is not None:
        return own
    secret = random_bytes(SECRET_BYTES)
    return OwnCopy(id=copy_id_of(public_key_of(secret)), secret=secret, seen={}, journal_read=0)


def _held(work: Work, recipient: Recipient) -> Mapping[str, str]:
    return read_holds(work.connection, recipient.copy.id) if recipient.copy else {}


def _entity(work: Work, name: str) -> Entity:
    home = {side.id for side in work.find(Side) if side.home}
    folded = name.strip().casefold()
    found = [
        entity
        for entity in work.find(Entity)
        if entity.side_id in home and (name == entity.id or folded in _names(entity.name, entity.abbreviation))
    ]
    if len(found) != 1:
        raise UserError("“{name}” is no ministry of our side, and no copy that is known here.", name=name)
    return found[0]


def _marking(work: Work, name: str) -> str:
    folded = name.strip().casefold()
    for marking in work.find(Marking):
        if name == marking.id or folded in _names(marking.name):
            return marking.id
    raise UserError("“{name}” is no marking of this store.", name=name)


def _names(*texts: Text) -> set[str]:
    return {wording.words.casefold() for text in texts for wording in text}


def _internal(work: Work) -> str | None:
    return next((marking.id for marking in work.find(Marking) if marking.internal), None)


def _read(path: Path) -> Bundle:
    try:
        if path.stat().st_size > LIMITS.package:
            raise Refused("it is too large")
        return unpacked(path.read_bytes())
    except Refused as refused:
        raise _refusal(path, refused) from refused
    except OSError as error:
        raise MachineError("{path} cannot be read: {reason}.", path=path, reason=reason_why(error)) from error


def _refusal(path: Path, refused: Refused) -> UserError:
    return UserError("{path} was not taken in, because {reason}.", path=path, reason=reason_of(refused))
