// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes are read or refused as CSV. What was read survives being written and read again, and every cell can be
// asked for the id it holds.
#include "core/exchange/csv.h"
#include "core/exchange/idcell.h"

#include <cstdint>
#include <cstdlib>

using namespace adit;

namespace {

bool holdsTheSame(const Sheet &a, const Sheet &b)
{
    if (a.header != b.header || a.rows.size() != b.rows.size())
        return false;
    for (qsizetype i = 0; i < a.rows.size(); ++i)
        if (a.rows[i].cells != b.rows[i].cells)
            return false;
    return true;
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static const IdResolver resolver({QStringLiteral("1"), QStringLiteral("1.1"), QStringLiteral("1.10"),
                                      QStringLiteral("1.2.3"), QStringLiteral("1.2.3.4"), QStringLiteral("MAR-1")});
    const QByteArray data(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const Result<Sheet> sheet = readCsv(data, QStringLiteral("f"));
    if (!sheet || !sheet->problems.isEmpty())
        return 0;
    for (const SheetRow &row : sheet->rows)
        for (const SheetCell &cell : row.cells)
            if (const auto id = resolver.resolve(cell); !id && id.error().candidates.size() == 1)
                std::abort();
    const Result<QByteArray> written = csvBytes(*sheet, {.separator = sheet->separator});
    if (!written)
        return 0;
    const Result<Sheet> again = readCsv(*written, QStringLiteral("f"));
    if (!again || !holdsTheSame(*sheet, *again))
        std::abort();
    return 0;
}
