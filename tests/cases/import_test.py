"""Sheets in and out of the binary: register, units, reform, workbook, undo; both engines agree."""

import csv
import json
import os
import subprocess
import sys
import tempfile
import zipfile

BINARY = os.environ["LTH_BINARY"]
SERVER = os.environ["LTH_TEST_POSTGRES"]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KINDS = ("register", "clubs", "members", "balances", "claims", "fund-years", "units", "successions")
ROWS = 800
OK, REFUSED, USAGE, FAULT = 0, 1, 2, 3
results = []


def without_ids(units):
    return [{key: value for key, value in unit.items() if key != "id"} for unit in units]


def check(name, condition, detail=""):
    results.append(bool(condition))
    if not condition:
        print(f"FAILED {name} {detail}")


def run(db, *arguments, expect=OK):
    done = subprocess.run([BINARY, "--db", db, *arguments], capture_output=True, text=True)
    check(f"exit of {' '.join(arguments)[:60]}", done.returncode == expect, done.stderr[-400:])
    return done


def answer(db, *arguments, expect=OK):
    return json.loads(run(db, "--json", *arguments, expect=expect).stdout)


def status(db, as_of="2020-09-30", units_as_of="2020-11-01"):
    return answer(db, "status", "--as-of", as_of, "--units-as-of", units_as_of)


def write_csv(path, rows):
    with open(path, "w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out, delimiter=";").writerows(rows)
    return path


def unit_rows(db, day):
    units = answer(db, "units", "--as-of", day)["units"]
    words = {"province": "Tỉnh", "rural_district": "Huyện", "town": "Thị xã", "city": "Thành phố",
             "commune": "Xã", "ward": "Phường", "township": "Thị trấn"}
    return [["Mã", "Tên", "Loại", "Mã cấp trên"]] + [
        [u["code"], u["name"], words[u["kind"]], u["parent"] or ""] for u in units]


def succession_rows():
    with open(os.path.join(ROOT, "data/thanh-hoa/reform-2025-07-01.csv"), encoding="utf-8") as file:
        events = [row for row in csv.DictReader(file) if row["event"] in ("whole", "part")]
    words = {"whole": "toàn bộ", "part": "một phần"}
    return [["Mã cũ", "Mã mới", "Phần"]] + [
        [row["code"], row["to_code"], words[row["event"]]] for row in events]


def register(db, folder):
    """One club in each of 404 communes and a second in most of them."""
    units = {u["code"]: u for u in answer(db, "units", "--as-of", "2020-11-01")["units"]}
    communes = [u for u in units.values() if u["level"] == "commune"][:404]
    rows = [["Huyện", "Xã", "Khu dân cư", "Tên CLB", "Ngày ra mắt", "Số thành viên",
             "Người cao tuổi", "Nữ", "Nguồn vốn", "Ngày số liệu"]]
    for i in range(ROWS):
        commune = communes[i % len(communes)]
        number = i // len(communes) + 1
        rows.append([units[commune["parent"]]["name"], commune["name"], f"Thôn {number}",
                     f"CLB thôn {number} {commune['name']}", "12/5/2018", 50 + i % 21, 35 + i % 9,
                     40 + i % 10, f"{20 + i % 7}.500.000 đ", "30/09/2020"])
    return write_csv(f"{folder}/register.csv", rows), rows[1:]


def test_templates(folder):
    for kind in KINDS:
        path = f"{folder}/{kind}.xlsx"
        run(f"sqlite:{folder}/none.db", "template", kind, path)
        check(f"template {kind}", zipfile.is_zipfile(path))


def test_register(folder, db):
    seed = write_csv(f"{folder}/one.csv", [["Tên CLB"], ["CLB đầu tiên"]])
    first = answer(db, "import", "register", seed)
    answer(db, "import", "undo", first["import"])
    path, rows = register(db, folder)
    dry = answer(db, "import", "register", path, "--dry-run")
    check("a dry run plans", dry["state"] == "planned" and dry["entries"] > ROWS)
    check("a dry run writes nothing", status(db)["measures"]["clubs_active"] == 0)
    done = answer(db, "import", "register", path)
    check("no error", done["errors"] == [] and done["rows"] == ROWS)
    now = status(db)
    measures = now["measures"]
    for name, expected in (("clubs_active", ROWS), ("communes_covered", 404), ("communes", 559),
                           ("members", sum(r[5] for r in rows)),
                           ("members_elderly", sum(r[6] for r in rows)),
                           ("members_women", sum(r[7] for r in rows))):
        check(name, measures[name] == expected, f"{measures[name]} instead of {expected}")
    again = answer(db, "import", "register", path)
    check("again it makes no entry", again["entries"] == 0 and again["unchanged"] == ROWS)
    book = f"{folder}/book.xlsx"
    run(db, "export", "workbook", book)
    for kind in ("register", "clubs"):
        back = answer(db, "import", kind, book)
        check(f"a workbook comes back as {kind}",
              back["entries"] == 0 and back["rows"] == back["unchanged"] == ROWS, back["errors"])
        said = run(db, "import", kind, book).stdout
        check("and is said to change nothing", "Không có gì thay đổi" in said, said[-300:])
    run(db, "verify")
    return path, done["import"], now


def test_bad_rows(folder, db):
    rows = [["Tên CLB", "Xã", "Số thành viên", "Nữ"], ["A", "Quang Trung", "", ""],
            ["B", "Phường Hàm Rồng", "10", "12"]]
    before = status(db)
    path = write_csv(f"{folder}/bad.csv", rows[:2])
    refused = answer(db, "import", "register", path, "--units-as-of", "2020-11-01", expect=REFUSED)
    check("ambiguous commune", refused["errors"][0]["rule"] == "import.commune.ambiguous")
    check("its row", refused["errors"][0]["row"] == 2)
    path = write_csv(f"{folder}/bad.csv", [rows[0], rows[2]])
    refused = answer(db, "import", "register", path, expect=REFUSED)
    check("more women than members", refused["errors"][0]["rule"] == "sheet.part_above_whole")
    run(db, "import", "register", f"{folder}/missing.csv", expect=FAULT)
    run(db, "import", "register", os.path.join(ROOT, "LICENSE"), expect=REFUSED)
    run(db, "import", "nonsense", path, expect=USAGE)
    run(db, "import", "undo", "nonsense", expect=REFUSED)
    check("nothing was written", status(db)["measures"] == before["measures"])


def test_units_and_reform(folder, known):
    db = f"sqlite:{folder}/map.db"
    before = write_csv(f"{folder}/before.csv", unit_rows(known, "2025-06-30"))
    after = write_csv(f"{folder}/after.csv", unit_rows(known, "2025-07-01"))
    successions = write_csv(f"{folder}/successions.csv", succession_rows())
    reform = ["reform", "--successions", successions, "--units", after,
              "--effective", "2025-07-01", "--legal-basis", "1686/NQ-UBTVQH15"]
    run(db, *reform, expect=REFUSED)  # no list of units yet
    first = answer(db, "import", "units", before, "--as-of", "2025-06-30")
    check("units are new", first["entries"] == 1)
    again = answer(db, "import", "units", before, "--as-of", "2025-06-30")
    check("units are known", again["entries"] == 0)
    clubs = write_csv(f"{folder}/clubs.csv", [
        ["Tên CLB", "Mã xã", "Số thành viên", "Nguồn vốn", "Ngày số liệu"],
        ["CLB A", "14755", "55", "21.000.000", "31/05/2025"],
        ["CLB B", "14758", "60", "22.000.000", "31/05/2025"]])
    answer(db, "import", "register", clubs, "--units-as-of", "2025-06-30")
    plan = answer(db, *reform, "--dry-run")
    check("a dry run writes nothing",
          answer(db, "units", "--as-of", "2025-07-01")["counts"]["commune"] == 547)
    done = answer(db, *reform)
    check("planned as done", plan == done)
    check("conserved", done["certificate"]["conserved"])
    check("what is conserved", done["certificate"]["after"]["members"] == 115 and
          done["certificate"]["after"]["capital"] == 43_000_000)
    splits = [d for d in done["open_decisions"] if d["kind"] == "split"]
    check("ten communes are split", len(splits) == 10, len(splits))
    ours = answer(db, "units", "--as-of", "2025-07-01")
    theirs = answer(known, "units", "--as-of", "2025-07-01")
    check("166 communes", ours["counts"] == {"district": 0, "commune": 166}, ours["counts"])
    # Ids are each book's own.
    check("the same map", without_ids(ours["units"]) == without_ids(theirs["units"]))
    before_heads = run(db, "entries", "export", f"{folder}/a.jsonl").stdout
    run(db, *reform)
    check("a second time nothing", run(db, "entries", "export",
                                       f"{folder}/b.jsonl").stdout == before_heads)
    run(db, "verify")


def values_of(targets):
    """Without the ids of clubs, which each import gives anew."""
    return [{k: v for k, v in target.items() if k != "missing"} for target in targets]


def test_postgres(folder, path, sqlite_status, sqlite_db):
    name = f"import_{os.getpid()}"
    subprocess.run(["psql", "-qc", f"CREATE DATABASE {name}", SERVER], check=True)
    db = SERVER.replace("/postgres?", f"/{name}?")
    answer(db, "import", "register", path)
    ours = status(db)
    for part in ("measures", "basis", "notes"):
        check(f"both engines answer the same {part}", ours[part] == sqlite_status[part],
              f"{ours[part]} {sqlite_status[part]}")
    check("both engines answer the same targets",
          values_of(ours["targets"]) == values_of(sqlite_status["targets"]))
    run(db, "verify")
    copy = f"copy_{os.getpid()}"
    subprocess.run(["psql", "-qc", f"CREATE DATABASE {copy}", SERVER], check=True)
    db = SERVER.replace("/postgres?", f"/{copy}?")
    run(sqlite_db, "entries", "export", f"{folder}/sqlite.jsonl")
    run(db, "entries", "import", f"{folder}/sqlite.jsonl")
    run(db, "verify")
    run(db, "entries", "export", f"{folder}/postgres.jsonl")
    with open(f"{folder}/sqlite.jsonl", "rb") as a, open(f"{folder}/postgres.jsonl", "rb") as b:
        check("the copy is byte for byte the same", a.read() == b.read())


def main():
    with tempfile.TemporaryDirectory() as folder:
        db = f"sqlite:{folder}/register.db"
        test_templates(folder)
        path, job, now = test_register(folder, db)
        test_bad_rows(folder, db)
        test_units_and_reform(folder, db)
        test_postgres(folder, path, now, db)
        answer(db, "import", "undo", job)
        check("undone", status(db)["measures"]["clubs_active"] == 0)
        run(db, "verify")
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
