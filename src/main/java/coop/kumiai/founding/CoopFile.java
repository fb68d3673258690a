package coop.kumiai.founding;

import java.util.List;

/** A whole co-op as a file has it. */
record CoopFile(
        String code,
        String name,
        String shortName,
        String accent,
        List<PolicySeed> policies,
        List<StoreSeed> stores) {}
