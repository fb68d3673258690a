package coop.kumiai.shop.addresses;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.members.Address;
import coop.kumiai.members.PhoneNumber;
import coop.kumiai.members.TypedAddress;
import coop.kumiai.shop.AddressForm;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;

import org.jspecify.annotations.Nullable;

/** The part of a delivery address that says to whom, as it was typed; where it is stands beside. */
public record RecipientForm(String label, String recipient, String phone) {
    public RecipientForm(
            @Nullable String label, @Nullable String recipient, @Nullable String phone) {
        this.label = tidy(label);
        this.recipient = tidy(recipient);
        this.phone = tidy(phone);
    }

    static RecipientForm of(Address address) {
        return new RecipientForm(
                address.label(), address.recipient(), PhoneNumber.print(address.phone()));
    }

    TypedAddress typed(AddressForm where) {
        return new TypedAddress(
                label,
                recipient,
                phone,
                where.postalCode(),
                where.prefecture(),
                where.city(),
                where.town(),
                where.street(),
                where.building());
    }

    public Field labelField(FormErrors errors) {
        return Field.text("label", "お届け先の呼び名")
                .hint("「実家」「勤め先」など、ご自分で見分けるための名前です。")
                .with("autocomplete", "off")
                .value(label)
                .errors(errors);
    }

    public Field recipientField(FormErrors errors) {
        return Field.text("recipient", "お受け取りになる方")
                .with("autocomplete", "name")
                .value(recipient)
                .errors(errors);
    }

    public Field phoneField(FormErrors errors) {
        return Field.phone("phone", "お受け取りになる方の電話番号").value(phone).errors(errors);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : JapaneseText.tidy(typed);
    }
}
