package coop.kumiai.postal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.kernel.ImportRefused;

import org.springframework.stereotype.Service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes Japan Post's {@code utf_ken_all.csv}, the whole country or single prefectures: the towns of
 * the prefectures in the file are replaced, for all co-ops, since the table is the nation's.
 */
@Service
class PostalCodeImport implements FileImport {
    private final PostalTable table;

    PostalCodeImport(PostalTable table) {
        this.table = table;
    }

    @Override
    public String kind() {
        return "postal-codes";
    }

    @Override
    public String take(CoopId coop, Path file, Consumer<String> progress) {
        var read = KenAllFile.read(file, progress);
        refuseIfAny(read.badLines());
        var source = TableSource.imported(fingerprint(file));
        if (table.cameFrom(source)) {
            return "このファイルはすでに取り込まれています。変更はありません。";
        }
        var places = TownRules.places(read.rows());
        Map<String, Long> byPrefecture =
                places.stream().collect(groupingBy(TownRow::prefecture, counting()));
        refuseIfAny(shrunk(byPrefecture));
        table.replace(source, byPrefecture.keySet(), places);
        return "%d都道府県の町域%,d件を入れ替えました。".formatted(byPrefecture.size(), places.size());
    }

    /**
     * A file cut off on its way would take towns away that exist: less than half of a prefecture's
     * is not believed.
     */
    private List<BadLine> shrunk(Map<String, Long> byPrefecture) {
        var present = table.townsByPrefecture();
        return byPrefecture.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 < present.getOrDefault(entry.getKey(), 0))
                .map(
                        entry ->
                                tooFew(
                                        entry.getKey(),
                                        present.getOrDefault(entry.getKey(), 0),
                                        entry.getValue()))
                .toList();
    }

    private static BadLine tooFew(String prefecture, long before, long after) {
        return new BadLine(
                0,
                "%sの町域が%,d件から%,d件に減ります。ファイルが途中で切れていないかお確かめください。"
                        .formatted(prefecture, before, after));
    }

    private static void refuseIfAny(Collection<BadLine> badLines) {
        if (!badLines.isEmpty()) {
            throw new ImportRefused(List.copyOf(badLines));
        }
    }

    private static String fingerprint(Path file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
