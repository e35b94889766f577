"""docs/guide/cli.md names every command and every exit code of the program."""

import os
import re
import subprocess
import sys

BINARY = os.environ["LTH_BINARY"]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def commands(*path):
    text = subprocess.run([BINARY, *path, "--help"], check=True, capture_output=True,
                          text=True).stdout
    listed = text.partition("Subcommands:\n")[2]
    return re.findall(r"^  ([a-z-]+)", listed, re.MULTILINE)


def main():
    with open(os.path.join(ROOT, "docs/guide/cli.md"), encoding="utf-8") as file:
        guide = file.read()
    with open(os.path.join(ROOT, "src/cli/command.hpp"), encoding="utf-8") as file:
        exits = re.findall(r"^    \w+ = (\d),", file.read(), re.MULTILINE)
    wanted = [f"`{name}" for name in commands()]
    own = ("undo", "list", "province")  # the others are kinds of sheets
    wanted += [f"`{name}`" for name in commands("import") if name not in own]
    wanted += [f"`import {name}" for name in own]
    wanted += [f"| {code} |" for code in exits]
    missing = [text for text in wanted if text not in guide]
    for text in missing:
        print(f"FAILED docs/guide/cli.md does not name {text}")
    print(f"{len(wanted) - len(missing)} passed, {len(missing)} failed")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
