"""What somebody types wrongly: a sentence says what is wrong, and everything stays as it was."""

import os
import pathlib
import re
import tempfile

from fault_test import one_sentence
from lienthehe import FAULT, OK, REFUSED, USAGE, Tally, make_demo, must, must_json, run

SERVER = os.environ["LTH_TEST_POSTGRES"]


def check_questions(tally, db):
    """Known forms that name nothing are refused; other forms are wrong usage."""
    nobody = "0188a1f2-7c00-7000-8000-0000000000c1"
    for arguments, code, said in (
            (("status", "--unit", "99999"), REFUSED, "99999"),
            (("status", "--unit", "380", "--units-as-of", "2025-07-01"), REFUSED, "380"),
            (("status", "--scheme", "none"), REFUSED, "none"),
            (("status", "--known-at", "0"), REFUSED, "question.scheme.none"),
            (("club", "x"), REFUSED, "x"),
            (("club", nobody), REFUSED, nobody),
            (("demo",), REFUSED, "tệp mới"),
            (("serve", "--listen", "127.0.0.1:99999"), REFUSED, "127.0.0.1:99999"),
            (("user", "reset", "khongco"), REFUSED, "«khongco»"),
            (("user", "add", "quanly", "--role", "administrator", "--unit", "38"), REFUSED,
             "không thuộc nơi nào"),
            (("import", "undo", "xxx"), REFUSED, "«xxx»"),
            (("entries", "import", __file__), REFUSED, "JSON")):
        done = run("--db", db, *arguments)
        one_sentence(tally, done, code, arguments)
        tally.check(said in done.stderr, f"{arguments} names {said}: {done.stderr}")
        tally.check(not re.search(r"\{[a-z_]+\}", done.stderr),
                    f"no fact is left open: {done.stderr}")
    for arguments, said in (
            (("status", "--as-of", "2020-02-30"), "«2020-02-30»"),
            (("status", "--units-as-of", "30/9/2020"), "«30/9/2020»"),
            (("units", "--as-of", "2200-01-01"), "«2200-01-01»"),
            (("status", "--known-at", "later"), "«later»"),
            (("status", "--known-at", "9223372036854775807"), "«9223372036854775807»"),
            (("demo", "--adoption", "101"), "101"),
            (("demo", "--seed", "x"), "--seed = x"),
            (("nonsense",), "«nonsense»"),
            (("verfy",), "verify"),
            (("--lang", "fr", "status"), "vi, en"),
            (("status", "twice"), "twice"),
            (("status", "--bogus"), "--bogus"),
            (("report", "nothing"), "«nothing»"),
            (("report", "nothing"), "interim-review"),
            (("report",), "care-fund"),
            (("report", "interim-review", "--year", "3"), "1900"),
            (("import", "nonsense", "x.csv"), "fund-years"),
            (("template", "nonsense", "x.xlsx"), "fund-years"),
            (("user",), "reset"),
            (("user", "add"), "LOGIN"),
            (("user", "add", "a", "--role", "king"), "auditor"),
            (("retention", "set", "nothing", "12"), "contact"),
            (("backup",), "FILE"),
            (("serve", "--tls-cert", "x"), "--tls-key"),
            (("serve", "--public", "maybe"), "figures")):
        done = run("--db", db, *arguments)
        tally.equal(done.returncode, USAGE, f"exit code: {arguments}")
        tally.check(said in done.stderr, f"{arguments} names {said}: {done.stderr}")
        tally.check(" · " in done.stderr.splitlines()[0], f"in both languages: {done.stderr}")


def check_files(tally, db, folder):
    path = db.removeprefix("sqlite:")
    before = pathlib.Path(path).read_bytes()
    one_sentence(tally, run("--db", db, "backup", path), FAULT, "a backup onto itself")
    link = f"{folder}/link.db"
    os.symlink(path, link)
    one_sentence(tally, run("--db", db, "backup", link), FAULT, "a backup onto itself by a link")
    letter = pathlib.Path(folder) / "letter.txt"
    letter.write_text("Kính gửi Hội Người cao tuổi\n" * 100, encoding="utf-8")
    one_sentence(tally, run("--db", db, "backup", letter), FAULT, "a backup onto a letter")
    tally.check(letter.read_text(encoding="utf-8").startswith("Kính gửi"), "the letter is whole")
    for arguments in (("entries", "export", "/dev/full"), ("entries", "export", "/nowhere/x"),
                      ("entries", "import", "/nowhere/x"), ("backup", "/nowhere/x")):
        one_sentence(tally, run("--db", db, *arguments), FAULT, arguments)
    one_sentence(tally, run("--db", "sqlite:", "status"), FAULT, "a database without a name")
    tally.equal(pathlib.Path(path).read_bytes(), before, "the database is as it was")


def check_backup_twice(tally, db, folder):
    """A backup is a new file: neither it nor its list of erasures takes the place of another."""
    first = pathlib.Path(folder) / "first.db"
    erasures = pathlib.Path(f"{first}.erasures")
    must("--db", db, "backup", first)
    kept = first.read_bytes()
    one_sentence(tally, run("--db", db, "backup", first), FAULT, "a backup twice")
    tally.check(first.read_bytes() == kept, "the first backup is as it was")
    first.unlink()
    one_sentence(tally, run("--db", db, "backup", first), FAULT, "a list of erasures is there")
    tally.check(erasures.exists() and not first.exists(), "nothing beside it")


def check_nothing_there(tally, folder):
    """Whoever asks a database that is not there is told so, and none is made."""
    nobody = "0188a1f2-7c00-7000-8000-0000000000c1"
    place = pathlib.Path(folder) / "nothing"
    place.mkdir()
    for arguments in (("status",), ("units",), ("verify",), ("rebuild",), ("club", nobody),
                      ("report", "interim-review", "--out", place / "r.docx"),
                      ("entries", "export", place / "e.jsonl"),
                      ("export", "workbook", place / "w.xlsx"), ("backup", place / "b.db"),
                      ("backup", "--noted"), ("copy", "--to", f"sqlite:{place}/c.db"),
                      ("user", "list"), ("user", "reset", "tinh"), ("device", "list", nobody),
                      ("person", "export", nobody, "0123456789"), ("retention", "--dry-run"),
                      ("erasures", "export", place / "x.erasures"), ("import", "list"),
                      ("import", "undo", nobody)):
        done = run("--db", f"sqlite:{place}/absent.db", *arguments)
        one_sentence(tally, done, FAULT, arguments)
        tally.check("absent.db" in done.stderr, f"{arguments} names it: {done.stderr}")
        done = run(*arguments, env={**os.environ, "XDG_DATA_HOME": str(place)})
        one_sentence(tally, done, FAULT, ("without --db", *arguments))
    tally.equal(os.listdir(place), [], "nothing was made")


def check_broken_copy(tally, db, folder):
    """A page in the middle overwritten, and a file that ends half way."""
    whole = pathlib.Path(db.removeprefix("sqlite:")).read_bytes()
    third = len(whole) // 3
    for name, content in (("overwritten", whole[:third] + b"x" * 400_000 +
                           whole[third + 400_000:]),
                          ("cut", whole[:third])):
        path = pathlib.Path(folder) / f"{name}.db"
        path.write_bytes(content)
        done = run("--db", f"sqlite:{path}", "verify")
        tally.equal(done.returncode, FAULT, f"exit code: {name}")
        last = done.stderr.splitlines()[-1]  # what verify had seen by then stands above it
        tally.check("hỏng" in last, f"{name}: {done.stderr}")


def check_import_of_a_cut_copy(tally, db, folder):
    """The copy of all entries breaks off: what stands is sound, and the whole copy completes it."""
    copy = pathlib.Path(folder) / "entries.jsonl"
    must("--db", db, "entries", "export", copy)
    whole = copy.read_bytes()
    cut = pathlib.Path(folder) / "cut.jsonl"
    cut.write_bytes(whole[: len(whole) // 2])
    there = f"sqlite:{folder}/there.db"
    one_sentence(tally, run("--db", there, "entries", "import", cut), REFUSED, "a copy cut off")
    tally.equal(run("--db", there, "verify").returncode, OK, "verify after a copy cut off")
    must("--db", there, "entries", "import", copy)
    again = pathlib.Path(folder) / "again.jsonl"
    must("--db", there, "entries", "export", again)
    tally.check(again.read_bytes() == whole, "the whole copy completes it byte for byte")
    tally.equal(run("--db", there, "verify").returncode, OK, "verify in the end")


def check_stranger(tally):
    """A role that the server does not know. A wrong password: tests/store/fault_test.cpp."""
    done = run("--db", SERVER.replace("//lienthehe@", "//nobody@"), "status")
    one_sentence(tally, done, FAULT, "a role that is not there")
    tally.check("đăng nhập" in done.stderr, f"names the log-in: {done.stderr}")


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        db = make_demo(folder, "2020-09-30")
        before = must_json("--db", db, "status", "--as-of", "2020-09-30")["measures"]
        check_questions(tally, db)
        check_files(tally, db, folder)
        check_backup_twice(tally, db, folder)
        check_nothing_there(tally, folder)
        check_broken_copy(tally, db, folder)
        check_import_of_a_cut_copy(tally, db, folder)
        check_stranger(tally)
        after = must_json("--db", db, "status", "--as-of", "2020-09-30")["measures"]
        tally.equal(after, before, "figures are what they were")
        tally.equal(run("--db", db, "verify").returncode, OK, "verify of what was left alone")
    tally.finish()


if __name__ == "__main__":
    main()
