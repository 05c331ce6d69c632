package dev.postern.cli;

import dev.postern.engine.Because;
import dev.postern.engine.Profile;
import dev.postern.engine.Verdict;
import dev.postern.engine.explain.Account;
import dev.postern.engine.explain.Difference;
import dev.postern.engine.explain.Miss;
import dev.postern.engine.explain.Story;
import dev.postern.engine.question.Answer;
import dev.postern.engine.question.Case;
import dev.postern.engine.question.Member;
import dev.postern.model.Direction;
import dev.postern.model.Origin;
import dev.postern.model.Policy;
import dev.postern.model.Truth;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;

/** The answer of {@code explain} for people: the verdict first, then each side. */
final class ExplainText {
    /** How many members of a case are listed by name. */
    private static final int LISTED = 6;

    private final PrintStream out;
    private final Paint paint;

    ExplainText(Terminal terminal) {
        this.out = terminal.out();
        this.paint = new Paint(terminal.colour());
    }

    void print(Answer answer, List<Story> stories, Profile profile) {
        out.println(
                verdict(answer.verdict())
                        + "  "
                        + paint.strong(answer.source() + " -> " + answer.destination()));
        if (answer.policyVerdict() != answer.verdict()) {
            out.println("The policies alone say: " + verdict(answer.policyVerdict()) + ".");
        }
        for (Story story : stories) {
            out.println();
            print(story, answer, stories.size() > 1);
        }
        if (!answer.notes().isEmpty() || !profile.note().isEmpty()) {
            out.println();
        }
        for (String note : answer.notes()) {
            out.println(paint.faint("note: " + note));
        }
        if (!profile.note().isEmpty()) {
            boolean matters = profile.enforces() != Truth.TRUE;
            String note = "note: " + profile.note();
            out.println(matters ? paint.yellow(note) : paint.faint(note));
        }
    }

    private String verdict(Verdict verdict) {
        String word = verdict.word();
        return switch (verdict) {
            case ALLOWED -> paint.green(word);
            case DENIED -> paint.red(word);
            case UNKNOWN, MIXED -> paint.yellow(word);
        };
    }

    private void print(Story story, Answer answer, boolean oneOfSeveral) {
        Case of = story.of();
        if (oneOfSeveral) {
            out.println(
                    verdict(of.decision().verdict())
                            + "  "
                            + sources(answer, of)
                            + " -> "
                            + destinations(answer, of)
                            + "  "
                            + of.ports());
        }
        print(story.egress(), sources(answer, of));
        print(story.ingress(), destinations(answer, of));
        out.println("  The client " + story.client().words() + ".");
        for (String attempt : story.attempts()) {
            out.println("  Try: " + attempt);
        }
    }

    private static String sources(Answer answer, Case of) {
        return members(answer, of, Case::sources, answer.source());
    }

    private static String destinations(Answer answer, Case of) {
        return members(answer, of, Case::destinations, answer.destinationName());
    }

    /** The name that was asked for where it is all of it, else the members. */
    private static String members(
            Answer answer, Case of, Function<Case, List<Member>> side, String whole) {
        Set<Member> all = new LinkedHashSet<>();
        answer.cases().forEach(one -> all.addAll(side.apply(one)));
        List<Member> own = side.apply(of);
        if (own.size() == all.size()) {
            return whole;
        }
        StringJoiner names = new StringJoiner(", ");
        own.stream().limit(LISTED).forEach(member -> names.add(member.shown()));
        int more = own.size() - LISTED;
        return more > 0 ? names + " and " + more + " more" : names.toString();
    }

    private void print(Account account, String end) {
        if (account.side().because() instanceof Because.NotAPod) {
            return;
        }
        out.println(
                "  "
                        + account.direction().word()
                        + (account.direction() == Direction.EGRESS ? " of " : " to ")
                        + end
                        + ": "
                        + verdict(account.side().verdict())
                        + ", "
                        + reason(account));
        if (account.side().because() instanceof Because.ByRule(var decided, _)) {
            String others = names(account.selecting(), decided);
            if (!others.isEmpty()) {
                out.println("    also selected by " + others);
            }
        }
        for (Miss miss : account.misses()) {
            out.println(
                    "    nearest: "
                            + name(miss.policy())
                            + " "
                            + miss.direction().word()
                            + "["
                            + miss.index()
                            + "] at "
                            + miss.rule().origin());
            for (Difference difference : miss.differences()) {
                out.println("      " + difference.text());
            }
        }
    }

    private String reason(Account account) {
        boolean uncertain = account.side().verdict() == Verdict.UNKNOWN;
        return switch (account.side().because()) {
            case Because.NotAPod() -> "no policy applies";
            case Because.NotIsolated() ->
                    account.selecting().isEmpty()
                            ? "no policy selects it"
                            : "no policy isolates it";
            case Because.ByRule(var policy, int rule) -> {
                Origin origin =
                        policy.section(account.direction())
                                .orElseThrow()
                                .rules()
                                .get(rule)
                                .origin();
                yield (uncertain ? "as this rule may match: " : "by ")
                        + name(policy)
                        + " "
                        + account.direction().word()
                        + "["
                        + rule
                        + "] at "
                        + origin;
            }
            case Because.NoRuleMatches(var isolating) ->
                    "isolated by "
                            + places(isolating)
                            + ", and no rule of "
                            + (account.selecting().size() == 1 ? "it" : "them")
                            + " matches";
            case Because.Itself() -> "a pod can't block itself";
            case Because.OwnNode() -> "its own node always reaches it";
            case Because.Finished() -> "the pod has finished, and has no network any more";
            case Because.NotKnown(var what) -> "as it is not known " + what;
            case Because.Unreadable(var gap) ->
                    "as a document could not be read: " + gap.what() + " at " + gap.origin();
        };
    }

    private static String name(Policy policy) {
        return policy.name().toString();
    }

    private static String names(List<Policy> policies, Policy but) {
        StringJoiner names = new StringJoiner(", ");
        for (Policy policy : policies) {
            if (!policy.name().equals(but.name())) {
                names.add(policy.name().path());
            }
        }
        return names.toString();
    }

    private static String places(List<Policy> policies) {
        StringJoiner names = new StringJoiner(", ");
        for (Policy policy : policies) {
            names.add(name(policy) + " (" + policy.origin() + ")");
        }
        return names.toString();
    }
}
