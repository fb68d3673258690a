package coop.kumiai.shop.addresses;

import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Address;
import coop.kumiai.members.Addresses;
import coop.kumiai.members.Members;
import coop.kumiai.members.PhoneNumber;
import coop.kumiai.members.TypedAddress;
import coop.kumiai.shop.AddressForm;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * One delivery address, typed, confirmed, then added or changed (N-REG-3). Outside every area it is
 * not taken, with a word about it (N-AREA-1).
 */
@Controller
@Allow(Who.MEMBER)
@RecentProof
class AddressPage {
    private final SignedInMember signedIn;
    private final Members members;
    private final Addresses addresses;
    private final AddressViews views;

    AddressPage(SignedInMember signedIn, Members members, Addresses addresses, AddressViews views) {
        this.signedIn = signedIn;
        this.members = members;
        this.addresses = addresses;
        this.views = views;
    }

    @GetMapping("/{coop}/account/addresses/new")
    View blank(Visit visit) {
        var member = signedIn.of(visit);
        var recipient =
                new RecipientForm("", member.name().full(), PhoneNumber.print(member.phone()));
        return views.form(visit, recipient, AddressForm.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/{coop}/account/addresses/new")
    View add(
            Visit visit,
            RecipientForm recipient,
            AddressForm where,
            @RequestParam(defaultValue = "") String action) {
        var member = signedIn.of(visit).memberId();
        Consumer<TypedAddress> save = typed -> addresses.add(visit.coopId(), member, typed);
        return step(visit, recipient, where, action, save, "added");
    }

    @GetMapping("/{coop}/account/addresses/{address}")
    View show(Visit visit, @PathVariable UUID address) {
        var found = own(visit, address);
        return views.form(visit, RecipientForm.of(found), where(found), FormErrors.NONE);
    }

    @PostMapping("/{coop}/account/addresses/{address}")
    View change(
            Visit visit,
            @PathVariable UUID address,
            RecipientForm recipient,
            AddressForm where,
            @RequestParam(defaultValue = "") String action) {
        var found = own(visit, address);
        var member = signedIn.of(visit).memberId();
        Consumer<TypedAddress> save =
                typed -> addresses.change(visit.coopId(), member, found.addressId(), typed);
        return step(visit, recipient, where, action, save, "changed");
    }

    private View step(
            Visit visit,
            RecipientForm recipient,
            AddressForm where,
            String action,
            Consumer<TypedAddress> save,
            String done) {
        if (action.equals("lookup") || where.isOnlyAPostalCode()) {
            return views.lookedUp(visit, recipient, where);
        }
        var right = views.putRight(where);
        var errors = views.errors(visit, recipient, right);
        if (action.equals("back") || !errors.isEmpty()) {
            return views.form(
                    visit, recipient, right, action.equals("back") ? FormErrors.NONE : errors);
        }
        if (!action.equals("save")) {
            return views.letter(visit, recipient, right);
        }
        try {
            save.accept(recipient.typed(right));
            return SeeOther.at(visit.path("account/addresses?done=" + done));
        } catch (Refused refused) {
            return views.form(visit, recipient, right, FormErrors.of(refused.refusals()));
        }
    }

    private Address own(Visit visit, UUID address) {
        return members.address(visit.coopId(), signedIn.of(visit).memberId(), address);
    }

    private static AddressForm where(Address address) {
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
