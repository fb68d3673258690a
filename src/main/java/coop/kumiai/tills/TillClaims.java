package coop.kumiai.tills;

import coop.kumiai.cards.CardChecks;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Members;
import coop.kumiai.wallet.Openings;
import coop.kumiai.wallet.WalletRefusal;
import coop.kumiai.wallet.Wallets;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
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
    private final Clock clock;

    TillClaims(
            TillEntryStore store,
            CardChecks cards,
            Members members,
            Wallets wallets,
            Openings openings,
            Clock clock) {
        this.store = store;
        this.cards = cards;
        this.members = members;
        this.wallets = wallets;
        this.openings = openings;
        this.clock = clock;
    }

    /**
     * @param repeated whether the till had asked before
     */
    record Claim(TillEntry entry, boolean repeated) {}

    /** Who is settled by a claim: a wallet, and of a refund the payment. */
    private record Whose(UUID walletId, Optional<UUID> about) {}

    /** How a claim finds out; a refusal is kept like an answer. */
    private interface Search {
        Whose find();
    }

    /** By the one-time code that the member shows; it is taken. */
    @Transactional(noRollbackFor = Refused.class)
    Claim byCode(CoopId coop, TillRequest request, TillEntryKind kind, String code) {
        return claim(
                coop,
                request,
                kind,
                code,
                () -> new Whose(walletOf(coop, request.tillId(), kind, code), Optional.empty()));
    }

    /** By the number of a payment of the same store. */
    @Transactional(noRollbackFor = Refused.class)
    Claim byPayment(CoopId coop, TillRequest request, UUID transaction) {
        return claim(
                coop,
                request,
                TillEntryKind.REFUND,
                transaction.toString(),
                () -> {
                    var payment = payment(coop, request, transaction);
                    return new Whose(payment.wallet(), Optional.of(payment.entryId()));
                });
    }

    private Claim claim(
            CoopId coop, TillRequest request, TillEntryKind kind, String subject, Search search) {
        if (!KEY.matcher(request.key()).matches()) {
            throw Refused.because(new TillRefusal.BadKey(LEAST_KEY, MOST_KEY));
        }
        var entry = fresh(request, kind, subject);
        if (store.insert(coop, entry, request.key(), clock.instant())) {
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
                digest(kind, subject),
                kind,
                Optional.empty(),
                Optional.empty(),
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

    /** Whose it is, by the code; a charge may open it, where the co-op has it so (U-SIGN-1). */
    private UUID walletOf(CoopId coop, UUID tillId, TillEntryKind kind, String code) {
        var card = cards.check(coop, tillId, code);
        if (!card.mayPay()) {
            throw Refused.because(new TillRefusal.OlderCard());
        }
        var member =
                members.byCode(coop, card.memberCode()).orElseThrow(() -> new NotFound("member"));
        if (kind == TillEntryKind.CHARGE) {
            return openings.atTill(coop, member.memberId()).walletId();
        }
        return wallets.of(coop, member.memberId())
                .orElseThrow(() -> Refused.because(noWallet(coop)))
                .walletId();
    }

    private Refusal noWallet(CoopId coop) {
        return switch (openings.terms(coop).way()) {
            case OFF -> new WalletRefusal.NotOffered();
            case AT_TILL -> new TillRefusal.NoWallet();
            case ON_MY_PAGE -> new WalletRefusal.NotBegun();
        };
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

    /** A code is not kept as it was shown. */
    private static String digest(TillEntryKind kind, String subject) {
        try {
            var text = kind.code() + "\n" + subject;
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
