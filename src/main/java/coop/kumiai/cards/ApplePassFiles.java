package coop.kumiai.cards;

import tools.jackson.databind.json.JsonMapper;

import java.awt.Color;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a pass for Apple Wallet, before they are signed. */
final class ApplePassFiles {
    private static final JsonMapper JSON = new JsonMapper();

    private ApplePassFiles() {}

    static SortedMap<String, byte[]> of(PassContent content, WalletSettings.Apple settings) {
        var files = new TreeMap<String, byte[]>();
        var accent = content.coop().accent();
        files.put("icon.png", PassIcon.png(29, accent));
        files.put("icon@2x.png", PassIcon.png(58, accent));
        files.put("icon@3x.png", PassIcon.png(87, accent));
        files.put("pass.json", JSON.writeValueAsBytes(pass(content, settings)));
        return files;
    }

    /** The hash of each file, as Apple wants them: by SHA-1. */
    static byte[] manifest(Map<String, byte[]> files) {
        var hashes = new TreeMap<String, String>();
        files.forEach((name, bytes) -> hashes.put(name, sha1(bytes)));
        return JSON.writeValueAsBytes(hashes);
    }

    private static Map<String, Object> pass(PassContent content, WalletSettings.Apple settings) {
        var code = content.memberCode().digits();
        var pass = new LinkedHashMap<String, Object>();
        pass.put("formatVersion", 1);
        pass.put("passTypeIdentifier", settings.passType());
        pass.put("teamIdentifier", settings.team());
        pass.put("serialNumber", content.number());
        pass.put("organizationName", content.coop().name());
        pass.put("description", content.coop().name() + "の組合員証");
        pass.put("logoText", content.coop().shortName());
        pass.put("foregroundColor", "rgb(255, 255, 255)");
        pass.put("labelColor", "rgb(255, 255, 255)");
        pass.put("backgroundColor", rgb(content.coop().accent()));
        pass.put("sharingProhibited", true);
        pass.put(
                "expirationDate",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        content.until().atOffset(ZoneOffset.UTC)));
        pass.put(
                "barcodes",
                List.of(
                        barcode("PKBarcodeFormatCode128", code),
                        barcode("PKBarcodeFormatQR", code)));
        pass.put(
                "storeCard",
                Map.of(
                        "primaryFields",
                        List.of(field("name", "お名前", content.name())),
                        "secondaryFields",
                        List.of(field("code", "組合員コード", code)),
                        "backFields",
                        List.of(field("use", "お使いになれるところ", "組合員価格のご利用のとき、お見せください。お支払いには使えません。"))));
        return pass;
    }

    private static Map<String, String> barcode(String format, String message) {
        return Map.of(
                "format", format,
                "message", message,
                "messageEncoding", "iso-8859-1",
                "altText", message);
    }

    private static Map<String, String> field(String key, String label, String value) {
        return Map.of("key", key, "label", label, "value", value);
    }

    private static String rgb(String accent) {
        var colour = Color.decode(accent);
        return "rgb(%d, %d, %d)".formatted(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
