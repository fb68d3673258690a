package coop.kumiai.road;

import coop.kumiai.kernel.Refused;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A photo as it is kept: drawn anew, upright and small. Nothing of the file that came is in it: no
 * place, no time, no phone, nothing hidden behind the picture.
 */
record DoorImage(byte[] jpeg, int width, int height) {
    private static final Set<String> READ = Set.of("jpeg", "png");

    /**
     * @throws Refused when it is too large, or no picture
     */
    static DoorImage of(byte[] sent, PhotoTerms terms) {
        if (sent.length > terms.mostBytes()) {
            throw tooLarge(terms);
        }
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            var reader = reader(input);
            try {
                reader.setInput(input, true, true);
                return drawn(read(reader, terms), Orientation.of(sent), terms.longestEdge());
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable instanceof Refused refused
                    ? refused
                    : Refused.because(new RoadRefusal.NoPhoto());
        }
    }

    private static ImageReader reader(ImageInputStream input) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(input); readers.hasNext(); ) {
            var reader = readers.next();
            if (READ.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
                return reader;
            }
        }
        throw Refused.because(new RoadRefusal.NoPhoto());
    }

    /** Its size is looked at before it is unfolded; of a large one only some lines are read. */
    private static BufferedImage read(ImageReader reader, PhotoTerms terms) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > terms.mostPixels()) {
            throw tooLarge(terms);
        }
        var every = Math.max(1, Math.max(width, height) / (2 * terms.longestEdge()));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, how);
    }

    private static DoorImage drawn(BufferedImage image, int orientation, int longestEdge)
            throws IOException {
        var longest = Math.max(image.getWidth(), image.getHeight());
        var edge = Math.min(longest, longestEdge);
        var width = Math.max(1, image.getWidth() * edge / longest);
        var height = Math.max(1, image.getHeight() * edge / longest);
        var turned = Orientation.isTurned(orientation);
        var canvas =
                new BufferedImage(
                        turned ? height : width,
                        turned ? width : height,
                        BufferedImage.TYPE_INT_RGB);
        var pen = canvas.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setTransform(Orientation.upright(orientation, width, height));
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(canvas, "jpeg", out)) {
            throw new IllegalStateException("this Java writes no JPEG");
        }
        return new DoorImage(out.toByteArray(), canvas.getWidth(), canvas.getHeight());
    }

    private static Refused tooLarge(PhotoTerms terms) {
        return Refused.because(
                new RoadRefusal.PhotoTooLarge(terms.mostMegabytes(), terms.mostMegapixels()));
    }
}
