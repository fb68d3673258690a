package coop.kumiai.postal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The table of postal codes that the build wrote beside the classes. */
final class BundledPostalCodes {
    private static final String FILE = "data/postal-codes.tsv.gz";

    /** To be raised whenever {@link TownRules} reads the same file differently. */
    private static final String EDITION_OF_RULES = "1";

    private BundledPostalCodes() {}

    /** Which edition it is, without reading it all. */
    static TableSource source() {
        try (var lines = open()) {
            return TableSource.bundled(
                    Objects.requireNonNull(lines.readLine()) + "/" + EDITION_OF_RULES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TownRow> rows() {
        try (var lines = open()) {
            return lines.lines().skip(1).map(BundledPostalCodes::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TownRow row(String line) {
        var column = line.split("\t", -1);
        return new TownRow(
                column[0],
                column[1],
                column[2],
                column[3],
                column[4],
                new Town.Reading(column[5], column[6], column[7]),
                column[8],
                column[9]);
    }

    private static BufferedReader open() throws IOException {
        var stream = BundledPostalCodes.class.getClassLoader().getResourceAsStream(FILE);
        Objects.requireNonNull(stream, FILE + " is missing: run `node build/data.mjs`");
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.UTF_8));
    }
}
