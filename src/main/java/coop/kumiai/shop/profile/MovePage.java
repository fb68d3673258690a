package coop.kumiai.shop.profile;

import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Address;
import coop.kumiai.members.Homes;
import coop.kumiai.members.Members;
import coop.kumiai.members.TypedAddress;
import coop.kumiai.shop.AddressEntry;
import coop.kumiai.shop.AddressFields;
import coop.kumiai.shop.AddressForm;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.LetterLine;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;

/**
 * ご住所の変更 (M-PAGE-1) at a co-op without a net shop: typed with the help of the postal code,
 * confirmed, changed. A net shop has delivery addresses instead.
 */
@Controller
@Allow(Who.MEMBER)
@RecentProof
class MovePage {
    private final SignedInMember signedIn;
    private final Members members;
    private final Homes homes;
    private final AddressEntry entry;
    private final Pages pages;

    MovePage(
            SignedInMember signedIn,
            Members members,
            Homes homes,
            AddressEntry entry,
            Pages pages) {
        this.signedIn = signedIn;
        this.members = members;
        this.homes = homes;
        this.entry = entry;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/home")
    View show(Visit visit) {
        requireNoNetShop(visit);
        var member = signedIn.of(visit).memberId();
        var now =
                members.addresses(visit.coopId(), member).stream()
                        .findFirst()
                        .map(MovePage::form)
                        .orElse(AddressForm.EMPTY);
        return page(visit, entry.fields(visit, now, FormErrors.NONE), FormErrors.NONE);
    }

    @PostMapping("/{coop}/account/home")
    View change(Visit visit, AddressForm where, @RequestParam(defaultValue = "") String action) {
        requireNoNetShop(visit);
        if (action.equals("lookup") || where.isOnlyAPostalCode()) {
            var found = entry.lookedUp(visit, where);
            return page(visit, found, found.errors());
        }
        var right = entry.putRight(where);
        var errors = entry.errors(right);
        if (action.equals("back") || !errors.isEmpty()) {
            var shown = action.equals("back") ? FormErrors.NONE : errors;
            return page(visit, entry.fields(visit, right, shown), shown);
        }
        try {
            return action.equals("save") ? save(visit, right) : letter(visit, right);
        } catch (Refused refused) {
            var why = FormErrors.of(refused.refusals());
            return page(visit, entry.fields(visit, right, why), why);
        }
    }

    private View save(Visit visit, AddressForm right) {
        homes.move(visit.coopId(), signedIn.of(visit).memberId(), typed(right));
        return SeeOther.at(visit.path("account?done=profile"));
    }

    private View letter(Visit visit, AddressForm right) {
        var member = signedIn.of(visit).memberId();
        var address = homes.check(visit.coopId(), member, typed(right));
        return pages.page(
                visit,
                "ご住所の確認",
                "shop/profile/homeConfirm.jte",
                Map.of(
                        "where",
                        right,
                        "lines",
                        List.of(LetterLine.of("新しいご住所", address.oneLine()))));
    }

    private View page(Visit visit, AddressFields fields, FormErrors errors) {
        return pages.form(
                visit, "ご住所の変更", "shop/profile/home.jte", Map.of("address", fields), errors);
    }

    private static void requireNoNetShop(Visit visit) {
        if (visit.netShop()) {
            throw new NotFound("home");
        }
    }

    private static TypedAddress typed(AddressForm where) {
        return new TypedAddress(
                "",
                "",
                "",
                where.postalCode(),
                where.prefecture(),
                where.city(),
                where.town(),
                where.street(),
                where.building());
    }

    private static AddressForm form(Address address) {
        var place = address.place();
        return new AddressForm(
                place.postalCode().toString(),
                "",
                place.prefecture(),
                place.city(),
                place.town(),
                address.street(),
                address.building());
    }
}
