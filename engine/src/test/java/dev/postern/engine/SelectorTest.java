package dev.postern.engine;

import static dev.postern.engine.Scenery.ALL;
import static dev.postern.engine.Scenery.ask;
import static dev.postern.engine.Scenery.policy;
import static dev.postern.engine.Verdict.ALLOWED;
import static dev.postern.engine.Verdict.DENIED;
import static dev.postern.engine.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectorTest {

    /** Whether a pod selector matches default/web, which has app=web and tier=front. */
    private static Verdict matches(String selector) {
        String spec =
                "podSelector: {matchLabels: {app: api}}\ningress:\n- from: [{podSelector: "
                        + selector
                        + "}]\n";
        return ask(ALL + policy(spec), "web -> api TCP 80");
    }

    /** Whether a namespace selector matches a namespace, by a pod in it. */
    private static Verdict matches(String selector, String pod) {
        String spec =
                "podSelector: {matchLabels: {app: api}}\n"
                        + "ingress:\n- from: [{namespaceSelector: "
                        + selector
                        + "}]\n";
        String blue = Scenery.WEB.replace("name: web, labels", "name: web, namespace: ops, labels");
        String yaml = ALL + blue.replace("10.244.1.5", "10.244.1.9");
        return ask(yaml + policy(spec), pod + " -> api TCP 80");
    }

    @Test
    void in_matches_the_listed_values_only() {
        assertThat(matches("{matchExpressions: [{key: app, operator: In, values: [db, web]}]}"))
                .isEqualTo(ALLOWED);
        assertThat(matches("{matchExpressions: [{key: app, operator: In, values: [db]}]}"))
                .isEqualTo(DENIED);
        assertThat(matches("{matchLabels: {app: db}}")).isEqualTo(DENIED);
    }

    @Test
    void not_in_matches_an_object_without_the_key() {
        assertThat(matches("{matchExpressions: [{key: env, operator: NotIn, values: [prod]}]}"))
                .isEqualTo(ALLOWED);
        assertThat(matches("{matchExpressions: [{key: app, operator: NotIn, values: [web]}]}"))
                .isEqualTo(DENIED);
    }

    @Test
    void exists_matches_whatever_value_the_key_has() {
        assertThat(matches("{matchExpressions: [{key: tier, operator: Exists}]}"))
                .isEqualTo(ALLOWED);
        assertThat(matches("{matchExpressions: [{key: env, operator: Exists}]}")).isEqualTo(DENIED);
    }

    @Test
    void does_not_exist_matches_only_objects_without_the_key() {
        assertThat(matches("{matchExpressions: [{key: env, operator: DoesNotExist}]}"))
                .isEqualTo(ALLOWED);
        assertThat(matches("{matchExpressions: [{key: tier, operator: DoesNotExist}]}"))
                .isEqualTo(DENIED);
    }

    @Test
    void labels_and_expressions_must_all_hold() {
        String expressions = ", matchExpressions: [{key: env, operator: Exists}]}";
        assertThat(matches("{matchLabels: {app: web}" + expressions)).isEqualTo(DENIED);
        assertThat(matches("{matchLabels: {app: web, tier: front}}")).isEqualTo(ALLOWED);
        assertThat(matches("{matchLabels: {app: web, tier: back}}")).isEqualTo(DENIED);
    }

    @Test
    void null_and_empty_parts_make_the_empty_selector() {
        for (String selector :
                new String[] {
                    "{}",
                    "{matchLabels: {}}",
                    "{matchLabels: null}",
                    "{matchExpressions: []}",
                    "{matchLabels: null, matchExpressions: null}"
                }) {
            assertThat(matches(selector)).as(selector).isEqualTo(ALLOWED);
        }
    }

    @Test
    void every_namespace_has_its_name_as_a_label() {
        assertThat(matches("{matchLabels: {kubernetes.io/metadata.name: ops}}", "ops/web"))
                .isEqualTo(ALLOWED);
        assertThat(matches("{matchLabels: {kubernetes.io/metadata.name: lab}}", "lab/web"))
                .isEqualTo(ALLOWED);
        assertThat(matches("{matchLabels: {kubernetes.io/metadata.name: lab}}", "ops/web"))
                .isEqualTo(DENIED);
    }

    @Test
    void an_undeclared_namespace_has_only_its_name_label() {
        String declared = "{matchExpressions: [{key: team, operator: Exists}]}";
        String not = "{matchExpressions: [{key: team, operator: DoesNotExist}]}";
        assertThat(matches(declared, "ops/web")).isEqualTo(ALLOWED);
        assertThat(matches(declared, "lab/web")).isEqualTo(DENIED);
        assertThat(matches(not, "lab/web")).isEqualTo(ALLOWED);
    }

    @Test
    void labels_that_controllers_add_are_there_with_unknown_values() {
        String deployment =
                """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec:
                  selector: {matchLabels: {app: shop}}
                  template:
                    metadata: {labels: {app: shop}}
                    spec: {containers: [{name: shop}]}
                """;
        String spec =
                """
                podSelector: {matchLabels: {app: api}}
                ingress:
                - from:
                  - podSelector:
                      matchExpressions: [{key: pod-template-hash, operator: %s}]
                """;
        String connection = "Deployment shop -> api TCP 80";
        String yaml = ALL + deployment;
        assertThat(ask(yaml + policy(spec.formatted("Exists")), connection)).isEqualTo(ALLOWED);
        assertThat(ask(yaml + policy(spec.formatted("DoesNotExist")), connection))
                .isEqualTo(DENIED);
        assertThat(ask(yaml + policy(spec.formatted("In, values: [\"5d9\"]")), connection))
                .isEqualTo(UNKNOWN);
    }
}
