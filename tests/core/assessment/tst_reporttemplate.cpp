// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/reporttemplate.h"
#include "core/base/hashing.h"
#include "core/base/rule.h"
#include "core/edits/edit.h"
#include "tests/support/builders.h"
#include "tests/support/jpegs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>
#include <cmath>

using namespace adit;
using namespace adit::test;

// A report template says who made an assessment, and words nothing that the rules word; whatever cannot stand in one is
// refused with its place and what was expected there.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

// No raw string: moc takes what follows // in one for a comment.
const QByteArray whole =
    "{"
    "\"format\": \"adit-report-template/1\","
    "\"body\": {\"name\": \" Ridge  Assurance \", \"address\": [\"Harbour Street 12\", \"Fictia\"], \"email\": "
    "\"office@ridge.example\","
    "\"phone\": \"+00 555 0100\", \"web\": \"https://ridge.example\", \"complaints\": \"complaints@ridge.example\"},"
    "\"colours\": {\"accent\": \"#1F4E5F\"},"
    "\"logo\": \"logo.png\","
    "\"wording\": {\"en\": {\"foreword\": \"First.\\n\\nSecond.\", \"footer\": \"Ridge \\n Assurance\"},"
    "\"ar\": {\"about\": \"نحن مكتب تدقيق\"}}"
    "}";

/// `whole` with one stretch replaced.
QByteArray with(const char *before, const QByteArray &after)
{
    QByteArray out = whole;
    if (!out.contains(before))
        qFatal("%s", before);
    return out.replace(before, after);
}

} // namespace

class TestReportTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheFileSays()
    {
        const ReportTemplate made = must(ReportTemplate::fromJson(whole));
        QCOMPARE(made.name, s("Ridge Assurance"));
        QCOMPARE(made.address, (QStringList{s("Harbour Street 12"), s("Fictia")}));
        QCOMPARE(made.accent, std::optional<quint32>(0x1f4e5f));
        QCOMPARE(made.words(s("en"), s("foreword")), s("First.\n\nSecond."));
        QCOMPARE(made.words(s("en"), s("footer")), s("Ridge Assurance"));
        QCOMPARE(made.words(s("en"), s("about")), QString());
        QCOMPARE(made.words(s("fr"), s("foreword")), QString());
        QCOMPARE(made.texts().size(), 10);
    }

    /// Same template, same bytes, however it was written.
    void hasOneForm()
    {
        const ReportTemplate made = must(ReportTemplate::fromJson(whole));
        QCOMPARE(must(ReportTemplate::fromJson(made.toJson())), made);
        QCOMPARE(must(ReportTemplate::fromJson(made.toJson())).toJson(), made.toJson());
        QCOMPARE(must(ReportTemplate::fromJson(with("#1F4E5F", "#1f4e5f"))).toJson(), made.toJson());
    }

    void whatCannotStandThereIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("expected"); // part of the detail
        const auto row = [](const char *name, const QByteArray &json, const char *place, const QString &expected) {
            QTest::newRow(name) << json << s(place) << expected;
        };
        row("no JSON", "{\"format\":", "/", ruleName(Rule::TemplateJson));
        row("a list", "[]", "/", s("an object"));
        row("another format", with("template/1", "template/2"), "/format", s("adit-report-template/1"));
        row("a member nobody knows", with("\"logo\"", "\"icon\""), "/", s("\"icon\" is not known here"));
        row("a member that stands twice", with("\"phone\"", "\"email\""), "/body/email", QString());
        row("no name", with("\"name\": \" Ridge  Assurance \", ", ""), "/body", s("\"name\" is missing"));
        row("an empty name", with(" Ridge  Assurance ", ""), "/body/name", s("at least 1"));
        row("a name of blanks", with(" Ridge  Assurance ", "  "), "/body/name", ruleName(Rule::TextNeeded));
        row("a name that is none", with("\" Ridge  Assurance \"", "7"), "/body/name", s("text in quotes"));
        row("no address", with("[\"Harbour Street 12\", \"Fictia\"]", "[]"), "/body/address", s("at least 1"));
        row("too long an address", with("Fictia", QByteArray(101, 'x')), "/body/address/1", s("at most 100"));
        row("too long a foreword", with("First.", QByteArray(3001, 'x')), "/wording/en/foreword", s("at most 3000"));
        row("no mail address", with("office@ridge.example", "ridge.example"), "/body/email",
            s("does not have the form"));
        row("a script for an address", with("https://ridge.example", "javascript:alert(1)"), "/body/web",
            s("does not have the form"));
        row("a language without reports", with("\"ar\"", "\"xx\""), "/wording", s("expected are ar, en, fr"));
        row("words that the rules word", with("\"about\"", "\"no_harm\""), "/wording/ar",
            s("expected are about, contest, footer, foreword, keys"));
        row("a control character", with("First.", "First\\u0007."), "/wording/en/foreword", QString());
        row("text turned round", with("Harbour", "Har\\u202ebour"), "/body/address/0", s("U+202E"));
        row("a soft hyphen", with("Harbour", "Har\\u00adbour"), "/body/address/0", s("U+00AD"));
        row("half a character", with("Harbour", "Har\\ud800bour"), "/body/address/0", QString());
        row("a colour by name", with("#1F4E5F", "teal"), "/colours/accent", s("does not have the form"));
        row("a pale colour", with("#1F4E5F", "#ffcc00"), "/colours/accent", ruleName(Rule::TemplateContrast));
        row("a claim", with("First.", "A Certified mine."), "/wording/en/foreword", s("Certified"));
        row("a claim in French", with("First.", "Une mine certifi\u00e9e."), "/wording/en/foreword", s("certifiée"));
        row("a claim in Arabic", with("نحن مكتب", "منجم حاصل على شهادة"), "/wording/ar/about", s("حاصل على شهادة"));
    }
    void whatCannotStandThereIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, place);
        QFETCH(QString, expected);
        const auto made = ReportTemplate::fromJson(json);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::InvalidValue);
        QCOMPARE(made.error().subject, s("report_template: ") + place);
        QVERIFY2(made.error().detail.contains(expected), qPrintable(made.error().detail));
    }

    /// A body that certifies is called so; no mine is.
    void bodiesMaySayWhatTheyAre()
    {
        for (const char *fine : {"The certification body.", "Nous sommes un organisme de certification.",
                                 "ISO certificates are published."})
            QVERIFY2(ReportTemplate::fromJson(with("First.", fine)), fine);
    }

    /// 4.5 to 1 on white (WCAG 2.2, 1.4.3): #767676 has it, #777777 does not.
    void contrastIsJudgedAtItsBorder()
    {
        QVERIFY(std::abs(contrastOnWhite(0x000000) - 21) < 1e-9);
        QVERIFY(std::abs(contrastOnWhite(0xffffff) - 1) < 1e-9);
        QVERIFY(ReportTemplate::fromJson(with("#1F4E5F", "#767676")));
        const auto pale = ReportTemplate::fromJson(with("#1F4E5F", "#777777"));
        QVERIFY(!pale);
        QVERIFY2(pale.error().detail.contains(s("4.47")), qPrintable(pale.error().detail));
    }
    void shadeThatIsOfferedWillDo()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i) {
            const quint32 rgb = random.generate() & 0xffffff;
            const quint32 shade = readableShade(rgb);
            QVERIFY(contrastOnWhite(shade) >= ReportTemplate::leastContrast);
            QVERIFY(contrastOnWhite(rgb) < ReportTemplate::leastContrast || shade == rgb);
            QVERIFY(ReportTemplate::fromJson(with("#1F4E5F", colourName(shade).toLatin1())));
        }
    }

    /// Whatever stands in a file, it is read, or refused with a place in it.
    void malformedFilesAlwaysNameAPlace()
    {
        QRandomGenerator random(11);
        const QByteArray pieces = "{}[]\",:\\0#a1 ";
        for (int i = 0; i < 4000; ++i) {
            QByteArray json = whole;
            for (int hits = random.bounded(1, 4); hits > 0; --hits) {
                const auto at = random.bounded(int(json.size()));
                switch (random.bounded(3)) {
                case 0:
                    json[at] = pieces[random.bounded(int(pieces.size()))];
                    break;
                case 1:
                    json.remove(at, random.bounded(1, 40));
                    break;
                default:
                    json.insert(at, json.mid(random.bounded(int(json.size())), random.bounded(1, 40)));
                }
            }
            const auto made = ReportTemplate::fromJson(json);
            if (made)
                QCOMPARE(must(ReportTemplate::fromJson(made->toJson())), *made);
            else
                QVERIFY2(made.error().subject.startsWith(s("report_template: /")), json.constData());
        }
    }

    // What a case keeps is in its one form, whichever way it comes in: typed, in a file, from another copy.

    void caseKeepsTheFormAlone()
    {
        const Standard &standard = catalogue();
        const FieldInfo &field = infoOf(field::details::report_template);
        QVERIFY(!checkedValue(field, standard, QString::fromUtf8(whole))); // names a file, not a picture
        ReportTemplate made = must(ReportTemplate::fromJson(whole));
        made.logo = toHex(sha256(colourJpeg()));
        const QString kept = QString::fromUtf8(made.toJson());
        QCOMPARE(must(checkedValue(field, standard, kept)), std::optional<QString>(kept));
        QCOMPARE(must(checkedValue(field, standard, kept + s("\n"))), std::optional<QString>(kept));
        QVERIFY(!checkedValue(field, standard, s("Ridge Assurance")));
    }
    void caseKeepsNothingButAJpegForALogo()
    {
        const FieldInfo &field = infoOf(field::details::report_logo);
        const QString logo = QString::fromLatin1(colourJpeg().toBase64());
        QCOMPARE(must(checkedValue(field, catalogue(), logo)), std::optional<QString>(logo));
        for (const QByteArray &bytes :
             {QByteArray("Abel Quispe").toBase64(), QByteArray("Abel Quispe"), colourJpeg().chopped(2).toBase64(),
              colourJpeg().toBase64() + "\nAbel",
              (colourJpeg().chopped(2) + QByteArray(largestLogo, ' ') + "\xff\xd9").toBase64()})
            QCOMPARE(checkedValue(field, catalogue(), QString::fromLatin1(bytes)).error().code,
                     ErrorCode::InvalidValue);
    }
    /// Copies that came together may hold the template of one and the logo of the other.
    void logoIsTheOneThatTheTemplateNames()
    {
        ReportTemplate made = must(ReportTemplate::fromJson(whole));
        made.logo = toHex(sha256(colourJpeg()));
        QCOMPARE(logoOf(made, QString::fromLatin1(colourJpeg().toBase64())), colourJpeg());
        QCOMPARE(logoOf(made, QString::fromLatin1(greyJpeg().toBase64())), QByteArray());
        made.logo.clear();
        QCOMPARE(logoOf(made, QString()), QByteArray());
    }
};

QTEST_APPLESS_MAIN(TestReportTemplate)
#include "tst_reporttemplate.moc"
