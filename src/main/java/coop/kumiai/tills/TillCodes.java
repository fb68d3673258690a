package coop.kumiai.tills;

import coop.kumiai.accounts.Sealing;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;
import coop.kumiai.wallet.Instruction;
import coop.kumiai.wallet.PointUse;
import coop.kumiai.wallet.ReceiptLine;
import coop.kumiai.wallet.Wallets;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * 取引コード: the till shows what is to be paid, the member confirms it on a phone. A code is good once:
 * it ends with the payment, with a no of the wallet, with the till's withdrawal, or with its time.
 */
@Service
public class TillCodes {
    private static final int SIGNS = 12;

    /** Without those that are taken for one another. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final TillClaims claims;
    private final OfferStore store;
    private final TillEntryStore entries;
    private final Wallets wallets;
    private final Sealing sealing;
    private final Policies policies;
    private final Clock clock;

    TillCodes(
            TillClaims claims,
            OfferStore store,
            TillEntryStore entries,
            Wallets wallets,
            Sealing sealing,
            Policies policies,
            Clock clock) {
        this.claims = claims;
        this.store = store;
        this.entries = entries;
        this.wallets = wallets;
        this.sealing = sealing;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A code for an amount; the same request again has the same code.
     *
     * @param lines of the receipt, in sum the amount; none where the till does not know them
     * @throws Refused when the lines come to another amount, or the key stood for something else
     */
    @Transactional(noRollbackFor = Refused.class)
    public ShownCode show(CoopId coop, TillRequest request, Yen amount, List<ReceiptLine> lines) {
        var sum = Yen.sum(lines.stream().map(ReceiptLine::amount).toList());
        if (!lines.isEmpty() && !sum.equals(amount)) {
            throw Refused.because(new OfferRefusal.LinesDiffer(amount, sum));
        }
        var claim = claims.byNobody(coop, request, "code\n" + amount + "\n" + lines);
        var entry = claim.entry();
        if (claim.repeated()) {
            return shown(coop, held(coop, entry), false);
        }
        var until = clock.instant().plus(terms(coop).valid());
        var offer = new Offer(entry, amount, List.copyOf(lines), Offer.State.OPEN, until);
        store.insert(coop, offer, mark(coop, code(coop, entry)));
        return shown(coop, offer, true);
    }

    /**
     * How far a code has come.
     *
     * @throws NotFound when the till has shown none under this key
     */
    @Transactional
    public ShownCode look(CoopId coop, UUID tillId, String key) {
        return shown(coop, held(coop, entry(coop, tillId, key)), false);
    }

    /**
     * Withdraws a code, so that nobody pays what was paid otherwise; a member who was faster has
     * paid, and the answer says so.
     *
     * @throws NotFound when the till has shown none under this key
     */
    @Transactional
    public ShownCode drop(CoopId coop, UUID tillId, String key) {
        var offer = held(coop, entry(coop, tillId, key));
        if (offer.state() != Offer.State.OPEN) {
            return shown(coop, offer, false);
        }
        var dropped = offer.as(Offer.State.DROPPED);
        store.change(coop, dropped);
        return shown(coop, dropped, false);
    }

    /**
     * What a member is asked to pay, by the code that they have read or typed.
     *
     * @throws Refused when there is no such code any more, or after too many wrong ones
     */
    @Transactional(noRollbackFor = Refused.class)
    public AskedPayment ask(CoopId coop, UUID memberId, String code) {
        var offer = find(coop, memberId, code);
        if (!offer.isOpenAt(clock.instant())) {
            throw over(coop);
        }
        var entry = offer.entry();
        return new AskedPayment(
                entry.storeId(), entry.tillId(), offer.amount(), offer.lines(), offer.expiresAt());
    }

    /**
     * The member confirms. Twice pressed, it is paid once and answered twice.
     *
     * @throws Refused when the wallet says no, which ends the code, or there is no such code any
     *     more
     */
    @Transactional(noRollbackFor = Refused.class)
    public TillReceipt pay(CoopId coop, UUID memberId, String code, PointUse points) {
        var wallet =
                wallets.of(coop, memberId)
                        .orElseThrow(() -> Refused.because(claims.noWallet(coop)))
                        .walletId();
        var offer = find(coop, memberId, code);
        if (offer.state() == Offer.State.PAID
                && offer.entry().walletId().equals(Optional.of(wallet))) {
            return receipt(coop, offer).orElseThrow();
        }
        if (!offer.isOpenAt(clock.instant())) {
            throw over(coop);
        }
        return pay(coop, offer, wallet, points);
    }

    private TillReceipt pay(CoopId coop, Offer offer, UUID wallet, PointUse points) {
        var entry = offer.entry().of(Optional.of(wallet), Optional.empty());
        entries.settle(coop, entry);
        try {
            var pay = new Instruction.Pay(entry.ledgerKey(), wallet, offer.purchase(), points);
            var receipt = wallets.post(coop, pay);
            store.change(coop, offer.as(Offer.State.PAID));
            return entry.answered(receipt, false);
        } catch (Refused no) {
            store.change(coop, offer.as(Offer.State.REFUSED));
            throw no;
        }
    }

    private Offer find(CoopId coop, UUID memberId, String code) {
        var most = terms(coop).mostWrongPerMinute();
        if (store.wrong(coop, memberId, clock.instant()) >= most) {
            throw Refused.because(new OfferRefusal.TooManyWrong(most));
        }
        var offer = store.byMark(coop, mark(coop, tidy(code)));
        if (offer.isEmpty()) {
            store.countWrong(coop, memberId, clock.instant());
        }
        return offer.orElseThrow(() -> Refused.because(new OfferRefusal.NoSuchCode()));
    }

    private TillEntry entry(CoopId coop, UUID tillId, String key) {
        return entries.byKey(coop, tillId, key).orElseThrow(() -> new NotFound("code"));
    }

    private Offer held(CoopId coop, TillEntry entry) {
        return store.of(coop, entry.entryId()).orElseThrow(() -> new NotFound("code"));
    }

    private ShownCode shown(CoopId coop, Offer offer, boolean isNew) {
        var over = offer.state() == Offer.State.OPEN && !offer.isOpenAt(clock.instant());
        return new ShownCode(
                code(coop, offer.entry()),
                offer.amount(),
                over ? "expired" : offer.state().code(),
                offer.expiresAt(),
                receipt(coop, offer),
                isNew);
    }

    private Optional<TillReceipt> receipt(CoopId coop, Offer offer) {
        return wallets.find(coop, offer.entry().ledgerKey())
                .map(it -> offer.entry().answered(it, true));
    }

    private Refused over(CoopId coop) {
        return Refused.because(new OfferRefusal.UsedOrOver(terms(coop).valid()));
    }

    /** Follows from the entry: nobody can make it up, and it need not be kept. */
    private String code(CoopId coop, TillEntry entry) {
        var bytes = sealing.mark("till-code\n" + coop.code(), entry.entryId().toString());
        var text = new StringBuilder();
        for (var i = 0; i < SIGNS; i++) {
            text.append(ALPHABET.charAt(Byte.toUnsignedInt(bytes[i]) % ALPHABET.length()));
        }
        return text.toString();
    }

    private static String mark(CoopId coop, String code) {
        return Hashes.sha256(coop.code(), code);
    }

    private static String tidy(String code) {
        return JapaneseText.tidy(code).replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    }

    private CodeTerms terms(CoopId coop) {
        return policies.today(coop, CodeTerms.class);
    }
}
