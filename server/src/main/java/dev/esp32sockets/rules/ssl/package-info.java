/** Rules about TLS: contexts, verification, and what travels over wrapped sockets. */
@NullMarked
package dev.esp32sockets.rules.ssl;

import org.jspecify.annotations.NullMarked;
