package coop.kumiai.notifications;

import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.accounts.Errand;
import coop.kumiai.accounts.MailProofLetter;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.Mandate;
import coop.kumiai.accounts.Representation;
import coop.kumiai.accounts.RepresentationAccepted;
import coop.kumiai.accounts.RepresentationEnded;
import coop.kumiai.accounts.RepresentationInvited;
import coop.kumiai.accounts.Representations;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Coops;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Letters about acting for a member (M-CARE-1): to both when it is granted, accepted and ended. The
 * first one to the invited person carries link and code; where its proof is gone with the member's
 * account, there is nothing to invite to.
 */
@Component
class RepresentationLetters {
    private static final String TEMPLATE = "representation-";
    private final Representations representations;
    private final MailProofs proofs;
    private final Recipients recipients;
    private final Coops coops;
    private final Writing writing;
    private final PostOffice post;

    RepresentationLetters(
            Representations representations,
            MailProofs proofs,
            Recipients recipients,
            Coops coops,
            Writing writing,
            PostOffice post) {
        this.representations = representations;
        this.proofs = proofs;
        this.recipients = recipients;
        this.coops = coops;
        this.writing = writing;
        this.post = post;
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(RepresentationInvited invited) {
        var coop = invited.coop();
        var given = representations.get(coop, invited.representationId());
        proofs.letter(coop, given.proofId())
                .ifPresent(
                        proof -> {
                            invite(coop, given, proof);
                            tellMember(coop, given, "granted", "代理の方をご案内しました");
                        });
    }

    private void invite(CoopId coop, Representation given, MailProofLetter proof) {
        var all = words(coop, given, given.memberName());
        all.put("link", writing.link(coop, "representative/" + proof.token()));
        all.put("code", proof.code());
        all.put("enter", writing.link(coop, "account/representing"));
        all.put("valid", JapaneseDates.duration(proof.valid()));
        send(
                coop,
                given,
                "invited",
                given.memberName() + "さんから代理のご案内",
                proof.email().address(),
                all);
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(RepresentationAccepted accepted) {
        var coop = accepted.coop();
        var given = representations.get(coop, accepted.representationId());
        tellOfAcceptance(coop, given);
        tellRepresentative(coop, given, "begun", "代理を引き受けていただきました", given.memberName());
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(RepresentationEnded ended) {
        var coop = ended.coop();
        var given = representations.get(coop, ended.representationId());
        tellMember(coop, given, "ended", "代理のお任せが終わりました");
        tellRepresentative(coop, given, "over", "代理が終わりました", ended.memberName());
    }

    /** Whoever holds the link may accept, so the member is told whose sign-in it was. */
    private void tellOfAcceptance(CoopId coop, Representation given) {
        var who = given.representative().flatMap(it -> recipients.account(coop, it));
        var invited = given.mandate().email().folded();
        var isOther =
                who.map(it -> EmailAddress.require(it.email()).folded())
                        .filter(it -> !it.equals(invited))
                        .isPresent();
        tellMember(
                coop,
                given,
                "accepted",
                "代理の方が引き受けました",
                Map.of("who", who.map(Recipient::name).orElse(""), "isOther", isOther));
    }

    private void tellMember(CoopId coop, Representation given, String about, String subject) {
        tellMember(coop, given, about, subject, Map.of());
    }

    private void tellMember(
            CoopId coop,
            Representation given,
            String about,
            String subject,
            Map<String, Object> more) {
        recipients
                .account(coop, given.accountId())
                .ifPresent(
                        to -> {
                            var all = words(coop, given, to.name());
                            all.putAll(more);
                            all.put("link", writing.link(coop, "account/representatives"));
                            send(coop, given, about, subject, to.email(), all);
                        });
    }

    /**
     * At the address of their account; whoever has not accepted yet, at the one that was invited.
     */
    private void tellRepresentative(
            CoopId coop, Representation given, String about, String subject, String member) {
        var all = words(coop, given, member);
        all.put("link", writing.link(coop, "account/representing"));
        var invited = given.mandate().email().address();
        send(
                coop,
                given,
                about,
                subject,
                given.representative()
                        .flatMap((UUID it) -> recipients.account(coop, it))
                        .map(Recipient::email)
                        .orElse(invited),
                all);
    }

    private Map<String, Object> words(CoopId coop, Representation given, String member) {
        Mandate mandate = given.mandate();
        var all = new HashMap<String, Object>();
        all.put("frame", LetterFrame.of(coops.get(coop.code()), writing));
        all.put("member", member);
        all.put("name", mandate.name());
        all.put("errands", Errand.labels(mandate.errands()));
        all.put("limit", mandate.orderLimit().map(Yen::toString).orElse(""));
        all.put("until", JapaneseDates.fullDay(mandate.until()));
        return all;
    }

    private void send(
            CoopId coop,
            Representation given,
            String about,
            String subject,
            String to,
            Map<String, Object> all) {
        post.send(
                coop,
                new Letter(
                        TEMPLATE + about + "." + given.representationId(),
                        to,
                        subject,
                        writing.text(TEMPLATE + about, all)));
    }
}
