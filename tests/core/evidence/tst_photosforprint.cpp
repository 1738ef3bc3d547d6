// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/photoverbs.h"
#include "core/edits/takenfile.h"
#include "core/evidence/photosforprint.h"
#include "tests/support/builders.h"
#include "tests/support/drawnphoto.h"
#include "tests/support/people.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

// A confirmation is of one picture: what would be printed otherwise than it was looked at is not printed (report.md,
// Redaction).

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestPhotosForPrint : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;
    std::map<QString, QByteArray> m_others; ///< bytes that the case is made to hold in the place of its own

    void edit(const Result<Edit> &edit) { must(m_case->apply(must(edit))); }
    Result<QByteArray> content(const QString &sha256) const
    {
        const auto other = m_others.find(sha256);
        return other == m_others.end() ? m_case->content(sha256) : Result<QByteArray>(other->second);
    }
    ContentOf reader() const
    {
        return [this](const QString &sha256) { return content(sha256); };
    }
    QString shaOf(const Record &photo) const
    {
        return (*evidenceOf(m_case->assessment(), photo))[field::evidence::sha256];
    }
    /// Its label.
    QString add(int number, bool isConfirmed = true)
    {
        const EntityRef evidence = m_case->newEntity(EntityKind::Evidence);
        edit(addTakenEvidence(
            m_case->view(), evidence,
            {{{&infoOf(field::evidence::title), s("Dam")}, {&infoOf(field::evidence::state), s("taken")}}},
            takenFile(s("a.jpg"), s("image/jpeg"), drawnPhoto(400, 300, number))));
        const EntityRef photo = m_case->newEntity(EntityKind::PublicPhoto);
        edit(addPublicPhoto(
            m_case->view(), photo,
            {.evidence = evidence.code, .requirement = s("1.2.1.1"), .caption = s("Dam"), .description = s("A dam")}));
        if (!isConfirmed)
            return photo.code;
        const auto picture =
            must(pictureOf(m_case->assessment(), *m_case->assessment().find(photo.kind, photo.id), reader()));
        edit(confirmPublicPhoto(m_case->view(), photo.code, {.basis = s("nobody-recognisable"), .jpeg = picture.jpeg},
                                profileOf("lead"), QDate(2026, 6, 1)));
        return photo.code;
    }

private Q_SLOTS:
    void init()
    {
        m_others.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = newCase(*m_folder);
    }

    void allThatIsConfirmedIsPrinted()
    {
        for (int number = 0; number < 5; ++number)
            add(number);
        add(5, false);
        const PhotosForPrint photos = photosForPrint(m_case->assessment(), reader());
        QCOMPARE(photos.pictures.size(), std::size_t{5});
        QCOMPARE(photos.changed + photos.unread, QStringList());
        for (const PhotoState &state : photoStates(m_case->assessment()))
            if (state.state == PhotoState::State::Confirmed)
                QCOMPARE(photos.pictures.at(state.entity.id),
                         must(pictureOf(m_case->assessment(), *state.record, reader())).jpeg);
        QCOMPARE(photosForPrint(m_case->assessment(), reader()).pictures, photos.pictures);
    }

    /// As they were looked at, whatever this machine would make of the evidence.
    void thePictureThatWasLookedAtIsPrinted()
    {
        add(0);
        const PhotoState photo = photoStates(m_case->assessment()).front();
        m_others[shaOf(*photo.record)] = "no photo any more";
        const PhotosForPrint printed = photosForPrint(m_case->assessment(), reader());
        QCOMPARE(printed.changed + printed.unread, QStringList());
        QCOMPARE(printed.pictures.size(), std::size_t{1});
    }

    /// A copy without them makes them anew, and prints what comes out the same.
    void whatComesOutOtherwiseIsNotPrinted()
    {
        const QString first = add(0);
        const QString second = add(1);
        const QString third = add(2);
        const auto photos = photoStates(m_case->assessment());
        for (const PhotoState &photo : photos)
            m_others[(*photo.record)[field::public_photo::picture]] = {};
        m_others[shaOf(*photos[0].record)] = drawnPhoto(400, 300, 9);
        m_others[shaOf(*photos[2].record)] = "no photo any more";
        const PhotosForPrint printed = photosForPrint(m_case->assessment(), reader());
        QCOMPARE(printed.changed, QStringList{first});
        QCOMPARE(printed.unread, QStringList{third});
        QCOMPARE(printed.pictures.size(), std::size_t{1});
        QVERIFY(printed.pictures.count(photos[1].entity.id) == 1);
    }

    void nothingIsReadWhereNothingIsConfirmed()
    {
        add(0, false);
        int asked = 0;
        const PhotosForPrint photos =
            photosForPrint(m_case->assessment(), [&asked](const QString &) -> Result<QByteArray> {
                ++asked;
                return QByteArray();
            });
        QVERIFY(photos.pictures.empty());
        QCOMPARE(asked, 0);
    }
};

QTEST_GUILESS_MAIN(TestPhotosForPrint)
#include "tst_photosforprint.moc"
