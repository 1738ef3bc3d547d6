# SPDX-FileCopyrightText: The Adit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# axe-core, which judges in a browser how accessible the web edition of a report is. A tool of the tests, never shipped.

include(npmpackage)
adit_npm_package(axe-core 4.14.1
  1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b734f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5
  _axe_file)
set(ADIT_AXE "")
if(_axe_file)
  file(ARCHIVE_EXTRACT INPUT "${_axe_file}" DESTINATION "${CMAKE_BINARY_DIR}/axe" PATTERNS "package/axe.min.js")
  set(ADIT_AXE "${CMAKE_BINARY_DIR}/axe/package/axe.min.js")
else()
  message(WARNING "tst_webreport will fail without axe-core: ${_axe_file_ERROR}")
endif()
