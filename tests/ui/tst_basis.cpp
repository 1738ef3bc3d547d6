// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample.h"
#include "tests/ui/windowjourney.h"
#include "ui/pages/evidenceviewer.h"
#include "ui/pages/filepicture.h"
#include "ui/widgets/itemrow.h"

#include <QLabel>
#include <QPdfDocument>
#include <algorithm>

using namespace adit;
using adit::test::must;

/// What a rating rests on, as a person finds and opens it beside the requirement.
class TestBasis : public test::WindowJourney
{
    Q_OBJECT

private:
    /// Rows whose name begins so.
    ItemRow *row(const QString &name)
    {
        for (ItemRow *item : assess().findChildren<ItemRow *>())
            if (item->text().startsWith(name))
                return item;
        return nullptr;
    }
    EvidenceViewer *viewer() { return m_window->findChild<EvidenceViewer *>(); }
    QString shown()
    {
        QStringList texts;
        for (const QLabel *label : viewer()->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(QLatin1Char('\n'));
    }
    void press(const QString &name)
    {
        ItemRow *item = row(name);
        QVERIFY2(item, qPrintable(name));
        item->setFocus();
        QTest::keyClick(item, Qt::Key_Return);
        QVERIFY(viewer() && viewer()->isVisible());
    }

private Q_SLOTS:
    void init()
    {
        begin();
        const QString path = m_folder->filePath(QStringLiteral("sample.adit"));
        must(makeSample(path, 1, test::repeatableSurroundings())).reset();
        m_window->openCase(path);
        go("2.5.1.1");
    }
    void cleanup() { end(); }

    void paperIsOpenedFromTheCase()
    {
        press(QStringLiteral("Emergency plan, revision 7"));
        QTRY_VERIFY(viewer()->findChild<QPdfDocument *>());
        auto *pages = viewer()->findChild<QPdfDocument *>();
        QTRY_COMPARE(pages->status(), QPdfDocument::Status::Ready);
        QVERIFY(pages->pageCount() >= 1);
        viewer()->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!viewer());
    }
    void pictureIsOpenedFromTheCase()
    {
        press(QStringLiteral("Inundation maps"));
        QTRY_VERIFY(viewer()->findChild<FilePicture *>());
        QVERIFY(viewer()->findChild<FilePicture *>()->isReadable());
        press(QStringLiteral("Emergency plan")); // one viewer at a time
        QCOMPARE(m_window->findChildren<EvidenceViewer *>().size(), 1);
    }
    void whatWasOnlySeenSaysWhere()
    {
        for (const auto &[id, evidence] : document().assessment().records(EntityKind::Evidence)) {
            if (evidence[field::evidence::state] != QLatin1String("sighted"))
                continue;
            assess().open(*RequirementCode::fromString(evidence[field::evidence::requirements].first()));
            press(evidence[field::evidence::title]);
            QVERIFY(shown().contains(evidence[field::evidence::place]));
            return;
        }
        QFAIL("nothing was only seen");
    }
    void interviewShowsPseudonymsAndSummary()
    {
        for (const auto &[id, interview] : document().assessment().records(EntityKind::Interview)) {
            if (interview[field::interview::requirements].isEmpty() || interview[field::interview::people].isEmpty())
                continue;
            assess().open(*RequirementCode::fromString(interview[field::interview::requirements].first()));
            const auto rows = assess().findChildren<ItemRow *>();
            const QString label = interview[field::interview::label];
            const auto found =
                std::ranges::find_if(rows, [&](const ItemRow *item) { return item->accessibleName().contains(label); });
            QVERIFY(found != rows.end());
            (*found)->click();
            QVERIFY(shown().contains(interview[field::interview::summary]));
            QVERIFY(shown().contains(interview[field::interview::people].first()));
            return;
        }
        QFAIL("no interview");
    }
    void whatIsNoPictureIsNotDrawn()
    {
        QVERIFY(!FilePicture(QByteArray("no picture at all")).isReadable());
        QVERIFY(!FilePicture(QImage()).isReadable());
    }
    void requirementWithoutAnythingHasNoEmptyList()
    {
        QVERIFY(m_window->closeCase());
        makeCase();
        go("1.1.1.1");
        QVERIFY(assess().findChildren<ItemRow *>().isEmpty());
    }
};

QTEST_MAIN(TestBasis)
#include "tst_basis.moc"
