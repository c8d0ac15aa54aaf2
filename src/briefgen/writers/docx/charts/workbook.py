"""A sheet → the workbook that Word opens when someone edits the data of a chart.

SpreadsheetML (ISO/IEC 29500-1, 18) of one sheet: words as inline strings, numbers with the format of their column, and
formulas with what they come to. No macros, no links, no names, and nothing of the clock.
"""

from briefgen.ooxml import Part, Relationship, pack
from briefgen.ooxml.tags import SPREADSHEET, XML_HEAD, R
from briefgen.writers.docx.charts.sheet import SHEET, Cell, Sheet, Worked, digits, letters, string
from briefgen.xmltext import in_attribute

_FIRST_OWN_FORMAT = 164
"""Below are those that every program knows (18.8.30)."""
_WIDEST = 40


def workbook(sheet: Sheet) -> bytes:
    """The file."""
    codes = list(dict.fromkeys(column.code for column in sheet.columns))
    inner = (
        _part("xl/worksheets/sheet1.xml", "worksheet", _worksheet(sheet, codes)),
        _part("xl/styles.xml", "cell-styles", _styles(codes)),
    )
    relations = tuple(Relationship(f"rId{at}", part.kind, part.name) for at, part in enumerate(inner, start=1))
    book = (
        f'{XML_HEAD}<workbook xmlns="{SPREADSHEET}" xmlns:r="{R}">'
        f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    return pack(
        [*inner, Part("xl/workbook.xml", "workbook", book.encode(), relations)],
        [Relationship("rId1", "workbook", "xl/workbook.xml")],
    )


def _part(name: str, kind: str, xml: str) -> Part:
    return Part(name, kind, xml.encode())


def _worksheet(sheet: Sheet, codes: list[str]) -> str:
    if not sheet.columns:
        return f'{XML_HEAD}<worksheet xmlns="{SPREADSHEET}"><sheetData/></worksheet>'
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{min(max(len(column.head), 8), _WIDEST) + 2}" customWidth="1"/>'
        for at, column in enumerate(sheet.columns, start=1)
    )
    high = 1 + max(len(column.cells) for column in sheet.columns)
    rows: list[list[str]] = [[] for _row in range(high)]
    for at, column in enumerate(sheet.columns):
        style = codes.index(column.code) + 1
        for row, cell in enumerate((column.head, *column.cells)):
            rows[row].append(_cell(f"{letters(at)}{row + 1}", cell, style))
    data = "".join(f'<row r="{at}">{"".join(row)}</row>' for at, row in enumerate(rows, start=1))
    return f'{XML_HEAD}<worksheet xmlns="{SPREADSHEET}"><cols>{widths}</cols><sheetData>{data}</sheetData></worksheet>'


def _cell(place: str, cell: Cell, style: int) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = string(cell)
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' if text else ""
    if isinstance(cell, Worked):
        return f'<c r="{place}" s="{style}"><f>{string(cell.formula)}</f><v>{digits(cell.value)}</v></c>'
    return f'<c r="{place}" s="{style}"><v>{digits(cell)}</v></c>'


def _styles(codes: list[str]) -> str:
    """The part: a format of cells for each format of numbers, and what the schema wants besides (18.8.39)."""
    formats = "".join(
        f'<numFmt numFmtId="{_FIRST_OWN_FORMAT + at}" formatCode="{in_attribute(code)}"/>'
        for at, code in enumerate(codes)
    )
    formats = f'<numFmts count="{len(codes)}">{formats}</numFmts>' if codes else ""
    used = "".join(
        f'<xf numFmtId="{_FIRST_OWN_FORMAT + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for at, _code in enumerate(codes)
    )
    plain = 'numFmtId="0" fontId="0" fillId="0" borderId="0"'
    return (
        f'{XML_HEAD}<styleSheet xmlns="{SPREADSHEET}">{formats}'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1"><xf {plain}/></cellStyleXfs>'
        f'<cellXfs count="{len(codes) + 1}"><xf {plain} xfId="0"/>{used}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
