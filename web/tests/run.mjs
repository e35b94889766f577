// Runs every *.test.mjs beside this file, one after another; ends with "N passed, M failed".
import { readdirSync } from "node:fs";
import { run } from "node:test";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv[2] ?? "";
const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs"));
let passed = 0;
let failed = 0;

const events = run({
    files: files.filter((name) => name.includes(wanted)).map((name) => folder + name),
    concurrency: false,
    forceExit: true, // a test that failed has left its browser open
});
for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.details?.type === "suite" || data.name.endsWith(".mjs")) continue;
    if (type === "test:pass") {
        passed += 1;
        console.log(`ok     ${data.name}`);
    } else {
        failed += 1;
        console.log(`FAILED ${data.name}`);
        const { cause, message } = data.details.error;
        console.log(
            `Error: ${String(cause?.message ?? message)
                .split("\n", 2)
                .join(" ")}`,
        );
        console.log(cause?.stack ?? data.details.error);
    }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
