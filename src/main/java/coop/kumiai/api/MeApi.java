package coop.kumiai.api;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.MemberCode;
import coop.kumiai.members.Members;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Optional;
import java.util.UUID;

/** The member who has signed in. */
@RestController
@Allow(Who.MEMBER)
class MeApi {
    private final CallingMember calling;
    private final Members members;
    private final Accounts accounts;

    MeApi(CallingMember calling, Members members, Accounts accounts) {
        this.calling = calling;
        this.members = members;
        this.accounts = accounts;
    }

    @GetMapping("/api/v1/{coop}/me")
    @Operation(summary = "The member who has signed in")
    Me me(Visit visit) {
        var member = calling.of(visit);
        var due = members.shareDue(visit.coopId(), member.memberId());
        return new Me(
                member.memberId(),
                accounts.get(visit.coopId(), visit.account()).email(),
                member.name().full(),
                member.name().fullKana(),
                member.phone(),
                member.memberCode().map(MemberCode::digits),
                member.hasJoined(),
                due.map(Yen::amount).orElse(0L));
    }

    /**
     * @param memberCode 組合員コード, once they have joined
     * @param shareDueYen 出資金 that the driver still collects (N-JOIN-2)
     */
    record Me(
            UUID id,
            String email,
            String name,
            String nameKana,
            String phone,
            Optional<String> memberCode,
            boolean joined,
            long shareDueYen) {}
}
