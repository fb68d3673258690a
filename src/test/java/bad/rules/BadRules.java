package bad.rules;

import org.springframework.stereotype.Component;

/** A rule class that leans on a framework. */
@Component
public class BadRules {}
