// What the app knows by heart of the server: the names of a book's operations, and which of them
// are not for a club's board.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

test("every operation of a club's book has a name in both languages", () => {
    const core = ["operation.hpp", "club/operations.hpp", "club/money_operations.hpp"];
    const ops = core.flatMap((file) =>
        all(read(`src/core/${file}`), /string_view op = "([^"]+)"/g),
    );
    assert.ok(ops.length > 60, `${ops.length} operations`);
    for (const language of ["vi", "en"]) {
        const words = read(`web/club/words/${language}-terms.ts`);
        const named = new Set(all(/\n    ops: \{[^}]*\}/.exec(words)[0], /"([a-z_.]+)": "/g));
        const unnamed = ops.filter((op) => !named.has(op));
        assert.deepEqual(unnamed, [], language);
    }
});

test("what an office records is not offered to a club to undo; all else is", () => {
    const row = /OpRight\{club_book, "([^"]+)", ([^}]+)\}/g;
    const rights = [...read("src/app/roles.cpp").matchAll(row)];
    assert.ok(rights.length > 60, `${rights.length} rights`);
    const others = rights.filter(([, , who]) => !who.split(" | ").includes("board"));
    assert.deepEqual(
        all(read("web/club/rights.ts"), /"([^"]+)"/g),
        others.map(([, op]) => op).sort(),
    );
});
