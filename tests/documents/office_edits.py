"""Edits that LibreOffice itself makes: a macro opens the file, types, and saves it as Word file again."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

Edit = tuple[str, str, str]
"""What is done (`type behind`, `replace`, `replace tracked`), the words where, and the words that are typed."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OPTIONS = ("--headless", "--norestore", "--nologo")
_MODULE = (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">'
    "{code}</script:module>"
)
_MACRO = """
Sub Edit{number}
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim as_word(0) As New com.sun.star.beans.PropertyValue
  as_word(0).Name = "FilterName"
  as_word(0).Value = "MS Word 2007 XML"
  paper = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
{edits}
  paper.storeToURL("{target}", as_word())
  paper.close(True)
End Sub
"""
_FIND = """
  wanted = paper.createSearchDescriptor()
  wanted.SearchString = {where}
  found = paper.findFirst(wanted)
  paper.RecordChanges = {tracked}
"""
_DEEDS = {
    "type behind": "  found.Text.insertString(found.End, {words}, False)\n",
    "replace": "  found.String = {words}\n",
    "replace tracked": "  found.String = {words}\n",
}


def begun_profile(office: Path, profile: Path) -> Path:
    """Have LibreOffice begin a profile; on its first start it would replace the macros in it."""
    _start(office, profile, "--terminate_after_init")
    return profile


def edited_in_office(
    office: Path, profile: Path, words: Sequence[bytes], edits: Sequence[Edit], folder: Path
) -> list[bytes]:
    """Return Word files as LibreOffice saves them, in one run, after these edits in each; it works in the folder."""
    steps = "".join(_in_basic(*edit) for edit in edits)
    code, run, targets = "", "", []
    for number, word in enumerate(words):
        source, target = folder / f"before{number}.docx", folder / f"after{number}.docx"
        source.write_bytes(word)
        code += _MACRO.format(number=number, source=source.as_uri(), target=target.as_uri(), edits=steps)
        run += f"  Edit{number}\n"
        targets.append(target)
    code += f"\nSub Run\n{run}End Sub\n"
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    module.write_text(_HEAD + _MODULE.format(code=escape(code)), encoding="utf-8")
    _start(office, profile, "macro:///Standard.Module1.Run")
    assert all(target.is_file() for target in targets), "LibreOffice could not edit a file"
    return [target.read_bytes() for target in targets]


def _start(office: Path, profile: Path, what: str) -> None:
    command = [office, f"-env:UserInstallation={profile.as_uri()}", *_OPTIONS, what]
    subprocess.run(command, check=True, capture_output=True, timeout=100)


def _in_basic(deed: str, where: str, words: str) -> str:
    find = _FIND.format(where=_quoted(where), tracked=deed.endswith("tracked"))
    return find + _DEEDS[deed].format(words=_quoted(words))


def _quoted(words: str) -> str:
    """Return words as Basic has them: characters beyond ASCII by their number, whatever code it reads the file in."""
    pieces = (f'"{c}"' if c.isascii() and c != '"' else f"Chr({ord(c)})" for c in words)
    return " & ".join(pieces)
