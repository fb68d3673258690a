package coop.kumiai.web;

import coop.kumiai.policies.Coop;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the views that page handlers return: a jte template with the frame and the page's own
 * parameters.
 */
@Component
public class Pages {
    private final TemplateEngine templates;
    private final List<FrameExtras> extras;
    private final List<Guides> guides;

    Pages(TemplateEngine templates, List<FrameExtras> extras, List<Guides> guides) {
        this.templates = templates;
        this.extras = extras;
        this.guides = guides;
    }

    /**
     * A whole page.
     *
     * @param template such as {@code shop/cart/cart.jte}; it takes {@code frame} and the given
     *     parameters
     */
    public View page(Visit visit, String title, String template, Map<String, ?> parameters) {
        return page(visit, title, template, parameters, HttpStatus.OK);
    }

    /** A whole page with a status of its own, such as a form that was refused (422). */
    public View page(
            Visit visit,
            String title,
            String template,
            Map<String, ?> parameters,
            HttpStatus status) {
        return (model, request, response) -> {
            var all = new HashMap<String, @Nullable Object>(parameters);
            all.replaceAll((name, value) -> guided(visit.coop(), value));
            all.put("frame", frame(visit, title, request));
            write(template, all, status, response);
        };
    }

    /**
     * A page with a form. Refused, it is answered as such (422), and its title says so first: that
     * is what a screen reader reads out.
     *
     * @param template it also takes {@code errors}
     */
    public View form(
            Visit visit,
            String title,
            String template,
            Map<String, ?> parameters,
            FormErrors errors) {
        var all = new HashMap<String, Object>(parameters);
        all.put("errors", errors);
        return errors.isEmpty()
                ? page(visit, title, template, all)
                : page(visit, "入力の確認：" + title, template, all, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A part of a page, for htmx. */
    public View part(String template, Map<String, ?> parameters) {
        return (model, request, response) -> {
            var all = new HashMap<String, @Nullable Object>(parameters);
            write(template, all, HttpStatus.OK, response);
        };
    }

    /** A part that takes the frame too: its csrf token, the cart after a change. */
    public View part(Visit visit, String template, Map<String, ?> parameters) {
        return (model, request, response) -> {
            var all = new HashMap<String, @Nullable Object>(parameters);
            all.replaceAll((name, value) -> guided(visit.coop(), value));
            all.put("frame", frame(visit, "", request));
            write(template, all, HttpStatus.OK, response);
        };
    }

    /** The errors, each with the page that explains it. */
    FormErrors guided(Coop coop, FormErrors errors) {
        return errors.guided(
                code -> guides.stream().flatMap(it -> it.about(coop, code).stream()).findFirst());
    }

    private @Nullable Object guided(Coop coop, @Nullable Object parameter) {
        return parameter instanceof FormErrors errors ? guided(coop, errors) : parameter;
    }

    /** The frame that a template outside a handler's page needs. */
    Frame frame(Visit visit, String title, HttpServletRequest request) {
        return new Frame(
                visit.coop(),
                title,
                request.getRequestURI(),
                csrf(request),
                visit.signedIn(),
                extras.stream().flatMap(it -> it.delivery(visit).stream()).findFirst(),
                extras.stream().flatMap(it -> it.cart(visit).stream()).findFirst(),
                extras.stream().flatMap(it -> it.told(visit).stream()).findFirst(),
                extras.stream().flatMap(it -> it.announced(visit).stream()).findFirst(),
                visit.netShop());
    }

    static String csrf(HttpServletRequest request) {
        return Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()))
                .map(CsrfToken::getToken)
                .orElse("");
    }

    void write(
            String template,
            Map<String, @Nullable Object> parameters,
            HttpStatus status,
            HttpServletResponse response)
            throws IOException {
        var output = new Utf8ByteOutput();
        templates.render(template, parameters, output);
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "no-store");
        }
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
