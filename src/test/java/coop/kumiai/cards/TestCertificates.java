package coop.kumiai.cards;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/** Keys and certificates of our own making, as the companies would give them. */
final class TestCertificates {
    static final String PASSWORD = "only for tests";
    final X509Certificate certificate;
    final KeyPair googles;
    final WalletSettings.Apple apple;
    final WalletSettings.Google google;

    TestCertificates(Path folder, Instant now) throws Exception {
        var authority = keys();
        var intermediate =
                certificate("CN=Intermediate", authority, "CN=Intermediate", authority, now);
        var own = keys();
        certificate = certificate("CN=Pass Type", own, "CN=Intermediate", authority, now);
        apple =
                new WalletSettings.Apple(
                        "pass.jp.example.card",
                        "TEAM123456",
                        store(folder.resolve("pass.p12"), own),
                        PASSWORD,
                        Files.write(folder.resolve("wwdr.der"), intermediate.getEncoded()));
        googles = keys();
        google =
                new WalletSettings.Google(
                        "3388000000000000000", "card", account(folder.resolve("account.json")));
    }

    private Path store(Path file, KeyPair own) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "pass", own.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD.toCharArray());
        return Files.write(file, bytes.toByteArray());
    }

    private Path account(Path file) throws Exception {
        var key = Base64.getMimeEncoder().encodeToString(googles.getPrivate().getEncoded());
        var pem = "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(key);
        var escaped = pem.replace("\r", "").replace("\n", "\\n");
        return Files.writeString(
                file,
                "{\"client_email\": \"cards@example.com\", \"private_key\": \"%s\"}"
                        .formatted(escaped));
    }

    private static KeyPair keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            String subject, KeyPair keys, String issuer, KeyPair signer, Instant now)
            throws Exception {
        var built =
                new JcaX509v3CertificateBuilder(
                                new X500Name(issuer),
                                BigInteger.ONE,
                                Date.from(now.minus(Duration.ofDays(1))),
                                Date.from(now.plus(Duration.ofDays(365))),
                                new X500Name(subject),
                                keys.getPublic())
                        .build(
                                new JcaContentSignerBuilder("SHA256withRSA")
                                        .build(signer.getPrivate()));
        return new JcaX509CertificateConverter().getCertificate(built);
    }
}
