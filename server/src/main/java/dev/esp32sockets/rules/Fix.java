package dev.esp32sockets.rules;

import dev.esp32sockets.text.TextEdit;
import java.util.List;

/**
 * A change that removes a finding.
 *
 * @param title a verb first: "Replace with `readinto()`"
 * @param safe whether it keeps the behaviour of a correct program, or turns certain failure into
 *     what was meant
 * @param edits of the finding's own file; they do not overlap
 */
public record Fix(String title, boolean safe, List<TextEdit> edits) {}
