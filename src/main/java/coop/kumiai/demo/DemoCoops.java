package coop.kumiai.demo;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Coop;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sows the demo co-ops when the application starts. */
@Component
@Profile("demo")
class DemoCoops implements ApplicationRunner {
    static final Coop MINATO = new Coop(new CoopId("minato"), "みなと生協ネットスーパー", "みなと生協", "#00607a");

    /** 学校生協: members' services without a net shop. */
    static final Coop MANABI = new Coop(new CoopId("manabi"), "まなび学校生活協同組合", "まなび学校生協", "#5b3c88");

    /** 大学生協: e-money and points, begun on My Page. */
    static final Coop DAIGAKU =
            new Coop(new CoopId("daigaku"), "けやき大学生活協同組合", "けやき大学生協", "#2f6b2f");

    private final CoopSeeds seeds;
    private final CatalogSeeds goods;
    private final DemoPeople people;
    private final DemoCoupons coupons;
    private final DemoNotices notices;
    private final DemoSchool school;
    private final DemoUniversity university;

    DemoCoops(
            CoopSeeds seeds,
            CatalogSeeds goods,
            DemoPeople people,
            DemoCoupons coupons,
            DemoNotices notices,
            DemoSchool school,
            DemoUniversity university) {
        this.seeds = seeds;
        this.goods = goods;
        this.people = people;
        this.coupons = coupons;
        this.notices = notices;
        this.school = school;
        this.university = university;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        seeds.sow(MINATO, "minato");
        goods.stock(MINATO.id(), "minato");
        goods.place(MINATO.id(), "minato");
        people.settle(MINATO.id());
        coupons.make(MINATO.id());
        notices.announce(MINATO.id());
        seeds.sow(MANABI, "manabi");
        school.settle(MANABI.id());
        seeds.sow(DAIGAKU, "daigaku");
        university.settle(DAIGAKU.id());
    }
}
