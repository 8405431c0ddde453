@NullMarked
package dev.esp32sockets.syntax;

import org.jspecify.annotations.NullMarked;
