// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/recordrules.h"
#include "core/identity/compartment.h"
#include "core/identity/privatefile.h"
#include "tests/ui/windowjourney.h"
#include "ui/pages/profile/profilepage.h"
#include "ui/pages/records/recordpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/commitline.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace adit;
using namespace adit::test;

// A person's own profile in the window, and what is done with it: names of witnesses, gates passed in one's own name
// (store.md, Security; process.md, Codes).

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestProfile : public WindowJourney
{
    Q_OBJECT

private:
    Editor &editor() { return m_window->workspace()->editor(); }
    ProfileKeeper &keeper() { return *m_window->findChild<ProfileKeeper *>(); }
    void write(const char *name, const QString &text) { named<QLineEdit>(name)->setText(text); }
    bool waitForProfile()
    {
        return QTest::qWaitFor([this] { return editor().profile() != nullptr; }, 60'000);
    }
    void makeProfile()
    {
        write("profileName", s("R. Salas"));
        write("newPassphrase", s("four words and more"));
        write("newPassphraseAgain", s("four words and more"));
        click("makeProfile");
        QVERIFY(waitForProfile());
    }
    void writeDownCode()
    {
        for (const int group : {4, 11}) {
            const QString text = named<QLabel>(qPrintable(s("recoveryGroup%1").arg(group)))->text();
            write(qPrintable(s("askedGroup%1").arg(group)), text);
        }
        click("codeWritten");
    }
    void openPerson()
    {
        must(document().apply(must(addRecord(document().view(), document().newEntity(EntityKind::Person),
                                             {{{&infoOf(field::person::stakeholder), s("worker")}}}))));
        m_window->workspace()->goTo(s("people"));
        qobject_cast<RecordPage *>(m_window->workspace()->currentPage())->openList(EntityKind::Person, s("P-A01"));
    }
    QString storedName()
    {
        return document().assessment().records(EntityKind::Person).begin()->second.text(field::person::name.index);
    }
    bool isShown(const char *name) { return named<QWidget>(name)->isVisible(); }

private Q_SLOTS:
    void init()
    {
        begin();
        makeCase();
    }
    void cleanup() { end(); }

    // From the first name on: the person makes a profile, writes the code down, and is back where the name belongs.
    void nameIsWrittenAfterTheProfileWasMade()
    {
        openPerson();
        QVERIFY(!isShown("identity-name"));
        click("openProfile");
        QCOMPARE(m_window->workspace()->currentPageId(), s("profile"));
        makeProfile();
        QCOMPARE(m_window->workspace()->currentPageId(), s("profile"));
        writeDownCode();
        QCOMPARE(m_window->workspace()->currentPageId(), s("people"));
        QVERIFY(isShown("identity-name"));
        auto *name = named<CommitLine>("identity-name");
        name->setText(s("Rosa Huamán"));
        name->commitNow();
        QVERIFY(isSealedText(storedName()));
        QCOMPARE(name->text(), s("Rosa Huamán"));
        QVERIFY(document().surroundings().actor.startsWith(s("R. Salas (")));
    }

    void wrongGroupKeepsTheCodeOnScreen()
    {
        m_window->workspace()->goTo(s("profile"));
        makeProfile();
        write("askedGroup4", s("00000"));
        click("codeWritten");
        QVERIFY(isShown("codeWritten"));
        writeDownCode();
        QVERIFY(isShown("fingerprint"));
    }

    void lockedProfileHidesNamesAndTheClipboardForgetsThem()
    {
        openPerson();
        click("openProfile");
        makeProfile();
        writeDownCode();
        auto *name = named<CommitLine>("identity-name");
        name->setText(s("Rosa Huamán"));
        name->commitNow();
        QGuiApplication::clipboard()->setText(s("Rosa Huamán"));
        keeper().lock();
        QVERIFY(!isShown("identity-name"));
        QVERIFY(name->text().isEmpty());
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QVERIFY(isShown("openProfile"));
        QGuiApplication::clipboard()->setText(s("something else"));
        click("openProfile");
        write("passphrase", s("four words and more"));
        click("unlockProfile");
        QVERIFY(waitForProfile());
        QCOMPARE(named<CommitLine>("identity-name")->text(), s("Rosa Huamán"));
        QCOMPARE(QGuiApplication::clipboard()->text(), s("something else"));
    }

    void idleProfileLocksItself()
    {
        m_window->workspace()->goTo(s("profile"));
        makeProfile();
        keeper().setIdleLimit(1);
        QTest::keyClick(m_window.get(), Qt::Key_Shift);
        QTRY_VERIFY(editor().profile() == nullptr);
    }

    void wrongPassphraseIsSaidAndChangesNothing()
    {
        m_window->workspace()->goTo(s("profile"));
        makeProfile();
        writeDownCode();
        click("lockProfile");
        write("passphrase", s("four words and less"));
        click("unlockProfile");
        QTRY_VERIFY_WITH_TIMEOUT(isShown("profileProblem"), 60'000);
        QVERIFY(named<Banner>("profileProblem")->message().contains(s("passphrase")));
        QVERIFY(editor().profile() == nullptr);
    }

    void shortOrDifferentPassphrasesAreRefused()
    {
        m_window->workspace()->goTo(s("profile"));
        write("newPassphrase", s("short"));
        write("newPassphraseAgain", s("other"));
        click("makeProfile");
        QVERIFY(isShown("profileProblem"));
        write("newPassphraseAgain", s("short"));
        write("newPassphrase", s("short"));
        click("makeProfile");
        QTRY_VERIFY_WITH_TIMEOUT(isShown("profileProblem"), 60'000);
        QVERIFY(!QFile::exists(m_folder->filePath(s("own.adit-profile"))));
    }

    void namesAreSharedByCard()
    {
        openPerson();
        click("openProfile");
        makeProfile();
        writeDownCode();
        named<CommitLine>("identity-name")->setText(s("Rosa Huamán"));
        named<CommitLine>("identity-name")->commitNow();
        const Profile lead = must(Profile::make(s("M. Otero"), {s("lead-auditor")}, QDate(2026, 1, 1)));
        m_pathToOpen = m_folder->filePath(s("otero.adit-card"));
        must(writePrivateFile(m_pathToOpen, cardOf(lead.shown())));
        m_window->workspace()->goTo(s("profile"));
        click("shareNames");
        const auto &[id, person] = *document().assessment().records(EntityKind::Person).begin();
        const auto read = Compartment(document().assessment(), lead)
                              .read({EntityKind::Person, id, s("P-A01")}, infoOf(field::person::name), storedName());
        QCOMPARE(must(read), s("Rosa Huamán"));
    }

    // A file that is no card: said, and nothing is shared.
    void anythingElseIsNoCard()
    {
        openPerson();
        click("openProfile");
        makeProfile();
        writeDownCode();
        m_pathToOpen = document().path();
        m_window->workspace()->goTo(s("profile"));
        click("shareNames");
        QCOMPARE(document().assessment().records(EntityKind::KeyShare).size(), std::size_t(0));
    }

    void cardAndProfileAreSavedForOthersAndForAnotherLaptop()
    {
        m_window->workspace()->goTo(s("profile"));
        makeProfile();
        writeDownCode();
        m_pathToMake = m_folder->filePath(s("card"));
        click("saveCard");
        QCOMPARE(must(readPublicProfile(must(readSmallFile(m_pathToMake)), {})).name, s("R. Salas"));
        m_pathToMake = m_folder->filePath(s("moved"));
        click("exportProfile");
        QVERIFY(unlock(must(readSmallFile(m_pathToMake)), s("four words and more"), {}));
    }

    // What is mine today follows from who opened their profile.
    void memberOfTheTeamIsKnownByTheirProfile()
    {
        must(document().apply(must(addRecord(document().view(), document().newEntity(EntityKind::TeamMember),
                                             {{{&infoOf(field::team_member::name), s("r. salas")},
                                               {&infoOf(field::team_member::role), s("auditor")}}}))));
        QVERIFY(m_window->workspace()->whoAmI().member().isEmpty());
        openProfile("M. Otero");
        QVERIFY(m_window->workspace()->whoAmI().member().isEmpty());
        openProfile("R. Salas");
        QCOMPARE(m_window->workspace()->whoAmI().member(), s("T-A01"));
    }

    void gateIsPassedInOnesOwnName()
    {
        m_window->workspace()->goTo(s("step:1"));
        click("passGates");
        QCOMPARE(m_window->workspace()->currentPageId(), s("profile"));
        makeProfile();
        writeDownCode();
        QCOMPARE(m_window->workspace()->currentPageId(), s("step:1"));
        click("passGates");
        QVERIFY(named<QComboBox>("gateToPass")->isVisible());
        QVERIFY(named<QComboBox>("gateToPass")->count() > 0);
    }
};

QTEST_MAIN(TestProfile)
#include "tst_profile.moc"
