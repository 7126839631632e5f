package org.tandem.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tandem.desk.LeftTasks;
import org.tandem.desk.Task.Status;
import org.tandem.desk.Task.Subject;
import org.tandem.desk.TasksAway;
import org.tandem.desk.Work;

@DeskTest
class LeftTasksTest {

    private final LeftTasks left;
    private final FakeTasks tasks;

    @Autowired
    LeftTasksTest(LeftTasks left, FakeTasks tasks) {
        this.left = left;
        this.tasks = tasks;
    }

    @BeforeEach
    void annaAndBoHaveTasks() {
        tasks.reset();
        for (var key : new long[] {71, 72, 73, 74}) {
            tasks.add(key, Subject.UNKNOWN, null, "general");
        }
        tasks.becomes(71, Status.OPEN, "anna");
        tasks.becomes(72, Status.COMPLETED, "anna");
        tasks.becomes(73, Status.OPEN, "bo");
    }

    @Test
    void theOpenTasksOfWhoeverLeavesCanBeClaimedByOthers() {
        left.giveBack(Set.of("anna"));

        assertThat(holder(71)).isNull();
        assertThat(holder(72)).as("who completed it").isEqualTo("anna");
        assertThat(holder(73)).isEqualTo("bo");
    }

    @Test
    void whenTheEngineIsAwayItIsDoneLater() {
        tasks.away = true;
        assertThatThrownBy(() -> left.giveBack(Set.of("anna"))).isInstanceOf(TasksAway.class);
        tasks.away = false;

        left.giveBack(Set.of("anna"));
        left.giveBack(Set.of("anna"));

        assertThat(holder(71)).isNull();
    }

    @Test
    void whatSomebodyElseJustClaimedHereIsTheirs(@Autowired Work work) {
        work.claim(People.BO, 74);
        tasks.becomes(74, Status.OPEN, "anna"); // as the search still has it

        left.giveBack(Set.of("anna"));

        assertThat(holder(74)).as("not taken from bo").isEqualTo("anna");
    }

    @Test
    void nobodyIsNobody() {
        left.giveBack(Set.of());

        assertThat(holder(71)).isEqualTo("anna");
    }

    private @Nullable String holder(long key) {
        return tasks.get(key).orElseThrow().assignee();
    }
}
