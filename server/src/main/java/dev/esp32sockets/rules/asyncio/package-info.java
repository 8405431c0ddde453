/** Rules about coroutines, tasks and streams. */
@NullMarked
package dev.esp32sockets.rules.asyncio;

import org.jspecify.annotations.NullMarked;
