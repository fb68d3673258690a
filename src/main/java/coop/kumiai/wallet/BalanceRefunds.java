package coop.kumiai.wallet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 残高の払戻し (X-WAL-4): what members have charged is paid out only for a reason of the law, and for
 * small reasons only up to a limit in each base period (資金決済法第20条第5項). It ends the wallet.
 */
@Service
public class BalanceRefunds {
    private static final int MOST_CHARACTERS = 200;
    private final BalanceRefundStore store;
    private final Wallets wallets;
    private final WalletBooks books;
    private final Policies policies;
    private final Clock clock;

    BalanceRefunds(
            BalanceRefundStore store,
            Wallets wallets,
            WalletBooks books,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.wallets = wallets;
        this.books = books;
        this.policies = policies;
        this.clock = clock;
    }

    /** The latest first. */
    public List<BalanceRefund> latest(CoopId coop, int most) {
        return store.latest(coop, most);
    }

    /** What small refunds come to in this base period, and may come to. */
    public RefundRoom room(CoopId coop) {
        var terms = policies.at(coop, PrepaidTerms.class, today());
        var paid = store.smallSince(coop, terms.lastBaseDay(today().minusDays(1)));
        return books.baseDays(coop, 1).stream()
                .findFirst()
                .map(it -> terms.mostRefunds(it.book().issued(), it.unused()))
                .map(most -> new RefundRoom(most, paid))
                .orElseGet(() -> new RefundRoom(Yen.ZERO, paid));
    }

    /**
     * Says why a balance would not be paid out.
     *
     * @throws Refused when the note is missing or the limit is reached
     * @throws NotFound when the member has no wallet
     */
    public Wallet check(CoopId coop, UUID memberId, RefundReason reason, String note) {
        var wallet = wallets.of(coop, memberId).orElseThrow(() -> new NotFound("wallet"));
        var tidy = JapaneseText.tidy(note);
        if (tidy.isEmpty() || JapaneseText.length(tidy) > MOST_CHARACTERS) {
            throw Refused.because(new BalanceRefusal.NoteMissing(MOST_CHARACTERS));
        }
        var left = room(coop).left();
        if (!reason.isUnavoidable() && wallet.money().isMoreThan(left)) {
            throw Refused.because(new BalanceRefusal.AboveRefundLimit(left, wallet.money()));
        }
        return wallet;
    }

    /**
     * Pays the balance out, once for each wallet: it is closed, and its points lapse.
     *
     * @throws Refused as {@link #check} does, and when something is held or under way
     */
    @Transactional
    public Yen payOut(CoopId coop, UUID memberId, RefundReason reason, String note, UUID staff) {
        store.lock(coop);
        var wallet = check(coop, memberId, reason, note);
        var key = "refund:" + Ids.next(clock);
        var paid =
                wallets.post(coop, new Instruction.Close(key, wallet.walletId(), reason.words()));
        store.insert(coop, paid, reason, JapaneseText.tidy(note), today(), staff);
        return Yen.ZERO.minus(paid.money());
    }

    private LocalDate today() {
        return JapaneseDates.dayOf(clock.instant());
    }
}
