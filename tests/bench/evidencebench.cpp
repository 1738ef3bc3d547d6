// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/backups.h"
#include "core/edits/takenfile.h"
#include "core/evidence/filereader.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/support/builders.h"
#include "ui/pages/records/filesform.h"
#include "ui/pages/records/picturegrid.h"
#include "ui/pages/records/recordpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractButton>
#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QThread>

namespace adit::bench {

namespace {

constexpr int photos = 400;

/// A photo of 12 million pixels and about 5 MB, as a phone makes it; the number makes it another one.
QByteArray photoBytes(int number)
{
    static const QByteArray photo = [] {
        QImage image(4000, 3000, QImage::Format_RGB32);
        quint32 noise = 1;
        for (int y = 0; y < image.height(); ++y) {
            auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x) {
                noise = noise * 1664525u + 1013904223u;
                const int grain = static_cast<int>(noise >> 27);
                row[x] = qRgb((x / 16 + grain) & 255, (y / 12 + grain) & 255, (x + y) / 28 & 255);
            }
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "JPEG", 92);
        return bytes;
    }();
    return photo + QByteArray::number(number); // behind the end of the picture
}

/// The longest time that the window needed before it looked at its next events.
class BlockWatch final
{
public:
    void round()
    {
        QElapsedTimer timer;
        timer.start();
        QCoreApplication::processEvents();
        m_worst = std::max(m_worst, double(timer.nsecsElapsed()) / 1e6);
        // As a window waits for its next event: who asks without a pause is made to wait by the system.
        QThread::usleep(200);
    }
    template <typename Done>
    void until(Done done)
    {
        while (!done())
            round();
    }
    double worst() const { return m_worst; }
    void reset() { m_worst = 0; }

private:
    double m_worst = 0;
};

void makeCase(const QString &path)
{
    auto document = test::must(CaseDocument::create(path, test::catalogue(), {}, test::repeatableSurroundings()));
    const FieldInfo &title = infoOf(field::evidence::title);
    const FieldInfo &state = infoOf(field::evidence::state);
    for (int i = 0; i < photos; ++i)
        test::must(document->apply(test::must(
            addTakenEvidence(document->view(), document->newEntity(EntityKind::Evidence),
                             {{{&title, QStringLiteral("Photo %1").arg(i)}, {&state, QStringLiteral("taken")}}},
                             takenFrom(QStringLiteral("IMG_%1.jpg").arg(i), photoBytes(i))))));
}

void row(const char *name, const char *promised, double milliseconds)
{
    report(name, promised, {milliseconds, milliseconds, milliseconds});
}

/// How long an edit may have to wait for a file that comes in: one part.
void measureStep(CaseDocument &document)
{
    const TakenFile file = takenFrom(QStringLiteral("step.jpg"), photoBytes(-1));
    qint64 part = CaseDocument::partsOf(file.bytes.size()) - 1;
    report("256 KiB of a file stored, beside the window", "", measure(static_cast<int>(part) - 1, [&] {
               test::must(document.contentDoor().keepPart(file.facts.sha256, file.bytes, part--));
           }));
    while (test::must(document.contentDoor().dropPart(file.facts.sha256)))
        ;
}

void measureAdding(Workspace &workspace, const QString &folder)
{
    auto *page = workspace.findChild<RecordPage *>(QStringLiteral("page-evidence"));
    std::vector<double> whole;
    std::vector<double> blocks;
    std::vector<double> edits;
    std::vector<double> shows;
    constexpr int runs = 10;
    for (int i = 0; i < runs; ++i) {
        QFile file(folder + QStringLiteral("/new%1.jpg").arg(i));
        (void)file.open(QIODevice::WriteOnly);
        file.write(photoBytes(photos + i));
        file.close();
        QElapsedTimer timer;
        timer.start();
        BlockWatch watch;
        page->takeFiles(intakeSources(QStringList{file.fileName()}));
        watch.round();
        shows.push_back(double(timer.nsecsElapsed()) / 1e6);
        watch.reset();
        auto *form = page->findChild<FilesForm *>();
        watch.until([&] { return !form->intake().isBusy(); });
        whole.push_back(double(timer.nsecsElapsed()) / 1e6);
        blocks.push_back(watch.worst());
        watch.reset();
        timer.restart();
        form->findChild<QAbstractButton *>(QStringLiteral("addFilesNow"))->click();
        watch.round();
        edits.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(whole);
    std::ranges::sort(blocks);
    std::ranges::sort(edits);
    std::ranges::sort(shows);
    report("show the form for a file", "16 ms", {shows[runs / 2], shows[runs - 1], shows[runs - 1]});
    report("a photo of 5 MB: read, hashed, stored", "", {whole[runs / 2], whole[runs - 1], whole[runs - 1]});
    report("  longest block of the window meanwhile", "16 ms", {blocks[runs / 2], blocks[runs - 1], blocks[runs - 1]});
    report("  then the edit that names it, with the page", "16 ms + syncs",
           {edits[runs / 2], edits[runs - 1], edits[runs - 1]});
}

void measureScrolling(Workspace &workspace)
{
    auto *look = workspace.findChild<SegmentedControl *>(QStringLiteral("evidenceLook"));
    BlockWatch watch;
    QElapsedTimer timer;
    timer.start();
    look->segment(1)->click();
    watch.round();
    auto *grid = workspace.findChild<PictureGrid *>();
    row("show 2 GB of photos as pictures", "", double(timer.nsecsElapsed()) / 1e6);
    watch.until([&] { return grid->thumbnails().made() > 0 && !grid->thumbnails().isBusy(); });
    row("  until the first screen has its pictures", "", double(timer.nsecsElapsed()) / 1e6);
    watch.reset();
    QScrollBar *bar = grid->verticalScrollBar();
    std::vector<double> frames;
    for (int at = 0; at <= bar->maximum(); at += 40) {
        QElapsedTimer frame;
        frame.start();
        bar->setValue(at);
        grid->viewport()->repaint();
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
        frames.push_back(double(frame.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(frames);
    report("  scroll through them, each frame", "16 ms",
           {frames[frames.size() / 2], frames[frames.size() * 95 / 100], frames.back()});
    watch.until([&] { return !grid->thumbnails().isBusy(); });
}

} // namespace

void measureEvidence()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("photos.adit"));
    makeCase(path);
    std::printf("%-44s %10.1f MB, photos of %.1f MB\n", "a case of 400 photos", double(QFile(path).size()) / 1e6,
                double(photoBytes(0).size()) / 1e6);
    report("open it", "300 ms",
           measure(5, [&] { keep(test::must(CaseDocument::open(path, test::repeatableSurroundings())) != nullptr); }));
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Services services;
    services.settings = &settings;
    services.surroundings = [] { return test::repeatableSurroundings(); };
    MainWindow window(services);
    window.resize(1366, 768);
    window.show();
    window.openCase(path);
    window.workspace()->goTo(QStringLiteral("evidence"));
    QCoreApplication::processEvents();
    measureStep(window.workspace()->document());
    measureAdding(*window.workspace(), folder.path());
    measureScrolling(*window.workspace());
    const Backups backups(folder.filePath(QStringLiteral("backups")));
    QElapsedTimer timer;
    timer.start();
    const auto made = test::must(backups.backUp(window.workspace()->document()));
    row("back it up, without the photos", "", double(timer.nsecsElapsed()) / 1e6);
    std::printf("%-44s %10.1f MB\n", "the backup's size", double(QFile(made.path).size()) / 1e6);
}

} // namespace adit::bench
