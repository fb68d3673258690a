package coop.kumiai.shop;

import coop.kumiai.kernel.PostalCode;
import coop.kumiai.postal.PostalCodeAnswer.Nowhere;
import coop.kumiai.postal.PostalCodeAnswer.Towns;
import coop.kumiai.postal.PostalCodes;
import coop.kumiai.postal.Town;
import coop.kumiai.shop.AddressFields.Focus;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/**
 * How an address is asked for, the same in registration and address book: the postal code fills
 * prefecture, city and town; what was typed is put right silently and must agree with the code.
 *
 * <p>A page shows {@link #fields} by {@code parts/addressFields.jte}. A form sent by the button
 * {@code action=lookup}, or with nothing but a postal code, is answered with {@link #lookedUp}; any
 * other is {@link #putRight} and then checked by {@link #errors}.
 */
@Component
public class AddressEntry {
    private final PostalCodes postalCodes;

    AddressEntry(PostalCodes postalCodes) {
        this.postalCodes = postalCodes;
    }

    /** The fields as they stand. */
    public AddressFields fields(Visit visit, AddressForm form, FormErrors errors) {
        return shown(visit, form, errors, towns(form), Focus.NONE);
    }

    /** The fields with what the postal code says, or with the reason why it says nothing. */
    public AddressFields lookedUp(Visit visit, AddressForm form) {
        return switch (postalCodes.find(form.postalCode())) {
            case Nowhere nowhere ->
                    shown(
                            visit,
                            form,
                            FormErrors.of(List.of(nowhere)),
                            List.of(),
                            Focus.POSTAL_CODE);
            case Towns(var code, var towns) -> {
                var filled = AddressRules.filled(form.postalCode(code.toString()), towns);
                var focus =
                        AddressRules.chosen(form, towns).isPresent() ? Focus.STREET : Focus.PLACE;
                yield shown(visit, filled, FormErrors.NONE, towns, focus);
            }
        };
    }

    /**
     * What was meant: the chosen place filled in, the town as the table writes it, the code with
     * its hyphen.
     */
    public AddressForm putRight(AddressForm form) {
        var code = PostalCode.read(form.postalCode());
        return code.map(
                        known ->
                                AddressRules.putRight(
                                        form.postalCode(known.toString()), towns(form)))
                .orElse(form);
    }

    /** Everything that is wrong with an address that has been put right. */
    public FormErrors errors(AddressForm form) {
        return AddressRules.errors(form, postalCodes.find(form.postalCode()));
    }

    /** The seven digits, once {@link #errors} has found nothing. */
    public static Optional<PostalCode> code(AddressForm form) {
        return PostalCode.read(form.postalCode());
    }

    private List<Town> towns(AddressForm form) {
        return postalCodes.find(form.postalCode()) instanceof Towns(_, var towns)
                ? towns
                : List.of();
    }

    private static AddressFields shown(
            Visit visit, AddressForm form, FormErrors errors, List<Town> towns, Focus focus) {
        var places = towns.size() > 1 ? AddressRules.choices(towns) : List.<Option>of();
        var townNeeded = towns.stream().noneMatch(town -> town.town().isEmpty());
        return new AddressFields(form, errors, places, townNeeded, visit.path("postal"), focus);
    }
}
