#!/usr/bin/env python3
"""The rules of the house that a machine can check. Ends with "N passed, M failed".

One check is one rule over the whole repository; a broken rule lists every place.
"""

import pathlib
import re
import subprocess
import sys

import cpp_scan

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAX_COLUMNS = 100
MAX_FILE_LINES = 500
MAX_FUNCTION_LINES = 70
MAX_PARAMETERS = 6
CODE = {".cpp", ".hpp", ".py", ".mjs", ".ts", ".svelte", ".css", ".sql", ".cmake", ".sh", ""}

# What core must not know. The reason is what a reader of the failure needs.
IMPURE = [
    (r"\b(system|steady|high_resolution|utc)_clock\b|\btime\s*\(|<ctime>", "clock"),
    (r"<(iostream|fstream|sstream|ostream|istream|cstdio|filesystem|print)>", "I/O"),
    (r"\b(f|s|sn)?printf\s*\(|\bstd::c(out|err|in)\b|\bf(open|read|write)\s*\(|\bgetenv\b", "I/O"),
    (r"\b(float|double)\b|<cmath>|(?<![\w.\"])\d+\.\d+", "floating point"),
    (r"\bthrow\b|\btry\s*\{|\bcatch\s*\(", "exception"),
    (r"<(locale|clocale|cctype|cwctype)>|\bstd::locale\b|\bsetlocale\b", "locale"),
    (r"\bstd::(tolower|toupper|isalpha|isdigit|isalnum|isspace|isupper|islower)\b", "locale"),
    (r"<(thread|mutex|atomic|future|condition_variable|shared_mutex)>|\bthread_local\b", "thread"),
    (r"<random>|\brand\s*\(|\brandom_device\b", "randomness"),
]
# The native SHA-256 keeps one OpenSSL context a thread; it is not part of the WASM core.
MAY_BE_IMPURE = {"src/core/sha256_openssl.cpp": {"thread"}}

SQL = re.compile(
    r"\b(SELECT\b.*\bFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|"
    r"(CREATE|ALTER|DROP)\s+(TABLE|INDEX|VIEW))\b",
    re.DOTALL,
)


def tracked() -> list[pathlib.Path]:
    """Files of the repository, those not yet added included."""
    # The folder may belong to somebody else, in a container for example.
    command = ["git", "-c", "safe.directory=*", "ls-files"]
    command += ["--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in names.splitlines() if (ROOT / name).is_file()]


FILES = tracked()
TEXT = {}
for _path in FILES:
    try:
        TEXT[_path.relative_to(ROOT).as_posix()] = _path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        pass  # a picture or a corpus
CODE_FILES = {
    name: text
    for name, text in TEXT.items()
    if pathlib.PurePath(name).suffix in CODE
    and not name.startswith("tests/fuzz/corpus/")
    and (pathlib.PurePath(name).suffix or text.startswith("#!"))
}
CPP = {name: text for name, text in CODE_FILES.items() if name.endswith((".cpp", ".hpp"))}
SOURCES = {name: text for name, text in CPP.items() if name.startswith("src/")}
CORE = {name: text for name, text in SOURCES.items() if name.startswith("src/core/")}
FUNCTIONS = [(name, f) for name, text in CPP.items() for f in cpp_scan.functions(text)]


def find(files: dict[str, str], pattern: str | re.Pattern, what: str) -> list[str]:
    return [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {what}: {match.group(0).strip()}"
        for name, text in files.items()
        for match in re.finditer(pattern, text)
    ]


def layers() -> dict[str, set[str]]:
    """What each folder of src/ may include, from the table that CMake links by."""
    allowed: dict[str, set[str]] = {}
    for line in (ROOT / "cmake/layers.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if "=" in line:
            name, below = line.split("=")
            allowed[name.strip()] = set(below.split())
            continue
        below = {name for name in allowed}
        for name in line.split():
            allowed[name] = below
    return allowed


def check_includes_follow_the_layers():
    allowed = layers()
    for name, text in SOURCES.items():
        parts = pathlib.PurePath(name).parts
        folder = parts[1] if len(parts) > 2 else "main"
        if folder not in allowed:
            yield f"{name}: the folder {folder} is not in cmake/layers.txt"
            continue
        for number, line in enumerate(text.splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*"(([a-z_0-9]+)/[^"]*)"', line)
            if not match or match[2] in (folder, "embedded"):
                continue
            if match[2] not in allowed[folder]:
                yield f"{name}:{number}: {folder} may not include {match[1]}"


def check_includes_name_the_folder():
    yield from find(SOURCES, r'#\s*include\s*"[^/"]*"|#\s*include\s*"\.\.', "not from src/")


def check_file_length():
    for name, text in CODE_FILES.items():
        if (lines := text.count("\n")) > MAX_FILE_LINES:
            yield f"{name}: {lines} lines, at most {MAX_FILE_LINES}"


def check_line_length():
    for name, text in CODE_FILES.items():
        for number, line in enumerate(text.splitlines(), 1):
            if len(line) > MAX_COLUMNS:
                yield f"{name}:{number}: {len(line)} columns, at most {MAX_COLUMNS}"


def check_function_length():
    for name, f in FUNCTIONS:
        if f.lines and f.lines > MAX_FUNCTION_LINES:
            yield f"{name}:{f.line}: {f.name} has {f.lines} lines, at most {MAX_FUNCTION_LINES}"


def check_parameter_count():
    for name, f in FUNCTIONS:
        if len(f.parameters) > MAX_PARAMETERS:
            yield f"{name}:{f.line}: {f.name} has {len(f.parameters)} parameters"


def check_no_boolean_parameters():
    """A call f(x, true) says nothing; where the bool itself is the matter, it is called value."""
    for name, f in FUNCTIONS:
        flags = [p for p in f.parameters if p[0] == "bool" and "&" not in p and p[-1] != "value"]
        if name.startswith("src/") and flags:
            yield f"{name}:{f.line}: {f.name} takes a bare bool"


def check_core_is_pure():
    for name, text in CORE.items():
        code = cpp_scan.strip(text)
        for pattern, what in IMPURE:
            if what not in MAY_BE_IMPURE.get(name, set()):
                yield from find({name: code}, pattern, what)


def check_core_iterates_in_order():
    """The order of an unordered container differs between libraries, so core never walks one."""
    for name, text in CORE.items():
        code = cpp_scan.strip(text)
        own = re.findall(r"unordered_(?:map|set)<[^;{}()]*>\s+(\w+)\s*[;{=]", code)
        for variable in set(own):
            walk = rf":\s*(?:\w+(?:\.|->))*{variable}\s*\)|\b{variable}\.begin\(\)"
            yield from find({name: code}, walk, "walks an unordered container")


# Fills the few places of sql/ in which the engines' grammars differ: types and partitions.
DIALECT = "src/store/dialect.cpp"


def check_sql_stands_in_sql():
    for name, text in SOURCES.items():
        if name == DIALECT:
            continue
        for line, literal in cpp_scan.string_literals(text):
            if SQL.search(literal):
                yield f"{name}:{line}: SQL in a string"


def check_no_select_star():
    for name, text in TEXT.items():
        if name.endswith(".sql"):
            code = {name: re.sub(r"--[^\n]*", "", text)}
            yield from find(code, r"(?i)select\s+(distinct\s+)?(\w+\.)?\*", "names no column")


def check_tests_run_always_and_never_sleep():
    tests = {
        name: cpp_scan.strip_comments(text)
        for name, text in CPP.items()
        if name.startswith("tests/")
    }
    yield from find(tests, r"\bGTEST_SKIP\b|\bDISABLED_\w*", "skipped test")
    yield from find(tests, r"\bsleep_(for|until)\b|\bu?sleep\s*\(", "sleep")


def check_headers_open_with_a_comment():
    for name, text in CPP.items():
        if name.endswith(".hpp") and not text.startswith("//"):
            yield f"{name}: the first line says what the header is responsible for"
        if name.endswith(".hpp") and "#pragma once" not in text:
            yield f"{name}: #pragma once is missing"


def check_names():
    code = {name: cpp_scan.strip(text) for name, text in SOURCES.items()}
    vague = r"\b(?:class|struct|namespace)\s+\w*(?:Manager|Helper|Utils?|utils?)\b"
    yield from find(code, vague, "says nothing")
    for name in TEXT:
        if re.search(r"(^|/)utils?(/|\.)", name):
            yield f"{name}: a place called util collects everything"


def check_namespace_is_the_folder():
    for name, text in SOURCES.items():
        if name == "src/wasm/platform.cpp":
            continue  # it supplies what core only declares
        parts = pathlib.PurePath(name).parts
        found = re.findall(r"^(?:inline )?namespace (lth[\w:]*)", text, re.MULTILINE)
        for namespace in found:
            if len(parts) > 2 and not (namespace + "::").startswith(f"lth::{parts[1]}::"):
                yield f"{name}: namespace {namespace} in folder {parts[1]}"


def check_no_machine_paths():
    texts = {name: text for name, text in TEXT.items() if name != "tests/style/style_test.py"}
    yield from find(texts, r"(?<![\w.])/(?:work|root|home)/\w+", "path of one machine")


def main() -> int:
    passed = failed = 0
    for check in [value for key, value in globals().items() if key.startswith("check_")]:
        broken = sorted(set(check()))
        title = check.__name__.removeprefix("check_").replace("_", " ")
        print(f"{'FAILED' if broken else 'ok':6} {title}")
        for place in broken:
            print(f"       {place}")
        passed += not broken
        failed += bool(broken)
    print(f"{passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
