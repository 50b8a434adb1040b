package dev.headwater.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the structure of a Terraform file: bodies of attributes and blocks. */
final class HclParser {

    private static final int DEEPEST = 100;

    private final String text;
    private final HclScanner scanner;
    private int depth;

    HclParser(String text) {
        this.text = text;
        this.scanner = new HclScanner(text, text.startsWith("\uFEFF") ? 1 : 0);
    }

    /** What a pair of braces, or a file, holds. */
    private record Body(List<HclAttribute> attributes, List<HclBlock> blocks) {

        Body() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    HclFile file() {
        Body body = new Body();
        Set<String> names = new HashSet<>();
        scanner.skipBlanksAndLines();
        while (!scanner.atEnd()) {
            item(body, names);
            scanner.skipBlanksAndLines();
        }
        return new HclFile(text, body.attributes(), body.blocks());
    }

    private void item(Body body, Set<String> names) {
        if (!scanner.atName()) {
            throw scanner.syntax();
        }
        int start = scanner.at();
        String name = scanner.name();
        scanner.skipBlanks();
        if (scanner.here() == '=') {
            body.attributes().add(attribute(name, start, '\0', names));
        } else {
            body.blocks().add(block(name, start));
        }
        scanner.skipBlanks();
        if (!scanner.atEnd() && !scanner.atLineEnd()) {
            throw scanner.fault(
                    "missing-newline", scanner.at(), "The line must end after \"" + name + "\".", "Break it.");
        }
    }

    private HclAttribute attribute(String name, int start, char closing, Set<String> names) {
        if (!names.add(name)) {
            throw scanner.fault("duplicate-attribute", start, "\"" + name + "\" is set twice.", "Remove one.");
        }
        scanner.skip(1);
        scanner.skipBlanks();
        int from = scanner.at();
        int end = scanner.expression(closing);
        if (end == from) {
            throw scanner.syntax();
        }
        return new HclAttribute(name, text.substring(from, end), start, end, scanner.line(start));
    }

    private HclBlock block(String type, int start) {
        List<String> labels = new ArrayList<>();
        while (scanner.here() != '{') {
            if (scanner.here() == '"') {
                labels.add(scanner.label());
            } else if (scanner.atName()) {
                labels.add(scanner.name());
            } else {
                throw scanner.syntax();
            }
            scanner.skipBlanks();
        }
        if (++depth > DEEPEST) {
            throw scanner.fault(
                    "too-deep", start, "Blocks are nested more than " + DEEPEST + " deep.", "Simplify them.");
        }
        scanner.skip(1);
        scanner.skipBlanks();
        Body body = scanner.atLineEnd() ? lines(start) : oneLine(start);
        depth--;
        return new HclBlock(type, labels, body.attributes(), body.blocks(), start, scanner.at(), scanner.line(start));
    }

    private Body lines(int start) {
        Body body = new Body();
        Set<String> names = new HashSet<>();
        scanner.skipBlanksAndLines();
        while (scanner.here() != '}') {
            if (scanner.atEnd()) {
                throw scanner.fault("unterminated-block", start, "The block has no closing brace.", "Add it.");
            }
            item(body, names);
            scanner.skipBlanksAndLines();
        }
        scanner.skip(1);
        return body;
    }

    private Body oneLine(int start) {
        Body body = new Body();
        if (scanner.here() != '}') {
            if (scanner.atEnd()) {
                throw scanner.fault("unterminated-block", start, "The block has no closing brace.", "Add it.");
            }
            int from = scanner.at();
            if (!scanner.atName()) {
                throw scanner.syntax();
            }
            String name = scanner.name();
            scanner.skipBlanks();
            if (scanner.here() != '=') {
                throw scanner.syntax();
            }
            body.attributes().add(attribute(name, from, '}', new HashSet<>()));
            scanner.skipBlanks();
            if (scanner.here() != '}') {
                throw scanner.syntax();
            }
        }
        scanner.skip(1);
        return body;
    }
}
