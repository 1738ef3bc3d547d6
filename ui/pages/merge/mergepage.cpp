// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/merge/mergepage.h"

#include "core/base/rule.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/merge/conflictview.h"
#include "ui/pages/merge/previewpanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainviews.h"
#include "ui/words/conflictwords.h"
#include "ui/words/errorwords.h"

#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

namespace adit {

MergePage::MergePage(Editor &editor, CaseChooser chooseCase, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_chooseCase(std::move(chooseCase))
    , m_intake(editor.document())
    , m_model(editor.document())
    , m_splitter(new QSplitter(this))
    , m_count(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_list(new QListView(this))
    , m_other(new Button(Button::Kind::Plain, tr("Take in a copy…"), this))
    , m_stack(new QStackedWidget(this))
    , m_banner(new Banner(this))
    , m_view(new ConflictView(editor.document()))
    , m_scroll(newPageScroll(m_view, this))
    , m_preview(new PreviewPanel(this))
    , m_nothing(buildNothing())
{
    setObjectName(QStringLiteral("mergePage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_banner->setObjectName(QStringLiteral("mergeBanner"));
    m_banner->hide();
    for (QWidget *part : {static_cast<QWidget *>(m_scroll), static_cast<QWidget *>(m_preview), m_nothing})
        m_stack->addWidget(part);
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    m_splitter->addWidget(buildList());
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({scaled(font(), 272), scaled(font(), 900)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connectParts();
    refresh();
}

QWidget *MergePage::buildList()
{
    m_count->setObjectName(QStringLiteral("mergeCount"));
    m_other->setObjectName(QStringLiteral("mergeOther"));
    m_list->setObjectName(QStringLiteral("conflictList"));
    m_list->setAccessibleName(tr("To decide"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ConflictDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setStyleSheet(QStringLiteral("background: transparent"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *panel = new QFrame(this);
    panel->setMinimumWidth(scaled(font(), 190));
    panel->setProperty("ground", QStringLiteral("alternate"));
    panel->setAttribute(Qt::WA_StyledBackground);
    auto *note = newLabel(panel,
                          tr("Nothing is decided for you. Until you choose, the later entry is shown and both stay in "
                             "the file."),
                          Type::Small, Role::ThirdText);
    note->setWordWrap(true);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(grid::group, 14, grid::group, grid::inside);
    head->setSpacing(grid::inside);
    head->addWidget(newLabel(panel, tr("Merge"), Type::Heading, Role::Text));
    head->addWidget(m_count);
    head->addWidget(m_other, 0, Qt::AlignLeft);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(grid::group, grid::inside, grid::group, grid::group);
    foot->addWidget(note);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addLayout(foot);
    return panel;
}

QWidget *MergePage::buildNothing()
{
    auto *nothing = new QWidget(this);
    auto *head = newLabel(nothing, tr("Nothing to decide"), Type::Title, Role::Text);
    head->setObjectName(QStringLiteral("mergeNothing"));
    auto *text = newReading(
        nothing,
        tr("Several people work on their own laptops, each in a copy of this case. In the evening one of "
           "them takes in what the others have: choose their file, or the parcel that it came in, look at "
           "what would come in, and take it. Nobody’s work is lost, in whatever order the copies come together."),
        Type::Body, Role::SecondText);
    text->setWordWrap(true);
    text->setMaximumWidth(scaled(font(), 560));
    auto *layout = new QVBoxLayout(nothing);
    layout->setContentsMargins(grid::page, 14, grid::page, grid::group);
    layout->setSpacing(12);
    layout->addWidget(head);
    layout->addWidget(text);
    layout->addStretch(1);
    return nothing;
}

void MergePage::connectParts()
{
    connect(m_other, &Button::clicked, this, &MergePage::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MergePage::showCurrent);
    connect(m_view, &ConflictView::stepWanted, this, &MergePage::step);
    connect(m_view, &ConflictView::leftOpen, this, [this] { step(1); });
    connect(m_view, &ConflictView::decided, this, &MergePage::decide);
    connect(m_view, &ConflictView::whereWanted, this, &MergePage::requirementWanted);
    connect(m_banner, &Banner::dismissed, m_banner, &QWidget::hide);
    connect(&m_intake, &CopyIntake::progressed, this, [this] { m_preview->setProgress(m_intake.progress()); });
    connect(&m_intake, &CopyIntake::ready, this,
            [this] { m_preview->showPreview(m_intake.path(), *m_intake.preview(), m_intake.manifest()); });
    connect(&m_intake, &CopyIntake::failed, this, &MergePage::tellFailure);
    connect(&m_intake, &CopyIntake::taken, this, &MergePage::tellTaken);
    connect(&m_editor, &Editor::actorChanged, this, [this] {
        if (!m_waiting.isEmpty() && m_editor.profile())
            read(std::exchange(m_waiting, {}));
    });
    connect(m_preview, &PreviewPanel::takeWanted, this, [this] {
        Q_EMIT aboutToTake();
        m_preview->showBusy(m_intake.path(), tr("Taking it in"));
        m_intake.take();
    });
    connect(m_preview, &PreviewPanel::dropWanted, this, [this] {
        m_intake.drop();
        m_stack->setCurrentWidget(m_nothing);
        showCurrent();
    });
    connect(&m_editor.document(), &CaseDocument::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

bool MergePage::choose()
{
    const QString path = m_chooseCase ? m_chooseCase() : QString();
    if (!path.isEmpty())
        read(path);
    return !path.isEmpty();
}

void MergePage::read(const QString &path)
{
    m_waiting.clear();
    m_banner->hide();
    if (isParcel(path) && !m_editor.profile())
        waitForProfile(path);
    else
        beginReading(path, Forks::Refuse);
}

void MergePage::beginReading(const QString &path, Forks forks)
{
    m_preview->showBusy(path, isParcel(path) ? tr("Opening the parcel") : tr("Reading the copy"));
    m_stack->setCurrentWidget(m_preview);
    m_intake.read(path, forks);
}

void MergePage::waitForProfile(const QString &parcel)
{
    m_waiting = parcel;
    m_intake.drop();
    showCurrent();
    m_banner->showMessage(Banner::Tone::Note,
                          tr("“%1” opens with the profile that it is sealed to.").arg(QFileInfo(parcel).fileName()),
                          tr("It is read as soon as yours is open."));
    m_banner->addButton(QStringLiteral("mergeOpenProfile"), tr("Open my profile"), [this] {
        m_banner->hide();
        m_editor.askForProfile();
    });
    m_banner->show();
}

void MergePage::tellTaken(const MergePreview &what)
{
    Q_EMIT m_editor.saved(m_editor.document().surroundings().now());
    m_stack->setCurrentWidget(m_nothing);
    refresh();
    const QString rest = what.conflicts.empty() ? QString() : tr("What is to be decided stands on the left.");
    int edits = 0;
    for (const MergePreview::Person &person : what.people)
        edits += person.edits;
    m_banner->showMessage(Banner::Tone::Note, tr("%n change(s) came in.", nullptr, edits), rest);
    m_banner->show();
}

void MergePage::tellFailure(const Error &error)
{
    m_stack->setCurrentWidget(m_nothing);
    showCurrent();
    if (error.code == ErrorCode::Cancelled)
        return;
    const ErrorWords words = errorWords(error);
    m_banner->showMessage(Banner::Tone::Block, words.head, words.text);
    if (error.code == ErrorCode::JournalForked)
        m_banner->addButton(QStringLiteral("mergeRehome"), tr("Keep both, one under another name"), [this] {
            m_banner->hide();
            beginReading(m_intake.path(), Forks::Rehome);
        });
    if (namesRule(error.detail, Rule::ReadCopyAgain))
        m_banner->addButton(QStringLiteral("mergeReadAgain"), tr("Read it again"), [this] {
            m_banner->hide();
            read(m_intake.path());
        });
    if (error.code == ErrorCode::ParcelForeign)
        m_banner->addButton(QStringLiteral("mergeProfile"), tr("My profile and its card"), [this] {
            m_banner->hide();
            m_editor.askForProfile();
        });
    m_banner->show();
}

void MergePage::refresh()
{
    const Conflict *current = m_model.conflict(m_list->currentIndex());
    const QString id = current ? current->id() : QString();
    const int row = m_list->currentIndex().row();
    m_model.refresh();
    m_count->setText(m_model.count() == 0 ? tr("Nothing to decide") : tr("%n to decide", nullptr, m_model.count()));
    QModelIndex next = m_model.indexOf(id);
    if (!next.isValid() && row >= 0)
        next = m_model.next(m_model.index(std::min(row, m_model.rowCount()) - 1), 1);
    if (!next.isValid())
        next = m_model.next({}, 1);
    m_list->setCurrentIndex(next);
    showCurrent();
}

void MergePage::open(const QString &conflict)
{
    refresh();
    if (const QModelIndex index = m_model.indexOf(conflict); index.isValid())
        m_list->setCurrentIndex(index);
}

void MergePage::openFor(const RequirementCode &code)
{
    for (const Conflict &conflict : m_editor.document().conflicts())
        if (requirementOf(conflict.entity) == code)
            return open(conflict.id());
    open({});
}

void MergePage::showCurrent()
{
    if (m_intake.isBusy() || m_intake.preview())
        return;
    const Conflict *conflict = m_model.conflict(m_list->currentIndex());
    m_stack->setCurrentWidget(conflict ? static_cast<QWidget *>(m_scroll) : m_nothing);
    if (!conflict) {
        m_view->clear();
        return;
    }
    // What somebody is writing together stays, as long as it is about the same.
    const auto &shown = m_view->conflict();
    const bool isSame = shown && shown->id() == conflict->id() && shown->versions.size() == conflict->versions.size() &&
                        std::ranges::equal(shown->versions, conflict->versions, {}, &ConflictVersion::version,
                                           &ConflictVersion::version);
    if (!isSame)
        m_view->show(m_editor.document().withBase(*conflict), m_model.place(m_list->currentIndex()), m_model.count());
}

void MergePage::decide()
{
    if (m_view->conflict())
        (void)m_editor.submit(m_view->decision());
}

void MergePage::step(int direction)
{
    if (const QModelIndex next = m_model.next(m_list->currentIndex(), direction); next.isValid())
        m_list->setCurrentIndex(next);
}

void MergePage::focusMain()
{
    if (m_stack->currentWidget() == m_scroll)
        m_list->setFocus(Qt::OtherFocusReason);
    else
        m_other->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> MergePage::panels()
{
    return {m_list, m_stack};
}

void MergePage::setRoom(int width)
{
    m_view->setNarrow(width < 1000);
}

void MergePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

} // namespace adit
