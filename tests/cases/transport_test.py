"""The program's own TLS from the command line, what its answers say to browsers, and that no page
sends anybody to a third party."""

import pathlib
import re
import signal
import ssl
import subprocess
import tempfile
import urllib.request

from fault_test import one_sentence
from lienthehe import BINARY, REFUSED, USAGE, Tally, get, make_demo, run, serve

ROOT = pathlib.Path(__file__).resolve().parents[2]
WEB = ROOT / "build/web"
# Names of XML vocabularies: nothing is fetched from them.
NAMES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink",
         "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML",
         "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/")
# What an error message of a library names, for people to read.
READ_BY_PEOPLE = ("https://svelte.dev/e/",)


def make_certificate(folder):
    files = [f"{folder}/cert.pem", f"{folder}/key.pem"]
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                    "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=IP:127.0.0.1", "-out", files[0], "-keyout",
                    files[1]], check=True, capture_output=True)
    return files


def check_command_line(tally, db, certificate, key):
    for arguments, code, said in (
            (("--tls-cert", certificate), USAGE, "--tls-key"),
            (("--tls-key", key), USAGE, "--tls-cert"),
            (("--tls-cert", "none.pem", "--tls-key", key), REFUSED, "none.pem"),
            (("--tls-cert", certificate, "--tls-key", certificate), REFUSED, certificate),
            (("--trusted-proxy", "proxy.example"), REFUSED, "proxy.example")):
        done = run("--db", db, "serve", "--listen", "127.0.0.1:0", *arguments)
        tally.check(said in done.stderr, f"{arguments} names {said}: {done.stderr}")
        if code == REFUSED:
            one_sentence(tally, done, code, arguments)
        else:
            tally.equal(done.returncode, code, f"exit code: {arguments}")


def check_tls(tally, db, certificate, key):
    arguments = [BINARY, "--db", db, "serve", "--listen", "127.0.0.1:0", "--tls-cert", certificate,
                 "--tls-key", key]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True) as server:
        address = server.stdout.readline().split()[-1]
        tally.check(address.startswith("https://127.0.0.1:"), f"opens https: {address}")
        trusting = ssl.create_default_context(cafile=certificate)
        with urllib.request.urlopen(address, context=trusting) as answer:
            tally.equal(answer.status, 200, "the home page over TLS")
            tally.equal(answer.headers["Strict-Transport-Security"], "max-age=31536000", "HSTS")
        server.send_signal(signal.SIGHUP)
        for line in server.stderr:
            if "certificate read again" in line:
                break
        tally.check("certificate read again" in line, "SIGHUP reads the certificate again")
        with urllib.request.urlopen(address, context=trusting) as answer:
            tally.equal(answer.status, 200, "the home page after it")
        server.terminate()
        server.stderr.read()


def check_headers(tally, address):
    for path in ("/", "/standing", "/nowhere", "/club", "/healthz", "/api/v1/units",
                 "/api/v1/nowhere"):
        try:
            answer = urllib.request.urlopen(address + path)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            said = answer.headers
            policy = said["Content-Security-Policy"]
            for part in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"):
                tally.check(part in policy, f"{path}: {part} in {policy}")
            for word in ("unsafe-inline", "unsafe-eval'", "http:", "https:", "*", "data:"):
                allowed = word == "unsafe-eval'" and path == "/club"
                tally.check(allowed or word not in policy.replace("'wasm-unsafe-eval'", ""),
                            f"{path}: no {word} in {policy}")
            tally.equal("wasm-unsafe-eval" in policy, path == "/club", f"{path}: WebAssembly")
            camera = "camera=(self)" if path == "/club" else "camera=()"
            tally.check(camera in said["Permissions-Policy"], f"{path}: {camera}")
            for name, value in (("X-Content-Type-Options", "nosniff"),
                                ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
                                ("Cross-Origin-Opener-Policy", "same-origin"),
                                ("Cross-Origin-Resource-Policy", "same-origin"),
                                ("Strict-Transport-Security", None), ("Server", None)):
                tally.equal(said[name], value, f"{path}: {name}")


def third_parties(text):
    for name in NAMES + READ_BY_PEOPLE:
        text = text.replace(name, "")
    return re.findall(r"(?:https?:|wss?:)//[^\s\"'`<>)]+|(?:src|href|action)=[\"']//[^\"']+", text)


def check_pages(tally, address, db):
    seen, wanted = set(), ["/", "/?lang=en"]
    most = 120  # every kind of page, and some of each
    while wanted and len(seen) < most:
        path = wanted.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = get(address + path)
        tally.equal(third_parties(answer.text), [], f"addresses in {path}")
        links = re.findall(r"(?:src|href|action)=\"(/[^\"]*)\"", answer.text)
        wanted += [link.replace("&amp;", "&") for link in links]
    tally.check(len(seen) > 30, f"pages were seen: {len(seen)}")
    for file in sorted(WEB.rglob("*")):
        if file.suffix in (".html", ".js", ".css", ".svg", ".webmanifest"):
            found = third_parties(file.read_text(encoding="utf-8"))
            tally.equal(found, [], f"addresses in {file.name}")
    tally.check((WEB / "club.html").is_file(), "the app is built")


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        certificate, key = make_certificate(folder)
        empty = f"sqlite:{folder}/empty.db"
        check_command_line(tally, empty, certificate, key)
        check_tls(tally, empty, certificate, key)
        db = make_demo(folder, "2020-10-31")
        with serve(db) as address:
            check_headers(tally, address)
            check_pages(tally, address, db)
    tally.finish()


if __name__ == "__main__":
    main()
