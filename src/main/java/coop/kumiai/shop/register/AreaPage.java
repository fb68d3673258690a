package coop.kumiai.shop.register;

import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Addresses;
import coop.kumiai.members.Place;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 新規登録, first step: does a store deliver to where the visitor lives (N-REG-1)? */
@Controller
@Allow(Who.VISITOR)
class AreaPage {
    private final Places places;
    private final Addresses addresses;
    private final Pages pages;

    AreaPage(Places places, Addresses addresses, Pages pages) {
        this.places = places;
        this.addresses = addresses;
        this.pages = pages;
    }

    @GetMapping("/{coop}/register")
    View show(Visit visit) {
        return page(visit, new AreaForm("", ""), FormErrors.NONE, List.of(), HttpStatus.OK);
    }

    @PostMapping("/{coop}/register")
    View check(Visit visit, AreaForm form) {
        try {
            var place = places.chosen(form);
            if (place.isEmpty()) {
                return page(visit, form, FormErrors.NONE, places.labels(form), HttpStatus.OK);
            }
            addresses.requireStore(visit.coopId(), place.get());
            return SeeOther.at(mailPage(visit, form, place.get()));
        } catch (Refused refused) {
            return page(
                    visit,
                    form,
                    FormErrors.of(refused.refusals()),
                    List.of(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static String mailPage(Visit visit, AreaForm form, Place place) {
        return UriComponentsBuilder.fromPath(visit.path("register/mail"))
                .queryParam("postalCode", place.postalCode().digits())
                .queryParam("place", "{place}")
                .encode()
                .buildAndExpand(form.place())
                .toUriString();
    }

    private View page(
            Visit visit, AreaForm form, FormErrors errors, List<String> towns, HttpStatus status) {
        var postalCode =
                Field.digits("postalCode", "郵便番号")
                        .hint("お届け先の郵便番号です。ハイフンはあってもなくてもかまいません。")
                        .with("autocomplete", "postal-code")
                        .value(form.postalCode())
                        .errors(errors);
        var title = errors.isEmpty() ? "新規登録" : "入力の確認：新規登録";
        return pages.page(
                visit,
                title,
                "shop/register/area.jte",
                Map.of("postalCode", postalCode, "place", place(towns), "errors", errors),
                status);
    }

    private static Field place(List<String> towns) {
        var options =
                Stream.concat(
                        Stream.of(Option.of("", "お選びください")),
                        towns.stream().map(it -> Option.of(it, it)));
        return Field.select("place", "あてはまる地域", towns.isEmpty() ? List.of() : options.toList())
                .hint("この郵便番号には%d件の地域があります。".formatted(towns.size()));
    }
}
