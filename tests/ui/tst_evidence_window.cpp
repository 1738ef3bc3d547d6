// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/backups.h"
#include "core/edits/takenfile.h"
#include "tests/support/photos.h"
#include "tests/ui/windowjourney.h"
#include "ui/models/picture.h"
#include "ui/pages/evidenceviewer.h"
#include "ui/pages/filepicture.h"
#include "ui/pages/records/filesform.h"
#include "ui/pages/records/picturegrid.h"
#include "ui/pages/records/recordpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTableView>

using namespace adit;
using namespace adit::test;

// Files on their way into a case, as a person brings them: chosen, dropped, pasted.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray photoBytes(const QColor &colour, int width = 640, int height = 480)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "JPEG"))
        qFatal("no JPEG");
    return bytes;
}

/// As a camera writes it: its data stand before the picture.
QByteArray cameraPhoto(const QColor &colour, const CameraData &data)
{
    const QByteArray head = jpegWith(exifBlock(data));
    return head.first(head.size() - 6) + photoBytes(colour).mid(2);
}

} // namespace

class TestEvidenceWindow : public WindowJourney
{
    Q_OBJECT

private:
    Workspace &workspace() { return *m_window->workspace(); }
    RecordPage &page() { return *named<RecordPage>("page-evidence"); }
    FilesForm &form() { return *named<FilesForm>("filesForm"); }
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }
    static void drop(QWidget *on, const QStringList &paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        data.setUrls(urls);
        const QPoint at = on->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(on, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(on, &drop);
    }
    std::vector<const Record *> evidence()
    {
        std::vector<const Record *> all;
        for (const auto &[id, record] : document().assessment().records(EntityKind::Evidence))
            if (!record.isBlank())
                all.push_back(&record);
        std::ranges::sort(all, {}, [](const Record *record) { return (*record)[field::evidence::label]; });
        return all;
    }
    const Record &one(std::size_t at) { return *evidence()[at]; }
    void press(QWidget &in, const char *name)
    {
        auto *button = in.findChild<QAbstractButton *>(QLatin1String(name));
        QVERIFY2(button && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void addNow(FilesForm &of)
    {
        QTRY_VERIFY(!of.intake().isBusy());
        press(of, "addFilesNow");
    }
    static QString refused(FilesForm &of)
    {
        const auto *banner = of.findChild<Banner *>(QStringLiteral("refusedFiles"));
        QStringList texts;
        for (const QLabel *label : banner->findChildren<QLabel *>())
            texts.append(label->text());
        return banner->isHidden() ? QString() : texts.join(QLatin1Char('\n'));
    }

private Q_SLOTS:
    void init()
    {
        begin();
        makeCase();
        workspace().goTo(QStringLiteral("evidence"));
    }
    void cleanup() { end(); }

    void filesThatAreChosenBecomeEvidenceInOneStep()
    {
        m_filesToAdd = {write(s("план.txt"), "plan"), write(s("photo.jpg"), photoBytes(Qt::red))};
        press(page(), "addFiles");
        QVERIFY(form().isVisible());
        addNow(form());
        QCOMPARE(evidence().size(), std::size_t(2));
        QCOMPARE(one(0)[field::evidence::title], s("план"));
        QCOMPARE(one(0)[field::evidence::medium], s("document"));
        QCOMPARE(one(1)[field::evidence::medium], s("photo"));
        QCOMPARE(one(1)[field::evidence::state], s("taken"));
        QVERIFY(one(1)[field::evidence::received]);
        QCOMPARE(must(document().content(one(0)[field::evidence::sha256])), QByteArray("plan"));
        QVERIFY(must(document().verify()).problems.empty());
        workspace().undo();
        QVERIFY(evidence().empty());
        workspace().redo();
        QCOMPARE(evidence().size(), std::size_t(2));
    }

    void whatIsCommonIsTypedOnce()
    {
        drop(&page(), {write(s("a.txt"), "a"), write(s("b.txt"), "b")});
        auto *requirements = form().findChild<QLineEdit *>(QStringLiteral("evidence-requirements"));
        QVERIFY(requirements);
        requirements->setFocus();
        QTest::keyClicks(requirements, QStringLiteral("1.1.1.1 "));
        addNow(form());
        for (const Record *record : evidence())
            QCOMPARE((*record)[field::evidence::requirements], QStringList{s("1.1.1.1")});
    }

    void photoTellsItsDayAndPlace()
    {
        drop(&page(), {write(s("IMG_1.jpg"), cameraPhoto(Qt::green, {"2025:05:05 14:03:22", -33.4569, -70.6483}))});
        addNow(form());
        QCOMPARE(one(0)[field::evidence::taken_at], s("2025-05-05T14:03:22"));
        QCOMPARE(one(0)[field::evidence::taken_where], s("-33.45690, -70.64830"));
        QCOMPARE(one(0)[field::evidence::effective], QDate(2025, 5, 5));
    }

    void filesThatCannotBeTakenAreNamedAndTheOthersComeIn()
    {
        QFile huge(m_folder->filePath(s("huge.mp4")));
        QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(qint64(5) * 1024 * 1024 * 1024));
        drop(&page(), {m_folder->filePath(s("gone.txt")), write(s("empty.txt"), {}), huge.fileName(), m_folder->path(),
                       write(s("broken.jpg"), jpegWith("broken")), write(s("good.txt"), "good")});
        QTRY_VERIFY(!form().intake().isBusy());
        for (const char *name : {"gone.txt", "empty.txt", "huge.mp4"})
            QVERIFY2(refused(form()).contains(QLatin1String(name)), name);
        QVERIFY(!refused(form()).contains(s("broken.jpg"))); // its data are broken, not the photo
        addNow(form());
        QCOMPARE(evidence().size(), std::size_t(2));
        QCOMPARE(one(1)[field::evidence::file_name], s("good.txt"));
    }

    void sameFileAgainIsLinkedAndNotStoredTwice()
    {
        const QString path = write(s("plan.txt"), "plan");
        drop(&page(), {path});
        addNow(form());
        assess().open(code("1.1.1.1"));
        workspace().goTo(QStringLiteral("assess"));
        drop(&assess(), {path, path});
        auto *beside = assess().findChild<FilesForm *>();
        QVERIFY(beside && beside->isVisible());
        QTRY_COMPARE(beside->intake().count(EvidenceIntake::State::Held), 2);
        QCOMPARE(beside->intake().items().front().heldAs, s("E-A01"));
        addNow(*beside);
        QCOMPARE(evidence().size(), std::size_t(1));
        QCOMPARE(one(0)[field::evidence::requirements], QStringList{s("1.1.1.1")});
    }

    void fileDroppedOnARequirementBearsOnIt()
    {
        workspace().goTo(QStringLiteral("assess"));
        go("1.2.2.2");
        drop(&assess(), {write(s("minutes.txt"), "minutes")});
        auto *beside = assess().findChild<FilesForm *>();
        addNow(*beside);
        QCOMPARE(one(0)[field::evidence::requirements], QStringList{s("1.2.2.2")});
        QVERIFY(!beside->isVisible());
    }

    void fileDroppedOnATextIsForThePageAndNotTypedIntoIt()
    {
        workspace().goTo(QStringLiteral("assess"));
        go("1.2.2.2");
        auto *notes = named<CommitTextEdit>("notes");
        drop(notes->viewport(), {write(s("minutes.txt"), "minutes")});
        QCOMPARE(notes->typed(), QString());
        auto *beside = assess().findChild<FilesForm *>();
        QVERIFY(beside && beside->isVisible());
        addNow(*beside);
        QCOMPARE(evidence().size(), std::size_t(1));
    }

    void pictureIsPasted()
    {
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QGuiApplication::clipboard()->setImage(image);
        page().focusMain();
        type(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(form().isVisible());
        addNow(form());
        QCOMPARE(one(0)[field::evidence::mime], s("image/png"));
        QCOMPARE(QImage::fromData(must(document().content(one(0)[field::evidence::sha256]))).size(), QSize(40, 30));
    }

    void filesThatWereCopiedArePasted()
    {
        auto *data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(write(s("copied.txt"), "copied"))});
        QGuiApplication::clipboard()->setMimeData(data);
        page().focusMain();
        type(Qt::Key_V, Qt::ControlModifier);
        addNow(form());
        QCOMPARE(one(0)[field::evidence::file_name], s("copied.txt"));
    }

    void pageIsNotLeftBeforeFilesAreAddedOrDropped()
    {
        const QByteArray bytes(1'000'000, 'x');
        drop(&page(), {write(s("long.bin"), bytes)});
        QTRY_VERIFY(!form().intake().isBusy());
        workspace().goTo(QStringLiteral("assess"));
        QCOMPARE(workspace().currentPageId(), s("evidence"));
        press(form(), "dropFiles");
        QVERIFY(!form().isVisible());
        // Nothing of it stays in the case.
        QTRY_VERIFY(!document().hasContent(takenFile({}, {}, bytes).facts.sha256));
        workspace().goTo(QStringLiteral("assess"));
        QCOMPARE(workspace().currentPageId(), s("assess"));
        QVERIFY(evidence().empty());
    }

    void readingIsStoppedHalfWay()
    {
        QStringList paths;
        for (int i = 0; i < 20; ++i)
            paths.append(write(s("%1.bin").arg(i), QByteArray(2'000'000, char('a' + i))));
        drop(&page(), paths);
        QTRY_VERIFY(form().intake().count(EvidenceIntake::State::Ready) > 0);
        press(form(), "dropFiles");
        QVERIFY(form().isEmpty());
        QTRY_VERIFY(!document().hasContent(takenFile({}, {}, QByteArray(2'000'000, 'a')).facts.sha256));
        QVERIFY(evidence().empty());
    }

    void caseClosesWhileFilesAreRead()
    {
        drop(&page(), {write(s("long.bin"), QByteArray(30'000'000, 'x'))});
        form().forgetPending();
        QVERIFY(m_window->closeCase());
        m_window->openCase(m_folder->filePath(s("case.adit")));
        QVERIFY(must(document().verify()).problems.empty());
    }

    void picturesAreShownInAGrid()
    {
        QStringList paths;
        for (int i = 0; i < 30; ++i)
            paths.append(write(s("photo %1.jpg").arg(i), photoBytes(QColor::fromHsv(12 * i, 200, 200))));
        const QByteArray heif =
            heifPicture(true, 320, 240).isEmpty() ? heifPicture(false, 320, 240) : heifPicture(true, 320, 240);
        paths.append(write(s("phone.heic"), heif));
        paths.append(write(s("no picture.jpg"), "no picture"));
        drop(&page(), paths);
        QTRY_VERIFY_WITH_TIMEOUT(!form().intake().isBusy(), 30'000);
        addNow(form());
        QCOMPARE(evidence().size(), std::size_t(32));
        auto *look = named<SegmentedControl>("evidenceLook");
        QTest::mouseClick(look->segment(1), Qt::LeftButton);
        auto *grid = named<PictureGrid>("pictures");
        QVERIFY(grid->isVisible());
        (void)grid->grab();
        QTRY_VERIFY(grid->thumbnails().made() > 0 && !grid->thumbnails().isBusy());
        grid->scrollToBottom();
        (void)grid->grab();
        QTRY_VERIFY(!grid->thumbnails().isBusy());
        // The picture is where its row is, in its colour.
        grid->setCurrentIndex(grid->model()->index(3, 0));
        (void)grid->grab();
        QTRY_VERIFY(!grid->thumbnails().isBusy());
        const QImage shot = grid->grab().toImage();
        const QPoint at = grid->visualRect(grid->currentIndex()).center() - QPoint(0, 20);
        const QColor seen = shot.pixelColor(at);
        QVERIFY2(std::abs(seen.hsvHue() - 36) < 12, qPrintable(seen.name()));
        grid->setFocus();
        type(Qt::Key_Return);
        QVERIFY(m_window->findChild<EvidenceViewer *>());
        QTRY_VERIFY(m_window->findChild<EvidenceViewer *>()->findChild<FilePicture *>());
    }

    void picturesComeTheRightWayUpAndSmall()
    {
        const QImage small = pictureOf(photoBytes(Qt::red, 2000, 1000), s("image/jpeg"), 200);
        QCOMPARE(small.size(), QSize(200, 100));
        const QByteArray heif = heifPicture(true, 320, 240);
        if (!heif.isEmpty()) {
            QCOMPARE(pictureOf(heif, s("image/avif"), 160).size(), QSize(160, 120));
            QVERIFY(pictureOf(heif.first(heif.size() / 8), s("image/avif"), 160).isNull());
        }
        QVERIFY(pictureOf("no picture", s("image/jpeg"), 160).isNull());
        QVERIFY(pictureOf("no drawing", s("image/svg+xml"), 160).isNull());
        QVERIFY(pictureOf("no paper", s("application/pdf"), 160).isNull());
    }

    void bytesThatABackupLeftOutComeBackWithTheFile()
    {
        const QString path = write(s("photo.jpg"), photoBytes(Qt::red));
        drop(&page(), {path});
        addNow(form());
        const QString hash = one(0)[field::evidence::sha256];
        const QString backup = must(Backups(m_folder->filePath(s("backups"))).backUp(document())).path;
        m_pathToOpen = backup;
        m_pathToMake = m_folder->filePath(s("restored.adit"));
        named<QAction>("actionRestore")->trigger();
        QCOMPARE(document().path(), m_pathToMake);
        QVERIFY(named<Banner>("banner")->message().contains(s("E-A01")));
        workspace().goTo(QStringLiteral("evidence"));
        QVERIFY(!document().hasContent(hash));
        const auto &[id, record] = *document().assessment().records(EntityKind::Evidence).begin();
        Q_EMIT page().recordActivated({EntityKind::Evidence, id, {}});
        auto *viewer = m_window->findChild<EvidenceViewer *>();
        const auto says = [&] {
            return std::ranges::any_of(viewer->findChildren<QLabel *>(),
                                       [](const QLabel *label) { return label->text().contains(s("backup")); });
        };
        QTRY_VERIFY(says());
        drop(&page(), {path});
        QTRY_COMPARE(form().intake().count(EvidenceIntake::State::Held), 1);
        QVERIFY(document().hasContent(hash));
        addNow(form());
        QVERIFY(must(document().verify()).absent.isEmpty());
    }
};

QTEST_MAIN(TestEvidenceWindow)
#include "tst_evidence_window.moc"
