package coop.kumiai.shop.charge;

import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.KeptCard;
import coop.kumiai.payments.StoreChain;
import coop.kumiai.wallet.Channel;
import coop.kumiai.wallet.ChargeTerms;
import coop.kumiai.web.Choice;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The questions before a charge, with the limits told at each of them.
 *
 * @param terms by channel, of those that are open
 * @param left what the wallet may still receive
 */
public record ChargeFields(
        Map<Channel, ChargeTerms> terms,
        Yen left,
        List<KeptCard> kept,
        String way,
        String chain,
        String typedAmount,
        FormErrors errors) {

    public boolean nothingOpen() {
        return terms.isEmpty();
    }

    public Choice ways() {
        var options = new ArrayList<Option>();
        if (terms.containsKey(Channel.CARD)) {
            kept.forEach(
                    it ->
                            options.add(
                                    Option.of(
                                            ChargeDraft.ofKept(it.cardId()),
                                            "登録済みのカード（%s）".formatted(it.label()),
                                            limits(Channel.CARD))));
            options.add(Option.of(ChargeDraft.CARD, "クレジットカードを入力する", limits(Channel.CARD)));
        }
        if (terms.containsKey(Channel.CONVENIENCE)) {
            options.add(
                    Option.of(
                            ChargeDraft.STORE,
                            Channel.CONVENIENCE.words() + "で現金で払う",
                            limits(Channel.CONVENIENCE)));
        }
        var chosen = way.isEmpty() && !options.isEmpty() ? options.getFirst().value() : way;
        return Choice.oneOf("way", "チャージの方法", options).chosen(chosen).errors(errors);
    }

    public Field amount() {
        return Field.digits("amount", "チャージする金額（円）")
                .hint("いま、あと%sまでチャージできます。".formatted(left))
                .value(typedAmount)
                .errors(errors);
    }

    public boolean hasStores() {
        return terms.containsKey(Channel.CONVENIENCE);
    }

    public Field stores() {
        var options =
                Arrays.stream(StoreChain.values())
                        .map(it -> Option.of(it.code(), it.words()))
                        .toList();
        return Field.select("chain", "コンビニで払うときのお店", options)
                .optional()
                .value(chain)
                .errors(errors);
    }

    private String limits(Channel channel) {
        var it = terms.get(channel);
        return it == null
                ? ""
                : "一回%sから%sまで、一日%sまでです。".formatted(it.least(), it.most(), it.mostPerDay());
    }
}
