// The service worker of an app: its pages open with no network. Every file has its digest in its
// name, so one that is kept is right for ever; the page itself is kept as it was when they were.
const version = "@version";
const mine = "@caches";
const path = "@path";
const newest = "@first" === "newest";
const files = ["@files"];
const pages = ["@paths"];

self.addEventListener("install", (event) => {
    const fetchAll = async () => {
        const cache = await caches.open(version);
        await cache.addAll(files);
        const page = await fetch(path, { cache: "no-cache" });
        if (!page.ok) throw new Error("no page");
        await cache.put(path, page);
    };
    event.waitUntil(fetchAll());
});

self.addEventListener("activate", (event) => {
    const clean = async () => {
        for (const name of await caches.keys()) {
            if (name.startsWith(mine) && name !== version) await caches.delete(name);
        }
        await self.clients.claim();
    };
    event.waitUntil(clean());
});

// A new version waits until the reader takes it: no page reloads by itself.
self.addEventListener("message", (event) => {
    if (event.data?.type === "SKIP_WAITING") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
    const url = new URL(event.request.url);
    if (event.request.method !== "GET" || url.origin !== location.origin) return;
    const page = event.request.mode === "navigate" && pages.includes(url.pathname);
    if (!page && !url.pathname.startsWith("/app/")) return;
    const answer = async () => {
        if (page && newest) {
            const fresh = await fetch(event.request).catch(() => undefined);
            if (fresh?.ok) return fresh;
        }
        const cache = await caches.open(version);
        const kept = await cache.match(page ? path : url.pathname);
        return kept ?? fetch(event.request);
    };
    event.respondWith(answer());
});
