package coop.kumiai.stores;

import static coop.kumiai.stores.db.Tables.FEE_CAMPAIGN;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.db.tables.records.FeeCampaignRecord;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/** Fee campaigns of stores. */
@Repository
class FeeStore {
    private final DSLContext sql;

    FeeStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Those that are not over, the next first. */
    List<FeeCampaign> notOver(CoopId coop, String storeId, LocalDate today) {
        return sql.selectFrom(FEE_CAMPAIGN)
                .where(
                        FEE_CAMPAIGN.COOP_ID.eq(coop.code()),
                        FEE_CAMPAIGN.STORE_ID.eq(storeId),
                        FEE_CAMPAIGN.LAST_DAY.ge(today),
                        FEE_CAMPAIGN.WITHDRAWN_AT.isNull())
                .orderBy(FEE_CAMPAIGN.FIRST_DAY, FEE_CAMPAIGN.CAMPAIGN_ID)
                .fetch(FeeStore::campaign);
    }

    void insert(CoopId coop, String storeId, FeeCampaign campaign) {
        var row = new FeeCampaignRecord();
        row.setCoopId(coop.code());
        row.setStoreId(storeId);
        row.setCampaignId(campaign.id());
        row.setName(campaign.name());
        row.setFirstDay(campaign.firstDay());
        row.setLastDay(campaign.lastDay());
        campaign.slot().ifPresent(row::setSlotNo);
        row.setLeastGoodsYen(campaign.leastGoods().amount());
        row.setFeeYen(campaign.feeInTax().amount());
        sql.insertInto(FEE_CAMPAIGN).set(row).execute();
    }

    /** Whether it stood until now. */
    boolean withdraw(CoopId coop, String storeId, UUID campaign, Instant at) {
        return sql.update(FEE_CAMPAIGN)
                        .set(FEE_CAMPAIGN.WITHDRAWN_AT, at.atOffset(ZoneOffset.UTC))
                        .where(
                                FEE_CAMPAIGN.COOP_ID.eq(coop.code()),
                                FEE_CAMPAIGN.STORE_ID.eq(storeId),
                                FEE_CAMPAIGN.CAMPAIGN_ID.eq(campaign),
                                FEE_CAMPAIGN.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    private static FeeCampaign campaign(FeeCampaignRecord row) {
        return new FeeCampaign(
                row.getCampaignId(),
                row.getName(),
                row.getFirstDay(),
                row.getLastDay(),
                row.getSlotNo() == null ? OptionalInt.empty() : OptionalInt.of(row.getSlotNo()),
                Yen.of(row.getLeastGoodsYen()),
                Yen.of(row.getFeeYen()));
    }
}
