package com.example.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.MethodChoice;
import dev.headwater.plan.MethodChoice.Configurer;
import org.junit.jupiter.api.Test;

/** The guide's form gives the method of the runbook's table, with its reasons. */
class WhichMethodTest {

    @Test
    void theAdviceNamesTheMethodAndWhatSpeaksForIt() {
        assertThat(WhichMethod.advice(WhichMethod.hubspot()))
                .isEqualTo("Take Airbyte: it has 12 streams, people who are no engineers configure it.");
        assertThat(WhichMethod.advice(MethodChoice.of(known -> known.configuredBy(Configurer.ENGINEERS))))
                .isEqualTo("The table does not tell.");
    }
}
