package coop.kumiai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.Entry;
import coop.kumiai.accounts.SignInTry;
import coop.kumiai.accounts.SignIns;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Members;
import coop.kumiai.testing.KumiaiTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

@KumiaiTest
class DemoPeopleTests {
    private static final CoopId MINATO = DemoCoops.MINATO.id();

    @Autowired DemoPeople people;
    @Autowired DemoCoops demo;
    @Autowired SignIns signIns;
    @Autowired Accounts accounts;
    @Autowired Members members;

    @Test
    void everybodyOnThePageMaySignIn() {
        assertThat(people.all(MINATO)).hasSize(17);
        var manager =
                new SignInTry("manager.meguro@minato.coop.example", DemoPeople.PASSWORD, "::1");
        var entry = (Entry.In) signIns.staff(MINATO, manager);
        assertThat(accounts.roles(MINATO, entry.account().accountId()))
                .extracting(role -> role.storeId())
                .containsExactly("meguro");
        assertThat(member(DemoPeople.JOINED).displayName()).isEqualTo("佐藤 花子");
    }

    @Test
    void oneMemberHasJoinedAndOneHasNot() {
        var joined = member(DemoPeople.JOINED).accountId();
        var other = member(DemoPeople.NOT_YET_JOINED).accountId();
        assertThat(members.byAccount(MINATO, joined).orElseThrow().hasJoined()).isTrue();
        assertThat(members.byAccount(MINATO, other).orElseThrow().hasJoined()).isFalse();
    }

    @Test
    void sowingAgainChangesNothing() {
        var before = member(DemoPeople.JOINED);
        demo.run(new DefaultApplicationArguments());
        assertThat(member(DemoPeople.JOINED)).isEqualTo(before);
    }

    private Account member(DemoPerson person) {
        return signIns.member(
                MINATO, new SignInTry(person.email(), DemoPeople.PASSWORD, "192.0.2.7"));
    }
}
