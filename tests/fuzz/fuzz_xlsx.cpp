// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes are read or refused as a workbook. The first byte says what the others are: the archive itself, or one part
// of a sound one, since no fuzzer finds its way through checksums and deflate.
#include "core/exchange/sheet.h"
#include "core/exchange/xlsx.h"
#include "tests/core/exchange/workbookbuilder.h"

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace adit;

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static constexpr std::array parts{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",       "xl/styles.xml",
                                      "xl/workbook.xml",          "xl/_rels/workbook.xml.rels", "_rels/.rels"};
    if (size == 0)
        return 0;
    const QByteArray content(reinterpret_cast<const char *>(bytes + 1), static_cast<qsizetype>(size - 1));
    const QByteArray data = bytes[0] < parts.size() ? WorkbookBuilder().part(parts[bytes[0]], content).zip() : content;
    const Result<Sheet> sheet = readXlsx(data, QStringLiteral("f"), {});
    if (!sheet)
        return sheet.error().subject.startsWith(QLatin1Char('f')) ? 0 : (std::abort(), 0);
    for (const SheetRow &row : sheet->rows)
        if (row.number < 1 || row.cells.size() > sheet->header.size())
            std::abort();
    return 0;
}
