package coop.kumiai;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** In JSON money is a whole number of yen and a co-op its code. */
@Configuration
class JsonConfiguration {
    @Bean
    JsonMapperBuilderCustomizer kernelTypes() {
        var module =
                new SimpleModule("kumiai-kernel")
                        .addSerializer(new YenSerializer())
                        .addDeserializer(Yen.class, new YenDeserializer())
                        .addSerializer(new CoopIdSerializer())
                        .addDeserializer(CoopId.class, new CoopIdDeserializer());
        return builder -> builder.addModule(module);
    }

    private static final class YenSerializer extends StdSerializer<Yen> {
        YenSerializer() {
            super(Yen.class);
        }

        @Override
        public void serialize(Yen value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(value.amount());
        }
    }

    private static final class YenDeserializer extends StdDeserializer<Yen> {
        YenDeserializer() {
            super(Yen.class);
        }

        @Override
        public Yen deserialize(JsonParser json, DeserializationContext context) {
            return Yen.of(json.getLongValue());
        }
    }

    private static final class CoopIdSerializer extends StdSerializer<CoopId> {
        CoopIdSerializer() {
            super(CoopId.class);
        }

        @Override
        public void serialize(CoopId value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.code());
        }
    }

    private static final class CoopIdDeserializer extends StdDeserializer<CoopId> {
        CoopIdDeserializer() {
            super(CoopId.class);
        }

        @Override
        public CoopId deserialize(JsonParser json, DeserializationContext context) {
            return new CoopId(json.getString());
        }
    }
}
