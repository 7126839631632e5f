package org.tandem.channel.api;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.tandem.channel.Intake;
import org.tandem.channel.Standings;
import org.tandem.inquiry.Busy;
import org.tandem.inquiry.Inquiries;

class BusyTest {

    @Test
    void whatCannotBeTakenInTimeIsToldToComeAgain() throws Exception {
        Inquiries inquiries = mock();
        when(inquiries.open(any(), any())).thenThrow(Busy.class);
        var api = MockMvcBuilders.standaloneSetup(new InquiryApi(inquiries, mock(Intake.class), mock(Standings.class)))
                .setControllerAdvice(new Problems())
                .build();

        api.perform(post("/api/inquiries")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                        {"text":"Hello","customer":{"name":"Ada","email":"ada@example.org"}}"""))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.startsWith("There is too much to do")));
    }
}
