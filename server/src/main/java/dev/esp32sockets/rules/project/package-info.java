/** Rules about the files of a project and their place on the board. */
@NullMarked
package dev.esp32sockets.rules.project;

import org.jspecify.annotations.NullMarked;
