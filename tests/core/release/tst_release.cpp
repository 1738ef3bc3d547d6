// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/jcs.h"
#include "core/release/printedfigures.h"
#include "core/release/releasefolder.h"
#include "core/release/releasepictures.h"
#include "tests/core/release/releasecase.h"
#include "tests/core/report/photocase.h"
#include "tests/support/jpegs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace adit;
using namespace adit::test;

// A release: held up by whatever is not settled, built, read back and looked through, signed by each role, checked by
// anybody (report.md, Release). Whatever is altered afterwards is found.

namespace {

QStringList codesOf(const std::vector<ReleaseHold> &holds)
{
    QStringList codes;
    for (const ReleaseHold &hold : holds)
        codes.append(codeOf(hold.kind));
    return codes;
}

QStringList placesOf(const ReleaseVerdict &verdict)
{
    QStringList places;
    for (const ReleaseProblem &problem : verdict.problems)
        places.append(problem.what + QLatin1Char(' ') + problem.where);
    places.sort();
    return places;
}

/// A picture of the same size with other pixels.
QByteArray otherJpeg()
{
    QByteArray bytes = colourJpeg();
    bytes[bytes.size() - 4] = static_cast<char>(bytes[bytes.size() - 4] ^ 1);
    return bytes;
}

} // namespace

class TestRelease : public ReleaseCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    /// What is not settled holds a release up, and is named.
    void releaseWaitsForWhatIsNotSettled()
    {
        QCOMPARE(codesOf(holds()), QStringList{s("not-decided")});
        decideOn();
        QCOMPARE(codesOf(holds()), QStringList());
        edit(askRedaction(view(), m_case->newEntity(EntityKind::Redaction),
                          {.target = s("answer/1.1.1.1"), .passage = s("Abelard Quispe"), .reason = s("B")},
                          profileOf("lead"), day));
        QCOMPARE(codesOf(holds()), QStringList{s("redaction-waits")});
        edit(decideRedaction(view(), s("RD-A01"), true, {}, profileOf("dora"), day));
        QCOMPARE(codesOf(holds()), QStringList());
        edit(rate(view(), s("1.1.1.1"), {.finding = s("Nobody was heard.")}));
        QCOMPARE(codesOf(holds()), (QStringList{s("decision-broken"), s("redaction-of-none")}));
        QCOMPARE(tryBuild().error().code, ErrorCode::ReleaseBlocked);
        must(m_case->undo());
        QVERIFY(tryBuild().has_value());
    }
    void assumptionsAreAcknowledged()
    {
        m_case.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = must(CaseDocument::create(m_folder->filePath(s("case.adit")), smallStandard(s("1.1.1.1!")), {},
                                           repeatableSurroundings()));
        QCOMPARE(codesOf(holds()), (QStringList{s("not-decided"), s("assumptions-not-acknowledged")}));
        QCOMPARE(codesOf(holds({.acknowledged = s("One flag is assumed.")})), QStringList{s("not-decided")});
    }

    /// A whole name never passes; a part of one does, by somebody who did not write the text, until that changes.
    void namesHoldItUp()
    {
        person("Abelard Quispe");
        decideOn();
        QCOMPARE(codesOf(holds()).first(), s("name-blocks"));
        const auto found = namesFound(m_case->assessment(), *guard());
        QCOMPARE(passName(view(), m_case->newEntity(EntityKind::Dismissal), found.front(), s("x"), {},
                          profileOf("rita"), day)
                     .error()
                     .code,
                 ErrorCode::InvalidValue);
        withhold("Abelard Quispe");
        QCOMPARE(codesOf(holds()), QStringList());
        edit(rate(view(), s("1.1.1.2"), {.finding = s("The valley of Abelard was visited.")}));
        decideOn();
        QCOMPARE(codesOf(holds()), QStringList{s("name-to-pass")});
        const auto part = namesFound(m_case->assessment(), *guard());
        QCOMPARE(part.size(), std::size_t(1));
        const QStringList authors{profileOf("lead").shown().actor()};
        const auto pass = [&](const char *who) {
            return passName(view(), m_case->newEntity(EntityKind::Dismissal), part.front(), s("The valley's name"),
                            authors, profileOf(who), day);
        };
        QCOMPARE(pass("lead").error().code, ErrorCode::Independence);
        // Of whom the journal tells no profile, it tells nobody.
        QCOMPARE(passName(view(), m_case->newEntity(EntityKind::Dismissal), part.front(), s("x"), {s("root")},
                          profileOf("rita"), day)
                     .error()
                     .code,
                 ErrorCode::Independence);
        edit(pass("rita"));
        QCOMPARE(codesOf(holds()), QStringList());
        // Nobody writes a pass that nobody signed.
        const auto &[id, passed] = *m_case->assessment().records(EntityKind::Dismissal).begin();
        edit(changeRecord(view(), {EntityKind::Dismissal, id, passed[field::dismissal::label]},
                          {{{&infoOf(field::dismissal::reason), s("Another reason")}}}));
        QCOMPARE(codesOf(holds()), QStringList{s("name-to-pass")});
        must(m_case->undo());
        edit(rate(view(), s("1.1.1.2"), {.finding = s("The valley of Abelard was visited again.")}));
        decideOn();
        QCOMPARE(codesOf(holds()), QStringList{s("name-to-pass")});
    }
    /// Whoever cannot read the names cannot say that none of them goes out.
    void namesAreReadOrNothingGoesOut()
    {
        person("Abelard Quispe");
        QCOMPARE(protectedPeople(m_case->assessment(), {}, &profileOf("rita")).error().code, ErrorCode::IdentitySealed);
        QCOMPARE(protectedPeople(m_case->assessment(), {}, nullptr).error().code, ErrorCode::IdentitySealed);
    }

    void copyWithoutNamesReleasesNothing()
    {
        for (const char *role : {"technical-reviewer", "decision-maker", "mine", "expert"})
            QCOMPARE(protectedPeople(m_case->assessment(), s(role), &profileOf("lead")).error().subject,
                     s("names-not-here"));
        QVERIFY(protectedPeople(m_case->assessment(), s("auditor"), &profileOf("lead")).has_value());
    }

    /// "Li" alone is in every text: a person has to read for it.
    void namesTooShortToBeSearchedAreSaid()
    {
        person("Bo Li");
        decideOn();
        QCOMPARE(codesOf(holds()), QStringList{s("name-not-searched")});
        QCOMPARE(codesOf(holds({.areShortNamesRead = true})), QStringList());
    }

    void builtReleaseHoldsWhatItSays()
    {
        decideOn();
        withhold("Abelard Quispe");
        BuiltRelease built = must(tryBuild());
        QCOMPARE(built.files.size(), std::size_t(4));
        QVERIFY(!checkRelease(built.files, {}).manifest.isSigned());
        QCOMPARE(placesOf(checkRelease(built.files, {})), QStringList());
        signAll(built);
        const ReleaseVerdict verdict = checkRelease(
            built.files, [](const QString &fingerprint) { return std::optional(s("known ") + fingerprint); });
        QCOMPARE(placesOf(verdict), QStringList());
        QVERIFY(verdict.manifest.isSigned());
        QCOMPARE(verdict.manifest.level, s("IRMA Transparency"));
        QCOMPARE(verdict.signers.size(), std::size_t(3));
        QCOMPARE(verdict.signers[1].fingerprint, profileOf("rita").shown().fingerprint());
        QVERIFY(verdict.signers[1].isTrusted);
        QCOMPARE(verdict.withheld.size(), std::size_t(1));
        QCOMPARE(verdict.withheld[0].chapter, s("1.1"));
        QCOMPARE(verdict.withheld[0].reason, s("AB"));
    }

    /// Each photo of the record is in the pages and in the web page, as it is hashed there, and no other.
    void photosAreThoseOfTheRecord()
    {
        PhotoCase photos(*m_case);
        photos.add(s("1.1.1.1"), colourJpeg());
        photos.add(s("1.2.1.1"), greyJpeg());
        const QString withheld = photos.add(s("2.1.1.1"), otherJpeg(), {.caption = s("Rope"), .description = s("x")});
        photos.withhold(withheld, "B");
        edit(decideRedaction(view(), s("RD-A01"), true, {}, profileOf("dora"), day));
        m_pictures = photos.pictures();
        decideOn();
        const BuiltRelease built = must(tryBuild());
        const QJsonObject record = QJsonDocument::fromJson(built.files.at(s("assessment.json"))).object();
        QCOMPARE(record[s("photos")].toArray().size(), 3);
        const QString hash = toHex(sha256(colourJpeg()));
        QVERIFY(built.files.at(s("assessment.json")).contains(hash.toLatin1()));
        QVERIFY(!built.files.at(s("assessment.json")).contains(toHex(sha256(otherJpeg())).toLatin1()));
        for (const QString &name : {s("report.pdf"), s("report.html")}) {
            const QByteArray &file = built.files.at(name);
            QCOMPARE(must(picturesIn(name, file)).size(), std::size_t{2});
            QCOMPARE(wrongPictures(record, name, file), QStringList());
            QCOMPARE(wrongPictures({}, name, file).size(), 2);
        }
        const ReleaseVerdict verdict = checkRelease(built.files, {});
        QCOMPARE(placesOf(verdict), QStringList());
        QCOMPARE(verdict.withheld.size(), std::size_t{1});
        QCOMPARE(verdict.withheld[0].chapter, s("2.1"));
        QCOMPARE(verdict.withheld[0].count, 3); // caption, description, picture
    }

    /// A picture that cannot be printed as it was looked at holds the release up, or nobody would miss it.
    void aConfirmedPhotoDoesNotDropOut()
    {
        PhotoCase photos(*m_case);
        photos.add(s("1.1.1.1"), colourJpeg());
        const QString label = photos.add(s("1.2.1.1"), greyJpeg());
        decideOn();
        m_pictures = photos.pictures();
        QVERIFY(take());
        std::erase_if(m_pictures, [](const auto &picture) { return picture.second == greyJpeg(); });
        const auto refused = take();
        QCOMPARE(refused.error().subject, s("photo-not-printed"));
        QCOMPARE(refused.error().detail, s("photo-not-printed: ") + label);
    }

    /// What people write may look like the beginning of a picture.
    void wordsAreNoPicture()
    {
        edit(
            rate(view(), s("1.1.1.2"),
                 {.rating = s("full"), .finding = s("The page said \"data:image/png;base64,AAAA\" and data:image/x")}));
        decideOn();
        QVERIFY(tryBuild());
    }

    /// Whoever signs anew what was swapped is found out by the record.
    void anotherPictureIsFound()
    {
        PhotoCase photos(*m_case);
        photos.add(s("1.1.1.1"), colourJpeg());
        m_pictures = photos.pictures();
        decideOn();
        BuiltRelease built = must(tryBuild());
        const auto swapped = [&](const QString &name, const QByteArray &before, const QByteArray &after) {
            ReleaseFiles files = built.files;
            files[name].replace(before, after);
            ReleaseManifest manifest = built.manifest;
            for (ReleasedFile &file : manifest.files)
                file = {file.name, toHex(sha256(files[file.name])), files[file.name].size()};
            files[s("release.json")] = bytesOf(manifest);
            return placesOf(checkRelease(files, {}));
        };
        const QByteArray coded = colourJpeg().toBase64();
        QCOMPARE(swapped(s("report.html"), coded, greyJpeg().toBase64()),
                 (QStringList{s("picture report.html"), s("picture report.html")}));
        QCOMPARE(swapped(s("report.html"), "data:image/jpeg;base64," + coded, {}),
                 QStringList{s("picture report.html")});
        QCOMPARE(swapped(s("report.pdf"), colourJpeg(), otherJpeg()),
                 (QStringList{s("picture report.pdf"), s("picture report.pdf")}));
    }

    /// What a photo could carry beside its pixels is looked for in its bytes too.
    void aPhotoIsLookedThrough()
    {
        const QByteArray photo = withSegment(colourJpeg(), '\xfe', "by Abelard Quispe");
        const QByteArray page = "<html><img src=\"data:image/jpeg;base64," + photo.toBase64() + "\"/></html>";
        const auto texts = must(readBack(s("report.html"), page));
        QCOMPARE(leaksIn(s("report.html"), texts, {{s("RD-A01"), s("Abelard Quispe")}}),
                 (std::vector<Leak>{{s("RD-A01"), s("report.html"), s("photo 1")}}));
        QVERIFY(!wrongPictures({}, s("report.html"), page).isEmpty());
        QVERIFY(!readBack(s("report.html"), "<html><img src='data:image/png;base64,AAAA'/></html>"));
    }

    /// The report of a release does not say that it is a preview, and says by what it is checked.
    void reportSaysWhichReleaseItIs()
    {
        decideOn();
        withhold("Abelard Quispe");
        const BuiltRelease built = must(tryBuild());
        QString all;
        for (const ReadableText &text : must(readBack(s("report.pdf"), built.files.at(s("report.pdf")))))
            if (text.where.startsWith(s("page")))
                all += text.text;
        const QString words = all.simplified();
        QVERIFY(!words.contains(s("not released")));
        QVERIFY(words.contains(s("Release 1")));
        QVERIFY(words.contains(built.manifest.root.left(8)));
        QVERIFY(words.contains(s("[withheld · protection of persons]")));
        QVERIFY(words.contains(s("adit-cli verify hill-1")));
    }

    /// Tampering with any byte of any file is found, and names it.
    void anyAlteredByteIsFound()
    {
        decideOn();
        withhold("Abelard Quispe");
        BuiltRelease built = must(tryBuild());
        signAll(built);
        for (const auto &[name, bytes] : built.files)
            for (qsizetype at = 0; at < bytes.size(); at += 1 + bytes.size() / 40) {
                ReleaseFiles altered = built.files;
                altered[name][at] = static_cast<char>(altered[name][at] ^ 1);
                const ReleaseVerdict verdict = checkRelease(altered, {});
                QVERIFY2(!verdict.isIntact(), qPrintable(s("%1 %2").arg(name).arg(at)));
                if (name != s("release.json"))
                    QVERIFY(placesOf(verdict).contains(s("file ") + name));
            }
    }
    void filesComeAndGoUnnoticedByNobody()
    {
        decideOn();
        BuiltRelease built = must(tryBuild());
        signAll(built);
        ReleaseFiles more = built.files;
        more[s("notes.txt")] = "x";
        QCOMPARE(placesOf(checkRelease(more, {})), QStringList{s("file notes.txt")});
        for (const auto &[name, bytes] : built.files) {
            ReleaseFiles fewer = built.files;
            fewer.erase(name);
            QVERIFY(!checkRelease(fewer, {}).isIntact());
        }
    }
    /// A record with other ratings, hashed and put into an unsigned manifest anew: the scores give it away.
    void scoresDoNotFollowFromOtherRatings()
    {
        decideOn();
        BuiltRelease built = must(tryBuild());
        QByteArray &record = built.files[s("assessment.json")];
        record.replace(record.indexOf("\"rating\":\"full\""), 15, "\"rating\":\"none\"");
        for (ReleasedFile &file : built.manifest.files)
            if (file.name == s("assessment.json"))
                file.sha256 = toHex(sha256(record));
        built.files[s("release.json")] = bytesOf(built.manifest);
        const QStringList places = placesOf(checkRelease(built.files, {}));
        QVERIFY(places.contains(s("record /requirements/0/rating")));
        QVERIFY(places.contains(s("score /scores/chapters/0")));
    }

    /// The gate attacks its own output: withheld words that stand somewhere else block it, with file and page.
    void leakIsFoundWhereverItStands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("as it is") << s("Abelard Quispe was there too.");
        QTest::newRow("other case, other blanks") << s("ABELARD\u00a0 QUISPE was there too.");
        QTest::newRow("across lines") << s("Abelard\nQuispe was there too.");
        QTest::newRow("hidden signs") << s("Abe\u00adlard Quispe was there too.");
        QTest::newRow("marks over letters") << s("Ab\u00e9lard Quispe was there too.");
    }
    void leakIsFoundWhereverItStands()
    {
        QFETCH(QString, text);
        edit(rate(view(), s("1.2.1.1"), {.finding = text}));
        decideOn();
        withhold("Abelard Quispe");
        const auto built = tryBuild();
        QVERIFY(!built);
        QCOMPARE(built.error().code, ErrorCode::ReleaseBlocked);
        QCOMPARE(built.error().subject, s("leak"));
        QVERIFY(built.error().detail.contains(s("RD-A01: report.pdf, page")));
        QVERIFY(built.error().detail.contains(s("RD-A01: report.html, #1.2.1.1")));
        QVERIFY(built.error().detail.contains(s("RD-A01: assessment.json, file")));
    }

    /// Pages and web page print the scores of the score card.
    void anotherFigureThanTheScoreCardsIsFound()
    {
        decideOn();
        withhold("Abelard Quispe");
        const BuiltRelease built = must(tryBuild());
        const PublicAssessment assessment = publicAssessment(view(), m_case->ratedItems(), m_case->scoreCard());
        for (const char *name : {"report.pdf", "report.html"}) {
            auto texts = must(readBack(s(name), built.files.at(s(name))));
            QCOMPARE(must(figuresMissing(assessment, s("en"), texts)), QStringList());
            const QString shown = assessment.score.chapters[0].now.shown;
            for (ReadableText &text : texts)
                text.text.replace(shown, s("12.3"));
            QVERIFY(must(figuresMissing(assessment, s("en"), texts)).contains(s("1.1: ") + shown));
        }
    }

    /// What does not show in a web page is read, too.
    void webPageIsReadWhole()
    {
        const QByteArray page =
            "<!DOCTYPE html><html><head><title>Head Secret</title><style>/* Style Secret */</style>"
            "</head><body><!-- Comment Secret --><p id=\"a\" title=\"Title Secret\">Text<b>Bold</b> "
            "Secret</p></body></html>";
        QStringList places;
        for (const char *word : {"Head", "Style", "Comment", "Title"})
            for (const Leak &leak : leaksIn(s("report.html"), must(readBack(s("report.html"), page)),
                                            {{s("x"), QLatin1String(word) + s(" Secret")}}))
                if (leak.where != s("file"))
                    places.append(QLatin1String(word) + s(": ") + leak.where);
        QCOMPARE(places, QStringList({s("Head: head"), s("Style: head, unseen"), s("Comment: head, unseen"),
                                      s("Title: #a, unseen")}));
        QVERIFY(!readBack(s("report.html"), "<html><script>1</script></html>"));
        QVERIFY(!readBack(s("report.html"), "<html><p></html>"));
    }

    void releasesAreNumbered()
    {
        decideOn();
        BuiltRelease first = must(tryBuild());
        edit(recordRelease(view(), m_case->newEntity(EntityKind::Release), must(take()), first, {}, s("lead")));
        QCOMPARE(tryBuild().error().code, ErrorCode::InvalidValue); // what changed?
        BuiltRelease second = must(tryBuild({.changes = s("A date was corrected.")}));
        QCOMPARE(second.manifest.number, 2);
        QVERIFY(second.manifest.root != first.manifest.root);
        // The files of one under the signatures of another.
        signAll(first);
        first.files[s("assessment.json")] = second.files[s("assessment.json")];
        QVERIFY(!checkRelease(first.files, {}).isIntact());
    }

    /// Finished by the signatures of all roles over the very files that the case built.
    void finishingIsOnRecord()
    {
        decideOn();
        const ReleaseSource source = must(take());
        BuiltRelease built = must(buildRelease(source, *m_typesetter));
        QCOMPARE(finishRelease(view(), built.manifest, day).error().subject, s("not-of-case")); // not on record yet
        edit(recordRelease(view(), m_case->newEntity(EntityKind::Release), source, built, {}, s("lead")));
        const auto unsignedYet = finishRelease(view(), built.manifest, day);
        QCOMPARE(unsignedYet.error().subject, s("not-signed"));
        QCOMPARE(unsignedYet.error().detail, s("lead-auditor\ntechnical-reviewer\ndecision-maker"));
        signAll(built);
        ReleaseManifest other = built.manifest;
        other.root = QString(64, QLatin1Char('0'));
        QCOMPARE(finishRelease(view(), other, day).error().subject, s("not-of-case"));
        other = built.manifest;
        other.assessment = s("another");
        QCOMPARE(finishRelease(view(), other, day).error().subject, s("not-of-case"));
        edit(finishRelease(view(), built.manifest, day));
        const Record &release = *releasesOf(m_case->assessment()).front();
        QCOMPARE(release[field::release::finished], std::optional(day));
        QCOMPARE(must(readManifest(release[field::release::manifest].toUtf8(), {})).signedRoles().size(), 3);
        QCOMPARE(finishRelease(view(), built.manifest, day).error().code, ErrorCode::NothingToChange);
        // What was released can be told from the case as before.
        QCOMPARE(must(take({.changes = s("x")})).manifest.number, 2);
    }
    void withdrawingSaysWhy()
    {
        decideOn();
        const ReleaseSource source = must(take());
        BuiltRelease built = must(buildRelease(source, *m_typesetter));
        edit(recordRelease(view(), m_case->newEntity(EntityKind::Release), source, built, {}, s("lead")));
        const Profile &dora = profileOf("dora");
        QCOMPARE(withdrawRelease(view(), 2, s("A name"), dora, day).error().code, ErrorCode::InvalidValue);
        QCOMPARE(withdrawRelease(view(), 1, s(" "), dora, day).error().code, ErrorCode::InvalidValue);
        edit(withdrawRelease(view(), 1, s("A number was wrong."), dora, day));
        const Record &release = *releasesOf(m_case->assessment()).front();
        QCOMPARE(release[field::release::withdrawn], std::optional(day));
        QCOMPARE(release[field::release::withdrawn_reason], s("A number was wrong."));
        QCOMPARE(withdrawRelease(view(), 1, s("x"), dora, day).error().code, ErrorCode::NothingToChange);
        signAll(built);
        QCOMPARE(finishRelease(view(), built.manifest, day).error().subject, s("withdrawn"));
        QCOMPARE(nextReleaseNumber(m_case->assessment()), 2);
    }
    /// Who has one of the roles signs in it; who has several, in the one that is left.
    void rolesOfSignersAreTold()
    {
        decideOn();
        BuiltRelease built = must(tryBuild());
        QCOMPARE(signingRole(built.manifest, {s("technical-reviewer"), s("auditor")}),
                 std::optional(s("technical-reviewer")));
        QVERIFY(!signingRole(built.manifest, {s("mine")}));
        const QStringList both{s("lead-auditor"), s("decision-maker")};
        QVERIFY(!signingRole(built.manifest, both));
        must(sign(built.manifest, s("decision-maker"), profileOf("dora"), s("2026-06-02T10:00:00Z")));
        QCOMPARE(signingRole(built.manifest, both), std::optional(s("lead-auditor")));
    }
    void foldersAreSignedAsTheyWereBuilt()
    {
        decideOn();
        const QString folder = m_folder->filePath(s("hill-1"));
        must(writeReleaseFolder(folder, must(tryBuild()).files));
        const auto signIt = [&] {
            return signRelease(folder, s("lead-auditor"), profileOf("lead"), s("2026-06-02T10:00:00Z"));
        };
        QCOMPARE(must(signIt()).signedRoles(), QStringList{s("lead-auditor")});
        QCOMPARE(signIt().error().code, ErrorCode::NothingToChange);
        QCOMPARE(must(intactRelease(folder)).manifest.unsignedRoles().size(), 2);
        QFile report(folder + s("/report.pdf"));
        QVERIFY(report.open(QIODevice::Append) && report.write("x") == 1);
        report.close();
        QCOMPARE(signIt().error().subject, s("changed"));
        QVERIFY(intactRelease(folder).error().detail.contains(s("report.pdf")));
    }

    void sameCaseSameFiles()
    {
        decideOn();
        withhold("Abelard Quispe");
        QVERIFY(must(tryBuild()).files == must(tryBuild()).files);
    }

    /// A folder, or a ZIP file of one that anybody may have made.
    void foldersAndArchivesAreReadAlike()
    {
        decideOn();
        BuiltRelease built = must(tryBuild());
        signAll(built);
        const QString folder = m_folder->filePath(s("hill-1"));
        must(writeReleaseFolder(folder, built.files));
        QVERIFY(must(readReleaseFiles(folder)) == built.files);
        QCOMPARE(writeReleaseFolder(folder, built.files).error().code, ErrorCode::FileExists);
        const QString zip = m_folder->filePath(s("hill-1.zip"));
        const auto pack = [&](const QString &inside, const QStringList &names) {
            QFile::remove(zip);
            QProcess python;
            python.setWorkingDirectory(inside);
            python.start(s("python3"), QStringList{s("-m"), s("zipfile"), s("-c"), zip} + names);
            return python.waitForFinished() && python.exitCode() == 0;
        };
        QVERIFY(pack(m_folder->path(), {s("hill-1")}));
        QVERIFY(must(readReleaseFiles(zip)) == built.files);
        QVERIFY(pack(folder, {s("report.pdf"), s("report.html"), s("assessment.json"), s("release.json")}));
        QVERIFY(must(readReleaseFiles(zip)) == built.files);
        QFile broken(zip);
        QVERIFY(broken.open(QIODevice::ReadWrite) && broken.resize(broken.size() / 2));
        broken.close();
        const auto cut = readReleaseFiles(zip);
        QVERIFY(!cut || !checkRelease(*cut, {}).isIntact());
        QVERIFY(QDir(folder).mkdir(s("more")));
        QCOMPARE(readReleaseFiles(folder).error().code, ErrorCode::ReleaseInvalid);
        QCOMPARE(readReleaseFiles(m_folder->filePath(s("none"))).error().code, ErrorCode::FileMissing);
    }

    /// A program that a stranger wrote from resources/guide/release-format.md alone.
    void strangersProgramAgrees()
    {
        addEverythingPrinted();
        PhotoCase photos(*m_case);
        photos.add(s("1.1.1.1"), colourJpeg());
        m_pictures = photos.pictures();
        decideOn();
        withhold("Abelard Quispe");
        BuiltRelease built = must(tryBuild());
        const auto ask = [&](const ReleaseFiles &files, const QStringList &options = {}) {
            const QTemporaryDir folder;
            for (const auto &[name, bytes] : files) {
                QFile file(folder.filePath(name));
                if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                    qFatal("no file");
            }
            QProcess python;
            python.start(s("python3"),
                         QStringList{s(ADIT_SOURCE_DIR "/tests/core/release/verify_release.py"), folder.path()} +
                             options);
            if (!python.waitForFinished())
                qFatal("python3 does not answer");
            QJsonObject answer = QJsonDocument::fromJson(python.readAllStandardOutput()).object();
            answer.insert(s("exit"), python.exitCode());
            answer.insert(s("said"), QString::fromUtf8(python.readAllStandardError()));
            return answer;
        };
        const auto words = [](const QJsonObject &answer) {
            return QJsonDocument(answer).toJson(QJsonDocument::Compact);
        };
        QJsonObject answer = ask(built.files);
        QVERIFY2(answer[s("intact")].toBool() && !answer[s("signed")].toBool(), words(answer).constData());
        QCOMPARE(answer[s("exit")].toInt(), 1);
        signAll(built);
        answer = ask(built.files,
                     {s("--trust"), profileOf("lead").shown().fingerprint(), s("--trust"),
                      profileOf("rita").shown().fingerprint(), s("--trust"), profileOf("dora").shown().fingerprint()});
        QVERIFY2(answer[s("exit")].toInt() == 0 && answer[s("signed")].toBool(), words(answer).constData());
        QCOMPARE(answer[s("root")].toString(), built.manifest.root);
        QCOMPARE(answer[s("withheld")].toArray().size(), 1);
        answer = ask(built.files, {s("--trust"), profileOf("lead").shown().fingerprint()});
        QCOMPARE(answer[s("exit")].toInt(), 1);
        for (const auto &[name, bytes] : built.files) {
            ReleaseFiles altered = built.files;
            altered[name][bytes.size() / 2] = static_cast<char>(altered[name][bytes.size() / 2] ^ 1);
            answer = ask(altered);
            QVERIFY2(answer[s("exit")].toInt() != 0, words(answer).constData());
        }
    }

    /// One withheld passage, to one party, against the same signed root.
    void withheldPassageIsShownToOneParty()
    {
        decideOn();
        withhold("Abelard Quispe");
        const ReleaseSource source = must(take());
        const BuiltRelease built = must(buildRelease(source, *m_typesetter));
        const QString path = source.record.withheldBy(s("RD-A01")).front();
        const QByteArray shown = jcs(*source.record.disclosure(path));
        QVERIFY(must(isDisclosedPassage(shown, built.files, built.manifest, s("passage.json"))));
        QVERIFY(!must(isDisclosedPassage(QByteArray(shown).replace("Abelard", "Eloise"), built.files, built.manifest,
                                         s("passage.json"))));
        ReleaseManifest other = built.manifest;
        other.root[0] = other.root[0] == QLatin1Char('0') ? QLatin1Char('1') : QLatin1Char('0');
        QVERIFY(!must(isDisclosedPassage(shown, built.files, other, s("passage.json"))));
        QCOMPARE(isDisclosedPassage("{}", built.files, built.manifest, s("passage.json")).error().code,
                 ErrorCode::ReleaseInvalid);
    }
};

QTEST_GUILESS_MAIN(TestRelease)
#include "tst_release.moc"
