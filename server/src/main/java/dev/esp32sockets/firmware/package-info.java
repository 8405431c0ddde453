@NullMarked
package dev.esp32sockets.firmware;

import org.jspecify.annotations.NullMarked;
