package coop.kumiai.web;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;

/**
 * What a co-op sets of its pages' look: its accent. The style sheet makes it readable on light and
 * dark.
 */
@RestController
@Allow(Who.VISITOR)
@WhileActing
class ThemePage {
    private static final MediaType CSS = MediaType.valueOf("text/css;charset=UTF-8");
    private static final Duration FRESH = Duration.ofHours(1);

    @GetMapping("/{coop}/theme.css")
    ResponseEntity<String> theme(Visit visit) {
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(":root { --coop-accent: " + visit.coop().accent() + "; }\n");
    }
}
