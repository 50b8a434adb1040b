package dev.headwater.document.edit;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Files as people write them: every layout of deployments between other keys, with comments of every indentation. */
final class YamlFiles {

    private static final List<String> BEFORE = List.of(
            "",
            "name: x\n",
            "---\nname: x\n",
            "# 🚀 first\nname: \"🚀\"\n",
            "pull:\n- step: 1\n",
            "base: &base\n  pool: p\n",
            "build:\n  deployments:\n    - name: new-0\n");
    private static final List<String> AFTER = List.of(
            "",
            "other: 1\n",
            "\n# next\nother: |\n  deployments:\n    - name: new-0\n",
            "other: []\n# end\n",
            "zzz:\n    - 1\n",
            "...\n");
    private static final List<String> VALUES = List.of(
            "1",
            "\"quoted: #\"  # why",
            "'it''s'",
            "|\n@      text\n@      # no comment",
            "|+\n@      kept\n\n",
            ">-\n@      folded\n@      more",
            "|2-\n@        deep",
            "[1, {a: b}]",
            "{a: 1,\n@      b: [2,\n@      3]}  # flow",
            "one\n@      two",
            "",
            "null",
            "*base",
            "\n@      - x\n@      - y",
            "\n@    - x");
    private static final List<String> NOTES = List.of(
            "", "", "", "\n", "# top\n", " # one\n", "  # two\n", "    # four\n", "\n      # six\n\n", "   \n", "\n\n");

    private YamlFiles() {}

    static Arbitrary<String> texts() {
        Arbitrary<String> body = Combinators.combine(
                        Arbitraries.of(BEFORE), deployments(), Arbitraries.of(NOTES), Arbitraries.of(AFTER))
                .as((before, deployments, note, after) -> before + deployments + note + after)
                .map(text -> text.contains("&base") ? text : text.replace("*base", "base"));
        return Combinators.combine(
                        body, Arbitraries.of("\n", "\r\n"), Arbitraries.of("", "\uFEFF"), Arbitraries.of(true, false))
                .as((text, lineEnd, mark, closed) ->
                        mark + (closed ? text : text.replaceFirst("\n$", "")).replace("\n", lineEnd));
    }

    /** Files with sources that hold tables, in every mixture of indentations. */
    static Arbitrary<String> sources() {
        Arbitrary<Integer> offsets = Arbitraries.of(0, 2, 4);
        Arbitrary<String> tables = Arbitraries.of(
                "",
                "%1$stables:\n",
                "%1$stables: []  # none\n",
                "%1$stables:\n%2$s- name: theirs\n%2$s  note: |\n%2$s    text\n",
                "%1$stables:\n%2$s-   name: contacts\n%2$s    columns:\n%2$s    - name: id\n",
                "%1$stables:\n%2$s- name: theirs\n%2$s# spare\n%1$sowner: me\n");
        Arbitrary<String> source = Combinators.combine(
                        Arbitraries.of("dlt_crm", "dlt_crm", "other"), tables, offsets, offsets, Arbitraries.of(NOTES))
                .as((name, table, outer, inner, note) -> {
                    String dash = " ".repeat(outer);
                    return "sources:\n" + dash + "- name: " + name + "\n"
                            + table.formatted(dash + "  ", dash + "  " + " ".repeat(inner)) + note;
                });
        return Combinators.combine(
                        Arbitraries.of("version: 2\n", "pull:\n- 1\n", "pull:\n    - steps:\n      - 1\n"),
                        Arbitraries.oneOf(source, source, Arbitraries.of("", "sources: []\n")),
                        Arbitraries.of("", "models: []\n", "end: 1\n"),
                        Arbitraries.of(true, false))
                .as((before, sources, after, closed) ->
                        closed ? before + sources + after : (before + sources + after).replaceFirst("\n+$", ""));
    }

    private static Arbitrary<String> deployments() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "kept: 1\n",
                        "deployments:\n",
                        "deployments: []  # none\n",
                        "deployments: null\n",
                        "\"deployments\": ~\n",
                        "deployments: [ ]\n",
                        "deployments:  # to come\n  # here\n\n"),
                blockItems());
    }

    private static Arbitrary<String> blockItems() {
        Arbitrary<List<String>> items = item().list().ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(items, Arbitraries.of(0, 2, 4), Arbitraries.of(NOTES))
                .as((bodies, dash, note) -> "deployments:\n" + note
                        + bodies.stream()
                                .map(body -> body.replace("@", " ".repeat(dash)))
                                .collect(Collectors.joining()));
    }

    private static Arbitrary<String> item() {
        Arbitrary<String> name = Arbitraries.strings().withCharRange('a', 'z').ofLength(6);
        Arbitrary<String> inBlock = Combinators.combine(
                        name, Arbitraries.of(VALUES), Arbitraries.of(VALUES), Arbitraries.of(NOTES))
                .as((called, one, two, note) ->
                        "@- name: " + called + "\n@  a: " + one + "\n" + note + "@  b: " + two + "\n");
        Arbitrary<String> other = name.flatMap(called -> Arbitraries.of(
                "@- {name: " + called + ", x: 1}\n",
                "@-\n@  name: " + called + "\n",
                "@-   name: " + called + "\n@    x:\n@    - y\n",
                "@- &" + called + "\n@  name: " + called + "\n",
                "@- <<: {x: 1}\n@  name: " + called + "\n"));
        return Arbitraries.oneOf(inBlock, inBlock, other);
    }
}
