package coop.kumiai.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.Entry;
import coop.kumiai.accounts.SignInTry;
import coop.kumiai.accounts.SignIns;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.ShareTerms;
import coop.kumiai.policies.Coops;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Stores;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

@KumiaiTest
class FoundingTests {
    private static final AtomicInteger COUNT = new AtomicInteger();
    @TempDir Path folder;
    @Autowired CoopImport coopImport;
    @Autowired StaffImport staffImport;
    @Autowired Coops register;
    @Autowired Policies policies;
    @Autowired Stores stores;
    @Autowired Accounts accounts;
    @Autowired SignIns signIns;
    @Autowired BusinessClock clock;
    @Autowired TestCoops coops;
    private final List<String> said = new ArrayList<>();

    @Test
    void aFileFoundsACoopWithPoliciesAndStores() throws IOException {
        var code = "founded-" + COUNT.incrementAndGet();
        var file = coopFile(code, "");
        assertThat(take(code, file)).contains("はま生活協同組合").contains("お店1件");
        var coop = register.get(code);
        assertThat(coop.shortName()).isEqualTo("はま生協");
        assertThat(stores.viewing(coop.id()).name()).isEqualTo("本店");
        assertThat(policies.today(coop.id(), ShareTerms.class).leastUnits()).isEqualTo(1);
        assertThat(take(code, file)).endsWith("変更はありません。");
    }

    @Test
    void whatMakesNoSenseFoundsNothing() throws IOException {
        var code = "founded-" + COUNT.incrementAndGet();
        var file =
                coopFile(
                        code,
                        """
                        {"name": "orders.nonsense", "value": {}},
                        {"name": "members.shares", "scope": "x", "value": {"unitPrice": 0, "leastUnits": 1}},
                        {"name": "members.addresses", "value": {"most": 3}},
                        """);
        assertThatThrownBy(() -> take(code, file))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        it ->
                                assertThat(it.badLines())
                                        .anyMatch(line -> line.reason().contains("orders.nonsense"))
                                        .anyMatch(line -> line.reason().contains("members.shares"))
                                        .anyMatch(line -> line.reason().contains("二つ")));
        assertThat(register.find(code)).isEmpty();
    }

    @Test
    void everyPolicyNeedsAValue() throws IOException {
        var file =
                write(
                        "{\"code\": \"poor\", \"name\": \"n\", \"shortName\": \"n\", \"accent\":"
                                + " \"#000000\", \"policies\": [], \"stores\": []}");
        assertThatThrownBy(() -> take("poor", file))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        it ->
                                assertThat(it.badLines())
                                        .anyMatch(line -> line.reason().contains("members.shares"))
                                        .anyMatch(line -> line.reason().contains("見学店舗")));
        assertThat(register.find("poor")).isEmpty();
    }

    @Test
    void aBrokenFileIsNamedByItsLine() throws IOException {
        var file = write("{\"code\": \"hama\",\n \"name\": oops}");
        assertThatThrownBy(() -> take("hama", file))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        it -> assertThat(it.badLines().getFirst().number()).isEqualTo(2));
    }

    @Test
    void staffOfAFileMaySignInWithThePasswordThatIsPrintedOnce() throws IOException {
        var coop = coops.fresh();
        var file = folder.resolve("staff.csv");
        Files.writeString(
                file,
                """
                email,name,role,store
                hanako@hama.example,山田 花子,desk,shibuya
                hanako@hama.example,山田 花子,manager,meguro
                jiro@hama.example,髙橋 次郎,driver,shibuya
                """,
                Charset.forName("windows-31j"));
        assertThat(staffImport.take(coop, file, said::add)).startsWith("職員2人");
        assertThat(said).hasSize(2);
        var jiro =
                accounts.findByEmail(coop, Account.Kind.STAFF, "jiro@hama.example").orElseThrow();
        assertThat(jiro.displayName()).isEqualTo("髙橋 次郎");
        var hanako =
                accounts.findByEmail(coop, Account.Kind.STAFF, "hanako@hama.example").orElseThrow();
        assertThat(accounts.roles(coop, hanako.accountId()))
                .containsExactlyInAnyOrder(
                        new StaffRole(StaffRole.Kind.DESK, "shibuya"),
                        new StaffRole(StaffRole.Kind.MANAGER, "meguro"));
        assertThat(staffImport.take(coop, file, said::add)).contains("職員0人", "すでにいる人は2人");
        assertThat(said).as("a password is said once").hasSize(2);
        var first = said.getLast().substring(said.getLast().lastIndexOf(' ') + 1);
        var door = new SignInTry("jiro@hama.example", first, "192.0.2.1");
        assertThat(signIns.staff(coop, door))
                .as("it opens the way to another and nothing else")
                .isInstanceOf(Entry.NewPassword.class);
        clock.forward(Duration.ofDays(3));
        assertThatThrownBy(() -> signIns.staff(coop, door)).isInstanceOf(Refused.class);
        staffImport.take(coop, file, said::add);
        assertThat(said).as("who let it pass is told another").hasSize(4);
    }

    @Test
    void badLinesOfStaffAreListed() throws IOException {
        var coop = coops.fresh();
        var file =
                write(
                        """
                        email,name,role,store
                        nobody,山田,desk,shibuya
                        a@hama.example,山田,king,shibuya
                        b@hama.example,山田,desk,nowhere
                        c@hama.example,,desk,shibuya
                        """);
        assertThatThrownBy(() -> staffImport.take(coop, file, said::add))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        it ->
                                assertThat(it.badLines())
                                        .extracting(line -> line.number())
                                        .containsExactly(2L, 3L, 4L, 5L));
        assertThat(accounts.findByEmail(coop, Account.Kind.STAFF, "a@hama.example")).isEmpty();
    }

    private String take(String code, Path file) {
        return coopImport.take(new CoopId(code), file, said::add);
    }

    private Path coopFile(String code, String more) throws IOException {
        var first =
                new ClassPathResource("demo/minato/policies.json")
                        .getContentAsString(StandardCharsets.UTF_8);
        return write(
                """
                {"code": "%s", "name": "はま生活協同組合", "shortName": "はま生協", "accent": "#00607a",
                 "policies": [%s %s,
                 "stores": [{"id": "honten", "name": "本店", "phone": "045-555-0101", "address": "横浜市", "viewing": true}]}
                """
                        .formatted(code, more, first.strip().substring(1)));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("file-" + COUNT.incrementAndGet()), text);
    }
}
