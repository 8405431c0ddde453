@NullMarked
package dev.esp32sockets.cli;

import org.jspecify.annotations.NullMarked;
