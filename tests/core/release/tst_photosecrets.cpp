// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/photoverbs.h"
#include "core/edits/takenfile.h"
#include "core/evidence/photosforprint.h"
#include "core/report/report.h"
#include "tests/core/release/releasecase.h"
#include "tests/core/report/reporttools.h"
#include "tests/support/drawnphoto.h"
#include "tests/support/jpegs.h"

#include <QRegularExpression>
#include <QTest>

using namespace adit;
using namespace adit::test;

// Non-interference of photos (report-engine.md, 12): what is withheld of one, what a camera wrote, what it is called
// and which wait for somebody moves no byte of what is printed; and nothing of it stands there.

namespace {

/// A case with one photo that is printed, one that is withheld and some that nobody confirmed. What is secret of them
/// follows from a number.
class World : public ReleaseCase
{
public:
    explicit World(int secret)
        : m_secret(secret)
    {
        begin();
        m_case->surroundings().profile = std::make_shared<const Profile>(profileOf("lead"));
        const EntityRef shown = take(drawnPhoto(400, 300, 1));
        confirm(put(shown, s("1.1.1.1"), s("The spillway"), s("A dry channel")));
        const EntityRef hidden = take(drawnPhoto(300 + 40 * secret, 200 + 50 * secret, 2 + secret));
        const QString label =
            put(hidden, s("2.1.1.1"), word("caption") + QString(secret * 7, QLatin1Char('x')), word("description"));
        confirm(label);
        edit(askRedaction(view(), m_case->newEntity(EntityKind::Redaction),
                          {.target = s("public_photo/") + label, .field = {}, .passage = {}, .reason = s("A")},
                          profileOf("lead"), day));
        for (int i = 0; i < secret; ++i)
            put(shown, s("1.2.1.1"), word("waiting"), word("waiting"));
    }

    QString word(const char *what) const { return QStringLiteral("zq%1%2").arg(s(what)).arg(m_secret); }
    QByteArray report() const { return must(renderReport(published(), ReportKind::Public, {}, typesetter())); }
    QByteArray webPage() const { return must(renderWebReport(published(), ReportKind::Public, {})); }
    /// With the same commitment for all that is withheld.
    QByteArray record() const
    {
        static const QRegularExpression leaf(
            QStringLiteral("\"leaf\":\"[0-9a-f]{64}\"|\\{\"hash\":\"[0-9a-f]{64}\"\\}"));
        const PublicRecord made(published(), view(), 1, LeafSalts(QByteArray(32, 's'), 1));
        return QString::fromUtf8(made.bytes()).replace(leaf, QStringLiteral("{}")).toUtf8();
    }

private:
    ContentOf content() const
    {
        return [this](const QString &sha256) { return m_case->content(sha256); };
    }
    PublicAssessment published() const
    {
        return publicAssessment(view(), m_case->ratedItems(), m_case->scoreCard(), Reader::Public,
                                photosForPrint(m_case->assessment(), content()).pictures);
    }
    /// What a camera and whoever copied it wrote into and around it is secret.
    EntityRef take(const QByteArray &jpeg)
    {
        EntityRef evidence = m_case->newEntity(EntityKind::Evidence);
        edit(addTakenEvidence(
            view(), evidence,
            {{{&infoOf(field::evidence::title), word("title")}, {&infoOf(field::evidence::state), s("taken")}}},
            takenFile(word("file") + s(".jpg"), s("image/jpeg"),
                      withSegment(withSegment(jpeg, '\xfe', word("comment").toUtf8()), '\xe1',
                                  "Exif" + QByteArray(2, '\0') + word("camera").toUtf8()))));
        return evidence;
    }
    QString put(const EntityRef &evidence, const QString &requirement, const QString &caption,
                const QString &description)
    {
        const EntityRef photo = m_case->newEntity(EntityKind::PublicPhoto);
        edit(addPublicPhoto(
            view(), photo,
            {.evidence = evidence.code, .requirement = requirement, .caption = caption, .description = description}));
        return photo.code;
    }
    void confirm(const QString &label)
    {
        const EntityRef photo = must(photoCalled(m_case->assessment(), label));
        const PrintPhoto picture =
            must(pictureOf(m_case->assessment(), *m_case->assessment().find(photo.kind, photo.id), content()));
        edit(confirmPublicPhoto(view(), label,
                                {.basis = s("consent"), .consent = word("consent"), .jpeg = picture.jpeg},
                                profileOf("lead"), day));
    }

    int m_secret;
};

} // namespace

class TestPhotoSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWithheldOfPhotosMovesAByte()
    {
        const World one(1);
        for (int secret = 2; secret <= 4; ++secret) {
            const World other(secret);
            QVERIFY(one.record() == other.record());
            QVERIFY(one.webPage() == other.webPage());
            QVERIFY(one.report() == other.report());
        }
    }

    void nothingWithheldOfPhotosIsThere()
    {
        const World world(3);
        const QByteArray pdf = world.report();
        const auto plain = runTool(s("qpdf"), {s("--qdf"), s("--object-streams=disable"), s("FILE"), s("-")}, pdf);
        QVERIFY(plain && plain->contains("/DCTDecode"));
        for (const QByteArray &bytes : {pdf, *plain, world.webPage(), world.record()}) {
            QVERIFY(!bytes.isEmpty());
            for (const char *what :
                 {"caption", "description", "waiting", "title", "file", "comment", "camera", "consent"})
                QVERIFY2(!bytes.contains(world.word(what).toUtf8()), what);
        }
        QVERIFY(world.webPage().contains("The spillway"));
    }
};

QTEST_MAIN(TestPhotoSecrets)
#include "tst_photosecrets.moc"
