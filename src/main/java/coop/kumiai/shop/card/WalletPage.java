package coop.kumiai.shop.card;

import coop.kumiai.cards.WalletPasses;
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
import org.springframework.web.bind.annotation.RequestMapping;

/** The card for the wallets of phones, where the co-op is set up for them. */
@Controller
@Allow(Who.MEMBER)
@RequestMapping("/{coop}/account/card")
class WalletPage {
    private static final MediaType PASS = MediaType.valueOf("application/vnd.apple.pkpass");
    private final SignedInMember signedIn;
    private final WalletPasses wallets;

    WalletPage(SignedInMember signedIn, WalletPasses wallets) {
        this.signedIn = signedIn;
        this.wallets = wallets;
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
