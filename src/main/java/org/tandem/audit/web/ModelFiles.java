package org.tandem.audit.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files of deployed versions as they are, for the viewers of the pages. Plain text, so that no browser takes one for a page. */
@Controller
class ModelFiles {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final DeployedModels models;

    ModelFiles(DeployedModels models) {
        this.models = models;
    }

    @GetMapping("/history/models/processes/{definition:\\d+}")
    ResponseEntity<String> process(@PathVariable long definition) {
        return file(models.diagram(definition));
    }

    @GetMapping("/history/models/decisions/{definition:\\d+}")
    ResponseEntity<String> decision(@PathVariable long definition) {
        return file(models.decision(definition));
    }

    private static ResponseEntity<String> file(Optional<String> file) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(file.orElseThrow(() -> new UnknownRun("The engine has no such model any more.")));
    }
}
