package dev.esp32sockets.cli;

import dev.esp32sockets.project.CheckResult;

/** A way to write down what a check found. */
interface Format {
  String write(CheckResult result);
}
