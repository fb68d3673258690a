package coop.kumiai.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.oned.Code128Writer;

import java.util.Map;

/**
 * バーコード (CODE128) as a drawing: one path of dark bars, with the white margin that readers need.
 *
 * @param width in bars of the thinnest kind, the margin counted
 * @param path for an SVG's {@code d}; each bar is one high
 */
public record BarCode(int width, String path) {
    /** Ten of the thinnest bars stay white on either side. */
    private static final int MARGIN = 20;

    public static BarCode of(String digits) {
        var row =
                new Code128Writer()
                        .encode(
                                digits,
                                BarcodeFormat.CODE_128,
                                0,
                                1,
                                Map.of(EncodeHintType.MARGIN, MARGIN));
        var path = new StringBuilder();
        for (var x = 0; x < row.getWidth(); x++) {
            if (row.get(x, 0)) {
                path.append('M').append(x).append(" 0h1v1h-1z");
            }
        }
        return new BarCode(row.getWidth(), path.toString());
    }
}
