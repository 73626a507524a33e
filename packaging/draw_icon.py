"""Draws the program's icon in the sizes and formats that systems ask for.

python packaging/draw_icon.py FOLDER [FORMAT]    `png` (one file a size, named by it), `ico` or `icns` (program.FORMAT)
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "program.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)
LARGEST = 256


def main(folder: Path, kind: str = "png") -> int:
    """Draw the icon; return 0, or 1 where Qt cannot write the format."""
    _application = QGuiApplication(sys.argv[:1])
    drawing = QIcon(str(DRAWING))
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [(f"{size}.png", size) for size in SIZES] if kind == "png" else [(f"program.{kind}", LARGEST)]
    return 0 if all(_pixmap(drawing, size).save(str(folder / name)) for name, size in wanted) else 1


def _pixmap(drawing: QIcon, size: int) -> QPixmap:
    pixmap = drawing.pixmap(size, size)
    return pixmap if not pixmap.isNull() else sys.exit(f"{DRAWING} cannot be drawn")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
