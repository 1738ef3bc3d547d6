// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/redactionverbs.h"
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/release/guardedcase.h"
#include "core/release/releasebuild.h"
#include "core/release/releasefolder.h"
#include "core/report/report.h"
#include "core/review/decision.h"
#include "tests/core/report/photocase.h"
#include "tests/support/jpegs.h"
#include "tests/support/people.h"
#include "tests/ui/windowjourney.h"
#include "ui/look/look.h"
#include "ui/pages/publish/pageview.h"
#include "ui/pages/publish/publishpage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/markedtext.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/words/translations.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableView>

using namespace adit;
using namespace adit::test;

// Making an assessment public in the window: what holds it up, whose names are found, what is withheld and who decides
// on it, and a release that is built, signed and finished.

class TestPublishPage : public WindowJourney
{
    Q_OBJECT

private:
    static QString s(const char *text) { return QString::fromUtf8(text); }
    Workspace &workspace() { return *m_window->workspace(); }
    PublishPage &page() { return *named<PublishPage>("publishPage"); }
    void edit(const Result<Edit> &edit) { must(document().apply(must(edit))); }
    void actAs(const char *name)
    {
        workspace().editor().actAs(name ? std::make_shared<const Profile>(profileOf(name)) : nullptr);
        QApplication::processEvents();
    }
    void member(const char *name, const char *role)
    {
        edit(addRecord(document().view(), document().newEntity(EntityKind::TeamMember),
                       {{{&infoOf(field::team_member::name), s(name)},
                         {&infoOf(field::team_member::role), s(role)},
                         {&infoOf(field::team_member::profile), profileOf(name).shown().fingerprint()}}}));
    }
    void person(const char *name)
    {
        Draft draft(document().view(), Verb::AddPerson, {});
        const EntityRef ref = document().newEntity(EntityKind::Person);
        draft.add(must(addRecord(draft.view(), ref, {{{&infoOf(field::person::stakeholder), s("worker")}}})));
        const IdentityWriter writer(profileOf("lead"));
        const QString sealed = must(writer.seal(draft, ref, infoOf(field::person::name), s(name)));
        draft.add(must(changeRecord(draft.view(), ref, {{{&infoOf(field::person::name), sealed}}})));
        must(document().apply(draft.edit()));
        QApplication::processEvents();
    }
    void shareNames(const char *name)
    {
        edit(shareIdentities(document().view(), profileOf("lead"), profileOf(name).shown()));
    }
    void decideOn()
    {
        const auto history = must(document().workDone());
        const ProcessState process = processStateOf(document().view(), document().ratedItems(), document().today());
        const CaseView seen = document().view();
        edit(decide({seen, document().scoreCard(), process, history}, document().newEntity(EntityKind::Decision),
                    {.outcome = s("level"), .level = s("IRMA Transparency"), .reason = s("Small mine")},
                    profileOf("dora"), document().today()));
        QApplication::processEvents();
    }
    void look()
    {
        workspace().goTo(s("publish"));
        QApplication::processEvents();
    }
    void lookAt(const char *requirement)
    {
        workspace().goTo(s("assess"));
        go(requirement);
        QApplication::processEvents();
    }
    void press(const char *name)
    {
        click(name);
        QApplication::processEvents();
    }
    void write(const char *field, const char *text)
    {
        auto *edit = named<QPlainTextEdit>(field);
        edit->setFocus();
        QTest::keyClicks(edit, s(text));
    }
    QString label(const char *name) { return named<QLabel>(name)->text(); }
    QWidget *found(const char *name) { return page().findChild<QWidget *>(s(name)); }
    /// The link of a row of the gate.
    void follow(const char *hold)
    {
        auto *row = found(hold);
        QVERIFY(row);
        QTest::mouseClick(row->findChild<QAbstractButton *>(s("gateLink")), Qt::LeftButton);
        QApplication::processEvents();
    }
    bool isError(const char *words)
    {
        return std::ranges::any_of(m_window->findChildren<Banner *>(), [&](const Banner *banner) {
            return banner->isVisible() && banner->message().contains(s(words));
        });
    }
    void reason(const char *field, const char *code)
    {
        auto &reasons = *named<QComboBox>(field);
        reasons.setCurrentIndex(reasons.findData(s(code)));
    }
    RedactionState::State stateOf(const char *redaction)
    {
        for (const RedactionState &state : redactionStates(document().view(), document().today()))
            if ((*state.record)[field::redaction::label] == s(redaction))
                return state.state;
        qFatal("no such redaction");
    }
    void withhold(const char *passage)
    {
        edit(askRedaction(
            document().view(), document().newEntity(EntityKind::Redaction),
            {.target = s("answer/1.1.1.1"), .field = s("finding"), .passage = s(passage), .reason = s("B")},
            profileOf("lead"), document().today()));
        QApplication::processEvents();
    }
    void choose(int row)
    {
        auto &table = *named<QTableView>("withheldTable");
        table.setCurrentIndex(table.model()->index(row, 0));
        QApplication::processEvents();
    }
    void build()
    {
        m_pathOfRelease = m_folder->filePath(s("hill-1"));
        press("buildRelease");
        press("buildNow");
        QTRY_VERIFY_WITH_TIMEOUT(QDir(m_pathOfRelease).exists(), 60'000);
        QTRY_VERIFY(found("signRelease-1"));
    }
    void trigger(const char *action)
    {
        named<QAction>(action)->trigger();
        QApplication::processEvents();
    }
    /// Waits for the pages.
    void made() { QTRY_VERIFY_WITH_TIMEOUT(!page().isRendering(), 60'000); }
    QPdfDocument &pdf() { return *page().findChild<QPdfDocument *>(); }
    QString printed(int number = 0) { return pdf().getAllText(number).text(); }
    QString allPrinted()
    {
        QString text;
        for (int number = 0; number < pdf().pageCount(); ++number)
            text += printed(number);
        return text;
    }
    PageView &view() { return *named<PageView>("reportView"); }
    QString boxed()
    {
        const auto place = view().place();
        if (!place || place->lines.isEmpty())
            return {};
        const QRectF first = place->lines.first().boundingRect();
        const QRectF last = place->lines.last().boundingRect();
        const QPointF from(first.left() + 1, first.center().y());
        const QPointF to(last.right() - 1, last.center().y());
        return pdf().getSelection(place->page, from, to).text();
    }
    bool isBoxed(const char *words) { return boxed().simplified().contains(s(words)); }
    /// With the mouse, where they are printed for the first time.
    void markOnPage(const char *words)
    {
        page().pages()->showPlace({{}, {}, s(words)});
        QApplication::processEvents();
        const QRectF box = view().placeBox();
        QVERIFY(!box.isEmpty());
        const QPoint from(qRound(box.left()) + 4, qRound(box.center().y()));
        const QPoint to(qRound(box.right()) - 4, qRound(box.center().y()));
        QTest::mousePress(view().viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(view().viewport(), (from + to) / 2);
        QTest::mouseMove(view().viewport(), to);
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, to);
        QApplication::processEvents();
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// By whoever acts now; `count`: so many have signed then.
    void signNow(int count)
    {
        press("signRelease-1");
        QTRY_COMPARE_WITH_TIMEOUT(must(intactRelease(m_pathOfRelease)).manifest.signedRoles().size(), count, 60'000);
        QTRY_VERIFY(isError("was signed"));
    }

private Q_SLOTS:
    void init()
    {
        m_render = newReportJob;
        begin();
        const QString path = m_folder->filePath(s("case.adit"));
        must(CaseDocument::create(
                 path, smallStandard(s("1.1.1.1 1.1.1.2 1.2.1.1 2.1.1.1")),
                 {{{&infoOf(field::details::site), s("Hill")}, {&infoOf(field::details::mine), s("existing")}}},
                 repeatableSurroundings()))
            .reset();
        m_window->openCase(path);
        actAs("lead");
        member("lead", "lead-auditor");
        member("rita", "technical-reviewer");
        member("dora", "decision-maker");
        edit(rate(document().view(), s("1.1.1.1"),
                  {.rating = s("full"), .finding = s("The foreman Abelard Quispe was heard; the pay books agree.")}));
        for (const char *requirement : {"1.1.1.2", "1.2.1.1", "2.1.1.1"})
            edit(rate(document().view(), s(requirement), {.rating = s("full"), .finding = s("Seen")}));
    }
    void cleanup() { end(); }

    /// What holds a release up is said, with the way to where it is dealt with.
    void whatHoldsAReleaseUpLeadsToItsPlace()
    {
        look();
        QVERIFY(found("hold-not-decided"));
        QVERIFY(!named<QAbstractButton>("buildRelease")->isEnabled());
        follow("hold-not-decided");
        QCOMPARE(workspace().currentPageId(), s("review"));
        QCOMPARE(named<ReviewPage>("reviewPage")->currentView(), ReviewPage::Decision);
        decideOn();
        look();
        QVERIFY(!found("hold-not-decided"));
        QVERIFY(named<QAbstractButton>("buildRelease")->isEnabled());
        withhold("Abelard Quispe");
        QVERIFY(found("hold-redaction-waits"));
        QVERIFY(!named<QAbstractButton>("buildRelease")->isEnabled());
        follow("hold-redaction-waits");
        QVERIFY(named<QWidget>("redactionSheet")->isVisible());
        QVERIFY(label("redactionTitle").startsWith(s("RD-A01")));
    }

    /// Names that are sealed to others cannot be looked for.
    void whoCannotReadNamesIsSentToTheirProfile()
    {
        person("Abelard Quispe");
        decideOn();
        actAs(nullptr);
        look();
        QVERIFY(found("hold-names-unread"));
        QVERIFY(!named<QAbstractButton>("buildRelease")->isEnabled());
        follow("hold-names-unread");
        QCOMPARE(workspace().currentPageId(), s("profile"));
    }

    /// A photo is confirmed by somebody by name, who sees it as everybody will.
    void photoIsLookedAtAndConfirmed()
    {
        look();
        QVERIFY(!named<QWidget>("photosSection")->isVisible());
        PhotoCase photos(document());
        photos.add(s("1.1.1.1"), colourJpeg(), {}, false);
        QApplication::processEvents();
        QVERIFY(named<QWidget>("photosSection")->isVisible());
        QVERIFY(!found("photoPicture"));
        press("photoLook-F-A01");
        QVERIFY(named<QWidget>("photoPicture")->isVisible());
        QCOMPARE(found("photoPicture")->accessibleName(), PhotoWords().description);
        const auto state = [&] { return photoStates(document().assessment()).front().state; };
        actAs(nullptr);
        press("photoNobody");
        QCOMPARE(workspace().currentPageId(), s("profile"));
        QCOMPARE(state(), PhotoState::State::Waiting);
        actAs("rita");
        look();
        press("photoNobody");
        QCOMPARE(state(), PhotoState::State::Confirmed);
        const Record &photo = *photoStates(document().assessment()).front().record;
        QCOMPARE(photo[field::public_photo::confirmed_by], profileOf("rita").shown().fingerprint());
        QVERIFY(!found("photoNobody"));
    }

    void consentForAPhotoSaysWhereItIs()
    {
        PhotoCase photos(document());
        photos.add(s("1.1.1.1"), colourJpeg(), {}, false);
        look();
        press("photoLook-F-A01");
        press("photoConsent");
        write("photoConsentJustification", "E-A07, form of 3 May");
        press("photoConsentConfirm");
        const PhotoState state = photoStates(document().assessment()).front();
        QCOMPARE(state.state, PhotoState::State::Confirmed);
        QCOMPARE((*state.record)[field::public_photo::consent], s("E-A07, form of 3 May"));
        press("photoRemove");
        QCOMPARE(photoStates(document().assessment()).front().state, PhotoState::State::TakenOut);
        QVERIFY(!named<QWidget>("photosSection")->isVisible());
    }

    /// Asked on the requirement, decided by somebody else; the mark is what the public sees.
    void passageIsWithheldBySomebodyElse()
    {
        lookAt("1.1.1.1");
        auto &finding = *named<CommitTextEdit>("finding");
        QVERIFY(finding.find(s("Abelard Quispe")));
        press("findingWithhold");
        QVERIFY(named<QWidget>("findingWithholdForm")->isVisible());
        QVERIFY(label("findingWithholdWhat").contains(s("Abelard Quispe")));
        reason("findingWithholdReason", "B");
        QVERIFY(label("findingWithholdPrinted").contains(s("[withheld · protection of persons]")));
        write("findingWithholdRequest", "He could be dismissed");
        press("findingWithholdAsk");
        QCOMPARE(stateOf("RD-A01"), RedactionState::State::Asked);
        auto &printed = *named<MarkedText>("findingPrinted");
        QVERIFY(printed.isVisible());
        QCOMPARE(printed.typed(), s("The foreman [withheld · protection of persons] was heard; the pay books agree."));
        press("findingAsPrinted");
        QVERIFY(!printed.isVisible());
        QVERIFY(finding.isVisible());

        look();
        const QAbstractItemModelTester tester(named<QTableView>("withheldTable")->model());
        choose(0);
        press("redactionApprove");
        QCOMPARE(stateOf("RD-A01"), RedactionState::State::Asked);
        QVERIFY(isError("who asked for a redaction does not decide on it"));
        actAs("dora");
        press("redactionApprove");
        QCOMPARE(stateOf("RD-A01"), RedactionState::State::Approved);
        QTRY_VERIFY_WITH_TIMEOUT(!page().isRendering(), 60'000);
        QVERIFY(!found("hold-redaction-waits"));
        QVERIFY(!named<QWidget>("redactionApprove")->isVisible());
    }

    /// What is selected in the list is shown on its page.
    void placeOfWhatIsWithheldIsShown()
    {
        withhold("Abelard Quispe");
        look();
        QTRY_VERIFY_WITH_TIMEOUT(!page().isRendering(), 60'000);
        QCOMPARE(page().pages()->currentPage(), 0);
        choose(0);
        QTRY_VERIFY(page().pages()->currentPage() > 0);
        QVERIFY(isBoxed("withheld · protection of persons"));
        QVERIFY(view().viewport()->rect().contains(view().placeBox().toRect()));
        trigger("report-in-fr");
        made();
        choose(-1);
        choose(0);
        QVERIFY(isBoxed("protection des personnes"));
    }

    /// The box stands where the view draws the words: its layout is that of the view.
    void boxStandsOnItsPage()
    {
        withhold("Abelard Quispe");
        look();
        made();
        for (const QSize &size : {QSize(1366, 768), QSize(1100, 900)}) {
            m_window->resize(size);
            QApplication::processEvents();
            const int last = pdf().pageCount() - 1;
            view().verticalScrollBar()->setValue(view().verticalScrollBar()->maximum());
            QApplication::processEvents();
            const qreal below = view().viewport()->height() - view().pageBox(last).bottom();
            QVERIFY2(qAbs(below - view().documentMargins().bottom() - view().pageSpacing()) <= 2,
                     qPrintable(QString::number(below)));
        }
    }

    /// A name that was found and a photo are shown where they are printed.
    void nameAndPhotoAreShownWhereTheyArePrinted()
    {
        person("Abelard Quispe");
        PhotoCase photos(document());
        photos.add(s("1.1.1.1"), colourJpeg(), {}, false);
        look();
        made();
        press("nameOnPage");
        QVERIFY(isBoxed("Abelard Quispe"));
        press("photoLook-F-A01");
        QVERIFY(isBoxed("1.1.1.1")); // it is not printed yet: where it will be
    }

    /// Words that are marked on a page are withheld of the text in which they stand.
    void wordsMarkedOnAPageAreWithheld()
    {
        look();
        made();
        markOnPage("pay books agree");
        QVERIFY(named<QWidget>("withholdMarked")->isVisible());
        press("withholdMarked");
        QVERIFY(named<QWidget>("withholdForm")->isVisible());
        QCOMPARE(label("withholdTitle"), s("Withhold of 1.1.1.1, Finding"));
        QCOMPARE(label("withholdWhat"), s("Withheld: “pay books agree”"));
        press("withholdCancel");
        markOnPage("Seen"); // it stands in three findings
        press("withholdMarked");
        QVERIFY(label("withholdTitle").startsWith(s("These words stand in more than one text")));
        auto &found = *named<QTableView>("withholdFound");
        QCOMPARE(found.model()->rowCount(), 3);
        found.setCurrentIndex(found.model()->index(1, 0));
        QCOMPARE(label("withholdWhat"), s("Withheld: “Seen”"));
        reason("withholdReason", "B");
        press("withholdAsk");
        const Record &redaction = *redactionStates(document().view(), document().today()).front().record;
        QCOMPARE(redaction[field::redaction::target], s("answer/1.2.1.1"));
        made();
        markOnPage("Public summary"); // the program's own words
        press("withholdMarked");
        QVERIFY(isError("words as they stand in the text"));
    }

    /// Not only requirements: whatever is printed is found by its number or its words, and withheld in part or whole.
    void anythingPrintedIsWithheld()
    {
        PhotoCase photos(document());
        photos.add(s("1.1.1.1"), colourJpeg(), {}, false);
        edit(describe(document().view(), {{&infoOf(field::details::facilities), s("Pit\nTailings dam")}}));
        edit(addRecord(document().view(), document().newEntity(EntityKind::Nonconformity),
                       {{{&infoOf(field::nonconformity::title), s("Sirens")},
                         {&infoOf(field::nonconformity::grade), s("minor")},
                         {&infoOf(field::nonconformity::state), s("raised")},
                         {&infoOf(field::nonconformity::description), s("Sirens are not heard, not even near.")}},
                        {{&infoOf(field::nonconformity::requirements), {s("1.1.1.1")}}}}));
        look();
        press("askWithholding");
        named<QLineEdit>("withholdSearch")->setText(s("tailings"));
        QCOMPARE(label("withholdWhat"), s("Withheld: “Tailings”"));
        named<QLineEdit>("withholdSearch")->setText(s("NC-A01"));
        QCOMPARE(named<QTableView>("withholdFound")->model()->rowCount(), 2); // its title too
        named<QLineEdit>("withholdSearch")->setText(s("not heard"));
        auto &text = *named<QPlainTextEdit>("withholdText");
        text.moveCursor(QTextCursor::Start);
        QVERIFY(text.find(s("not")));
        QCOMPARE(label("withholdWhat"), s("Withheld: “not”, in all 2 places where it stands."));
        reason("withholdReason", "B");
        press("withholdAsk");
        QVERIFY(named<QWidget>("redactionAnew")->isVisible());
        QVERIFY(named<QTableView>("withheldTable")->model()->index(0, 2).data().toString().contains(s("2 places")));
        QApplication::processEvents(); // the sheet is laid out
        press("redactionAnew");
        QVERIFY2(label("withholdTitle").contains(s("NC-A01, ")), qPrintable(label("withholdTitle")));
        press("withholdCancel");
        press("askWithholding");
        named<QLineEdit>("withholdSearch")->setText(s("spillway"));
        auto &fields = *named<QComboBox>("withholdField");
        fields.setCurrentIndex(fields.findText(s("The photo as a whole")));
        Q_EMIT fields.activated(fields.currentIndex());
        QVERIFY(label("withholdWhat").startsWith(s("The picture is withheld")));
        reason("withholdReason", "A");
        press("withholdAsk");
        const auto states = redactionStates(document().view(), document().today());
        QCOMPARE((*states.back().record)[field::redaction::target], s("public_photo/F-A01"));
        QVERIFY(!states.back().record->has(field::redaction::field_name));
    }

    /// Words that are gone from their text are shown as such, with the way to ask for others.
    void wordsThatAreGoneAreAskedForAnew()
    {
        withhold("Abelard Quispe");
        edit(rate(document().view(), s("1.1.1.1"), {.finding = s("The foreman was heard; the pay books agree.")}));
        look();
        QVERIFY(
            named<QTableView>("withheldTable")->model()->index(0, 2).data().toString().contains(s("no such words")));
        choose(0);
        QVERIFY(label("redactionHold").contains(s("ask anew")));
        press("redactionAnew");
        QCOMPARE(label("withholdTitle"), s("Withhold of 1.1.1.1, Finding"));
    }

    /// A passage of a release is shown to one party later, as the release had it.
    void withheldPassageIsDisclosedLater()
    {
        withhold("Abelard Quispe");
        edit(decideRedaction(document().view(), s("RD-A01"), true, {}, profileOf("dora"), document().today()));
        decideOn();
        look();
        build();
        edit(rate(document().view(), s("1.1.1.1"), {.finding = s("Another text.")}));
        QApplication::processEvents();
        m_pathOfPdf = m_folder->filePath(s("passage.json"));
        trigger("disclose-1-RD-A01");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_pathOfPdf), 60'000);
        QVERIFY(bytesOf(m_pathOfPdf).contains("Abelard Quispe"));
        QVERIFY(m_printSuggested.endsWith(s("Hill, release 1, RD-A01.json")));
        const auto files = must(readReleaseFiles(m_pathOfRelease));
        QVERIFY(must(isDisclosedPassage(bytesOf(m_pathOfPdf), files, must(intactRelease(m_pathOfRelease)).manifest,
                                        m_pathOfPdf)));
        QVERIFY(isError("The withheld passage was written"));
    }

    void refusingAndWithdrawingNeedAReason()
    {
        withhold("Abelard Quispe");
        look();
        choose(0);
        actAs("dora");
        press("redactionRefuse");
        QCOMPARE(stateOf("RD-A01"), RedactionState::State::Asked);
        QVERIFY(isError("why it is refused"));
        write("redactionDecision", "He asked to be named");
        workspace().goTo(s("assess"));
        QCOMPARE(workspace().currentPageId(), s("publish")); // what is typed is not lost
        press("redactionRefuse");
        QCOMPARE(stateOf("RD-A01"), RedactionState::State::Refused);
        QVERIFY(!named<QWidget>("redactionRefuse")->isVisible());
    }

    /// Any text of an answer may be asked for from the page itself.
    void textIsChosenByItsRequirement()
    {
        look();
        press("askWithholding");
        auto *form = named<QWidget>("withholdForm");
        QVERIFY(form->isVisible());
        QVERIFY(!named<QAbstractButton>("withholdAsk")->isEnabled());
        named<QLineEdit>("withholdSearch")->setText(s("1.1.1.1"));
        auto *text = named<QPlainTextEdit>("withholdText");
        QVERIFY(text->toPlainText().startsWith(s("The foreman")));
        QVERIFY(label("withholdWhat").startsWith(s("All of the text")));
        QVERIFY(named<QWidget>("withholdReasonWords")->isHidden());
        QVERIFY(!named<QAbstractButton>("withholdAsk")->isEnabled()); // no reason is chosen yet
        reason("withholdReason", "C");
        QVERIFY(named<QWidget>("withholdBasis")->isVisible());
        QVERIFY(label("withholdReasonWords").startsWith(s("Prices, terms")));
        press("withholdAsk");
        QVERIFY(isError("a score rests on")); // trade secrets do not hide it
        QVERIFY(text->find(s("pay books")));
        press("withholdAsk");
        QVERIFY(form->isVisible()); // why no score rests on it
        write("withholdBasis", "The rest says what was seen");
        press("withholdAsk");
        QVERIFY(!form->isVisible());
        const auto states = redactionStates(document().view(), document().today());
        QCOMPARE(states.size(), std::size_t(1));
        QVERIFY(label("redactionTitle").startsWith(s("RD-A01"))); // what was refused has taken no number
    }

    /// A sentence that tells who somebody is holds nothing up, and is to be read again; withheld, it is gone.
    void tellingSentenceIsReadAgain()
    {
        look();
        QVERIFY(!found("tellingRow"));
        edit(rate(document().view(), s("1.1.1.2"),
                  {.finding = s("Pay is fair. The nurse of the village said on 12 May 2026 that it is not.")}));
        look();
        QVERIFY(found("tellingRow"));
        QVERIFY(!found("hold-name-blocks"));
        const QString shown = found("tellingRow")->findChild<MarkedText *>()->typed();
        QVERIFY2(shown.contains(s("The nurse of the village")), qPrintable(shown));
        QCOMPARE(label("tellingWhy"), s("Says what somebody does, where, when: together that may be one person."));
        press("tellingGo");
        QCOMPARE(workspace().currentPageId(), s("assess"));
        QCOMPARE(assess().current(), std::optional(code("1.1.1.2")));
        look();
        press("tellingWithhold");
        QVERIFY(named<QWidget>("withholdForm")->isVisible());
        press("withholdCancel");
    }

    /// A whole name never passes; a part does, by a second person with a reason.
    void partOfANameIsLetPassByASecondPerson()
    {
        person("Abelard Quispe");
        edit(rate(document().view(), s("1.1.1.2"), {.finding = s("The valley of Abelard was visited.")}));
        decideOn();
        shareNames("rita");
        look();
        QVERIFY(found("hold-name-blocks"));
        QVERIFY(found("nameBlock"));
        QVERIFY(!found("nameBlock")->findChild<MarkedText *>()->typed().contains(s("Quispe")));
        QVERIFY(found("nameCheck")->findChild<MarkedText *>()->typed().contains(s("Abelard")));
        QTest::mouseClick(found("nameBlock")->findChild<QAbstractButton *>(s("nameGo")), Qt::LeftButton);
        QCOMPARE(workspace().currentPageId(), s("assess"));
        QCOMPARE(assess().current(), std::optional(code("1.1.1.1")));
        look();
        press("nameWithhold");
        QVERIFY(named<QWidget>("withholdForm")->isVisible());
        QCOMPARE(label("withholdWhat"), s("Withheld: “Abelard Quispe”"));
        press("withholdCancel");

        press("namePass");
        write("passNameJustification", "It is the name of the valley");
        press("passNameConfirm");
        QVERIFY(found("nameCheck"));
        QVERIFY(isError("may not do this")); // who wrote the text
        workspace().forgetPending();
        actAs("rita");
        press("namePass");
        write("passNameJustification", "It is the name of the valley");
        press("passNameConfirm");
        QVERIFY(!found("nameCheck"));
        QVERIFY(!found("hold-name-to-pass"));
        QVERIFY(label("namesNote").startsWith(s("1 let pass")));
    }

    void withoutAProfileNothingIsDoneInOnesName()
    {
        decideOn();
        withhold("Abelard Quispe");
        actAs(nullptr);
        look();
        choose(0);
        press("redactionApprove");
        QCOMPARE(workspace().currentPageId(), s("profile"));
        QCOMPARE(stateOf("RD-A01"), RedactionState::State::Asked);
        lookAt("1.1.1.1");
        press("findingWithhold");
        QCOMPARE(workspace().currentPageId(), s("profile"));
    }

    /// Built, signed by three, finished: on record.
    void releaseIsBuiltSignedAndFinished()
    {
        decideOn();
        look();
        QVERIFY(found("releasesNothing"));
        build();
        QVERIFY(isError("It is an unsigned draft until three have signed it"));
        QCOMPARE(label("releaseNumber"), s("Release 1"));
        press("finishRelease-1");
        QTRY_VERIFY(isError("not everybody has signed"));
        signNow(1);
        press("signRelease-1"); // once more
        QTRY_VERIFY(isError("There is nothing to change"));
        actAs("rita");
        signNow(2);
        QVERIFY(label("releaseFacts").contains(s("Signed by lead auditor, technical reviewer")));
        actAs("dora");
        signNow(3);
        press("finishRelease-1");
        QTRY_VERIFY(isError("is signed by all roles"));
        const Record &release = *releasesOf(document().assessment()).front();
        QVERIFY(release.has(field::release::finished));
        QVERIFY(!found("signRelease-1"));

        press("withdrawRelease-1");
        write("withdrawReleaseJustification", "A number was wrong.");
        press("withdrawReleaseConfirm");
        QVERIFY(releasesOf(document().assessment()).front()->has(field::release::withdrawn));
        QVERIFY(label("releaseFacts").contains(s("A number was wrong.")));
        press("buildRelease");
        QVERIFY(named<QWidget>("buildChanges")->isVisible()); // of the second one on
        QVERIFY(!named<QAbstractButton>("buildNow")->isEnabled());
        write("buildChanges", "The number was put right.");
        QVERIFY(named<QAbstractButton>("buildNow")->isEnabled());
    }

    /// Files that are not as they were built are not signed.
    void alteredFilesAreNotSigned()
    {
        decideOn();
        look();
        build();
        QFile report(m_pathOfRelease + s("/report.pdf"));
        QVERIFY(report.open(QIODevice::Append) && report.write("x") == 1);
        report.close();
        press("signRelease-1");
        QTRY_VERIFY(isError("the files are not as they were built"));
    }

    /// The report's kind and language are chosen over its pages; what is looked at is what is saved.
    void reportIsLookedAtAndSavedInAnotherLanguage()
    {
        look();
        made();
        QVERIFY(printed().contains(s("Public summary")));
        trigger("report-in-fr");
        made();
        QVERIFY(printed().contains(s("Résumé public")));
        m_pathOfPdf = m_folder->filePath(s("hill.pdf"));
        trigger("saveAsPdf");
        QVERIFY(bytesOf(m_pathOfPdf).startsWith("%PDF"));
        QVERIFY(m_printSuggested.endsWith(s("Hill, public-fr.pdf")));
        m_pathOfPdf = m_folder->filePath(s("hill.html"));
        trigger("saveAsWebPage");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_pathOfPdf), 60'000);
        QVERIFY(bytesOf(m_pathOfPdf).contains("lang=\"fr\""));
        QVERIFY(m_printSuggested.endsWith(s("Hill, public-fr.html")));
        trigger("report-scorecard");
        made();
        QCOMPARE(pdf().pageCount(), 1);
    }

    /// The language is kept with the case, and a release is made in it.
    void releaseIsMadeInTheChosenLanguage()
    {
        decideOn();
        look();
        trigger("report-in-fr");
        QVERIFY(label("buildLanguage").contains(s("Français")));
        build();
        QVERIFY(bytesOf(m_pathOfRelease + s("/report.html")).contains("lang=\"fr\""));
        workspace().remember();
        const QString path = document().path();
        m_window->closeCase();
        m_window->openCase(path);
        QCOMPARE(page().reportLanguage(), s("fr"));
    }

    /// A draft is for one reader, by name; without one there is none.
    void draftIsMadeForANamedReader()
    {
        look();
        made();
        QVERIFY(!named<QWidget>("reportReader")->isVisible());
        trigger("report-draft");
        QVERIFY(named<QWidget>("reportReader")->isVisible());
        QCOMPARE(pdf().pageCount(), 0);
        QVERIFY(!named<QAbstractButton>("saveReport")->isEnabled());
        auto *name = named<QLineEdit>("reportCopyFor");
        QTest::keyClicks(name, s("R. Okafor"));
        QTest::keyClick(name, Qt::Key_Return);
        made();
        QVERIFY(printed().contains(s("R. Okafor")));
        trigger("report-public");
        QVERIFY(!named<QWidget>("reportReader")->isVisible());
        made();
        QVERIFY(!printed().contains(s("R. Okafor")));
    }

    /// What does not go to the public is made for its reader, and names nobody.
    void fullReportNamesNobody()
    {
        person("Abelard Quispe");
        look();
        made();
        trigger("report-full");
        made();
        QVERIFY(isError("Finding"));
        QCOMPARE(pdf().pageCount(), 0);
        QVERIFY(!named<QAbstractButton>("saveReport")->isEnabled());
        actAs(nullptr);
        made();
        QCOMPARE(pdf().pageCount(), 0); // whom it could hurt cannot be known
        actAs("lead");
        edit(rate(document().view(), s("1.1.1.1"), {.finding = s("The price is 14 soles. The pay books agree.")}));
        edit(askRedaction(document().view(), document().newEntity(EntityKind::Redaction),
                          {.target = s("answer/1.1.1.1"),
                           .field = s("finding"),
                           .passage = s("14 soles"),
                           .reason = s("C"),
                           .scoreBasis = s("The books agree")},
                          profileOf("lead"), document().today()));
        made();
        QVERIFY(allPrinted().contains(s("14 soles")));
        trigger("report-public");
        made();
        QVERIFY(!allPrinted().contains(s("14 soles")));
    }

    /// Only a surveillance audit has a summary of one.
    void surveillanceSummaryIsOfferedWhereItFits()
    {
        look();
        auto *menu = named<QAbstractButton>("reportKind")->findChild<QMenu *>();
        const auto *action = menu->findChild<QAction *>(s("report-surveillance"));
        Q_EMIT menu->aboutToShow();
        QVERIFY(!action->isVisible());
        edit(describe(document().view(), {{&infoOf(field::details::kind), s("surveillance")}}));
        made();
        Q_EMIT menu->aboutToShow();
        QVERIFY(action->isVisible());
        trigger("report-surveillance");
        made();
        QVERIFY(pdf().pageCount() > 1);
    }

    /// Where there is no room for both, one is chosen.
    void narrowWindowsShowPagesOrRelease()
    {
        look();
        QVERIFY(!named<QWidget>("publishSides")->isVisible());
        m_window->resize(800, 700);
        QApplication::processEvents();
        QVERIFY(named<QWidget>("reportView")->isVisible());
        QVERIFY(!named<QWidget>("buildRelease")->isVisible());
        QTest::mouseClick(named<SegmentedControl>("publishSides")->segment(1), Qt::LeftButton);
        QApplication::processEvents();
        QVERIFY(!named<QWidget>("reportView")->isVisible());
        QVERIFY(named<QWidget>("buildRelease")->isVisible());
        person("Abelard Quispe");
        made();
        press("nameOnPage"); // leads to the pages
        QVERIFY(named<QWidget>("reportView")->isVisible());
        made();
        QTRY_VERIFY(isBoxed("Abelard Quispe"));
        QVERIFY(view().viewport()->rect().contains(view().placeBox().toRect()));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    applyLook(application, Appearance::Light, QPalette());
    installTranslations(application, QLocale(QLocale::English));
    TestPublishPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_publishpage.moc"
