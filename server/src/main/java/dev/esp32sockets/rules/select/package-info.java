/** Rules about waiting for several sockets at once. */
@NullMarked
package dev.esp32sockets.rules.select;

import org.jspecify.annotations.NullMarked;
