"""The disk runs full at any statement: nothing that was kept is lost, and the sentence says what to do."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_prep.store.backup import unsound
from tests.conftest import Tally
from tests.torture.children import Children, last_kept
from tests.torture.test_kills import reopened, whole

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are set as POSIX has them")

REFUSED = re.compile(r"refused (\d+) (.+)")
NO_SPACE = r"No space left (for|on the disk of) .+: make room and try again"
# A journal that cannot be rolled back either, because no file may grow to where its pages are, is no full disk.
FAULT = r".+ cannot be read or written: the disk reports an error\."


def refusals(store: Path, said: list[str], steps: int) -> tuple[list[str], int]:
    """Return the sentences with which requests were refused, and how many requests were lost."""
    sentences = [found[2] for line in said if (found := REFUSED.fullmatch(line))]
    kept = {int(line.split()[1]) for line in said if line.startswith("kept ")}
    topic, _took = reopened(store)
    lost = len(set(range(1, steps + 1)) - kept) + (not whole(topic, last_kept(said))) + bool(unsound(store))
    return sentences, lost


@pytest.mark.parametrize("steps", [8, pytest.param(200, marks=pytest.mark.torture)])
def test_files_that_may_not_grow_lose_nothing_and_the_request_can_be_made_again(
    store: Path, children: Children, steps: int, tally: Tally
) -> None:
    code, said = children.do("write_in_small_files", str(store), steps)
    assert code == 0, said
    sentences, lost = refusals(store, said, steps)
    assert len(sentences) > steps // 2, "most of these limits are too small"
    assert [sentence for sentence in sentences if not re.match(f"{NO_SPACE}|{FAULT}", sentence)] == []
    tally("S5 requests where no file may grow", tries=len(sentences), lost=lost)
    assert lost == 0


SMALL_DISK = 'mount -t tmpfs -o size=8m tmpfs "$0" && exec "$@"'


@pytest.fixture
def on_a_small_disk(tmp_path: Path) -> Iterator[tuple[Children, Path]]:
    """Yield children that see a disk of 8 MB in a folder, and the folder."""
    folder = tmp_path / "small"
    folder.mkdir()
    within = ["unshare", "--map-root-user", "--mount", "sh", "-c", SMALL_DISK, str(folder)]
    if (
        shutil.which("unshare") is None
        or subprocess.run([*within, "true"], capture_output=True, check=False).returncode
    ):
        pytest.skip("this machine does not let its users mount a disk of their own")
    with Children(*within) as children:
        yield children, folder


@pytest.mark.parametrize("steps", [4, pytest.param(120, marks=pytest.mark.torture)])
def test_a_disk_that_is_full_loses_nothing_and_says_so(
    begun: Path, tmp_path: Path, on_a_small_disk: tuple[Children, Path], steps: int, tally: Tally
) -> None:
    children, folder = on_a_small_disk
    store = folder / "a.store"
    assert children.do("copy", str(begun), str(store))[0] == 0
    code, said = children.do("write_on_a_full_disk", str(store), steps)
    assert code == 0, said
    kept = tmp_path / "kept.store"
    assert children.do("copy", str(store), str(kept))[0] == 0
    sentences, lost = refusals(kept, said, steps)
    assert len(sentences) > steps // 10, "some of these disks are too small"
    assert [sentence for sentence in sentences if not re.match(NO_SPACE, sentence)] == []
    tally("S5 requests on a full disk", tries=len(sentences), lost=lost)
    assert lost == 0
