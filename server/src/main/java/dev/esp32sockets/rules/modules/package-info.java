/** Rules about imports, and about functions of small modules. */
@NullMarked
package dev.esp32sockets.rules.modules;

import org.jspecify.annotations.NullMarked;
