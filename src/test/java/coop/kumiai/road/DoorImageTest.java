package coop.kumiai.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.Refused;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.imageio.ImageIO;

class DoorImageTest {
    private static final PhotoTerms TERMS = new PhotoTerms(1, 1, 100, 30);

    @Test
    @Rule("N-DELIV-1")
    @DisplayName("写真は描き直され、電話機が書き込んだものは残らない")
    void nothingOfThePhoneIsKept() throws IOException {
        var sent = withExif(jpeg(200, 100), 1, "Shibuya 35.6581N 139.7017E");
        assertThat(text(sent)).contains("Exif", "139.7017E");
        var kept = DoorImage.of(sent, TERMS);
        assertThat(text(kept.jpeg())).doesNotContain("Exif", "Shibuya", "139.7017E");
        assertThat(kept.width()).isEqualTo(100);
        assertThat(kept.height()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        "1,100,50", "2,100,50", "3,100,50", "4,100,50", "5,50,100",
        "6,50,100", "7,50,100", "8,50,100", "0,100,50", "9,100,50"
    })
    void aPhoneThatWasHeldOtherwiseGivesAnUprightPicture(int said, int width, int height)
            throws IOException {
        var kept = DoorImage.of(withExif(jpeg(200, 100), said, ""), TERMS);
        assertThat(kept.width()).isEqualTo(width);
        assertThat(kept.height()).isEqualTo(height);
    }

    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1"})
    @DisplayName("送られた写真の左上の隅は、向きのとおりの隅に来る")
    void theCornerGoesWhereItBelongs(int said, int right, int down) throws IOException {
        var kept = DoorImage.of(withExif(jpeg(96, 64), said, ""), TERMS);
        var image = ImageIO.read(new ByteArrayInputStream(kept.jpeg()));
        for (var x : new int[] {0, 1}) {
            for (var y : new int[] {0, 1}) {
                var sign =
                        new Color(
                                image.getRGB(
                                        x * (image.getWidth() - 5) + 2,
                                        y * (image.getHeight() - 5) + 2));
                assertThat(sign.getRed() > 128).isEqualTo(x == right && y == down);
            }
        }
    }

    @Test
    void aFileAboveTheLimitIsRefusedAndOneAtTheLimitIsNot() throws IOException {
        var atLimit = Arrays.copyOf(jpeg(20, 20), 1_000_000);
        assertThat(DoorImage.of(atLimit, TERMS).width()).isEqualTo(20);
        assertThatThrownBy(() -> DoorImage.of(Arrays.copyOf(atLimit, 1_000_001), TERMS))
                .isInstanceOf(Refused.class)
                .hasMessage("road/photo-too-large");
    }

    @Test
    @DisplayName("展開すると大きすぎる写真は、開く前に断る")
    void aPictureThatUnfoldsTooLargeIsRefused() throws IOException {
        assertThat(DoorImage.of(png(1000, 1000), TERMS).width()).isEqualTo(100);
        assertThatThrownBy(() -> DoorImage.of(png(1001, 1000), TERMS))
                .isInstanceOf(Refused.class)
                .hasMessage("road/photo-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "not a picture", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    void whatIsNoPhotoIsRefused(String sent) {
        var bytes = sent.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> DoorImage.of(bytes, TERMS))
                .isInstanceOf(Refused.class)
                .hasMessage("road/no-photo");
    }

    @Test
    void aPhotoThatBreaksOffIsRefused() throws IOException {
        var half = Arrays.copyOf(png(300, 300), 60);
        assertThatThrownBy(() -> DoorImage.of(half, TERMS)).isInstanceOf(Refused.class);
    }

    static byte[] jpeg(int width, int height) throws IOException {
        return written(width, height, "jpeg");
    }

    private static byte[] png(int width, int height) throws IOException {
        return written(width, height, "png");
    }

    /** Blue, with a red corner at the upper left. */
    private static byte[] written(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 4, height / 4);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** As a phone writes it, behind the first marker. */
    private static byte[] withExif(byte[] jpeg, int orientation, String more) {
        var words = more.getBytes(StandardCharsets.US_ASCII);
        var length = 2 + 6 + 8 + 2 + 12 + 4 + words.length;
        var out = ByteBuffer.allocate(jpeg.length + 2 + length);
        out.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) length);
        out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) 1);
        out.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        out.putInt(0).put(words).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
