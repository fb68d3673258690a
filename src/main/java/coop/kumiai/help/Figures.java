package coop.kumiai.help;

/** The values of the policies as they stand for one co-op, one store and one day. */
@FunctionalInterface
interface Figures {
    Object value(Figure figure);
}
