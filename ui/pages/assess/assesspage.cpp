// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/assesspage.h"

#include "core/assessment/ratingrules.h"
#include "core/process/stillmet.h"
#include "ui/editing/evidenceintake.h"
#include "ui/look/measures.h"
#include "ui/models/requirementdelegate.h"
#include "ui/pages/assess/basisline.h"
#include "ui/pages/assess/claimpanel.h"
#include "ui/pages/assess/findingpanel.h"
#include "ui/pages/assess/groupview.h"
#include "ui/pages/assess/guidancepanel.h"
#include "ui/pages/assess/lockline.h"
#include "ui/pages/assess/ratingpanel.h"
#include "ui/pages/assess/requirementhead.h"
#include "ui/pages/assess/sidepanel.h"
#include "ui/pages/assess/treepanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/ratingstrip.h"
#include "ui/widgets/searchfield.h"
#include "ui/words/conflictwords.h"

#include <QApplication>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>

namespace adit {

AssessPage::AssessPage(Editor &editor, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_tree(new TreePanel(editor.document(), this))
    , m_centre(buildCentre())
    , m_side(new SidePanel(editor, this))
{
    setObjectName(QStringLiteral("assessPage"));
    setAcceptDrops(true);
    m_side->setObjectName(QStringLiteral("sidePanel"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_centre);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(1, 1);
    m_tree->setMinimumWidth(scaled(font(), 220));
    m_side->setMinimumWidth(scaled(font(), 240));
    m_splitter->setSizes({scaled(font(), 288), scaled(font(), 575), scaled(font(), 300)});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connectParts();
    open(editor.document().standard().requirement(0).code);
}

QWidget *AssessPage::buildCentre()
{
    auto *centre = new QWidget(this);
    centre->setProperty("ground", QStringLiteral("base"));
    centre->setAttribute(Qt::WA_StyledBackground);
    auto *content = new QWidget;
    m_head = new RequirementHead(content);
    m_guidance = new GuidancePanel(content);
    m_lock = new LockLine(m_editor.document(), content);
    m_conflict = new Banner(content);
    m_conflict->setObjectName(QStringLiteral("requirementConflict"));
    m_claim = new ClaimPanel(m_editor, content);
    m_rating = new RatingPanel(m_editor, content);
    m_basis = new BasisLine(m_editor, content);
    m_finding = new FindingPanel(m_editor, content);
    m_group = new GroupView(m_editor, content);
    m_requirement = new QWidget(content);
    auto *parts = new QVBoxLayout(m_requirement);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(grid::group);
    parts->addWidget(m_rating);
    parts->addWidget(m_basis);
    parts->addWidget(m_finding, 1);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(grid::page, 6, grid::page, grid::inside);
    inner->setSpacing(grid::group);
    auto *asked = new QVBoxLayout;
    asked->setSpacing(grid::inside);
    asked->addWidget(m_head);
    asked->addWidget(m_guidance);
    inner->addLayout(asked);
    inner->addWidget(m_lock);
    inner->addWidget(m_conflict);
    inner->addWidget(m_claim);
    // Not a stack: a hidden page must not ask for room.
    inner->addWidget(m_requirement, 1);
    inner->addWidget(m_group, 1);
    m_scroll = new QScrollArea(centre);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(buildFooter());
    centre->setMinimumWidth(scaled(font(), 380));
    return centre;
}

QWidget *AssessPage::buildFooter()
{
    m_footer = new QWidget(this);
    auto *why = new Button(Button::Kind::Flat, tr("Why this score"), m_footer);
    why->setObjectName(QStringLiteral("whyScore"));
    why->setIconName(QStringLiteral("question"));
    m_next = new Button(Button::Kind::Primary, tr("Next unrated"), m_footer);
    m_next->setObjectName(QStringLiteral("nextUnrated"));
    m_next->setHint(tr("Ctrl ↵"));
    auto *layout = new QHBoxLayout(m_footer);
    layout->setContentsMargins(grid::group, 4, grid::page, 8);
    layout->addWidget(why);
    layout->addStretch(1);
    layout->addWidget(m_next);
    connect(why, &Button::clicked, this, [this] {
        if (m_current && m_current->parent() && m_current->parent()->parent())
            Q_EMIT whyWanted(m_current->parent()->parent()->toString());
    });
    connect(m_next, &Button::clicked, this, &AssessPage::goToNextUnrated);
    return m_footer;
}

void AssessPage::connectParts()
{
    connect(m_tree, &TreePanel::currentChanged, this, &AssessPage::show);
    connect(m_tree->tree(), &RequirementTree::keyTyped, this, [this](const QString &key) { m_rating->rateByKey(key); });
    connect(m_tree->tree(), &RequirementTree::cleared, m_rating, &RatingPanel::clearRating);
    connect(m_tree->tree(), &RequirementTree::entered, this, [this] {
        if (m_current && m_current->level() == NodeLevel::Requirement)
            m_rating->strip()->focusCurrent();
    });
    connect(m_head, &RequirementHead::previousWanted, this, [this] { step(-1); });
    connect(m_head, &RequirementHead::nextWanted, this, [this] { step(1); });
    connect(m_head, &RequirementHead::treeWanted, this, [this] { toggleOver(m_tree); });
    connect(m_head, &RequirementHead::sideWanted, this, [this] { toggleOver(m_side); });
    connect(m_guidance, &GuidancePanel::codeWanted, this, &AssessPage::open);
    connect(m_claim, &ClaimPanel::nodeWanted, this, &AssessPage::open);
    connect(m_basis, &BasisLine::left, this, [this] { m_rating->strip()->focusCurrent(); });
    connect(m_finding, &FindingPanel::shownWanted, this, [this](QWidget *part) {
        // Once it is laid out.
        QTimer::singleShot(0, part, [this, part] { m_scroll->ensureWidgetVisible(part, 0, grid::inside); });
    });
    connect(m_finding, &FindingPanel::left, this, [this] { m_rating->strip()->focusCurrent(); });
    connect(m_side, &SidePanel::evidenceWanted, this, [this](const EntityId &id) {
        Q_EMIT recordWanted({EntityKind::Evidence, id, {}});
    });
    connect(m_side, &SidePanel::interviewWanted, this, [this](const EntityId &id) {
        Q_EMIT recordWanted({EntityKind::Interview, id, {}});
    });
    connect(m_side, &SidePanel::threadWanted, this, &AssessPage::threadWanted);
    connect(m_side, &SidePanel::askWanted, this, &AssessPage::commentWanted);
    connect(m_side, &SidePanel::left, this, [this] { m_rating->strip()->focusCurrent(); });
    connect(m_group, &GroupView::whyWanted, this, &AssessPage::whyWanted);
    connect(m_group, &GroupView::firstOpenWanted, this, &AssessPage::goToNextUnrated);
    connect(&m_editor.document(), &CaseDocument::changed, this, &AssessPage::refresh);
}

void AssessPage::dragEnterEvent(QDragEnterEvent *event)
{
    const bool isFile = event->mimeData()->hasUrls() || event->mimeData()->hasImage();
    if (isFile && m_current && m_current->level() == NodeLevel::Requirement)
        event->acceptProposedAction();
}

void AssessPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    if (m_side->isHidden())
        toggleOver(m_side);
    m_side->takeFiles(intakeSources(*event->mimeData()));
}

std::optional<RequirementCode> AssessPage::current() const
{
    return m_current;
}

void AssessPage::open(const RequirementCode &code)
{
    m_tree->setCurrent(code);
    show(code);
}

void AssessPage::show(const RequirementCode &code)
{
    if (m_current == code)
        return;
    if (m_current && !settle()) {
        m_tree->setCurrent(*m_current);
        return;
    }
    m_current = code;
    const bool requirement = code.level() == NodeLevel::Requirement;
    m_head->show(m_editor.document(), code);
    m_guidance->show(m_editor.document().standard(), *m_editor.document().standard().find(code));
    const QWidget *focus = QApplication::focusWidget();
    QWidget *leaving = requirement ? static_cast<QWidget *>(m_group) : m_requirement;
    const bool focusLeaves = focus && leaving->isAncestorOf(focus);
    m_requirement->setVisible(requirement);
    m_group->setVisible(!requirement);
    if (focusLeaves)
        focusMain();
    m_footer->setVisible(requirement);
    m_lock->show(code);
    m_claim->show(code);
    showConflict();
    if (requirement) {
        showRequirement();
    } else {
        m_group->show(code);
        m_side->showNothing();
    }
    m_scroll->ensureVisible(0, 0);
    Q_EMIT moved(code);
}

void AssessPage::refresh(const ChangeSet &)
{
    if (!m_current)
        return;
    m_lock->show(*m_current);
    m_claim->show(*m_current);
    showConflict();
    if (m_current->level() != NodeLevel::Requirement)
        return m_group->show(*m_current);
    showRequirement();
}

void AssessPage::showConflict()
{
    QStringList topics;
    QStringList people;
    for (const Conflict &conflict : m_editor.document().conflicts())
        if (requirementOf(conflict.entity) == m_current) {
            topics.append(topicWords(conflict));
            for (const ConflictVersion &version : conflict.versions)
                if (!people.contains(version.actor))
                    people.append(version.actor);
        }
    m_conflict->setVisible(!topics.isEmpty());
    if (topics.isEmpty())
        return;
    m_conflict->showMessage(
        Banner::Tone::Warn, tr("In conflict: %1").arg(topics.join(tr(", "))),
        tr("%1 gave it different values. The latest is shown, none is lost.").arg(people.join(tr(", "))));
    m_conflict->addButton(QStringLiteral("decideConflict"), tr("Compare and decide"),
                          [this] { Q_EMIT conflictWanted(*m_current); });
}

void AssessPage::showRequirement()
{
    // Read once for all who tell of it.
    const auto log = m_editor.document().log(m_current, std::nullopt).value_or(std::vector<LogEntry>());
    m_rating->show(*m_current);
    m_basis->show(*m_current);
    m_finding->show(*m_current, log);
    m_side->show(*m_current, log);
    m_next->setText(keepsPreviousRatings(m_editor.document().assessment()) ? tr("Next to look at again")
                                                                           : tr("Next unrated"));
    m_next->updateGeometry();
}

bool AssessPage::commitPending()
{
    if (!m_current)
        return true;
    if (m_current->level() != NodeLevel::Requirement)
        return m_claim->commitNow() && m_group->commitNow();
    const bool stored[] = {m_claim->commitNow(), m_rating->commitNow(), m_basis->commitNow(), m_finding->commitNow(),
                           m_side->commitNow()};
    return std::ranges::all_of(stored, std::identity());
}

void AssessPage::forgetPending()
{
    m_claim->forget();
    m_group->forget();
    m_basis->forget();
    m_rating->forget();
    m_finding->forget();
    m_side->forget();
    if (m_current)
        refresh({});
}

/// Relevant and not rated; in a surveillance, to be looked at again and without a finding.
bool AssessPage::isOpen(int ordinal) const
{
    const CaseDocument &document = m_editor.document();
    const RatedItem &item = document.ratedItems()[static_cast<std::size_t>(ordinal)];
    if (item.relevance != RelevanceReason::Relevant)
        return false;
    if (!keepsPreviousRatings(document.assessment()))
        return !item.rating;
    const StandardNode &requirement = document.standard().requirement(ordinal);
    return !document.assessment().answer(requirement.code).has(field::answer::finding) &&
           isLookedAtAgain(requirement, openlyNonconforming(document.assessment()));
}

void AssessPage::goToNextUnrated()
{
    if (!settle())
        return;
    const CaseDocument &document = m_editor.document();
    const int count = static_cast<int>(document.ratedItems().size());
    int start = -1;
    if (m_current) {
        const auto [first, end] = document.standard().ordinalsBelow(*document.standard().nodeIndex(*m_current));
        start = m_current->level() == NodeLevel::Requirement ? first : first - 1;
    }
    for (int i = 1; i <= count; ++i) {
        const int ordinal = (start + i + count) % count;
        if (isOpen(ordinal)) {
            open(document.standard().requirement(ordinal).code);
            break;
        }
    }
    if (m_current && m_current->level() == NodeLevel::Requirement)
        m_rating->strip()->focusCurrent();
}

void AssessPage::step(int direction)
{
    const Standard &standard = m_editor.document().standard();
    if (!m_current)
        return;
    const auto [first, end] = standard.ordinalsBelow(*standard.nodeIndex(*m_current));
    const bool requirement = m_current->level() == NodeLevel::Requirement;
    const int wanted = direction < 0 ? first - 1 : requirement ? first + 1 : first;
    if (wanted >= 0 && wanted < static_cast<int>(standard.requirements().size()))
        open(standard.requirement(wanted).code);
}

void AssessPage::showFiltered(const RequirementConditions &conditions)
{
    m_tree->setConditions(conditions);
    RequirementFilter probe(m_tree->model());
    probe.setConditions(conditions);
    const Standard &standard = m_editor.document().standard();
    for (int ordinal = 0; ordinal < static_cast<int>(standard.requirements().size()); ++ordinal) {
        if (probe.fits(standard.requirement(ordinal).code)) {
            open(standard.requirement(ordinal).code);
            break;
        }
    }
    focusMain();
}

void AssessPage::focusMain()
{
    if (isDocked(m_tree))
        m_tree->tree()->setFocus(Qt::OtherFocusReason);
    else
        m_rating->strip()->focusCurrent();
}

QList<QWidget *> AssessPage::panels()
{
    return {m_tree->tree(), m_rating->strip(), m_side};
}

QByteArray AssessPage::splitterState() const
{
    return m_splitter->saveState();
}

void AssessPage::restoreSplitter(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

bool AssessPage::isDocked(const QWidget *panel) const
{
    return panel->parentWidget() == m_splitter;
}

void AssessPage::setRoom(int width)
{
    dock(m_side, 2, width >= 1240);
    dock(m_tree, 0, width >= 860);
    m_head->setPanelButtons(!isDocked(m_tree), !isDocked(m_side));
}

void AssessPage::dock(QWidget *panel, int place, bool docked)
{
    if (docked == isDocked(panel))
        return;
    if (docked) {
        m_splitter->insertWidget(std::min(place, m_splitter->count()), panel);
        m_splitter->setStretchFactor(m_splitter->indexOf(m_centre), 1);
        panel->show();
    } else {
        panel->setParent(this);
        panel->hide();
    }
}

void AssessPage::toggleOver(QWidget *panel)
{
    panel->setVisible(panel->isHidden());
    placeOver();
    if (!panel->isVisible())
        return;
    panel->raise();
    if (panel == m_tree)
        m_tree->tree()->setFocus(Qt::OtherFocusReason);
    else
        m_side->focusFirst();
}

void AssessPage::placeOver()
{
    const bool reversed = layoutDirection() == Qt::RightToLeft;
    const int top = scaled(font(), 40);
    for (QWidget *panel : {static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_side)}) {
        if (isDocked(panel))
            continue;
        const int wide = std::min(width() - scaled(font(), 80), scaled(font(), 300));
        const bool left = (panel == m_tree) != reversed;
        panel->setGeometry(left ? 0 : width() - wide, top, wide, height() - top);
    }
}

void AssessPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    placeOver();
}

void AssessPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        return goToNextUnrated();
    if (event->key() == Qt::Key_Escape) {
        for (QWidget *panel : {static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_side)}) {
            if (!isDocked(panel) && panel->isVisible()) {
                panel->hide();
                return m_rating->strip()->focusCurrent();
            }
        }
    }
    if (event->modifiers() == Qt::AltModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        return step(event->key() == Qt::Key_Up ? -1 : 1);
    Page::keyPressEvent(event);
}

} // namespace adit
