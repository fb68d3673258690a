package coop.kumiai.catalog;

import coop.kumiai.kernel.JapaneseText;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes of what somebody typed a query whose score can be explained: each typed word counts as its
 * best match, by how it matches (the name begins with it, a word of the name, a part of it) and by
 * what was looked for (as typed, another word for it, its reading).
 */
final class SearchQueries {
    /** Most for what was typed; less for what we think is meant. */
    private static final int AS_TYPED = 10;

    private static final int OTHER_WORD = 9;
    private static final int AS_READ = 6;

    private static final int NAME_IS = 100;

    /** In Japanese the noun itself stands last: 生銀鮭 is salmon, 鮭弁当 is a meal. */
    private static final int NAME_ENDS = 90;

    private static final int NAME_ENDS_AS_READ = 85;
    private static final int NAME_BEGINS = 75;
    private static final int WORD_OF_NAME = 60;
    private static final int READING_BEGINS = 55;
    private static final int PART_OF_NAME = 40;
    private static final int PART_OF_READING = 25;
    private static final int CATEGORY_IS = 20;
    private static final int PART_OF_MAKER = 10;
    private static final int OF_THE_CATEGORY = 450;

    private static final int LONGEST_ENDING = 4;

    /** Shorter pieces of a reading stand in too many words: タイ in シラタキ. */
    private static final int LEAST_PART_OF_READING = 3;

    private static final Pattern HIRAGANA = Pattern.compile("[\\p{IsHiragana}ー]+");

    private SearchQueries() {}

    /** Every word must be found. */
    static Query all(List<String> typedWords) {
        return combined(typedWords, Occur.MUST);
    }

    /**
     * At least one word of what was typed must be found: for a text that as a whole finds nothing.
     * A word in hiragana alone is not taken apart: its pieces mean other things (ゆき in ゆきおとこ).
     */
    static Query any(List<String> typedWords) {
        var words =
                typedWords.stream()
                        .flatMap(SearchQueries::pieces)
                        .filter(word -> word.length() > 1)
                        .toList();
        return combined(words, Occur.SHOULD);
    }

    private static Stream<String> pieces(String typed) {
        return HIRAGANA.matcher(typed).matches()
                ? Stream.of(typed)
                : SearchWords.words(typed).stream().map(SearchWords.Word::folded);
    }

    private static Query combined(List<String> words, Occur occur) {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(word(word), occur));
        return query.build();
    }

    private static Query word(String typed) {
        var ways = new ArrayList<Query>();
        addMeaning(ways, typed, AS_TYPED);
        ways.add(scored(part("maker", SearchWords.key(typed)), PART_OF_MAKER * AS_TYPED));
        Synonyms.of(typed).forEach(other -> addMeaning(ways, other, OTHER_WORD));
        var reading = SearchWords.reading(typed);
        if (JapaneseText.isKana(reading) && !reading.equals(SearchWords.key(typed))) {
            addReading(ways, reading, AS_READ);
            Synonyms.of(reading).forEach(other -> addMeaning(ways, other, AS_READ));
        }
        return new BooleanQuery.Builder()
                .add(best(ways), Occur.MUST)
                .add(ofCategory(typed), Occur.SHOULD)
                .build();
    }

    /** Goods of the category that bears the word come before others: 米 is rice before 米焼酎. */
    private static Query ofCategory(String typed) {
        var names =
                Stream.concat(Stream.of(typed), Synonyms.of(typed).stream())
                        .map(SearchWords::key)
                        .map(BytesRef::new)
                        .toList();
        return scored(new TermInSetQuery("categoryPart", names), OF_THE_CATEGORY);
    }

    /** One meaning may be of several words (豆腐 絹): then all of them must be there. */
    private static void addMeaning(List<Query> ways, String meaning, int weight) {
        var parts = meaning.split(" ");
        if (parts.length == 1) {
            addWays(ways, SearchWords.key(meaning), meaning, weight);
            return;
        }
        var together = new BooleanQuery.Builder();
        for (var part : parts) {
            var partWays = new ArrayList<Query>();
            addWays(partWays, SearchWords.key(part), part, weight / parts.length);
            together.add(best(partWays), Occur.MUST);
        }
        ways.add(together.build());
    }

    private static void addWays(List<Query> ways, String key, String text, int weight) {
        if (key.isEmpty()) {
            return;
        }
        ways.add(scored(new TermQuery(new Term("head", key)), NAME_IS * weight));
        ways.add(scored(new TermQuery(new Term("headEnd", key)), NAME_ENDS * weight));
        ways.add(scored(new PrefixQuery(new Term("head", key)), NAME_BEGINS * weight));
        ways.add(scored(words(text), WORD_OF_NAME * weight));
        ways.add(scored(part("written", withoutEnding(key)), PART_OF_NAME * weight));
        ways.add(scored(new TermQuery(new Term("category", key)), CATEGORY_IS * weight));
        if (JapaneseText.isKana(key)) {
            addReading(ways, key, weight);
        }
    }

    private static void addReading(List<Query> ways, String reading, int weight) {
        var ends = new TermQuery(new Term("headEndReading", reading));
        ways.add(scored(ends, NAME_ENDS_AS_READ * weight));
        if (reading.length() > 1) {
            var begins = new PrefixQuery(new Term("headReading", reading));
            ways.add(scored(begins, READING_BEGINS * weight));
        }
        if (reading.length() >= LEAST_PART_OF_READING && weight != OTHER_WORD) {
            var part = part("reading", withoutEnding(reading));
            ways.add(scored(part, PART_OF_READING * weight));
        }
    }

    /** ブロッコリー and ブロッコリ are the same word. */
    private static String withoutEnding(String key) {
        return key.length() > LONGEST_ENDING && key.endsWith("ー")
                ? key.substring(0, key.length() - 1)
                : key;
    }

    private static Query words(String text) {
        var phrase = new PhraseQuery.Builder();
        SearchWords.words(text).forEach(word -> phrase.add(new Term("words", word.folded())));
        return phrase.build();
    }

    private static Query part(String field, String key) {
        var pairs = SearchWords.innerPairs(key);
        if (pairs.isEmpty()) {
            return new PrefixQuery(new Term(field, key));
        }
        var phrase = new PhraseQuery.Builder();
        pairs.forEach(pair -> phrase.add(new Term(field, pair)));
        return phrase.build();
    }

    private static Query scored(Query query, int score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private static Query best(List<Query> ways) {
        return new DisjunctionMaxQuery(ways, 0);
    }
}
