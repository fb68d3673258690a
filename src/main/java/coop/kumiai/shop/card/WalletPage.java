package coop.kumiai.shop.card;

import coop.kumiai.cards.WalletBadges;
import coop.kumiai.cards.WalletPasses;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.Optional;

/** The card for the wallets of phones, where the co-op is set up for them. */
@Controller
@Allow(Who.MEMBER)
@RequestMapping("/{coop}/account/card")
class WalletPage {
    private static final MediaType PASS = MediaType.valueOf("application/vnd.apple.pkpass");
    private final SignedInMember signedIn;
    private final WalletPasses wallets;

    private final WalletBadges badges;

    WalletPage(SignedInMember signedIn, WalletPasses wallets, WalletBadges badges) {
        this.signedIn = signedIn;
        this.wallets = wallets;
        this.badges = badges;
    }

    @GetMapping("/badges/{wallet}.svg")
    ResponseEntity<byte[]> badge(Visit visit, @PathVariable String wallet) {
        var drawing =
                switch (wallet) {
                    case "apple" -> badges.apple();
                    case "google" -> badges.google();
                    default -> Optional.<byte[]>empty();
                };
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400")
                .body(drawing.orElseThrow(() -> new NotFound("badge")));
    }

    @GetMapping("/apple")
    ResponseEntity<byte[]> apple(Visit visit) {
        var pass = wallets.forApple(visit.coopId(), signedIn.of(visit).memberId());
        return ResponseEntity.ok()
                .contentType(PASS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.pkpass\"".formatted(visit.coopId().code()))
                .body(pass);
    }

    @GetMapping("/google")
    ResponseEntity<Void> google(Visit visit) {
        var link = wallets.forGoogle(visit.coopId(), signedIn.of(visit).memberId());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .location(link)
                .build();
    }
}
