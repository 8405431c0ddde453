/** Rules about the language and its builtins. */
@NullMarked
package dev.esp32sockets.rules.language;

import org.jspecify.annotations.NullMarked;
