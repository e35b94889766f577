import { copyFileSync, mkdirSync } from "node:fs";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";
import { serviceWorker, type Offline } from "./offline";

// The core as ./dev build made it, beside the sources so that Vite names it by its content.
function coreWasm(): Plugin {
    return {
        name: "core-wasm",
        buildStart() {
            mkdirSync("generated", { recursive: true });
            copyFileSync("../build/wasm/core.wasm", "generated/core.wasm");
        },
    };
}

// Styles stand in the page: its first paint waits for nothing else. The server allows them by
// their digest.
function inlineStyles(): Plugin {
    return {
        name: "inline-styles",
        enforce: "post",
        generateBundle(_, bundle) {
            const page = bundle["club.html"];
            if (page?.type !== "asset") throw new Error("no club.html");
            page.source = String(page.source).replace(
                /<link rel="stylesheet"[^>]*href="\/app\/([^"]+)"[^>]*>/g,
                (_, name: string) => {
                    const style = bundle[name];
                    if (style?.type !== "asset") throw new Error(`no ${name}`);
                    delete bundle[name];
                    return `<style>${String(style.source).trim()}</style>`;
                },
            );
        },
    };
}

const club: Offline = {
    worker: "sw.js",
    page: "club.html",
    path: "/club",
    paths: ["/club", "/check"],
    also: ["icon.svg", "club.webmanifest"],
    caches: "lienthehe-",
    first: "kept",
};

// Pages stand at /club and /desk; everything they need has its digest in its name, under /app.
export default defineConfig({
    base: "/app/",
    plugins: [coreWasm(), svelte(), inlineStyles(), serviceWorker(club)],
    worker: { format: "es" },
    build: {
        outDir: "../build/web.new",
        emptyOutDir: true,
        assetsDir: "",
        assetsInlineLimit: 0,
        // One style sheet, whichever screen comes first.
        cssCodeSplit: false,
        // What opens the book is asked for at once; a screen comes from the service worker.
        modulePreload: {
            polyfill: false,
            resolveDependencies: (_, files, { hostType }) => (hostType === "html" ? files : []),
        },
        target: "es2022",
        rolldownOptions: { input: { club: "club.html" } },
    },
});
