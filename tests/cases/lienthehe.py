"""What the cases share: the binary, a server of it on a free port, and a tally of checks."""

import contextlib
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request

BINARY = os.environ["LTH_BINARY"]
# A test that waits longer than this for the binary has failed.
TIMEOUT_S = 300

OK, REFUSED, USAGE, FAULT, DIFFERS = range(5)


def run(*arguments, **options):
    """Runs the binary to its end; never raises for its exit code."""
    return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True,
                          timeout=TIMEOUT_S, check=False, **options)


def must(*arguments):
    done = run(*arguments)
    if done.returncode != OK:
        raise RuntimeError(f"{arguments}: exit {done.returncode}: {done.stderr}")
    return done.stdout


def must_json(*arguments):
    return json.loads(must("--json", *arguments))


def make_demo(folder, until):
    db = f"sqlite:{folder}/demo.db"
    must("--db", db, "demo", "--until", until)
    return db


class Answer:
    def __init__(self, response, url):
        self.status = response.status
        self.url = url
        self.kind = response.headers.get_content_type()
        self.text = response.read().decode("utf-8")

    def json(self):
        return json.loads(self.text)


def get(url):
    """Follows redirects; an error status is an answer like any other."""
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT_S) as response:
            return Answer(response, response.url)
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error, url)


@contextlib.contextmanager
def serve(db):
    """The address of a server on a free loopback port, without the last slash."""
    arguments = [BINARY, "--db", db, "serve", "--listen", "127.0.0.1:0",
                 "--public", "books"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True) as server:
        try:
            line = server.stdout.readline()  # said once the port is open
            yield line.split()[-1].rstrip("/")
        finally:
            server.terminate()


class Tally:
    """Counts checks and names those that fail; the last line is what ./dev reads."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, holds, what):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {what}")

    def equal(self, found, expected, what):
        self.check(found == expected, f"{what}: {found!r}, expected {expected!r}")

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed or not self.passed else 0)
