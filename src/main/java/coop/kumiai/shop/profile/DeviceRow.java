package coop.kumiai.shop.profile;

import java.util.UUID;

/**
 * One browser as it is shown.
 *
 * @param isThis the one that looks
 */
public record DeviceRow(
        UUID signIn, String device, String begun, String lastUsed, boolean isThis) {}
