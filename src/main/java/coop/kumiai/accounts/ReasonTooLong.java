package coop.kumiai.accounts;

import coop.kumiai.kernel.Refusal;

/** More words than a reason has room for. */
public record ReasonTooLong(String field, int most, int actual) implements Refusal {
    @Override
    public String code() {
        return "accounts/reason-too-long";
    }

    @Override
    public String sentence() {
        return "理由は%,d文字までで書いてください。いまは%,d文字です。".formatted(most, actual);
    }
}
