package coop.kumiai.shop.emoney;

import coop.kumiai.documents.PaperSeller;
import coop.kumiai.wallet.Channel;
import coop.kumiai.wallet.ChargeTerms;
import coop.kumiai.wallet.OpeningTerms;
import coop.kumiai.wallet.PointTerms;
import coop.kumiai.wallet.WalletLimits;

import java.util.List;

/**
 * ご利用の条件: what has to be told of a prepaid means of payment (資金決済法13条), out of the policies of
 * today.
 *
 * @param ways how it can be charged
 * @param shops where it is taken, by name
 */
public record EMoneyTerms(
        OpeningTerms opening,
        PaperSeller issuer,
        WalletLimits limits,
        PointTerms points,
        List<Way> ways,
        List<String> shops) {

    /** One way to charge. */
    public record Way(Channel channel, ChargeTerms terms) {}
}
