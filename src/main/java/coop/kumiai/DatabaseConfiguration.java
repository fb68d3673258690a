package coop.kumiai;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The database: an outside PostgreSQL where one is named, else the embedded one in the data folder.
 */
@Configuration
@EnableConfigurationProperties(KumiaiSettings.class)
class DatabaseConfiguration {
    @Bean
    EmbeddedDatabase embeddedDatabase(
            KumiaiSettings settings, ObjectProvider<EarlyDatabase.Starting> early) {
        var starting = early.getIfAvailable();
        return starting == null ? EmbeddedDatabase.of(settings) : starting.get();
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(KumiaiSettings settings, EmbeddedDatabase embedded) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(embedded.url().orElse(settings.db().url()));
        pool.setUsername(embedded.url().isPresent() ? "postgres" : settings.db().user());
        pool.setPassword(embedded.url().isPresent() ? "" : settings.db().password());
        return pool;
    }
}
