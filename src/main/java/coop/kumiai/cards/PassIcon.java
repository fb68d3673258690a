package coop.kumiai.cards;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/** A small picture in the co-op's colour, which a pass must have: a card with its lines. */
final class PassIcon {
    private static final int PARTS = 29;

    private PassIcon() {}

    static byte[] png(int size, String accent) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.decode(accent));
        pen.fillRoundRect(0, 0, size, size, size / 4, size / 4);
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(Math.max(1, 2 * size / PARTS)));
        pen.drawRoundRect(
                at(5, size), at(8, size), at(18, size), at(13, size), at(3, size), at(3, size));
        pen.drawLine(at(6, size), at(13, size), at(22, size), at(13, size));
        pen.dispose();
        return written(image);
    }

    private static int at(int part, int size) {
        return part * size / PARTS;
    }

    private static byte[] written(BufferedImage image) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
