#!/usr/bin/env python3
"""docs/security.md names files and tests that are there, and the app inserts no raw HTML."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs/security.md"
FOLDERS = ("src/", "tests/", "web/", "sql/", "docs/", "api/", "bench/", "cmake/")
CHAPTERS = range(1, 18)


def named(text):
    """Each file in back quotes, with the names in the brackets that follow it."""
    for match in re.finditer(r"`([\w./-]+)`(?: \(([\w, ]+)\))?", text):
        path = match[1]
        if path.startswith(FOLDERS) or (ROOT / path).is_file():
            names = re.findall(r"\w+", match[2] or "")
            yield path, [name for name in names if re.fullmatch(r"[A-Z]\w+|check_\w+", name)]


def main():
    text = DOCUMENT.read_text(encoding="utf-8")
    broken, seen = [], 0
    for path, names in named(text):
        seen += 1
        if not (ROOT / path).exists():
            broken.append(f"no such file: {path}")
            continue
        content = (ROOT / path).read_text(encoding="utf-8") if names else ""
        broken += [f"{path} has no {name}" for name in names
                   if not re.search(rf"\b{name}\b", content)]
    for chapter in CHAPTERS:
        if not re.search(rf"\bV{chapter}\b", text):
            broken.append(f"nothing is said of V{chapter}")
    if seen < 50:
        broken.append(f"only {seen} files are named")
    files = subprocess.run(["git", "-c", "safe.directory=*", "ls-files", "web/*.svelte"], cwd=ROOT,
                           check=True, capture_output=True, text=True).stdout.split()
    broken += [f"{file}: raw HTML" for file in files
               if "{@html" in (ROOT / file).read_text(encoding="utf-8")]
    for line in broken:
        print(f"FAILED {line}")
    print(f"{seen + len(files) - len(broken)} passed, {len(broken)} failed")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
