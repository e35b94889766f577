"""Accounts from the command line: a slip, spent over HTTP, and an account that is closed."""

import http.client
import json
import tempfile
import urllib.parse

import lienthehe
from lienthehe import OK, REFUSED, USAGE, Tally, must, must_json, run

PASSWORD = "Thuyền về bến sông Mã"


def post(base, path, body, cookies=""):
    """What a page of the site itself would send; the answer's status, rule and cookies."""
    address = urllib.parse.urlsplit(base)
    connection = http.client.HTTPConnection(address.hostname, address.port,
                                            timeout=lienthehe.TIMEOUT_S)
    headers = {"Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"}
    if cookies:
        headers["Cookie"] = cookies
    connection.request("POST", path, json.dumps(body).encode(), headers)
    response = connection.getresponse()
    text = json.loads(response.read())
    kept = [value.partition(";")[0] for name, value in response.getheaders()
            if name == "Set-Cookie"]
    connection.close()
    return response.status, text.get("rule"), "; ".join(kept)


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        db = ("--db", f"sqlite:{folder}/lth.db")
        slip = must_json(*db, "user", "add", "quantri", "--role", "administrator")["slip"]
        tally.equal(len(slip), 19, "a slip has four groups of four")
        tally.equal(run(*db, "user", "add", "quantri", "--role", "administrator").returncode,
                    REFUSED, "a login that is taken")
        tally.equal(run(*db, "user", "add", "ai", "--role", "king").returncode, USAGE,
                    "a role that is none")
        tally.equal(run(*db, "user", "add", "ai", "--role", "commune", "--unit", "1").returncode,
                    REFUSED, "a unit that is none")
        tally.equal(run(*db, "user", "reset", "ai").returncode, REFUSED, "nobody to reset")
        new = ("--db", f"sqlite:{folder}/new.db")
        for _ in range(2):  # said again, it changes nothing
            must(*new, "import", "province")
        must(*new, "user", "add", "tinh", "--role", "province", "--unit", "38")
        too_high = run(*new, "user", "add", "xa.cao", "--role", "commune",
                       "--unit", "38")
        tally.check(too_high.returncode == REFUSED and "account.role.level" in too_high.stderr,
                    f"a commune's role over the province: {too_high.stderr}")
        must(*new, "user", "add", "kiemtoan", "--role", "auditor", "--unit", "38")
        listed = must_json(*db, "user", "list")
        tally.equal([(line["login"], line["has_password"]) for line in listed],
                    [("quantri", False)], "the list before the slip is spent")
        sign_in = {"login": "quantri", "password": PASSWORD}
        with lienthehe.serve(db[1]) as base:
            spend = {"login": "quantri", "slip": slip, "password": PASSWORD}
            tally.equal(post(base, "/api/v1/reset", spend)[0], 200, "the slip is spent")
            tally.equal(post(base, "/api/v1/reset", spend)[1], "slip.spent", "only once")
            status, _, cookies = post(base, "/api/v1/session", sign_in)
            tally.equal(status, 200, "the password opens a session")
            tally.check(cookies.count("__Host-lth") == 2, "two cookies")
            tally.equal(post(base, "/api/v1/accounts", {}, cookies)[1], "session.totp_needed",
                        "an administrator needs a second factor first")
            tally.equal(run(*db, "user", "code", "quantri").returncode, REFUSED,
                        "no code before it is set up")
            tally.equal(post(base, "/api/v1/totp", {}, cookies)[0], 200, "set-up begins")
            tally.equal(len(must(*db, "user", "code", "quantri").strip()), 6, "six digits")
            tally.equal(run(*db, "user", "disable", "quantri").returncode, OK, "disabled")
            tally.equal(post(base, "/api/v1/session", sign_in)[1], "sign_in.wrong",
                        "a disabled account is answered like a wrong password")
            must(*db, "user", "enable", "quantri")
            tally.equal(post(base, "/api/v1/session", sign_in)[0], 200, "enabled again")
            must(*db, "user", "reset", "quantri")
            tally.equal(post(base, "/api/v1/totp", {}, cookies)[1], "session.none",
                        "a reset ends the sessions")
    tally.finish()


if __name__ == "__main__":
    main()
