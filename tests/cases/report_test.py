"""Every document of a small demo province: its figures are those of `status`, and LibreOffice opens
it. Templates can be taken out, edited and put in their place."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

import lienthehe
from lienthehe import OK, REFUSED, USAGE

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
AS_OF = "2021-12-31"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DOCUMENTS = ("interim-review", "final-review", "care-fund", "steering-pack")
ANNEXES = ("clubs-by-commune", "quotas", "training", "care-fund-levels", "club-sheet",
           "club-month", "commune-month")
CONVERT_TIMEOUT_S = 300
TARGET_COLUMNS = 6


def grouped(number):
    return f"{number:,}".replace(",", ".")


def paragraphs(path):
    with zipfile.ZipFile(path) as file:
        root = ElementTree.fromstring(file.read("word/document.xml"))
    return ["".join(text.text or "" for text in paragraph.iter(f"{WORD}t"))
            for paragraph in root.iter(f"{WORD}p")]


def table_rows(path):
    """Every row of every table, as the texts of its cells."""
    with zipfile.ZipFile(path) as file:
        root = ElementTree.fromstring(file.read("word/document.xml"))
    return [["".join(text.text or "" for text in cell.iter(f"{WORD}t"))
             for cell in row.iter(f"{WORD}tc")] for row in root.iter(f"{WORD}tr")]


def cells(path, sheet=1):
    """By address: a number, or text."""
    with zipfile.ZipFile(path) as file:
        root = ElementTree.fromstring(file.read(f"xl/worksheets/sheet{sheet}.xml"))
    found = {}
    for cell in root.iter(f"{SHEET}c"):
        value = cell.find(f"{SHEET}v")
        text = "".join(part.text or "" for part in cell.iter(f"{SHEET}t"))
        found[cell.get("r")] = float(value.text) if value is not None else text
    return found


class Reports:
    def __init__(self, folder, tally):
        self.folder, self.tally = folder, tally
        self.db = lienthehe.make_demo(folder, AS_OF)
        self.status = lienthehe.must_json("--db", self.db, "status", "--as-of", AS_OF)
        units = lienthehe.must_json("--db", self.db, "units", "--as-of", AS_OF)["units"]
        self.commune = next(unit["code"] for unit in units if unit["code"] == "14755")
        self.district = next(unit["code"] for unit in units if unit["level"] == "district")
        self.club = "56e27a94-3844-85ae-8da3-4397b840b69a"  # Tào Trụ, the demo's first

    def path(self, kind):
        return f"{self.folder}/{kind}.{'docx' if kind in DOCUMENTS else 'xlsx'}"

    def run(self, kind, *options, out=None):
        return lienthehe.run("--db", self.db, "report", kind, "--as-of", AS_OF, "--out",
                             out or self.path(kind), *options)

    def make_all(self):
        options = {"club-sheet": ("--club", self.club), "club-month": ("--club", self.club),
                   "commune-month": ("--unit", self.commune)}
        for kind in DOCUMENTS + ANNEXES:
            done = self.run(kind, *options.get(kind, ()))
            self.tally.equal((done.returncode, done.stderr), (OK, ""), kind)
            self.tally.equal(done.stdout.strip(), self.path(kind), f"{kind} says where it is")

    def check_review(self, kind):
        rows = table_rows(self.path(kind))
        by_first = {row[0]: row for row in rows if len(row) == TARGET_COLUMNS}
        for target in self.status["targets"]:
            row = by_first.get(target["id"])
            if row is None:
                self.tally.check(False, f"{kind}: no row {target['id']}")
                continue
            met = {True: "Đạt", False: "Chưa đạt", None: row[4]}[target["met"]]
            self.tally.equal(row[4], met, f"{kind} {target['id']} met")
            if target["kind"] != "share" and target["value"] is not None:
                self.tally.equal(row[3].split(" ")[0], grouped(target["value"]),
                                 f"{kind} {target['id']} value")
            elif target["value"] is None:
                self.tally.check(row[3].startswith("chưa có số liệu"), f"{kind} {target['id']}")
            else:
                parts = f"({grouped(target['numerator'])}/{grouped(target['denominator'])})"
                self.tally.check(row[3].endswith(parts), f"{kind} {target['id']}: {row[3]}")
        text = "\n".join(paragraphs(self.path(kind)))
        members = next(row for row in rows if row[0] == "Thành viên")
        self.tally.equal(members[-1], grouped(self.status["measures"]["members"]), f"{kind} people")
        for part in ("Số liệu tính đến ngày 31/12/2021, bản đồ hành chính ngày 31/12/2021",
                     "SỐ LIỆU MÔ PHỎNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:",
                     "Cơ sở số liệu về thành viên: theo sổ"):
            self.tally.check(part in text, f"{kind} says {part}")
        self.tally.check("{{" not in text, f"{kind} has no placeholder left")
        missing = next(t for t in self.status["targets"] if t["id"] == "T3")
        line = next(p for p in paragraphs(self.path(kind)) if p.startswith("T3. "))
        self.tally.check(f"và {grouped(missing['missing_total'] - 30)} nơi khác" in line, line)
        self.tally.check(all(m["name"] in line for m in missing["missing"][:30]), line)

    def check_annexes(self):
        counted = cells(self.path("clubs-by-commune"))
        totals = [value for value in counted.values() if isinstance(value, float)]
        measures = self.status["measures"]
        for name in ("clubs_active", "members", "villages"):
            self.tally.check(float(measures[name]) in totals, f"clubs-by-commune sums {name}")
        listed = cells(self.path("clubs-by-commune"), 2)
        numbers = [listed[at] for at in listed if re.fullmatch(r"A\d+", at)
                   and isinstance(listed[at], float)]
        self.tally.equal(max(numbers), float(measures["clubs_active"]), "clubs are numbered")
        club = lienthehe.must_json("--db", self.db, "club", self.club, "--as-of", AS_OF)
        self.tally.check(club["name"] in str(cells(self.path("club-sheet"))), "the club's name")
        funds = cells(self.path("care-fund-levels"))
        raised = next(t["value"] for t in self.status["targets"] if t["id"] == "T9a")
        self.tally.check(float(raised) in funds.values(), "care funds sum up to T9a")
        self.check_rows_of_funds(funds)

    def check_rows_of_funds(self, funds):
        """What a fund with a book began with and took in, less what went out, is left."""
        rows = [at[1:] for at in funds if re.fullmatch(r"D\d+", at)
                and isinstance(funds[at], float) and isinstance(funds.get(f"C{at[1:]}"), str)
                and funds[f"C{at[1:]}"]]
        off = [row for row in rows if sum(funds[f"{column}{row}"] for column in "DEFG")
               - funds[f"H{row}"] != funds[f"J{row}"]]
        self.tally.check(rows and not off, f"{len(rows)} funds add up, {off} do not")

    def check_funds_of_a_unit(self):
        """A unit's targets on care funds are of its own funds, as the annex lists them."""
        path = f"{self.folder}/funds-of-a-unit.xlsx"
        self.tally.equal(self.run("care-fund-levels", "--unit", self.district, out=path).returncode,
                         OK, "funds of a district")
        status = lienthehe.must_json("--db", self.db, "status", "--as-of", AS_OF, "--unit",
                                     self.district)
        raised = next(t["value"] for t in status["targets"] if t["id"] == "T9a")
        whole = next(t["value"] for t in self.status["targets"] if t["id"] == "T9a")
        self.tally.check(float(raised) in cells(path).values() and raised < whole,
                         f"T9a of {self.district} is {raised}")

    def check_funds_of_a_day(self):
        """The annex says what `status` says of the same day, and no year before it has begun."""
        for day in ("2021-06-30", AS_OF):
            path = f"{self.folder}/funds-{day}.xlsx"
            asked = ("--db", self.db, "report", "care-fund-levels", "--as-of", day, "--out", path)
            made = lienthehe.run(*asked, "--year", "2021")
            self.tally.equal(made.returncode, OK, f"funds on {day}: {made.stderr}")
            status = lienthehe.must_json("--db", self.db, "status", "--as-of", day)
            raised = next(t for t in status["targets"] if t["id"] == "T9a")
            self.tally.check(float(raised["value"]) in cells(path).values(),
                             f"T9a on {day} is {raised['value']}")
            self.tally.check(raised["basis"]["text_en"].endswith(" funds"), "funds, not clubs")
            refused = lienthehe.run(*asked, "--year", "2022")
            self.tally.equal(refused.returncode, REFUSED, f"2022 on {day}")

    def check_signatures(self):
        """A signature never stands alone on a page: what precedes it is kept with it."""
        for kind in DOCUMENTS:
            with zipfile.ZipFile(f"{ROOT}/templates/{kind}.docx") as file:
                root = ElementTree.fromstring(file.read("word/document.xml"))
            before = [node for node in root.find(f"{WORD}body")][-4:-2]
            kept = [node.find(f"{WORD}pPr/{WORD}keepNext") is not None for node in before]
            self.tally.equal(kept, [True, True], f"{kind} keeps its signature")

    def check_care_fund(self):
        rows = table_rows(self.path("care-fund"))
        totals = [row for row in rows if row[1:2] == ["Cộng"]]
        self.tally.check(len(totals) == 2, f"two funds: {totals}")
        for row in totals:
            opening, came, spent, moved, closing = (int(text.replace(".", ""))
                                                    for text in row[2:7])
            self.tally.equal(opening + came - spent + moved, closing, f"{row[0]} adds up")

    def check_templates(self):
        path = f"{self.folder}/own.docx"
        saved = lienthehe.run("report", "interim-review", "--save-template", path)
        self.tally.equal(saved.returncode, OK, "a template comes out")
        with open(path, "rb") as own, open(f"{ROOT}/templates/interim-review.docx", "rb") as file:
            self.tally.check(own.read() == file.read(), "it is the one in templates/")
        edited = f"{self.folder}/edited.docx"
        self.edit(path, edited, "BÁO CÁO", "TỜ TRÌNH {{members}}")
        out = f"{self.folder}/edited-out.docx"
        self.tally.equal(self.run("interim-review", "--template", edited, out=out).returncode, OK,
                         "an edited template is taken")
        self.tally.check(f"TỜ TRÌNH {grouped(self.status['measures']['members'])}"
                         in paragraphs(out), "and filled")
        self.edit(path, edited, "BÁO CÁO", "{{khong_co}}")
        refused = self.run("interim-review", "--template", edited, out=f"{self.folder}/no.docx")
        self.tally.equal(refused.returncode, REFUSED, "an unknown name is refused")
        self.tally.check("khong_co" in refused.stderr, refused.stderr)
        self.tally.check(not os.path.exists(f"{self.folder}/no.docx"), "and nothing is written")
        self.tally.equal(self.run("club-sheet").returncode, REFUSED, "a club is needed")
        self.tally.equal(self.run("nonsense").returncode, USAGE, "no such kind")

    def check_refused(self):
        """No day ahead, no review before its scheme, no file that is named for what it is not."""
        out = f"{self.folder}/refused.docx"
        asked = ("--db", self.db, "report", "interim-review", "--out", out)
        for rule, options in (("report.as_of.future", ("--as-of", "2199-01-01")),
                              ("report.scheme.not_begun", ("--as-of", "2020-09-29",
                                                           "--scheme", "thanh-hoa-5133"))):
            done = lienthehe.run(*asked, *options)
            self.tally.equal(done.returncode, REFUSED, rule)
            self.tally.check(rule in done.stderr, done.stderr)
        for kind, name in (("quotas", "quotas.pdf"), ("interim-review", "review.xlsx")):
            done = self.run(kind, out=f"{self.folder}/{name}")
            self.tally.equal(done.returncode, REFUSED, name)
            self.tally.check("report.file.type" in done.stderr, done.stderr)
        for name in ("refused.docx", "quotas.pdf", "review.xlsx"):
            self.tally.check(not os.path.exists(f"{self.folder}/{name}"), f"{name} is not written")

    def check_draft(self):
        """The board's conclusions are drafted of what is open, each with who and by when."""
        drafted = [p for p in paragraphs(self.path("steering-pack"))
                   if re.match(r"\d+\. (Giao|Đề nghị) ", p)]
        missed = [t["id"] for t in self.status["targets"] if t["in_scheme"]
                  and t["goal"] is not None and t["met"] is False]
        for target in missed:
            self.tally.check(any(f"chỉ tiêu {target} (" in line for line in drafted), target)
        self.tally.check(all(" trước ngày " in line for line in drafted), str(drafted))
        numbers = [int(line.split(".")[0]) for line in drafted]
        self.tally.equal(numbers, list(range(1, len(numbers) + 1)), "conclusions are numbered")

    @staticmethod
    def edit(source, target, old, new):
        with zipfile.ZipFile(source) as file, zipfile.ZipFile(target, "w") as out:
            for name in file.namelist():
                text = file.read(name).decode()
                out.writestr(name, text.replace(f">{old}<", f">{new}<"))

    def check_script(self):
        """The templates are what the script makes; only the packing may differ."""
        made = f"{self.folder}/made"
        subprocess.run([sys.executable, f"{ROOT}/tools/make_templates.py", made], check=True)
        names = sorted(os.listdir(made))
        self.tally.equal(names, sorted(os.listdir(f"{ROOT}/templates")), "templates")
        for name in names:
            with zipfile.ZipFile(f"{made}/{name}") as a, \
                    zipfile.ZipFile(f"{ROOT}/templates/{name}") as b:
                same = a.namelist() == b.namelist() and all(
                    a.read(part) == b.read(part) for part in a.namelist())
            self.tally.check(same, f"{name} is what the script makes")

    def check_office(self):
        """LibreOffice opens every file; a profile of its own, so that runs do not meet."""
        files = [self.path(kind) for kind in DOCUMENTS + ANNEXES]
        done = subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless",
             "--convert-to", "pdf", "--outdir", f"{self.folder}/pdf", *files],
            capture_output=True, text=True, timeout=CONVERT_TIMEOUT_S, check=False)
        for kind in DOCUMENTS + ANNEXES:
            path = f"{self.folder}/pdf/{kind}.pdf"
            good = os.path.exists(path) and os.path.getsize(path) > 1000
            self.tally.check(good, f"LibreOffice opens {kind}: {done.stderr[-300:]}")


def main():
    tally = lienthehe.Tally()
    folder = tempfile.mkdtemp(prefix="lth-report-")
    try:
        reports = Reports(folder, tally)
        reports.make_all()
        for kind in ("interim-review", "final-review"):
            reports.check_review(kind)
        reports.check_care_fund()
        reports.check_annexes()
        reports.check_funds_of_a_unit()
        reports.check_funds_of_a_day()
        reports.check_signatures()
        reports.check_templates()
        reports.check_refused()
        reports.check_draft()
        reports.check_script()
        reports.check_office()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    tally.finish()


if __name__ == "__main__":
    main()
