package org.tandem.quality.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided and what would have been, side by side. The names of its parts are the keys of the JSON file and stay as they are.
 *
 * @param decisions of the gate in the period
 * @param handlingMinutes median time that people took for an inquiry; null if none was measured
 * @param rereading how many were read again with another model; null if none were to be
 * @param unanswered decisions for which no rule of the changed gate says who answers; they count as a person's
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Comparison(
        Period period,
        int decisions,
        Side.Total decided,
        Side.Total whatIf,
        List<Moves.Move> moves,
        @Nullable Double handlingMinutes,
        Rereading.@Nullable Extent rereading,
        int unanswered) {}
