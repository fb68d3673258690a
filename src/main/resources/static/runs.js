/*
 * The plan of a run: a door can be dragged to its place. The same is done by its buttons, so the page works without.
 */
(() => {
    "use strict";
    let held = null;

    const put = (stop, list, position) => {
        const form = stop.querySelector("form[action$='/put']");
        const field = (name, value) => {
            const input = document.createElement("input");
            input.type = "hidden";
            input.name = name;
            input.value = value;
            form.append(input);
        };
        field("van", list.dataset.van);
        field("position", position);
        form.submit();
    };

    const ready = (root) => {
        for (const list of root.querySelectorAll(".plan-van[data-fixed=false]")) {
            for (const stop of list.querySelectorAll(".plan-stop")) stop.draggable = true;
        }
    };

    document.addEventListener("dragstart", (event) => {
        held = event.target.closest?.(".plan-stop") ?? null;
        if (held) event.dataTransfer.effectAllowed = "move";
    });
    document.addEventListener("dragover", (event) => {
        if (held && event.target.closest?.(".plan-van[data-fixed=false]")) event.preventDefault();
    });
    document.addEventListener("drop", (event) => {
        const list = event.target.closest?.(".plan-van[data-fixed=false]");
        if (!held || !list) return;
        event.preventDefault();
        const stops = [...list.querySelectorAll(".plan-stop")].filter((it) => it !== held);
        const onto = event.target.closest(".plan-stop");
        const at = onto && onto !== held ? stops.indexOf(onto) : stops.length;
        put(held, list, at + 1);
        held = null;
    });
    document.addEventListener("dragend", () => { held = null; });
    document.body.addEventListener("htmx:afterSettle", (event) => ready(event.detail.elt));
    ready(document);
})();
