"""Notes at the end of a Word document, which python-docx can read past but not write.

They are a part of their own (ECMA-376, part 1, 17.11): `word/endnotes.xml`, with the two separators that every such part
has, and a reference in the text for each. Word numbers them by where they stand, shows a note where the pointer rests on
its mark, and leads there and back. A note that is cited again is a field (`NOTEREF`) that gives the number of its first
citation. Not at the foot of the page: in tables of many rows LibreOffice leaves pages all but empty for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
_REFERENCE, _TEXT = "EndnoteReference", "EndnoteText"


class Endnotes:
    """Notes by number, from 1, cited in that order."""

    def __init__(self, notes: tuple[str, ...]) -> None:
        self._notes = notes
        self._cited: set[int] = set()

    def cite(self, paragraph: Paragraph, number: int) -> None:
        """Put a note's mark at the end of a paragraph."""
        again = number in self._cited
        self._cited.add(number)
        for element in self._again(number) if again else self._first(number):
            paragraph._p.append(element)

    def attach(self, document: Document) -> None:
        """Give a document the notes and the styles that they are written in."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        if not self._notes:
            return
        for style in _STYLES:
            document.styles.element.append(parse_xml(style.format(declared=nsdecls("w"))))
        settings = document.settings.element
        known = "".join(f'<w:endnote w:id="{number}"/>' for _, number in _SEPARATORS)
        properties = parse_xml(f'<w:endnotePr {nsdecls("w")}><w:pos w:val="docEnd"/><w:numFmt w:val="decimal"/>{known}</w:endnotePr>')
        # The schema has an order: before these, whichever comes first.
        after = next((child for child in settings if child.tag.rpartition("}")[2] in ("compat", "rsids")), None)
        if after is None:
            settings.append(properties)
        else:
            after.addprevious(properties)
        for section in document.sections:  # LibreOffice looks there only
            properties = parse_xml(f'<w:endnotePr {nsdecls("w")}><w:numFmt w:val="decimal"/></w:endnotePr>')
            first = next(child for child in section._sectPr if not child.tag.endswith("Reference"))
            first.addprevious(properties)
        content = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:endnotes {nsdecls("w")}>{self._all()}</w:endnotes>'
        part = Part(PackURI("/word/endnotes.xml"), _TYPE, content.encode("utf-8"), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)

    def _all(self) -> str:
        lines = "".join(
            f'<w:endnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
            f"<w:r><w:{kind}/></w:r></w:p></w:endnote>"
            for kind, number in _SEPARATORS
        )
        return lines + "".join(
            f'<w:endnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{_TEXT}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{_REFERENCE}"/></w:rPr><w:endnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:endnote>'
            for number, text in enumerate(self._notes, 1)
        )

    def _first(self, number: int) -> list[BaseOxmlElement]:
        reference = f'<w:endnoteReference w:id="{number}"/>'
        return _parsed(
            f'<w:bookmarkStart w:id="{number}" w:name="{_name(number)}"/>', _marked(reference), f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def _again(self, number: int) -> list[BaseOxmlElement]:
        return _parsed(f'<w:fldSimple w:instr=" NOTEREF {_name(number)} \\f \\h ">{_marked(f"<w:t>{number}</w:t>")}</w:fldSimple>')


def _name(number: int) -> str:
    return f"_Note{number}"


def _marked(content: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{_REFERENCE}"/></w:rPr>{content}</w:r>'


def _parsed(*written: str) -> list[BaseOxmlElement]:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    whole = parse_xml(f"<w:p {nsdecls('w')}>{''.join(written)}</w:p>")
    return list(whole)


_STYLES = (
    f'<w:style {{declared}} w:type="paragraph" w:styleId="{_TEXT}"><w:name w:val="endnote text"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:spacing w:after="30" w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>',
    f'<w:style {{declared}} w:type="character" w:styleId="{_REFERENCE}"><w:name w:val="endnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
)
