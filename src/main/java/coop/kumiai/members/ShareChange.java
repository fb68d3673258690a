package coop.kumiai.members;

/**
 * What a member wishes of their share capital, as the desk takes it.
 *
 * @param units how many shares (口) more or fewer
 */
public record ShareChange(Kind kind, int units) {
    /** More, or fewer. */
    public enum Kind {
        INCREASE("増資"),
        REDUCE("減資");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
