/*
 * Beside the page of the digital card only: without a network it shows the page that was kept for it, which has no
 * code. Whoever is led away from the card (signed out, My Page ended) has nothing kept any more.
 */
"use strict";
const scope = new URL(self.registration.scope).pathname;
const kept = `card ${scope}`;
const offline = `${scope}/offline`;
const styles = ["/tokens.css", "/kumiai.css", scope.replace(/account\/card$/, "theme.css")];

const forget = () => caches.delete(kept);

const keep = async () => {
    const page = await fetch(offline, { credentials: "same-origin", redirect: "manual", cache: "no-store" });
    if (!page.ok) return forget();
    const cache = await caches.open(kept);
    await cache.put(offline, page);
    await cache.addAll(styles);
};

const leadsAway = (answer) => answer.type === "opaqueredirect" || [401, 403, 404, 410].includes(answer.status);

const open = async (request) => {
    try {
        const answer = await fetch(request);
        if (leadsAway(answer)) await forget();
        return answer;
    } catch {
        return (await caches.match(offline, { cacheName: kept })) ?? Response.error();
    }
};

const style = async (request) => {
    try {
        return await fetch(request);
    } catch {
        return (await caches.match(request, { cacheName: kept, ignoreSearch: true })) ?? Response.error();
    }
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
    if (event.data === "keep") event.waitUntil(keep().catch(() => {}));
});
self.addEventListener("fetch", (event) => {
    const { pathname } = new URL(event.request.url);
    const isCard = event.request.mode === "navigate" && [scope, offline].includes(pathname);
    if (event.request.method !== "GET") return;
    if (isCard) event.respondWith(open(event.request));
    else if (styles.includes(pathname)) event.respondWith(style(event.request));
});
