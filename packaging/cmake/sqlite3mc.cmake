# SPDX-FileCopyrightText: The Adit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# SQLite3MultipleCiphers as one static library with hidden symbols: the only copy of SQLite in the process.
# The source comes from ADIT_SQLITE3MC_DIR, or once from the npm package below into a cache outside the build tree.

include(npmpackage)

if(NOT ADIT_SQLITE3MC_DIR)
  adit_npm_package(better-sqlite3-multiple-ciphers 12.11.1
    a46ef6fb7564522a67998c782f042aa0e5cd1b6089d479660eb96faa0afbc501e0b04f9ccf9ac064489a2479d42931da19f1a27e0800fc2d12bfda99954adfa3
    _mc_file)
  if(NOT _mc_file)
    message(FATAL_ERROR "${_mc_file_ERROR}\nOr set ADIT_SQLITE3MC_DIR to a folder with sqlite3.c and sqlite3.h.")
  endif()
  set(_mc_source "${CMAKE_BINARY_DIR}/sqlite3mc")
  if(NOT EXISTS "${_mc_source}/package/deps/sqlite3/sqlite3.c")
    file(ARCHIVE_EXTRACT INPUT "${_mc_file}" DESTINATION "${_mc_source}" PATTERNS "package/deps/sqlite3/*")
  endif()
  set(_mc_source "${_mc_source}/package/deps/sqlite3")
else()
  set(_mc_source "${ADIT_SQLITE3MC_DIR}")
endif()

add_library(sqlite3mc STATIC "${_mc_source}/sqlite3.c")
target_include_directories(sqlite3mc SYSTEM PUBLIC "${_mc_source}")
set_target_properties(sqlite3mc PROPERTIES C_VISIBILITY_PRESET hidden POSITION_INDEPENDENT_CODE ON)
target_compile_options(sqlite3mc PRIVATE -w -O2)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_options(sqlite3mc PRIVATE -msse4.2 -maes)
endif()
target_compile_definitions(sqlite3mc PRIVATE
  SQLITE_ENABLE_FTS5 SQLITE_ENABLE_DBPAGE_VTAB SQLITE_ENABLE_DBSTAT_VTAB SQLITE_SECURE_DELETE SQLITE_DQS=0
  SQLITE_TEMP_STORE=3 SQLITE_OMIT_LOAD_EXTENSION SQLITE_THREADSAFE=1 SQLITE_DEFAULT_MEMSTATUS=0
  SQLITE_MAX_EXPR_DEPTH=1000 SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE SQLITE_USE_URI=0)
find_package(Threads REQUIRED)
target_link_libraries(sqlite3mc PUBLIC Threads::Threads m)
