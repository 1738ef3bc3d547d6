// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/sidepanel.h"

#include "core/edits/locks.h"
#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/assess/basislist.h"
#include "ui/pages/assess/lockline.h"
#include "ui/pages/assess/threadspanel.h"
#include "ui/pages/records/filesform.h"
#include "ui/widgets/button.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

constexpr int historyRows = 8;

QString entryWords(const Standard &standard, const LogEntry &entry)
{
    const FieldInfo *info = findField(entry.entity.kind, entry.field.section(QLatin1Char('/'), 0, 0));
    const QString label = info ? fieldLabel(*info) : entry.field;
    if (info && info->type == ValueType::Rating) {
        const auto word = [&](const std::optional<QString> &code) {
            return standingOf(standard, code.value_or(QString())).word;
        };
        return SidePanel::tr("%1: %2 → %3").arg(label, word(entry.before), word(entry.after));
    }
    if (info && isSetType(info->type)) {
        const QString member = sourceWord(entry.field.section(QLatin1Char('/'), 1));
        return (entry.after ? SidePanel::tr("%1: + %2") : SidePanel::tr("%1: − %2")).arg(label, member);
    }
    if (!entry.after)
        return SidePanel::tr("%1 cleared").arg(label);
    return entry.before ? SidePanel::tr("%1 changed").arg(label) : SidePanel::tr("%1 written").arg(label);
}

} // namespace

SidePanel::SidePanel(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_views(new QStackedWidget(this))
    , m_basis(new BasisList(editor.document(), this))
    , m_addFiles(new Button(Button::Kind::Flat, tr("Add evidence…"), this))
    , m_threads(new ThreadsPanel(editor, this))
    , m_historyHead(new SectionHeader(tr("History"), this))
    , m_history(new QVBoxLayout)
{
    setProperty("ground", QStringLiteral("alternate"));
    setAttribute(Qt::WA_StyledBackground);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(grid::group, 8, grid::group, grid::group);
    layout->setSpacing(grid::inside);
    m_addFiles->setObjectName(QStringLiteral("addEvidence"));
    m_addFiles->setIconName(QStringLiteral("plus"));
    m_addFiles->setToolTip(tr("Files for this requirement. They can be dropped on the page too."));
    m_addFiles->hide();
    layout->addWidget(m_basis);
    layout->addWidget(m_addFiles, 0, Qt::AlignLeading);
    layout->addSpacing(grid::inside);
    addPlan(layout);
    addNotes(layout);
    layout->addWidget(m_threads);
    layout->addSpacing(grid::inside);
    addBefore(layout);
    m_historyHead->setRuled(true);
    m_history->setSpacing(grid::unit);
    layout->addSpacing(grid::inside);
    layout->addWidget(m_historyHead);
    layout->addLayout(m_history);
    layout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *nothing =
        newLabel(this, tr("Choose a requirement to see its plan, notes and history."), Type::Body, Role::ThirdText);
    nothing->setWordWrap(true);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setMargin(grid::page);
    m_views->addWidget(scroll);
    m_views->addWidget(nothing);
    outer->addWidget(m_views);
    connect(m_addFiles, &Button::clicked, this, [this] { takeFiles(intakeSources(m_chooseFiles())); });
    connect(m_basis, &BasisList::evidenceWanted, this, &SidePanel::evidenceWanted);
    connect(m_basis, &BasisList::interviewWanted, this, &SidePanel::interviewWanted);
    for (CommitTextEdit *field : {m_action, m_notes, m_selfComment})
        connect(field, &CommitTextEdit::left, this, &SidePanel::left);
    connect(m_due, &DateField::left, this, &SidePanel::left);
    connect(m_threads, &ThreadsPanel::left, this, &SidePanel::left);
    connect(m_threads, &ThreadsPanel::threadWanted, this, &SidePanel::threadWanted);
    connect(m_threads, &ThreadsPanel::askWanted, this, &SidePanel::askWanted);
}

void SidePanel::addPlan(QVBoxLayout *layout)
{
    auto *head = new SectionHeader(tr("Planned action"), this);
    head->setAudience(AudienceMark::Public, tr("public"));
    m_action = new CommitTextEdit(this);
    m_action->setObjectName(QStringLiteral("action"));
    m_action->setAccessibleName(tr("Planned action, public"));
    m_action->setPlaceholderText(tr("What the mine will do"));
    m_action->setLines(3);
    m_action->setFixedHeight(m_action->sizeHint().height());
    m_due = new DateField(this);
    m_due->setObjectName(QStringLiteral("actionDue"));
    m_due->setAccessibleName(tr("Due date of the planned action"));
    auto *due = new QHBoxLayout;
    due->addWidget(newLabel(this, tr("Due"), Type::Body, Role::SecondText));
    due->addWidget(m_due, 1);
    layout->addWidget(head);
    layout->addWidget(m_action);
    layout->addLayout(due);
    layout->addSpacing(grid::inside);
    connect(m_action, &CommitTextEdit::committed, this, [this](const QString &text) {
        CaseDocument &document = m_editor.document();
        m_editor.submit(plan(document.view(), m_code->toString(), document.newId(), text, std::nullopt));
    });
    connect(m_due, &DateField::committed, this, [this](const QString &date) {
        CaseDocument &document = m_editor.document();
        m_editor.submit(plan(document.view(), m_code->toString(), document.newId(), std::nullopt, date));
    });
}

void SidePanel::addNotes(QVBoxLayout *layout)
{
    auto *head = new SectionHeader(tr("Notes"), this);
    head->setAudience(AudienceMark::Team, tr("team only"));
    m_notes = new CommitTextEdit(this);
    m_notes->setObjectName(QStringLiteral("notes"));
    m_notes->setAccessibleName(tr("Notes, team only"));
    m_notes->setPlaceholderText(tr("Reminders; never printed"));
    m_notes->setLines(4);
    m_notes->setFixedHeight(m_notes->sizeHint().height());
    layout->addWidget(head);
    layout->addWidget(m_notes);
    layout->addSpacing(grid::inside);
    connect(m_notes, &CommitTextEdit::committed, this, [this](const QString &text) {
        m_editor.submit(rate(m_editor.document().view(), m_code->toString(), {.notes = text}));
    });
}

QComboBox *SidePanel::newRatingBox(const QString &name, const QString &objectName)
{
    auto *box = new QComboBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->addItem(glyphIcon(Glyph::Dotted), tr("None"), QString());
    for (const ScaleStep &step : m_editor.document().standard().scale()) {
        if (step.points)
            box->addItem(glyphIcon(glyphFromName(step.glyph)), step.word.in(catalogueLanguage()), step.code);
    }
    return box;
}

void SidePanel::addBefore(QVBoxLayout *layout)
{
    auto *head = new SectionHeader(tr("Before this audit"), this);
    m_self = newRatingBox(tr("Self-assessment of the mine"), QStringLiteral("selfRating"));
    m_previous = newRatingBox(tr("Rating of the previous audit"), QStringLiteral("previousRating"));
    m_selfComment = new CommitTextEdit(this);
    m_selfComment->setObjectName(QStringLiteral("selfComment"));
    m_selfComment->setAccessibleName(tr("Comment of the mine"));
    m_selfComment->setPlaceholderText(tr("The mine’s own comment"));
    m_selfComment->setLines(2);
    m_selfComment->setFixedHeight(m_selfComment->sizeHint().height());
    const auto row = [&](const QString &text, QWidget *field) {
        auto *line = new QHBoxLayout;
        line->addWidget(newLabel(this, text, Type::Body, Role::SecondText), 1);
        line->addWidget(field, 1);
        layout->addLayout(line);
    };
    layout->addWidget(head);
    row(tr("Self-assessment"), m_self);
    layout->addWidget(m_selfComment);
    row(tr("Previous audit"), m_previous);
    const auto submitSelf = [this](const std::optional<QString> &comment) {
        m_editor.submit(
            selfAssess(m_editor.document().view(), m_code->toString(), m_self->currentData().toString(), comment));
    };
    connect(m_self, &QComboBox::activated, this, [submitSelf] { submitSelf(std::nullopt); });
    connect(m_selfComment, &CommitTextEdit::committed, this, [submitSelf](const QString &text) { submitSelf(text); });
    connect(m_previous, &QComboBox::activated, this, [this] {
        m_editor.submit(
            setPreviousRating(m_editor.document().view(), m_code->toString(), m_previous->currentData().toString()));
    });
}

void SidePanel::show(const RequirementCode &code, const std::vector<LogEntry> &log)
{
    if (m_code != code)
        forget();
    m_code = code;
    const bool locked = isLocked(m_editor.document(), code);
    for (CommitTextEdit *field : {m_action, m_notes, m_selfComment})
        setWritable(field, !locked);
    for (QWidget *field :
         {static_cast<QWidget *>(m_due), static_cast<QWidget *>(m_self), static_cast<QWidget *>(m_previous)})
        field->setEnabled(!locked);
    const auto lock = lockOver(m_editor.document().assessment(), code.toString());
    m_addFiles->setEnabled(!lock || lock->scope != wholeCase); // evidence belongs to no chapter
    m_views->setCurrentIndex(m_files && !m_files->isEmpty() ? m_views->indexOf(m_files) : 0);
    const Assessment &assessment = m_editor.document().assessment();
    const Record &answer = assessment.answer(code);
    const std::vector<EntityId> actions = assessment.actionsOf(code);
    m_action->setStored(actions.empty() ? QString() : assessment.action(actions.front())[field::action::text]);
    m_due->setDate(actions.empty() ? std::nullopt : assessment.action(actions.front())[field::action::due]);
    m_basis->show(code);
    m_notes->setStored(answer[field::answer::notes]);
    m_selfComment->setStored(answer[field::answer::self_comment]);
    m_self->setCurrentIndex(std::max(0, m_self->findData(answer[field::answer::self_rating])));
    m_previous->setCurrentIndex(std::max(0, m_previous->findData(answer[field::answer::previous_rating])));
    m_threads->show(code);
    refreshHistory(log);
}

void SidePanel::showNothing()
{
    m_views->setCurrentIndex(1);
}

void SidePanel::setFileChooser(const FileChooser &choose)
{
    m_chooseFiles = choose;
    m_addFiles->setVisible(choose != nullptr);
}

void SidePanel::takeFiles(const std::vector<IntakeSource> &sources)
{
    if (sources.empty() || !m_code)
        return;
    if (!m_files) {
        m_files = new FilesForm(m_editor);
        m_views->addWidget(m_files);
        connect(m_files, &FilesForm::added, this, [this] { m_views->setCurrentIndex(0); });
        connect(m_files, &FilesForm::closed, this, [this] { m_views->setCurrentIndex(0); });
    }
    m_files->take(sources, {m_code->toString()});
    m_views->setCurrentWidget(m_files);
}

bool SidePanel::commitNow()
{
    for (CommitTextEdit *field : {m_action, m_notes, m_selfComment})
        field->commitNow();
    m_due->commitNow();
    return !m_action->hasPending() && !m_notes->hasPending() && !m_selfComment->hasPending() && !m_due->hasPending() &&
           (!m_files || m_files->commitPending()) && m_threads->commitPending();
}

void SidePanel::forget()
{
    for (CommitTextEdit *field : {m_action, m_notes, m_selfComment})
        field->forget();
    m_due->forget();
    m_threads->forget();
    if (m_files)
        m_files->forgetPending();
}

void SidePanel::focusFirst()
{
    m_action->setFocus(Qt::OtherFocusReason);
}

void SidePanel::refreshHistory(const std::vector<LogEntry> &log)
{
    emptyLayout(m_history);
    const int count = static_cast<int>(log.size());
    m_historyHead->setDetail(count == 0 ? tr("nothing yet") : tr("%n entry(s)", nullptr, count));
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_editor.document().surroundings().now().milliseconds).date();
    for (int i = 0; i < std::min(count, historyRows); ++i) {
        const LogEntry &entry = log[static_cast<std::size_t>(i)];
        auto *what = new ElidedLabel(entryWords(m_editor.document().standard(), entry), this);
        what->setLook(Type::Body, entry.undone ? Role::DisabledText : Role::Text);
        auto *who = new ElidedLabel(entry.undone ? tr("%1, %2, undone").arg(entry.actor, momentWords(entry.time, today))
                                                 : tr("%1, %2").arg(entry.actor, momentWords(entry.time, today)),
                                    this);
        who->setLook(Type::Caption, Role::ThirdText);
        m_history->addWidget(what);
        m_history->addWidget(who);
    }
}

} // namespace adit
