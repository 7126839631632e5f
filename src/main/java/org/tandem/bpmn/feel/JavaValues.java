package org.tandem.bpmn.feel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** What FEEL gives, as maps, lists, texts, numbers and so on; dates and durations stay what they are. */
public final class JavaValues {

    private static final int SAFE_DIGITS = 15;

    private JavaValues() {}

    public static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case scala.math.BigDecimal number -> number(number.bigDecimal());
            case BigDecimal number -> number(number);
            case scala.Option<?> option -> option.isEmpty() ? null : of(option.get());
            case scala.collection.Map<?, ?> map -> of(CollectionConverters.asJava(map));
            case scala.collection.Iterable<?> items -> list(CollectionConverters.asJava(items));
            case Map<?, ?> map -> {
                var to = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, inner) -> to.put(String.valueOf(key), of(inner)));
                yield to;
            }
            case List<?> items -> list(items);
            default -> value;
        };
    }

    private static List<@Nullable Object> list(Iterable<?> items) {
        var to = new ArrayList<@Nullable Object>();
        items.forEach(item -> to.add(of(item)));
        return to;
    }

    private static Number number(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException fractionOrHuge) {
            return number.stripTrailingZeros().precision() <= SAFE_DIGITS ? (Number) number.doubleValue() : number;
        }
    }
}
