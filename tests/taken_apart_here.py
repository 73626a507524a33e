"""Foreign files taken apart in the process of the tests, for tests of what is done with what was in them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import import_module
from typing import IO

import pytest

from dialogue_prep.system import guard
from dialogue_prep.system.guard import Limits
from dialogue_prep.system.refusal import Refused


@dataclass(frozen=True, slots=True)
class _Ended:
    """Stands for a child process that has ended already."""

    code: int

    def wait(self, _seconds: float = 0) -> int:
        return self.code

    def kill(self) -> None:
        """There is nothing left to end."""


def take_files_apart_here(patch: pytest.MonkeyPatch) -> None:
    """Let the guard start no child process: its start takes longer than most files take to be read."""
    patch.setattr(guard, "_start", _run)


def _run(function: str, _limits: Limits, question: IO[bytes], answer: IO[bytes]) -> _Ended:
    module, _, name = function.partition(":")
    told: dict[str, object] = {}
    try:
        told["value"] = getattr(import_module(module), name)(question.read())
    except Refused as refusal:
        told["refused"] = str(refusal)
    answer.write(json.dumps(told).encode("ascii"))
    return _Ended(0 if "value" in told else 1)
