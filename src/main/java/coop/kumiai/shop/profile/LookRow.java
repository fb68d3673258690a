package coop.kumiai.shop.profile;

import coop.kumiai.accounts.AuditEntry;

import java.util.Map;

/** One line of わたしの情報を見た人. */
public record LookRow(String at, String who, String what, String reason) {
    private static final String REPRESENTATIVE = "さん（代理の方）";
    private static final Map<String, String> ACTED =
            Map.of(
                    "representative.accepted", "代理を引き受けました",
                    "representative.ended", "代理をやめました",
                    "acting.began", "代わりの操作を始めました",
                    "acting.ended", "代わりの操作を終えました",
                    "acting.order.looked-at", "お買い物の画面を見ました",
                    "acting.order.changed", "カートやお届けの便を選びました",
                    "acting.order-placed", "ご注文をしました",
                    "acting.order-cancelled", "ご注文を取り消しました",
                    "acting.statements.looked-at", "請求明細を見ました");
    private static final Map<String, String> THINGS =
            Map.ofEntries(
                    Map.entry("order", "ご注文"),
                    Map.entry("delivery", "お届け先"),
                    Map.entry("member", "登録の内容"),
                    Map.entry("application", "加入のお申し込み"),
                    Map.entry("request", "届出"),
                    Map.entry("claim", "組合員コード"),
                    Map.entry("share", "出資金"),
                    Map.entry("card", "組合員証"),
                    Map.entry("older-card", "紙・ラミネートの組合員証"),
                    Map.entry("billing", "請求明細"),
                    Map.entry("representative", "代理の登録"),
                    Map.entry("sign-in", "ログイン"));

    /** Who it was: staff, or whoever acted for the member. */
    static String who(AuditEntry entry) {
        return entry.byStaff() ? entry.actor() : entry.actor() + REPRESENTATIVE;
    }

    /** An action's stable name in words: {@code order.looked-at} is ご注文を見ました. */
    static String words(AuditEntry entry) {
        var action = entry.action();
        if (!entry.byStaff()) {
            return ACTED.getOrDefault(action, "代わりに操作しました");
        }
        var thing = THINGS.getOrDefault(action.split("\\.", 2)[0], "登録の内容");
        return thing + (action.endsWith(".looked-at") ? "を見ました" : "の手続きをしました");
    }

    /** Why staff did it, or what a representative did it to. */
    public String reasonLine() {
        return who.endsWith(REPRESENTATIVE) ? reason : "理由：" + reason;
    }
}
