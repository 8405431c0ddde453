/** What the firmware does not have or does not take: judgements over the knowledge base. */
@NullMarked
package dev.esp32sockets.rules.members;

import org.jspecify.annotations.NullMarked;
