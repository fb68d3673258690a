package coop.kumiai.shop.charge;

import coop.kumiai.charging.Charging;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.KeptCard;
import coop.kumiai.payments.KeptCards;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.shop.Typed;
import coop.kumiai.wallet.Channel;
import coop.kumiai.wallet.ChargeTerms;
import coop.kumiai.wallet.OpenItem;
import coop.kumiai.wallet.Wallet;
import coop.kumiai.wallet.WalletLimits;
import coop.kumiai.wallet.WalletRefusal;
import coop.kumiai.wallet.WalletState;
import coop.kumiai.wallet.Wallets;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.LetterLine;
import coop.kumiai.web.Pages;
import coop.kumiai.web.PublicAddress;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** チャージ (U-WAL-2): the way and the sum, then the letter that is confirmed. */
@Controller
@Allow(Who.MEMBER)
@RequestMapping("/{coop}/account/wallet/charge")
class ChargePage {
    private final Charging charging;
    private final Wallets wallets;
    private final KeptCards cards;
    private final SignedInMember member;
    private final PublicAddress address;
    private final Policies policies;
    private final Pages pages;
    private final Clock clock;

    ChargePage(
            Charging charging,
            Wallets wallets,
            KeptCards cards,
            SignedInMember member,
            PublicAddress address,
            Policies policies,
            Pages pages,
            Clock clock) {
        this.charging = charging;
        this.wallets = wallets;
        this.cards = cards;
        this.member = member;
        this.address = address;
        this.policies = policies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View show(Visit visit) {
        return form(visit, "", "", "", FormErrors.NONE);
    }

    @PostMapping
    View choose(
            Visit visit,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String chain,
            @RequestParam(defaultValue = "") String amount,
            HttpSession session) {
        var draft = new ChargeDraft(UUID.randomUUID().toString(), yen(amount), way, chain, null);
        try {
            check(visit, draft);
        } catch (Refused refused) {
            return form(visit, way, chain, amount, FormErrors.of(refused.refusals()));
        }
        draft.keep(session, visit);
        var isTyped = way.equals(ChargeDraft.CARD);
        return SeeOther.at(visit.path("account/wallet/charge/" + (isTyped ? "card" : "confirm")));
    }

    @GetMapping("/confirm")
    View confirm(Visit visit, HttpSession session) {
        return ChargeDraft.find(session, visit)
                .map(it -> letter(visit, it))
                .orElseGet(() -> SeeOther.at(visit.path("account/wallet/charge")));
    }

    @PostMapping("/confirm")
    View charge(Visit visit, HttpSession session) {
        var draft = ChargeDraft.find(session, visit);
        if (draft.isEmpty()) {
            return SeeOther.at(visit.path("account/wallet/charge"));
        }
        var it = draft.get();
        if (it.channel() == Channel.CARD && it.card().isEmpty()) {
            return SeeOther.at(visit.path("account/wallet/charge/card"));
        }
        try {
            var id = begin(visit, it);
            ChargeDraft.drop(session, visit);
            return SeeOther.at(visit.path("account/wallet/charge/" + id));
        } catch (Refused refused) {
            var typed = Long.toString(it.yen());
            return form(visit, it.way(), it.chain(), typed, FormErrors.of(refused.refusals()));
        }
    }

    private UUID begin(Visit visit, ChargeDraft draft) {
        var coop = visit.coopId();
        var memberId = member.of(visit).memberId();
        var begun =
                draft.card()
                        .map(
                                card ->
                                        charging.byCard(
                                                coop,
                                                memberId,
                                                draft.key(),
                                                draft.amount(),
                                                card,
                                                id ->
                                                        address.of(
                                                                coop,
                                                                "account/wallet/charge/"
                                                                        + id
                                                                        + "/paid")))
                        .orElseGet(
                                () ->
                                        charging.atStore(
                                                coop,
                                                memberId,
                                                draft.key(),
                                                draft.amount(),
                                                draft.store()));
        return begun.chargeId();
    }

    /** What can be said before anything is asked; the rest the ledger says. */
    private void check(Visit visit, ChargeDraft draft) {
        draft.keptCard()
                .ifPresent(it -> cards.get(visit.coopId(), member.of(visit).memberId(), it));
        var terms = open(visit).get(draft.channel());
        if (terms == null) {
            throw Refused.because(new WalletRefusal.ChannelShut(draft.channel()));
        }
        var amount = draft.amount();
        if (amount.isLessThan(terms.least()) || amount.isMoreThan(terms.most())) {
            throw Refused.because(new WalletRefusal.ChargeOutside(terms.least(), terms.most()));
        }
    }

    private View form(Visit visit, String way, String chain, String amount, FormErrors errors) {
        var wallet = wallets.of(visit.coopId(), member.of(visit).memberId());
        if (wallet.filter(it -> it.state() == WalletState.ACTIVE).isEmpty()) {
            return SeeOther.at(visit.path("account/wallet"));
        }
        var fields =
                new ChargeFields(
                        open(visit),
                        left(visit, wallet.get()),
                        kept(visit),
                        way,
                        chain,
                        amount,
                        errors);
        return pages.form(
                visit,
                "チャージ",
                "shop/charge/charge.jte",
                Map.of(
                        "fields",
                        fields,
                        "balance",
                        wallet.get().money(),
                        "open",
                        charging.open(visit.coopId(), wallet.get().memberId())),
                errors);
    }

    private View letter(Visit visit, ChargeDraft draft) {
        var change = visit.path("account/wallet/charge");
        return pages.page(
                visit,
                "チャージの確認",
                "shop/charge/confirm.jte",
                Map.of(
                        "name",
                        member.of(visit).name().full(),
                        "lines",
                        List.of(
                                LetterLine.of("金額", draft.amount().toString(), change),
                                LetterLine.of("方法", words(visit, draft), change)),
                        "store",
                        draft.channel() == Channel.CONVENIENCE));
    }

    private String words(Visit visit, ChargeDraft draft) {
        if (draft.channel() == Channel.CONVENIENCE) {
            return Channel.CONVENIENCE.words() + "（" + draft.store().words() + "）";
        }
        var typed = draft.typed();
        var label =
                draft.keptCard()
                        .map(
                                it ->
                                        cards.get(visit.coopId(), member.of(visit).memberId(), it)
                                                .label())
                        .orElseGet(() -> typed == null ? "これから入力" : typed.label());
        return Channel.CARD.words() + "（" + label + "）";
    }

    private List<KeptCard> kept(Visit visit) {
        return cards.usable(visit.coopId(), member.of(visit).memberId());
    }

    private Map<Channel, ChargeTerms> open(Visit visit) {
        var today = LocalDate.now(clock);
        var open = new EnumMap<Channel, ChargeTerms>(Channel.class);
        for (var it : List.of(Channel.CARD, Channel.CONVENIENCE)) {
            var terms = policies.at(visit.coopId(), ChargeTerms.class, it.code(), today);
            if (terms.open()) {
                open.put(it, terms);
            }
        }
        return open;
    }

    /** What it may still hold, what is held and announced counted. */
    private Yen left(Visit visit, Wallet wallet) {
        var waiting =
                wallets.waiting(visit.coopId(), wallet.walletId()).stream()
                        .filter(it -> it.kind() == OpenItem.Kind.CHARGE)
                        .map(OpenItem::amount)
                        .toList();
        var left =
                policies.today(visit.coopId(), WalletLimits.class)
                        .mostBalance()
                        .minus(wallet.money())
                        .minus(wallet.held())
                        .minus(Yen.sum(waiting));
        return Yen.of(Math.max(0, left.amount()));
    }

    private static long yen(String typed) {
        return Typed.number(typed.replaceAll("[,，円\\s]", "")).orElse(0);
    }
}
