"""Reads C++ just well enough to find functions, their length and their parameters.

Comments, strings and preprocessor lines are blanked first (line numbers stay), then braces are
matched. Only braces in a namespace or a type are classified; what is inside a function belongs
to that function, lambdas included.
"""

import dataclasses
import re

# A blanked piece keeps its line breaks, so that every token knows its line.
_BLANK = re.compile(
    r"""
      R"(?P<tag>[^\s()\\]{0,16})\((?:.|\n)*?\)(?P=tag)"   # raw string
    | //[^\n]*
    | /\*(?:.|\n)*?\*/
    | "(?:\\.|[^"\\\n])*"
    | (?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'                 # not the digit separator of 1'000
    """,
    re.VERBOSE,
)
_PREPROCESSOR = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
_TOKEN = re.compile(r"[A-Za-z_]\w*|::|->|<=>|[<>=!]=|&&|\|\||\d[\w.']*|\S")
_MACRO = re.compile(r"[A-Z][A-Z0-9_]+")
_NOT_A_NAME = {"noexcept", "explicit", "decltype", "alignas", "requires", "sizeof", "return"}


@dataclasses.dataclass
class Function:
    name: str
    line: int
    lines: int | None  # nothing for a declaration
    parameters: list[list[str]]


def _blank(match: re.Match) -> str:
    text = match.group(0)
    filler = '""' if text[0] in "\"'R" else " "
    return filler + "\n" * text.count("\n")


def strip(text: str) -> str:
    """The code without comments and the contents of strings."""
    return _BLANK.sub(_blank, text)


def strip_comments(text: str) -> str:
    return _BLANK.sub(lambda m: _blank(m) if m.group(0)[0] == "/" else m.group(0), text)


def string_literals(text: str) -> list[tuple[int, str]]:
    """(line, literal) of every string."""
    return [
        (text.count("\n", 0, match.start()) + 1, match.group(0))
        for match in _BLANK.finditer(text)
        if match.group(0)[0] in '"R'
    ]


def _tokens(text: str) -> list[tuple[str, int]]:
    code = _PREPROCESSOR.sub(lambda m: "\n" * m.group(0).count("\n"), strip(text))
    tokens, line, at = [], 1, 0
    for match in _TOKEN.finditer(code):
        line += code.count("\n", at, match.start())
        at = match.start()
        tokens.append((match.group(0), line))
    return tokens


def _groups(head: list[str]) -> list[tuple[str, list[str], int]]:
    """(name before it, tokens inside, end) of every top-level parenthesis of a declaration."""
    groups, depth, start = [], 0, 0
    for i, token in enumerate(head):
        if token == "(":
            if depth == 0:
                start = i
            depth += 1
        elif token == ")":
            depth -= 1
            if depth == 0:
                name = head[start - 1] if start else ""
                groups.append((name, head[start + 1 : i], i))
    return groups


def _split(inside: list[str]) -> list[list[str]]:
    """Parameters of a list: split at commas outside every bracket."""
    parts, depth = [[]], 0
    for token in inside:
        if token in "([{<":
            depth += 1
        elif token in ")]}>":
            depth -= 1
        if token == "," and depth == 0:
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part and part != ["void"]]


def _without_template(head: list[str]) -> list[str]:
    while head and head[0] == "template":
        depth = 0
        for i, token in enumerate(head):
            depth += (token == "<") - (token == ">")
            if token == ">" and depth == 0:
                head = head[i + 1 :]
                break
        else:
            return []
    return head


def _signature(head: list[str]) -> tuple[str, list[list[str]], int] | None:
    """Name, parameters and end of the parameter list, if the declaration is a function's."""
    if "operator" in head:
        at = head.index("operator")
        symbol_ends = at + 3 if head[at + 1 : at + 3] == ["(", ")"] else at + 1
        for name, inside, end in _groups(head[symbol_ends:]):
            return "operator" + (name if not name.isidentifier() else ""), _split(inside), end
        return None
    groups = [g for g in _groups(head) if g[0] not in _NOT_A_NAME]
    for name, inside, end in groups:
        if (name.isidentifier() and not _MACRO.fullmatch(name)) or name == "]":
            return name if name != "]" else "lambda", _split(inside), end
    if groups and groups[0][0].isidentifier():
        return groups[0][0], [], groups[-1][2]  # TEST(Suite, Name): not a parameter list
    return None


def _assigns(head: list[str]) -> bool:
    depth = 0
    for i, token in enumerate(head):
        depth += (token in "([") - (token in ")]")
        if token == "=" and depth == 0 and (i == 0 or head[i - 1] != "operator"):
            return not ("[" in head[i:] and head[-1] != "=")
    return False


def _kind(head: list[str]) -> str:
    head = _without_template(head)
    if "namespace" in head or head[:1] == ["extern"] and "(" not in head:
        return "scope"
    if "enum" in head:
        return "other"
    if head and head[0] not in ("auto", "void") and {"class", "struct", "union"} & set(head):
        if not _signature([t for t in head if t not in ("alignas",)]) or "(" not in head:
            return "scope"
        if _MACRO.fullmatch(_signature(head)[0]):
            return "scope"
    if _assigns(head):
        return "other"
    signature = _signature(head)
    if not signature:
        return "other"
    after = head[signature[2] + 1 :]
    if ":" in after and (head[-1].isidentifier() or head[-1] == ">"):
        return "initializer"  # the brace of `: member{value}`
    return "function"


def _is_macro_call(words: list[str]) -> bool:
    groups = _groups(words)
    return len(groups) == 1 and groups[0][2] == len(words) - 1 and bool(_MACRO.fullmatch(words[0]))


def _declaration(head: list[tuple[str, int]]) -> Function | None:
    words = _without_template([word for word, _ in head])
    signature = _signature(words)
    if not signature or words[0] in ("using", "static_assert") or _assigns(words):
        return None
    return Function(signature[0], head[0][1], None, signature[1])


def functions(text: str) -> list[Function]:
    """Every function at namespace or class level, defined or declared."""
    found: list[Function] = []
    kinds = ["scope"]  # of the open braces
    outer: list[tuple[list, int]] = []  # the unfinished declaration around each of them
    head: list[tuple[str, int]] = []  # the declaration being read: (token, line)
    parens = 0
    for token, line in _tokens(text):
        in_scope = kinds[-1] == "scope"
        if token == "{":
            kinds.append(_kind([word for word, _ in head]) if in_scope and not parens else "other")
            outer.append((head, parens))
            head, parens = [], 0
        elif token == "}":
            if not outer:
                continue
            kind = kinds.pop()
            head, parens = outer.pop()
            if kind == "function":
                function = _declaration(head)
                function.lines = line - function.line + 1
                found.append(function)
            head = [] if kind in ("function", "scope") else [*head, (token, line)]
        elif not in_scope:
            continue
        elif token == ";" and not parens:
            if function := _declaration(head):
                found.append(function)
            head = []
        elif token == ":" and head and head[-1][0] in ("public", "private", "protected"):
            head = []
        else:
            if not parens and token.isidentifier() and _is_macro_call([w for w, _ in head]):
                head = []  # a macro that needs no semicolon
            parens += (token == "(") - (token == ")")
            head.append((token, line))
    return found
