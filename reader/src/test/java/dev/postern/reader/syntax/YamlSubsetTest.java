package dev.postern.reader.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.reader.Mutator;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reading of YAML holds to the complete one. */
class YamlSubsetTest {
    private static final long SEED = 20_250_917L;

    private int taken;
    private int declined;

    @Test
    void generated_documents_read_the_same_both_ways() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 40_000; i++) {
            compare(RandomYaml.document(random).getBytes(UTF_8));
        }
        report("generated");
        assertThat(taken).isGreaterThan(15_000);
        assertThat(declined).isGreaterThan(1_000);
    }

    @Test
    void damaged_documents_read_the_same_both_ways() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        List<byte[]> texts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            texts.add(RandomYaml.document(random).getBytes(UTF_8));
        }
        for (String manifest : MANIFESTS) {
            texts.add(manifest.getBytes(UTF_8));
        }
        Mutator mutator = new Mutator(random, texts);
        for (int i = 0; i < 100_000; i++) {
            compare(mutator.mutate(texts.get(random.nextInt(texts.size()))));
        }
        report("damaged");
        assertThat(taken).isGreaterThan(20_000);
        assertThat(declined).isGreaterThan(20_000);
    }

    @Test
    void every_single_byte_of_a_manifest_may_change() {
        byte[] text = MANIFESTS[0].getBytes(UTF_8);
        for (int at = 0; at < text.length; at++) {
            for (byte b : " \n\r\t:-#\"'|>[]{},&*!?%@\\~x0\u007f".getBytes(UTF_8)) {
                byte[] changed = text.clone();
                changed[at] = b;
                compare(changed);
            }
        }
        report("changed");
        assertThat(taken).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void manifests_take_the_quick_way(int manifest) {
        compare(MANIFESTS[manifest].getBytes(UTF_8));
        assertThat(declined).isZero();
    }

    private void compare(byte[] raw) {
        Text text;
        try {
            text = Text.of(raw);
        } catch (Unreadable e) {
            return;
        }
        if (text.isOdd) {
            return;
        }
        YamlStream stream = new YamlStream(text.bytes);
        for (int part = 0; part < stream.size(); part++) {
            int start = stream.start(part);
            int end = stream.end(part);
            Node quick = YamlSubset.parse(text.bytes, start, end, stream.line(part));
            if (quick == null) {
                declined++;
                continue;
            }
            taken++;
            String content = new String(text.bytes, start, end - start, UTF_8);
            List<Document> complete = new ArrayList<>();
            YamlEvents.parse("x.yaml", content, stream.line(part), complete);
            assertThat(complete).as("documents of\n%s\n", content).hasSize(1);
            assertThat(complete.getFirst().faults()).as("faults of\n%s\n", content).isEmpty();
            assertThat(quick)
                    .as("nodes of\n%s\n", content)
                    .isEqualTo(complete.getFirst().root().orElseThrow());
        }
    }

    private void report(String what) {
        System.out.println(
                "YAML, " + what + ": " + taken + " documents read quickly, " + declined + " not");
    }

    private static final String[] MANIFESTS = {
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: api-ingress # the front may call
          namespace: payments
          annotations:
            note: "quoted: \\"text\\""
            long: |
              first line
                indented

              last line
            folded: >-
              one
              two
        spec:
          podSelector:
            matchLabels: {app: api, tier: "back"}
          policyTypes: [Ingress, Egress]
          ingress:
          - from:
            - podSelector:
                matchLabels:
                  app.kubernetes.io/name: front
              namespaceSelector: {}
            - ipBlock:
                cidr: 192.0.2.0/24
                except:
                  - 192.0.2.128/25
            ports:
              - protocol: TCP
                port: 8080
              -
                port: http
          egress:
          - {}
        """,
        """
        apiVersion: v1
        kind: Pod
        metadata:
          creationTimestamp: "2026-01-02T03:04:05Z"
          managedFields:
          - apiVersion: v1
            fieldsType: FieldsV1
            fieldsV1:
              f:metadata:
                f:labels:
                  .: {}
                  f:app: {}
              f:spec:
                f:containers:
                  k:{"name":"main"}:
                    .: {}
                    f:image: {}
            manager: kubectl
          labels:
            app: grün
          name: api-0
        spec:
          containers:
          - image: registry.example/app:1
            args: ["--port", "80"]
            env:
            - name: EMPTY
              value:
            - name: URL
              value: http://example.com:80/a?b=c#d
          hostNetwork: false
        status:
          conditions:
          - message: 'containers with unready status: [main] and some more words so that
              the line is folded'
            type: Ready
          - message: no quotes are needed here, but the text is long enough that it is
              folded as well
          - message: "the same, with an escape\\n and \\"quotes\\" in it, in order to be
              folded too"
          podIP: 192.0.2.7
          podIPs:
          - ip: 192.0.2.7
          - ip: 2001:db8::7
        """,
        """
        ---
        # Source: chart/templates/service.yaml
        apiVersion: v1
        kind: Service
        metadata:
            name: api
            labels:
                helm.sh/chart: api-1.2.3
        spec:
            type: ClusterIP
            ports:
                -   port: 80
                    targetPort: http
                    name: 'http'
            selector:
                app: api
        """
    };
}
