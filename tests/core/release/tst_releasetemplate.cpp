// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/reporttemplate.h"
#include "core/base/hashing.h"
#include "core/release/jcs.h"
#include "core/release/publicrecord.h"
#include "core/release/releasepictures.h"
#include "tests/core/release/releasecase.h"
#include "tests/support/jpegs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace adit;
using namespace adit::test;

// The template that a report was made with is released with it: each value a leaf, its logo a picture of the record,
// its words looked through for names. Without one nothing of it is there.

namespace {

ReportTemplate ridge()
{
    return {.name = s("Ridge Assurance"),
            .address = {s("Harbour Street 12"), s("Fictia")},
            .complaints = s("complaints@ridge.example"),
            .accent = 0x1f4e5f,
            .logo = toHex(sha256(greyJpeg())),
            .wording = {{s("en"), {{s("foreword"), s("We are\n\nindependent.")}}}}};
}

QStringList problemsOf(const ReleaseFiles &files)
{
    QStringList places;
    for (const ReleaseProblem &problem : checkRelease(files, {}).problems)
        places.append(problem.what + QLatin1Char(' ') + problem.where);
    return places;
}

} // namespace

class TestReleaseTemplate : public ReleaseCase
{
    Q_OBJECT

private:
    void setTemplate(const ReportTemplate &made, const QByteArray &logo = greyJpeg())
    {
        edit(describe(view(), {{&infoOf(field::details::report_template), QString::fromUtf8(made.toJson())},
                               {&infoOf(field::details::report_logo), QString::fromLatin1(logo.toBase64())}}));
    }
    static QJsonObject recordIn(const BuiltRelease &built)
    {
        return QJsonDocument::fromJson(built.files.at(s("assessment.json"))).object();
    }

private Q_SLOTS:
    void init() { begin(); }

    void templateIsPartOfTheRecord()
    {
        setTemplate(ridge());
        decideOn();
        const BuiltRelease built = must(tryBuild());
        QCOMPARE(problemsOf(built.files), QStringList());
        const QJsonObject record = recordIn(built);
        QCOMPARE(QJsonDocument(record[s("template")].toObject()).toJson(QJsonDocument::Compact), ridge().toJson());
        QCOMPARE(must(readRecord(built.files.at(s("assessment.json")), s("record"))).changed, QStringList());
        for (const QString &name : {s("report.pdf"), s("report.html")}) {
            QCOMPARE(must(picturesIn(name, built.files.at(name))), std::vector{greyJpeg()});
            QCOMPARE(wrongPictures(record, name, built.files.at(name)), QStringList());
            QCOMPARE(wrongPictures({}, name, built.files.at(name)).size(), 1);
        }
        must(m_case->undo()); // the decision
        must(m_case->undo()); // the template
        decideOn();
        QVERIFY(!recordIn(must(tryBuild())).contains(s("template")));
    }

    /// Whatever is altered in it is found, even by who computes every leaf anew.
    void templateIsCheckedLikeAllElse()
    {
        setTemplate(ridge());
        decideOn();
        const QJsonObject record = recordIn(must(tryBuild()));
        QCOMPARE(wrongFigures(record), QStringList());
        const auto wrong = [&](const char *member, const QJsonValue &value) {
            QJsonObject made = record[s("template")].toObject();
            made[s(member)] = value;
            QJsonObject altered = record;
            altered[s("template")] = made;
            return wrongFigures(altered);
        };
        QCOMPARE(wrong("colours", QJsonObject{{s("accent"), s("#eeeeee")}}),
                 QStringList{s("/template/colours/accent")});
        QCOMPARE(wrong("logo", s("logo.png")), QStringList{s("/template/logo")});
        QCOMPARE(wrong("rating", s("full")), QStringList{s("/template/")});
        QCOMPARE(wrong("wording", QJsonObject{{s("en"), QJsonObject{{s("footer"), s("A certified mine")}}}}),
                 QStringList{s("/template/wording/en/footer")});
        QJsonObject swapped = record;
        QJsonObject made = swapped[s("template")].toObject();
        made[s("logo")] = toHex(sha256(colourJpeg()));
        swapped[s("template")] = made;
        QCOMPARE(wrongPictures(swapped, s("report.html"), must(tryBuild()).files.at(s("report.html"))).size(), 2);
    }

    /// Copies that came together with one's template and the other's logo release nothing until somebody sets it anew.
    void logoOfAnotherTemplateIsNotReleased()
    {
        setTemplate(ridge(), colourJpeg());
        decideOn();
        const auto built = tryBuild();
        QVERIFY(!built);
        QCOMPARE(built.error().subject, s("self-check"));
    }

    /// Its words leave like any other, and JSON hides none of them.
    void namesInItHoldTheReleaseUp()
    {
        person("Berta Ibarra");
        ReportTemplate made = ridge();
        made.wording[s("en")][s("foreword")] = s("Thanks.\nBerta Ibarra \"knows\".");
        setTemplate(made);
        decideOn();
        const auto held = holds();
        QVERIFY(!held.empty());
        QCOMPARE(held.front().kind, ReleaseHold::Kind::NameBlocks);
        QVERIFY2(held.front().where.contains(s("report_template")), qPrintable(held.front().where));
        QVERIFY(readableIn(QString::fromUtf8(made.toJson())).contains(s("\nBerta Ibarra \"knows\".")) ||
                readableIn(QString::fromUtf8(made.toJson())).contains(s("Berta Ibarra \"knows\".")));
        QCOMPARE(readableIn(QString::fromLatin1(greyJpeg().toBase64())), QString());
        QCOMPARE(readableIn(s("{Berta}")), s("{Berta}"));
    }

    /// What nobody can read of it is offered to nobody to be withheld.
    void noneOfItIsWithheld()
    {
        setTemplate(ridge());
        for (const char *name : {"report_template", "report_logo"})
            QVERIFY(!isRedactable(*findField(EntityKind::Details, s(name))));
    }

    void strangersProgramAgrees()
    {
        setTemplate(ridge());
        decideOn();
        BuiltRelease built = must(tryBuild());
        signAll(built);
        const auto exitOf = [](const ReleaseFiles &files) {
            const QTemporaryDir folder;
            for (const auto &[name, bytes] : files) {
                QFile file(folder.filePath(name));
                if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                    qFatal("no file");
            }
            QProcess python;
            python.start(s("python3"), {s(ADIT_SOURCE_DIR "/tests/core/release/verify_release.py"), folder.path()});
            return python.waitForFinished() ? python.exitCode() : -1;
        };
        QCOMPARE(exitOf(built.files), 0);
        ReleaseFiles altered = built.files;
        altered[s("assessment.json")].replace("Harbour", "Farbour");
        QCOMPARE(exitOf(altered), 1);
    }
};

QTEST_GUILESS_MAIN(TestReleaseTemplate)
#include "tst_releasetemplate.moc"
