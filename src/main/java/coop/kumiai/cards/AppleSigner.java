package coop.kumiai.cards;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Signs manifests of passes (PKCS#7, detached) with the key of one pass type. */
final class AppleSigner {
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final X509Certificate intermediate;

    private AppleSigner(PrivateKey key, X509Certificate certificate, X509Certificate intermediate) {
        this.key = key;
        this.certificate = certificate;
        this.intermediate = intermediate;
    }

    /**
     * Reads the files that the settings name, when the program starts: a wrong one is found then.
     */
    static AppleSigner of(WalletSettings.Apple settings) {
        try (var file = Files.newInputStream(settings.certificate());
                var apples = Files.newInputStream(settings.intermediate())) {
            var store = KeyStore.getInstance("PKCS12");
            var password = settings.password().toCharArray();
            store.load(file, password);
            var alias = store.aliases().nextElement();
            return new AppleSigner(
                    (PrivateKey) store.getKey(alias, password),
                    (X509Certificate) store.getCertificate(alias),
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(apples));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The certificates of " + settings.passType() + " cannot be read", e);
        }
    }

    byte[] sign(byte[] manifest, Instant now) {
        try {
            var generator = new CMSSignedDataGenerator();
            var signer =
                    new JcaContentSignerBuilder(
                                    "SHA256with"
                                            + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA"))
                            .build(key);
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(
                                    new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(
                                    new DefaultSignedAttributeTableGenerator(signedAt(now)))
                            .build(signer, certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate, intermediate)));
            return generator.generate(new CMSProcessableByteArray(manifest), false).getEncoded();
        } catch (GeneralSecurityException
                | OperatorCreationException
                | CMSException
                | IOException e) {
            throw new IllegalStateException("A pass could not be signed", e);
        }
    }

    private static AttributeTable signedAt(Instant now) {
        var attributes = new ASN1EncodableVector();
        attributes.add(
                new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(now)))));
        return new AttributeTable(attributes);
    }
}
