package coop.kumiai.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitArray;
import com.google.zxing.oned.Code128Reader;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.regex.Pattern;

class BarCodeTest {
    private static final Pattern BAR = Pattern.compile("M(\\d+) 0h1v1h-1z");

    @Test
    void aScannerReadsWhatWasWritten() throws Exception {
        var code = BarCode.of("0012345678");
        var row = new BitArray(code.width());
        BAR.matcher(code.path()).results().forEach(it -> row.set(Integer.parseInt(it.group(1))));
        assertThat(new Code128Reader().decodeRow(0, row, Map.of()).getText())
                .isEqualTo("0012345678");
        assertThat(row.getNextSet(0)).as("white on the left").isGreaterThanOrEqualTo(10);
    }
}
