package coop.kumiai.postal;

import coop.kumiai.kernel.PostalCode;
import coop.kumiai.postal.PostalCodeAnswer.Towns;
import coop.kumiai.postal.PostalCodeAnswer.Unknown;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks postal codes up (郵便番号から住所を引く). */
@Service
public class PostalCodes {
    private final PostalStore store;

    PostalCodes(PostalStore store) {
        this.store = store;
    }

    /** What the typed code means; 〒, hyphens of every kind and full-width digits are understood. */
    @Transactional(readOnly = true)
    public PostalCodeAnswer find(String typed) {
        return PostalCode.read(typed)
                .map(this::find)
                .orElseGet(() -> PostalCodeRules.explain(typed));
    }

    private PostalCodeAnswer find(PostalCode code) {
        var towns = store.towns(code);
        return towns.isEmpty() ? new Unknown(code) : new Towns(code, towns);
    }
}
