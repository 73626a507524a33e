"""What the installed program tells the desktop is what the program itself says."""

from __future__ import annotations

import configparser
import subprocess
import sys
import tomllib
from pathlib import Path

from lxml import etree

from dialogue_prep.store.header import APPLICATION_ID
from dialogue_prep.system.folders import STORE_SUFFIX

ROOT = Path(__file__).parent.parent.parent
PACKAGING = ROOT / "packaging"
TYPE = etree.parse(PACKAGING / "linux" / "dialogue-prep.xml").getroot()[0]
NAMES = {"of": "http://www.freedesktop.org/standards/shared-mime-info"}


def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(PACKAGING / "linux" / "dialogue-prep.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_desktop_knows_a_store_by_the_bytes_that_the_program_writes() -> None:
    inner = TYPE.find(".//of:match/of:match", NAMES)
    assert inner is not None
    assert (inner.get("offset"), inner.get("value")) == ("68", APPLICATION_ID.to_bytes(4).decode("ascii"))
    assert [glob.get("pattern") for glob in TYPE.findall("of:glob", NAMES)] == [f"*{STORE_SUFFIX}"]


def test_the_entry_in_the_menu_opens_that_type() -> None:
    entry = desktop_entry()
    assert entry["MimeType"] == f"{TYPE.get('type')};"
    assert entry["Exec"].split() == ["dialogue-prep", "%f"]


def test_the_package_asks_for_every_library_that_the_set_up_script_looks_for() -> None:
    script = (ROOT / "setup" / "system").read_text("utf-8")
    control = (PACKAGING / "linux" / "control").read_text("utf-8")
    libraries = [line.split()[1] for line in script.splitlines() if line.strip().startswith("need_library ")]
    assert libraries
    assert [name for name in libraries if name not in control] == []


def test_what_the_program_is_built_of_is_listed_with_its_licences() -> None:
    made = subprocess.run([sys.executable, PACKAGING / "third_party.py"], capture_output=True, check=True)
    written = made.stdout.decode("utf-8").casefold().replace("_", "-")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [line.split(";")[0].split(">")[0] for line in project["dependencies"] if "win32" not in line]
    assert [name for name in needed if f"\n{name.casefold()} " not in written] == []
    assert f"see below\n{'=' * 79}\n\n{'=' * 79}" not in written


def test_the_icon_is_drawn_in_every_size(tmp_path: Path) -> None:
    subprocess.run([sys.executable, PACKAGING / "draw_icon.py", tmp_path], check=True)
    assert {int(path.stem) for path in tmp_path.glob("*.png")} == {16, 24, 32, 48, 64, 128, 256}
