// バーコード by the phone's camera, where the browser can read one; without it the field takes a scanner or typing.
(() => {
    const field = document.getElementById("code");
    if (!field || !("BarcodeDetector" in window) || !navigator.mediaDevices) {
        return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-quiet";
    button.textContent = "カメラで読む";
    field.after(button);

    button.addEventListener("click", async () => {
        const detector = new BarcodeDetector({ formats: (field.dataset.formats || "ean_13").split(" ") });
        const video = document.createElement("video");
        video.className = "scan-picture";
        video.muted = true;
        video.playsInline = true;
        try {
            video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
        } catch {
            button.textContent = "カメラを使えません。番号を入れてください";
            return;
        }
        button.replaceWith(video);
        await video.play();
        const stop = () => {
            video.srcObject.getTracks().forEach(track => track.stop());
            video.replaceWith(button);
        };
        const look = async () => {
            if (!video.isConnected) {
                return;
            }
            const found = await detector.detect(video).catch(() => []);
            if (found.length > 0) {
                field.value = found[0].rawValue;
                stop();
                const weight = document.getElementById("grams");
                if (weight) {
                    weight.focus();
                } else {
                    field.form.requestSubmit();
                }
                return;
            }
            setTimeout(look, 200);
        };
        look();
    });
})();
