package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;

import java.util.UUID;

/** ご利用の開始: how a member begins to use e-money, as the co-op's policy has it (U-SIGN-1). */
@Service
public class Openings {
    private final Wallets wallets;
    private final Members members;
    private final Policies policies;

    Openings(Wallets wallets, Members members, Policies policies) {
        this.wallets = wallets;
        this.members = members;
        this.policies = policies;
    }

    public OpeningTerms terms(CoopId coop) {
        return policies.today(coop, OpeningTerms.class);
    }

    /** Whether My Page asks this member, at the first sign-in there, to begin. */
    public boolean isAsked(CoopId coop, Member member) {
        return terms(coop).way() == OpeningTerms.Way.ON_MY_PAGE
                && member.hasJoined()
                && !member.hasLeft()
                && isToBegin(coop, member.memberId());
    }

    /** Whether e-money waits for its owner's consent, or is not there at all. */
    public boolean isToBegin(CoopId coop, UUID memberId) {
        return wallets.of(coop, memberId)
                .map(it -> it.state() == WalletState.UNVERIFIED)
                .orElse(true);
    }

    /**
     * The member has agreed to the terms on My Page: the account is opened where there was none,
     * and can be used. Pressed twice, it is done once.
     *
     * @throws Refused where the co-op has no e-money, or for whoever is no member
     */
    public void begin(CoopId coop, Member member) {
        var terms = terms(coop);
        if (!terms.used()) {
            throw Refused.because(new WalletRefusal.NotOffered());
        }
        if (!member.hasJoined() || member.hasLeft()) {
            throw Refused.because(new WalletRefusal.MembersOnly());
        }
        if (isToBegin(coop, member.memberId())) {
            var wallet = wallets.open(coop, member.memberId(), false).walletId();
            var agreed = "利用条件（%s）に同意".formatted(terms.termsOf());
            wallets.post(coop, new Instruction.Verify("verify:" + wallet, wallet, agreed));
        }
    }

    /**
     * The e-money that a till charges with cash.
     *
     * @throws Refused after leaving, and while the member has not begun, where that is done on My
     *     Page
     */
    public Wallet atTill(CoopId coop, UUID memberId) {
        if (members.get(coop, memberId).hasLeft()) {
            throw Refused.because(new WalletRefusal.MembersOnly());
        }
        return switch (terms(coop).way()) {
            case OFF -> throw Refused.because(new WalletRefusal.NotOffered());
            case AT_TILL -> wallets.open(coop, memberId, true);
            case ON_MY_PAGE ->
                    wallets.of(coop, memberId)
                            .orElseThrow(() -> Refused.because(new WalletRefusal.NotBegun()));
        };
    }
}
