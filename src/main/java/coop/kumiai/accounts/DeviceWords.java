package coop.kumiai.accounts;

import java.util.List;

/** Names a browser so that its owner knows it again, from what it says of itself; pure. */
final class DeviceWords {
    private static final List<Word> MACHINES =
            List.of(
                    new Word("iPhone", "iPhone"),
                    new Word("iPad", "iPad"),
                    new Word("Android", "Android"),
                    new Word("Windows", "Windows"),
                    new Word("CrOS", "Chromebook"),
                    new Word("Macintosh", "Mac"),
                    new Word("Linux", "Linux"));

    /** The special ones first: nearly all of them call themselves Safari as well. */
    private static final List<Word> BROWSERS =
            List.of(
                    new Word("Line/", "LINE"),
                    new Word("Edg", "Edge"),
                    new Word("Firefox/", "Firefox"),
                    new Word("FxiOS/", "Firefox"),
                    new Word("CriOS/", "Chrome"),
                    new Word("Chrome/", "Chrome"),
                    new Word("Safari/", "Safari"));

    private DeviceWords() {}

    static String of(String userAgent) {
        return first(MACHINES, userAgent, "名前の分からない機器")
                + "（"
                + first(BROWSERS, userAgent, "名前の分からないブラウザ")
                + "）";
    }

    private static String first(List<Word> words, String userAgent, String otherwise) {
        return words.stream()
                .filter(it -> userAgent.contains(it.sign()))
                .map(Word::word)
                .findFirst()
                .orElse(otherwise);
    }

    private record Word(String sign, String word) {}
}
