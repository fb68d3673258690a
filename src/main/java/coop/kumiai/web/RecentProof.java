package coop.kumiai.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 本人確認: a handler (or all of a class) that is for its owner only, even where a browser was left
 * open: e-mail, phone, password, card, address book. Whoever has not proved lately who they are
 * does so first. A form that was open then is taken a while longer.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RecentProof {}
