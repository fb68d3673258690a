package coop.kumiai;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class AnnouncementRulesTest {
    private static final KumiaiSettings.Announcements SETTINGS =
            new KumiaiSettings.Announcements(
                    Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofDays(3));

    @ParameterizedTest
    @CsvSource({
        "0, PT30S",
        "1, PT30S",
        "2, PT1M",
        "3, PT2M",
        "6, PT16M",
        "7, PT30M",
        "8, PT30M",
        "2147483647, PT30M"
    })
    void eachWaitIsTwiceTheOneBeforeUpToTheLongest(int attempts, Duration wait) {
        assertThat(AnnouncementRules.waitAfter(SETTINGS, attempts)).isEqualTo(wait);
    }

    @Test
    void anAttemptIsDueWhenItsWaitIsOver() {
        var last = TestClock.START;
        assertThat(AnnouncementRules.isDue(SETTINGS, 2, last, last.plusSeconds(59))).isFalse();
        assertThat(AnnouncementRules.isDue(SETTINGS, 2, last, last.plusSeconds(60))).isTrue();
    }
}
