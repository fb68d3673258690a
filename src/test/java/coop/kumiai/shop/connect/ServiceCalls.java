package coop.kumiai.shop.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.kumiai.kernel.CoopId;

import org.springframework.web.util.UriComponentsBuilder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a service sends to Kumiai, over real HTTP and without any cookie. */
record ServiceCalls(int port, CoopId coop, String clientId, String secret) {
    static final String BACK = "https://class.example.jp/back";

    /** Of RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** An answer. */
    record Answer(int status, JsonNode body) {
        String text(String name) {
            return body.path(name).asString("");
        }
    }

    /** Where it sends its members, with changes to a request that is right; null leaves one out. */
    String authorize(Map<String, String> changes) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", BACK);
        parameters.put("scope", "openid profile email member");
        parameters.put("state", "a state & more");
        parameters.put("nonce", "once");
        parameters.put("code_challenge", CHALLENGE);
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(changes);
        parameters.values().removeIf(String::isEmpty);
        return "/" + coop + "/connect/authorize?" + encoded(parameters);
    }

    static String parameter(String address, String name) {
        var value =
                UriComponentsBuilder.fromUriString(address).build().getQueryParams().getFirst(name);
        return value == null ? "" : java.net.URLDecoder.decode(value, UTF_8);
    }

    Answer redeem(String code) {
        return redeem(code, VERIFIER);
    }

    Answer redeem(String code, String verifier) {
        return token(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        BACK,
                        "code_verifier",
                        verifier));
    }

    Answer refresh(String token) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    Answer revoke(String token) {
        return post("revoke", Map.of("token", token));
    }

    Answer token(Map<String, String> form) {
        return post("token", form);
    }

    Answer userInfo(String token) {
        return send(request("connect/service/userinfo").header("Authorization", "Bearer " + token));
    }

    Answer get(String path) {
        return send(request(path));
    }

    private Answer post(String endpoint, Map<String, String> form) {
        var fields = new LinkedHashMap<>(form);
        var request =
                request("connect/service/" + endpoint)
                        .header("Content-Type", "application/x-www-form-urlencoded");
        if (secret.isEmpty()) {
            fields.put("client_id", clientId);
        } else {
            var pair = (clientId + ":" + secret).getBytes(UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:%d/%s/%s".formatted(port, coop, path)));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
