package coop.kumiai.web;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.regex.Pattern;

/**
 * 書類 (PDF) out of templates: well-formed XHTML with its own styles. The fonts are embedded: BIZ
 * UDPGothic ({@code text}), and behind it ({@code rare}) one that has the signs it lacks, such as
 * 𠮷. Where a name names one of several writings of a kanji (異体字セレクタ), the plain one is printed.
 */
@Component
public class Papers {
    private static final String PDF = "application/pdf";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /** Which of several writings of a kanji: the embedded fonts draw the plain one. */
    private static final Pattern VARIATION_SELECTORS =
            Pattern.compile("[\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

    private final TemplateEngine templates;
    private final FSCacheEx<String, FSCacheValue> fontMetrics = new FSDefaultCacheStore();

    /** Unpacked once: every paper reads some of them. */
    private final Map<String, byte[]> fonts = new ConcurrentHashMap<>();

    Papers(TemplateEngine templates) {
        this.templates = templates;
        XRLog.listRegisteredLoggers().forEach(it -> XRLog.setLevel(it, Level.WARNING));
    }

    /** A paper to be saved under a name. */
    public View pdf(String template, Map<String, ?> parameters, String fileName) {
        return file(bytes(template, parameters), PDF, fileName);
    }

    /** Many papers of one kind as one file, to be printed one after the other. */
    public View pdfs(String template, List<? extends Map<String, ?>> each, String fileName) {
        var merger = new PDFMergerUtility();
        var all = new ByteArrayOutputStream();
        each.forEach(it -> merger.addSource(new RandomAccessReadBuffer(bytes(template, it))));
        merger.setDestinationStream(all);
        try {
            merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(all.toByteArray(), PDF, fileName);
    }

    /** A file for a spreadsheet, to be saved under a name. */
    public View csv(String text, String fileName) {
        return file(text.getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8", fileName);
    }

    /** A paper as the bytes of its file. */
    public byte[] bytes(String template, Map<String, ?> parameters) {
        var html = new StringOutput();
        templates.render(template, new HashMap<String, @Nullable Object>(parameters), html);
        var bytes = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.useCacheStore(CacheStore.PDF_FONT_METRICS, fontMetrics);
            builder.useFont(() -> font("text"), "text", REGULAR, FontStyle.NORMAL, true);
            builder.useFont(() -> font("bold"), "text", BOLD, FontStyle.NORMAL, true);
            builder.useFont(() -> font("rare"), "rare", REGULAR, FontStyle.NORMAL, true);
            builder.useFont(() -> font("rare"), "rare", BOLD, FontStyle.NORMAL, true);
            builder.withHtmlContent(
                    VARIATION_SELECTORS.matcher(html.toString()).replaceAll(""), null);
            builder.toStream(bytes);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private InputStream font(String name) {
        return new ByteArrayInputStream(fonts.computeIfAbsent(name, Papers::read));
    }

    private static byte[] read(String font) {
        try {
            return new ClassPathResource("fonts/" + font + ".ttf").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static View file(byte[] content, String type, String fileName) {
        return (model, request, response) -> {
            response.setContentType(type);
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(fileName, StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
        };
    }
}
