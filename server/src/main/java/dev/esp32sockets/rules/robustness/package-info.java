/** Rules about scripts that stop, hang or cannot be stopped. */
@NullMarked
package dev.esp32sockets.rules.robustness;

import org.jspecify.annotations.NullMarked;
