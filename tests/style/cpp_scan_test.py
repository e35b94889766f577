#!/usr/bin/env python3
"""A measure that finds nothing passes everything: what cpp_scan must see in known C++."""

import sys

import cpp_scan

SAMPLE = """
#include <map>
namespace a { namespace {
constexpr std::array<int, 3> xs{{1, 2, 3}};
BOOST_DESCRIBE_STRUCT(Foo, (), (a, b, c, d, e, f, g, h))
template <class T, int N = 3>
std::expected<T, R> templated(const std::map<int, U>& m, int b = g(1, 2), V v = {}) noexcept {
    auto l = [&](int q) { return q; };
    if (x) { y("}"); } else { z('{'); }  // }
    return {};
}
struct S : B {
    S(int a, int b) : a_(a), b_{b}, c{1} {
        go();
    }
    bool operator==(const S&) const = default;
    friend S operator+(S a, S b) { return a; }
    auto operator()(int a) const { return 1; }
    std::function<void(int, int)> callback;
private:
    static constexpr auto less = [](int a, int b) { return a < b; };
};
enum class E { a, b };
int declared(int a, int b, int c, int d, int e, int f, int g);
const char* raw = R"x(struct { } " )x";
int separated = 1'000'000;
}
TEST(Suite, Name) {
    EXPECT_EQ(1, 1);
}
extern "C" { int exported(void) { return 1; } }
}
"""

# name: (lines of the definition, parameters)
EXPECTED = {
    "templated": (6, 3),
    "S": (3, 2),
    "operator+": (1, 2),
    "operator": (1, 1),
    "lambda": (1, 2),
    "declared": (None, 7),
    "TEST": (3, 0),
    "exported": (1, 0),
}


def main() -> int:
    found = {f.name: (f.lines, len(f.parameters)) for f in cpp_scan.functions(SAMPLE)}
    wrong = [
        f"{name}: expected {expected}, found {found.get(name)}"
        for name, expected in EXPECTED.items()
        if found.get(name) != expected
    ]
    literals = [literal for _, literal in cpp_scan.string_literals('f("a"); // "b"')]
    if literals != ['"a"']:
        wrong.append(f"string literals: {literals}")
    for line in wrong:
        print("FAILED", line)
    print(f"{len(EXPECTED) + 1 - len(wrong)} passed, {len(wrong)} failed")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
