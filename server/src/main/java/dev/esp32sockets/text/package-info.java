@NullMarked
package dev.esp32sockets.text;

import org.jspecify.annotations.NullMarked;
