package coop.kumiai.shop.register;

import coop.kumiai.kernel.PostalCode;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Place;
import coop.kumiai.postal.PostalCodeAnswer.Nowhere;
import coop.kumiai.postal.PostalCodeAnswer.Towns;
import coop.kumiai.postal.PostalCodes;
import coop.kumiai.postal.Town;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** What a postal code says of where a visitor lives. */
@Component
class Places {
    private final PostalCodes postalCodes;

    Places(PostalCodes postalCodes) {
        this.postalCodes = postalCodes;
    }

    /**
     * The places that a code means, as a list shows them.
     *
     * @throws Refused when it means none
     */
    List<String> labels(AreaForm form) {
        return towns(form).towns().stream().map(Town::label).toList();
    }

    /**
     * The place that is meant: the only one of its code, or the chosen one; empty while one is
     * still to be chosen.
     *
     * @throws Refused when the code means none
     */
    Optional<Place> chosen(AreaForm form) {
        var found = towns(form);
        var towns = found.towns();
        return towns.stream()
                .filter(town -> towns.size() == 1 || town.label().equals(form.place()))
                .findFirst()
                .map(town -> place(found.code(), town));
    }

    private Towns towns(AreaForm form) {
        return switch (postalCodes.find(form.postalCode())) {
            case Towns towns -> towns;
            case Nowhere nowhere -> throw Refused.because(nowhere);
        };
    }

    private static Place place(PostalCode code, Town town) {
        return new Place(code, town.prefecture(), town.city(), town.town());
    }
}
