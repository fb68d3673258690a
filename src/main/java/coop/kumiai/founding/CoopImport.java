package coop.kumiai.founding;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.policies.Coop;

import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Founds the co-op that a JSON file describes, or adds to it what it does not have yet. */
@Component
class CoopImport implements FileImport {
    private final Founding founding;
    private final JsonMapper json;
    private final Clock clock;

    CoopImport(Founding founding, JsonMapper json, Clock clock) {
        this.founding = founding;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "coop";
    }

    @Override
    public boolean foundsTheCoop() {
        return true;
    }

    @Override
    public String take(CoopId named, Path file, Consumer<String> progress) {
        var read = read(file);
        var coop = coop(read);
        var added = founding.found(coop, LocalDate.now(clock), read.policies(), read.stores());
        return added.policies() + added.stores() == 0
                ? "%sはすでに登録されています。変更はありません。".formatted(coop.name())
                : "%sに規程%,d件とお店%,d件を登録しました。"
                        .formatted(coop.name(), added.policies(), added.stores());
    }

    private CoopFile read(Path file) {
        try {
            return json.readValue(file.toFile(), CoopFile.class);
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            throw refused(
                    at == null ? 0 : Math.max(0, at.getLineNr()),
                    "JSONとして読めません：" + broken.getOriginalMessage());
        }
    }

    private static Coop coop(CoopFile read) {
        if (isEmpty(read.code())
                || isEmpty(read.name())
                || isEmpty(read.shortName())
                || read.policies() == null
                || read.stores() == null) {
            throw refused(0, "code、name、shortName、accent、policies、stores をすべて書いてください。");
        }
        if (read.accent() == null || !read.accent().matches("#[0-9a-f]{6}")) {
            throw refused(0, "accent は「#00607a」のような6桁の色にしてください。");
        }
        try {
            return new Coop(new CoopId(read.code()), read.name(), read.shortName(), read.accent());
        } catch (IllegalArgumentException noCode) {
            throw refused(0, "code は英小文字で始まる、英小文字・数字・ハイフンの2〜31文字にしてください。");
        }
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isBlank();
    }

    private static ImportRefused refused(long line, String reason) {
        return new ImportRefused(List.of(new BadLine(line, reason)));
    }
}
