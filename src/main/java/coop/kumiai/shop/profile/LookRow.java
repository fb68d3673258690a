package coop.kumiai.shop.profile;

import java.util.Map;

/** One line of わたしの情報を見た人. */
public record LookRow(String at, String who, String what, String reason) {
    private static final Map<String, String> THINGS =
            Map.of(
                    "order", "ご注文",
                    "delivery", "お届け先",
                    "member", "登録の内容",
                    "application", "加入のお申し込み",
                    "request", "届出",
                    "claim", "組合員コード",
                    "share", "出資金",
                    "card", "組合員証",
                    "billing", "請求明細",
                    "sign-in", "ログイン");

    /** An action's stable name in words: {@code order.looked-at} is ご注文を見ました. */
    static String words(String action) {
        var thing = THINGS.getOrDefault(action.split("\\.", 2)[0], "登録の内容");
        return thing + (action.endsWith(".looked-at") ? "を見ました" : "の手続きをしました");
    }
}
