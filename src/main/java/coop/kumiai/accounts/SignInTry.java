package coop.kumiai.accounts;

import java.util.Optional;

/**
 * Somebody at the door.
 *
 * @param networkAddress where the request comes from
 * @param knownDevice what {@link SignIns#deviceMark} once gave this browser, if it has signed in to
 *     this account before: strangers' wrong tries do not hold it up
 */
public record SignInTry(
        String email, String password, String networkAddress, Optional<String> knownDevice) {
    public SignInTry(String email, String password, String networkAddress) {
        this(email, password, networkAddress, Optional.empty());
    }

    /** A password is never printed. */
    @Override
    public String toString() {
        return "SignInTry[" + networkAddress + "]";
    }
}
