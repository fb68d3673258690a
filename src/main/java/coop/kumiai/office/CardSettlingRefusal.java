package coop.kumiai.office;

import coop.kumiai.kernel.Refusal;

/** What is missing to settle what a card has not paid. */
enum CardSettlingRefusal implements Refusal {
    NO_PAYMENT("payment", "精算するお支払いを選び直してください。済んだものと、金額が変わったものは、そのままでは精算できません。"),
    NO_WAY("way", "不足の金額をどうしたかを選んでください。"),
    NO_REASON("reason", "理由を書いてください。監査の記録に残ります。");

    private final String field;
    private final String sentence;

    CardSettlingRefusal(String field, String sentence) {
        this.field = field;
        this.sentence = sentence;
    }

    @Override
    public String code() {
        return "office/card-settling-" + field;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String field() {
        return field;
    }
}
