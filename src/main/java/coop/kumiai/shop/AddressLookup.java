package coop.kumiai.shop;

import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

import java.util.Map;

/** The address fields, filled from the postal code in them, for a page that has script. */
@Controller
@Allow(Who.VISITOR)
class AddressLookup {
    private final AddressEntry entry;
    private final Pages pages;

    AddressLookup(AddressEntry entry, Pages pages) {
        this.entry = entry;
        this.pages = pages;
    }

    @GetMapping("/{coop}/postal")
    View fill(Visit visit, AddressForm form) {
        return pages.part(
                "parts/addressFields.jte", Map.of("address", entry.lookedUp(visit, form)));
    }
}
