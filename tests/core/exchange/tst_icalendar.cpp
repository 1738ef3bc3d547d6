// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/icalendar.h"

#include <QTest>

using namespace adit;

// RFC 5545: what calendars of other programs rely on.

class TestICalendar : public QObject
{
    Q_OBJECT

private:
    static QByteArray one(const QString &summary, const QString &description = {})
    {
        return calendarBytes({{QStringLiteral("milestone-5a.sent@x"), QDate(2026, 2, 28), summary, description}},
                             QStringLiteral("Mine, north"), Instant{1767225600000});
    }
    /// Lines as a reader puts them together again.
    static QByteArray unfolded(QByteArray bytes) { return bytes.replace("\r\n ", ""); }

private Q_SLOTS:
    void anEventIsAWholeDay()
    {
        const QByteArray bytes = one(QStringLiteral("Draft"));
        QVERIFY(bytes.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        QVERIFY(bytes.endsWith("END:VCALENDAR\r\n"));
        QVERIFY(bytes.contains("DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n"));
        QVERIFY(bytes.contains("DTSTAMP:20260101T000000Z\r\n"));
        QVERIFY(bytes.contains("UID:milestone-5a.sent@x\r\n"));
        QVERIFY(!bytes.contains("DESCRIPTION"));
    }

    void textsAreEscaped()
    {
        const QByteArray bytes = one(QStringLiteral("a,b;c\\d"), QStringLiteral("two\nlines"));
        QVERIFY(bytes.contains("SUMMARY:a\\,b\\;c\\\\d\r\n"));
        QVERIFY(bytes.contains("DESCRIPTION:two\\nlines\r\n"));
        QVERIFY(bytes.contains("X-WR-CALNAME:Mine\\, north\r\n"));
    }

    void linesAreFoldedBetweenCharacters_data()
    {
        QTest::addColumn<QString>("summary");
        QTest::newRow("latin") << QString(200, QLatin1Char('x'));
        QTest::newRow("accents") << QStringLiteral("é").repeated(120);
        QTest::newRow("han") << QStringLiteral("矿").repeated(90);
        QTest::newRow("beyond the first plane") << QStringLiteral("😀").repeated(70);
    }
    void linesAreFoldedBetweenCharacters()
    {
        QFETCH(QString, summary);
        const QByteArray bytes = one(summary);
        for (const QByteArray &line : bytes.split('\n')) {
            QVERIFY2(line.size() <= 76, line.constData()); // 75 and the carriage return
            QVERIFY(QByteArrayView(line).isValidUtf8());
        }
        QVERIFY(unfolded(bytes).contains("SUMMARY:" + summary.toUtf8() + "\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestICalendar)
#include "tst_icalendar.moc"
