package coop.kumiai.office;

import coop.kumiai.kernel.Refusal;

/** A member whose order staff cancel has to read why. */
record NoCancelReason() implements Refusal {
    @Override
    public String code() {
        return "office/no-cancel-reason";
    }

    @Override
    public String sentence() {
        return "取り消す理由を書いてください。組合員へのメールに載り、監査の記録にも残ります。";
    }

    @Override
    public String field() {
        return "reason";
    }
}
