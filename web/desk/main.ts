import { mount } from "svelte";
import App from "./App.svelte";
import { begin } from "./desk.svelte";
import { tellInvalid } from "./parts/invalid";
import "./style.css";
import { speakAsBefore } from "./words/words.svelte";

void draw();

async function draw() {
    await speakAsBefore();
    const target = document.getElementById("app")!;
    target.replaceChildren();
    tellInvalid(document);
    mount(App, { target });
    void begin();
}

// The page itself is always the newest where there is a network, so a new worker need not wait.
if ("serviceWorker" in navigator) {
    void navigator.serviceWorker
        .register("/app/desk-sw.js", { scope: "/desk" })
        .then((registration) => {
            registration.addEventListener("updatefound", () => {
                const fresh = registration.installing;
                fresh?.addEventListener("statechange", () => {
                    if (fresh.state === "installed") fresh.postMessage({ type: "SKIP_WAITING" });
                });
            });
        });
}
