// What makes an app open with no network: sw.js filled in for its page.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

export interface Offline {
    /// The worker's file.
    worker: string;
    /// The page in the bundle, and where it stands.
    page: string;
    path: string;
    paths: string[];
    /// Files beside the bundle.
    also: string[];
    /// How its caches begin: another app's are not touched.
    caches: string;
    /// Which page is shown where there is a network: the one that is kept, or the newest.
    first: "kept" | "newest";
}

/// Emits the worker with the names of all files and a version that moves whenever one of them does.
export function serviceWorker(app: Offline): Plugin {
    return {
        name: "service-worker",
        enforce: "post",
        generateBundle(_, bundle) {
            const files = Object.keys(bundle)
                .filter((name) => name !== app.page)
                .sort();
            const hash = createHash("sha256");
            for (const name of files) hash.update(name);
            const page = bundle[app.page];
            if (page?.type === "asset") hash.update(page.source);
            const kept = [...files, ...app.also].map((name) => `/app/${name}`);
            const source = readFileSync("sw.js", "utf8")
                .replace(/^\s*\/\/.*\n/gm, "")
                .replace(/\n\s*/g, "\n")
                .replace("@version", `${app.caches}${hash.digest("hex").slice(0, 16)}`)
                .replace("@caches", app.caches)
                .replace("@path", app.path)
                .replace("@first", app.first)
                .replace('"@paths"', JSON.stringify(app.paths).slice(1, -1))
                .replace('"@files"', kept.map((name) => JSON.stringify(name)).join(","));
            this.emitFile({ type: "asset", fileName: app.worker, source });
        },
    };
}
