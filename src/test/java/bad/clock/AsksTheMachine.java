package bad.clock;

import java.time.Instant;

/** Asks the machine for the time, not the business clock. */
public class AsksTheMachine {
    Instant now() {
        return Instant.now();
    }
}
