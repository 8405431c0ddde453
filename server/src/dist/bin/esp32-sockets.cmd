@echo off
rem Starts ESP32 Sockets with the Java found on this machine.
setlocal EnableExtensions DisableDelayedExpansion
set "wanted=17"
set "found="
set "seen="
for %%F in ("%~dp0..\lib\esp32-sockets.jar") do set "jar=%%~fF"
if not exist "%jar%" (
  >&2 echo esp32-sockets: "%jar%" is missing; unpack the whole archive
  exit /b 2
)

if defined JAVA_HOME call :consider "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :consider "%%~dp$PATH:J.."
for %%R in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu") do (
  if exist "%%~R" for /d %%D in ("%%~R\*") do call :consider "%%~D"
)
if not defined found (
  >&2 echo esp32-sockets: needs Java %wanted% or newer, and found none.
  >&2 echo Install one or set JAVA_HOME.
  if defined seen >&2 echo Looked at: %seen%
  exit /b 2
)

rem One collector thread, the quick compiler and a small place for what is soon forgotten suit
rem a program that runs for a moment.
set "flags=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmn16m -Xshare:auto"
rem Messages of the VM go to stderr: stdout belongs to the findings.
set "quiet=-Xlog:disable -Xlog:all=warning:stderr"
call :find_archive
if "%~1"==":make-archive" goto make_archive
if not defined archive goto plain
if defined ESP32_SOCKETS_NO_ARCHIVE goto plain
if exist "%archive%" goto quick
start "" /b /low cmd.exe /d /s /c ""%~f0" :make-archive" >nul 2>&1 <nul

:plain
"%found%\bin\java.exe" %flags% %quiet% %ESP32_SOCKETS_JAVA_OPTS% -jar "%jar%" %*
exit /b %ERRORLEVEL%

:quick
"%found%\bin\java.exe" %flags% "-XX:SharedArchiveFile=%archive%" %quiet% %ESP32_SOCKETS_JAVA_OPTS% -jar "%jar%" %*
exit /b %ERRORLEVEL%

rem Takes the Java home %1 when it is new enough and nothing was found before.
:consider
if defined found goto :eof
if not exist "%~1\bin\java.exe" goto :eof
set "version="
if exist "%~1\release" for /f "usebackq tokens=1,2 delims==" %%A in ("%~1\release") do (
  if "%%A"=="JAVA_VERSION" set "version=%%~B"
)
if not defined version goto :eof
set "major=0"
for /f "tokens=1,2 delims=.-+" %%A in ("%version%") do (
  if "%%A"=="1" (set "major=%%B") else set "major=%%A"
)
if %major% GEQ %wanted% (
  for %%F in ("%~1") do set "found=%%~fF"
) else (
  set "seen=%seen% "%~1" is Java %major%;"
)
goto :eof

rem Path, size and time of jar and Java are in the name, so a changed one never meets an old archive.
:find_archive
set "archive="
if not defined LOCALAPPDATA goto :eof
if not exist "%found%\lib\modules" goto :eof
set "folder=%LOCALAPPDATA%\esp32-sockets\start"
for %%F in ("%jar%") do set "stamp=%%~zF-%%~tF-"
for %%F in ("%found%\lib\modules") do set "stamp=%stamp%%%~zF-%%~tF"
set "name=%jar:~-50%%found:~-50%-%stamp%"
set "name=%name::=%"
set "name=%name:\=+%"
set "name=%name:/=%"
set "name=%name: =_%"
set "archive=%folder%\%name%.jsa"
goto :eof

rem Runs in a process of its own. The archive is written beside its place and then renamed,
rem because Java 17 crashes on half an archive. The folder is the lock; after a failure it stays.
:make_archive
if not defined archive exit /b 0
if not exist "%folder%" md "%folder%"
md "%archive%.making" 2>nul || exit /b 0
rem The command that the user waits for goes first.
ping -n 4 127.0.0.1 >nul
"%found%\bin\java.exe" %flags% -Xlog:disable "-XX:ArchiveClassesAtExit=%archive%.new" -jar "%jar%" check --fail-on never "%~dp0..\examples"
if errorlevel 1 (
  del "%archive%.new" 2>nul
  exit /b 0
)
if not exist "%archive%.new" exit /b 0
move /y "%archive%.new" "%archive%" >nul && rd "%archive%.making"
exit /b 0
