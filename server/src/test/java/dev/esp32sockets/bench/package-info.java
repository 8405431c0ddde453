/** Measures in one warm process; `server/bench/compare` starts it. */
@NullMarked
package dev.esp32sockets.bench;

import org.jspecify.annotations.NullMarked;
