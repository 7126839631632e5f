package org.tandem.quality.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.assistant.meaning.Clusters;

class ClustersTest {

    @Test
    void whatIsMeantAlikeIsTogetherTheMostCentralFirstAndTheRestIsLeftAlone() {
        var meanings = new ArrayList<float[]>();
        for (int i = -2; i <= 2; i++) {
            meanings.add(at(10 * i));
            meanings.add(at(150 + 4 * i));
        }
        meanings.add(at(80));

        assertThat(Clusters.of(meanings))
                .satisfiesExactlyInAnyOrder(
                        cluster -> assertThat(cluster).startsWith(4).containsExactlyInAnyOrder(0, 2, 4, 6, 8),
                        cluster -> assertThat(cluster).startsWith(5).containsExactlyInAnyOrder(1, 3, 5, 7, 9));
    }

    @Test
    void fewAreNoTopic() {
        assertThat(Clusters.of(List.of(at(0), at(1), at(2), at(3)))).isEmpty();
        assertThat(Clusters.of(List.of())).isEmpty();
        assertThat(Clusters.central(List.of(), List.of())).isEmpty();
    }

    /** A direction in the plane, in degrees. */
    static float[] at(double degrees) {
        return new float[] {(float) Math.cos(Math.toRadians(degrees)), (float) Math.sin(Math.toRadians(degrees))};
    }
}
