"""Runs the benchmarks and prints one table: both sides of a ratio were measured in this run.

With arguments it hands them to the benchmark program and prints what that prints.
"""

import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time

BENCH = os.environ["LTH_BENCH"]
BINARY = os.environ["LTH_BINARY"]
REQUESTS = 200

# name of the benchmark, what it is, unit, what it is compared with, what is wanted
LINES = (
    ("ingest_one_op", "one-operation entries, durable", "entries/s", "raw SQLite rows", 0.6),
    ("ingest_meetings", "meeting-sized entries, durable", "ops/s", "", 50_000),
    ("group_commit", "64 writers, commits shared", "entries/s", "one transaction each", None),
    ("ingest_postgres", "one-operation entries, PostgreSQL", "entries/s", "unnest by hand", None),
    ("fold_meetings", "fold with chain, 30 operations an entry", "ops/s", "", 1_000_000),
    ("balances_against_hledger", "balances of 100,000 transactions", "transactions/s", "hledger",
     None),
)


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:,.2f}"


def verdict(value, wanted):
    if wanted is None:
        return ""
    return "" if value >= wanted else "MISSED"


def show(what, measured, compared="", ratio="", wanted="", mark=""):
    print(f"{what:<42} {measured:>24} {compared:>30} {ratio:>8} {wanted:>16} {mark}", flush=True)


def run_benchmarks():
    done = subprocess.run([BENCH, "--benchmark_format=json"], stdout=subprocess.PIPE, check=True,
                          text=True)
    found = {}
    for one in json.loads(done.stdout)["benchmarks"]:
        if one.get("error_occurred"):
            sys.exit(f"{one['name']}: {one['error_message']}")
        found[re.sub(r"/(iterations|min_time):.*", "", one["name"])] = one
    return found


def milliseconds(one):
    return one["real_time"] * {"ns": 1e-6, "us": 1e-3, "ms": 1, "s": 1e3}[one["time_unit"]]


def show_ratios(found):
    for name, what, unit, other, wanted in LINES:
        one = found[name]
        ratio = one.get("ratio")
        judged = ratio if other else one["measured"]
        goal = "" if wanted is None else f">= {number(wanted)}"
        show(what, f"{number(one['measured'])} {unit}",
             f"{other} {number(one['compared'])}" if other else "",
             f"{ratio:.2f}" if ratio else "", goal, verdict(judged, wanted))


def show_facts(found):
    for map_name in ("districts", "merged"):
        cube = milliseconds(found[f"facts_all_targets/{map_name}/mid_month/1200"])
        slower = found[f"facts_sqlite_group_by/{map_name}/1200"]
        show(f"all targets, 1,200 clubs, {map_name}", f"{cube:.2f} ms",
             f"SQLite GROUP BY {milliseconds(slower):.1f} ms",
             f"{slower['times_slower_than_cube']:.0f}", ">= 50",
             verdict(slower["times_slower_than_cube"], 50))
    for name in ("districts/mid_month", "merged/mid_month", "merged/month_end"):
        one = found[f"facts_all_targets/{name}/100000"]
        took = milliseconds(one)
        show(f"all targets, 100,000 clubs, {name}", f"{took:.1f} ms", f"{one['cube_MB']:,.0f} MB",
             "", "< 20 ms", verdict(-took, -20))
    took = milliseconds(found["reform_547_to_166"])
    show("the reform 547 -> 166, with certificate", f"{took:.1f} ms", "", "", "< 1,000 ms",
         verdict(-took, -1000))


def hledger_balances(journal):
    text = subprocess.run(["hledger", "-f", journal, "balance", "--flat", "--no-total", "-O",
                           "json"], check=True, capture_output=True, text=True).stdout
    rows, _ = json.loads(text)
    return {row[0]: row[3][0]["aquantity"]["decimalMantissa"] for row in rows if row[3]}


class Server:
    """The binary serving a database on a free port of loopback."""

    def __init__(self, db):
        self.process = subprocess.Popen([BINARY, "--db", db, "serve", "--listen", "127.0.0.1:0",
                                         "--public", "books"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                        text=True)
        port = int(re.search(r":(\d+)/", self.process.stdout.readline()).group(1))
        self.connection = http.client.HTTPConnection("127.0.0.1", port)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def get(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            sys.exit(f"{answer.status} for {path}")
        return body


def compare_all_clubs(db, folder):
    """hledger computes every account of every club; its debits are ours on their natural side."""
    with open(f"{folder}/entries.jsonl", encoding="utf-8") as lines:
        entries = (json.loads(line) for line in lines)
        clubs = list(dict.fromkeys(e["entry"]["book_id"] for e in entries if e["kind"] == "club"))
    equal = 0
    with Server(db) as server:
        for club in clubs:
            journal = f"{folder}/club.journal"
            subprocess.run([BINARY, "--db", db, "club", club, "--journal", journal], check=True,
                           stdout=subprocess.DEVNULL)
            book = json.loads(server.get(f"/api/v1/clubs/{club}"))["balances"]
            theirs = {}
            for account, debit in hledger_balances(journal).items():
                root, _, name = account.partition(":")
                theirs[name] = debit if root == "assets" else -debit
            equal += theirs == {account: amount for account, amount in book.items() if amount}
    show("balances of every club equal hledger's", f"{equal} of {len(clubs)} clubs", "", "", "all",
         "" if equal == len(clubs) else "MISSED")


def time_over_http(db):
    with Server(db) as server:
        times = []
        for i in range(REQUESTS):
            begin = time.perf_counter()
            server.get(f"/api/v1/status?as_of=202{i % 5 + 1}-{i % 12 + 1:02}-15")
            times.append((time.perf_counter() - begin) * 1000)
    times.sort()
    show("the same over HTTP, the demo, any date", f"median {times[len(times) // 2]:.1f} ms",
         f"slowest of {REQUESTS} {times[-1]:.1f} ms")


def main():
    if len(sys.argv) > 1:
        return subprocess.run([BENCH, *sys.argv[1:]], check=False).returncode
    print("Measuring (some minutes) …", flush=True)
    found = run_benchmarks()
    show("what", "measured", "compared with", "ratio", "wanted")
    show_ratios(found)
    show_facts(found)
    with tempfile.TemporaryDirectory() as folder:
        db = f"sqlite:{folder}/demo.db"
        subprocess.run([BINARY, "--db", db, "demo", "--until", "2020-12-31"], check=True,
                       capture_output=True)
        subprocess.run([BINARY, "--db", db, "entries", "export", f"{folder}/entries.jsonl"],
                       check=True, capture_output=True)
        compare_all_clubs(db, folder)
    with tempfile.TemporaryDirectory() as folder:
        db = f"sqlite:{folder}/demo.db"
        subprocess.run([BINARY, "--db", db, "demo", "--until", "2026-06-30"], check=True,
                       capture_output=True)
        time_over_http(db)
    return 0


if __name__ == "__main__":
    sys.exit(main())
