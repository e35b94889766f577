"""How long the desk takes to take in a province: 800 clubs and 44,291 members from .xlsx files over
HTTP, each looked at and then written. `python3 bench/import_http.py`; the binary is LTH_BINARY or
that of build/release. Ends by itself; nothing is left behind."""
import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.parse
import zipfile
from xml.sax.saxutils import escape

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BINARY = os.environ.get("LTH_BINARY", os.path.join(ROOT, "build/release/lienthehe"))
CLUBS, MEMBERS, COMMUNES = 800, 44_291, 404
AS_OF = "2020-09-30"
PASSWORD = "Thuyền về bến sông Mã"


def workbook(rows):
    """An .xlsx of one sheet, every cell a text."""
    lines = []
    for row in rows:
        cells = "".join(f'<c t="inlineStr"><is><t>{escape(str(cell))}</t></is></c>' for cell in row)
        lines.append(f"<row>{cells}</row>")
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/"
    sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{sheet_type}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{sheet_type}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Bang" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}relationships">'
        f'<Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>'
        + "".join(lines)
        + "</sheetData></worksheet>",
    }
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
        file.seek(0)
        return file.read()


class Server:
    """A server over a database of its own, and an administrator who has signed in."""

    def __init__(self, folder):
        self.db = f"sqlite:{folder}/import.db"
        slip = json.loads(self.run("user", "add", "quan.tri", "--role", "administrator", "--json"))
        self.process = subprocess.Popen(
            [BINARY, "serve", "--db", self.db, "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = int(self.process.stdout.readline().rsplit(":", 1)[1].strip(" /\n"))
        self.cookie = ""
        self.ask("POST", "reset", {"login": "quan.tri", "slip": slip["slip"],
                                   "password": PASSWORD})
        self.ask("POST", "session", {"login": "quan.tri", "password": PASSWORD})
        self.ask("POST", "totp")
        self.ask("PUT", "totp", {"code": self.run("user", "code", "quan.tri").strip()})

    def run(self, *args):
        return subprocess.run([BINARY, *args, "--db", self.db], check=True, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

    def ask(self, method, path, body=None):
        file = isinstance(body, bytes)
        data = body if file or body is None else json.dumps(body).encode()
        headers = {"Sec-Fetch-Site": "same-origin", "Cookie": self.cookie,
                   "Content-Type": "application/octet-stream" if file else "application/json"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request(method, f"/api/v1/{path}", data, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        if answer.status >= 300:
            sys.exit(f"{method} {path}: {answer.status} {text}")
        if cookie := answer.getheader("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        return json.loads(text) if text else None

    def settled(self):
        while True:
            view = self.ask("GET", "imports/mine")
            if view["stage"] not in ("waiting", "reading", "writing"):
                return view
            time.sleep(0.1)


def take_in(server, kind, rows):
    content = workbook(rows)
    start = time.monotonic()
    query = urllib.parse.urlencode({"kind": kind, "name": f"{kind}.xlsx", "as_of": AS_OF})
    server.ask("POST", f"imports?{query}", content)
    looked = server.settled()
    if looked["stage"] != "ready":
        sys.exit(f"{kind}: {json.dumps(looked, ensure_ascii=False)[:2000]}")
    middle = time.monotonic()
    server.ask("POST", "imports/mine/write")
    if server.settled()["stage"] != "done":
        sys.exit(f"{kind}: not written")
    end = time.monotonic()
    print(f"{kind}: {len(rows) - 1} rows, {len(content) / 1e6:.1f} MB, looked at in "
          f"{middle - start:.1f} s, written in {end - middle:.1f} s", flush=True)
    return end - start


def main():
    with tempfile.TemporaryDirectory(prefix="lienthehe-import.") as folder:
        server = Server(folder)
        try:
            one = [["Tên CLB"], ["CLB đầu tiên"]]
            take_in(server, "register", one)  # founds the books of the province
            units = json.loads(server.run("units", "--json", "--as-of", "2020-11-01"))["units"]
            by_code = {unit["code"]: unit for unit in units}
            communes = [unit for unit in units if unit["level"] == "commune"][:COMMUNES]
            register = [["Huyện", "Xã", "Khu dân cư", "Tên CLB", "Ngày ra mắt"]]
            members = [["Câu lạc bộ", "Họ và tên", "Năm sinh", "Giới tính", "Ngày vào"]]
            for i in range(CLUBS):
                commune = communes[i % COMMUNES]
                name = f"CLB {commune['code']} {i // COMMUNES + 1}"  # two communes share a name
                register.append([by_code[commune["parent"]]["name"], commune["name"],
                                 f"Thôn {i // COMMUNES + 1}", name, "12/05/2018"])
                for n in range(MEMBERS // CLUBS + (1 if i < MEMBERS % CLUBS else 0)):
                    members.append([name, f"Hội viên {i} {n}", 1940 + n % 40,
                                    "Nữ" if n % 3 else "Nam", "12/05/2018"])
            total = take_in(server, "register", register) + take_in(server, "members", members)
            held = json.loads(server.run("status", "--json"))["measures"]["members"]
            if held != MEMBERS:
                sys.exit(f"{held} members in the books")
            print(f"together {total:.1f} s (wanted: under 30 s on two cores)")
        finally:
            server.process.terminate()
            server.process.wait()


main()
