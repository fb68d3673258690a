package coop.kumiai.cards;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Members;
import coop.kumiai.membership.CardNames;
import coop.kumiai.policies.Coops;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Passes of the card for the wallets of phones (X-CARD-1), where the co-op is set up for them. They
 * show the member code for the member price and end by a date, as no code that changes can be given
 * away.
 */
@Service
public class WalletPasses {
    private final PassMaker<byte[]> apple;
    private final PassMaker<URI> google;
    private final Cards cards;
    private final CardNames names;
    private final Members members;
    private final Coops coops;
    private final Policies policies;
    private final Clock clock;

    WalletPasses(
            PassMaker<byte[]> apple,
            PassMaker<URI> google,
            Cards cards,
            CardNames names,
            Members members,
            Coops coops,
            Policies policies,
            Clock clock) {
        this.apple = apple;
        this.google = google;
        this.cards = cards;
        this.names = names;
        this.members = members;
        this.coops = coops;
        this.policies = policies;
        this.clock = clock;
    }

    /** Whether the co-op makes passes for Apple Wallet. */
    public boolean hasApple(CoopId coop) {
        return apple.serves(coop);
    }

    /** Whether the co-op makes passes for Google Wallet. */
    public boolean hasGoogle(CoopId coop) {
        return google.serves(coop);
    }

    /**
     * A pass file ({@code pkpass}).
     *
     * @throws NotFound where the co-op makes none, or no card is there yet
     * @throws Refused for who may have no card
     */
    public byte[] forApple(CoopId coop, UUID memberId) {
        return of(apple, coop, memberId);
    }

    /**
     * The address that keeps the pass.
     *
     * @throws NotFound where the co-op makes none, or no card is there yet
     * @throws Refused for who may have no card
     */
    public URI forGoogle(CoopId coop, UUID memberId) {
        return of(google, coop, memberId);
    }

    private <T> T of(PassMaker<T> maker, CoopId coop, UUID memberId) {
        if (!maker.serves(coop)) {
            throw new NotFound("wallet");
        }
        var member = members.get(coop, memberId);
        cards.refusal(coop, member)
                .ifPresent(
                        why -> {
                            throw Refused.because(why);
                        });
        var card = cards.of(coop, memberId).orElseThrow(() -> new NotFound("card"));
        var days = policies.today(coop, WalletTerms.class).validDays();
        var now = clock.instant();
        return maker.make(
                new PassContent(
                        coops.get(coop.code()),
                        card.number(),
                        member.memberCode().orElseThrow(),
                        names.shown(coop, member),
                        now,
                        now.plus(Duration.ofDays(days))));
    }
}
