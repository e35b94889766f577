"""Pieces of Word templates in the form of decree 30/2020/NĐ-CP: A4, margins 20 mm above, below and
right and 30 mm left, Times New Roman 13-14, the page number on top from page 2."""

from xml.sax.saxutils import escape

from template_parts import OFFICE, content_types, relations, write

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOTS = "……"

MM = 1440 / 25.4  # twentieths of a point
TEXT_WIDTH = 9071  # 160 mm


def run(text, size=14, bold=False, italic=False):
    marks = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    marks += f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>' if size != 14 else ""
    marks = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{marks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(content="", align=None, before=0, after=6, indent=0, left=0, keep=False, border=""):
    """A paragraph; `content` is text, or runs already made. Lengths in points, `indent` in mm."""
    runs = content if content.startswith("<w:r>") or not content else run(content)
    first = f' w:firstLine="{round(indent * MM)}"' if indent else ""
    shift = f' w:left="{round(left * MM)}" w:right="{round(left * MM)}"' if left else ""
    properties = "<w:keepNext/>" if keep else ""
    properties += border
    properties += f'<w:spacing w:before="{before * 20}" w:after="{after * 20}"/>'
    properties += f"<w:ind{shift}{first}/>" if shift or first else ""
    properties += f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def body(text, **options):
    return para(text, align="both", indent=10, **options)


def heading(text):
    return para(run(text, bold=True), before=6, keep=True, indent=10)


def subheading(text):
    return para(run(text, bold=True, italic=True), before=3, keep=True, indent=10)


def rule(left):
    """The short line below a title: the border of an empty paragraph with wide margins."""
    line = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    mark = '<w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t></w:t></w:r>'
    return para(mark, left=left, after=6, border=line)


def cell(paragraphs, width, shade=False):
    look = '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>' if shade else ""
    return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>'
            f"{paragraphs}</w:tc>")


def table(rows, widths, borders):
    line = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    frame = "".join(f"<w:{side} {line}/>" for side in sides) if borders else ""
    frame = f"<w:tblBorders>{frame}</w:tblBorders>" if frame else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{frame}'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/>'
            '<w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


def listing(name, columns, size=12):
    """A table of a list: (heading, field, width in parts, alignment) for each column. Size 11 for
    sums of ten digits beside each other: a number does not break."""
    total = sum(column[2] for column in columns)
    widths = [TEXT_WIDTH * column[2] // total for column in columns]
    top = "".join(cell(para(run(title, size, bold=True), align="center", before=2, after=2), width,
                       shade=True)
                  for (title, _, _, _), width in zip(columns, widths))
    row = ""
    for i, ((_, field, _, align), width) in enumerate(zip(columns, widths)):
        mark = f"{{{{#{name}}}}}" if i == 0 else ""
        text = f"{mark}{{{{{name}.{field}}}}}"
        row += cell(para(run(text, size), align=align, before=2, after=2), width)
    head = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{top}</w:tr>"
    return table([head, f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>"], widths, True)


def gap():
    return para(after=3)


def letterhead():
    left, right = 3300, TEXT_WIDTH - 3300  # the nation's name needs 98 mm
    small = dict(align="center", after=0)
    issuer = para(run("{{body_upper}}", 13), **small)
    issuer += para(run("{{body}}", 13, bold=True), **small)
    issuer += rule(18) + para(run("Số: {{document_number}}", 13), **small)
    nation = para(run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True), **small)
    nation += para(run("Độc lập - Tự do - Hạnh phúc", 14, bold=True), **small) + rule(23)
    nation += para(run(f"{DOTS}, {{{{document_day}}}}", 14, italic=True), **small)
    return table([f"<w:tr>{cell(issuer, left)}{cell(nation, right)}</w:tr>"], [left, right], False)


def simulated():
    line = 'w:val="single" w:sz="8" w:space="4" w:color="C00000"'
    border = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right"))
    text = run("{{#if simulated}}{{simulated}}{{/if}}", 13, bold=True)
    return para(text, align="center", before=8, left=45, border=f"<w:pBdr>{border}</w:pBdr>")


def title(kind, about):
    """The kind of document, its abstract, and the dates that every document states."""
    text = simulated()
    text += para(run(kind, 14, bold=True), align="center", before=12, after=0, keep=True)
    text += para(run(about, 14, bold=True), align="center", after=0) + rule(60)
    text += para(run("{{dates_line}}", 13, italic=True), align="both", indent=10, after=3)
    return text + para(run("{{basis_line}}", 13, italic=True), align="both", indent=10)


def signature(signer, names=("Như trên",)):
    left = right = TEXT_WIDTH // 2
    to = para(run("Nơi nhận:", 12, bold=True, italic=True), after=0)
    for name in names:
        to += para(run(f"- {name};", 11), after=0)
    to += para(run(f"- {DOTS};", 11), after=0) + para(run("- Lưu: VT.", 11), after=0)
    small = dict(align="center", after=0)
    sign = para(run(signer, 14, bold=True), **small)
    sign += para(run("(Chữ ký, dấu)", 13, italic=True), **small)
    sign += "".join(para(**small) for _ in range(3))
    sign += para(run(f"{DOTS}{DOTS}{DOTS}", 14, bold=True), **small)
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell(to, left)}{cell(sign, right)}</w:tr>"
    return para(after=3, keep=True) + table([row], [left, right], False)


def page_number():
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = mark("begin") + '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    field += mark("separate") + run("2", 13) + mark("end")
    return (f'<w:hdr xmlns:w="{WORD}">{para(field, align="center", after=0)}'
            + para(run("{{#if simulated}}{{simulated}}{{/if}}", 9, bold=True), align="center",
                   after=0) + "</w:hdr>")


def section():
    return ('<w:sectPr><w:headerReference xmlns:r="' + OFFICE + '" w:type="default" r:id="rId2"/>'
            '<w:headerReference xmlns:r="' + OFFICE + '" w:type="first" r:id="rId3"/>'
            '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" '
            'w:bottom="1134" w:left="1701" w:header="397" w:footer="567" w:gutter="0"/>'
            "<w:titlePg/></w:sectPr>")


STYLES = (f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
          '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
          'w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/>'
          '<w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
          '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
          "</w:style></w:styles>")


# Without it Word opens the file in the mode of Word 2007.
SETTINGS = (f'<w:settings xmlns:w="{WORD}"><w:compat><w:compatSetting '
            'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
            'w:val="15"/></w:compat></w:settings>')


def docx(path, *content):
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    write(path, {
        "[Content_Types].xml": content_types({
            "word/document.xml": main + "document.main+xml", "word/styles.xml": main + "styles+xml",
            "word/settings.xml": main + "settings+xml",
            "word/header1.xml": main + "header+xml", "word/header2.xml": main + "header+xml"}),
        "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{"".join(content)}'
                             f"{section()}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations([
            ("styles", "styles.xml"), ("header", "header1.xml"), ("header", "header2.xml"),
            ("settings", "settings.xml")]),
        "word/styles.xml": STYLES,
        "word/settings.xml": SETTINGS,
        "word/header1.xml": page_number(),
        "word/header2.xml": f'<w:hdr xmlns:w="{WORD}">{para(after=0)}</w:hdr>',
    })
