"""One person's data from the command line: shown, erased, and erased again in an older backup."""

import json
import tempfile

from lienthehe import OK, REFUSED, USAGE, Tally, make_demo, must, must_json, run


def first_named_person(folder, db):
    """A book, a member and the name that one of the book's private parts gives it."""
    must("--db", db, "entries", "export", f"{folder}/all.jsonl")
    with open(f"{folder}/all.jsonl", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)["entry"]
            for part in entry["private"]:
                if part["class"] == "name" and part["subject"] and '"name"' in part["text"]:
                    name = json.loads(part["text"])["name"]
                    return entry["book_id"], part["subject"], name
    raise RuntimeError("the demonstration names nobody")


def check_older_backup(tally, folder, person):
    older = f"sqlite:{folder}/older.db"
    tally.check(person[2] in must("--db", older, "person", "export", *person[:2]),
                "an older backup holds the name again")
    must("--db", older, "erasures", "apply", f"{folder}/list.erasures")
    tally.check(person[2] not in must("--db", older, "person", "export", *person[:2]),
                "the list erases it there, too")
    tally.equal(run("--db", older, "verify").returncode, OK, "the older backup verifies")
    with open(f"{folder}/broken", "w", encoding="utf-8") as file:
        file.write("[]\n")
    tally.equal(run("--db", older, "erasures", "apply", f"{folder}/broken").returncode, REFUSED,
                "a list that is none is refused")


def check_retention(tally, db):
    """Of a whole province what is due is summed up first, and listed by book only when asked."""
    must("--db", db, "retention", "set", "name", "1")
    lines = must_json("--db", db, "retention", "--dry-run")["lines"]
    books = {line["book"] for line in lines}
    tally.check(lines, "something is due after a month")
    text = must("--db", db, "retention", "--dry-run")
    parts = sum(line["parts"] for line in lines)
    if len(books) > 20:
        tally.check(len(text.splitlines()) < 10 and "--all" in text, f"a summary: {text[:500]}")
    tally.check(f"  {parts} " in text, f"the total of the class: {text[:500]}")
    tally.check(all(line["book"] in must("--db", db, "retention", "--dry-run", "--all")
                    for line in lines[:1] + lines[-1:]), "each book when asked")
    tally.equal([line for line in lines if not line["name"]], [], "each book has its name")


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        db = make_demo(folder, "2020-10-31")
        book, member, name = person = first_named_person(folder, db)
        must("--db", db, "backup", f"{folder}/older.db")
        tally.check(name in must("--db", db, "person", "export", book, member),
                    "the record holds the name")
        before = must_json("--db", db, "status")["measures"]

        erased = must_json("--db", db, "person", "erase", book, member)
        tally.check(erased["parts"] > 0 and erased["entries"] == 1, f"parts go: {erased}")
        record = must_json("--db", db, "person", "export", book, member)
        tally.check(all("text" not in part for part in record["parts"]), "no text is left")
        tally.check(record["operations"], "what the book says of the id stays")
        tally.equal(must_json("--db", db, "status")["measures"]["capital"], before["capital"],
                    "the money does not move")
        tally.equal(run("--db", db, "verify").returncode, OK, "the books verify")
        again = must_json("--db", db, "person", "erase", book, member)
        tally.equal(again["parts"], 0, "nothing is erased twice")

        must("--db", db, "erasures", "export", f"{folder}/list.erasures")
        with open(f"{folder}/list.erasures", encoding="utf-8") as file:
            tally.check(name not in file.read(), "the list names nobody")
        check_older_backup(tally, folder, person)

        refused = run("--db", db, "person", "export", book, "nobody")
        tally.check(refused.returncode == REFUSED and "person.unknown" in refused.stderr,
                    f"an id that is none: {refused.stderr}")
        plan = must_json("--db", db, "retention", "--dry-run")
        tally.equal(plan, {"terms": [], "lines": []}, "no term is set in the demonstration")
        set_term = must_json("--db", db, "retention", "set", "text", "1200")
        tally.equal([(term["what"], term["months"]) for term in set_term["terms"]],
                    [("text", 1200)], "a term is set")
        tally.equal(must_json("--db", db, "retention", "--dry-run"), set_term, "and stays")
        for wrong in (("nothing", "12"), ("text", "0"), ("text", "long")):
            tally.equal(run("--db", db, "retention", "set", *wrong).returncode, USAGE, wrong)
        none = ("--db", f"sqlite:{folder}/none.db")
        must(*none, "user", "add", "mot", "--name", "Một", "--role", "administrator")
        tally.equal(run(*none, "retention", "set", "text", "12").returncode, REFUSED,
                    "no registry yet")
        refused = run("--db", db, "device", "leave", book, "--hours", "0")
        tally.check(refused.returncode == REFUSED and "device.leave.hours" in refused.stderr,
                    f"leave for no hours: {refused.stderr}")
        tally.check("Z" in must("--db", db, "device", "leave", book), "leave says until when")
        check_retention(tally, db)
    tally.finish()


if __name__ == "__main__":
    main()
