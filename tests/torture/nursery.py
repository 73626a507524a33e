"""A process that has everything imported and lets children do its work, so that each of them is there at once.

Every line it reads is one task, `["name", argument, ...]`, for which a child is forked. What the child says comes out
as it is, between `began <its number>` and `ended <how>`, where a child that was killed ended with minus the signal.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dialogue_prep.domain.errors import MachineError
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.opening import Opening, open_to_write
from dialogue_prep.services.records import Records
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.migrate import migrate
from dialogue_prep.system.atomic import write_whole
from dialogue_prep.system.folders import user_folders


def say(words: object) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def opening_of(store: str) -> Opening:
    return Opening(store=Path(store), named=True, folders=user_folders())


def number_it(workspace: Workspace, number: int, words: str = "") -> None:
    """Give a topic a number, as one request, and say so once it is kept."""
    with workspace.look() as work:
        topic = work.get(Topic, "crime")
    said = in_english(f"Number {number} {words}")
    Records(workspace).edit(topic, lambda kept: replace(kept, number=number, title=said), label="Number")
    say(f"kept {number}")


def write(store: str, first: int, last: int) -> None:
    """Number a topic from the first to the last number."""
    with open_to_write(opening_of(store)) as workspace:
        for number in range(first, last + 1):
            number_it(workspace, number, "of many words " * (number % 5) * 50)


def bring_up_to_date(store: str) -> None:
    """Migrate a store."""
    migrate(Path(store))


def write_in_small_files(store: str, steps: int) -> None:
    """Make requests while files may not grow beyond ever more bytes, and each of them once more where they may."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    largest = Path(store).stat().st_size + 100_000

    def narrow(step: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest * step // steps, hard))

    _write_again_where_there_is_room(
        store, steps, narrow, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    )


def write_on_a_full_disk(store: str, steps: int) -> None:
    """Make requests on a disk on which ever more pages are free, and each of them once more when most are."""
    ballast = Path(store).with_name("ballast")

    def narrow(step: int) -> None:
        free = os.statvfs(ballast.parent)
        ballast.write_bytes(bytes(max(0, free.f_bavail - step) * free.f_bsize))

    _write_again_where_there_is_room(store, steps, narrow, lambda: ballast.unlink(missing_ok=True))


def _write_again_where_there_is_room(
    store: str, steps: int, narrow: Callable[[int], None], widen: Callable[[], None]
) -> None:
    words = "of many words " * 2000
    with open_to_write(opening_of(store)) as workspace:
        for step in range(1, steps + 1):
            narrow(step)
            try:
                number_it(workspace, step, words)
            except MachineError as error:
                widen()
                say(f"refused {step} {error}")
                number_it(workspace, step, words)
            widen()


def copy(source: str, target: str) -> None:
    """Copy a file to where only children see it, or from there."""
    shutil.copyfile(source, target)


def write_papers(folder: str, bytes_of_each: int, papers: int) -> None:
    """Write one file again and again, each time of another letter."""
    path = Path(folder) / "paper.docx"
    for number in range(papers):
        write_whole(path, bytes([97 + number % 26]) * bytes_of_each)
        say(f"kept {number}")


TASKS: dict[str, Callable[..., None]] = {
    task.__name__: task
    for task in (copy, write, bring_up_to_date, write_in_small_files, write_on_a_full_disk, write_papers)
}


def main() -> None:
    """Do the tasks that come in, each in a child."""
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            _work(TASKS[name], arguments)
        say(f"began {child}")
        _child, status = os.waitpid(child, 0)
        say(f"ended {os.waitstatus_to_exitcode(status)}")


def _work(task: Callable[..., None], arguments: list[object]) -> None:
    code = 1
    try:
        task(*arguments)
        code = 0
    except Exception as error:  # whatever it is, it belongs into the answer
        say(f"failed {type(error).__name__}: {error}")
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
