package coop.kumiai.road;

import static coop.kumiai.road.db.Tables.CASH_REPORT;

import coop.kumiai.fulfilment.Taken;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.road.db.tables.records.CashReportRecord;
import coop.kumiai.stores.SlotId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What drivers counted at the end of their runs; nothing of it is ever changed. */
@Repository
class CashStore {
    private final DSLContext sql;

    CashStore(DSLContext sql) {
        this.sql = sql;
    }

    /** One report of a driver and a slot after the other. */
    void lock(CoopId coop, SlotId slot, UUID driver) {
        var name = "cash %s %s %s".formatted(coop.code(), slot, driver);
        sql.select(DSL.field("pg_advisory_xact_lock(hashtext({0}))", Object.class, DSL.val(name)))
                .fetch();
    }

    List<CashReport> ofDriver(CoopId coop, SlotId slot, UUID driver) {
        return sql.selectFrom(CASH_REPORT)
                .where(of(coop, slot), CASH_REPORT.DRIVER_ID.eq(driver))
                .orderBy(CASH_REPORT.NUMBER)
                .fetch(CashStore::report);
    }

    List<CashReport> ofSlot(CoopId coop, SlotId slot) {
        return sql.selectFrom(CASH_REPORT)
                .where(of(coop, slot))
                .orderBy(CASH_REPORT.MADE_AT, CASH_REPORT.DRIVER_ID, CASH_REPORT.NUMBER)
                .fetch(CashStore::report);
    }

    void add(CoopId coop, SlotId slot, CashReport report) {
        sql.insertInto(CASH_REPORT)
                .set(CASH_REPORT.COOP_ID, coop.code())
                .set(CASH_REPORT.STORE_ID, slot.storeId())
                .set(CASH_REPORT.DAY, slot.day())
                .set(CASH_REPORT.SLOT_NO, slot.number())
                .set(CASH_REPORT.DRIVER_ID, report.driver())
                .set(CASH_REPORT.NUMBER, report.number())
                .set(CASH_REPORT.FLOAT_YEN, report.change().amount())
                .set(CASH_REPORT.GOODS_YEN, report.taken().goods().amount())
                .set(CASH_REPORT.SHARE_YEN, report.taken().share().amount())
                .set(CASH_REPORT.COUNTED_YEN, report.counted().amount())
                .set(CASH_REPORT.REASON, report.reason())
                .set(CASH_REPORT.MADE_AT, report.madeAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Condition of(CoopId coop, SlotId slot) {
        return CASH_REPORT
                .COOP_ID
                .eq(coop.code())
                .and(CASH_REPORT.STORE_ID.eq(slot.storeId()))
                .and(CASH_REPORT.DAY.eq(slot.day()))
                .and(CASH_REPORT.SLOT_NO.eq(slot.number()));
    }

    private static CashReport report(CashReportRecord row) {
        return new CashReport(
                row.getDriverId(),
                row.getNumber(),
                Yen.of(row.getFloatYen()),
                new Taken(Yen.of(row.getGoodsYen()), Yen.of(row.getShareYen())),
                Yen.of(row.getCountedYen()),
                row.getReason(),
                row.getMadeAt().toInstant());
    }
}
