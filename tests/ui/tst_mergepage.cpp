// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parcel/parcel.h"
#include "core/storage/rolecopy.h"
#include "tests/ui/windowjourney.h"
#include "ui/look/look.h"
#include "ui/pages/assess/treepanel.h"
#include "ui/pages/merge/conflictview.h"
#include "ui/pages/merge/mergepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/words/translations.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDir>
#include <QLabel>
#include <QListView>
#include <map>

using namespace adit;
using namespace adit::test;

// The work of two people comes together in the window: looked at, taken in, decided.

class TestMergePage : public WindowJourney
{
    Q_OBJECT

private:
    static QString s(const char *text) { return QString::fromUtf8(text); }
    MergePage &page() { return *named<MergePage>("mergePage"); }
    QListView &list() { return *named<QListView>("conflictList"); }
    QString label(const char *name) { return named<QLabel>(name)->text(); }
    MarkedText &result() { return *named<MarkedText>("conflictResult"); }

    void find(CaseDocument &document, const char *requirement, const char *finding, const char *rating = nullptr)
    {
        RatingInput input{.finding = s(finding)};
        if (rating)
            input.rating = s(rating);
        must(document.apply(must(rate(document.view(), s(requirement), input))));
    }
    /// A colleague's copy, with what was done in it.
    QString colleague(const std::function<void(CaseDocument &)> &work)
    {
        QString path = m_folder->filePath(s("ben.adit"));
        must(document().saveCopy(path));
        Surroundings surroundings = repeatableSurroundings(77);
        surroundings.actor = s("Ben Mwangi");
        const auto copy = must(CaseDocument::open(path, surroundings));
        work(*copy);
        return path;
    }
    static const Profile &profileOf(const char *name)
    {
        static std::map<std::string, Profile> known;
        const auto found = known.find(name);
        return found != known.end()
                   ? found->second
                   : known.emplace(name, must(Profile::make(s(name), {}, QDate(2026, 5, 1)))).first->second;
    }
    void actAs(const char *name)
    {
        m_window->workspace()->editor().actAs(std::make_shared<const Profile>(profileOf(name)));
        QApplication::processEvents();
    }
    /// What a colleague did, sealed to somebody.
    QString parcelFor(const char *name)
    {
        QString parcel = m_folder->filePath(s("ben.adit-parcel"));
        colleague([&](CaseDocument &copy) {
            copy.surroundings().profile = std::make_shared<const Profile>(profileOf("Ben Mwangi"));
            find(copy, "1.2.2.1", "Seen", "full");
            must(makeParcel(copy, {s("lead-auditor"), {}, {profileOf(name).shown()}}, parcel));
        });
        return parcel;
    }
    QStringList filesHere() const
    {
        return QDir(m_folder->path()).entryList({s("*adit*")}, QDir::Files | QDir::Hidden);
    }
    void look(const QString &path)
    {
        m_pathToOpen = path;
        m_window->findChild<QAction *>(s("actionMerge"))->trigger();
        QTRY_VERIFY(!page().isBusy());
        QApplication::processEvents();
    }
    void take()
    {
        click("mergeTake");
        QTRY_VERIFY(!page().isBusy());
    }

private Q_SLOTS:
    void init()
    {
        begin();
        makeCase();
        find(document(), "1.2.2.2", "The office is open on Mondays.");
    }
    void cleanup() { end(); }

    void whatWouldComeInIsShownFirst()
    {
        look(colleague([&](CaseDocument &copy) {
            find(copy, "1.2.2.1", "Seen", "full");
            find(copy, "1.2.2.2", "The office is open on Mondays and Fridays.");
        }));
        QCOMPARE(m_window->workspace()->currentPageId(), s("merge"));
        QCOMPARE(label("mergeSum"), s("2 changes by 1 person, 0 conflicts"));
        QCOMPARE(ratingOf("1.2.2.1"), QString());
        take();
        QCOMPARE(ratingOf("1.2.2.1"), s("full"));
        QCOMPARE(findingOf("1.2.2.2"), s("The office is open on Mondays and Fridays."));
        QCOMPARE(label("mergeCount"), s("Nothing to decide"));
        QVERIFY(!named<QWidget>("conflicts")->isVisible());
        QVERIFY(named<Banner>("mergeBanner")->isVisible());
    }

    void whatCopiesForRolesDoNotHoldIsSaidAndComesLater()
    {
        const QString whole = colleague([&](CaseDocument &copy) {
            find(copy, "1.2.2.1", "Seen", "full");
            find(copy, "1.2.2.2", "The office is open on Mondays and Fridays.");
        });
        const QString part = m_folder->filePath(s("part.adit"));
        {
            const auto copy = must(CaseDocument::open(whole, repeatableSurroundings(78)));
            const auto sees = [](const Operation &operation) {
                return operation.entity.code != QLatin1String("1.2.2.1");
            };
            must(copy->copyDoor().saveCopyFor(part, {sees, true, true}, {}));
        }
        look(part);
        QCOMPARE(label("mergeSum"), s("1 change by 1 person, 0 conflicts"));
        QVERIFY(label("mergeNotes").startsWith(s("2 entries of Ben Mwangi come without their content.\n")));
        take();
        QCOMPARE(ratingOf("1.2.2.1"), QString());
        look(whole);
        QCOMPARE(label("mergeSum"), s("No new changes, but more of what is here; 0 conflicts"));
        QVERIFY(label("mergeNotes").startsWith(s("2 entries that are here without their content get it now.\n")));
        take();
        QCOMPARE(ratingOf("1.2.2.1"), s("full"));
        type(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(ratingOf("1.2.2.1"), QString());
    }

    void whatIsNotWantedStaysOut()
    {
        look(colleague([&](CaseDocument &copy) { find(copy, "1.2.2.1", "Seen", "full"); }));
        click("mergeDrop");
        QCOMPARE(ratingOf("1.2.2.1"), QString());
        QVERIFY(named<QLabel>("mergeNothing")->isVisible());
    }

    /// What was looked at goes on from a merge that is taken out meanwhile: nobody's file is to blame.
    void whatWasReadBeforeTheCaseChangedIsReadAgain()
    {
        const QString path = colleague([&](CaseDocument &copy) { find(copy, "1.2.2.1", "Seen", "full"); });
        look(path);
        take();
        {
            const auto copy = must(CaseDocument::open(path, repeatableSurroundings(79)));
            find(*copy, "1.2.2.1", "Seen twice");
        }
        look(path);
        must(document().undo());
        take();
        QApplication::processEvents();
        QCOMPARE(findingOf("1.2.2.1"), QString());
        QVERIFY(named<Banner>("mergeBanner")->message().startsWith(s("This case changed since")));
        click("mergeReadAgain");
        QApplication::processEvents(); // buttons of a banner are heard in the next round
        QTRY_VERIFY(!page().isBusy());
        QApplication::processEvents();
        QVERIFY(!named<Banner>("mergeBanner")->isVisible());
        take();
        QCOMPARE(findingOf("1.2.2.1"), s("Seen twice"));
    }

    void bothChangesOfATextAreCombined()
    {
        const QString path =
            colleague([&](CaseDocument &copy) { find(copy, "1.2.2.2", "The office is open on Mondays and Fridays."); });
        find(document(), "1.2.2.2", "The small office is open on Mondays.");
        look(path);
        QVERIFY(label("mergeSum").endsWith(s("1 conflict")));
        take();
        QVERIFY(named<QWidget>("conflicts")->isVisible());
        const QAbstractItemModelTester tester(list().model());
        QCOMPARE(label("conflictPlace"), s("1 of 1"));
        QCOMPARE(named<SegmentedControl>("conflictChoice")->current(), 2);
        QCOMPARE(result().typed(), s("The small office is open on Mondays and Fridays."));
        result().setFocus();
        QTest::keyClick(&result(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(findingOf("1.2.2.2"), s("The small office is open on Mondays and Fridays."));
        QVERIFY(document().conflicts().empty());
        QVERIFY(!named<QWidget>("conflicts")->isVisible());
        type(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().conflicts().size(), std::size_t(1));
    }

    void oneOfTwoIsTakenByKey()
    {
        const QString path = colleague([&](CaseDocument &copy) { find(copy, "1.2.2.2", "Ben’s.", "none"); });
        find(document(), "1.2.2.2", "Mine.", "full");
        look(path);
        take();
        QCOMPARE(document().conflicts().size(), std::size_t(2));
        QCOMPARE(label("conflictPlace"), s("1 of 2"));
        click("nextConflict");
        QCOMPARE(label("conflictPlace"), s("2 of 2"));
        click("previousConflict");
        list().setFocus();
        const ConflictView &view = *m_window->findChild<ConflictView *>();
        const auto &versions = view.conflict()->versions;
        const int bens = versions[0].actor == s("Ben Mwangi") ? 0 : 1;
        QTest::keyClick(m_window->findChild<ConflictView *>(), bens == 0 ? Qt::Key_1 : Qt::Key_2, Qt::AltModifier);
        QCOMPARE(result().typed(), s("Ben’s."));
        click("conflictUse");
        QCOMPARE(findingOf("1.2.2.2"), s("Ben’s."));
        QCOMPARE(label("mergeCount"), s("1 to decide"));
        QVERIFY(!result().isVisible());
        QTest::keyClick(m_window->findChild<ConflictView *>(), Qt::Key_2, Qt::AltModifier);
        const QString second = *view.conflict()->versions[1].value;
        click("conflictUse");
        QCOMPARE(ratingOf("1.2.2.2"), second);
        QCOMPARE(label("mergeCount"), s("Nothing to decide"));
    }

    void whatIsLeftOpenStays()
    {
        const QString path = colleague([&](CaseDocument &copy) { find(copy, "1.2.2.2", "Ben’s."); });
        find(document(), "1.2.2.2", "Mine.");
        look(path);
        take();
        click("conflictLeave");
        QCOMPARE(document().conflicts().size(), std::size_t(1));
        click("conflictWhere");
        QCOMPARE(m_window->workspace()->currentPageId(), s("assess"));
        QVERIFY(named<QWidget>("requirementConflict")->isVisible());
        assess().showFiltered({.also = RequirementConditions::Also::InConflict});
        QCOMPARE(assess().current(), std::optional(code("1.2.2.2")));
        go("1.2.2.1");
        QVERIFY(!named<QWidget>("requirementConflict")->isVisible());
        go("1.2.2.2");
        QApplication::processEvents();
        click("decideConflict");
        QApplication::processEvents();
        QCOMPARE(m_window->workspace()->currentPageId(), s("merge"));
        m_window->workspace()->goBack();
        QTest::mouseClick(named<QAbstractButton>("conflicts"), Qt::LeftButton);
        QCOMPARE(m_window->workspace()->currentPageId(), s("merge"));
    }

    void whatIsNoCopyIsRefused()
    {
        const QString path = m_folder->filePath(s("other.adit"));
        must(CaseDocument::create(path, catalogue(), {{{&infoOf(field::details::site), s("Dale")}}},
                                  repeatableSurroundings(5)));
        look(path);
        QVERIFY(named<Banner>("mergeBanner")->isVisible());
        QVERIFY(named<Banner>("mergeBanner")->message().contains(s("no copy of this assessment")));
        QVERIFY(document().conflicts().empty());
    }

    /// A parcel is read as the case that is in it, once the profile is open that it is sealed to.
    void aParcelIsMergedStraightAway()
    {
        const QString parcel = parcelFor("R. Salas");
        const QStringList files = filesHere();
        look(parcel);
        QCOMPARE(m_window->workspace()->currentPageId(), s("merge"));
        QVERIFY(named<Banner>("mergeBanner")->message().contains(s("opens with the profile that it is sealed to")));
        click("mergeOpenProfile");
        QTRY_COMPARE(m_window->workspace()->currentPageId(), s("profile"));
        actAs("R. Salas");
        QTRY_VERIFY(!page().isBusy());
        m_window->workspace()->goTo(s("merge"));
        QApplication::processEvents();
        QVERIFY(named<QLabel>("mergeMaker")->isVisible());
        QVERIFY(label("mergeMaker").contains(s("Ben Mwangi")));
        QVERIFY(label("mergeSum").startsWith(s("1 change by 1 person")));
        take();
        QCOMPARE(ratingOf("1.2.2.1"), s("full"));
        QCOMPARE(filesHere(), files); // it was opened into a file that is gone
        const auto &handovers = document().assessment().records(EntityKind::Handover);
        QCOMPARE(handovers.size(), std::size_t(1)); // as whoever opens one keeps it
        QCOMPARE(handovers.begin()->second[field::handover::made_by], profileOf("Ben Mwangi").shown().fingerprint());
        QVERIFY(must(document().verify()).problems.empty());
        look(parcel);
        QVERIFY(label("mergeSum").startsWith(s("All that is in it")));
        click("mergeDrop");
        QCOMPARE(filesHere(), files);
    }

    void aParcelThatDoesNotOpenIsSaidToBe_data()
    {
        QTest::addColumn<QString>("reader");
        QTest::addColumn<int>("cut");
        QTest::addColumn<QString>("words");
        QTest::newRow("for somebody else") << s("Ana Ruiz") << 0 << s("sealed to somebody else");
        QTest::newRow("cut") << s("R. Salas") << 100 << s("no parcel that can be opened");
    }
    void aParcelThatDoesNotOpenIsSaidToBe()
    {
        QFETCH(QString, reader);
        QFETCH(int, cut);
        QFETCH(QString, words);
        QFile file(parcelFor("R. Salas"));
        QVERIFY(file.resize(file.size() - cut));
        const QStringList files = filesHere();
        actAs(reader.toUtf8().constData());
        look(file.fileName());
        QVERIFY(named<Banner>("mergeBanner")->message().contains(words));
        QVERIFY(named<QLabel>("mergeNothing")->isVisible());
        QCOMPARE(filesHere(), files);
        QCOMPARE(ratingOf("1.2.2.1"), QString());
    }

    void aParcelOfAnotherCaseIsRefused()
    {
        const QString parcel = parcelFor("R. Salas");
        QVERIFY(m_window->closeCase());
        const QString other = m_folder->filePath(s("other.adit"));
        must(CaseDocument::create(other, catalogue(), {{{&infoOf(field::details::site), s("Dale")}}},
                                  repeatableSurroundings(5)))
            .reset();
        m_window->openCase(other);
        actAs("R. Salas");
        look(parcel);
        QVERIFY(named<Banner>("mergeBanner")->message().contains(s("no copy of this assessment")));
        QVERIFY(named<Banner>("mergeBanner")->message().contains(s("ben.adit-parcel")));
    }

    void undoTakesTheMergeOut()
    {
        look(colleague([&](CaseDocument &copy) { find(copy, "1.2.2.1", "Seen", "full"); }));
        take();
        QCOMPARE(ratingOf("1.2.2.1"), s("full"));
        type(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(ratingOf("1.2.2.1"), QString());
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    applyLook(application, Appearance::Light, QPalette());
    installTranslations(application, QLocale(QLocale::English));
    TestMergePage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mergepage.moc"
