"""Writes a book in a process of its own and says how much memory that took at most, in kilobytes.

Run with the number of chapters: 0 only imports what is needed, so that the difference is what writing takes.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.draft import Profile
from tests.speed.long_book import book

if __name__ == "__main__":
    chapters = int(sys.argv[1])
    # A book of no chapters goes the same way, so that what is loaded on it is counted on both sides.
    write_word(book(chapters), Profile.WORD)
    # Not getrusage: what it tells begins with the memory of the process that started this one.
    print(re.findall(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))[0])
