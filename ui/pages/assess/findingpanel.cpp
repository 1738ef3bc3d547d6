// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/findingpanel.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/assess/findinghistory.h"
#include "ui/pages/assess/lockline.h"
#include "ui/pages/publish/printedmarks.h"
#include "ui/pages/publish/withholdform.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/markedtext.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace adit {

FindingPanel::FindingPanel(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_head(new SectionHeader(tr("Finding"), this))
    , m_finding(new CommitTextEdit(this))
    , m_asPrinted(new Button(Button::Kind::Flat, tr("As printed"), m_head))
    , m_withhold(new Button(Button::Kind::Flat, tr("Withhold…"), m_head))
    , m_printed(new MarkedText(this))
    , m_withholdForm(new WithholdForm(editor, QStringLiteral("findingWithhold"), this))
    , m_history(new FindingHistory(this))
{
    m_head->setAudience(AudienceMark::Public, tr("public"));
    m_finding->setObjectName(QStringLiteral("finding"));
    m_finding->setAccessibleName(tr("Finding, public"));
    m_finding->setPlaceholderText(tr("What was examined, how much of it, what was seen, what is missing"));
    m_finding->setMinimumHeight(scaled(font(), 84));
    buildPublicView();
    auto *sourceBox = new QWidget(this);
    auto *flow = new FlowLayout(6, sourceBox);
    flow->addWidget(newLabel(sourceBox, tr("Sources"), Type::Small, Role::ThirdText));
    for (const QString &code : sourceCodes()) {
        auto *chip = new Chip(sourceWord(code), sourceBox);
        chip->setObjectName(QStringLiteral("source-%1").arg(code));
        connect(chip, &Chip::clicked, this, &FindingPanel::submitSources);
        flow->addWidget(chip);
        m_sources.emplace_back(code, chip);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_head);
    layout->addWidget(m_finding, 1);
    layout->addWidget(m_printed, 1);
    layout->addWidget(m_withholdForm);
    layout->addWidget(m_history);
    layout->addWidget(sourceBox);
    connect(m_finding, &CommitTextEdit::committed, this, [this](const QString &text) {
        m_editor.submit(rate(m_editor.document().view(), m_code->toString(), {.finding = text}));
    });
    connect(m_finding, &CommitTextEdit::left, this, &FindingPanel::left);
    // What is typed is stored first: it becomes one of the earlier texts.
    connect(m_history, &FindingHistory::takenBack, this, [this](const QString &text) {
        if (commitNow())
            m_editor.submit(rate(m_editor.document().view(), m_code->toString(), {.finding = text}));
    });
    connect(m_finding, &QPlainTextEdit::textChanged, this, &FindingPanel::refreshCounts);
}

/// What the public will read, and the way to keep words of it from them.
void FindingPanel::buildPublicView()
{
    m_asPrinted->setObjectName(QStringLiteral("findingAsPrinted"));
    m_asPrinted->setIconName(QStringLiteral("eye"));
    m_asPrinted->setCheckable(true);
    m_asPrinted->setToolTip(tr("Show what the public sees"));
    m_withhold->setObjectName(QStringLiteral("findingWithhold"));
    m_withhold->setIconName(QStringLiteral("eye-closed"));
    m_withhold->setToolTip(tr("Ask that the selected words, or all of them, are not printed"));
    m_head->addTrailing(m_asPrinted);
    m_head->addTrailing(m_withhold);
    m_printed->setObjectName(QStringLiteral("findingPrinted"));
    m_printed->setAccessibleName(tr("Finding, as it is printed"));
    m_printed->setReadOnly(true);
    m_printed->setMinimumHeight(m_finding->minimumHeight());
    m_printed->hide();
    m_finding->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_finding, &QWidget::customContextMenuRequested, this, &FindingPanel::showMenu);
    connect(m_withhold, &Button::clicked, this, &FindingPanel::beginWithholding);
    connect(m_asPrinted, &Button::clicked, this, [this] {
        m_finding->commitNow();
        refreshPublic();
    });
    connect(m_withholdForm, &WithholdForm::asked, this, [this] {
        m_asPrinted->setChecked(true); // so that it is seen what became of it
        refreshPublic();
    });
}

void FindingPanel::showMenu(const QPoint &at)
{
    QMenu *menu = m_finding->createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    QAction *withhold = menu->addAction(tr("Withhold this passage…"));
    withhold->setObjectName(QStringLiteral("withholdPassage"));
    withhold->setEnabled(m_finding->textCursor().hasSelection());
    connect(withhold, &QAction::triggered, this, &FindingPanel::beginWithholding);
    menu->popup(m_finding->viewport()->mapToGlobal(at));
}

/// Of what is stored: what is typed becomes that first.
void FindingPanel::beginWithholding()
{
    m_finding->commitNow();
    if (!m_code || m_finding->hasPending())
        return;
    if (!m_editor.profile())
        return m_editor.askForProfile();
    const QString passage =
        m_finding->textCursor().selectedText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    m_withholdForm->begin(m_editor.document().assessment().answerRef(*m_code), infoOf(field::answer::finding).name,
                          passage);
    Q_EMIT shownWanted(m_withholdForm);
}

void FindingPanel::refreshPublic()
{
    const Assessment &assessment = m_editor.document().assessment();
    const QString text = m_code ? QString(assessment.answer(*m_code)[field::answer::finding]) : QString();
    const bool isPrinted = m_asPrinted->isChecked();
    m_withhold->setVisible(!text.isEmpty());
    m_finding->setVisible(!isPrinted);
    m_printed->setVisible(isPrinted);
    if (isPrinted && m_code)
        m_printed->setPieces(
            printedPieces(assessment, assessment.answerRef(*m_code), infoOf(field::answer::finding), text));
}

void FindingPanel::show(const RequirementCode &code, const std::vector<LogEntry> &log)
{
    if (m_code != code) {
        forget();
        m_withholdForm->hide();
        m_history->forget();
    }
    m_code = code;
    const Record &answer = m_editor.document().assessment().answer(code);
    m_finding->setStored(answer[field::answer::finding]);
    const bool locked = isLocked(m_editor.document(), code);
    setWritable(m_finding, !locked);
    const QStringList sources = answer[field::answer::sources];
    for (const auto &[source, chip] : m_sources) {
        chip->setChecked(sources.contains(source));
        chip->setEnabled(!locked);
    }
    m_history->show(log, answer[field::answer::finding], m_editor.document().today());
    refreshPublic();
    refreshCounts();
}

bool FindingPanel::commitNow()
{
    m_finding->commitNow();
    if (!m_withholdForm->hasPending())
        return !m_finding->hasPending();
    m_editor.submit(Error{ErrorCode::NotConfirmed, tr("what is to be withheld")});
    return false;
}

void FindingPanel::forget()
{
    m_finding->forget();
    m_withholdForm->forget();
    m_withholdForm->hide();
}

void FindingPanel::refreshCounts()
{
    const int words = m_finding->wordCount();
    m_head->setDetail(words == 0 ? QString() : tr("%n word(s)", nullptr, words));
}

void FindingPanel::submitSources()
{
    QStringList chosen;
    for (const auto &[source, chip] : m_sources) {
        if (chip->isChecked())
            chosen.append(source);
    }
    m_editor.submit(rate(m_editor.document().view(), m_code->toString(), {.sources = chosen}));
}

} // namespace adit
