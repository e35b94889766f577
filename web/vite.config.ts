import { copyFileSync, mkdirSync } from "node:fs";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

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

// Pages stand at /club and /desk; everything they need has its digest in its name, under /app.
export default defineConfig({
    base: "/app/",
    plugins: [
        coreWasm(),
        svelte(),
        VitePWA({
            // A new version waits until the user takes it: no page reloads by itself.
            registerType: "prompt",
            injectRegister: false,
            filename: "sw.js",
            scope: "/club",
            manifest: false,
            workbox: {
                globPatterns: ["**/*.{js,css,wasm,svg,webmanifest,html}"],
                // The page's address is /club, not the name of its file.
                manifestTransforms: [
                    (entries) => ({
                        manifest: entries.map((entry) =>
                            entry.url === "club.html" ? { ...entry, url: "/club" } : entry,
                        ),
                        warnings: [],
                    }),
                ],
                navigateFallback: "/club",
                navigateFallbackAllowlist: [/^\/club/],
                maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
                inlineWorkboxRuntime: true,
            },
        }),
    ],
    worker: { format: "es" },
    build: {
        outDir: "../build/web.new",
        emptyOutDir: true,
        assetsDir: "",
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        target: "es2022",
        rolldownOptions: { input: { club: "club.html" } },
    },
});
