package coop.kumiai.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.MemberCode;
import coop.kumiai.policies.Coop;
import coop.kumiai.testing.Rule;

import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/** Passes signed with certificates of our own making, opened and checked as a phone does. */
class WalletPassesTest {
    private static final Coop MINATO = new Coop(new CoopId("minato"), "みなと生協", "みなと", "#00607a");
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final PassContent CONTENT =
            new PassContent(
                    MINATO,
                    "ABCDEFGHJKLMNPQR",
                    new MemberCode("0012345678"),
                    "髙橋 花子",
                    NOW,
                    Instant.parse("2027-02-18T00:00:00Z"));
    @TempDir Path folder;
    TestCertificates certificates;
    AppleWallet apple;
    GoogleWallet google;

    @BeforeEach
    void wallets() throws Exception {
        certificates = new TestCertificates(folder, NOW);
        var settings =
                new WalletSettings(
                        Map.of("minato", certificates.apple),
                        Map.of("minato", certificates.google));
        apple = new AppleWallet(settings);
        google = new GoogleWallet(settings);
    }

    @Test
    @Rule("X-CARD-1")
    void aPassForApplesWalletIsWholeAndSigned() throws Exception {
        var files = unzip(apple.make(CONTENT));
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "icon.png",
                        "icon@2x.png",
                        "icon@3x.png",
                        "manifest.json",
                        "pass.json",
                        "signature");
        var hashes = json(file(files, "manifest.json"));
        assertThat(hashes.size()).isEqualTo(4);
        for (var name : hashes.propertyNames()) {
            assertThat(hashes.path(name).asString()).as(name).isEqualTo(sha1(file(files, name)));
        }
        var signer = signer(file(files, "signature"), file(files, "manifest.json"));
        assertThat(isBy(signer)).isTrue();
        assertThat(signedAt(signer)).isEqualTo(Date.from(NOW));
    }

    @Test
    void aPassThatWasTouchedIsNoneAnyMore() throws Exception {
        var files = unzip(apple.make(CONTENT));
        var touched = file(files, "manifest.json").clone();
        touched[5]++;
        var signer = signer(file(files, "signature"), touched);
        assertThatThrownBy(() -> isBy(signer)).hasMessageContaining("message-digest");
    }

    @Test
    @Rule("X-CARD-1")
    void aPassShowsTheMemberCodeAndNoCodeThatCounts() throws Exception {
        var pass = json(file(unzip(apple.make(CONTENT)), "pass.json"));
        assertThat(pass.path("passTypeIdentifier").asString()).isEqualTo("pass.jp.example.card");
        assertThat(pass.path("serialNumber").asString()).isEqualTo("ABCDEFGHJKLMNPQR");
        assertThat(pass.path("backgroundColor").asString()).isEqualTo("rgb(0, 96, 122)");
        assertThat(pass.path("expirationDate").asString()).isEqualTo("2027-02-18T00:00:00Z");
        assertThat(pass.path("sharingProhibited").asBoolean()).isTrue();
        assertThat(pass.path("barcodes").path(0).path("message").asString())
                .isEqualTo("0012345678");
        assertThat(pass.path("storeCard").path("primaryFields").path(0).path("value").asString())
                .isEqualTo("髙橋 花子");
        assertThat(pass.toString()).doesNotContain("KC1:");
    }

    @Test
    @Rule("X-CARD-1")
    void aLinkForGooglesWalletIsSignedByTheServiceAccount() throws Exception {
        var link = google.make(CONTENT).toString();
        assertThat(link).startsWith("https://pay.google.com/gp/v/save/");
        var token = SignedJWT.parse(link.substring(link.lastIndexOf('/') + 1));
        var key = (RSAPublicKey) certificates.googles.getPublic();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("cards@example.com");
        assertThat(claims.getAudience()).containsExactly("google");
        assertThat(claims.getStringClaim("typ")).isEqualTo("savetowallet");
        var pass =
                json(new JsonMapper().writeValueAsBytes(claims.getJSONObjectClaim("payload")))
                        .path("loyaltyObjects")
                        .path(0);
        assertThat(pass.path("id").asString()).isEqualTo("3388000000000000000.ABCDEFGHJKLMNPQR");
        assertThat(pass.path("classId").asString()).isEqualTo("3388000000000000000.card");
        assertThat(pass.path("accountName").asString()).isEqualTo("髙橋 花子");
        assertThat(pass.path("barcode").path("value").asString()).isEqualTo("0012345678");
        assertThat(pass.path("validTimeInterval").path("end").path("date").asString())
                .isEqualTo("2027-02-18T00:00:00Z");
    }

    @Test
    void aCoopThatIsNotSetUpHasNone() {
        assertThat(apple.serves(new CoopId("minato"))).isTrue();
        assertThat(apple.serves(new CoopId("manabi"))).isFalse();
        assertThat(google.serves(new CoopId("manabi"))).isFalse();
    }

    @Test
    void aWrongFileIsFoundAtTheStart() {
        var wrong =
                new WalletSettings.Apple(
                        "pass.jp.example.card",
                        "TEAM123456",
                        certificates.apple.certificate(),
                        "another password",
                        certificates.apple.intermediate());
        assertThatThrownBy(() -> AppleSigner.of(wrong))
                .hasMessageContaining("pass.jp.example.card cannot be read");
        assertThat(wrong.toString()).doesNotContain("another password");
    }

    private boolean isBy(SignerInformation signer) throws Exception {
        return signer.verify(
                new JcaSimpleSignerInfoVerifierBuilder().build(certificates.certificate));
    }

    private static SignerInformation signer(byte[] signature, byte[] manifest) throws Exception {
        var signed = new CMSSignedData(new CMSProcessableByteArray(manifest), signature);
        assertThat(signed.getCertificates().getMatches(null)).as("with Apple's own").hasSize(2);
        return signed.getSignerInfos().getSigners().iterator().next();
    }

    private static Date signedAt(SignerInformation signer) {
        var attribute = signer.getSignedAttributes().get(CMSAttributes.signingTime);
        return Time.getInstance(attribute.getAttrValues().getObjectAt(0)).getDate();
    }

    private static Map<String, byte[]> unzip(byte[] pass) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pass))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] file(Map<String, byte[]> pass, String name) {
        return Objects.requireNonNull(pass.get(name), name);
    }

    private static JsonNode json(byte[] bytes) {
        return new JsonMapper().readTree(bytes);
    }

    private static String sha1(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    }
}
