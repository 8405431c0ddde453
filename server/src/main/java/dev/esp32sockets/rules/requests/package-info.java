/** Rules about HTTP responses and MQTT clients. */
@NullMarked
package dev.esp32sockets.rules.requests;

import org.jspecify.annotations.NullMarked;
