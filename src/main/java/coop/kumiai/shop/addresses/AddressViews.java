package coop.kumiai.shop.addresses;

import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Addresses;
import coop.kumiai.members.PhoneNumber;
import coop.kumiai.shop.AddressEntry;
import coop.kumiai.shop.AddressFields;
import coop.kumiai.shop.AddressForm;
import coop.kumiai.web.FormError;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.LetterLine;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The form and the letter of one delivery address, and what is wrong with what was typed. */
@Component
class AddressViews {
    private final Addresses addresses;
    private final AddressEntry entry;
    private final Pages pages;

    AddressViews(Addresses addresses, AddressEntry entry, Pages pages) {
        this.addresses = addresses;
        this.entry = entry;
        this.pages = pages;
    }

    AddressForm putRight(AddressForm where) {
        return entry.putRight(where);
    }

    /** The address is held against the postal table first; the module's own rules say the rest. */
    FormErrors errors(Visit visit, RecipientForm recipient, AddressForm right) {
        var where = entry.errors(right).list();
        var others =
                refusals(visit, recipient, right).list().stream()
                        .filter(it -> where.stream().noneMatch(error -> isSame(it, error)));
        return new FormErrors(Stream.concat(others, where.stream()).toList());
    }

    View form(Visit visit, RecipientForm recipient, AddressForm where, FormErrors errors) {
        return page(visit, recipient, entry.fields(visit, where, errors), errors);
    }

    View lookedUp(Visit visit, RecipientForm recipient, AddressForm where) {
        var fields = entry.lookedUp(visit, where);
        return page(visit, recipient, fields, fields.errors());
    }

    View letter(Visit visit, RecipientForm recipient, AddressForm right) {
        var address = addresses.check(visit.coopId(), recipient.typed(right));
        var store = addresses.requireStore(visit.coopId(), address.place());
        var lines =
                List.of(
                        LetterLine.of("呼び名", address.label()),
                        LetterLine.of("お届け先", address.oneLine()),
                        LetterLine.of("お受け取りになる方", address.recipient()),
                        LetterLine.of("電話番号", PhoneNumber.print(address.phone())),
                        LetterLine.of("お届けするお店", store.name()));
        return pages.page(
                visit,
                "お届け先の確認",
                "shop/addresses/confirm.jte",
                Map.of("recipient", recipient, "where", right, "lines", lines));
    }

    private FormErrors refusals(Visit visit, RecipientForm recipient, AddressForm right) {
        try {
            addresses.check(visit.coopId(), recipient.typed(right));
            return FormErrors.NONE;
        } catch (Refused refused) {
            return FormErrors.of(refused.refusals());
        }
    }

    private static boolean isSame(FormError one, FormError other) {
        return one.field().equals(other.field());
    }

    private View page(
            Visit visit, RecipientForm recipient, AddressFields fields, FormErrors errors) {
        return pages.form(
                visit,
                "お届け先",
                "shop/addresses/address.jte",
                Map.of("recipient", recipient, "address", fields),
                errors);
    }
}
