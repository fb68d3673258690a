package coop.kumiai.shop.emoney;

import coop.kumiai.members.Member;
import coop.kumiai.wallet.MyWallet;
import coop.kumiai.wallet.Openings;
import coop.kumiai.wallet.WalletShown;
import coop.kumiai.web.Visit;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** 電子マネー as My Page lists it, and what comes before My Page at the first sign-in. */
@Component
public class EMoneyEntrance {
    private static final String ASKED = "KUMIAI_EMONEY_ASKED";
    private final MyWallet wallet;
    private final Openings openings;

    EMoneyEntrance(MyWallet wallet, Openings openings) {
        this.wallet = wallet;
        this.openings = openings;
    }

    /**
     * Whether the page that begins e-money comes first (U-SIGN-1): once for each sign-in, so that
     * whoever wants it later is left in peace.
     */
    public boolean comesFirst(Visit visit, Member member, HttpServletRequest request) {
        var session = request.getSession(true);
        if (session.getAttribute(ASKED) != null || !openings.isAsked(visit.coopId(), member)) {
            return false;
        }
        session.setAttribute(ASKED, true);
        return true;
    }

    /** What there is, in a few words; empty where the co-op has no e-money. */
    public Optional<String> words(Visit visit, Member member) {
        return openings.terms(visit.coopId()).used()
                ? Optional.of(
                        wallet.of(visit.coopId(), member.memberId())
                                .map(EMoneyEntrance::words)
                                .orElse("まだお使いになっていません"))
                : Optional.empty();
    }

    private static String words(WalletShown shown) {
        var state =
                switch (shown.wallet().state()) {
                    case ACTIVE -> "";
                    case UNVERIFIED -> "（ご利用の開始前）";
                    case SUSPENDED -> "（利用停止中）";
                    case CLOSED -> "（解約済み）";
                };
        return "残高 %s・%s%s".formatted(shown.money(), MovementWords.points(shown.points()), state);
    }
}
