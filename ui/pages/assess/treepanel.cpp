// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/treepanel.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/models/requirementdelegate.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/searchfield.h"

#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace adit {

TreePanel::TreePanel(CaseDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_model(document)
    , m_filter(m_model)
    , m_search(new SearchField(tr("Filter requirements"), this))
    , m_unrated(new Chip(tr("Unrated"), this))
    , m_critical(new Chip(tr("Critical"), this))
    , m_mine(new Chip(tr("Mine"), this))
    , m_more(new Chip(tr("More"), this))
    , m_below(new Chip({}, this))
    , m_empty(newLabel(this, tr("No requirement fits these filters."), Type::Body, Role::ThirdText))
    , m_tree(new RequirementTree(this))
{
    setProperty("ground", QStringLiteral("alternate"));
    setAttribute(Qt::WA_StyledBackground);
    m_search->setObjectName(QStringLiteral("treeFilter"));
    m_unrated->setObjectName(QStringLiteral("filterUnrated"));
    m_critical->setObjectName(QStringLiteral("filterCritical"));
    m_more->setObjectName(QStringLiteral("filterMore"));
    m_below->setObjectName(QStringLiteral("filterBelow"));
    m_tree->setObjectName(QStringLiteral("requirementTree"));
    m_mine->setObjectName(QStringLiteral("filterMine"));
    m_critical->setDiamond(true);
    m_mine->setIconName(QStringLiteral("person"));
    m_mine->hide();
    m_more->setMenuMark(true);
    m_below->setIconName(QStringLiteral("close"));
    m_below->hide();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->hide();
    m_tree->setModel(&m_filter);
    m_tree->setStyleSheet(QStringLiteral("background: transparent"));
    auto *chips = new QWidget(this);
    auto *flow = new FlowLayout(6, chips);
    for (Chip *chip : {m_unrated, m_critical, m_mine, m_more, m_below})
        flow->addWidget(chip);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 0);
    head->setSpacing(grid::inside);
    head->addWidget(m_search);
    head->addWidget(chips);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addLayout(head);
    layout->addWidget(m_empty);
    layout->addWidget(m_tree, 1);
    connect(m_search, &QLineEdit::textChanged, this, &TreePanel::applyFilter);
    connect(m_search, &SearchField::leftDownwards, this, [this] { m_tree->setFocus(Qt::OtherFocusReason); });
    connect(m_unrated, &Chip::toggled, this, &TreePanel::applyFilter);
    connect(m_critical, &Chip::toggled, this, &TreePanel::applyFilter);
    connect(m_mine, &Chip::toggled, this, &TreePanel::applyFilter);
    connect(m_more, &Chip::clicked, this, &TreePanel::openMoreMenu);
    connect(m_below, &Chip::clicked, this, [this] {
        m_conditions.below.reset();
        m_conditions.also = RequirementConditions::Also::All;
        applyFilter();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        const auto code = current();
        m_filter.setKept(code);
        if (code)
            Q_EMIT currentChanged(*code);
    });
    connect(&document, &CaseDocument::changed, this, &TreePanel::refreshChips);
    refreshChips();
}

std::optional<RequirementCode> TreePanel::current() const
{
    const QModelIndex index = m_filter.mapToSource(m_tree->currentIndex());
    return index.isValid() ? std::optional(m_model.codeAt(index)) : std::nullopt;
}

void TreePanel::setCurrent(const RequirementCode &code)
{
    m_filter.setKept(code);
    const QModelIndex index = m_filter.mapFromSource(m_model.indexOf(code));
    if (!index.isValid())
        return;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        m_tree->expand(above);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void TreePanel::setConditions(const RequirementConditions &conditions)
{
    m_conditions = conditions;
    const QSignalBlocker blockers[] = {QSignalBlocker(m_search), QSignalBlocker(m_unrated), QSignalBlocker(m_critical),
                                       QSignalBlocker(m_mine)};
    m_search->setText(conditions.text);
    m_unrated->setChecked(conditions.unrated);
    m_critical->setChecked(conditions.critical);
    m_mine->setChecked(!conditions.chapters.isEmpty());
    applyFilter();
}

void TreePanel::setMyChapters(const QStringList &chapters)
{
    if (m_myChapters == chapters)
        return;
    m_myChapters = chapters;
    m_mine->setVisible(!chapters.isEmpty());
    m_mine->setToolTip(tr("Chapters %1").arg(chapters.join(QStringLiteral(", "))));
    if (chapters.isEmpty())
        m_mine->setChecked(false);
    applyFilter();
}

void TreePanel::applyFilter()
{
    m_conditions.text = m_search->text().trimmed();
    m_conditions.unrated = m_unrated->isChecked();
    m_conditions.critical = m_critical->isChecked();
    m_conditions.chapters = m_mine->isChecked() ? m_myChapters : QStringList();
    const auto kept = current();
    m_filter.setConditions(m_conditions);
    if (!m_conditions.isEmpty())
        m_tree->expandAll();
    if (kept)
        setCurrent(*kept);
    m_empty->setVisible(m_filter.rowCount() == 0);
    refreshChips();
}

QString TreePanel::alsoWords(RequirementConditions::Also also) const
{
    using Also = RequirementConditions::Also;
    switch (also) {
    case Also::All:
        return tr("More");
    case Also::Open:
        return tr("Open");
    case Also::BelowFull:
        return tr("Below full");
    case Also::Deferred:
        return tr("Deferred");
    case Also::NotRelevant:
        return tr("Not relevant");
    case Also::NoFinding:
        return tr("No finding");
    case Also::NoEvidence:
        return tr("No evidence");
    case Also::PlanMissing:
        return tr("Plan missing");
    case Also::NoNonconformity:
        return tr("Nonconformity missing");
    case Also::InConflict:
        return tr("In conflict");
    }
    return {};
}

void TreePanel::refreshChips()
{
    const int unrated = m_model.document().scoreCard().whole.unrated;
    m_unrated->setText(tr("Unrated %1").arg(unrated));
    m_unrated->updateGeometry();
    m_more->setText(alsoWords(m_conditions.also));
    m_more->setCheckable(true);
    m_more->setChecked(m_conditions.also != RequirementConditions::Also::All);
    m_more->updateGeometry();
    m_below->setVisible(m_conditions.below.has_value());
    if (m_conditions.below)
        m_below->setText(tr("Only %1").arg(m_conditions.below->toString()));
    m_below->setChecked(m_conditions.below.has_value());
    m_below->setToolTip(tr("Show everything again"));
    m_below->updateGeometry();
}

void TreePanel::openMoreMenu()
{
    using Also = RequirementConditions::Also;
    refreshChips();
    QMenu menu;
    for (const Also also : {Also::All, Also::Open, Also::BelowFull, Also::Deferred, Also::NotRelevant, Also::NoFinding,
                            Also::NoEvidence, Also::PlanMissing, Also::NoNonconformity, Also::InConflict}) {
        QAction *action = menu.addAction(also == Also::All ? tr("No more filters") : alsoWords(also));
        action->setCheckable(true);
        action->setChecked(m_conditions.also == also);
        connect(action, &QAction::triggered, this, [this, also] {
            m_conditions.also = also;
            applyFilter();
        });
    }
    menu.exec(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
}

QStringList TreePanel::expandedCodes() const
{
    QStringList codes;
    const Standard &standard = m_model.document().standard();
    for (const StandardNode &node : standard.nodes()) {
        const QModelIndex index = m_filter.mapFromSource(m_model.indexOf(node.code));
        if (index.isValid() && m_tree->isExpanded(index))
            codes.append(node.code.toString());
    }
    return codes;
}

void TreePanel::expandCodes(const QStringList &codes)
{
    for (const QString &text : codes) {
        if (const auto code = RequirementCode::fromString(text))
            m_tree->expand(m_filter.mapFromSource(m_model.indexOf(*code)));
    }
}

} // namespace adit
