// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/edits/recordrules.h"
#include "core/identity/privatefile.h"
#include "core/parcel/parcel.h"
#include "tests/support/people.h"
#include "tests/ui/windowjourney.h"
#include "ui/pages/handover/handoverpage.h"
#include "ui/pages/handover/progresssheet.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fingerprint.h"
#include "ui/words/translations.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QUrl>
#include <map>

using namespace adit;
using namespace adit::test;

// A case is handed over by role in the window, and opened again by whom it was sealed to.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestHandover : public WindowJourney
{
    Q_OBJECT

private:
    HandoverPage &page() { return *named<HandoverPage>("handoverPage"); }
    QString label(const char *name) { return named<QLabel>(name)->text(); }
    bool isShown(const char *name) { return named<QWidget>(name)->isVisible(); }
    QString banner() { return named<Banner>("banner")->message(); }
    QString parcel() const { return m_folder->filePath(s("one.adit-parcel")); }
    QCheckBox &box(const char *name)
    {
        return *named<QCheckBox>(qPrintable(s("recipient-") + profileOf(name).shown().fingerprint()));
    }
    void handOver()
    {
        m_window->findChild<QAction *>(s("actionHandOver"))->trigger();
        QApplication::processEvents();
    }
    void actAs(const char *name)
    {
        m_window->workspace()->editor().actAs(std::make_shared<const Profile>(profileOf(name)));
    }
    void addCard(const char *name)
    {
        m_pathToOpen = m_folder->filePath(s(name) + s(".adit-card"));
        must(writePrivateFile(m_pathToOpen, cardOf(profileOf(name).shown())));
        click("addCard");
        QApplication::processEvents();
    }
    /// R. Salas makes a parcel for somebody.
    void makeParcelFor(const char *name, const char *role)
    {
        actAs("R. Salas");
        handOver();
        addCard(name);
        click(qPrintable(s("handoverRole-") + s(role)));
        m_pathOfParcel = parcel();
        make();
    }
    void make()
    {
        const qint64 before = document().facts().operations;
        click("makeParcel");
        QTRY_VERIFY(document().facts().operations > before);
        QApplication::processEvents();
    }
    void saveCase()
    {
        click("parcelSave");
        QTRY_VERIFY(named<QAbstractButton>("parcelSave")->isEnabled());
        QApplication::processEvents();
    }
    /// The window of somebody else, on whose laptop there is no case yet. The profile's file was never locked, so that
    /// any passphrase does.
    void sitDown(const char *name)
    {
        m_window.reset();
        m_settings->clear();
        const QString file = m_folder->filePath(s("own.adit-profile"));
        QFile::remove(file);
        must(writePrivateFile(file, profileOf(name).unlocked()));
        openWindow();
    }
    void openParcelWithProfile()
    {
        m_pathToOpen = parcel();
        m_window->findChild<QAction *>(s("actionOpenParcel"))->trigger();
        QApplication::processEvents();
        QVERIFY(isShown("passphrase"));
        named<QLineEdit>("passphrase")->setText(s("any words will do"));
        click("unlockProfile");
        QTRY_VERIFY(isShown("parcelSite"));
    }

private Q_SLOTS:
    void init()
    {
        begin();
        makeCase();
        must(document().apply(must(rate(document().view(), s("1.2.2.2"),
                                        {.rating = s("full"), .finding = s("Seen."), .notes = s("A note")}))));
    }
    void cleanup() { end(); }

    /// To who audits nobody, no text goes that names somebody; where it stands is said, and no file is asked for.
    void nobodyIsNamedToTheMine()
    {
        Draft draft(document().view(), Verb::AddPerson, {});
        const EntityRef person = document().newEntity(EntityKind::Person);
        draft.add(must(addRecord(draft.view(), person, {{{&infoOf(field::person::stakeholder), s("worker")}}})));
        const QString sealed = must(IdentityWriter(profileOf("R. Salas"))
                                        .seal(draft, person, infoOf(field::person::name), s("Abelard Quispe")));
        draft.add(must(changeRecord(draft.view(), person, {{{&infoOf(field::person::name), sealed}}})));
        must(document().apply(draft.edit()));
        must(
            document().apply(must(rate(document().view(), s("1.2.2.2"), {.finding = s("Abelard Quispe was heard.")}))));
        actAs("R. Salas");
        handOver();
        addCard("Ana Ruiz");
        click("handoverRole-mine");
        m_pathOfParcel = parcel();
        click("makeParcel");
        QVERIFY(!named<QAbstractButton>("makeParcel")->isEnabled()); // until all texts are looked through
        QTRY_VERIFY(banner().contains(s("It would name somebody")));
        QVERIFY2(banner().contains(s("The name of P-A01: 1.2.2.2, Finding")), qPrintable(banner()));
        QVERIFY(m_parcelSuggested.isEmpty());
        QVERIFY(named<QAbstractButton>("makeParcel")->isEnabled());
        must(document().apply(must(rate(document().view(), s("1.2.2.2"), {.finding = s("A foreman was heard.")}))));
        QApplication::processEvents();
        make();
        QVERIFY(QFile::exists(parcel()));
    }

    void parcelIsMadeAndOpenedByWhomItIsSealedTo()
    {
        makeParcelFor("Ana Ruiz", "mine");
        QVERIFY(QFile::exists(parcel()));
        QVERIFY(m_parcelSuggested.contains(s("-mine-")));
        QVERIFY(m_parcelSuggested.endsWith(s(".adit-parcel")));
        QVERIFY(banner().contains(s("The parcel was made.")));
        QCOMPARE(page().findChildren<QWidget *>(s("handoverRow")).size(), 1);
        QCOMPARE(label("handoverAs"), s("The mine"));
        QVERIFY(label("handoverTo").contains(s("Ana Ruiz")));
        QVERIFY(label("handoverTo").contains(s("By R. Salas.")));
        QVERIFY(!box("Ana Ruiz").isChecked()); // the next one is chosen anew
        QVERIFY(!named<QAbstractButton>("makeParcel")->isEnabled());

        sitDown("Ana Ruiz");
        openParcelWithProfile();
        QCOMPARE(label("parcelMaker"), s("R. Salas"));
        QCOMPARE(label("parcelFingerprint"), spoken(profileOf("R. Salas").shown().fingerprint()));
        QVERIFY(label("parcelRole").startsWith(s("The mine")));
        QVERIFY(label("parcelWithheld").contains(s("withheld")));
        m_pathToMake = m_folder->filePath(s("of ana"));
        saveCase();
        QVERIFY(m_window->workspace());
        QCOMPARE(document().facts().role, s("mine"));
        QCOMPARE(document().path(), m_pathToMake + s(".adit"));
        QCOMPARE(findingOf("1.2.2.2"), s("Seen."));
        QVERIFY(isShown("roleLine"));
        QVERIFY(label("roleWords").startsWith(s("This copy was made for: The mine.")));
        m_window->showStart();
        QVERIFY(!isShown("roleLine"));
    }

    void expertGetsChapters()
    {
        actAs("R. Salas");
        handOver();
        QVERIFY(!isShown("handoverChapters"));
        addCard("Ana Ruiz");
        click("handoverRole-expert");
        QApplication::processEvents();
        QVERIFY(isShown("handoverChapters"));
        named<QCheckBox>("chapter-1.2")->setChecked(true);
        QVERIFY(label("handoverWhat").contains(s("1.2")));
        m_pathOfParcel = m_folder->filePath(s("one")); // the ending is added
        make();
        sitDown("Ana Ruiz");
        openParcelWithProfile();
        QCOMPARE(label("parcelRole"), s("Expert, chapter 1.2"));
        m_pathToMake = m_folder->filePath(s("expert.adit"));
        saveCase();
        QCOMPARE(document().facts().chapters, QStringList{s("1.2")});
        QCOMPARE(label("roleWords"), s("This copy was made for: Expert, chapter 1.2. What this role does not write is "
                                       "refused."));
    }

    void copyForAnAuditorSaysNothing()
    {
        makeParcelFor("Ana Ruiz", "auditor");
        sitDown("Ana Ruiz");
        openParcelWithProfile();
        m_pathToMake = m_folder->filePath(s("auditor.adit"));
        saveCase();
        QCOMPARE(document().facts().role, s("auditor"));
        QVERIFY(!isShown("roleLine"));
    }

    void withoutAProfileItLeadsThere()
    {
        handOver();
        QVERIFY(isShown("handoverNothing"));
        QVERIFY(!isShown("makeParcel"));
        click("handoverOpenProfile");
        QCOMPARE(m_window->workspace()->currentPageId(), s("profile"));
    }

    void nobodyChosenMakesNothing()
    {
        actAs("R. Salas");
        handOver();
        QVERIFY(!named<QAbstractButton>("makeParcel")->isEnabled());
        click("handoverRole-mine");
        QVERIFY(!named<QAbstractButton>("makeParcel")->isEnabled());
        addCard("Ana Ruiz");
        QVERIFY(named<QAbstractButton>("makeParcel")->isEnabled());
        m_pathOfParcel.clear(); // a change of mind
        click("makeParcel");
        QVERIFY(isShown("handoverNothing"));
        box("Ana Ruiz").click();
        QVERIFY(!named<QAbstractButton>("makeParcel")->isEnabled());
    }

    void revokedProfileCannotBeTicked()
    {
        actAs("R. Salas");
        const Profile &ana = profileOf("Ana Ruiz");
        must(document().apply(must(introduce(document().view(), ana.shown()))));
        handOver();
        QVERIFY(box("Ana Ruiz").isEnabled());
        box("Ana Ruiz").click();
        must(document().apply(
            must(revoke(document().view(), ana, ana.shown(), QDate(2026, 6, 1), s("The laptop was stolen.")))));
        QApplication::processEvents();
        QVERIFY(!box("Ana Ruiz").isEnabled());
        QVERIFY(!box("Ana Ruiz").isChecked());
        QVERIFY(isShown("revoked"));
        addCard("Ana Ruiz");
        QVERIFY(!box("Ana Ruiz").isChecked());
        click("handoverRole-mine");
        QVERIFY(!named<QAbstractButton>("makeParcel")->isEnabled());
    }

    void whatIsNoCardIsRefused()
    {
        actAs("R. Salas");
        handOver();
        m_pathToOpen = document().path();
        click("addCard");
        QVERIFY(banner().contains(s("is not a profile")));
    }

    void namesAreSpokenOf()
    {
        actAs("R. Salas");
        const Profile &lead = profileOf("R. Salas");
        const EntityRef person = document().newEntity(EntityKind::Person);
        Draft draft(document().view(), Verb::Add, person.code);
        const FieldInfo &field = infoOf(field::person::name);
        draft.add(must(addRecord(draft.view(), person, {{{&infoOf(field::person::stakeholder), s("worker")}}})));
        const QString sealed = must(IdentityWriter(lead).seal(draft, person, field, s("Rosa Huamán")));
        draft.add(must(changeRecord(draft.view(), person, {{{&field, sealed}}})));
        must(document().apply(draft.edit()));
        handOver();
        addCard("Ana Ruiz");
        click("handoverRole-auditor");
        QVERIFY(label("handoverDetail").startsWith(s("Names of people stay here.")));
        must(document().apply(must(shareIdentities(document().view(), lead, profileOf("Ana Ruiz").shown()))));
        QVERIFY(label("handoverDetail").startsWith(s("Names of people go along")));
        click("handoverRole-mine");
        QVERIFY(label("handoverDetail").startsWith(s("Names of people stay here.")));
    }

    void foreignParcelIsSaidToBe()
    {
        makeParcelFor("Ana Ruiz", "mine");
        sitDown("Ben Mwangi");
        openParcelWithProfile();
        QVERIFY(isShown("parcelProblem"));
        QVERIFY(named<Banner>("parcelProblem")->message().contains(s("sealed to somebody else")));
        QVERIFY(!isShown("parcelSave"));
        click("parcelProfile");
        QTRY_VERIFY(isShown("saveCard"));
        m_window->showStart();
        QVERIFY(!m_window->workspace());
    }

    void damagedParcelIsSaidToBe()
    {
        makeParcelFor("Ana Ruiz", "mine");
        QFile file(parcel());
        QVERIFY(file.resize(file.size() - 100));
        sitDown("Ana Ruiz");
        openParcelWithProfile(); // its first piece is whole
        m_pathToMake = m_folder->filePath(s("damaged.adit"));
        saveCase();
        QVERIFY(named<Banner>("parcelProblem")->message().contains(s("no parcel that can be opened")));
        QVERIFY(!QFile::exists(m_pathToMake));
        QVERIFY(!m_window->workspace());
        click("parcelCancel");
        QVERIFY(isShown("startPage"));
    }

    void parcelIsOpenedByNameAsACaseIs()
    {
        makeParcelFor("Ana Ruiz", "mine");
        m_window->openCase(parcel());
        QApplication::processEvents();
        QVERIFY(isShown("openParcelPage"));
        click("back");
        QVERIFY(isShown("handoverPage"));
    }

    void droppedParcelIsOpened()
    {
        makeParcelFor("Ana Ruiz", "mine");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(parcel())});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QApplication::processEvents();
        QVERIFY(isShown("openParcelPage"));
        click("back");
        QVERIFY(isShown("handoverPage"));
    }

    /// It is written beside the window. Whoever cancels it finds no file and no record of it, however far it was.
    void aParcelInTheMakingIsCancelled()
    {
        actAs("R. Salas");
        handOver();
        addCard("Ana Ruiz");
        click("handoverRole-mine");
        m_pathOfParcel = parcel();
        const qint64 operations = document().facts().operations;
        const QStringList files = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
        click("makeParcel");
        QVERIFY(!named<QAbstractButton>("makeParcel")->isEnabled()); // one at a time
        named<ProgressSheet>("progressSheet")->findChild<QAbstractButton *>(s("progressStop"))->click();
        QTRY_VERIFY(named<QAbstractButton>("makeParcel")->isEnabled());
        QCOMPARE(document().facts().operations, operations);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), files);
        QVERIFY(isShown("handoverNothing"));
        QVERIFY(banner().contains(s("Cancelled.")));
        click("makeParcel"); // what was chosen stays
        QTRY_VERIFY(!page().findChildren<QWidget *>(s("handoverRow")).empty());
        QVERIFY(QFile::exists(parcel()));
    }

    void aParcelIsNotMadeOfACaseThatIsClosed()
    {
        actAs("R. Salas");
        handOver();
        addCard("Ana Ruiz");
        click("handoverRole-mine");
        m_pathOfParcel = parcel();
        click("makeParcel");
        m_window.reset();
        QVERIFY(!QFile::exists(parcel()));
    }

    void longWorkShowsHowFarItIs()
    {
        ProgressSheet sheet(s("Slow"), m_window.get());
        const auto count = sheet.counter();
        QVERIFY(!sheet.isVisible()); // what is over in a moment shows nothing
        QVERIFY(count(0.5));
        QTRY_VERIFY(sheet.isVisible());
        QTRY_COMPARE(sheet.findChild<QProgressBar *>()->value(), 500);
        sheet.findChild<QAbstractButton *>(s("progressStop"))->click();
        QVERIFY(sheet.isVisible()); // until the work has cleared up
        QVERIFY(sheet.isStopped());
        QVERIFY(!count(0.6));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    applyLook(application, Appearance::Light, QPalette());
    installTranslations(application, QLocale(QLocale::English));
    TestHandover test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_handover.moc"
