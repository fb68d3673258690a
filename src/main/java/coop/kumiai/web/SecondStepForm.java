package coop.kumiai.web;

import coop.kumiai.accounts.Account;
import coop.kumiai.kernel.Refused;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

import java.util.function.BiFunction;

/**
 * 二段階認証: the page that asks for the code after the password, at the members' door and the staff's.
 */
@Component
public class SecondStepForm {
    private final SecondSteps steps;
    private final SecondStepFields fields;
    private final Pages pages;

    SecondStepForm(SecondSteps steps, SecondStepFields fields, Pages pages) {
        this.steps = steps;
        this.fields = fields;
        this.pages = pages;
    }

    /**
     * A door.
     *
     * @param signIn where it begins, such as {@code office/sign-in}
     * @param template of the page that asks for the code
     */
    public record Door(String signIn, String template) {}

    public View show(Visit visit, Door door, HttpServletRequest request) {
        return page(visit, door, FormErrors.NONE, request);
    }

    /**
     * Takes the code.
     *
     * @param in how whoever has typed it goes in, and to which page
     */
    public View complete(
            Visit visit,
            Door door,
            String code,
            HttpServletRequest request,
            BiFunction<Account, String, View> in) {
        try {
            var next = steps.pending(visit, request).next();
            return in.apply(steps.complete(visit, code, request), next);
        } catch (Refused refused) {
            return page(visit, door, FormErrors.of(refused.refusals()), request);
        }
    }

    /** Mails it again. */
    public View mail(Visit visit, Door door, HttpServletRequest request) {
        try {
            steps.mailAgain(visit, request);
            return SeeOther.at(visit.path(door.signIn() + "/second"));
        } catch (Refused refused) {
            return page(visit, door, FormErrors.of(refused.refusals()), request);
        }
    }

    private View page(Visit visit, Door door, FormErrors errors, HttpServletRequest request) {
        try {
            var pending = steps.pending(visit, request);
            var shown = fields.of(visit, pending, errors);
            return pages.form(visit, "確認コード", door.template(), shown, errors);
        } catch (Refused tooLate) {
            return SeeOther.at(visit.path(door.signIn()));
        }
    }
}
