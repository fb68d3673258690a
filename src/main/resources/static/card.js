/*
 * The digital card: counts down the seconds of its code, covers one that could not be renewed, and has a page
 * without a code kept for a phone that loses its network. The card works without any of it.
 */
(() => {
    "use strict";
    const card = document.querySelector("[data-card]");
    const endOf = new WeakMap();

    /** Counted from what the server said: a phone's own clock may be wrong. */
    const secondsLeft = (code) => {
        if (!endOf.has(code)) endOf.set(code, Date.now() + Number(code.dataset.secondsLeft) * 1000);
        return Math.ceil((endOf.get(code) - Date.now()) / 1000);
    };

    const tick = () => {
        const code = document.getElementById("card-code");
        if (!code) return;
        const left = secondsLeft(code);
        const words = code.querySelector("[data-left]");
        if (words) words.textContent = left > 0 ? `（あと${left}秒）` : "";
        const graceSeconds = 3;
        if (left > -graceSeconds) return;
        code.querySelector("[data-old]").hidden = false;
        code.querySelectorAll(".qr-code, .card-code-left").forEach((it) => it.remove());
    };
    tick();
    setInterval(tick, 1000);

    if ("serviceWorker" in navigator) {
        navigator.serviceWorker
            .register("/card-worker.js", { scope: card.dataset.card })
            .then(() => navigator.serviceWorker.ready)
            .then((registration) => registration.active.postMessage("keep"))
            .catch(() => {});
    }
})();
