package coop.kumiai.postal;

import static coop.kumiai.postal.db.Tables.SOURCE;
import static coop.kumiai.postal.db.Tables.TOWN;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.val;

import coop.kumiai.kernel.PostalCode;
import coop.kumiai.postal.db.tables.records.TownRecord;

import org.jooq.DSLContext;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.stereotype.Repository;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Repository
class PostalStore {
    private static final String COPY =
            "copy postal.town (code, city_code, prefecture, city, town, prefecture_reading,"
                    + " city_reading, town_reading, office_street, office_name) from stdin";
    private static final int COPY_BUFFER_BYTES = 65_536;
    private static final long FILLING_LOCK = 0x706F_7374_616CL;

    private final DSLContext sql;

    PostalStore(DSLContext sql) {
        this.sql = sql;
    }

    List<Town> towns(PostalCode code) {
        return sql.selectFrom(TOWN)
                .where(TOWN.CODE.eq(code.digits()))
                .orderBy(TOWN.CITY_CODE, TOWN.TOWN_READING, TOWN.TOWN_, TOWN.OFFICE_NAME)
                .fetch(PostalStore::town);
    }

    Optional<TableSource> source() {
        return sql.selectFrom(SOURCE)
                .fetchOptional(row -> new TableSource(row.getOrigin(), row.getStamp()));
    }

    Map<String, Integer> townsByPrefecture() {
        return sql.select(TOWN.PREFECTURE, count())
                .from(TOWN)
                .where(TOWN.OFFICE_NAME.eq(""))
                .groupBy(TOWN.PREFECTURE)
                .fetchMap(TOWN.PREFECTURE, count());
    }

    /** Whether this transaction may fill the table; no when another program is at it. */
    boolean mayFill() {
        return Boolean.TRUE.equals(
                sql.fetchValue("select pg_try_advisory_xact_lock({0})", val(FILLING_LOCK)));
    }

    void deleteAll() {
        sql.deleteFrom(TOWN).execute();
    }

    void deleteTowns(Collection<String> prefectures) {
        sql.deleteFrom(TOWN)
                .where(TOWN.PREFECTURE.in(prefectures), TOWN.OFFICE_NAME.eq(""))
                .execute();
    }

    void insert(Collection<TownRow> rows) {
        sql.connection(connection -> copy(connection, rows));
    }

    void setSource(TableSource source, Instant at) {
        sql.insertInto(SOURCE, SOURCE.ORIGIN, SOURCE.STAMP, SOURCE.FILLED_AT)
                .values(source.origin(), source.stamp(), at.atOffset(ZoneOffset.UTC))
                .onConflict(SOURCE.ONLY_ONE)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private static void copy(Connection connection, Collection<TownRow> rows)
            throws SQLException, IOException {
        var postgres = connection.unwrap(PGConnection.class);
        try (var lines =
                new BufferedWriter(
                        new OutputStreamWriter(
                                new PGCopyOutputStream(postgres, COPY, COPY_BUFFER_BYTES),
                                StandardCharsets.UTF_8))) {
            for (var row : rows) {
                write(lines, row);
            }
        }
    }

    private static void write(Writer lines, TownRow row) throws IOException {
        var line =
                String.join(
                        "\t",
                        row.code(),
                        row.cityCode(),
                        row.prefecture(),
                        row.city(),
                        row.town(),
                        row.reading().prefecture(),
                        row.reading().city(),
                        row.reading().town(),
                        row.officeStreet(),
                        row.officeName());
        lines.write(line.replace("\\", "\\\\"));
        lines.write('\n');
    }

    private static Town town(TownRecord row) {
        return new Town(
                row.getPrefecture(),
                row.getCity(),
                row.getTown(),
                new Town.Reading(
                        row.getPrefectureReading(), row.getCityReading(), row.getTownReading()),
                row.getOfficeName().isEmpty()
                        ? null
                        : new Town.Office(row.getOfficeName(), row.getOfficeStreet()));
    }
}
