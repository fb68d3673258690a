package coop.kumiai.testing;

import coop.kumiai.accounts.Tills;
import coop.kumiai.cards.Cards;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.members.Shares;

import org.springframework.boot.test.context.TestComponent;

import java.util.UUID;

/** Members with a card, and tills that ask for it. */
@TestComponent
public class TestCards {
    private static final UUID STAFF = new UUID(7, 7);
    private final TestMembers some;
    private final Members members;
    private final Shares shares;
    private final Cards cards;
    private final Tills tills;

    TestCards(TestMembers some, Members members, Shares shares, Cards cards, Tills tills) {
        this.some = some;
        this.members = members;
        this.shares = shares;
        this.cards = cards;
        this.tills = tills;
    }

    /** A member who has joined and may have a card. */
    public Member joined(CoopId coop) {
        return joined(coop, TestMembers.email());
    }

    public Member joined(CoopId coop, String email) {
        var applied = some.applied(coop, email);
        var due = shares.holding(coop, applied.memberId()).due().yen();
        shares.payIn(
                coop,
                applied.memberId(),
                Yen.of(due.amount()),
                STAFF,
                "joined-" + applied.memberId(),
                "");
        return members.get(coop, applied.memberId());
    }

    /** What the card of a member shows just now; the card is made when there is none. */
    public String code(CoopId coop, Member member) {
        cards.issue(coop, member.memberId());
        return cards.code(coop, member.memberId()).text();
    }

    public UUID till(CoopId coop) {
        return tills.issue(coop, "shibuya", "1番レジ", STAFF, "試験のため").tillId();
    }

    /** The bearer token of a new till. */
    public String tillToken(CoopId coop) {
        var till = tills.issue(coop, "shibuya", "2番レジ", STAFF, "試験のため");
        return tills.signIn(coop, till.tillId(), till.secret(), "192.0.2.7");
    }
}
