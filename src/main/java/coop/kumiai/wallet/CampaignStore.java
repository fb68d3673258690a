package coop.kumiai.wallet;

import static coop.kumiai.wallet.db.Tables.CAMPAIGN;
import static coop.kumiai.wallet.db.Tables.CAMPAIGN_SHARE;

import static org.jooq.impl.DSL.any;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/** Campaigns, and what has been granted out of them. */
@Repository
class CampaignStore {
    private static final String SHARE =
            """
            insert into wallet.campaign_share as s (coop_id, wallet_id, code, granted_yen)
            select ?, n.* from unnest(?, ?, ?) n (wallet_id, code, granted)
            on conflict (coop_id, wallet_id, code) do update set granted_yen = s.granted_yen + excluded.granted_yen
            """;

    private final DSLContext sql;
    private final JsonMapper json;

    CampaignStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(CoopId coop, Campaign campaign, UUID staff, Instant now) {
        sql.insertInto(CAMPAIGN)
                .set(CAMPAIGN.COOP_ID, coop.code())
                .set(CAMPAIGN.CODE, campaign.code())
                .set(CAMPAIGN.TERMS, JSONB.valueOf(json.writeValueAsString(campaign)))
                .set(CAMPAIGN.BUDGET_YEN, campaign.budget().map(Yen::amount).orElse(null))
                .set(CAMPAIGN.PLANNED_BY, staff)
                .set(CAMPAIGN.PLANNED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    List<Campaign> all(CoopId coop) {
        return sql.select(CAMPAIGN.TERMS)
                .from(CAMPAIGN)
                .where(CAMPAIGN.COOP_ID.eq(coop.code()))
                .orderBy(CAMPAIGN.CODE)
                .fetch(row -> json.readValue(row.value1().data(), Campaign.class));
    }

    /**
     * What is left of budgets. Their rows are held, in the order of their codes and after those of
     * the wallets: what one batch grants, no other grants again.
     */
    Map<String, Yen> hold(CoopId coop, Collection<String> codes) {
        return sql.select(CAMPAIGN.CODE, CAMPAIGN.BUDGET_YEN.minus(CAMPAIGN.GRANTED_YEN))
                .from(CAMPAIGN)
                .where(CAMPAIGN.COOP_ID.eq(coop.code()), CAMPAIGN.CODE.eq(any(strings(codes))))
                .orderBy(CAMPAIGN.CODE)
                .forUpdate()
                .fetchMap(row -> row.value1(), row -> Yen.of(row.value2()));
    }

    /** What wallets have out of campaigns. */
    Map<UUID, Map<String, Yen>> shares(CoopId coop, Collection<UUID> walletIds) {
        var shares = new HashMap<UUID, Map<String, Yen>>();
        sql.selectFrom(CAMPAIGN_SHARE)
                .where(
                        CAMPAIGN_SHARE.COOP_ID.eq(coop.code()),
                        CAMPAIGN_SHARE.WALLET_ID.eq(any(walletIds.toArray(UUID[]::new))))
                .forEach(
                        row ->
                                shares.computeIfAbsent(row.getWalletId(), any -> new HashMap<>())
                                        .put(row.getCode(), Yen.of(row.getGrantedYen())));
        return shares;
    }

    /**
     * Which of these have a budget: asked of the table, since another node may have planned them.
     */
    Set<String> withBudget(CoopId coop, Collection<String> codes) {
        return sql.select(CAMPAIGN.CODE)
                .from(CAMPAIGN)
                .where(
                        CAMPAIGN.COOP_ID.eq(coop.code()),
                        CAMPAIGN.CODE.eq(any(strings(codes))),
                        CAMPAIGN.BUDGET_YEN.isNotNull())
                .fetchSet(CAMPAIGN.CODE);
    }

    /** Counts what a batch has granted and taken back, by campaign. */
    void count(CoopId coop, SortedMap<String, Yen> granted) {
        granted.forEach(
                (code, points) ->
                        require(
                                sql.update(CAMPAIGN)
                                        .set(
                                                CAMPAIGN.GRANTED_YEN,
                                                CAMPAIGN.GRANTED_YEN.plus(points.amount()))
                                        .where(
                                                CAMPAIGN.COOP_ID.eq(coop.code()),
                                                CAMPAIGN.CODE.eq(code))
                                        .execute(),
                                1));
    }

    /** Adds to what wallets, whose rows are held, have out of campaigns. */
    void share(CoopId coop, List<Written.Share> shares) {
        var bindings = new Bindings();
        bindings.add(coop.code());
        bindings.column(shares, UUID[]::new, Written.Share::walletId);
        bindings.column(shares, String[]::new, Written.Share::code);
        bindings.column(shares, Long[]::new, it -> it.granted().amount());
        require(sql.execute(SHARE, bindings.all()), shares.size());
    }

    private static void require(int rows, int expected) {
        if (rows != expected) {
            throw new IllegalStateException("a campaign did not count what it granted");
        }
    }

    private static String[] strings(Collection<String> codes) {
        return codes.toArray(String[]::new);
    }
}
