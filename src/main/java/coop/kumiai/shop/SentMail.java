package coop.kumiai.shop;

import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.MailSender;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;

import org.springframework.stereotype.Component;

import java.util.UUID;

/** What a page says of a mail with a link and a code that has just gone out (N-REG-2). */
@Component
public class SentMail {
    private final MailProofs proofs;
    private final Policies policies;

    SentMail(MailProofs proofs, Policies policies) {
        this.proofs = proofs;
        this.policies = policies;
    }

    /**
     * A mail on its way.
     *
     * @param to as it was typed, so that a slip is noticed
     * @param domain what to allow where mail is filtered
     * @param valid how long its link and code work
     */
    public record Sent(UUID mail, String to, String domain, String valid) {
        public Field code(FormErrors errors) {
            return Field.digits("code", "確認コード")
                    .hint("メールに書いてある数字です。間の空きはあってもなくてもかまいません。")
                    .with("autocomplete", "one-time-code")
                    .errors(errors);
        }
    }

    public Sent about(CoopId coop, Purpose purpose, UUID mail) {
        return new Sent(
                mail,
                proofs.sentTo(coop, purpose, mail).address(),
                policies.today(coop, MailSender.class).domain(),
                JapaneseDates.duration(proofs.valid(coop, purpose)));
    }
}
