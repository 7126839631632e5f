package org.tandem.desk.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tandem.assistant.meaning.Clusters;
import org.tandem.assistant.meaning.Meanings;

/** Finds the theme of those who said the same: in the same words, or, with the AI, in words that mean much the same. */
@Component("feedbackLikeness")
class Likeness {

    private static final int REMEMBERED = 20_000;

    private final Meanings meanings;
    private final Cache<String, float[]> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Likeness(Meanings meanings) {
        this.meanings = meanings;
    }

    /** @param others that have a theme */
    Optional<UUID> themeOf(String text, List<Said> others) {
        var words = words(text);
        return others.stream()
                .filter(other -> other.text() != null && words(other.text()).equals(words))
                .flatMap(other -> Optional.ofNullable(other.theme()).stream())
                .findFirst()
                .or(() -> meaning(text).flatMap(meaning -> nearest(meaning, others)));
    }

    private Optional<UUID> nearest(float[] meaning, List<Said> others) {
        var themes = new ArrayList<UUID>();
        var theirs = new ArrayList<float[]>();
        for (var other : others) {
            if (other.theme() != null && other.text() != null) {
                meaning(other.text()).ifPresent(one -> {
                    themes.add(other.theme());
                    theirs.add(one);
                });
            }
        }
        var nearest = Clusters.nearest(meaning, theirs);
        return nearest.isPresent() ? Optional.of(themes.get(nearest.getAsInt())) : Optional.empty();
    }

    private Optional<float[]> meaning(String text) {
        var remembered = known.getIfPresent(text);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var meaning = meanings.of(text);
        meaning.ifPresent(one -> known.put(text, one));
        return meaning;
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
