package coop.kumiai.road;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a van is at which door, pure: it sets out so as to be at the first when the slot begins, and
 * waits at each as long as a door takes.
 */
public record Timetable(
        Roads roads, String store, Duration atDoor, Instant startsAt, Instant endsAt) {

    /** When the van is expected at each of these doors. */
    List<Instant> expected(List<Door> doors) {
        return expected(doors, startsAt);
    }

    /** The same for a van that is at its first door at this moment. */
    List<Instant> expected(List<Door> doors, Instant first) {
        var expected = new ArrayList<Instant>();
        var at = first;
        for (int i = 0; i < doors.size(); i++) {
            if (i > 0) {
                at = at.plus(atDoor).plusSeconds(drive(doors.get(i - 1), doors.get(i)));
            }
            expected.add(at);
        }
        return expected;
    }

    /** When a van that leaves now is at its first door: not before the slot begins. */
    Instant firstDoor(List<Door> doors, Instant leaving) {
        if (doors.isEmpty()) {
            return startsAt;
        }
        var there = leaving.plusSeconds(roads.seconds(store, doors.getFirst().postalCode()));
        return there.isBefore(startsAt) ? startsAt : there;
    }

    /** There and back, in seconds. */
    long driving(List<Door> doors) {
        if (doors.isEmpty()) {
            return 0;
        }
        var seconds =
                roads.seconds(store, doors.getFirst().postalCode())
                        + roads.seconds(store, doors.getLast().postalCode());
        for (int i = 1; i < doors.size(); i++) {
            seconds += drive(doors.get(i - 1), doors.get(i));
        }
        return seconds;
    }

    /** By how many seconds doors are reached after the end of the slot, all together. */
    long late(List<Door> doors) {
        var seconds = 0L;
        var at = startsAt;
        for (int i = 0; i < doors.size(); i++) {
            if (i > 0) {
                at = at.plus(atDoor).plusSeconds(drive(doors.get(i - 1), doors.get(i)));
            }
            seconds += Math.max(0, Duration.between(endsAt, at).toSeconds());
        }
        return seconds;
    }

    private long drive(Door from, Door to) {
        return roads.seconds(from.postalCode(), to.postalCode());
    }
}
