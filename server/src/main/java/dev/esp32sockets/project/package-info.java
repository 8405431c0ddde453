@NullMarked
package dev.esp32sockets.project;

import org.jspecify.annotations.NullMarked;
