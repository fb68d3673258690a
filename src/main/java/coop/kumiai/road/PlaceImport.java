package coop.kumiai.road;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.CsvFile;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.kernel.ImportRefused;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Where postal codes and stores are (地図の位置), from a file: what the planning of runs goes by. */
@Component
class PlaceImport implements FileImport {
    private static final List<String> COLUMNS = List.of("place", "latitude", "longitude");
    private static final Pattern PLACE = Pattern.compile("[0-9]{7}|store:[a-z][a-z0-9-]{0,30}");
    private static final Pattern DEGREES = Pattern.compile("[0-9]{2,3}\\.[0-9]{1,6}");
    private static final int MICRO_DIGITS = 6;
    private static final int SOUTH = 20_000_000;
    private static final int NORTH = 46_000_000;
    private static final int WEST = 122_000_000;
    private static final int EAST = 154_000_000;

    private final RunStore store;

    PlaceImport(RunStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "places";
    }

    @Override
    @Transactional
    public String take(CoopId coop, Path file, Consumer<String> progress) {
        var spots = read(file);
        store.say(coop, spots);
        return "位置を%,d件取り込みました。".formatted(spots.size());
    }

    private static Map<String, Spot> read(Path file) {
        var spots = new LinkedHashMap<String, Spot>();
        var badLines = new ArrayList<BadLine>();
        for (var line : CsvFile.read(file, COLUMNS)) {
            var cell = line.byColumn();
            if (line.isComplete() && isGood(cell) && !spots.containsKey(cell.apply("place"))) {
                spots.put(cell.apply("place"), spot(cell));
            } else {
                badLines.add(
                        new BadLine(
                                line.number(),
                                "place は重ならない7桁の郵便番号か store: と店舗のコード、latitude と longitude"
                                        + " は日本の中の度（小数）にしてください"));
            }
        }
        if (!badLines.isEmpty()) {
            throw new ImportRefused(badLines);
        }
        return spots;
    }

    private static boolean isGood(UnaryOperator<String> cell) {
        if (!PLACE.matcher(cell.apply("place")).matches()
                || !DEGREES.matcher(cell.apply("latitude")).matches()
                || !DEGREES.matcher(cell.apply("longitude")).matches()) {
            return false;
        }
        var spot = spot(cell);
        return spot.latitudeMicro() >= SOUTH
                && spot.latitudeMicro() <= NORTH
                && spot.longitudeMicro() >= WEST
                && spot.longitudeMicro() <= EAST;
    }

    private static Spot spot(UnaryOperator<String> cell) {
        return new Spot(micro(cell.apply("latitude")), micro(cell.apply("longitude")));
    }

    private static int micro(String degrees) {
        return new BigDecimal(degrees).movePointRight(MICRO_DIGITS).intValueExact();
    }
}
