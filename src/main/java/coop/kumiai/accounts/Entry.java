package coop.kumiai.accounts;

/** Where a right password leads. */
public sealed interface Entry {
    /** Signed in. */
    record In(Account account) implements Entry {}

    /** The password was right; a second code is asked for. */
    record SecondStep(Account account, SecondFactor way) implements Entry {}

    /**
     * 仮パスワード: it was mailed, or handed to staff, and a new one must be chosen before anything else
     * (N-REG-5).
     *
     * @param token as the link of a recovery mail carries it
     */
    record NewPassword(String token) implements Entry {}
}
