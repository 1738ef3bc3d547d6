// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/papers/paperdesk.h"

#include "core/edits/receipts.h"
#include "core/papers/auditplan.h"
#include "core/papers/concernreceipt.h"
#include "core/papers/paperwords.h"
#include "core/papers/reviewcomments.h"
#include "core/papers/teamproposal.h"
#include "core/release/guardedcase.h"
#include "core/report/report.h"
#include "ui/pages/assess/reasonform.h"
#include "ui/pages/papers/limitspanel.h"
#include "ui/pages/records/recordpage.h"
#include "ui/widgets/buttonmenu.h"
#include "ui/widgets/committextedit.h"
#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QMenu>

namespace adit {

namespace {

/// Left blank, as the form of the mine calls it.
QString wordFor(const QString &missing)
{
    if (const FieldInfo *field = findField(EntityKind::Details, missing))
        return fieldLabel(*field);
    return missing == QLatin1String("contact") ? PaperDesk::tr("Contact") : PaperDesk::tr("Languages");
}

ReportJob jobFor(const Paper &paper, const PublicAssessment &around, PaperFormat format)
{
    if (format == PaperFormat::Html)
        return [paper](const std::function<bool(double)> &) -> Result<QByteArray> { return paperHtml(paper); };
    return [paper, around](const std::function<bool(double)> &progress) -> Result<QByteArray> {
        ADIT_TRY_ASSIGN(const auto typesetter, pdf::Typesetter::create());
        return paperPdf(paper, around, *typesetter, progress);
    };
}

/// The same, once it is known that it names nobody.
ReportJob guarded(const ReportJob &draw, const Paper &paper, const Assessment &assessment,
                  const std::vector<ProtectedPerson> &people)
{
    return [draw, title = paper.title, text = paperText(paper), people,
            assessment = std::make_shared<const Assessment>(assessment)](
               const std::function<bool(double)> &progress) -> Result<QByteArray> {
        ADIT_TRY(textMayLeave(*assessment, NameGuard(people), title, text));
        return draw(progress);
    };
}

} // namespace

PaperDesk::PaperDesk(Editor &editor, PathChooser choosePath, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_choosePath(std::move(choosePath))
{
    connect(&m_worker, &ReportWorker::finished, this, &PaperDesk::take);
}

PublicAssessment PaperDesk::disclosed() const
{
    const CaseDocument &document = m_editor.document();
    return publicAssessment(document.view(), document.ratedItems(), document.scoreCard());
}

void PaperDesk::save(const QString &what, const Result<Paper> &paper, const PublicAssessment &around,
                     PaperFormat format, bool leavesTeam)
{
    if (!paper) {
        Q_EMIT failed(paper.error());
        return;
    }
    const QString path =
        m_choosePath(QStringLiteral("%1, %2.%3").arg(paper->title.left(60), what, paperFormatCode(format)));
    if (path.isEmpty())
        return;
    m_path = path;
    m_missing.clear();
    for (const QString &missing : paper->missing)
        m_missing.append(wordFor(missing));
    const ReportJob draw = jobFor(*paper, around, format);
    const CaseDocument &document = m_editor.document();
    const auto people = leavesTeam ? protectedPeople(document.assessment(), document.facts().role,
                                                     document.surroundings().profile.get())
                                   : std::vector<ProtectedPerson>();
    m_isGuarded = people.has_value();
    m_worker.start(people && !people->empty() ? guarded(draw, *paper, document.assessment(), *people) : draw);
}

void PaperDesk::take(const Result<QByteArray> &bytes)
{
    const auto written = bytes ? writeReport(m_path, *bytes) : Result<>(bytes.error());
    if (!written)
        Q_EMIT failed(written.error());
    else
        Q_EMIT saved(m_path, m_missing, m_isGuarded);
}

void PaperDesk::makeAnnouncement(const AnnouncementInput &input, PaperFormat format)
{
    const PublicAssessment assessment = disclosed();
    save(QStringLiteral("announcement-") + input.language, announcement(assessment, input), assessment, format);
}

Result<RecordInput> PaperDesk::publication(const AnnouncementInput &input) const
{
    ADIT_TRY_ASSIGN(const Paper paper, announcement(disclosed(), input));
    return RecordInput{.values = {{&infoOf(field::announcement::language), input.language},
                                  {&infoOf(field::announcement::text), paperText(paper)}}};
}

std::vector<PaperDesk::Offer> PaperDesk::offersOf(const QString &pageId)
{
    const CaseDocument &document = m_editor.document();
    if (pageId == QLatin1String("plan"))
        return {{tr("Audit plan"), QStringLiteral("plan"),
                 [&document](const PublicAssessment &around, const QString &language) {
                     return auditPlan(document.view(), around, PlanCopy::Company, language);
                 }},
                {tr("Audit plan, team copy"), QStringLiteral("plan-team"),
                 [&document](const PublicAssessment &around, const QString &language) {
                     return auditPlan(document.view(), around, PlanCopy::Team, language);
                 },
                 false},
                {tr("Team proposal"), QStringLiteral("team"),
                 [&document](const PublicAssessment &around, const QString &language) {
                     return teamProposal(document.view(), around, document.today(), language);
                 }}};
    if (pageId != QLatin1String("review"))
        return {};
    const FieldInfo &rounds = infoOf(field::comment::round);
    std::vector<Offer> offers;
    for (const QString &round : choiceCodes(rounds))
        offers.push_back({tr("Comments: %1").arg(choiceWord(rounds, round)), QStringLiteral("comments-") + round,
                          [&document, round](const PublicAssessment &around, const QString &language) {
                              return reviewComments(document.view(), around, round, language);
                          }});
    return offers;
}

void PaperDesk::equip(RecordPage &page)
{
    if (const auto offers = offersOf(page.id()); !offers.empty())
        addPrinting(page, offers);
    if (page.id() == QLatin1String("plan"))
        addIssuing(page);
    if (page.id() == QLatin1String("review"))
        addLimits(page);
    if (page.id() == QLatin1String("people"))
        addReceipts(page);
}

void PaperDesk::addPrinting(RecordPage &page, const std::vector<Offer> &offers)
{
    auto *button = new Button(Button::Kind::Plain, tr("Print…"), &page);
    button->setObjectName(QStringLiteral("printPaper"));
    button->setIconName(QStringLiteral("print"));
    QMenu *menu = addMenuTo(button);
    for (const Offer &offer : offers)
        for (const PaperFormat format : {PaperFormat::Pdf, PaperFormat::Html}) {
            QAction *action = menu->addAction(format == PaperFormat::Pdf ? tr("%1, PDF…").arg(offer.name)
                                                                         : tr("%1, web page…").arg(offer.name));
            action->setObjectName(QStringLiteral("print-%1-%2").arg(offer.suffix, paperFormatCode(format)));
            connect(action, &QAction::triggered, this, [this, offer, format] {
                const PublicAssessment around = disclosed();
                save(offer.suffix, offer.make(around, m_language), around, format, offer.leavesTeam);
            });
            if (format == PaperFormat::Html)
                menu->addSeparator();
        }
    addLanguages(*menu);
    page.addTool(button);
}

/// One for all papers, as long as the case is open.
void PaperDesk::addLanguages(QMenu &menu)
{
    QMenu *languages = menu.addMenu(tr("Language"));
    languages->setObjectName(QStringLiteral("paperLanguages"));
    connect(languages, &QMenu::aboutToShow, this, [this, languages] {
        for (QAction *action : languages->actions())
            action->setChecked(action->data() == m_language);
    });
    for (const QString &language : paperLanguages()) {
        QAction *action = languages->addAction(languageName(language));
        action->setObjectName(QStringLiteral("papers-in-") + language);
        action->setData(language);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, language] { m_language = language; });
    }
}

void PaperDesk::addLimits(RecordPage &page)
{
    auto *button = new Button(Button::Kind::Plain, tr("Limits not told yet…"), &page);
    button->setObjectName(QStringLiteral("showLimits"));
    auto *panel = new LimitsPanel(m_editor, &page);
    page.addTool(button);
    page.addBelowHead(panel);
    connect(button, &Button::clicked, panel, [this, panel] {
        if (!panel->begin())
            Q_EMIT nothingUntold();
    });
}

void PaperDesk::addReceipts(RecordPage &page)
{
    auto *button = new Button(Button::Kind::Plain, tr("Receipt…"), &page);
    button->setObjectName(QStringLiteral("giveReceipt"));
    button->setIconName(QStringLiteral("print"));
    button->setToolTip(tr("A paper with a code: whoever raised the open concern can ask with it what came of it. It "
                          "says no name."));
    QMenu *menu = addMenuTo(button);
    for (const QString &language : receiptLanguages()) {
        QAction *action = menu->addAction(languageName(language));
        action->setObjectName(QStringLiteral("receipt-") + language);
        connect(action, &QAction::triggered, this, [this, &page, language] {
            if (page.settle() && page.opened())
                makeReceipt(*page.opened(), language);
        });
    }
    page.addTool(button);
    const auto follow = [button, &page] {
        button->setVisible(page.kind() == EntityKind::Concern);
        button->setEnabled(page.opened().has_value());
    };
    connect(&page, &RecordPage::openedChanged, button, follow);
    follow();
}

/// A concern that has a code keeps it: its paper is printed once more.
void PaperDesk::makeReceipt(const EntityRef &concern, const QString &language)
{
    CaseDocument &document = m_editor.document();
    const auto codeOf = [&] {
        const Record *record = document.assessment().find(concern.kind, concern.id);
        return record ? (*record)[field::concern::receipt] : QString();
    };
    if (codeOf().isEmpty() &&
        !m_editor.submit(giveReceipt(document.view(), concern.code, newReceiptCode(document.surroundings().random))))
        return;
    const PublicAssessment around = disclosed();
    save(tr("receipt"), concernReceipt(codeOf(), language), around, PaperFormat::Pdf);
}

void PaperDesk::addIssuing(RecordPage &page)
{
    auto *button = new Button(Button::Kind::Plain, tr("Issue this version…"), &page);
    button->setObjectName(QStringLiteral("issuePlan"));
    button->setIconName(QStringLiteral("flag"));
    auto *reason = new ReasonForm(QStringLiteral("issue"), &page);
    reason->findChild<CommitTextEdit *>()->setAccessibleName(tr("What changed and why"));
    page.addTool(button);
    page.addBelowHead(reason);
    connect(button, &Button::clicked, reason, [this, reason, &page] {
        if (!page.settle())
            return;
        const Record *last = lastPlanIssue(m_editor.document().assessment());
        reason->ask(ReasonForm::Asks::Justification,
                    last ? tr("What changed since version %1, and why").arg((*last)[field::plan_issue::label])
                         : tr("What this first version is for"),
                    tr("Issue"), {}, std::nullopt);
    });
    connect(reason, &ReasonForm::cancelled, reason, &QWidget::hide);
    connect(reason, &ReasonForm::confirmed, this, [this, reason, &page](const QString &words) {
        CaseDocument &document = m_editor.document();
        const EntityRef entity = document.newEntity(EntityKind::PlanIssue);
        if (!m_editor.submit(issuePlan(document.view(), entity, {.day = document.today(), .reason = words})))
            return;
        reason->forget();
        reason->hide();
        page.openList(EntityKind::PlanIssue, entity.code);
    });
}

} // namespace adit
