package coop.kumiai.wallet;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The values of a statement on many rows: each column is one array. */
final class Bindings {
    private final List<Object> values = new ArrayList<>();

    void add(Object... more) {
        values.addAll(List.of(more));
    }

    <R, V> void column(
            List<R> rows, IntFunction<V[]> array, Function<R, ? extends @Nullable V> value) {
        var column = array.apply(rows.size());
        for (int at = 0; at < column.length; at++) {
            column[at] = value.apply(rows.get(at));
        }
        values.add(column);
    }

    Object[] all() {
        return values.toArray();
    }
}
