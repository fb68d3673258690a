package coop.kumiai.cards;

import coop.kumiai.accounts.AccountClosed;
import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * デジタル組合員証 of members: made once My Page is theirs, replaced when a phone was lost, ended with My
 * Page (M-CARD-1). It costs nothing (M-USE-1).
 */
@Service
public class Cards {
    private final CardStore store;
    private final CardSecrets secrets;
    private final CardRights rights;
    private final Members members;
    private final Audit audit;
    private final Policies policies;
    private final Clock clock;

    Cards(
            CardStore store,
            CardSecrets secrets,
            CardRights rights,
            Members members,
            Audit audit,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.rights = rights;
        this.members = members;
        this.audit = audit;
        this.policies = policies;
        this.clock = clock;
    }

    /** The card that a member has now. */
    public Optional<Card> of(CoopId coop, UUID memberId) {
        return store.of(coop, memberId).map(CardStore.Sealed::card);
    }

    /** Why a member may have no card just now; empty when they may. */
    public Optional<CardRefusal> refusal(CoopId coop, Member member) {
        return rights.refusal(coop, member);
    }

    /**
     * Makes the card of a member; whoever has one keeps it.
     *
     * @throws Refused when they may have none
     */
    @Transactional
    public Card issue(CoopId coop, UUID memberId) {
        var account = requireRight(coop, memberId);
        var before = of(coop, memberId);
        return before.orElseGet(() -> make(coop, memberId, account, "card.issued"));
    }

    /**
     * Replaces the card by another: whoever has a picture of the old one has nothing.
     *
     * @throws Refused when they may have none
     */
    @Transactional
    public Card replace(CoopId coop, UUID memberId) {
        var account = requireRight(coop, memberId);
        store.end(coop, memberId, clock.instant());
        return make(coop, memberId, account, "card.replaced");
    }

    /**
     * The code of just now.
     *
     * @throws Refused when the member may have no card any more
     */
    public CardCode code(CoopId coop, UUID memberId) {
        requireRight(coop, memberId);
        var sealed = store.of(coop, memberId).orElseThrow(() -> new NotFound("card"));
        var valid = policies.today(coop, CardCodeTerms.class).valid();
        var step = CardCodeRules.step(clock.instant(), valid);
        var digits = CardCodeRules.digits(secrets.open(coop, sealed), coop, memberId, step);
        return new CardCode(
                CardCodeRules.text(coop, sealed.card().number(), digits),
                CardCodeRules.until(step, valid),
                sealed.lastCodeAt() >= CardCodeRules.beginning(step, valid));
    }

    /** My Page is closed (N-REG-7), so the card is. */
    @EventListener
    @Transactional
    void on(AccountClosed closed) {
        members.byAccount(closed.coop(), closed.accountId())
                .filter(it -> store.end(closed.coop(), it.memberId(), clock.instant()))
                .ifPresent(
                        it ->
                                audit.note(
                                        closed.coop(),
                                        closed.accountId(),
                                        "card.ended",
                                        it.memberId(),
                                        ""));
    }

    private Card make(CoopId coop, UUID memberId, UUID account, String action) {
        var card = new Card(Ids.next(clock), memberId, secrets.number(), clock.instant());
        store.insert(coop, card, secrets.fresh(coop, card.cardId()));
        audit.note(coop, account, action, memberId, "");
        return of(coop, memberId).orElseThrow(() -> new IllegalStateException("no card was made"));
    }

    /** The account of a member who may have a card. */
    private UUID requireRight(CoopId coop, UUID memberId) {
        var member = members.get(coop, memberId);
        rights.refusal(coop, member)
                .ifPresent(
                        why -> {
                            throw Refused.because(why);
                        });
        return member.accountId().orElseThrow();
    }
}
