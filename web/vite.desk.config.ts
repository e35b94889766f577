import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// The desk is built apart from the club's book: what an officer needs is no weight on a phone.
export default defineConfig({
    base: "/app/",
    publicDir: false,
    plugins: [svelte()],
    build: {
        outDir: "../build/web.new",
        emptyOutDir: false,
        assetsDir: "",
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        target: "es2022",
        rolldownOptions: { input: { desk: "desk.html" } },
    },
});
