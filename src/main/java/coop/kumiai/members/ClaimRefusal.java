package coop.kumiai.members;

import coop.kumiai.kernel.Refusal;

/** Why staff cannot decide on a claimed member code so. */
public sealed interface ClaimRefusal extends Refusal {

    /** No decision without a reason. */
    record NoReason() implements ClaimRefusal {
        @Override
        public String code() {
            return "members/claim-without-reason";
        }

        @Override
        public String sentence() {
            return "理由を書いてください。だれがいつ、なぜ決めたかを記録します。";
        }

        @Override
        public String field() {
            return "reason";
        }
    }

    /** Another clerk was quicker. */
    record Decided(boolean confirmed) implements ClaimRefusal {
        @Override
        public String code() {
            return "members/claim-decided";
        }

        @Override
        public String sentence() {
            return confirmed ? "この申し出は、もう確認済みです。" : "この申し出は、名簿にないものとして、もうお返事しました。";
        }
    }

    /** The code is somebody else's. */
    record CodeIsTaken(MemberCode memberCode, String holder) implements ClaimRefusal {
        @Override
        public String code() {
            return "members/claimed-code-taken";
        }

        @Override
        public String sentence() {
            return "組合員コード%sは、%s様のものとして登録されています。ご本人の番号をお確かめください。".formatted(memberCode, holder);
        }
    }
}
