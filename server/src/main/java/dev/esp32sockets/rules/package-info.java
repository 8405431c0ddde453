@NullMarked
package dev.esp32sockets.rules;

import org.jspecify.annotations.NullMarked;
