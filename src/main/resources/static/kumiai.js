/*
 * What a page gains with script; every page works without. Loaded deferred, after htmx.
 * Each function below is one habit, started at the end, and knows nothing of the others.
 */
(() => {
    "use strict";

    const announce = (words) => {
        const place = document.getElementById("announcement");
        if (place) place.textContent = words;
    };

    /** A form that came back with errors, or an exchange that brought some: focus goes to the summary. */
    const goToErrors = (root) => root.querySelector(".error-summary")?.focus();

    /** − and + count at once on the page and send the number that was meant when the finger rests. */
    const stepper = () => {
        const restMillis = 350;
        const resting = new WeakMap();

        const sendSoon = (form) => {
            clearTimeout(resting.get(form));
            resting.set(form, setTimeout(() => form.requestSubmit(), restMillis));
        };

        document.addEventListener("click", (event) => {
            const button = event.target.closest(".stepper button[name=step]");
            if (!button) return;
            event.preventDefault();
            const form = button.form;
            const number = form.elements.quantity;
            const typed = Number.parseInt(number.value.normalize("NFKC"), 10);
            number.value = Math.max(0, (Number.isNaN(typed) ? 0 : typed) + Number(button.value));
            sendSoon(form);
        });

        // The number on the page already counts the presses; htmx would send the pressed button as well.
        document.body.addEventListener("htmx:configRequest", (event) => {
            if (event.detail.elt.matches(".stepper")) delete event.detail.parameters.step;
        });

        // What did not arrive is not in the cart.
        document.body.addEventListener("htmx:sendError", (event) => {
            const number = event.detail.elt.elements?.quantity;
            if (number) number.value = number.defaultValue;
        });

        document.addEventListener("change", (event) => {
            if (event.target.matches(".stepper input[name=quantity]")) sendSoon(event.target.form);
        });
    };

    /** The cart's remaining minutes, counted from what the server said (a phone's own clock may be wrong). */
    const remainingMinutes = () => {
        const spokenAt = new Set([10, 5, 1]);
        const spoken = new Set();
        const endOf = new WeakMap();

        const minutesOf = (place) => {
            if (!endOf.has(place)) endOf.set(place, Date.now() + Number(place.dataset.minutesLeft) * 60000);
            return Math.max(0, Math.ceil((endOf.get(place) - Date.now()) / 60000));
        };

        const tick = () => {
            for (const place of document.querySelectorAll("[data-minutes-left]")) {
                const minutes = minutesOf(place);
                const figure = place.querySelector("[data-minutes]");
                if (figure && figure.textContent !== String(minutes)) figure.textContent = minutes;
                if (spokenAt.has(minutes) && !spoken.has(minutes)) {
                    spoken.add(minutes);
                    announce(`カートの残り時間は${minutes}分です。`);
                }
            }
        };
        tick();
        setInterval(tick, 5000);
    };

    /** A second press of the same button within a moment is not a second order; the server knows it too. */
    const pressOnce = () => {
        const held = new WeakMap();
        const holdMillis = 4000;
        document.addEventListener("submit", (event) => {
            const form = event.target;
            if (!form.matches("[data-once]")) return;
            if (Date.now() - (held.get(form) ?? 0) < holdMillis) event.preventDefault();
            else held.set(form, Date.now());
        });
        addEventListener("pageshow", () => document.querySelectorAll("form[data-once]").forEach((f) => held.delete(f)));
    };

    /** A lost connection says so; what was typed stays where it is. */
    const connection = () => {
        const place = document.getElementById("connection");
        if (!place) return;
        const lost = () => { place.textContent = place.dataset.words; };
        const back = () => { place.textContent = ""; };
        addEventListener("offline", lost);
        addEventListener("online", back);
        document.body.addEventListener("htmx:sendError", lost);
        document.body.addEventListener("htmx:responseError", () => { place.textContent = place.dataset.failed; });
        document.body.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) back(); });
    };

    /** After an exchange: errors first, else the field that the answer asks for (data-focus), else nothing moves. */
    const afterExchange = () => {
        document.body.addEventListener("htmx:afterSettle", (event) => {
            const part = event.detail.elt;
            const said = part.dataset?.said ?? part.querySelector?.("[role=status]")?.textContent;
            if (said) announce(said);
            if (part.querySelector?.(".error-summary")) goToErrors(part);
            else document.getElementById(part.querySelector?.("[data-focus]")?.dataset.focus)?.focus();
        });
        document.body.addEventListener("htmx:beforeSwap", (event) => {
            const { xhr } = event.detail;
            const isPart = xhr.getResponseHeader("Content-Type")?.startsWith("text/html");
            if (isPart && [409, 422].includes(xhr.status)) {
                event.detail.shouldSwap = true;
                event.detail.isError = false;
            }
        });
    };

    /** Names below the search field: the arrow keys walk them, Escape puts them away. */
    const suggestions = () => {
        const place = document.getElementById("suggestions");
        const field = document.getElementById("search");
        if (!place || !field) return;
        field.form.addEventListener("keydown", (event) => {
            if (event.isComposing) return;
            const stops = [field, ...place.querySelectorAll("a")];
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step && stops.includes(event.target)) {
                event.preventDefault();
                stops[stops.indexOf(event.target) + step]?.focus();
            } else if (event.key === "Escape") {
                place.replaceChildren();
                field.focus();
            }
        });
    };

    /** A password can be looked at while it is typed: on a phone most wrong ones are wrong presses. */
    const passwords = () => {
        for (const field of document.querySelectorAll("input[type=password]")) {
            const button = document.createElement("button");
            const say = (shown) => {
                field.type = shown ? "text" : "password";
                button.textContent = shown ? "パスワードを隠す" : "パスワードを表示する";
            };
            button.type = "button";
            button.className = "button-plain password-shown";
            button.setAttribute("aria-controls", field.id);
            button.addEventListener("click", () => say(field.type === "password"));
            field.form?.addEventListener("submit", () => say(false));
            say(false);
            field.after(button);
        }
    };

    /** Office: / to the search, j and k along the rows, Enter opens. Never while something is typed. */
    const officeKeys = () => {
        if (!document.body.matches(".office")) return;
        let at = -1;

        const go = (rows, to) => {
            rows[at]?.classList.remove("here");
            at = Math.min(rows.length - 1, Math.max(0, to));
            rows[at]?.classList.add("here");
            rows[at]?.querySelector("a")?.focus();
            rows[at]?.scrollIntoView({ block: "nearest" });
        };

        document.addEventListener("keydown", (event) => {
            if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
            if (event.target.matches("input, select, textarea")) return;
            const rows = [...document.querySelectorAll(".rows tbody tr")];
            if (event.key === "/") {
                const search = document.querySelector("main input[type=search]");
                if (search) { event.preventDefault(); search.focus(); }
            } else if (event.key === "j") go(rows, at + 1);
            else if (event.key === "k") go(rows, at - 1);
        });
    };

    stepper();
    remainingMinutes();
    pressOnce();
    connection();
    afterExchange();
    suggestions();
    passwords();
    officeKeys();
    goToErrors(document);
})();
