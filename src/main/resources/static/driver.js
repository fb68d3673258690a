/*
 * The driver's phone in a dead spot: what is pressed at a door is held here, and sent once there is a connection. Each
 * form carries a key that was made with its page, so what arrives twice counts once. Without script the forms are sent
 * as any form is.
 */
(() => {
    "use strict";
    const place = document.getElementById("held");
    if (!place) return;
    const { csrf, driver, run } = place.dataset;
    const patienceMillis = 8000;
    const againMillis = 20000;

    const store = (mode, work) => new Promise((resolve, reject) => {
        const opening = indexedDB.open("kumiai-driver", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("held", { keyPath: "key" });
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const change = opening.result.transaction("held", mode);
            const asked = work(change.objectStore("held"));
            change.oncomplete = () => { opening.result.close(); resolve(asked.result); };
            change.onerror = () => reject(change.error);
        };
    });
    const hold = (one) => store("readwrite", (held) => held.put(one));
    const drop = (key) => store("readwrite", (held) => held.delete(key));
    const mine = async () => (await store("readonly", (held) => held.getAll()))
        .filter((one) => one.driver === driver).sort((a, b) => a.heldAt.localeCompare(b.heldAt));

    /** 204: it counts. 409: it cannot be so, and why. Anything else: not now. */
    const tell = async (one) => {
        const body = new FormData();
        one.fields.filter(([name]) => name !== "_csrf").forEach(([name, value]) => body.append(name, value));
        body.append("_csrf", csrf);
        body.append("what", one.what);
        if (one.wasHeld) body.append("heldAt", one.heldAt);
        const end = new AbortController();
        const wait = setTimeout(() => end.abort(), patienceMillis);
        try {
            const answer = await fetch(`${one.stop}/told`, { method: "POST", body, redirect: "manual", signal: end.signal });
            return { status: answer.status, words: answer.status === 409 ? await answer.text() : "" };
        } catch {
            return { status: 0, words: "" };
        } finally {
            clearTimeout(wait);
        }
    };

    const line = (one) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = one.stop;
        link.textContent = `${one.who}（${one.word}）`;
        item.append(link);
        if (one.refused) {
            const words = document.createElement("p");
            const seen = document.createElement("button");
            words.textContent = one.refused;
            seen.type = "button";
            seen.className = "button button-quiet";
            seen.textContent = "確かめたので消す";
            seen.addEventListener("click", async () => { await drop(one.key); await show(); });
            item.append(words, seen);
        }
        return item;
    };

    const show = async () => {
        const all = await mine();
        const waiting = all.filter((one) => !one.refused);
        const refused = all.filter((one) => one.refused);
        const part = (title, some) => {
            const head = document.createElement("p");
            const list = document.createElement("ul");
            head.className = "notice-title";
            head.textContent = title;
            list.append(...some.map(line));
            return [head, list];
        };
        place.hidden = all.length === 0;
        place.replaceChildren(
            ...(waiting.length ? part(`電波を待っている記録 ${waiting.length}件`, waiting) : []),
            ...(refused.length ? part("記録できませんでした。配達先を開いて確かめてください", refused) : []));
        for (const one of waiting) {
            document.querySelector(`a[href="${one.stop}"]:not(#held a)`)?.classList.add("is-held");
        }
    };

    let sending = false;
    const sendAll = async () => {
        if (sending) return;
        sending = true;
        let sent = 0;
        try {
            for (const one of (await mine()).filter((it) => !it.refused)) {
                const { status, words } = await tell(one);
                if (status === 204) { await drop(one.key); sent += 1; }
                else if (status === 409) await hold({ ...one, refused: words });
                else if (status >= 400 && status < 500 && ![401, 403].includes(status)) {
                    await hold({ ...one, refused: "受け付けられませんでした。配達先を開いて、もう一度記録してください。" });
                } else break;
            }
        } finally {
            sending = false;
        }
        await show();
        if (sent > 0 && location.pathname === run) location.reload();
    };

    /** The door's own page says what is wrong, as it does without script. */
    const press = (form, button) => {
        const way = document.createElement("input");
        way.type = "hidden";
        way.name = button?.name ?? "";
        way.value = button?.value ?? "";
        if (way.name) form.append(way);
        form.submit();
    };

    const pressed = async (form, button) => {
        const fields = [...new FormData(form, button?.name ? button : undefined).entries()];
        const one = {
            key: form.elements.key.value, driver, stop: form.dataset.stop, what: form.dataset.door, word: form.dataset.word,
            who: form.dataset.who, fields, heldAt: new Date().toISOString(), wasHeld: false,
        };
        const { status } = await tell(one);
        const done = `${run}?done=${form.dataset.stop.split("/").pop()}`;
        if (status === 204) location.assign(form.dataset.door === "HAND_OVER" ? done : form.dataset.stop);
        else if (status === 0) { await hold({ ...one, wasHeld: true }); location.assign(run); }
        else press(form, button);
    };

    document.addEventListener("submit", (event) => {
        const form = event.target;
        if (!form.matches("form[data-door]") || event.submitter?.hasAttribute("formaction")) return;
        event.preventDefault();
        if (form.dataset.sending) return;
        form.dataset.sending = "true";
        pressed(form, event.submitter).catch(() => press(form, event.submitter));
    });
    addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach((f) => delete f.dataset.sending));

    addEventListener("online", sendAll);
    setInterval(sendAll, againMillis);
    show().then(sendAll).catch(() => {});

    if ("serviceWorker" in navigator && location.pathname === run) {
        const doors = [...document.querySelectorAll("a[href*='/office/stop/']")].map((it) => new URL(it.href).pathname);
        navigator.serviceWorker
            .register("/driver-worker.js", { scope: place.dataset.scope })
            .then(() => navigator.serviceWorker.ready)
            .then((registration) => registration.active.postMessage({ keep: [run, ...new Set(doors)] }))
            .catch(() => {});
    }
})();
