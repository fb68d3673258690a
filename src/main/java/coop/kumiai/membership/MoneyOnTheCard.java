package coop.kumiai.membership;

import coop.kumiai.accounts.ClosingObjection;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.wallet.Wallet;
import coop.kumiai.wallet.Wallets;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Nobody leaves, or closes their account, with e-money unspent: it is spent, or paid out by staff
 * with the closing of the e-money (解約).
 */
@Component
class MoneyOnTheCard implements LeavingObstacle, ClosingObjection {
    private final Wallets wallets;
    private final Members members;

    MoneyOnTheCard(Wallets wallets, Members members) {
        this.wallets = wallets;
        this.members = members;
    }

    @Override
    public List<LeavingRefusal.MoneyLeft> against(CoopId coop, Member member) {
        return wallets.of(coop, member.memberId()).flatMap(MoneyOnTheCard::left).stream().toList();
    }

    @Override
    public List<? extends Refusal> against(CoopId coop, UUID accountId) {
        return members.byAccount(coop, accountId).map(it -> against(coop, it)).orElse(List.of());
    }

    private static Optional<LeavingRefusal.MoneyLeft> left(Wallet wallet) {
        var money = wallet.money().plus(wallet.held());
        return money.isZero() ? Optional.empty() : Optional.of(new LeavingRefusal.MoneyLeft(money));
    }
}
