/**
 * チャージ on My Page (U-WAL-2): by credit card and at a convenience store. A charge is announced to
 * the wallet, asked for at the processor, and booked once an inquiry has found the money. Begin
 * with {@link coop.kumiai.charging.Charging}.
 */
@ApplicationModule(
        displayName = "Charging",
        allowedDependencies = {"kernel", "policies", "members", "payments", "wallet"})
@NullMarked
package coop.kumiai.charging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
