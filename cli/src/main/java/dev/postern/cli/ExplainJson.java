package dev.postern.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.postern.engine.Because;
import dev.postern.engine.Profile;
import dev.postern.engine.explain.Account;
import dev.postern.engine.explain.Difference;
import dev.postern.engine.explain.Miss;
import dev.postern.engine.explain.Story;
import dev.postern.engine.question.Answer;
import dev.postern.engine.question.Member;
import dev.postern.model.Policy;
import dev.postern.model.Rule;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** The answer of {@code explain} for programs: schema {@code postern/explain/v1}. */
final class ExplainJson {

    private ExplainJson() {}

    static void print(Answer answer, List<Story> stories, Profile profile, OutputStream out) {
        JsonText.print(
                out,
                "postern/explain/v1",
                json -> {
                    json.writeStringField("source", answer.source());
                    json.writeStringField("destination", answer.destination());
                    json.writeStringField("verdict", answer.verdict().word());
                    json.writeStringField("policy_verdict", answer.policyVerdict().word());
                    json.writeStringField("cni", profile.name());
                    json.writeArrayFieldStart("cases");
                    for (Story story : stories) {
                        write(story, json);
                    }
                    json.writeEndArray();
                    JsonText.strings("notes", answer.notes(), json);
                });
    }

    private static void write(Story story, JsonGenerator json) throws IOException {
        json.writeStartObject();
        members("sources", story.of().sources(), json);
        members("destinations", story.of().destinations(), json);
        json.writeStringField("connections", story.of().ports().toString());
        json.writeStringField("verdict", story.of().decision().verdict().word());
        json.writeStringField("policy_verdict", story.of().decision().policyVerdict().word());
        write(story.egress(), json);
        write(story.ingress(), json);
        json.writeStringField("client", story.client().name().toLowerCase(Locale.ROOT));
        JsonText.strings("try", story.attempts(), json);
        json.writeEndObject();
    }

    private static void members(String field, List<Member> members, JsonGenerator json)
            throws IOException {
        JsonText.strings(field, members.stream().map(Member::shown).toList(), json);
    }

    private static void write(Account account, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(account.direction().word());
        json.writeStringField("verdict", account.side().verdict().word());
        switch (account.side().because()) {
            case Because.NotAPod() -> json.writeStringField("because", "not_a_pod");
            case Because.NotIsolated() -> json.writeStringField("because", "not_isolated");
            case Because.ByRule(var policy, int index) -> {
                json.writeStringField("because", "rule");
                Rule rule = policy.section(account.direction()).orElseThrow().rules().get(index);
                json.writeObjectFieldStart("rule");
                write(policy, index, rule, json);
                json.writeEndObject();
            }
            case Because.NoRuleMatches(var isolating) -> {
                json.writeStringField("because", "no_rule_matches");
                policies("isolated_by", isolating, json);
            }
            case Because.Itself() -> json.writeStringField("because", "itself");
            case Because.OwnNode() -> json.writeStringField("because", "own_node");
            case Because.Finished() -> json.writeStringField("because", "finished");
            case Because.NotKnown(var what) -> {
                json.writeStringField("because", "not_known");
                json.writeStringField("not_known", what);
            }
            case Because.Unreadable(var gap) -> {
                json.writeStringField("because", "unreadable");
                json.writeStringField("unreadable", gap.what());
                JsonText.origin(gap.origin(), json);
            }
        }
        policies("selected_by", account.selecting(), json);
        json.writeArrayFieldStart("nearest");
        for (Miss miss : account.misses()) {
            json.writeStartObject();
            write(miss.policy(), miss.index(), miss.rule(), json);
            JsonText.strings(
                    "differences",
                    miss.differences().stream().map(Difference::text).toList(),
                    json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Policy policy, int index, Rule rule, JsonGenerator json)
            throws IOException {
        name(policy, json);
        json.writeNumberField("index", index);
        JsonText.origin(rule.origin(), json);
    }

    private static void policies(String field, List<Policy> policies, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (Policy policy : policies) {
            json.writeStartObject();
            name(policy, json);
            JsonText.origin(policy.origin(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void name(Policy policy, JsonGenerator json) throws IOException {
        json.writeStringField("kind", policy.name().kind());
        json.writeStringField("namespace", policy.name().namespace());
        json.writeStringField("name", policy.name().name());
    }
}
