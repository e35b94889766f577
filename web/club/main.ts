import { mount } from "svelte";
import App from "./App.svelte";
import { app, open } from "./app.svelte";
import { start } from "./core/line";
import "./style.css";
import { speakAsBefore } from "./words/words.svelte";

const target = document.getElementById("app")!;
const check = location.pathname === "/check";

start(); // the core is made ready while the page is drawn
void draw();

async function draw() {
    await speakAsBefore();
    const page = check ? (await import("./screens/CheckDoor.svelte")).default : App;
    target.replaceChildren();
    mount(page, { target });
    if (!check) void open();
}

// A new version waits until the reader takes it.
if ("serviceWorker" in navigator) {
    void navigator.serviceWorker.register("/app/sw.js", { scope: "/" }).then((registration) => {
        const offer = (waiting: ServiceWorker) => {
            app.update = () => {
                waiting.postMessage({ type: "SKIP_WAITING" });
                navigator.serviceWorker.addEventListener("controllerchange", () => {
                    location.reload();
                });
            };
        };
        if (registration.waiting) offer(registration.waiting);
        registration.addEventListener("updatefound", () => {
            const fresh = registration.installing;
            fresh?.addEventListener("statechange", () => {
                const known = navigator.serviceWorker.controller !== null;
                if (fresh.state === "installed" && known) offer(fresh);
            });
        });
    });
}
