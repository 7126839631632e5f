package org.tandem.bpmn.feel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * FEEL as forms have it. Their own interpreter takes {@code "a" + if b then c else d}, which elsewhere needs parentheses around the
 * {@code if}: here they are written.
 */
final class FormFeel {

    private static final Pattern TOKEN =
            Pattern.compile("\\s+|//[^\\n]*|/\\*.*?\\*/|\"(?:[^\"\\\\]|\\\\.)*\"|\\w+|.", Pattern.DOTALL);
    private static final Set<String> LONG = Set.of("if", "for", "some", "every", "function");
    private static final Set<String> ENDS = Set.of("return", "satisfies");
    private static final String OPERATORS = "+-*/=<>";

    private final StringBuilder written = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private int depth;
    private String before = "";

    /** A parenthesis that was added, and what has to come before it can be closed. */
    private static final class Open {
        private final int depth;
        private int thens;
        private int elses;
        private int ends;

        private Open(int depth) {
            this.depth = depth;
        }
    }

    private FormFeel() {}

    static String parenthesized(String feel) {
        var form = new FormFeel();
        var tokens = TOKEN.matcher(feel);
        while (tokens.find()) {
            form.take(tokens.group());
        }
        while (form.isOpen()) {
            form.close();
        }
        return form.written.toString();
    }

    private void take(String token) {
        if (token.isBlank() || token.startsWith("//") || token.startsWith("/*")) {
            written.append(token);
            return;
        }
        if (LONG.contains(token) && isOperator(before)) {
            written.append('(');
            open.push(new Open(depth));
        }
        bracket(token);
        closeBefore(token);
        count(token);
        written.append(token);
        before = token;
    }

    private static boolean isOperator(String token) {
        return token.equals("and") || token.equals("or") || token.length() == 1 && OPERATORS.contains(token);
    }

    private void bracket(String token) {
        switch (token) {
            case "(", "[", "{" -> depth++;
            case ")", "]", "}" -> {
                while (isOpen() && open.element().depth >= depth) {
                    close();
                }
                depth--;
            }
            default -> {}
        }
    }

    private void closeBefore(String token) {
        while (isOpen() && open.element().depth == depth && endsBefore(token, open.element())) {
            close();
        }
    }

    private static boolean endsBefore(String token, Open last) {
        return switch (token) {
            case "then" -> last.thens == 0;
            case "else" -> last.elses == 0;
            case "return", "satisfies" -> last.ends == 0;
            case "," -> last.ends == 0 && last.elses == 0;
            default -> false;
        };
    }

    private void count(String token) {
        if (!isOpen() || open.element().depth != depth) {
            return;
        }
        var last = open.element();
        switch (token) {
            case "if" -> {
                last.thens++;
                last.elses++;
            }
            case "then" -> last.thens--;
            case "else" -> last.elses--;
            case "for", "some", "every" -> last.ends++;
            default -> last.ends -= ENDS.contains(token) ? 1 : 0;
        }
    }

    private boolean isOpen() {
        return !open.isEmpty();
    }

    private void close() {
        open.pop();
        written.append(')');
    }
}
