package coop.kumiai.notifications;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Claim;
import coop.kumiai.members.ClaimDecided;
import coop.kumiai.members.Claims;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Coops;
import coop.kumiai.stores.Stores;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import java.util.Map;
import java.util.Optional;

/**
 * Tells whoever claimed a member code what staff found in the register (N-JOIN-3): they are a
 * member from now on, or join like anybody new.
 */
@Component
class ClaimLetters {
    private final Claims claims;
    private final Members members;
    private final Recipients recipients;
    private final Coops coops;
    private final Stores stores;
    private final Writing writing;
    private final PostOffice post;

    ClaimLetters(
            Claims claims,
            Members members,
            Recipients recipients,
            Coops coops,
            Stores stores,
            Writing writing,
            PostOffice post) {
        this.claims = claims;
        this.members = members;
        this.recipients = recipients;
        this.coops = coops;
        this.stores = stores;
        this.writing = writing;
        this.post = post;
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(ClaimDecided decided) {
        var coop = decided.coop();
        var recipient = recipients.member(coop, decided.memberId());
        var claim = claims.of(coop, decided.memberId());
        if (recipient.isPresent() && claim.flatMap(Claim::decision).isPresent()) {
            post.send(coop, letter(coop, claim.get(), recipient.get()));
        }
    }

    private Letter letter(CoopId coop, Claim claim, Recipient to) {
        var found = claim.decision().orElseThrow();
        return new Letter(
                "claim." + claim.member().memberId(),
                to.email(),
                found.confirmed() ? "組合員コードを確認しました" : "組合員コードを確認できませんでした",
                writing.text(
                        found.confirmed() ? "claim-confirmed" : "claim-refused",
                        Map.of(
                                "frame",
                                LetterFrame.of(coops.get(coop.code()), writing),
                                "name",
                                to.name(),
                                "code",
                                claim.code().toString(),
                                "reason",
                                found.reason(),
                                "share",
                                due(coop, claim),
                                "phone",
                                stores.viewing(coop).phone(),
                                "link",
                                writing.link(coop, "account"))));
    }

    private String due(CoopId coop, Claim claim) {
        Optional<Yen> due = members.shareDue(coop, claim.member().memberId());
        return due.map(Yen::toString).orElse("");
    }
}
