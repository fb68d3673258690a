package coop.kumiai.demo;

import coop.kumiai.billing.Billing;
import coop.kumiai.billing.ClosingTerms;
import coop.kumiai.billing.Closings;
import coop.kumiai.billing.LineTax;
import coop.kumiai.billing.NewLine;
import coop.kumiai.catalog.TaxRates;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** 請求明細 of the demo: what a member bought last month, closed, and the first of this month. */
@Component
@Profile("demo")
class DemoStatements {
    private final Billing billing;
    private final Closings closings;
    private final Policies policies;
    private final Clock clock;

    DemoStatements(Billing billing, Closings closings, Policies policies, Clock clock) {
        this.billing = billing;
        this.closings = closings;
        this.policies = policies;
        this.clock = clock;
    }

    void make(CoopId coop, UUID member) {
        var today = LocalDate.now(clock);
        var closed = policies.today(coop, ClosingTerms.class).closingOnOrBefore(today.minusDays(1));
        add(coop, member, closed.minusDays(17), "共同購入 第1回 食品", 4860, TaxClass.REDUCED);
        add(coop, member, closed.minusDays(10), "共同購入 第2回 食品", 3564, TaxClass.REDUCED);
        add(coop, member, closed.minusDays(9), "教材用はさみ 2本", 1320, TaxClass.STANDARD);
        add(coop, member, closed.minusDays(3), "共同購入 第3回 食品", 5292, TaxClass.REDUCED);
        add(coop, member, closed.minusDays(2), "第2回 たまご欠品のお返し", -270, TaxClass.REDUCED);
        add(coop, member, closed.plusDays(1), "共同購入 第4回 食品", 4104, TaxClass.REDUCED);
        closings.closeDue(coop);
    }

    private void add(
            CoopId coop, UUID member, LocalDate day, String wording, long yen, TaxClass taxClass) {
        var percent = policies.at(coop, TaxRates.class, day).percent(taxClass);
        var tax = LineTax.of(taxClass, percent);
        var key = "demo:" + wording;
        billing.add(coop, new NewLine(member, key, "demo", day, wording, Yen.of(yen), tax));
    }
}
