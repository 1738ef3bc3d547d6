// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/idcell.h"

#include <QTest>

using namespace adit;

namespace {

/// The id, or the problem and what may have been typed: "date: 1.2.3 3.2.1".
QString shown(const tl::expected<QString, UnresolvedId> &id)
{
    if (id)
        return *id;
    const QStringList names{QStringLiteral("unknown"), QStringLiteral("date"), QStringLiteral("number")};
    QStringList words{names[static_cast<int>(id.error().problem)] + u':'};
    return (words + id.error().candidates).join(u' ');
}

} // namespace

Q_DECLARE_METATYPE(adit::SheetCell)

class TestIdCell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolvesOnlyWhatIsCertain_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<SheetCell>("cell");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *known, CellKind kind, const char *text, const char *expected) {
            QTest::addRow("%s among %s", text, known)
                << QString::fromUtf8(known) << SheetCell{QString::fromUtf8(text), kind} << QString::fromUtf8(expected);
        };
        const auto text = [&](const char *known, const char *cell, const char *expected) {
            row(known, CellKind::Text, cell, expected);
        };
        text("1.1 1.10", "1.1", "1.1");
        text("1.1 1.10", " 1.10\u00A0", "1.10");
        text("1.2.3 3.2.1", "1.2.3", "1.2.3");
        text("1.1", "", "unknown:");
        text("1.1", "9.9", "unknown:");
        text("1.1", "9.9.9", "unknown:");
        text("1.1.1.1", "1.1.1.2", "unknown:");
        text("P-A07", "P-A07", "P-A07");

        // A number: 1.10 typed became 1.1.
        row("1.1 1.2", CellKind::Number, "1.1", "1.1");
        row("1.10 1.2", CellKind::Number, "1.1", "1.10");
        row("1.1 1.10", CellKind::Number, "1.1", "number: 1.1 1.10");
        row("1.1 1.10 1.100", CellKind::Number, "1.1", "number: 1.1 1.10 1.100");
        row("1.1", CellKind::Number, "1.2", "number:");
        row("1 2", CellKind::Number, "2", "2");
        row("1.123", CellKind::Number, "1123", "1.123");
        row("1E5", CellKind::Number, "100000", "1E5");
        row("007", CellKind::Number, "7", "007");
        text("1.10 1.2", "1.1", "1.10");
        text("1.10 1.2", "1,1", "1.10");
        text("1.10 1.100", "1.1", "number: 1.10 1.100");
        text("1.1", "1.10", "unknown:");

        // A date: day, month and year in any order, two digits for the year.
        row("1.2.3", CellKind::Date, "2003-02-01", "1.2.3");
        row("2.1.3", CellKind::Date, "2003-02-01", "2.1.3");
        row("3.2.1", CellKind::Date, "2003-02-01", "3.2.1");
        row("1.2.3 3.2.1", CellKind::Date, "2003-02-01", "date: 1.2.3 3.2.1");
        row("3.2.1 2.1.3 1.2.3 1.3.2", CellKind::Date, "2003-02-01", "date: 3.2.1 2.1.3 1.2.3");
        row("1.2.3", CellKind::Date, "2004-02-01", "date:");
        row("1.2.2003", CellKind::Date, "2003-02-01", "1.2.2003");
        row("2.3.1.4", CellKind::Date, "2001-03-02", "date:");
        // Day and month only: the year is that of typing.
        row("1.2", CellKind::Date, "2026-02-01", "1.2");
        row("1.2 2.1", CellKind::Date, "2026-02-01", "date: 1.2 2.1");
        row("1.2", CellKind::Date, "2009-02-01", "date:");
        // Month and year: the day is the first.
        row("3.15", CellKind::Date, "2015-03-01", "3.15");
        row("3.50", CellKind::Date, "1950-03-01", "3.50");
        row("MAR-1 NC-2", CellKind::Date, "2026-03-01", "MAR-1");
        row("1.1", CellKind::Date, "2026-02-31", "date:");

        text("1.2.3", "01.02.2003", "1.2.3");
        text("1.2.3 2.1.3", "01.02.2003", "date: 1.2.3 2.1.3");
        text("1.2.3", "1.2.2003", "1.2.3");
        text("1.2.3", "01/02/03", "1.2.3");
        text("1.2.3", "2003-02-01", "1.2.3");
        text("1.2.3", "1-Feb-03", "1.2.3");
        text("1.2.3", "1 February 2003", "1.2.3");
        text("1.2.3", "Feb 1, 2003", "1.2.3");
        text("1.2", "1-Feb", "1.2");
        text("2.1", "Feb 1", "2.1");
        text("1.2 2.1", "Feb-01", "date: 1.2 2.1");
        text("1.2.3", "2-Jan-03", "1.2.3");
        text("2.1.3", "2-Jan-03", "2.1.3");
        text("1.2", "01. Feb", "1.2");
        text("1.2", "1 févr.", "1.2");
        text("1.2", "1-fev", "1.2");
        text("1.8", "1-ago", "1.8");
        text("1.2", "2月1日", "1.2");
        text("1.2.3", "2003年2月1日", "1.2.3");
        text("1.2", "1st of February, as agreed with the community", "unknown:");

        row("1.1 #REF!", CellKind::Failure, "#N/A", "unknown:");
    }
    void resolvesOnlyWhatIsCertain()
    {
        QFETCH(QString, known);
        QFETCH(SheetCell, cell);
        QFETCH(QString, expected);
        QCOMPARE(shown(IdResolver(known.split(u' ')).resolve(cell)), expected);
    }

    void repeatedKnownIdsAreOne()
    {
        const IdResolver resolver({QStringLiteral("1.10"), QStringLiteral("1.10")});
        QCOMPARE(shown(resolver.resolve({QStringLiteral("1.1"), CellKind::Number})), QStringLiteral("1.10"));
    }
};

QTEST_GUILESS_MAIN(TestIdCell)
#include "tst_idcell.moc"
