package coop.kumiai.web;

import coop.kumiai.accounts.Errand;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 代理: a handler (or all of a class) that may be called while acting for a member (M-CARE-2).
 * Without it a handler is shut then, whatever {@link Allow} says: forgetting it closes, never
 * opens.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WhileActing {
    /**
     * One of these must be entrusted; empty where there is nothing of the member to be seen or
     * done.
     */
    Errand[] value() default {};
}
