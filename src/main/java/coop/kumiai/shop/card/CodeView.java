package coop.kumiai.shop.card;

import coop.kumiai.web.QrCode;

import java.time.LocalTime;

/**
 * The code as a card shows it just now.
 *
 * @param until in words: 8時0分30秒
 * @param secondsLeft until the next one
 * @param taken whether a till has taken it
 * @param turn how often the page has renewed it by itself
 * @param renews whether it goes on doing so
 */
public record CodeView(
        QrCode qr, String until, long secondsLeft, boolean taken, int turn, boolean renews) {

    static String words(LocalTime until) {
        return "%d時%d分%d秒".formatted(until.getHour(), until.getMinute(), until.getSecond());
    }
}
