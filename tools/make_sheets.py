#!/usr/bin/env python3
"""One A4 page to print and laminate of each docs/guide/a4-*.md: `tools/make_sheets.py [FOLDER]`.

The pages use headings, lists, **bold**, *slanted* and `code` only. Chromium prints them, in the
largest letters that fit on one page.
"""

import html
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CHROMIUM = os.environ.get("LTH_CHROMIUM", "chromium")
SIZES = range(24, 11, -1)  # points
STYLE = """
@page { size: A4; margin: 14mm 16mm; }
body { font: %dpt/1.4 "Noto Sans", "DejaVu Sans", sans-serif; margin: 0; color: #000; }
h1 { font-size: 1.25em; text-align: center; border-bottom: 2pt solid; padding-bottom: .3em; }
ol, ul { padding-left: 1.4em; }
li { margin-bottom: .5em; }
code { font-size: .9em; }
"""


def inline(text):
    text = html.escape(text, quote=False)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    text = re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", text)
    return re.sub(r"\*([^*]+)\*", r"<em>\1</em>", text)


def body(markdown):
    """Paragraphs, headings and lists; a line that goes on is joined to the one before."""
    blocks = []
    for line in markdown.splitlines():
        head = re.match(r"(#+) (.*)", line)
        item = re.match(r"(\d+\.|-) (.*)", line)
        if head:
            blocks.append((f"h{len(head[1])}", head[2]))
        elif item:
            blocks.append(("ul" if item[1] == "-" else "ol", item[2]))
        elif not line.strip():
            blocks.append(("", ""))
        elif blocks and blocks[-1][0]:
            blocks[-1] = (blocks[-1][0], f"{blocks[-1][1]} {line.strip()}")
        else:
            blocks.append(("p", line))
    text, open_list = "", ""
    for kind, words in blocks:
        in_list = kind in ("ol", "ul")
        if open_list and kind != open_list and kind:
            text, open_list = text + f"</{open_list}>", ""
        if in_list and not open_list:
            text, open_list = text + f"<{kind}>", kind
        if kind:
            tag = "li" if in_list else kind
            text += f"<{tag}>{inline(words)}</{tag}>"
    return text + (f"</{open_list}>" if open_list else "")


def pages(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


def sheet(source, target, work):
    page = work / "sheet.html"
    content = body(source.read_text("utf-8"))
    for size in SIZES:
        page.write_text(
            f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{source.stem}</title>'
            f"<style>{STYLE % size}</style>{content}</html>",
            "utf-8",
        )
        subprocess.run(
            [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--user-data-dir={work / 'profile'}", f"--print-to-pdf={target}", page.as_uri()],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60,
        )
        if pages(target) == 1:
            return size
    raise SystemExit(f"{source.name} does not fit on one page")


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "documents")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        for source in sorted((ROOT / "docs" / "guide").glob("a4-*.md")):
            target = folder.resolve() / f"{source.stem}.pdf"
            size = sheet(source, target, pathlib.Path(work))
            print(f"{target.name}: {size} pt")


if __name__ == "__main__":
    main()
