package coop.kumiai.payments;

/** What came back of one call to the processor. */
sealed interface ProcessorAnswer {

    /** The order as it stands there. */
    record Told(ProcessorOrder order) implements ProcessorAnswer {}

    /** The processor refused the call (problem+json): nothing was done. */
    record Problem(int status, String code) implements ProcessorAnswer {
        private static final int NOT_FOUND = 404;

        boolean isAbsent() {
            return status == NOT_FOUND;
        }
    }

    /** No answer, or none that can be read: whether anything was done only an inquiry tells. */
    record Unknown() implements ProcessorAnswer {}
}
