# SPDX-FileCopyrightText: The Adit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# project_options: what every target of the project is compiled with.
# adit_module():   a static library of core/, with its sources and the modules it may use.

add_library(project_options INTERFACE)
target_compile_features(project_options INTERFACE cxx_std_20)
target_compile_options(project_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
  -Wcast-align -Wconversion -Wno-sign-conversion -Wformat=2 -Wundef
  $<$<BOOL:${ADIT_WARNINGS_AS_ERRORS}>:-Werror>)
# GCC 12 warns of overlaps inside std::string that cannot happen (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(project_options INTERFACE -Wno-restrict)
endif()
target_compile_definitions(project_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  ADIT_VERSION="${PROJECT_VERSION}")
target_include_directories(project_options INTERFACE "${PROJECT_SOURCE_DIR}")
if(ADIT_SANITIZE)
  target_compile_options(project_options INTERFACE -fsanitize=${ADIT_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(project_options INTERFACE -fsanitize=${ADIT_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # What the instrumentation adds makes g++ warn of the C++ library's own <regex>.
    target_compile_options(project_options INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
if(ADIT_COVERAGE)
  target_compile_options(project_options INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(project_options INTERFACE --coverage)
endif()

function(adit_module name)
  cmake_parse_arguments(M "" "" "SOURCES;USES;PRIVATE_USES" ${ARGN})
  add_library(adit_${name} STATIC ${M_SOURCES})
  target_link_libraries(adit_${name} PUBLIC project_options ${M_USES} PRIVATE ${M_PRIVATE_USES})
endfunction()
