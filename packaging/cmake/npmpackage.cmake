# SPDX-FileCopyrightText: The Adit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# adit_npm_package(NAME VERSION SHA512 RESULT): the tarball of an npm package, fetched once into a cache outside the build
# tree and held against its hash. RESULT gets its path; it is empty, and RESULT_ERROR says why, where it cannot be had.

function(adit_npm_package name version sha512 result)
  set(tarball "${name}-${version}.tgz")
  if(DEFINED ENV{XDG_CACHE_HOME})
    set(cache "$ENV{XDG_CACHE_HOME}/adit")
  else()
    set(cache "$ENV{HOME}/.cache/adit")
  endif()
  set(file "${cache}/${tarball}")
  set(${result} "" PARENT_SCOPE)
  if(NOT EXISTS "${file}")
    find_program(ADIT_NPM npm)
    if(NOT ADIT_NPM)
      set(${result}_ERROR "npm is not installed. Put ${tarball} into ${cache}." PARENT_SCOPE)
      return()
    endif()
    file(MAKE_DIRECTORY "${cache}")
    message(STATUS "Fetching ${name}@${version}")
    execute_process(COMMAND "${ADIT_NPM}" pack --silent "${name}@${version}"
      WORKING_DIRECTORY "${cache}" RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE error)
    if(failed)
      set(${result}_ERROR "npm pack ${name}@${version} failed: ${error}\nPut ${tarball} into ${cache}." PARENT_SCOPE)
      return()
    endif()
  endif()
  file(SHA512 "${file}" found)
  if(NOT found STREQUAL sha512)
    message(FATAL_ERROR "${file} is not the expected file (SHA-512 differs). Delete it and configure again.")
  endif()
  set(${result} "${file}" PARENT_SCOPE)
endfunction()
