/** Rules about what a script does when things go wrong. */
@NullMarked
package dev.esp32sockets.rules.robustness;

import org.jspecify.annotations.NullMarked;
