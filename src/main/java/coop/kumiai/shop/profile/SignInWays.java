package coop.kumiai.shop.profile;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Passkeys;
import coop.kumiai.accounts.SecondFactor;
import coop.kumiai.accounts.SecondFactors;
import coop.kumiai.kernel.CoopId;

import org.springframework.stereotype.Component;

/** How a member signs in beside the password, in the words of My Page. */
@Component
class SignInWays {
    private final SecondFactors seconds;
    private final Passkeys passkeys;

    SignInWays(SecondFactors seconds, Passkeys passkeys) {
        this.seconds = seconds;
        this.passkeys = passkeys;
    }

    /** What is asked after the password. */
    String secondFactor(CoopId coop, Account account) {
        return seconds.asked(coop, account).map(SignInWays::words).orElse("使っていません");
    }

    /** How many passkeys (パスキー) are registered. */
    int passkeys(CoopId coop, Account account) {
        return passkeys.of(coop, account.accountId()).size();
    }

    private static String words(SecondFactor factor) {
        return switch (factor) {
            case MAIL -> "メールの確認コード";
            case APP -> "認証アプリのコード";
        };
    }
}
