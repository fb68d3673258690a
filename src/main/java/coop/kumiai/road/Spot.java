package coop.kumiai.road;

/** Where something is, in millionths of a degree. */
record Spot(int latitudeMicro, int longitudeMicro) {
    /** A degree of latitude, anywhere. */
    private static final int METRES_OF_A_DEGREE = 111_320;

    private static final int MICRO = 1_000_000;

    /** As the crow flies; over a town the earth is flat enough. */
    long metresTo(Spot other) {
        var north = metres(latitudeMicro - other.latitudeMicro);
        var shrunk =
                Math.cos(Math.toRadians((latitudeMicro + other.latitudeMicro) / 2 / (MICRO * 1.0)));
        var east = Math.round(metres(longitudeMicro - other.longitudeMicro) * shrunk);
        return Math.round(Math.sqrt(north * north + east * east));
    }

    private static long metres(int micro) {
        return (long) micro * METRES_OF_A_DEGREE / MICRO;
    }
}
