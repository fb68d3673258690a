package coop.kumiai.tills;

import coop.kumiai.cards.CardChecks;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;
import coop.kumiai.wallet.Openings;
import coop.kumiai.wallet.WalletRefusal;
import coop.kumiai.wallet.Wallets;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The first step of a till's request: whose wallet is it about? What comes out is kept under the
 * key, together with the code that it took, before the ledger is asked; a repeat finds it.
 */
@Service
class TillClaims {
    private static final int LEAST_KEY = 8;
    private static final int MOST_KEY = 100;
    private static final Pattern KEY =
            Pattern.compile("[A-Za-z0-9._:-]{" + LEAST_KEY + "," + MOST_KEY + "}");

    private final TillEntryStore store;
    private final CardChecks cards;
    private final Members members;
    private final Wallets wallets;
    private final Openings openings;
    private final Policies policies;
    private final Clock clock;

    TillClaims(
            TillEntryStore store,
            CardChecks cards,
            Members members,
            Wallets wallets,
            Openings openings,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.cards = cards;
        this.members = members;
        this.wallets = wallets;
        this.openings = openings;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * @param repeated whether the till had asked before
     */
    record Claim(TillEntry entry, boolean repeated) {}

    /** What is settled by a claim: a wallet, and of a refund the payment. */
    private record Whose(Optional<UUID> walletId, Optional<UUID> about) {
        static final Whose NOBODY = new Whose(Optional.empty(), Optional.empty());

        static Whose of(UUID walletId) {
            return new Whose(Optional.of(walletId), Optional.empty());
        }

        static Whose goingOn(TillEntry from) {
            return new Whose(from.walletId(), Optional.of(from.entryId()));
        }
    }

    /** How a claim finds out; a refusal is kept like an answer. */
    private interface Search {
        Whose find();
    }

    /**
     * By the one-time code that the member shows; it is taken.
     *
     * @param asked what is to be done: the key is good for nothing else
     */
    @Transactional(noRollbackFor = Refused.class)
    Claim byCode(CoopId coop, TillRequest request, TillEntryKind kind, String code, String asked) {
        return claim(
                coop,
                request,
                kind,
                code + "\n" + asked,
                () -> Whose.of(walletOf(coop, kind, shown(coop, request.tillId(), code))));
    }

    /**
     * By a member whom the caller knows otherwise, in the caller's transaction.
     *
     * @param subject what the till has sent, as far as it may be kept
     * @param member whom it stands for; a refusal is kept
     */
    @Transactional(noRollbackFor = Refused.class)
    Claim byMember(
            CoopId coop,
            TillRequest request,
            TillEntryKind kind,
            String subject,
            Supplier<UUID> member) {
        return claim(
                coop, request, kind, subject, () -> Whose.of(walletOf(coop, kind, member.get())));
    }

    /** A payment that its member comes to later. */
    @Transactional(noRollbackFor = Refused.class)
    Claim byNobody(CoopId coop, TillRequest request, String subject) {
        return claim(coop, request, TillEntryKind.PAYMENT, subject, () -> Whose.NOBODY);
    }

    /** By the number of a payment of the same store. */
    @Transactional(noRollbackFor = Refused.class)
    Claim byPayment(CoopId coop, TillRequest request, UUID transaction, String asked) {
        return claim(
                coop,
                request,
                TillEntryKind.REFUND,
                transaction + "\n" + asked,
                () -> Whose.goingOn(payment(coop, request, transaction)));
    }

    /** By the number of a charge of the same till that its day still holds. */
    @Transactional(noRollbackFor = Refused.class)
    Claim byCharge(CoopId coop, TillRequest request, UUID transaction, String asked) {
        return claim(
                coop,
                request,
                TillEntryKind.VOID,
                transaction + "\n" + asked,
                () -> Whose.goingOn(charge(coop, request, transaction)));
    }

    private Claim claim(
            CoopId coop, TillRequest request, TillEntryKind kind, String subject, Search search) {
        if (!KEY.matcher(request.key()).matches()) {
            throw Refused.because(new TillRefusal.BadKey(LEAST_KEY, MOST_KEY));
        }
        var entry = fresh(request, kind, subject);
        if (store.insert(coop, entry, request.key())) {
            var settled = settle(entry, search);
            store.settle(coop, settled);
            return open(new Claim(settled, false));
        }
        var known =
                store.byKey(coop, request.tillId(), request.key())
                        .orElseThrow(() -> new IllegalStateException("a key without its entry"));
        if (!known.digest().equals(entry.digest())) {
            throw Refused.because(new TillRefusal.KeyOfAnother(request.key()));
        }
        return open(new Claim(known, true));
    }

    private TillEntry fresh(TillRequest request, TillEntryKind kind, String subject) {
        return new TillEntry(
                Ids.next(clock),
                request.tillId(),
                request.storeId(),
                // a code is not kept as it was shown
                Hashes.sha256(kind.code(), subject),
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                Optional.empty());
    }

    private static TillEntry settle(TillEntry entry, Search search) {
        try {
            var whose = search.find();
            return entry.of(whose.walletId(), whose.about());
        } catch (Refused no) {
            return entry.refused(TillRefusal.AsBefore.of(no.refusals().getFirst()));
        }
    }

    private static Claim open(Claim claim) {
        claim.entry()
                .refusal()
                .ifPresent(
                        why -> {
                            throw Refused.because(why);
                        });
        return claim;
    }

    private UUID shown(CoopId coop, UUID tillId, String code) {
        var card = cards.check(coop, tillId, code);
        if (!card.mayPay()) {
            throw Refused.because(new TillRefusal.OlderCard());
        }
        return members.byCode(coop, card.memberCode())
                .orElseThrow(() -> new NotFound("member"))
                .memberId();
    }

    /**
     * A charge may open it, where the co-op has it so (U-SIGN-1): a code is proof of a verified
     * sign-in, a card was issued to somebody whom the desk knows.
     */
    private UUID walletOf(CoopId coop, TillEntryKind kind, UUID memberId) {
        if (kind == TillEntryKind.CHARGE) {
            return openings.atTill(coop, memberId).walletId();
        }
        return wallets.of(coop, memberId)
                .orElseThrow(() -> Refused.because(noWallet(coop)))
                .walletId();
    }

    /** Why somebody has no e-money to pay with, and where it begins. */
    Refusal noWallet(CoopId coop) {
        return switch (openings.terms(coop).way()) {
            case OFF -> new WalletRefusal.NotOffered();
            case AT_TILL -> new TillRefusal.NoWallet();
            case ON_MY_PAGE -> new WalletRefusal.NotBegun();
        };
    }

    private TillEntry charge(CoopId coop, TillRequest request, UUID transaction) {
        var charge =
                store.find(coop, transaction)
                        .filter(it -> it.kind() == TillEntryKind.CHARGE)
                        .filter(it -> it.walletId().isPresent())
                        .orElseThrow(() -> Refused.because(new TillRefusal.NoSuchCharge()));
        if (!charge.tillId().equals(request.tillId())) {
            throw Refused.because(new TillRefusal.OfAnotherTill());
        }
        if (charge.closing().isPresent() || !charge.recordedOn().equals(LocalDate.now(clock))) {
            throw Refused.because(new TillRefusal.DayIsOver());
        }
        var within = policies.today(coop, VoidTerms.class).within();
        if (clock.instant().isAfter(charge.recordedAt().plus(within))) {
            throw Refused.because(new TillRefusal.VoidTooLate(within));
        }
        return charge;
    }

    private TillEntry payment(CoopId coop, TillRequest request, UUID transaction) {
        var payment =
                store.find(coop, transaction)
                        .filter(it -> it.kind() == TillEntryKind.PAYMENT)
                        .filter(it -> it.walletId().isPresent())
                        .orElseThrow(() -> Refused.because(new TillRefusal.NoSuchPayment()));
        if (!payment.storeId().equals(request.storeId())) {
            throw Refused.because(new TillRefusal.OfAnotherStore());
        }
        return payment;
    }
}
