package coop.kumiai.web;

import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.kernel.JapaneseDates;

import org.springframework.stereotype.Component;

import java.util.Map;

/** What the page of the second step shows, to members and to staff. */
@Component
public class SecondStepFields {
    private final MailProofs proofs;

    SecondStepFields(MailProofs proofs) {
        this.proofs = proofs;
    }

    /** Where the code comes from, and the field for it. */
    public Map<String, Object> of(Visit visit, PendingSignIn pending, FormErrors errors) {
        var mail = pending.mail();
        return mail == null
                ? Map.of("code", app(errors), "to", "", "valid", "")
                : Map.of(
                        "code",
                        mailed(errors),
                        "to",
                        proofs.sentTo(visit.coopId(), Purpose.PROOF, mail).address(),
                        "valid",
                        JapaneseDates.duration(proofs.valid(visit.coopId(), Purpose.PROOF)));
    }

    /** A mailed code. */
    public static Field mailed(FormErrors errors) {
        return Field.digits("code", "確認コード")
                .hint("メールに書いてある数字です。間の空きはあってもなくてもかまいません。")
                .with("autocomplete", "one-time-code")
                .errors(errors);
    }

    /** A code of an app. */
    public static Field app(FormErrors errors) {
        return Field.text("code", "認証アプリのコード")
                .hint("アプリに出ている数字です。アプリが使えないときは、予備のコードを入れてください。")
                .with("autocomplete", "one-time-code")
                .with("autocapitalize", "none")
                .errors(errors);
    }
}
