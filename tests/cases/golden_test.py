"""The province of September 2020 asked three ways: command line, API, and by clicking through."""

import collections
import html.parser
import json
import pathlib
import tempfile
import urllib.parse

from lienthehe import Tally, get, make_demo, must, must_json, serve

GOLDEN = json.loads((pathlib.Path(__file__).parent / "baseline.json").read_text(encoding="utf-8"))
DATES = {"as_of": GOLDEN["as_of"], "units_as_of": GOLDEN["units_as_of"]}
# Pages that are looked at beyond the way down: what they link to must answer.
PAGES = 150


def options(dates):
    return [word for name, date in dates.items()
            for word in ("--" + name.replace("_", "-"), date)]


def without_clock(standing):
    return {name: value for name, value in standing.items() if name != "known_at"}


# ---- Command line

def check_measures(tally, standing, where):
    for name, expected in GOLDEN["measures"].items():
        tally.equal(standing["measures"][name], expected, f"{where} {name}")
    targets = {target["id"]: target for target in standing["targets"]}
    for target, fields in GOLDEN["targets"].items():
        for field, expected in fields.items():
            tally.equal(targets[target][field], expected, f"{where} {target} {field}")
    for field in ("as_of", "units_as_of", "scheme"):
        tally.equal(standing[field], GOLDEN[field], f"{where} {field}")
    ids = ["T1", "T2a", "T2b", "T3", "T4", "T5", "T6", "T7", "T8a", "T8b", "T9a", "T9b", "T10",
           "T11a", "T11b", "T11c", "T11d", "T11e", "T12", "T13a", "T13b", "T13c"]
    tally.equal([target["id"] for target in standing["targets"]], ids, f"{where} ids")


def check_missing(tally, standing, where):
    """A target names what it lacks: as many communes as are not reached."""
    measures = standing["measures"]
    lacking = next(t for t in standing["targets"] if t["id"] == "T3")["missing"]
    communes = [each for each in lacking if each["kind"] == "commune"]
    tally.equal(len(communes), measures["communes"] - measures["communes_covered"],
                f"{where} communes missing by name")
    tally.check(all(each["id"] and each["name"] for each in communes), f"{where} names")


def check_names(tally, standing, where):
    """Nobody takes one place or club for another of its name."""
    for target in standing["targets"]:
        times = collections.Counter(each["name"] for each in target["missing"])
        twice = [name for name, count in times.items() if count > 1][:3]
        tally.equal(twice, [], f"{where} {target['id']} names borne twice")


def check_units(tally, db):
    found = must_json("--db", db, "units", "--as-of", GOLDEN["units_as_of"])
    levels = [unit["level"] for unit in found["units"]]
    for level, count in GOLDEN["units"].items():
        tally.equal(levels.count(level), count, f"units {level}")
    for level, count in found["counts"].items():
        tally.equal(count, GOLDEN["units"][level], f"units counts {level}")
    after = must_json("--db", db, "units", "--as-of", "2025-07-01")["counts"]
    tally.equal((after.get("commune"), after.get("district", 0)), (166, 0), "units of the reform")


def check_text(tally, db):
    text = must("--db", db, "status", *options(DATES))
    for figure in ("44.291", "31.000", "404"):
        tally.check(figure in text, f"text form shows {figure}")
    tally.check("MÔ PHỎNG" in text, "text form says that it is simulated")
    national = must("--db", db, "status", *options(DATES), "--scheme", "vietnam-1648")
    tally.check("Chỉ tiêu cả nước; sổ sách ở đây chỉ có tỉnh này." in national,
                "text form says whose goals they are")
    tally.check("chỉ tiêu cả nước 12.000" in national, "text form shows the country's goal")
    tally.check("ĐẠT" not in national, "text form does not judge the country's goal")


# ---- API

def api(base, path, **parameters):
    answer = get(f"{base}/api/v1/{path}?{urllib.parse.urlencode(parameters)}")
    return answer.json() if answer.status == 200 else {}


def check_api(tally, base, db):
    for dates in (DATES, {"as_of": "2020-12-31"}, {"as_of": "2020-12-31",
                                                    "units_as_of": "2025-07-01"}):
        told = must_json("--db", db, "status", *options(dates))
        answered = api(base, "status", **dates)
        tally.equal(without_clock(answered), without_clock(told), f"status {dates}")
        check_names(tally, answered, f"status {dates}")
        t4 = next(target for target in answered["targets"] if target["id"] == "T4")
        rest = api(base, "status/missing", target="T4", offset=500, **dates)
        tally.equal((rest["total"], rest["missing"]),
                    (t4["missing_total"], t4["missing"][500:1000]), f"missing villages {dates}")
    check_measures(tally, api(base, "status", **DATES), "API")
    tally.equal(api(base, "units", as_of=GOLDEN["units_as_of"]),
                must_json("--db", db, "units", "--as-of", GOLDEN["units_as_of"]), "API units")
    some = api(base, "clubs", limit=500, **DATES)
    more = api(base, "clubs", limit=500, offset=500, **DATES)
    clubs = some["clubs"] + more["clubs"]
    tally.equal(some["total"], GOLDEN["measures"]["clubs_active"], "API total of clubs")
    tally.equal(len({club["id"] for club in clubs}), some["total"], "API lists each club once")
    tally.equal(sum(club["members"] for club in clubs), GOLDEN["measures"]["members"],
                "members summed over the API's clubs")
    # Claims are held against the map of their own day unless another is asked for.
    for parameters in (DATES, {}, {"scheme": "vietnam-1648"}, {"scheme": "vietnam-1336"}):
        claims = get(f"{base}/api/v1/claims?{urllib.parse.urlencode(parameters)}").json()
        wrong = [claim["measure"] for claim in claims if claim["holds"] is False]
        tally.equal(wrong, GOLDEN["claims_that_do_not_hold"], f"claims of documents {parameters}")
        open_claims = [claim["measure"] for claim in claims if claim["holds"] is None]
        tally.equal(open_claims, ["members_hardship_share"], f"claims left open {parameters}")


# ---- Pages

class Page(html.parser.HTMLParser):
    """Links, rows of tables by their cells' labels, and terms of lists, as a reader sees them."""

    def __init__(self, answer):
        super().__init__()
        self.links, self.rows, self.facts = [], [], {}
        self._path, self._text, self._term, self._label = [], "", "", None
        self.feed(answer.text)
        self.url = answer.url

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "a":
            self.links.append(attributes["href"])
        if tag == "tr":
            self.rows.append({})
        if tag in ("th", "td", "dt", "dd"):
            self._text, self._label = "", attributes.get("data-label", tag)
        if tag == "a" and self._label == "th" and self.rows:
            self.rows[-1]["href"] = attributes["href"]

    def handle_data(self, data):
        self._text += data

    def handle_endtag(self, tag):
        text = self._text.strip()
        if tag in ("th", "td") and self.rows:
            self.rows[-1][self._label] = text
            self._label = None
        if tag == "dt":
            self._term = text
        if tag == "dd":
            self.facts[self._term] = text

    def link(self, part):
        """The first address that leads there."""
        return next(link for link in self.links if part in link)


class Visit:
    def __init__(self, tally, base):
        self.tally, self.base, self.seen = tally, base, set()

    def page(self, link):
        url = urllib.parse.urljoin(self.base + "/", link)
        answer = get(url)
        self.seen.add(url)
        self.tally.equal(answer.status, 200, f"page {link}")
        self.tally.check("MÔ PHỎNG" in answer.text or "SIMULATED" in answer.text,
                         f"{link} says that it is simulated")
        return Page(answer)

    def check_links(self, start):
        """Whatever a page leads to answers, breadth first from where the way began."""
        queue, looked = [urllib.parse.urljoin(self.base, link) for link in start.links], 0
        while queue and looked < PAGES:
            url = queue.pop(0).split("#")[0]
            if url in self.seen or not url.startswith(self.base):
                continue
            self.seen.add(url)
            looked += 1
            answer = get(url)
            self.tally.equal(answer.status, 200, f"link {url}")
            if answer.kind == "text/html":
                found = [urllib.parse.urljoin(url, link) for link in Page(answer).links]
                # One or two of each page, so that every kind of page is reached.
                queue += found[:: max(1, len(found) // 8)]


def number(text):
    """Of "1.234" or "54 (khung 50–70)"."""
    return int(text.split(" (")[0].replace(".", "").replace("\u00a0", ""))


def check_way_down(tally, base):
    """From / to a unit, a commune, a club, its book, an entry, by the links alone."""
    visit = Visit(tally, base)
    home = visit.page("/")
    tally.check(f"as_of={DATES['as_of']}" in home.url, "home opens on the baseline")
    province = visit.page(home.link("/units?"))
    districts = [row for row in province.rows if "CLB hoạt động" in row]
    tally.equal(len(districts), GOLDEN["measures"]["districts"], "districts on the page")
    tally.equal(sum(number(row["Thành viên"]) for row in districts),
                GOLDEN["measures"]["members"], "members summed over the page's districts")
    district = visit.page(districts[0]["href"])
    communes = [row for row in district.rows if "CLB hoạt động" in row]
    tally.equal(sum(number(row["CLB hoạt động"]) for row in communes),
                number(districts[0]["CLB hoạt động"]), "clubs summed over a district's communes")
    row = next(row for row in communes if number(row["CLB hoạt động"]) > 0)
    commune = visit.page(row["href"])
    clubs = [club for club in commune.rows if "/clubs/" in club.get("href", "")]
    tally.equal(len(clubs), number(row["CLB hoạt động"]), "clubs on a commune's page")
    tally.equal(sum(number(club["Thành viên"]) for club in clubs), number(row["Thành viên"]),
                "members summed over a commune's clubs")
    club = visit.page(clubs[0]["href"])
    members = number(clubs[0]["Thành viên"])
    tally.equal(number(club.facts["Thành viên"]), members, "members on the club's page")
    identity = urllib.parse.urlsplit(clubs[0]["href"]).path.split("/")[-1]
    told = api(base, f"clubs/{identity}", **DATES)
    tally.equal(told["members"], members, "members of the club by the API")
    book = visit.page(club.link("/books/"))
    entry = visit.page(book.link(f"/books/{identity}/"))
    tally.check(any(identity in link for link in entry.links), "an entry leads back to its book")
    entries = api(base, f"books/{identity}/entries")
    tally.equal(entries["entries"][0]["seal"]["seq"] if "seal" in entries["entries"][0] else
                entries["entries"][0]["seq"], 1, "the book by the API begins at 1")
    tally.check(not any('"text"' in json.dumps(each) for each in entries["entries"]),
                "no private text leaves by the API")
    visit.check_links(home)


# ---- Requests that make no sense

def check_wrong_requests(tally, base):
    for path, status, rule in (
            ("/api/v1/status?as_of=2020-02-30", 400, "question.date.malformed"),
            ("/api/v1/status?known_at=later", 400, "question.time.malformed"),
            ("/api/v1/status?known_at=9223372036854775807", 400, "question.time.malformed"),
            ("/api/v1/status?unit=99999", 404, "question.unit.unknown"),
            ("/api/v1/status?scheme=none", 404, "question.scheme.unknown"),
            ("/api/v1/status?colour=red", 400, "http.parameter.unknown"),
            ("/api/v1/status/missing?target=T99", 400, "question.choice.unknown"),
            ("/api/v1/status/missing?target=T4&limit=501", 400, "question.number.malformed"),
            ("/api/v1/clubs?limit=501", 400, "question.number.malformed"),
            ("/api/v1/clubs/x", 404, "question.club.unknown"),
            ("/api/v1/nothing", 404, "http.path.unknown")):
        answer = get(base + path)
        tally.equal(answer.status, status, path)
        problem = answer.json()
        tally.check(problem["rule"].startswith(rule.split(".")[0]), f"{path} {problem['rule']}")
        if rule != "question.club.unknown":
            tally.equal(problem["rule"], rule, path)
        for language in ("message", "message_en"):
            tally.check(problem[language] and "{" not in problem[language],
                        f"{path} {problem[language]}")
    for path, status in (("/units/99999", 404), ("/clubs/x", 404), ("/standing?as_of=x", 400),
                         ("/nowhere", 404), ("/standing?unit=%3Cscript%3E", 404)):
        answer = get(base + path)
        tally.equal(answer.status, status, path)
        tally.check('role="alert"' in answer.text and "<script" not in answer.text, path)
    # An address that cannot be read has no page to answer for it: one sentence as text.
    twice = get(base + "/api/v1/status?unit=1&unit=2")
    tally.equal((twice.status, twice.kind), (400, "text/plain"), "a parameter twice")
    tally.equal(get(base + "/healthz").status, 200, "healthz")
    tally.check("http" in get(base + "/metrics").text, "metrics")


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        db = make_demo(folder, "2020-12-31")
        standing = must_json("--db", db, "status", *options(DATES))
        check_measures(tally, standing, "CLI")
        check_missing(tally, standing, "CLI")
        check_units(tally, db)
        check_text(tally, db)
        with serve(db) as base:
            check_api(tally, base, db)
            check_way_down(tally, base)
            check_wrong_requests(tally, base)
    tally.finish()


if __name__ == "__main__":
    main()
