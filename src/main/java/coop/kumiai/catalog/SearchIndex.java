package coop.kumiai.catalog;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The products of one co-op by every way their names are written and read; made once per edition of
 * the catalogue and kept in memory.
 */
final class SearchIndex {
    /** No list is read further than this. */
    static final int MOST_HITS = 1000;

    /**
     * A first word that so many products share (a brand, 冷凍) does not make the name's own
     * beginning.
     */
    private static final int SHARED_BY = 8;

    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField("rank", SortField.Type.LONG));

    private final IndexSearcher searcher;

    /** The codes of the products by their ranks. */
    private final List<Jan> jans;

    private SearchIndex(IndexSearcher searcher, List<Jan> jans) {
        this.searcher = searcher;
        this.jans = jans;
    }

    /**
     * @param products in the order of the shelves
     * @param categoryNames by code
     */
    static SearchIndex of(List<Product> products, Map<String, String> categoryNames) {
        var directory = new ByteBuffersDirectory();
        var shared = products.stream().collect(groupingBy(it -> firstWord(it.name()), counting()));
        try (var writer =
                new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            long rank = 0;
            for (var product : products) {
                writer.addDocument(document(product, categoryNames, shared, rank++));
            }
            writer.forceMerge(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SearchIndex(searcher(directory), products.stream().map(Product::jan).toList());
    }

    /** The codes of what the query finds, the best first. */
    List<Jan> find(Query query) {
        try {
            var hits = searcher.search(query, MOST_HITS, BEST_FIRST).scoreDocs;
            return Arrays.stream(hits).map(hit -> jans.get(rank((FieldDoc) hit))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The second value that hits are sorted by. */
    private static int rank(FieldDoc hit) {
        return Math.toIntExact((Long) Objects.requireNonNull(hit.fields)[1]);
    }

    private static IndexSearcher searcher(ByteBuffersDirectory directory) {
        try {
            return new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(
            Product product,
            Map<String, String> categoryNames,
            Map<String, Long> sharedWords,
            long rank) {
        var document = new Document();
        document.add(new NumericDocValuesField("rank", rank));
        add(
                document,
                "words",
                SearchWords.words(product.name()).stream().map(SearchWords.Word::folded).toList());
        add(document, "written", SearchWords.pairs(SearchWords.key(product.name())));
        add(document, "reading", SearchWords.pairs(SearchWords.key(product.reading())));
        add(document, "maker", SearchWords.pairs(SearchWords.key(product.maker())));
        boolean branded = isBrand(product, sharedWords);
        for (var head : heads(product.nameWithoutPack(), branded)) {
            document.add(new StringField("head", SearchWords.key(head), Store.NO));
            addEnds(document, SearchWords.words(head));
        }
        heads(product.reading(), branded).stream()
                .map(SearchWords::key)
                .forEach(head -> document.add(new StringField("headReading", head, Store.NO)));
        var category = categoryNames.getOrDefault(product.category(), "");
        document.add(new StringField("category", SearchWords.key(category), Store.NO));
        Arrays.stream(category.split("・"))
                .map(SearchWords::key)
                .forEach(name -> document.add(new StringField("categoryPart", name, Store.NO)));
        return document;
    }

    /** Everything that the head ends with, from its last word to the whole of it: 鮭, 銀鮭, 生銀鮭. */
    private static void addEnds(Document document, List<SearchWords.Word> words) {
        var end = "";
        var endReading = "";
        for (var word : words.reversed()) {
            end = word.folded() + end;
            endReading = word.reading() + endReading;
            document.add(new StringField("headEnd", end, Store.NO));
            document.add(new StringField("headEndReading", endReading, Store.NO));
        }
    }

    private static boolean isBrand(Product product, Map<String, Long> sharedWords) {
        var first = firstWord(product.name());
        return product.maker().startsWith(first)
                || sharedWords.getOrDefault(first, 0L) >= SHARED_BY;
    }

    private static void add(Document document, String field, List<String> terms) {
        document.add(new TextField(field, String.join(" ", terms), Store.NO));
    }

    /**
     * Where the name begins: at its first word and, behind a word that many names share, at the
     * second.
     */
    private static List<String> heads(String text, boolean branded) {
        var words = text.split(" ");
        return branded && words.length > 1 ? List.of(words[0], words[1]) : List.of(words[0]);
    }

    private static String firstWord(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }
}
