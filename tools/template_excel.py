"""Pieces of Excel templates: A4 landscape, a head, a table of a list with a frozen heading, and
a note."""

from xml.sax.saxutils import escape

from template_parts import OFFICE, content_types, relations, write

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

STYLE_NAMES = ("plain", "body", "title", "dates", "simulated", "head", "text", "number", "date",
               "total", "total_number", "year")


def styles():
    red = '<color rgb="FFC00000"/>'
    fonts = [("", 12, ""), ("<b/>", 12, ""), ("<i/>", 12, ""), ("<b/>", 12, red), ("<b/>", 14, "")]
    font_xml = "".join(f'<font>{marks}<sz val="{size}"/>{color}<name val="Times New Roman"/>'
                       '<family val="1"/></font>' for marks, size, color in fonts)
    line = "".join(f'<{side} style="thin"><color auto="1"/></{side}>'
                   for side in ("left", "right", "top", "bottom"))

    def look(number=0, font=0, fill=0, border=0, horizontal="", wrap=True):
        align = f' horizontal="{horizontal}"' if horizontal else ""
        align += ' wrapText="1"' if wrap else ""
        align += ' indent="1"' if border and horizontal in ("left", "right") else ""
        return (f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="{border}" '
                'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" '
                f'applyAlignment="1"><alignment vertical="center"{align}/></xf>')

    looks = [look(wrap=False), look(font=1, wrap=False), look(font=4, horizontal="center"),
             look(font=2, horizontal="center"), look(font=3, horizontal="center"),
             look(font=1, fill=2, border=1, horizontal="center"), look(border=1, horizontal="left"),
             look(3, border=1, horizontal="right"), look(164, border=1, horizontal="center"),
             look(font=1, border=1), look(3, font=1, border=1, horizontal="right"),
             look(1, border=1, horizontal="center")]
    assert len(looks) == len(STYLE_NAMES)
    return (f'<styleSheet xmlns="{SHEET}"><numFmts count="1">'
            '<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
            f'<fonts count="{len(fonts)}">{font_xml}</fonts>'
            '<fills count="3"><fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill><fill><patternFill '
            'patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill>'
            '</fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/>'
            f"</border><border>{line}<diagonal/></border></borders>"
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
            f'</cellStyleXfs><cellXfs count="{len(looks)}">{"".join(looks)}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
            "</styleSheet>")


def letter(column):
    return chr(ord("A") + column)


class Page:
    """One worksheet: a head, then a table of a list; rows are written from above."""

    def __init__(self, name, title_text, columns, about=()):
        self.name, self.columns, self.last = name, columns, letter(len(columns) - 1)
        self.rows, self.merges = [], []
        self.wide("{{body}}", "body")
        self.wide(title_text, "title", 24)
        self.wide("{{dates_line}}{{issued_line}}", "dates", 34)
        self.wide("{{basis_line}}", "dates", 34)
        self.wide("{{simulated}}", "simulated")
        for text in about:
            self.wide(text, "dates")

    def add(self, cells, height=None):
        """Cells are (column, text, style); text that begins with "=" is a formula."""
        number = len(self.rows) + 1
        tall = f' ht="{height}" customHeight="1"' if height else ""
        row = "".join(self.cell(f"{letter(column)}{number}", text, STYLE_NAMES.index(style))
                      for column, text, style in cells)
        self.rows.append(f'<row r="{number}"{tall}>{row}</row>')
        return number

    @staticmethod
    def cell(address, text, look):
        if not text:
            return f'<c r="{address}" s="{look}"/>'
        if text.startswith("="):
            return f'<c r="{address}" s="{look}"><f>{escape(text[1:])}</f></c>'
        return (f'<c r="{address}" s="{look}" t="inlineStr"><is>'
                f'<t xml:space="preserve">{escape(text)}</t></is></c>')

    def wide(self, text, style, height=None):
        number = self.add([(0, text, style)], height)
        self.merges.append(f"A{number}:{self.last}{number}")

    def table(self, list_name, total=None):
        """Columns are (heading, field, width, style); `total` names the fields that are summed."""
        self.top = self.add([(i, column[0], "head")
                             for i, column in enumerate(self.columns)], 52)
        row = self.add([(i, f"{{{{{list_name}.{field}}}}}", style)
                        for i, (_, field, _, style) in enumerate(self.columns)])
        if total:
            cells = []
            for i, (_, field, _, _) in enumerate(self.columns):
                formula = f"=SUM({letter(i)}{row}:{letter(i)}{row})" if field in total else ""
                label = "Cộng" if i == 1 else ""
                cells.append((i, formula or label, "total_number" if formula else "total"))
            self.add(cells)
        return row

    def xml(self, selected):
        top = self.top
        columns = "".join(f'<col min="{i}" max="{i}" width="{width}" customWidth="1"/>'
                          for i, (_, _, width, _) in enumerate(self.columns, 1))
        merges = "".join(f'<mergeCell ref="{merge}"/>' for merge in self.merges)
        tab = ' tabSelected="1"' if selected else ""
        return (f'<worksheet xmlns="{SHEET}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
                f'<dimension ref="A1:{self.last}{len(self.rows)}"/>'
                f'<sheetViews><sheetView{tab} workbookViewId="0"><pane ySplit="{top}" '
                f'topLeftCell="A{top + 1}" activePane="bottomLeft" state="frozen"/>'
                f'<selection pane="bottomLeft" activeCell="A{top + 1}" sqref="A{top + 1}"/>'
                '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/>'
                f"<cols>{columns}</cols><sheetData>{''.join(self.rows)}</sheetData>"
                f'<mergeCells count="{len(self.merges)}">{merges}</mergeCells>'
                '<printOptions horizontalCentered="1"/><pageMargins left="0.59" right="0.59" '
                'top="0.79" bottom="0.79" header="0.39" footer="0.39"/><pageSetup paperSize="9" '
                'orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter>'
                "<oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>")


def xlsx(path, *pages):
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    kinds = {"xl/workbook.xml": main + "sheet.main+xml", "xl/styles.xml": main + "styles+xml"}
    sheets = names = ""
    parts = {}
    for i, page in enumerate(pages, 1):
        part = f"xl/worksheets/sheet{i}.xml"
        kinds[part] = main + "worksheet+xml"
        parts[part] = page.xml(i == 1)
        sheets += f'<sheet name="{page.name}" sheetId="{i}" r:id="rId{i}"/>'
        local = f'localSheetId="{i - 1}">\'{page.name}\'!'
        names += f'<definedName name="_xlnm.Print_Area" {local}$A$1:${page.last}${len(page.rows)}'
        names += f'</definedName><definedName name="_xlnm.Print_Titles" {local}'
        names += f"${page.top}:${page.top}</definedName>"
    targets = [("worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(pages) + 1)]
    write(path, {
        "[Content_Types].xml": content_types(kinds),
        "_rels/.rels": relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><bookViews>'
                           '<workbookView xWindow="0" yWindow="0" windowWidth="24000" '
                           f'windowHeight="12000"/></bookViews><sheets>{sheets}</sheets>'
                           f'<definedNames>{names}</definedNames><calcPr calcId="191029"/>'
                           "</workbook>",
        "xl/_rels/workbook.xml.rels": relations(targets + [("styles", "styles.xml")]),
        "xl/styles.xml": styles(),
        **parts,
    })
