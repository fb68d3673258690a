package coop.kumiai.documents;

import static coop.kumiai.documents.db.Tables.CHAIN;
import static coop.kumiai.documents.db.Tables.PAPER;
import static coop.kumiai.documents.db.Tables.PROOF;
import static coop.kumiai.documents.db.Tables.SERIES;

import coop.kumiai.documents.RegisterQuery.Place;
import coop.kumiai.documents.db.tables.records.PaperRecord;
import coop.kumiai.documents.db.tables.records.ProofRecord;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The register as it is searched, and as it is read whole to be proved. */
@Repository
class RegisterStore {
    private final DSLContext sql;
    private final PaperStore papers;

    RegisterStore(DSLContext sql, PaperStore papers) {
        this.sql = sql;
        this.papers = papers;
    }

    /** The papers that answer to a query, the latest business first. */
    List<Paper> search(CoopId coop, RegisterQuery query, Optional<Place> after, int most) {
        return searching(coop, query, after, most).fetch(papers::paper);
    }

    ResultQuery<Record> searching(
            CoopId coop, RegisterQuery query, Optional<Place> after, int most) {
        return sql.select(PAPER.fields())
                .select(PaperStore.EXCHANGED_FOR)
                .from(PAPER)
                .where(PAPER.COOP_ID.eq(coop.code()), matches(coop, query), behind(after))
                .orderBy(PAPER.SUPPLIED_ON.desc(), PAPER.REGISTER_NO.desc())
                .limit(most);
    }

    /** The next papers of the register in the order of their numbers. */
    List<PaperRecord> next(CoopId coop, long after, int most) {
        return sql.selectFrom(PAPER)
                .where(PAPER.COOP_ID.eq(coop.code()), PAPER.REGISTER_NO.gt(after))
                .orderBy(PAPER.REGISTER_NO)
                .limit(most)
                .fetch();
    }

    /** How many papers there must be, and the seal of the last of them. */
    Optional<Head> head(CoopId coop) {
        return sql.selectFrom(CHAIN)
                .where(CHAIN.COOP_ID.eq(coop.code()))
                .fetchOptional(row -> new Head(row.getLastNo(), row.getLastSeal()));
    }

    /** Kinds and years whose numbers have a gap. */
    List<String> gaps(CoopId coop) {
        return sql.select(SERIES.KIND.concat(" ").concat(SERIES.YEAR))
                .from(SERIES)
                .where(SERIES.COOP_ID.eq(coop.code()))
                .and(
                        SERIES.LAST_PLACE.ne(
                                DSL.field(
                                        DSL.selectCount()
                                                .from(PAPER)
                                                .where(
                                                        PAPER.COOP_ID.eq(SERIES.COOP_ID),
                                                        PAPER.KIND.eq(SERIES.KIND),
                                                        PAPER.YEAR.eq(SERIES.YEAR)))))
                .fetch(row -> row.value1());
    }

    void write(CoopId coop, Proof proof) {
        sql.insertInto(PROOF)
                .set(PROOF.COOP_ID, coop.code())
                .set(PROOF.PROVED_AT, proof.at().atOffset(ZoneOffset.UTC))
                .set(PROOF.PAPERS, proof.papers())
                .set(PROOF.LAST_SEAL, proof.lastSeal())
                .set(PROOF.SOUND, proof.sound())
                .set(PROOF.FINDING, proof.finding())
                .onConflictDoNothing()
                .execute();
    }

    Optional<Proof> lastProof(CoopId coop) {
        return sql.selectFrom(PROOF)
                .where(PROOF.COOP_ID.eq(coop.code()))
                .orderBy(PROOF.PROVED_AT.desc())
                .limit(1)
                .fetchOptional(RegisterStore::proof);
    }

    /** The last proof that found all as it was. */
    Optional<Proof> lastSound(CoopId coop) {
        return sql.selectFrom(PROOF)
                .where(PROOF.COOP_ID.eq(coop.code()), PROOF.SOUND.isTrue())
                .orderBy(PROOF.PROVED_AT.desc())
                .limit(1)
                .fetchOptional(RegisterStore::proof);
    }

    private static Condition matches(CoopId coop, RegisterQuery query) {
        var all = DSL.noCondition();
        all = all.and(query.from().map(PAPER.SUPPLIED_ON::ge).orElseGet(DSL::noCondition));
        all = all.and(query.until().map(PAPER.SUPPLIED_ON::le).orElseGet(DSL::noCondition));
        all =
                all.and(
                        query.least()
                                .map(it -> PAPER.TOTAL_YEN.ge(it.amount()))
                                .orElseGet(DSL::noCondition));
        all =
                all.and(
                        query.most()
                                .map(it -> PAPER.TOTAL_YEN.le(it.amount()))
                                .orElseGet(DSL::noCondition));
        all = all.and(query.kind().map(it -> PAPER.KIND.eq(it.code())).orElseGet(DSL::noCondition));
        var name = JapaneseText.fold(query.counterparty());
        return name.isEmpty() ? all : all.and(named(coop, name));
    }

    /** The neighbours of a part of a name: the index finds them, the rest is compared. */
    private static Condition named(CoopId coop, String folded) {
        return DSL.condition(
                        "documents.name_grams({0}, {1}) @> {2}::text[]",
                        PAPER.COOP_ID, PAPER.COUNTERPARTY_SEARCH, DSL.val(neighbours(coop, folded)))
                .and(PAPER.COUNTERPARTY_SEARCH.contains(folded));
    }

    private static String[] neighbours(CoopId coop, String folded) {
        var signs = folded.codePoints().toArray();
        return IntStream.range(0, signs.length - 1)
                .mapToObj(at -> coop.code() + ":" + new String(signs, at, 2))
                .toArray(String[]::new);
    }

    private static Condition behind(Optional<Place> after) {
        return after.map(RegisterStore::behind).orElseGet(DSL::noCondition);
    }

    private static Condition behind(Place place) {
        return DSL.row(PAPER.SUPPLIED_ON, PAPER.REGISTER_NO)
                .lt(place.suppliedOn(), place.registerNo());
    }

    private static Proof proof(ProofRecord row) {
        return new Proof(
                row.getProvedAt().toInstant(),
                row.getPapers(),
                row.getLastSeal(),
                row.getSound(),
                row.getFinding());
    }

    /**
     * @param lastNo how many papers there are, since their numbers have no gaps
     */
    record Head(long lastNo, String lastSeal) {}
}
