package dev.esp32sockets.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a folder run on a board. */
class DeviceCodeTest {
  @TempDir Path top;

  private void write(String name, String text) throws IOException {
    Path file = top.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private CheckResult check(String... paths) {
    return Checker.run(
        new CheckRequest(
            top,
            Arrays.asList(paths),
            null,
            Flags.NONE,
            null,
            List.of(),
            false,
            CheckRequest.Fixing.NONE,
            null,
            false,
            2,
            Progress.NONE));
  }

  private void assertDevice(String... expected) {
    List<String> found = new ArrayList<>();
    CheckResult result = check(".");
    for (FileReport file : result.files()) {
      found.add(file.file());
    }
    assertEquals(List.of(expected), found, "host files: " + result.host());
  }

  @Test
  void someModulesAreOnBoardsOnly() {
    for (String name : "machine network esp32 usocket ussl uasyncio utime ntptime".split(" ")) {
      assertTrue(DeviceCode.isBoardModule(name), name);
    }
    assertTrue(DeviceCode.isBoardModule("umqtt.simple"));
    assertTrue(DeviceCode.isBoardModule("micropython"));
    for (String name : "socket ssl asyncio time json requests os numpy mine".split(" ")) {
      assertFalse(DeviceCode.isBoardModule(name), name);
    }
  }

  @Test
  void theBooksFirstScriptsAreDeviceCode() throws IOException {
    write("client.py", "import socket\n");
    assertDevice("client.py");
  }

  @Test
  void hostCodeIsLeftOutAndCounted() throws IOException {
    write("main.py", "import machine\n");
    write("plot.py", "import numpy\n");
    write("tools/flash.py", "import subprocess\n");
    assertDevice("main.py");
    assertEquals(2, check(".").host());
  }

  @Test
  void importsCountInBothDirectionsAndTransitively() throws IOException {
    write("main.py", "import app\n");
    write("app.py", "from lib.net import get\nimport machine\n");
    write("lib/net.py", "from . import low\ndef get(): pass\n");
    write("lib/low.py", "import socket\n");
    write("start.py", "def go():\n    import main\n");
    write("host.py", "import tkinter\n");
    write("host2.py", "import tkinter\n");
    write("host3.py", "import tkinter\n");
    write("host4.py", "import tkinter\n");
    write("host5.py", "import tkinter\n");
    assertDevice("app.py", "lib/low.py", "lib/net.py", "main.py", "start.py");
  }

  @Test
  void undecidedFilesFollowMostOfTheirFolder() throws IOException {
    write("a.py", "import numpy\n");
    write("b.py", "import tkinter\n");
    write("c.py", "import socket\n");
    write("board/c.py", "import socket\n");
    assertDevice("board/c.py");
  }

  @Test
  void testsForAComputerStayThere() throws IOException {
    write("main.py", "import machine\ndef f(): pass\n");
    write("test_main.py", "import pytest\nfrom main import f\n");
    write("conftest.py", "x = 1\n");
    write("setup.py", "from setuptools import setup\n");
    write("test_board.py", "import machine\nimport unittest\n");
    assertDevice("main.py", "test_board.py");
  }

  @Test
  void aFileThatIsNamedIsAlwaysChecked() throws IOException {
    write("plot.py", "import numpy\n");
    assertEquals(0, check(".").files().size());
    assertEquals(1, check("plot.py").files().size());
    assertEquals(1, check(".", "plot.py").files().size());
  }

  @Test
  void allFilesOfTheRootThatIsSetAreDeviceCode() throws IOException {
    write("esp32-sockets.toml", "root = 'src'\n");
    write("src/plot.py", "import numpy\n");
    write("plot.py", "import numpy\n");
    assertDevice("src/plot.py");
  }

  @Test
  void aConfigurationAboveWidensTheProject() throws IOException {
    write("esp32-sockets.toml", "");
    write("main.py", "import machine\nimport part.helper\n");
    write("part/helper.py", "import numpy\n");
    assertEquals(1, check("part").files().size(), "its importer outside of the folder counts");
  }
}
