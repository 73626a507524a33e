"""What a reader of a Word file calls its parts: the text, the header, a comment, the properties of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from dialogue_prep.documents.word.foreign import ForeignFile
from dialogue_prep.documents.wording import phrase

_COMMENT = phrase("a comment")
_PROPERTIES = phrase("the properties of the file")
_EMBEDDED = phrase("something embedded")
_MACRO = phrase("a macro")
_DIAGRAM = phrase("a diagram")
_BESIDE = phrase("data beside the text")
_UNSEEN = phrase("a part that Word does not show")
_BY_KIND: Mapping[str, str] = MappingProxyType(
    {
        "officeDocument": phrase("the text"),
        "header": phrase("the header"),
        "footer": phrase("the footer"),
        "footnotes": phrase("the footnotes"),
        "endnotes": phrase("the endnotes"),
        **dict.fromkeys(("comments", "commentsExtended", "commentsIds", "commentsExtensible"), _COMMENT),
        "people": phrase("the names of those who commented"),
        **dict.fromkeys(("core-properties", "extended-properties", "custom-properties"), _PROPERTIES),
        "thumbnail": phrase("the small picture of the first page"),
        **dict.fromkeys(("styles", "stylesWithEffects", "theme", "fontTable"), phrase("the styles")),
        "numbering": phrase("the numbered lists"),
        **dict.fromkeys(("settings", "webSettings", "printerSettings"), phrase("the settings of the file")),
        **dict.fromkeys(
            ("glossaryDocument", "attachedToolbars", "keyMapCustomizations"), phrase("the building blocks")
        ),
        **dict.fromkeys(("customXml", "customXmlProps", "xmlMaps"), _BESIDE),
        "image": phrase("a picture"),
        **dict.fromkeys(("chart", "chartEx", "chartUserShapes", "chartStyle", "chartColorStyle"), phrase("a chart")),
        **dict.fromkeys(
            ("diagramData", "diagramLayout", "diagramColors", "diagramQuickStyle", "diagramDrawing"), _DIAGRAM
        ),
        **dict.fromkeys(
            ("oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument"), _EMBEDDED
        ),
        **dict.fromkeys(("vbaProject", "wordVbaData"), _MACRO),
        **dict.fromkeys(("video", "media", "audio"), phrase("a recording")),
    }
)
"""By the last word of the type of the relationship that names a part."""


def parts_in_words(file: ForeignFile) -> dict[str, str]:
    """Return a phrase for each part of a file, by its name; what nothing names is not shown by Word either."""
    return dict.fromkeys(file.parts, _UNSEEN) | dict(_named(file))


def _named(file: ForeignFile) -> Iterator[tuple[str, str]]:
    for part in ("", *file.parts):
        for one in file.relationships(part):
            if not one.external and one.target in file.parts:
                yield one.target, _BY_KIND.get(one.kind, _UNSEEN)
    yield from ((name, phrase("the target of a link")) for name in file.parts if name.endswith(".rels"))
