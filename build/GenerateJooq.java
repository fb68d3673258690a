import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.flywaydb.core.Flyway;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes each module's tables as Java into {@code coop.kumiai.<module>.db}: the migrations run on a
 * real PostgreSQL and jOOQ reads what they made. The folders below {@code db/migration} name the
 * schemas. Skipped while nothing changed.
 *
 * <p>Arguments: the migrations' folder, the folder to write into.
 */
void main(String[] arguments) throws Exception {
    var migrations = Path.of(arguments[0]);
    var target = Path.of(arguments[1]);
    var stamp = target.resolve("stamp");
    var fingerprint = fingerprint(migrations);
    if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
        return;
    }
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    deleteAll(target);
    try (var postgres =
            EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start()) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
        for (var module : modules(migrations)) {
            GenerationTool.generate(
                    configuration(postgres.getJdbcUrl("postgres", "postgres"), module, target));
        }
    }
    Files.createDirectories(target);
    Files.writeString(stamp, fingerprint);
}

List<String> modules(Path migrations) throws Exception {
    try (var folders = Files.list(migrations)) {
        return folders.filter(Files::isDirectory)
                .map(folder -> folder.getFileName().toString())
                .filter(module -> Files.isDirectory(Path.of("src/main/java/coop/kumiai", module)))
                .sorted()
                .toList();
    }
}

Configuration configuration(String url, String module, Path target) {
    return new Configuration()
            .withLogging(Logging.WARN)
            .withJdbc(
                    new Jdbc()
                            .withDriver("org.postgresql.Driver")
                            .withUrl(url)
                            .withUser("postgres"))
            .withGenerator(
                    new Generator()
                            .withDatabase(
                                    new Database()
                                            .withName("org.jooq.meta.postgres.PostgresDatabase")
                                            .withInputSchema(module)
                                            .withIncludes(".*"))
                            .withGenerate(
                                    new Generate()
                                            .withRecords(true)
                                            .withFluentSetters(true)
                                            .withRoutines(false)
                                            .withGeneratedAnnotation(false))
                            .withTarget(
                                    new Target()
                                            .withPackageName("coop.kumiai." + module + ".db")
                                            .withDirectory(target.toString())));
}

String fingerprint(Path migrations) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var files = Files.walk(migrations)) {
        for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
            digest.update(migrations.relativize(file).toString().getBytes());
            digest.update(Files.readAllBytes(file));
        }
    }
    digest.update(Files.readAllBytes(Path.of("build", "GenerateJooq.java")));
    return Constants.FULL_VERSION + " " + HexFormat.of().formatHex(digest.digest());
}

void deleteAll(Path folder) throws Exception {
    if (!Files.exists(folder)) {
        return;
    }
    try (var files = Files.walk(folder)) {
        for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
            Files.delete(file);
        }
    }
}
