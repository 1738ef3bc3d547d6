// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/scoreboard/scoreboardpage.h"

#include "ui/charts/chartlegend.h"
#include "ui/charts/levelladder.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/scoreboard/levelreasons.h"
#include "ui/widgets/answerpanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

QFrame *rule(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("rule", QStringLiteral("line"));
    return line;
}

QString sourceWords(const CaseDocument &document, ScoreSource source)
{
    const QString year = document.assessment().details()[field::details::previous_year];
    switch (source) {
    case ScoreSource::Audit:
        return ScoreboardPage::tr("Audit");
    case ScoreSource::SelfAssessment:
        return ScoreboardPage::tr("Self-assessment");
    case ScoreSource::PreviousAudit:
        return year.isEmpty() ? ScoreboardPage::tr("Previous audit") : ScoreboardPage::tr("Audit %1").arg(year);
    }
    return {};
}

/// Heads and rules stand 8 pixels in, so that they line up with the words of the rows below.
QHBoxLayout *inset(QWidget *widget)
{
    auto *layout = new QHBoxLayout;
    layout->setContentsMargins(grid::inside, 0, grid::inside, 0);
    layout->addWidget(widget);
    return layout;
}

} // namespace

ScoreboardPage::ScoreboardPage(CaseDocument &document, QWidget *parent)
    : Page(parent)
    , m_document(document)
    , m_views(new QStackedWidget(this))
    , m_sheet(new AnswerPanel(this))
{
    setObjectName(QStringLiteral("scoreboardPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_sheet->setObjectName(QStringLiteral("whySheet"));
    m_sheet->setFixedWidth(scaled(font(), 316));
    m_sheet->hide();
    m_views->addWidget(buildCharts());
    m_views->addWidget(buildTable());
    auto *main = new QVBoxLayout;
    main->setContentsMargins(0, 0, 0, 0);
    main->setSpacing(0);
    main->addWidget(buildHead());
    main->addWidget(m_views, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(main, 1);
    layout->addWidget(m_sheet);
    connect(m_sheet, &AnswerPanel::closed, this, &ScoreboardPage::closeSheet);
    connect(&document, &CaseDocument::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            refresh();
    });
}

QWidget *ScoreboardPage::buildHead()
{
    auto *head = new QFrame(this);
    head->setProperty("rule", QStringLiteral("bottom"));
    m_sourceChoice = new SegmentedControl(head);
    m_sourceChoice->setObjectName(QStringLiteral("scoreSource"));
    m_tableButton = new Button(Button::Kind::Plain, tr("Table"), head);
    m_tableButton->setObjectName(QStringLiteral("scoreTableButton"));
    m_tableButton->setIconName(QStringLiteral("table"));
    m_tableButton->setCheckable(true);
    m_qualification = newLabel(head, {}, Type::Small, Role::ThirdText);
    m_qualification->setObjectName(QStringLiteral("resultWords"));
    m_qualification->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->setSpacing(grid::inside);
    top->addWidget(newLabel(head, tr("Scoreboard"), Type::Title, Role::Text), 1);
    top->addWidget(m_sourceChoice);
    top->addWidget(m_tableButton);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(grid::page, 14, grid::page, 10);
    layout->setSpacing(grid::unit);
    layout->addLayout(top);
    layout->addWidget(m_qualification);
    connect(m_sourceChoice, &SegmentedControl::chosen, this, [this](int index) {
        m_source = m_sources[static_cast<std::size_t>(index)];
        refresh();
    });
    connect(m_tableButton, &Button::toggled, this, [this](bool table) { m_views->setCurrentIndex(table ? 1 : 0); });
    return head;
}

QWidget *ScoreboardPage::buildCharts()
{
    auto *content = new QWidget;
    auto *leading = new QVBoxLayout;
    leading->setSpacing(6);
    auto *levelHead = new SectionHeader(tr("Level"), content);
    m_status = new Chip({}, content);
    m_status->setTag();
    m_status->setObjectName(QStringLiteral("levelStatus"));
    levelHead->addTrailing(m_status);
    m_level = newLabel(content, {}, Type::Heading, Role::Text);
    m_level->setObjectName(QStringLiteral("levelWords"));
    m_ladder = new LevelLadder(content);
    m_ladder->setObjectName(QStringLiteral("levelLadder"));
    auto *principlesHead = new SectionHeader(tr("Principles"), content);
    principlesHead->setDetail(tr("each must reach the line"));
    m_principles = new ScoreBars(tr("Principles"), {}, content);
    m_principles->setObjectName(QStringLiteral("principleBars"));
    m_criticalHead = new SectionHeader({}, content);
    auto *diamond = new GlyphLabel(10, content);
    diamond->setDiamond();
    m_criticalHead->addLeading(diamond);
    m_criticalCounts = new QWidget(content);
    auto *counts = new QHBoxLayout(m_criticalCounts);
    counts->setContentsMargins(0, 0, 0, 0);
    counts->setSpacing(grid::unit);
    m_criticalHead->addTrailing(m_criticalCounts);
    auto *why = new Button(Button::Kind::Flat, {}, content);
    why->setIconName(QStringLiteral("question"));
    why->setToolTip(tr("Why: critical requirements"));
    why->setAccessibleName(why->toolTip());
    m_criticalHead->addTrailing(why);
    m_criticals = new CriticalStrip(content);
    m_criticals->setObjectName(QStringLiteral("criticalStrip"));
    auto *decidesHead = new SectionHeader(tr("What decides the level"), content);
    m_reasons = new QVBoxLayout;
    m_reasons->setContentsMargins(grid::inside, 0, grid::inside, 0);
    m_reasons->setSpacing(0);
    leading->addLayout(inset(levelHead));
    leading->addLayout(inset(m_level));
    leading->addWidget(m_ladder);
    leading->addLayout(inset(rule(content)));
    leading->addLayout(inset(principlesHead));
    leading->addWidget(m_principles);
    leading->addLayout(inset(rule(content)));
    leading->addLayout(inset(m_criticalHead));
    leading->addWidget(m_criticals);
    leading->addLayout(inset(rule(content)));
    leading->addLayout(inset(decidesHead));
    leading->addLayout(m_reasons);
    leading->addStretch(1);

    auto *trailing = new QVBoxLayout;
    trailing->setSpacing(grid::unit);
    m_chapterHead = new SectionHeader({}, content);
    auto *order = new Button(Button::Kind::Flat, tr("by number"), content);
    order->setObjectName(QStringLiteral("chapterOrder"));
    order->setMenuMark(true);
    order->setToolTip(tr("Change the order"));
    m_chapterHead->addTrailing(order);
    ScoreBars::Measures compact;
    compact.rowHeight = 20;
    compact.barHeight = 10;
    compact.numberWidth = 28;
    compact.labelWidth = 120;
    compact.strongSelection = false;
    m_chapters = new ScoreBars(tr("Chapters"), compact, content);
    m_chapters->setObjectName(QStringLiteral("chapterBars"));
    trailing->addLayout(inset(m_chapterHead));
    trailing->addWidget(m_chapters);
    trailing->addWidget(new ChartLegend(content));
    trailing->addStretch(1);

    auto *divider = new QFrame(content);
    divider->setProperty("rule", QStringLiteral("left"));
    divider->setFixedWidth(1);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_columns->setContentsMargins(grid::page - 8, 10, grid::page - 8, grid::inside);
    m_columns->setSpacing(grid::group);
    m_columns->addLayout(leading, 11);
    m_columns->addWidget(divider);
    m_columns->addLayout(trailing, 9);
    m_divider = divider;
    connect(m_ladder, &LevelLadder::clicked, this, [this] { showWhy(QStringLiteral("level")); });
    connect(why, &Button::clicked, this, [this] { showWhy(QStringLiteral("critical")); });
    connect(m_principles, &ScoreBars::chosen, this, &ScoreboardPage::showWhy);
    connect(m_chapters, &ScoreBars::chosen, this, &ScoreboardPage::showWhy);
    connect(m_criticals, &CriticalStrip::chosen, this, [this](const QString &id) {
        if (const auto code = RequirementCode::fromString(id))
            Q_EMIT requirementWanted(*code);
    });
    connect(order, &Button::clicked, this, [this, order] {
        QMenu menu;
        for (const bool byScore : {false, true}) {
            QAction *action = menu.addAction(byScore ? tr("by score, lowest first") : tr("by number"));
            action->setCheckable(true);
            action->setChecked(m_byScore == byScore);
            connect(action, &QAction::triggered, this, [this, order, byScore] {
                m_byScore = byScore;
                order->setText(byScore ? tr("by score") : tr("by number"));
                order->updateGeometry();
                refresh();
            });
        }
        menu.exec(order->mapToGlobal(QPoint(0, order->height() + 2)));
    });
    QScrollArea *scroll = newPageScroll(content);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

QWidget *ScoreboardPage::buildTable()
{
    auto *view = new QTableView;
    view->setObjectName(QStringLiteral("scoreTable"));
    view->setAccessibleName(tr("Scores as a table"));
    view->setModel(&m_table);
    dressTable(view, 28);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(view, &QTableView::activated, this,
            [this](const QModelIndex &index) { showWhy(index.siblingAtColumn(0).data().toString()); });
    return view;
}

void ScoreboardPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        refresh();
}

void ScoreboardPage::refreshSources()
{
    std::vector<ScoreSource> sources;
    QStringList words;
    for (const ScoreSource source : {ScoreSource::Audit, ScoreSource::SelfAssessment, ScoreSource::PreviousAudit}) {
        if (!hasRatings(m_document, source))
            continue;
        sources.push_back(source);
        words.append(sourceWords(m_document, source));
    }
    if (sources == m_sources)
        return;
    m_sources = sources;
    m_sourceChoice->setVisible(sources.size() > 1);
    m_sourceChoice->setSegments(words);
    const auto at = std::find(sources.begin(), sources.end(), m_source);
    m_source = at == sources.end() ? ScoreSource::Audit : m_source;
    m_sourceChoice->setCurrent(at == sources.end() ? 0 : static_cast<int>(at - sources.begin()));
}

void ScoreboardPage::refresh()
{
    m_stale = false;
    refreshSources();
    const Standard &standard = m_document.standard();
    m_scores = scoresOf(m_document, m_source);
    const LevelResult &level = m_scores.card.level;
    m_qualification->setText(m_scores.sentence + QLatin1Char(' ') + levelQualification(standard, catalogueLanguage()));
    m_status->setText(m_scores.status);
    m_status->updateGeometry();
    m_level->setText(levelInterval(standard, level));
    m_ladder->setLevels(ladderNames(standard), ladderPlace(standard, level.floor),
                        ladderPlace(standard, level.ceiling));
    const std::vector<double> lines = levelLines(standard);
    m_principles->setLines(lines);
    m_chapters->setLines(lines);
    m_principles->setBars(barsOf(standard, m_scores.card.principles));
    std::vector<ChartBar> chapters = barsOf(standard, m_scores.card.chapters);
    if (m_byScore)
        std::stable_sort(chapters.begin(), chapters.end(), [](const ChartBar &a, const ChartBar &b) {
            return std::pair(!a.relevant, a.floor) < std::pair(!b.relevant, b.floor);
        });
    m_chapters->setBars(chapters);
    m_chapterHead->setTitle(tr("Chapters, %1").arg(chapters.size()));
    m_criticals->setRows(criticalRows(standard, m_scores));
    refreshCriticalCounts();
    refreshReasons();
    m_table.setLines(linesOf(standard, m_scores.card));
    refreshSheet();
}

void ScoreboardPage::refreshCriticalCounts()
{
    const Standard &standard = m_document.standard();
    const CriticalScore &critical = m_scores.card.critical;
    m_criticalHead->setTitle(tr("Critical requirements, %1").arg(critical.all.size()));
    QLayout *layout = m_criticalCounts->layout();
    emptyLayout(layout);
    const auto add = [&](Glyph glyph, int count) {
        if (count == 0)
            return;
        auto *mark = new GlyphLabel(12, m_criticalCounts);
        mark->setGlyph(glyph);
        layout->addWidget(mark);
        layout->addWidget(newLabel(m_criticalCounts, QString::number(count), Type::Small, Role::SecondText));
    };
    for (std::size_t i = 0; i < critical.ratings.size(); ++i)
        add(glyphFromName(standard.scale()[i].glyph), critical.ratings[i]);
    add(Glyph::Dotted, static_cast<int>(critical.unrated.size()));
    add(Glyph::Dash, static_cast<int>(critical.all.size()) - critical.relevant);
}

void ScoreboardPage::refreshReasons()
{
    emptyLayout(m_reasons);
    const ShowInAssess show = [this](const RequirementConditions &conditions) { Q_EMIT assessWanted(conditions); };
    const auto &reasons = m_scores.card.level.reasons;
    // What stands in the way comes first: it is what can be changed.
    for (const bool good : {false, true}) {
        for (const LevelReason &reason : reasons) {
            if (speaksFor(reason) == good && m_reasons->count() < 4)
                m_reasons->addWidget(
                    reasonRow(m_document.standard(), reason, show, LinkPlace::AtTheEnd, m_reasons->parentWidget()));
        }
    }
}

const GroupScore *ScoreboardPage::groupOf(const QString &text) const
{
    const auto code = RequirementCode::fromString(text);
    const auto node = code ? m_document.standard().nodeIndex(*code) : std::nullopt;
    for (const auto *groups : {&m_scores.card.principles, &m_scores.card.chapters}) {
        for (const GroupScore &group : *groups) {
            if (node && group.node == *node)
                return &group;
        }
    }
    return nullptr;
}

void ScoreboardPage::showWhy(const QString &what)
{
    m_why = what;
    if (m_stale)
        refresh();
    refreshSheet();
}

void ScoreboardPage::refreshSheet()
{
    m_principles->setCurrent(m_why);
    m_chapters->setCurrent(m_why);
    const ShowInAssess show = [this](const RequirementConditions &conditions) { Q_EMIT assessWanted(conditions); };
    m_sheet->setFooter(nullptr);
    if (m_why == QLatin1String("level")) {
        m_sheet->setTitle(tr("Why this level"));
        m_sheet->setContent(whyLevel(m_document, m_scores, show));
    } else if (m_why == QLatin1String("critical")) {
        m_sheet->setTitle(tr("Why: critical requirements"));
        m_sheet->setContent(whyCriticals(m_document, m_scores, show));
    } else if (const GroupScore *group = groupOf(m_why)) {
        fillGroupSheet(*group);
    } else {
        m_sheet->hide();
        return arrange();
    }
    m_sheet->show();
    arrange();
}

void ScoreboardPage::fillGroupSheet(const GroupScore &group)
{
    const StandardNode &node = m_document.standard().nodes()[static_cast<std::size_t>(group.node)];
    m_sheet->setTitle(tr("Why %1 %2").arg(node.code.toString(), shortTitle(node)));
    m_sheet->setContent(whyGroup(m_document, m_scores, group, true));
    const int open = group.unrated + group.deferred;
    RequirementConditions conditions;
    conditions.below = node.code;
    conditions.also = open > 0 ? RequirementConditions::Also::Open : RequirementConditions::Also::All;
    auto *footer = new QWidget;
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(0, grid::inside, 0, 0);
    auto *show =
        new Button(Button::Kind::Plain, open > 0 ? tr("Show %1 in Assess").arg(open) : tr("Show in Assess"), footer);
    show->setObjectName(QStringLiteral("showOpenInAssess"));
    show->setIconName(QStringLiteral("assess"));
    connect(show, &Button::clicked, this, [this, conditions] { Q_EMIT assessWanted(conditions); });
    layout->addWidget(show);
    layout->addStretch(1);
    m_sheet->setFooter(footer);
}

void ScoreboardPage::closeSheet()
{
    m_why.clear();
    refreshSheet();
    m_principles->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> ScoreboardPage::panels()
{
    return {m_principles, m_chapters, m_sheet};
}

void ScoreboardPage::focusMain()
{
    m_principles->setFocus(Qt::OtherFocusReason);
}

void ScoreboardPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void ScoreboardPage::arrange()
{
    const int sheet = m_sheet->isHidden() ? 0 : m_sheet->width();
    const int room = (width() - sheet) * 13 / std::max(13, qRound(pixelSize(font())));
    const bool side = room >= 800;
    m_columns->setDirection(side ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_divider->setVisible(side);
}

} // namespace adit
