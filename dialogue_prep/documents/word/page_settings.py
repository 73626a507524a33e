"""Which settings of a Word file shape its pages and words; all others say how and by whom it was made."""

from __future__ import annotations

from dialogue_prep.documents.word.foreign import W

SHAPING = frozenset(
    W + name
    for name in (
        *("displayBackgroundShape", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader"),
        *("bordersDoNotSurroundFooter", "gutterAtTop", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit"),
        *("hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldPrinting"),
        *("drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "characterSpacingControl"),
        *("noLineBreaksAfter", "noLineBreaksBefore", "footnotePr", "endnotePr", "compat", "themeFontLang"),
        *("clrSchemeMapping", "decimalSymbol", "listSeparator"),
    )
)
