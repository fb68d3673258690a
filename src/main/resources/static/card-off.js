/* My Page has ended, or somebody has signed out: what a phone kept of their card goes. */
(() => {
    "use strict";
    if ("caches" in window) {
        caches.keys().then((names) => names.filter((it) => it.startsWith("card ")).forEach((it) => caches.delete(it)));
    }
    if ("serviceWorker" in navigator) {
        navigator.serviceWorker.getRegistrations().then((all) =>
            all.filter((it) => it.scope.endsWith("/account/card")).forEach((it) => it.unregister()));
    }
})();
