package coop.kumiai.cards;

import static java.util.stream.Collectors.toUnmodifiableMap;

import coop.kumiai.kernel.CoopId;

import org.springframework.stereotype.Component;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Passes for Apple Wallet: a zip of the pass, its pictures, their hashes and a signature. */
@Component
class AppleWallet implements PassMaker<byte[]> {
    private final Map<String, WalletSettings.Apple> settings;
    private final Map<String, AppleSigner> signers;

    AppleWallet(WalletSettings settings) {
        this.settings = settings.apple();
        this.signers =
                settings.apple().entrySet().stream()
                        .collect(
                                toUnmodifiableMap(
                                        Map.Entry::getKey, it -> AppleSigner.of(it.getValue())));
    }

    @Override
    public boolean serves(CoopId coop) {
        return settings.containsKey(coop.code());
    }

    @Override
    public byte[] make(PassContent content) {
        var coop = content.coop().id().code();
        var files = new TreeMap<>(ApplePassFiles.of(content, of(settings, coop)));
        var manifest = ApplePassFiles.manifest(files);
        files.put("manifest.json", manifest);
        files.put("signature", of(signers, coop).sign(manifest, content.now()));
        return zip(files);
    }

    private static <T> T of(Map<String, T> setUp, String coop) {
        return Objects.requireNonNull(setUp.get(coop), "not set up");
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
