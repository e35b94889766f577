import { mount } from "svelte";
import App from "./App.svelte";
import { app, open } from "./app.svelte";
import "./style.css";
import { language } from "./words/words.svelte";

document.documentElement.lang = language.code;
document.getElementById("app")!.replaceChildren();
mount(App, { target: document.getElementById("app")! });
void open();

// A new version waits until the reader takes it.
if ("serviceWorker" in navigator) {
    void navigator.serviceWorker.register("/app/sw.js", { scope: "/club" }).then((registration) => {
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
