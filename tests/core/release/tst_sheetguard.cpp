// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/logsheet.h"
#include "core/exchange/recordimport.h"
#include "core/release/sheetguard.h"
#include "tests/core/release/releasecase.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

class TestSheetGuard : public ReleaseCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        person("Quispe, Abelard", "+51 987 654 321");
    }

    /// A whole name in a list blocks, and the error says in which row and column.
    void listThatNamesSomebodyDoesNotLeave()
    {
        const QString label = request("Ask Abelard Quispe for the pay books");
        const auto refused = look(&profileOf("lead"));
        QCOMPARE(refused.error().code, ErrorCode::ReleaseBlocked);
        QCOMPARE(refused.error().subject, s("name-blocks"));
        QCOMPARE(refused.error().detail, s("P-A01 (name): %1 text").arg(label));
    }
    void listWithANumberToCallDoesNotLeave()
    {
        request("Call 0051 987654321 before noon");
        QCOMPARE(look(&profileOf("lead")).error().subject, s("name-blocks"));
    }
    void listWithoutNamesLeaves()
    {
        request("The pay books of 2025");
        QVERIFY(must(look(&profileOf("lead"))) == SheetLook::Done);
    }
    /// Whoever cannot read the names cannot look for them, and is told.
    void sealedNamesAreNotLookedFor()
    {
        request("Ask Abelard Quispe for the pay books");
        QVERIFY(must(look(nullptr)) == SheetLook::NamesSealed);
    }

    /// What a text said once cannot be written anew: it is kept back, and the rest of the history goes out.
    void historyGoesOutWithoutWhatNamesSomebody()
    {
        edit(rate(view(), s("1.1.1.1"), {.rating = s("full"), .finding = s("The books agree.")}));
        Sheet log = logSheet(must(m_case->log(HistoryFilter())));
        const qsizetype rows = log.rows.size();
        const NamesKeptBack kept = keepNamesBack(log, m_case->assessment(), {}, &profileOf("lead"));
        QVERIFY(kept.look == SheetLook::Done);
        QCOMPARE(kept.cells, 2); // as it was first written, and as what was there before
        QCOMPARE(log.rows.size(), rows);
        int marks = 0;
        for (const SheetRow &row : log.rows)
            for (const SheetCell &cell : row.cells) {
                QVERIFY2(!cell.text.contains(s("Quispe")), qPrintable(cell.text));
                marks += cell.text == keptBackMark ? 1 : 0;
            }
        QCOMPARE(marks, 2);
    }

private:
    QString request(const char *text)
    {
        const EntityRef request = m_case->newEntity(EntityKind::Request);
        edit(addRecord(view(), request,
                       {{{&infoOf(field::request::text), s(text)},
                         {&infoOf(field::request::asked), s("2026-05-05")},
                         {&infoOf(field::request::state), s("asked")}}}));
        return request.code;
    }
    Result<SheetLook> look(const Profile *profile) const
    {
        return sheetMayLeave(recordsSheet(m_case->assessment(), *recordSheet(EntityKind::Request)),
                             m_case->assessment(), {}, profile);
    }
};

QTEST_GUILESS_MAIN(TestSheetGuard)
#include "tst_sheetguard.moc"
