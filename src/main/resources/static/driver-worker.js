/*
 * Beside the driver's pages only: in a dead spot it shows them as they were last seen. What is pressed there is held by
 * driver.js. Whoever is led away from these pages (signed out) has nothing kept any more.
 */
"use strict";
const scope = new URL(self.registration.scope).pathname;
const kept = `driver ${scope}`;
const patienceMillis = 5000;
const isDrivers = (path) => path.startsWith(`${scope}run/`) || path.startsWith(`${scope}stop/`);
const styles = ["/tokens.css", "/kumiai.css", "/kumiai.js", "/driver.js", "/runs.js", scope.replace(/office\/$/, "theme.css")];

const forget = () => caches.delete(kept);
const leadsAway = (answer) => answer.type === "opaqueredirect" || [401, 403].includes(answer.status);

const bare = (request) => {
    const url = new URL(typeof request === "string" ? request : request.url, self.location.origin);
    return url.origin + url.pathname;
};

/** The page of a run and of all its doors; those of another run go. */
const keep = async (pages) => {
    const cache = await caches.open(kept);
    for (const old of await cache.keys()) {
        const path = new URL(old.url).pathname;
        if (isDrivers(path) && !pages.includes(path)) await cache.delete(old);
    }
    await cache.addAll(styles);
    for (const page of pages) {
        const answer = await fetch(page, { credentials: "same-origin", redirect: "manual", cache: "no-store" });
        if (leadsAway(answer)) return forget();
        if (answer.ok) await cache.put(bare(page), answer);
    }
};

const patiently = (request) => {
    const end = new AbortController();
    const wait = setTimeout(() => end.abort(), patienceMillis);
    return fetch(request, { signal: end.signal }).finally(() => clearTimeout(wait));
};

const open = async (request) => {
    try {
        const answer = await patiently(request);
        if (leadsAway(answer)) await forget();
        else if (answer.ok) await (await caches.open(kept)).put(bare(request), answer.clone());
        return answer;
    } catch {
        return (await caches.match(bare(request), { cacheName: kept })) ?? Response.error();
    }
};

const style = async (request) => {
    try {
        return await patiently(request);
    } catch {
        return (await caches.match(request, { cacheName: kept, ignoreSearch: true })) ?? Response.error();
    }
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
    if (event.data.keep) event.waitUntil(keep(event.data.keep).catch(() => {}));
});
self.addEventListener("fetch", (event) => {
    if (event.request.method !== "GET") return;
    const { pathname } = new URL(event.request.url);
    if (event.request.mode === "navigate" && isDrivers(pathname)) event.respondWith(open(event.request));
    else if (styles.includes(pathname)) event.respondWith(style(event.request));
});
