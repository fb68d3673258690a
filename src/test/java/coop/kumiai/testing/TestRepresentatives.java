package coop.kumiai.testing;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.Entrusting;
import coop.kumiai.accounts.Errand;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.Representation;
import coop.kumiai.accounts.Representations;
import coop.kumiai.accounts.TakingOn;
import coop.kumiai.accounts.TypedRepresentation;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.web.SignedIn;

import org.springframework.boot.test.context.TestComponent;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** 代理: members who let others act for them. */
@TestComponent
public class TestRepresentatives {
    /** By this name the member knows the representative. */
    public static final String NAME = "湊 次郎";

    private final TestMembers members;
    private final Accounts accounts;
    private final Representations representations;
    private final TakingOn takingOn;
    private final Entrusting entrusting;
    private final MailProofs proofs;

    TestRepresentatives(
            TestMembers members,
            Accounts accounts,
            Representations representations,
            TakingOn takingOn,
            Entrusting entrusting,
            MailProofs proofs) {
        this.members = members;
        this.accounts = accounts;
        this.representations = representations;
        this.takingOn = takingOn;
        this.entrusting = entrusting;
        this.proofs = proofs;
    }

    /** What a member types: orders up to 5,000 yen and statements, for six months. */
    public static TypedRepresentation typed(String email) {
        return typed(email, Set.of(Errand.values()));
    }

    public static TypedRepresentation typed(String email, Set<Errand> errands) {
        return new TypedRepresentation(
                NAME,
                "child",
                email,
                errands.stream().map(Errand::code).collect(Collectors.toSet()),
                "5000",
                "6");
    }

    public UUID invite(CoopId coop, UUID member, String email, Set<Errand> errands) {
        return entrusting.grant(coop, member, typed(email, errands), "192.0.2.1");
    }

    /** The end of the mailed link. */
    public String token(CoopId coop, UUID representation) {
        return proofs.letter(coop, representations.get(coop, representation).proofId())
                .orElseThrow()
                .token();
    }

    /** One that goes on, between two members of the co-op. */
    public Representation goingOn(
            CoopId coop, UUID member, Account representative, Set<Errand> errands) {
        var invited = invite(coop, member, representative.email(), errands);
        takingOn.accept(coop, representative.accountId(), token(coop, invited));
        return representations.get(coop, invited);
    }

    /** Somebody at work for another. */
    public SignedIn acting(CoopId coop, Set<Errand> errands) {
        var member = account(coop, members.applied(coop));
        var other = account(coop, members.applied(coop));
        return SignedIn.of(coop, other, Set.of())
                .actingFor(goingOn(coop, member.accountId(), other, errands));
    }

    public Account account(CoopId coop, Member member) {
        return accounts.get(coop, member.accountId().orElseThrow());
    }
}
