import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { serviceWorker } from "./offline";

// The desk is built apart from the club's book: what an officer needs is no weight on a phone.
export default defineConfig({
    base: "/app/",
    publicDir: false,
    // For the papers of a visit that an officer carries to where there is no network.
    plugins: [
        svelte(),
        serviceWorker({
            worker: "desk-sw.js",
            page: "desk.html",
            path: "/desk",
            paths: ["/desk"],
            also: ["icon.svg"],
            caches: "desk-",
            first: "newest",
        }),
    ],
    build: {
        outDir: "../build/web.new",
        emptyOutDir: false,
        assetsDir: "",
        assetsInlineLimit: 0,
        // One style sheet, whichever screen comes first.
        cssCodeSplit: false,
        modulePreload: { polyfill: false },
        target: "es2022",
        rolldownOptions: {
            input: { desk: "desk.html" },
            output: { chunkFileNames: "desk-[name]-[hash].js" },
        },
    },
});
