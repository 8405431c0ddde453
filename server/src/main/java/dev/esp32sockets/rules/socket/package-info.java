/** Rules about plain sockets. */
@NullMarked
package dev.esp32sockets.rules.socket;

import org.jspecify.annotations.NullMarked;
