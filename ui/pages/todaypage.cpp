// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/todaypage.h"

#include "core/process/progress.h"
#include "core/process/team.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/records/recordlists.h"
#include "ui/pages/step/gaterow.h"
#include "ui/pages/timelinelanes.h"
#include "ui/pages/timelinepage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/itemrow.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/choicewords.h"
#include "ui/words/processwords.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <algorithm>

namespace adit {

namespace {

/// Longer lists are gone through where they are.
constexpr std::size_t mostRows = 6;

SectionHeader *newSection(const QString &title, std::size_t count, QVBoxLayout *column)
{
    auto *head = new SectionHeader(title, column->parentWidget());
    head->setRuled(true);
    if (count > 0)
        head->setDetail(QString::number(count));
    if (column->count() > 0)
        column->addSpacing(grid::group);
    column->addWidget(head);
    return head;
}

void addWords(const QString &words, QVBoxLayout *column)
{
    auto *label = newReading(column->parentWidget(), words, Type::Body, Role::SecondText);
    label->setContentsMargins(0, grid::inside, 0, grid::inside);
    column->addWidget(label);
}

QString memberWords(const Record &member)
{
    return QStringLiteral("%1  %2, %3")
        .arg(member[field::team_member::label], member[field::team_member::name],
             choiceWord(infoOf(field::team_member::role), member[field::team_member::role]).toLower());
}

QString dayDetail(const QDate &day, const QDate &today)
{
    if (day < today)
        return TodayPage::tr("%1, %n day(s) late", nullptr, int(day.daysTo(today))).arg(dateWords(day));
    return day == today ? TodayPage::tr("today") : dateWords(day);
}

} // namespace

TodayPage::TodayPage(const CaseDocument &document, const ProcessWatch &process, WhoAmI &whoAmI, QWidget *parent)
    : Page(parent)
    , m_document(document)
    , m_process(process)
    , m_whoAmI(whoAmI)
    , m_members(new QComboBox(this))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(QStringLiteral("todayPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_columns->setSpacing(32);
    m_mine = newColumn("todayMine");
    m_dates = newColumn("todayDates");
    m_missing = newColumn("todayMissing");
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(grid::page, grid::inside, grid::page, grid::page);
    inner->addLayout(m_columns);
    inner->addStretch(1);
    QScrollArea *scroll = newPageScroll(content, this);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(newHead());
    layout->addWidget(scroll, 1);
    connect(m_members, &QComboBox::activated, this,
            [this] { m_whoAmI.setMember(m_members->currentData().toString()); });
    const auto refreshIfSeen = [this] {
        if (isVisible())
            refresh();
    };
    connect(&document, &CaseDocument::changed, this, refreshIfSeen);
    connect(&whoAmI, &WhoAmI::changed, this, refreshIfSeen);
}

QWidget *TodayPage::newHead()
{
    auto *head = new QWidget(this);
    m_members->setObjectName(QStringLiteral("iAm"));
    m_members->setAccessibleName(tr("I am"));
    m_members->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_members->setMinimumContentsLength(36);
    auto *label = newLabel(head, tr("I am"), Type::Body, Role::SecondText);
    label->setBuddy(m_members);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(grid::page, 14, grid::page, grid::inside);
    layout->setSpacing(grid::inside);
    layout->addWidget(newLabel(head, tr("Today"), Type::Title, Role::Text), 1);
    layout->addWidget(label);
    layout->addWidget(m_members);
    return head;
}

QVBoxLayout *TodayPage::newColumn(const char *name)
{
    auto *box = new QWidget(this);
    box->setObjectName(QLatin1String(name));
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_columns->addWidget(box, 1, Qt::AlignTop);
    return rows;
}

void TodayPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

void TodayPage::focusMain()
{
    const auto rows = findChildren<ItemRow *>();
    QWidget *first = rows.isEmpty() ? static_cast<QWidget *>(m_members) : rows.front();
    first->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> TodayPage::panels()
{
    return {m_members, m_mine->parentWidget(), m_dates->parentWidget(), m_missing->parentWidget()};
}

void TodayPage::setRoom(int width)
{
    m_columns->setDirection(width < 1000 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void TodayPage::refresh()
{
    refreshMembers();
    for (QVBoxLayout *column : {m_mine, m_dates, m_missing})
        emptyLayout(column);
    showMine();
    showDates();
    showMissing();
}

void TodayPage::refreshMembers()
{
    m_members->clear();
    m_members->addItem(tr("Nobody yet: choose"), QString());
    for (const Record *member : activeMembers(m_document.assessment()))
        m_members->addItem(memberWords(*member), (*member)[field::team_member::label]);
    m_members->setCurrentIndex(std::max(0, m_members->findData(m_whoAmI.member())));
}

void TodayPage::showMine()
{
    const QString member = m_whoAmI.member();
    if (member.isEmpty()) {
        newSection(tr("Mine"), 0, m_mine);
        const bool hasTeam = m_members->count() > 1;
        addWords(hasTeam ? tr("Say who you are, above, and what waits for you stands here.")
                         : tr("Nobody is on the team yet. Members, and the chapters allocated to them, are kept under "
                              "Plan and team."),
                 m_mine);
        if (!hasTeam)
            addMore(m_mine, 0, {QStringLiteral("plan"), EntityKind::TeamMember});
        return;
    }
    const MyWork work = workOf(m_document.view(), m_document.ratedItems(), member, m_process.state().today);
    if (!work.unrated.empty()) {
        newSection(tr("Mine to rate"), work.unrated.size(), m_mine);
        QStringList detail{tr("Chapters %1").arg(work.chapters.join(QStringLiteral(", ")))};
        if (work.unratedCritical > 0)
            detail.prepend(tr("%n of them critical", nullptr, work.unratedCritical));
        auto *row =
            new ItemRow(QStringLiteral("assess"), tr("%n requirement(s) not rated", nullptr, int(work.unrated.size())),
                        detail.join(QStringLiteral(" · ")), m_mine->parentWidget());
        row->setObjectName(QStringLiteral("mineUnrated"));
        connect(row, &ItemRow::clicked, this, [this, chapters = work.chapters] {
            Q_EMIT requirementsWanted({.unrated = true, .chapters = chapters});
        });
        m_mine->addWidget(row);
    }
    addItems(tr("Mine to answer"), work.toAnswer);
    addItems(tr("My nonconformities and actions"), work.nonconformities);
    addItems(tr("My interviews"), work.interviews);
    if (work.isEmpty()) {
        newSection(tr("Mine"), 0, m_mine);
        addWords(work.chapters.isEmpty() ? tr("Nothing waits for you. No chapter is allocated to you.")
                                         : tr("Nothing waits for you."),
                 m_mine);
    }
}

void TodayPage::addItems(const QString &title, const std::vector<MyWork::Item> &items)
{
    if (items.empty())
        return;
    newSection(title, items.size(), m_mine);
    const QDate today = m_process.state().today;
    for (std::size_t i = 0; i < std::min(mostRows, items.size()); ++i) {
        const MyWork::Item &item = items[i];
        const RecordPageInfo *page = pageOf(item.kind);
        QStringList detail{item.subject, kindWord(item.kind)};
        if (item.day)
            detail.prepend(item.isLate ? dayDetail(*item.day, today) : dateWords(*item.day));
        auto *row = new ItemRow(item.isLate ? QStringLiteral("warning") : QLatin1String(page->icon), item.title,
                                detail.join(QStringLiteral(" · ")), m_mine->parentWidget());
        if (item.isLate)
            row->setIconInk(Role::NotMet);
        connect(row, &ItemRow::clicked, this,
                [this, destination = Destination{QLatin1String(page->id), item.kind, item.subject}] {
                    Q_EMIT wanted(destination);
                });
        m_mine->addWidget(row);
    }
    if (items.size() > mostRows)
        addMore(m_mine, items.size() - mostRows,
                {QLatin1String(pageOf(items.front().kind)->id), items.front().kind, {}});
}

void TodayPage::showDates()
{
    std::vector<TimelineEntry> late;
    std::vector<TimelineEntry> week;
    const ProcessState &state = m_process.state();
    for (const TimelineEntry &entry : timelineOf(m_document.view(), state.schedule)) {
        if (entry.isLate(state.today))
            late.push_back(entry);
        else if (!entry.isDone && entry.day < state.today.addDays(7))
            week.push_back(entry);
    }
    addEntries(tr("Late"), late);
    addEntries(tr("Due this week"), week);
    if (late.empty() && week.empty()) {
        newSection(tr("Due"), 0, m_dates);
        addWords(tr("Nothing is late, and nothing is due this week."), m_dates);
        addMore(m_dates, 0, {QStringLiteral("timeline")});
    }
}

void TodayPage::addEntries(const QString &title, const std::vector<TimelineEntry> &entries)
{
    if (entries.empty())
        return;
    newSection(title, entries.size(), m_dates);
    const Standard &standard = m_document.standard();
    const QDate today = m_process.state().today;
    for (std::size_t i = 0; i < std::min(mostRows, entries.size()); ++i) {
        const TimelineEntry &entry = entries[i];
        QStringList detail{dayDetail(entry.day, today), whatWords(entry.what)};
        if (entry.what != TimelineEntry::What::Milestone)
            detail.append(entry.subject);
        const bool isLate = entry.isLate(today);
        auto *row = new ItemRow(isLate ? QStringLiteral("warning") : QStringLiteral("clock"),
                                titleOf(entry, standard, catalogueLanguage()), detail.join(QStringLiteral(" · ")),
                                m_dates->parentWidget());
        if (isLate)
            row->setIconInk(Role::NotMet);
        connect(row, &ItemRow::clicked, this,
                [this, destination = destinationOf(entry, standard)] { Q_EMIT wanted(destination); });
        m_dates->addWidget(row);
    }
    if (entries.size() > mostRows)
        addMore(m_dates, entries.size() - mostRows, {QStringLiteral("timeline")});
}

void TodayPage::showMissing()
{
    const ProcessState &state = m_process.state();
    const Standard &standard = m_document.standard();
    bool isAny = false;
    for (const ProcessStep *step : openSteps(m_document.view())) {
        const auto shut = state.shut(step->code, false);
        if (shut.empty())
            continue;
        isAny = true;
        newSection(tr("Missing in %1 %2").arg(step->code, step->shortTitle.in(catalogueLanguage())), shut.size(),
                   m_missing);
        for (std::size_t i = 0; i < std::min(mostRows, shut.size()); ++i) {
            const GateState &gate = *shut[i];
            Destination destination = destinationOf(gate, standard);
            if (destination.page.isEmpty())
                destination.page = QStringLiteral("step:") + step->code;
            auto *row = new GateRow(
                GateRow::Mark::Missing,
                {gate.gate->title.in(catalogueLanguage()), missingWords(gate, m_document.view()), tr("Go there"), {}},
                m_missing->parentWidget());
            connect(row, &GateRow::followed, this, [this, destination] { Q_EMIT wanted(destination); });
            m_missing->addWidget(row);
        }
        if (shut.size() > mostRows)
            addMore(m_missing, shut.size() - mostRows, {QStringLiteral("step:") + step->code});
    }
    if (isAny)
        return;
    newSection(tr("Missing"), 0, m_missing);
    addWords(openSteps(m_document.view()).empty() ? tr("No step is open.")
                                                  : tr("Nothing keeps the open steps from closing."),
             m_missing);
}

/// A link to the whole list; `hidden` says how many more stand there.
void TodayPage::addMore(QVBoxLayout *column, std::size_t hidden, const Destination &destination)
{
    auto *link = new Button(Button::Kind::Link, hidden > 0 ? tr("%n more", nullptr, int(hidden)) : tr("Go there"),
                            column->parentWidget());
    connect(link, &Button::clicked, this, [this, destination] { Q_EMIT wanted(destination); });
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, grid::unit, 0, 0);
    line->addWidget(link);
    line->addStretch(1);
    column->addLayout(line);
}

} // namespace adit
