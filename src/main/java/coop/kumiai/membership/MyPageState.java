package coop.kumiai.membership;

import java.time.LocalDate;

/** Whether a member may read My Page just now. */
public sealed interface MyPageState {
    /** 利用できる. */
    record Open() implements MyPageState {}

    /** Registered, and readable from a day on (M-USE-2). */
    record OpensOn(LocalDate day) implements MyPageState {}

    /** 終了: the share capital was paid back (M-LEAVE-1). */
    record Closed() implements MyPageState {}
}
