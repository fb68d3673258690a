/*
 * Passkeys: a form with data-passkey asks there what to ask the device, and sends the device's answer in its field
 * `credential`. The server sends and takes the bytes as base64url. Without script such a form only says that it cannot.
 */
(() => {
    "use strict";

    const bytes = (text) => Uint8Array.from(
        atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.codePointAt(0));

    const text = (buffer) => btoa(String.fromCodePoint(...new Uint8Array(buffer)))
        .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

    const named = (credential) => ({ ...credential, id: bytes(credential.id) });

    const asked = async (form) => {
        const answer = await fetch(form.dataset.passkey, {
            method: "POST",
            body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
        });
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
    };

    /** A question with a user in it is to make a passkey; any other is to show one. */
    const ask = (options) => {
        const publicKey = { ...options, challenge: bytes(options.challenge) };
        if (options.user) {
            publicKey.user = named(options.user);
            publicKey.excludeCredentials = (options.excludeCredentials ?? []).map(named);
            return navigator.credentials.create({ publicKey });
        }
        publicKey.allowCredentials = (options.allowCredentials ?? []).map(named);
        return navigator.credentials.get({ publicKey });
    };

    const written = ({ id, rawId, type, authenticatorAttachment, response }) => {
        const answer = { clientDataJSON: text(response.clientDataJSON) };
        for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
            if (response[name]) answer[name] = text(response[name]);
        }
        if (response.getTransports) answer.transports = response.getTransports();
        return JSON.stringify({
            id, rawId: text(rawId), type, authenticatorAttachment, response: answer, clientExtensionResults: {},
        });
    };

    const say = (form, words) => {
        const place = form.querySelector("[data-passkey-said]");
        if (place) place.textContent = words;
    };

    document.addEventListener("submit", async (event) => {
        const form = event.target;
        if (!form.matches("form[data-passkey]")) return;
        event.preventDefault();
        if (!window.PublicKeyCredential) {
            say(form, "この端末かブラウザは、パスキーに対応していません。");
            return;
        }
        try {
            form.elements.credential.value = written(await ask(await asked(form)));
            form.submit();
        } catch (failure) {
            say(form, failure.name === "InvalidStateError"
                ? "この端末には、もうパスキーがあります。"
                : "パスキーの確認を途中でやめたか、うまくいきませんでした。もう一度お試しください。");
        }
    });
})();
