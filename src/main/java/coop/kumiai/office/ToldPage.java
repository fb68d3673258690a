package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.HandOver;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.road.AtTheDoor;
import coop.kumiai.road.Doorstep;
import coop.kumiai.road.Message;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the script of a driver's phone tells, at once or late out of a dead spot: 204 when it
 * counts, now or before; 409 with the sentences when it no longer fits.
 */
@Controller
@NetShop
class ToldPage {
    private static final MediaType WORDS =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Doorstep doorstep;

    ToldPage(Doorstep doorstep) {
        this.doorstep = doorstep;
    }

    /** What a phone may tell. */
    enum What {
        HAND_OVER,
        BRING_BACK,
        KEEP_ALCOHOL
    }

    @Allow(Who.DRIVER)
    @PostMapping("/{coop}/office/stop/{order}/told")
    ResponseEntity<String> tell(
            Visit visit,
            @PathVariable UUID order,
            @RequestParam What what,
            @RequestParam UUID key,
            @RequestParam Map<String, String> fields,
            @RequestParam Optional<MultipartFile> photo,
            @RequestParam Optional<Instant> heldAt)
            throws IOException {
        var staff = Workplace.as(StaffRole.Kind.DRIVER, visit);
        var coop = visit.coopId();
        var message = new Message(key, order, heldAt.orElse(null));
        try {
            switch (what) {
                case HAND_OVER -> doorstep.handOver(coop, staff, message, door(fields, photo));
                case BRING_BACK -> doorstep.bringBack(coop, staff, message);
                case KEEP_ALCOHOL -> doorstep.keepAlcohol(coop, staff, message);
            }
        } catch (Refused refused) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .contentType(WORDS)
                    .body(sentences(refused));
        }
        return ResponseEntity.noContent().build();
    }

    private static AtTheDoor door(Map<String, String> fields, Optional<MultipartFile> photo)
            throws IOException {
        var form = DoorForm.of(fields);
        var way = HandOver.Way.valueOf(fields.getOrDefault("way", "IN_PERSON"));
        return new AtTheDoor(form.said(way), form.counted(), StopPage.bytes(photo));
    }

    private static String sentences(Refused refused) {
        return refused.refusals().stream().map(Refusal::sentence).collect(Collectors.joining("\n"));
    }
}
