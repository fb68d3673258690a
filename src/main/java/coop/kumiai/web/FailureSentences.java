package coop.kumiai.web;

/** What a status says to people, on pages and at the API. */
final class FailureSentences {
    private FailureSentences() {}

    /** The heading of the page that says it. */
    static String title(int status) {
        return switch (status) {
            case 401 -> "ログインが必要です";
            case 403 -> "この操作は行えませんでした";
            case 404 -> "ページが見つかりません";
            case 409 -> "操作する方が変わりました";
            case 422 -> "ご依頼を承れませんでした";
            case 503 -> "ただいま混み合っています";
            default -> status < 500 ? "うまく受け取れませんでした" : "うまく処理できませんでした";
        };
    }

    static String page(int status) {
        return switch (status) {
            case 401 -> "ログインしてからご利用ください。";
            case 403 -> "ご利用いただけないページか、画面を開いてから時間がたったようです。前のページを開き直して、もう一度お試しください。";
            case 404 -> "お探しのページは見つかりませんでした。アドレスが違うか、お取り扱いが終わったのかもしれません。";
            case 409 -> "この画面を開いたあとで、代わりの操作が始まったか、終わりました。いまの操作は何も行っていません。画面を開き直してから、もう一度お試しください。";
            case 413 -> "送られた内容が大きすぎます。短くして、もう一度お試しください。";
            case 503 -> "ただいまアクセスが集中しています。少し時間をおいて、もう一度お試しください。";
            default ->
                    status < 500
                            ? "送られた内容を読み取れませんでした。前のページに戻って、もう一度お試しください。"
                            : "申し訳ございません。ただいま処理できませんでした（番号9999）。時間をおいて、もう一度お試しください。";
        };
    }

    static String api(int status) {
        return switch (status) {
            case 401 -> "サインインが必要です。有効なトークンを Authorization ヘッダーに入れてください。";
            case 403 -> "この操作をする権限がありません。";
            case 404 -> "見つかりませんでした。";
            case 405 -> "このメソッドには対応していません。Allow ヘッダーをご覧ください。";
            case 406 -> "お求めの形式では返せません。Accept ヘッダーをお確かめください。";
            case 413 -> "送られた内容が大きすぎます。";
            case 415 -> "この形式には対応していません。JSON（application/json）でお送りください。";
            case 503 -> "ただいまアクセスが集中しています。Retry-After ヘッダーの秒数をおいて、もう一度お試しください。";
            default ->
                    status < 500
                            ? "送られた内容を読み取れませんでした。API の仕様をお確かめください。"
                            : "申し訳ございません。ただいま処理できませんでした。時間をおいて、もう一度お試しください。";
        };
    }
}
