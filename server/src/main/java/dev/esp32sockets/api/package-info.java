@NullMarked
package dev.esp32sockets.api;

import org.jspecify.annotations.NullMarked;
