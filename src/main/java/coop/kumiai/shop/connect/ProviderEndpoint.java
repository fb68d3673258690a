package coop.kumiai.shop.connect;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.claims.ClaimType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

import coop.kumiai.connect.Grants;
import coop.kumiai.connect.Issuer;
import coop.kumiai.connect.MemberClaims;
import coop.kumiai.connect.Scope;
import coop.kumiai.connect.SigningKeys;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a service asks besides tokens: how all this works, the keys, and who the member is. */
@Controller
@Allow(Who.VISITOR)
class ProviderEndpoint {
    private static final String SCHEME = "Bearer ";
    private final Issuer issuer;
    private final SigningKeys keys;
    private final Grants grants;
    private final MemberClaims claims;

    ProviderEndpoint(Issuer issuer, SigningKeys keys, Grants grants, MemberClaims claims) {
        this.issuer = issuer;
        this.keys = keys;
        this.grants = grants;
        this.claims = claims;
    }

    @GetMapping("/{coop}/.well-known/openid-configuration")
    ResponseEntity<String> discovery(Visit visit) {
        return json(metadata(visit.coopId()).toJSONObject().toJSONString());
    }

    @GetMapping("/{coop}/connect/service/keys")
    ResponseEntity<String> keys(Visit visit) {
        return json(keys.published(visit.coopId()).toString(true));
    }

    @RequestMapping(
            path = "/{coop}/connect/service/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Map<String, Object>> userInfo(
            Visit visit,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String header) {
        return Optional.ofNullable(header)
                .filter(it -> it.startsWith(SCHEME))
                .map(it -> it.substring(SCHEME.length()).trim())
                .flatMap(it -> grants.byAccessToken(visit.coopId(), it))
                .map(it -> claims.of(visit.coopId(), it))
                .map(it -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(it))
                .orElseGet(ProviderEndpoint::noToken);
    }

    private static ResponseEntity<Map<String, Object>> noToken() {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .cacheControl(CacheControl.noStore())
                .body(Map.of("error", "invalid_token"));
    }

    private OIDCProviderMetadata metadata(CoopId coop) {
        var metadata =
                new OIDCProviderMetadata(
                        new com.nimbusds.oauth2.sdk.id.Issuer(issuer.of(coop)),
                        List.of(SubjectType.PAIRWISE),
                        at(coop, "connect/service/keys"));
        metadata.setAuthorizationEndpointURI(at(coop, "connect/authorize"));
        metadata.setTokenEndpointURI(at(coop, "connect/service/token"));
        metadata.setUserInfoEndpointURI(at(coop, "connect/service/userinfo"));
        metadata.setRevocationEndpointURI(at(coop, "connect/service/revoke"));
        metadata.setEndSessionEndpointURI(at(coop, "connect/sign-out"));
        metadata.setScopes(
                new com.nimbusds.oauth2.sdk.Scope(
                        Arrays.stream(Scope.values()).map(Scope::code).toArray(String[]::new)));
        metadata.setResponseTypes(List.of(ResponseType.CODE));
        metadata.setResponseModes(List.of(ResponseMode.QUERY));
        metadata.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        metadata.setIDTokenJWSAlgs(List.of(JWSAlgorithm.RS256));
        metadata.setTokenEndpointAuthMethods(methods());
        metadata.setRevocationEndpointAuthMethods(methods());
        metadata.setClaimTypes(List.of(ClaimType.NORMAL));
        metadata.setClaims(List.of("sub", "auth_time", "nonce", "name", "email", "member_number"));
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        return metadata;
    }

    private static List<ClientAuthenticationMethod> methods() {
        return List.of(
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                ClientAuthenticationMethod.CLIENT_SECRET_POST,
                ClientAuthenticationMethod.NONE);
    }

    private URI at(CoopId coop, String rest) {
        return URI.create(issuer.at(coop, rest));
    }

    private static ResponseEntity<String> json(String body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
