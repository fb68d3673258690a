package coop.kumiai.wallet;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

import java.time.Duration;

/** Why nothing happened to a wallet. Kept under the key of its instruction, word for word. */
public sealed interface WalletRefusal extends Refusal {
    /** An answer given before. */
    record AsBefore(String code, String sentence, String field) implements WalletRefusal {}

    record KeyOfAnother(String key) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/key-of-another";
        }

        @Override
        public String sentence() {
            return "受付番号「%s」は、内容の異なる取引にもう使われています。新しい番号でやり直してください。".formatted(key);
        }
    }

    record BadKey(int mostCharacters) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/bad-key";
        }

        @Override
        public String sentence() {
            return "受付番号は%d文字までの英数字と記号（- _ . :）で付けてください。".formatted(mostCharacters);
        }
    }

    record NotUsable(WalletState state) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/" + state.code();
        }

        @Override
        public String sentence() {
            return switch (state) {
                case UNVERIFIED -> "この電子マネーは、ご本人の確認が済むとお使いになれます。マイページで確認のお手続きをしてください。";
                case SUSPENDED -> "この電子マネーは利用を停止しています。残高とポイントはそのままです。マイページで利用を再開できます。";
                case CLOSED -> "この電子マネーは解約されています。";
                case ACTIVE -> "この電子マネーは、いまお使いになれます。停止していないため、再開のお手続きは要りません。";
            };
        }
    }

    record NotAnAmount(Yen least) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/not-an-amount";
        }

        @Override
        public String sentence() {
            return "金額は%s以上で入れてください。".formatted(least);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    record LinesDiffer(Yen lines, Yen amount) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/lines-differ";
        }

        @Override
        public String sentence() {
            return "明細の合計%sが、お支払いの金額%sと一致しません。明細をお確かめください。".formatted(lines, amount);
        }
    }

    record NotEnough(Yen available, Yen asked) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/not-enough";
        }

        @Override
        public String sentence() {
            return "ここでお使いになれる残高は%sで、%sのお支払いには%s足りません。チャージするか、ほかのお支払い方法をお選びください。"
                    .formatted(available, asked, asked.minus(available));
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    record NotEnoughPoints(long available, long asked) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/not-enough-points";
        }

        @Override
        public String sentence() {
            return "お使いになれるポイントは%,dポイントです。%,dポイントはお使いになれません。".formatted(available, asked);
        }

        @Override
        public String field() {
            return "points";
        }
    }

    record AboveMostPerPayment(Yen most, Yen actual) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/above-most-per-payment";
        }

        @Override
        public String sentence() {
            return "一回のお支払いは%sまでです。%sは、分けるか、ほかの方法でお支払いください。".formatted(most, actual);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    record AboveMostPerDay(Yen most, Yen left) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/above-most-per-day";
        }

        @Override
        public String sentence() {
            return "電子マネーのお支払いは一日%sまでです。きょうはあと%sお使いになれます。".formatted(most, left);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    record ChannelShut(Channel channel) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/channel-shut";
        }

        @Override
        public String sentence() {
            return "%sでのチャージはお受けしていません。ほかの方法でチャージしてください。".formatted(channel.words());
        }
    }

    record ChargeOutside(Yen least, Yen most) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/charge-outside";
        }

        @Override
        public String sentence() {
            return "この方法でのチャージは、一回%sから%sまでです。".formatted(least, most);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    record ChargedTooMuch(Yen most, Yen left) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/charged-too-much";
        }

        @Override
        public String sentence() {
            return "この方法でのチャージは一日%sまでです。きょうはあと%sチャージできます。お支払い前の受付分も数えています。".formatted(most, left);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    record AboveMostBalance(Yen most, Yen left) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/above-most-balance";
        }

        @Override
        public String sentence() {
            return "残高は%sまでです。あと%sチャージできます。保留中の金額と、お支払い前の受付分も数えています。".formatted(most, left);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    record NoSuchMoney(String money) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/no-such-money";
        }

        @Override
        public String sentence() {
            return "電子マネーの種類「%s」はありません。".formatted(money);
        }
    }

    record NothingToRefund() implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/nothing-to-refund";
        }

        @Override
        public String sentence() {
            return "返金できるお支払いが見つかりません。お支払いの番号をお確かめください。";
        }
    }

    record MoreThanWasCharged(Yen left, Yen asked) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/more-than-was-charged";
        }

        @Override
        public String sentence() {
            return "このチャージで取り消せるのは、あと%sです。%sは取り消せません。".formatted(left, asked);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    record SpentSince(Yen unspent, Yen asked) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/spent-since";
        }

        @Override
        public String sentence() {
            return "チャージした分がもう使われているため、%sは取り消せません。取り消せるのは%sまでです。先にお支払いを返金すると、その分も取り消せます。"
                    .formatted(asked, unspent);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    record MoreThanWasPaid(Yen left, Yen asked) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/more-than-was-paid";
        }

        @Override
        public String sentence() {
            return "このお支払いで返金できるのは、あと%sです。%sは返金できません。".formatted(left, asked);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    record NotWaiting(Duration valid) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/not-waiting";
        }

        @Override
        public String sentence() {
            return "この保留は、もう終わっています。保留は%sで解けます。お支払いをはじめからやり直してください。"
                    .formatted(JapaneseDates.duration(valid));
        }
    }

    record NoSuchCharge() implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/no-such-charge";
        }

        @Override
        public String sentence() {
            return "受け付けているチャージが見つかりません。受付の番号と金額をお確かめください。";
        }
    }

    record MoreThanIsHeld(Yen held, Yen asked) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/more-than-is-held";
        }

        @Override
        public String sentence() {
            return "お支払いのために保留しているのは%sです。%sはお支払いになれません。".formatted(held, asked);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    record NoMoves() implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/no-moves";
        }

        @Override
        public String sentence() {
            return "電子マネーをほかの方へ移すことはできません。";
        }
    }

    record ToOneself() implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/to-oneself";
        }

        @Override
        public String sentence() {
            return "ご自分へは移せません。移す先をお確かめください。";
        }
    }

    record StillHeld(Yen held) implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/still-held";
        }

        @Override
        public String sentence() {
            return "お支払いの途中の%sがあります。お支払いが終わってから解約してください。".formatted(held);
        }
    }

    /** The co-op has no e-money. */
    record NotOffered() implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/not-offered";
        }

        @Override
        public String sentence() {
            return "この生協では、電子マネーをお使いになれません。ほかのお支払い方法をお選びください。";
        }
    }

    /** U-SIGN-1: nobody has agreed to its terms yet. */
    record NotBegun() implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/not-begun";
        }

        @Override
        public String sentence() {
            return "電子マネーは、まだご利用を始めていません。マイページの「電子マネー」でお手続きをすると、すぐにお使いになれます。";
        }

        @Override
        public String field() {
            return "code";
        }
    }

    record MembersOnly() implements WalletRefusal {
        @Override
        public String code() {
            return "wallet/members-only";
        }

        @Override
        public String sentence() {
            return "電子マネーは、組合員の方がお使いになれます。ご加入のお手続きが済んでからお試しください。";
        }
    }
}
