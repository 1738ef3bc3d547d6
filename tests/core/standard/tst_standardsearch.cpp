// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/standardjson.h"
#include "core/standard/standardsearch.h"

#include <QTest>

using namespace adit;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const Standard &shipped()
{
    static const Standard standard = *shippedStandard(s("irma-style-1.0"));
    return standard;
}

QStringList found(const QString &query, const QString &language = s("en"))
{
    const std::vector<bool> hits = StandardSearch(shipped(), language).find(query);
    QStringList codes;
    for (std::size_t i = 0; i < hits.size(); ++i)
        if (hits[i])
            codes.append(shipped().nodes()[i].code.toString());
    return codes;
}

} // namespace

class TestStandardSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAskedFindsEverything()
    {
        QCOMPARE(found({}).size(), qsizetype(shipped().nodes().size()));
        QCOMPARE(found(s("   ")).size(), qsizetype(shipped().nodes().size()));
    }
    void allWordsMustBeThereInAnyOrder()
    {
        const QStringList both = found(s("siren teacher"));
        QVERIFY(both.contains(s("2.5.1.1")));
        QCOMPARE(found(s("TEACHER  siren")), both);
        QVERIFY(both.size() < found(s("siren")).size());
        QVERIFY(found(s("siren qqqq")).isEmpty());
    }
    void numberFindsItAndAllBelow()
    {
        const QStringList below = found(s("2.5.1"));
        QVERIFY(below.contains(s("2.5.1")) && below.contains(s("2.5.1.1")) && below.contains(s("2.5.1.2")));
        QVERIFY(!below.contains(s("2.5.2")));
        QVERIFY(!found(s("2.1")).contains(s("2.10.1")));
    }
    void accentsAndCapitalsDoNotMatter()
    {
        const QString title = s("Preparación");
        const QStringList codes = found(title, s("es"));
        QVERIFY(!codes.isEmpty());
        QCOMPARE(found(s("PREPARACION"), s("es")), codes);
    }
    void guidanceIsSearchedToo()
    {
        QVERIFY(found(s("foam")).contains(s("2.5.1.1")));     // "What to look for"
        QVERIFY(found(s("bibliography")).contains(s("1.1"))); // a term of the chapter
    }
    void writingWithoutBlanksIsFound()
    {
        const QString title = shipped().find(*RequirementCode::fromString(s("2.5")))->title.in(s("zh"));
        QVERIFY(found(title.mid(1, 2), s("zh")).contains(s("2.5")));
    }
};

QTEST_GUILESS_MAIN(TestStandardSearch)
#include "tst_standardsearch.moc"
