package coop.kumiai.road;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a phone was held: JPEGs say it in their EXIF (tag 0x0112), which goes with everything else
 * that phones write into pictures, so the picture itself is turned.
 */
final class Orientation {
    static final int UPRIGHT = 1;

    private static final int FIRST_TURNED = 5;
    private static final int MOST = 8;
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int APP1 = 0xFFE1;
    private static final int FIRST_MARKER = 0xFFC0;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int EXIF = 0x45786966;
    private static final int EXIF_HEAD = 6;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final int VALUE = 8;

    private Orientation() {}

    /** From 1, upright, to 8; whatever cannot be read is upright. */
    static int of(byte[] jpeg) {
        try {
            var bytes = ByteBuffer.wrap(jpeg);
            return marker(bytes) == START_OF_IMAGE ? inSegments(bytes) : UPRIGHT;
        } catch (IndexOutOfBoundsException
                | java.nio.BufferUnderflowException
                | IllegalArgumentException unreadable) {
            return UPRIGHT;
        }
    }

    private static int inSegments(ByteBuffer bytes) {
        for (var marker = marker(bytes);
                marker >= FIRST_MARKER && marker != START_OF_SCAN;
                marker = marker(bytes)) {
            var start = bytes.position();
            var length = marker(bytes);
            if (marker == APP1 && bytes.getInt() == EXIF) {
                return inExif(bytes.slice(start + 2 + EXIF_HEAD, length - 2 - EXIF_HEAD));
            }
            bytes.position(start + length);
        }
        return UPRIGHT;
    }

    private static int inExif(ByteBuffer tiff) {
        tiff.order(marker(tiff) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var at = tiff.getInt(4);
        var entries = Short.toUnsignedInt(tiff.getShort(at));
        for (int entry = 0; entry < entries; entry++) {
            var place = at + 2 + entry * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(place)) == TAG) {
                var said = Short.toUnsignedInt(tiff.getShort(place + VALUE));
                return said >= UPRIGHT && said <= MOST ? said : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int marker(ByteBuffer bytes) {
        return Short.toUnsignedInt(bytes.getShort());
    }

    /** Whether width and height change places. */
    static boolean isTurned(int orientation) {
        return orientation >= FIRST_TURNED;
    }

    /** What makes a picture of this size upright. */
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
