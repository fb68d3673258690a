package coop.kumiai.charging;

import coop.kumiai.kernel.Refusal;

/** Why a charge does not begin. */
public sealed interface ChargingRefusal extends Refusal {

    /** The member has no e-money yet. */
    record NoWallet() implements ChargingRefusal {
        @Override
        public String code() {
            return "charging/no-wallet";
        }

        @Override
        public String sentence() {
            return "電子マネーをまだ始めていません。マイページで電子マネーを始めると、チャージできます。";
        }
    }

    /** It was granted, paid or ended meanwhile. */
    record TooLateToStop() implements ChargingRefusal {
        @Override
        public String code() {
            return "charging/too-late-to-stop";
        }

        @Override
        public String sentence() {
            return "このチャージは、お支払いが進んでいるため取りやめられません。";
        }
    }
}
