package coop.kumiai.catalog;

import coop.kumiai.kernel.JapaneseText;

import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Splits Japanese into words with their readings (形態素解析), and into single signs and pairs of them.
 */
final class SearchWords {
    /** Stands behind the last sign, so that every sign begins a pair. */
    private static final char END = '\u0003';

    private static final UserDictionary OUR_WORDS = ourWords();

    private SearchWords() {}

    /**
     * One word of a text.
     *
     * @param folded its plain form, as {@link #key} writes it
     * @param reading katakana; the folded form where the dictionary knows none
     */
    record Word(String folded, String reading) {}

    /** The words of a name or of what somebody typed, without particles and signs between them. */
    static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        try (var tokens = new JapaneseTokenizer(OUR_WORDS, true, JapaneseTokenizer.Mode.SEARCH)) {
            tokens.setReader(new StringReader(Normalizer.normalize(text, Normalizer.Form.NFKC)));
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word(tokens));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stream().filter(word -> !word.folded().isBlank()).toList();
    }

    /** How a text is written in katakana as far as the dictionary knows. */
    static String reading(String text) {
        var reading = new StringBuilder();
        words(text).forEach(word -> reading.append(word.reading()));
        return reading.toString();
    }

    /**
     * The key that texts are compared by: folded, small vowels made large (ウィンナー is ウインナー), a bare
     * sign left out.
     */
    static String key(String text) {
        return JapaneseText.fold(text)
                .replace('ァ', 'ア')
                .replace('ィ', 'イ')
                .replace('ゥ', 'ウ')
                .replace('ェ', 'エ')
                .replace('ォ', 'オ')
                .replace("・", "");
    }

    /**
     * Each sign of a key with the one behind it: a part of the key is a row of neighbouring pairs.
     */
    static List<String> pairs(String key) {
        var signs = (key + END).codePoints().mapToObj(Character::toString).toList();
        var pairs = new ArrayList<String>();
        for (int at = 0; at + 1 < signs.size(); at++) {
            pairs.add(signs.get(at) + signs.get(at + 1));
        }
        return pairs;
    }

    /** The pairs that lie wholly inside a part of a key; none for a single sign. */
    static List<String> innerPairs(String part) {
        var pairs = pairs(part);
        return pairs.subList(0, Math.max(0, pairs.size() - 1));
    }

    private static Word word(JapaneseTokenizer tokens) {
        var written = tokens.getAttribute(CharTermAttribute.class).toString();
        var plain = tokens.getAttribute(BaseFormAttribute.class).getBaseForm();
        var reading = tokens.getAttribute(ReadingAttribute.class).getReading();
        return new Word(
                key(Objects.requireNonNullElse(plain, written)),
                key(Objects.requireNonNullElse(reading, written)));
    }

    private static UserDictionary ourWords() {
        try (var text = CatalogText.open("user-dictionary.txt")) {
            return UserDictionary.open(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
