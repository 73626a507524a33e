"""The manifest of a working copy: which paper it is, from which template, and what each unit said when written."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from docx.parts.document import DocumentPart

from dialogue_prep.documents.canonical import unit_hash
from dialogue_prep.documents.model import Document, units
from dialogue_prep.documents.word.characters import escaped
from dialogue_prep.documents.word.package import HEAD
from dialogue_prep.documents.word.tags import NAMESPACE, PROPERTY, tag_of
from dialogue_prep.domain.draft import Profile

_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_DATA_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
# The set to which the properties that users add belong; the number is the same in every office file.
_USER_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def manifest(document: Document, profile: Profile, template_hash: str) -> str:
    """Return the manifest as XML: a unit a line, with its tag, key, class and the hash of its words."""
    lines = "".join(
        f'<unit tag="{tag_of(unit.key)}" key="{escaped(str(unit.key))}" class="{unit.unit_class}"'
        f' base="{unit_hash(unit)}"/>'
        for unit in units(document)
    )
    return (
        f'{HEAD}<manifest xmlns="{NAMESPACE}" paper="{escaped(document.key)}" version="{document.version}"'
        f' language="{escaped(document.language)}" profile="{profile}" template="{template_hash}">{lines}</manifest>'
    )


def attach_manifest(package: Package, document_part: DocumentPart, xml: str, document: Document) -> None:
    """Put the manifest into a package as a custom XML part, and the key of the paper into a custom property."""
    data = Part(PackURI("/customXml/item1.xml"), "application/xml", xml.encode(), package)
    # An office program asks for a GUID of the part. It follows from the paper, so that a file is the same each time.
    guid = f"{{{str(uuid5(NAMESPACE_URL, f'{NAMESPACE}/{document.key}')).upper()}}}"
    item = f'{HEAD}<ds:datastoreItem xmlns:ds="{_DATA_STORE}" ds:itemID="{guid}"><ds:schemaRefs>'
    item += f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    data.relate_to(
        Part(PackURI("/customXml/itemProps1.xml"), _DATA_TYPE, item.encode(), package),
        RELATIONSHIP_TYPE.CUSTOM_XML_PROPS,
    )
    document_part.relate_to(data, RELATIONSHIP_TYPE.CUSTOM_XML)
    named = f'{HEAD}<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}"><property fmtid="{_USER_PROPERTIES}"'
    named += f' pid="2" name="{PROPERTY}"><vt:lpwstr>{escaped(document.key)}</vt:lpwstr></property></Properties>'
    package.relate_to(
        Part(PackURI("/docProps/custom.xml"), _PROPERTIES_TYPE, named.encode(), package),
        RELATIONSHIP_TYPE.CUSTOM_PROPERTIES,
    )
