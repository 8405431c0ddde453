@NullMarked
package dev.esp32sockets.app;

import org.jspecify.annotations.NullMarked;
