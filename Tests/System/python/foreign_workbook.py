#!/usr/bin/env python3
"""Reads a workbook with openpyxl, which shares no code with us, and writes one as a spreadsheet would.

    foreign_workbook.py OURS FOREIGN

Every cell of OURS must be a text; its sheets go to standard output as JSON. FOREIGN gets the same cells, but as openpyxl
writes them: shared strings, and numbers, dates and rich text where people would have them.

Needs: openpyxl (PyPI), Python 3.10 or later.
"""

import datetime
import json
import sys

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont


def main(ours: str, foreign: str) -> int:
    book = openpyxl.load_workbook(ours)
    sheets = {}
    for sheet in book.worksheets:
        rows = []
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None and cell.data_type not in ("s", "inlineStr"):
                    print(f"{sheet.title}!{cell.coordinate} is a {cell.data_type}", file=sys.stderr)
                    return 1
            rows.append([cell.value for cell in row])
        sheets[sheet.title] = rows
    copy = openpyxl.Workbook()
    copy.remove(copy.active)
    for name, rows in sheets.items():
        sheet = copy.create_sheet(name)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                if value is None:
                    continue
                cell = sheet.cell(number, column)
                header = rows[0][column - 1]
                if number > 1 and header in ("level", "eqfReference"):
                    cell.value = float(value)
                elif number > 1 and header == "statusStartDate":
                    cell.value = datetime.date.fromisoformat(value)
                elif number > 1 and header == "abbreviatedStatement":
                    middle = len(value) // 2
                    cell.value = CellRichText(value[:middle], TextBlock(InlineFont(b=True), value[middle:]))
                else:
                    cell.value = value
                    # openpyxl takes a text that begins with "=" for a formula.
                    cell.data_type = "s"
    copy.save(foreign)
    json.dump(sheets, sys.stdout)
    return 0


sys.exit(main(*sys.argv[1:]))
