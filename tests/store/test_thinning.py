"""Old backups are thinned out: recent ones whole, older ones day by day, week by week, month by month."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_prep.store.thinning import WHOLE, to_keep
from tests.conftest import Tally

NOW = datetime(2032, 2, 6, 12, tzinfo=UTC)


def test_after_a_year_of_use_about_two_dozen_are_left() -> None:
    made = [NOW - timedelta(minutes=30 * step) for step in range(48 * 400) if (step // 16) % 3]
    kept = sorted(to_keep(made, NOW), reverse=True)
    ages = [(NOW - at).days for at in kept]
    assert [age for age in ages if age < 2] == [(NOW - at).days for at in made if NOW - at < WHOLE]
    old = [age for age in ages if age >= 2]
    assert {2, 3, 4, 5} <= set(old)
    assert 16 <= len(old) <= 20
    assert old[-1] > 300


moments = st.integers(0, 1100 * 24 * 60).map(lambda minutes: NOW + timedelta(days=20, minutes=-minutes))
near = st.integers(0, 30 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes))


@pytest.mark.hypothesis  # the large counts take in what bears this mark
def test_thinning_keeps_what_was_promised(tally: Tally) -> None:
    tried = 0

    @given(st.lists(moments | near, max_size=60))
    def keeps(made: list[datetime]) -> None:
        nonlocal tried
        tried += 1
        kept = to_keep(made, NOW)
        assert kept <= set(made)
        assert {at for at in made if NOW - at < WHOLE} <= kept
        if made:
            assert max(made) in kept
        if old := [at for at in made if NOW - at >= WHOLE]:
            assert max(old) in kept
        for bucket, most in (("%Y%m%d", 7), ("%G%V", 4), ("%Y%m", 12)):
            newest_of = {at.strftime(bucket): at for at in sorted(made)}
            assert set(sorted(newest_of.values(), reverse=True)[:most]) <= kept
        later = NOW + timedelta(hours=1)
        assert to_keep(kept, later) == to_keep(made, later), "thinned step by step or at once, the same are left"
        assert len([at for at in kept if NOW - at >= WHOLE]) <= 7 + 4 + 12 + 1

    keeps()
    tally("S8 sets of dates thinned", tries=tried, lost=0)
    assert tried >= settings.default.max_examples
