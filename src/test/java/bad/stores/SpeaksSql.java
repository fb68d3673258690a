package bad.stores;

import org.jooq.DSLContext;

/** Speaks SQL without being a store. */
public class SpeaksSql {
    void speak(DSLContext sql) {
        sql.fetch("select 1");
    }
}
