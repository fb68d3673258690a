package coop.kumiai.shop.addresses;

import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Address;
import coop.kumiai.members.Addresses;
import coop.kumiai.members.Members;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** お届け先: the list, which one is the default (N-AREA-2), and removing one (N-REG-3). */
@Controller
@Allow(Who.MEMBER)
class AddressesPage {
    private final SignedInMember signedIn;
    private final Members members;
    private final Addresses addresses;
    private final Stores stores;
    private final Pages pages;

    AddressesPage(
            SignedInMember signedIn,
            Members members,
            Addresses addresses,
            Stores stores,
            Pages pages) {
        this.signedIn = signedIn;
        this.members = members;
        this.addresses = addresses;
        this.stores = stores;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/addresses")
    View show(Visit visit, @RequestParam(defaultValue = "") String done) {
        return page(visit, notices(done), HttpStatus.OK);
    }

    @RecentProof
    @PostMapping("/{coop}/account/addresses/{address}/first")
    View makeFirst(Visit visit, @PathVariable UUID address) {
        addresses.makeFirst(visit.coopId(), signedIn.of(visit).memberId(), address);
        return SeeOther.at(visit.path("account/addresses?done=first"));
    }

    @RecentProof
    @GetMapping("/{coop}/account/addresses/{address}/remove")
    View askToRemove(Visit visit, @PathVariable UUID address) {
        var found = members.address(visit.coopId(), signedIn.of(visit).memberId(), address);
        return pages.page(
                visit, "お届け先の取りやめ", "shop/addresses/remove.jte", Map.of("address", found));
    }

    @RecentProof
    @PostMapping("/{coop}/account/addresses/{address}/remove")
    View remove(Visit visit, @PathVariable UUID address) {
        try {
            addresses.remove(visit.coopId(), signedIn.of(visit).memberId(), address);
            return SeeOther.at(visit.path("account/addresses?done=removed"));
        } catch (Refused refused) {
            var sentence = refused.refusals().getFirst().sentence();
            return page(visit, List.of(Notice.refusal(sentence)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private View page(Visit visit, List<Notice> notices, HttpStatus status) {
        var all = members.addresses(visit.coopId(), signedIn.of(visit).memberId());
        var rows = new ArrayList<AddressRow>();
        for (var address : all) {
            rows.add(new AddressRow(address, store(visit, address), rows.isEmpty()));
        }
        return pages.page(
                visit,
                "お届け先",
                "shop/addresses/addresses.jte",
                Map.of("rows", rows, "notices", notices),
                status);
    }

    /** Areas may have changed since the address was taken. */
    private String store(Visit visit, Address address) {
        return stores.delivering(visit.coopId(), address.postalCode(), address.town())
                .map(Store::name)
                .map(name -> name + "からお届けします")
                .orElse("いまは、お届けできる地域の外です");
    }

    private static List<Notice> notices(String done) {
        return switch (done) {
            case "added" -> List.of(Notice.done("お届け先を加えました。次のご注文から選べます。"));
            case "changed" ->
                    List.of(Notice.done("お届け先を変えました。これからのご注文に使われます。確定ずみのご注文は、もとのご住所へお届けします。"));
            case "removed" -> List.of(Notice.done("お届け先を取りやめました。確定ずみのご注文は、そのままお届けします。"));
            case "first" -> List.of(Notice.done("いつものお届け先を変えました。"));
            default -> List.of();
        };
    }
}
