package coop.kumiai.accounts;

/**
 * What somebody signed in types to show that it is they.
 *
 * @param email asked for where the policy says so, else ignored
 */
public record Present(String email, String password) {
    /** A password is never printed. */
    @Override
    public String toString() {
        return "Present";
    }
}
