/**
 * Turns the JSON files of the knowledge base into the packed index, during the build. Nothing here
 * runs on a user's machine.
 */
@NullMarked
package dev.esp32sockets.api.build;

import org.jspecify.annotations.NullMarked;
