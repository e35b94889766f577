"""What goes wrong outside the domain: one clear sentence, the right exit code, nothing lost."""

import os
import resource
import signal
import socket
import sqlite3
import subprocess
import tempfile

from lienthehe import BINARY, DIFFERS, FAULT, OK, USAGE, Tally, must, must_json, run

SERVER = os.environ["LTH_TEST_POSTGRES"]
DISK = 4 * 1024 * 1024  # bytes that a file may grow to


def one_sentence(tally, done, code, what):
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    tally.equal(done.returncode, code, f"exit code: {what}")
    tally.check(len(lines) == 1 and "terminate" not in done.stderr, f"{what}: {done.stderr[-300:]}")


def small_disk():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (DISK, DISK))


def check_files(tally, folder):
    text = f"{folder}/text.db"
    with open(text, "w", encoding="utf-8") as out:
        out.write("not a database, but long enough to be taken for one\n" * 40)
    one_sentence(tally, run("--db", f"sqlite:{text}", "status"), FAULT, "a text file")
    one_sentence(tally, run("--db", f"sqlite:{folder}/none/x.db", "status"), FAULT, "no folder")
    one_sentence(tally, run("--db", "mysql://x", "status"), FAULT, "another engine")
    with open(text, encoding="utf-8") as kept:
        tally.check(kept.read().startswith("not a database"), "the text file was left alone")


def check_newer_schema(tally, folder):
    db = f"{folder}/newer.db"
    must("--db", f"sqlite:{db}", "import", "province")
    with sqlite3.connect(db) as connection:
        connection.execute("INSERT INTO schema_migration (version, applied_at) VALUES (99, 0)")
    connection.close()
    one_sentence(tally, run("--db", f"sqlite:{db}", "status"), FAULT, "a newer schema")


def check_damage(tally, folder):
    db = f"{folder}/damaged.db"
    register = f"{folder}/one.csv"
    with open(register, "w", encoding="utf-8") as out:
        out.write("Tên CLB;Xã\nCLB A;Phường Hàm Rồng\n")
    must("--db", f"sqlite:{db}", "import", "register", register)
    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE entry SET body = replace(body, 'CLB A', 'CLB B')")
    connection.close()
    done = run("--db", f"sqlite:{db}", "--json", "verify")
    tally.equal(done.returncode, DIFFERS, "verify finds a forged line")


def check_full_disk(tally, folder):
    db = f"sqlite:{folder}/full.db"
    register = f"{folder}/many.csv"
    with open(register, "w", encoding="utf-8") as out:
        out.write("Tên CLB;Xã;Số thành viên;Ngày số liệu\n")
        out.writelines(f"CLB số {n};Phường Hàm Rồng;{50 + n % 20};30/9/2020\n"
                       for n in range(3000))
    done = run("--db", db, "import", "register", register, preexec_fn=small_disk)
    one_sentence(tally, done, FAULT, "a full disk")
    tally.equal(run("--db", db, "verify").returncode, OK, "verify after a full disk")
    again = must_json("--db", db, "import", "register", register)
    tally.equal(again["errors"], [], "with room it goes on")
    standing = must_json("--db", db, "status", "--as-of", "2020-09-30")
    tally.equal(standing["measures"]["clubs_active"], 3000, "every club once")
    tally.equal(standing["measures"]["members"], sum(50 + n % 20 for n in range(3000)), "members")
    tally.equal(run("--db", db, "verify").returncode, OK, "verify in the end")


def check_restore(tally, folder):
    """A backup where a server was that lost its power: its log must not stay beside the copy."""
    path, backup = f"{folder}/tinh.db", f"{folder}/backup.db"
    db = f"sqlite:{path}"
    register = f"{folder}/two.csv"
    for name in ("A", "B"):
        with open(register, "w", encoding="utf-8") as out:
            out.write(f"Tên CLB;Xã\nCLB {name};Phường Hàm Rồng\n")
        must("--db", db, "import", "register", register)
        if name == "A":
            must("--db", db, "backup", backup)
    as_it_was = must_json("--db", f"sqlite:{backup}", "status")["measures"]

    def write_and_die():
        with subprocess.Popen([BINARY, "--db", db, "serve", "--listen", "127.0.0.1:0"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
            server.stdout.readline()
            must("--db", db, "user", "add", "mot", "--name", "Một", "--role", "administrator")
            done = run("--db", db, "restore", backup)
            one_sentence(tally, done, FAULT, "a server has the database open")
            server.kill()

    write_and_die()
    tally.check(os.path.exists(path + "-wal"), "the log of the killed server is there")
    broken = f"{folder}/broken.db"
    with open(backup, "rb") as whole, open(broken, "wb") as part:
        part.write(whole.read(20_000))
    one_sentence(tally, run("--db", db, "restore", broken), FAULT, "half a backup")
    one_sentence(tally, run("--db", db, "restore", "/nowhere/x"), FAULT, "no backup")
    with open(f"{folder}/empty.db", "w", encoding="utf-8"):
        pass
    one_sentence(tally, run("--db", db, "restore", f"{folder}/empty.db"), FAULT, "an empty file")
    tally.check(not any("restoring" in name for name in os.listdir(folder)), "no copy stays")
    tally.equal(must_json("--db", db, "status")["measures"]["clubs_active"], 2, "as before")
    said = must("--db", db, "restore", backup)
    tally.equal(must_json("--db", db, "status")["measures"], as_it_was, "as it was then")
    tally.equal(run("--db", db, "verify").returncode, OK, "verify of what was restored")
    kept = [name for name in os.listdir(folder) if name.startswith("tinh.db.before-")]
    tally.check(any(name in said for name in kept), f"tells where the other one is: {said}")
    tally.check(not os.path.exists(path + "-wal"), "no log of another file stays")


def check_network(tally, folder):
    nobody = "postgresql://nobody@/none?host=" + folder
    one_sentence(tally, run("--db", nobody, "status"), FAULT, "no server")
    stranger = SERVER.replace("/postgres?", "/there_is_no_such_database?")
    one_sentence(tally, run("--db", stranger, "status"), FAULT, "no such database")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        listen = f"127.0.0.1:{taken.getsockname()[1]}"
        done = run("--db", f"sqlite:{folder}/served.db", "serve", "--listen", listen)
        one_sentence(tally, done, FAULT, "a port in use")


def check_usage(tally, folder):
    db = f"sqlite:{folder}/usage.db"
    for arguments in ((), ("nonsense",), ("status", "--as-of", "30/9/2020"),
                      ("import", "register"), ("status", "--known-at", "later")):
        tally.equal(run("--db", db, *arguments).returncode, USAGE, f"usage {arguments}")


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        check_files(tally, folder)
        check_newer_schema(tally, folder)
        check_damage(tally, folder)
        check_full_disk(tally, folder)
        check_restore(tally, folder)
        check_network(tally, folder)
        check_usage(tally, folder)
    tally.finish()


if __name__ == "__main__":
    main()
