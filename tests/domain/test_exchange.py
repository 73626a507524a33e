"""What two copies know becomes one, whoever is asked first, and however often."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.domain.exchange import Copy, Register, Stamp, Strand, divergences, joined, with_known

stamps = st.builds(Stamp, st.integers(1, 4), st.sampled_from(("a", "b", "c")))
NAMES = ("number", "title.en", "title.fr")


def register(stamp: Stamp, name: str) -> Register:
    """Return what a change of a field says: one change says one thing."""
    return Register(stamp=stamp, who=stamp.copy, knew={}, content=f"{name} {stamp.time} {stamp.copy}")


@st.composite
def strands(draw: st.DrawFn) -> Strand:
    """Draw what a copy may know of one record."""
    since = draw(stamps)
    there = since.time % 2 == 1  # one change adds or removes, not now this and now that
    changed = draw(st.dictionaries(st.sampled_from(NAMES), stamps)) if there else {}
    fields = {name: register(stamp, name) for name, stamp in changed.items()}
    newest = max([since, *changed.values()])
    last = {"number": f"as {newest.copy} had it at {newest.time}"} if there and draw(st.booleans()) else None
    return Strand(kind="topic", id="x", since=since, there=there, who=since.copy, fields=fields, last=last)


@given(a=strands(), b=strands(), c=strands())
def test_joining_does_not_depend_on_order_or_repetition(a: Strand, b: Strand, c: Strand) -> None:
    assert joined(a, a) == a
    assert same(joined(a, b), joined(b, a))
    assert same(joined(joined(a, b), c), joined(a, joined(b, c)))
    assert joined(joined(a, b), b) == joined(a, b)


def same(one: Strand, other: Strand) -> bool:
    """Say whether two strands tell the same; what the last author had may be left out where the fields say it."""
    return one.contents == other.contents and (one.last or one.contents) == (other.last or other.contents)


def added(**fields: Register) -> Strand:
    return Strand(kind="topic", id="x", since=Stamp(1, "a"), there=True, who="Ada", fields=fields)


def test_a_change_whose_author_knew_the_other_is_no_divergence() -> None:
    first = register(Stamp(2, "a"), "number")
    later = Register(stamp=Stamp(3, "b"), who="Bela", knew=with_known({}, first.stamp), content="later")
    assert divergences(added(number=first), added(number=later), {}) == ()
    assert joined(added(number=first), added(number=later)).contents == {"number": "later"}


def test_changes_of_authors_who_did_not_know_of_each_other_are_told_once() -> None:
    ours, theirs = register(Stamp(2, "a"), "number"), register(Stamp(3, "b"), "number")
    (found,) = divergences(added(number=ours), added(number=theirs), {})
    assert (found.ours, found.theirs, found.theirs_holds) == (ours, theirs, True)
    assert divergences(added(number=ours), added(number=theirs), {"b": 3}) == ()


def test_a_fingerprint_is_read_out_in_groups_of_four() -> None:
    assert Copy(id="0123456789ab", name="Ada", public_key=b"").fingerprint == "0123 4567 89ab"
