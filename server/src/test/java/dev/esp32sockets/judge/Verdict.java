package dev.esp32sockets.judge;

/**
 * What MicroPython's compiler says of one text.
 *
 * @param type the class of the exception, empty when the text compiles
 * @param line the line that the exception names, 0 for none
 */
public record Verdict(boolean compiles, String type, String message, int line) {}
