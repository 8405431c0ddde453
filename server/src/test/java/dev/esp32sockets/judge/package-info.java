/** MicroPython's own compiler, asked whether a text compiles. */
@NullMarked
package dev.esp32sockets.judge;

import org.jspecify.annotations.NullMarked;
