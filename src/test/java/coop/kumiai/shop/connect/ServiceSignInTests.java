package coop.kumiai.shop.connect;

import static coop.kumiai.accounts.db.Tables.AUDIT;
import static coop.kumiai.shop.connect.ServiceCalls.BACK;
import static coop.kumiai.shop.connect.ServiceCalls.VERIFIER;
import static coop.kumiai.shop.connect.ServiceCalls.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.ClosingAccounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.connect.Scope;
import coop.kumiai.connect.Services;
import coop.kumiai.connect.TokenTerms;
import coop.kumiai.connect.TypedService;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Policies;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

@KumiaiTest
class ServiceSignInTests {
    private static final String NEXT_PASSWORD = "totemo nagai 言葉 9";
    private static final Pattern GO =
            Pattern.compile("<a class=\"button\" href=\"([^\"]*)\" rel=\"noreferrer\"");

    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired Accounts accounts;
    @Autowired ClosingAccounts closing;
    @Autowired Members members;
    @Autowired Services services;
    @Autowired Policies policies;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    String root;
    String email;
    Member member;
    UUID manager;
    ServiceCalls service;
    Visitor visitor;

    @BeforeEach
    void aServiceAndAMember() {
        coop = coops.fresh();
        root = "/" + coop + "/";
        email = TestMembers.email();
        manager = manager(coop);
        member = join(some.applied(coop, email));
        service = register(coop, manager, true);
        visitor = new Visitor(port);
    }

    @Test
    @Rule("X-ID-2")
    void aMemberSignsInToAServiceThatLearnsWhatWasAgreedTo() throws Exception {
        var signIn = visitor.follow(visitor.open(service.authorize(Map.of())));
        assertThat(signIn.path()).startsWith(root + "sign-in?next=");
        var asked = visitor.follow(signedIn(visitor, signIn));
        assertThat(asked.words())
                .contains("料理教室の予約", "class.example.jp", "お名前", "メールアドレス", "組合員コード")
                .contains("パスワードは渡しません", "山田 花子さん");
        var away = leaving(agree(visitor, asked, "yes"));
        assertThat(away).startsWith(BACK + "?");
        assertThat(parameter(away, "state")).isEqualTo("a state & more");
        assertThat(parameter(away, "iss")).isEqualTo(issuer(coop));

        var tokens = service.redeem(parameter(away, "code"));
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.text("token_type")).isEqualTo("Bearer");
        var keys = service.get("connect/service/keys").body().toString();
        assertThat(keys).doesNotContain("\"d\"").doesNotContain("\"p\"");
        var id = SignedJWT.parse(tokens.text("id_token"));
        var key = JWKSet.parse(keys).getKeyByKeyId(id.getHeader().getKeyID());
        assertThat(id.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        var claims = id.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(issuer(coop));
        assertThat(claims.getAudience()).containsExactly(service.clientId());
        assertThat(claims.getStringClaim("nonce")).isEqualTo("once");
        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "sub", "aud", "iat", "exp", "auth_time", "nonce");

        var info = service.userInfo(tokens.text("access_token"));
        assertThat(info.text("sub"))
                .isEqualTo(claims.getSubject())
                .isNotEqualTo(member.accountId().orElseThrow().toString());
        assertThat(info.text("name")).isEqualTo("山田 花子");
        assertThat(info.text("email")).isEqualTo(email);
        assertThat(info.text("member_number"))
                .isEqualTo(member.memberCode().orElseThrow().toString());
        assertThat(audited("service-allowed")).isEqualTo(1);
    }

    @Test
    @Rule("X-ID-2")
    void aServiceLearnsNothingThatItDidNotAskFor() {
        var code = code(Map.of("scope", "openid"));
        var info = service.userInfo(service.redeem(code).text("access_token"));
        assertThat(info.body().propertyNames()).containsExactly("sub");
        var more = visitor.follow(visitor.open(service.authorize(Map.of())));
        assertThat(more.words()).contains("同意してログインする").contains("組合員コード");
    }

    @Test
    void whoHasAgreedIsNotAskedAgainAndStaysTheSamePerson() {
        var first = sub(code(Map.of()));
        var again = visitor.open(service.authorize(Map.of()));
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.location()).startsWith(BACK + "?");
        assertThat(sub(parameter(again.location(), "code"))).isEqualTo(first);
        var anew = visitor.open(service.authorize(Map.of("prompt", "consent")));
        assertThat(visitor.follow(anew).words()).contains("同意してログインする");
        var other = register(coop, manager, true);
        var known = service;
        service = other;
        assertThat(sub(code(Map.of()))).isNotEqualTo(first);
        service = known;
    }

    @Test
    @Rule("X-ID-2")
    void whoDoesNotAgreeGoesBackWithoutACode() {
        var asked = visitor.follow(signedIn(visitor, start(Map.of())));
        var away = leaving(agree(visitor, asked, "no"));
        assertThat(parameter(away, "error")).isEqualTo("access_denied");
        assertThat(parameter(away, "code")).isEmpty();
        assertThat(agree(visitor, asked, "yes").status()).isEqualTo(410);
        var silent = visitor.open(service.authorize(Map.of("prompt", "none")));
        assertThat(parameter(silent.location(), "error")).isEqualTo("consent_required");
    }

    @Test
    @Rule("X-ID-2")
    void aCodeNeedsItsVerifierAndCountsOnce() {
        var code = code(Map.of());
        var wrong = service.redeem(code, VERIFIER.replace('d', 'e'));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text("error")).isEqualTo("invalid_grant");
        assertThat(service.redeem(code).text("error")).isEqualTo("invalid_grant");

        var second = code(Map.of());
        var tokens = service.redeem(second);
        assertThat(service.userInfo(tokens.text("access_token")).status()).isEqualTo(200);
        assertThat(service.redeem(second).text("error")).isEqualTo("invalid_grant");
        assertThat(service.userInfo(tokens.text("access_token")).status()).isEqualTo(401);
        assertThat(service.refresh(tokens.text("refresh_token")).status()).isEqualTo(400);
    }

    @Test
    void aCodeThatComesLateIsNotGood() {
        var code = code(Map.of());
        clock.forward(policies.today(coop, TokenTerms.class).codeValid());
        assertThat(service.redeem(code).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void aRequestWithoutPkceIsSentBack() {
        for (var changes :
                java.util.List.of(
                        Map.of("code_challenge", ""),
                        Map.of("code_challenge_method", "plain"),
                        Map.of("code_challenge_method", ""),
                        Map.of("code_challenge", "short"))) {
            var back = visitor.open(service.authorize(changes)).location();
            assertThat(back).startsWith(BACK + "?");
            assertThat(parameter(back, "error")).isEqualTo("invalid_request");
        }
        var implicit = visitor.open(service.authorize(Map.of("response_type", "id_token")));
        assertThat(parameter(implicit.location(), "error")).isEqualTo("unsupported_response_type");
        var without = visitor.open(service.authorize(Map.of("scope", "profile")));
        assertThat(parameter(without.location(), "error")).startsWith("invalid_");
    }

    @Test
    @Rule("X-ID-2")
    void nobodyIsSentToAnAddressThatIsNotRegistered() {
        for (var changes :
                java.util.List.of(
                        Map.of("redirect_uri", "https://evil.example/"),
                        Map.of("redirect_uri", BACK + "/"),
                        Map.of("redirect_uri", ""),
                        Map.of("client_id", UUID.randomUUID().toString()),
                        Map.of("client_id", "nobody"))) {
            var stopped = visitor.open(service.authorize(changes));
            assertThat(stopped.status()).isEqualTo(400);
            assertThat(stopped.location()).isEmpty();
            assertThat(stopped.words()).contains("登録されていません");
        }
        var twice = service.authorize(Map.of()) + "&redirect_uri=https%3A%2F%2Fevil.example%2F";
        assertThat(visitor.open(twice).status()).isEqualTo(400);
    }

    @Test
    @Rule("X-ID-2")
    void whatOneCoopSaysCountsNowhereElse() {
        var elsewhere = coops.fresh();
        var foreign = register(elsewhere, manager(elsewhere), true);
        var here = new ServiceCalls(port, coop, foreign.clientId(), foreign.secret());
        assertThat(visitor.open(here.authorize(Map.of())).status()).isEqualTo(400);
        var code = code(Map.of());
        assertThat(here.redeem(code).status()).isEqualTo(401);
        assertThat(foreign.redeem(code).text("error")).isEqualTo("invalid_grant");
        var token = service.redeem(code).text("access_token");
        assertThat(foreign.userInfo(token).status()).isEqualTo(401);
        assertThat(service.userInfo(token).status()).isEqualTo(200);
        assertThat(foreign.get(".well-known/openid-configuration").text("issuer"))
                .isEqualTo(issuer(elsewhere));
        assertThat(foreign.get("connect/service/keys").body())
                .isNotEqualTo(service.get("connect/service/keys").body());
        var there = visitor.open(foreign.authorize(Map.of()));
        assertThat(there.location()).startsWith("/" + elsewhere + "/sign-in");
    }

    @Test
    void anotherServicesCodeAndTokensAreNotGood() {
        var other = register(coop, manager, true);
        var code = code(Map.of());
        assertThat(other.redeem(code).text("error")).isEqualTo("invalid_grant");
        var tokens = service.redeem(code);
        assertThat(other.refresh(tokens.text("refresh_token")).status()).isEqualTo(400);
        assertThat(other.revoke(tokens.text("access_token")).status()).isEqualTo(200);
        assertThat(service.userInfo(tokens.text("access_token")).status()).isEqualTo(200);
    }

    @Test
    void aServiceShowsItsSecretAndAnAppNeedsNone() {
        var code = code(Map.of());
        var thief = new ServiceCalls(port, coop, service.clientId(), "guessed");
        assertThat(thief.redeem(code).text("error")).isEqualTo("invalid_client");
        var without = new ServiceCalls(port, coop, service.clientId(), "");
        assertThat(without.redeem(code).status()).isEqualTo(401);
        var form =
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", BACK,
                        "code_verifier", VERIFIER,
                        "client_secret", service.secret());
        assertThat(without.token(form).status()).isEqualTo(200);
        service = register(coop, manager, false);
        assertThat(service.redeem(code(Map.of())).status()).isEqualTo(200);
        var claiming = new ServiceCalls(port, coop, service.clientId(), "made up");
        assertThat(claiming.redeem(code(Map.of())).status()).isEqualTo(401);
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        var first = service.redeem(code(Map.of()));
        var second = service.refresh(first.text("refresh_token"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(service.userInfo(second.text("access_token")).status()).isEqualTo(200);
        clock.forward(policies.today(coop, TokenTerms.class).accessValid());
        assertThat(service.userInfo(second.text("access_token")).status()).isEqualTo(401);
        assertThat(service.refresh(first.text("refresh_token")).status()).isEqualTo(400);
        assertThat(service.refresh(second.text("refresh_token")).status()).isEqualTo(400);
    }

    @Test
    @Rule("X-ID-2")
    void aClosedAccountEndsWhatServicesHold() {
        var tokens = service.redeem(code(Map.of()));
        var late = code(Map.of());
        closing.close(coop, member.accountId().orElseThrow());
        isWorthless(tokens);
        assertThat(service.redeem(late).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void aNewPasswordAndSigningOutEndWhatServicesHold() {
        var tokens = service.redeem(code(Map.of()));
        visitor.submit(
                visitor.open(root + "account/password"),
                Map.of(
                        "present",
                        TestMembers.PASSWORD,
                        "password",
                        NEXT_PASSWORD,
                        "again",
                        NEXT_PASSWORD));
        isWorthless(tokens);
        var anew = service.redeem(code(Map.of()));
        assertThat(service.userInfo(anew.text("access_token")).status()).isEqualTo(200);
        visitor.submit(visitor.open(root + "account"), root + "sign-out", Map.of());
        isWorthless(anew);
        var silent = visitor.open(service.authorize(Map.of("prompt", "none")));
        assertThat(parameter(silent.location(), "error")).isEqualTo("login_required");
    }

    @Test
    @Rule("X-ID-2")
    void theMemberSeesTheServicesAndEndsThem() {
        var tokens = service.redeem(code(Map.of()));
        var page = visitor.open(root + "account/services");
        assertThat(page.words()).contains("料理教室の予約", "組合員コード");
        var end = root + "account/services/" + service.clientId() + "/end";
        assertThat(visitor.follow(visitor.submit(page, end, Map.of())).words())
                .contains("渡すのをやめました", "サービスはありません");
        isWorthless(tokens);
        assertThat(audited("service-access-ended")).isEqualTo(1);
        var asked = visitor.follow(visitor.open(service.authorize(Map.of())));
        assertThat(asked.words()).contains("同意してログインする");
        agree(visitor, asked, "yes");
        isWorthless(tokens);
    }

    @Test
    void aStoppedServiceIsNobody() {
        var tokens = service.redeem(code(Map.of()));
        services.end(coop, UUID.fromString(service.clientId()), manager, "契約が終わった");
        assertThat(service.userInfo(tokens.text("access_token")).status()).isEqualTo(401);
        assertThat(service.refresh(tokens.text("refresh_token")).status()).isEqualTo(401);
        assertThat(visitor.open(service.authorize(Map.of())).status()).isEqualTo(400);
        assertThat(visitor.open(root + "account/services").words()).doesNotContain("料理教室");
    }

    @Test
    void aServiceMayAskForAFreshProof() {
        code(Map.of());
        clock.forward(Duration.ofMinutes(2));
        assertThat(visitor.open(service.authorize(Map.of("max_age", "600"))).location())
                .startsWith(BACK);
        for (var changes : java.util.List.of(Map.of("max_age", "60"), Map.of("prompt", "login"))) {
            var sent = visitor.open(service.authorize(changes));
            assertThat(sent.location()).startsWith(root + "account/prove?next=");
            clock.forward(Duration.ofMinutes(2));
            var proved =
                    visitor.submit(visitor.follow(sent), Map.of("password", TestMembers.PASSWORD));
            assertThat(leaving(visitor.follow(proved))).startsWith(BACK + "?code=");
        }
        clock.forward(Duration.ofMinutes(2));
        var silent = service.authorize(Map.of("prompt", "none", "max_age", "60"));
        assertThat(parameter(visitor.open(silent).location(), "error")).isEqualTo("login_required");
    }

    @Test
    void aServiceSignsItsMemberOutAfterAsking() {
        var id = service.redeem(code(Map.of())).text("id_token");
        var link =
                root
                        + "connect/sign-out?id_token_hint="
                        + id
                        + "&state=s&post_logout_redirect_uri=";
        var page = visitor.open(link + "https%3A%2F%2Fclass.example.jp%2Fbye");
        assertThat(page.words()).contains("ログアウトしますか");
        assertThat(visitor.open(root + "account").status()).isEqualTo(200);
        var done = visitor.submit(page, root + "connect/sign-out", Map.of());
        assertThat(leaving(done)).isEqualTo("https://class.example.jp/bye?state=s");
        assertThat(visitor.open(root + "account").status()).isEqualTo(302);
        assertThat(visitor.open(link + "https%3A%2F%2Fevil.example%2F").location())
                .isEqualTo(root + "signed-out");
    }

    @Test
    void theConfigurationSaysWhereEverythingIs() {
        var known = service.get(".well-known/openid-configuration");
        assertThat(known.text("issuer")).isEqualTo(issuer(coop));
        assertThat(known.text("token_endpoint")).isEqualTo(issuer(coop) + "/connect/service/token");
        assertThat(known.body().get("code_challenge_methods_supported").toString())
                .isEqualTo("[\"S256\"]");
        assertThat(known.body().get("id_token_signing_alg_values_supported").toString())
                .isEqualTo("[\"RS256\"]");
    }

    @Test
    void keysAreRenewedAndTheOneBeforeStaysReadable() {
        var before = service.get("connect/service/keys").body().get("keys");
        assertThat(before).hasSize(1);
        clock.forward(policies.today(coop, TokenTerms.class).keyRenewed());
        var after = service.get("connect/service/keys").body().get("keys");
        assertThat(after).hasSize(2);
        assertThat(after.get(1)).isEqualTo(before.get(0));
    }

    private Visitor.Shown start(Map<String, String> changes) {
        return visitor.follow(visitor.open(service.authorize(changes)));
    }

    /** Through all pages that stand between a request and its code. */
    private String code(Map<String, String> changes) {
        var shown = visitor.open(service.authorize(changes));
        if (!shown.location().startsWith(BACK)) {
            shown = visitor.follow(shown);
        }
        if (shown.path().startsWith(root + "sign-in")) {
            shown = visitor.follow(signedIn(visitor, shown));
        }
        if (shown.text().contains("name=\"answer\"")) {
            shown = agree(visitor, shown, "yes");
        }
        var away = shown.location().isEmpty() ? leaving(shown) : shown.location();
        return parameter(away, "code");
    }

    private Visitor.Shown signedIn(Visitor who, Visitor.Shown page) {
        return who.submit(page, Map.of("email", email, "password", TestMembers.PASSWORD));
    }

    private Visitor.Shown agree(Visitor who, Visitor.Shown page, String answer) {
        return who.submit(page, root + "connect/agree", Map.of("answer", answer));
    }

    private static String leaving(Visitor.Shown page) {
        var go = GO.matcher(page.text());
        assertThat(go.find()).as(page.words()).isTrue();
        return HtmlUtils.htmlUnescape(go.group(1));
    }

    private String sub(String code) {
        return service.userInfo(service.redeem(code).text("access_token")).text("sub");
    }

    private void isWorthless(ServiceCalls.Answer tokens) {
        assertThat(service.userInfo(tokens.text("access_token")).status()).isEqualTo(401);
        assertThat(service.refresh(tokens.text("refresh_token")).status()).isEqualTo(400);
    }

    private int audited(String action) {
        return sql.fetchCount(AUDIT, AUDIT.COOP_ID.eq(coop.code()), AUDIT.ACTION.eq(action));
    }

    private String issuer(CoopId of) {
        return "http://localhost:" + port + "/" + of;
    }

    private UUID manager(CoopId of) {
        return accounts.createStaff(
                        of,
                        TestMembers.email(),
                        TestMembers.PASSWORD,
                        "店長",
                        Set.of(new StaffRole(StaffRole.Kind.MANAGER, "shibuya")))
                .accountId();
    }

    private Member join(Member applied) {
        var due = members.shareDue(coop, applied.memberId()).orElseThrow();
        return members.collectShare(coop, applied.memberId(), due, manager, "test");
    }

    private ServiceCalls register(CoopId of, UUID staff, boolean confidential) {
        var typed =
                new TypedService(
                        "料理教室の予約",
                        "料理教室を予約するサービスです。",
                        EnumSet.allOf(Scope.class),
                        BACK,
                        "https://class.example.jp/bye",
                        confidential);
        var issued = services.register(of, typed, staff, "料理教室を始める");
        return new ServiceCalls(
                port, of, issued.serviceId().toString(), issued.secret().orElse(""));
    }
}
