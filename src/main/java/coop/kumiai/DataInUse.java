package coop.kumiai;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import java.nio.file.Path;

/** Two Kumiai on one data folder would have two databases write the same files. */
final class DataInUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    DataInUse(Path folder) {
        super("Another Kumiai runs on the data in %s.".formatted(folder));
    }

    /** Says so without the stack that nobody needs. */
    static final class Analyzer extends AbstractFailureAnalyzer<DataInUse> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, DataInUse cause) {
            return new FailureAnalysis(
                    cause.getMessage(), "Stop it, or choose another folder by --data.", cause);
        }
    }
}
