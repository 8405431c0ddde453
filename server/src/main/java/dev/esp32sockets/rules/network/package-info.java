/** Rules about Wi-Fi interfaces. */
@NullMarked
package dev.esp32sockets.rules.network;

import org.jspecify.annotations.NullMarked;
