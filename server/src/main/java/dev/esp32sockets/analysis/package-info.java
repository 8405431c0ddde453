@NullMarked
package dev.esp32sockets.analysis;

import org.jspecify.annotations.NullMarked;
