package coop.kumiai.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;

/** A device that keeps passkeys and knows its owner's finger: Chromium's virtual authenticator. */
public final class VirtualDevice {
    private VirtualDevice() {}

    public static void on(Page page) {
        var cdp = page.context().newCDPSession(page);
        cdp.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        cdp.send("WebAuthn.addVirtualAuthenticator", device);
    }
}
