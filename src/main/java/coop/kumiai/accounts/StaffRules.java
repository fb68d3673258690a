package coop.kumiai.accounts;

import java.util.Set;

/** Whom a manager (店長) looks after: their own store's staff; those of the office, everybody. */
final class StaffRules {
    private final Set<StaffRole> manager;
    private final String office;

    StaffRules(Set<StaffRole> manager, String office) {
        this.manager = manager;
        this.office = office;
    }

    /** Whether roles of this store are theirs to give and to take. */
    boolean manages(String storeId) {
        return isManagerOf(office) || isManagerOf(storeId);
    }

    /** Whether somebody works in a store of theirs. */
    boolean sees(Set<StaffRole> roles) {
        return roles.stream().anyMatch(it -> manages(it.storeId()));
    }

    /** Whether somebody works in their stores only, so that the whole account is theirs to end. */
    boolean managesAll(Set<StaffRole> roles) {
        return sees(roles) && roles.stream().allMatch(it -> manages(it.storeId()));
    }

    private boolean isManagerOf(String storeId) {
        return manager.contains(new StaffRole(StaffRole.Kind.MANAGER, storeId));
    }
}
