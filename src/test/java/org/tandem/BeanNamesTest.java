package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/** Tandem only starts if no two beans have one name; tests of single modules would not notice. */
class BeanNamesTest {

    @Test
    void noTwoBeansHaveOneName() {
        var names = new AnnotationBeanNameGenerator();
        var beans = new DefaultListableBeanFactory();
        var known = new HashMap<String, String>();
        var twice = new ArrayList<String>();
        for (var bean : new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents("org.tandem")) {
            var type = String.valueOf(bean.getBeanClassName());
            var other = known.put(names.generateBeanName(bean, beans), type);
            if (other != null && !type.contains("Test")) {
                twice.add("%s and %s".formatted(other, type));
            }
        }

        assertThat(known).hasSizeGreaterThan(100);
        assertThat(twice).isEmpty();
    }
}
