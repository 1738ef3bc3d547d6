// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timelinepage.h"

#include "core/exchange/icalendar.h"
#include "ui/charts/timechart.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/records/recordlists.h"
#include "ui/pages/timelinelanes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/itemrow.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSaveFile>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace adit {

namespace {

using What = TimelineEntry::What;

QString iconOf(What what)
{
    switch (what) {
    case What::Milestone:
        return QStringLiteral("flag");
    case What::Meeting:
    case What::Interview:
        return QStringLiteral("person");
    case What::Place:
        return QStringLiteral("pin");
    case What::Request:
    case What::EvidenceEnds:
        return QStringLiteral("document");
    default:
        return QStringLiteral("clock");
    }
}

std::optional<EntityKind> listOf(const TimelineEntry &entry)
{
    switch (entry.what) {
    case What::Meeting:
        return EntityKind::Meeting;
    case What::Place:
        return EntityKind::VisitStop;
    case What::Interview:
        return EntityKind::Interview;
    case What::Request:
        return EntityKind::Request;
    case What::Action:
        return isLabel(EntityKind::Nonconformity, entry.subject) ? std::optional(EntityKind::Nonconformity)
                                                                 : std::nullopt;
    case What::Waiver:
        return EntityKind::Waiver;
    case What::Competence:
        return EntityKind::Competence;
    case What::EvidenceEnds:
        return EntityKind::Evidence;
    default:
        return std::nullopt;
    }
}

} // namespace

Destination destinationOf(const TimelineEntry &entry, const Standard &standard)
{
    if (entry.what == What::Milestone) {
        const Milestone *milestone = standard.process().milestone(entry.subject);
        return milestone ? Destination{QStringLiteral("step:") + milestone->step} : Destination{};
    }
    const auto list = listOf(entry);
    const RecordPageInfo *page = list ? pageOf(*list) : nullptr;
    return page ? Destination{QLatin1String(page->id), list, entry.subject}
                : Destination{QStringLiteral("assess"), {}, entry.subject};
}

TimelinePage::TimelinePage(Editor &editor, const ProcessWatch &process, PathChooser chooseCalendar, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_process(process)
    , m_chooseCalendar(std::move(chooseCalendar))
    , m_done(new Button(Button::Kind::Plain, tr("Show what is done"), this))
    , m_chart(new TimeChart)
    , m_openLanes(likelyOpenLanes(editor.document()))
    , m_sections(new QVBoxLayout)
{
    setObjectName(QStringLiteral("timelinePage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_done->setObjectName(QStringLiteral("showDone"));
    m_done->setCheckable(true);
    auto *calendar = new Button(Button::Kind::Plain, tr("Save as calendar…"), this);
    calendar->setObjectName(QStringLiteral("saveCalendar"));
    calendar->setIconName(QStringLiteral("calendar"));
    calendar->setVisible(m_chooseCalendar != nullptr);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(grid::page, 14, grid::page, grid::inside);
    head->setSpacing(grid::inside);
    m_chart->setObjectName(QStringLiteral("timelineChart"));
    m_chart->setAccessibleName(tr("Phases and steps by month; the list below says the same"));
    head->addWidget(newLabel(this, tr("Timeline"), Type::Title, Role::Text), 1);
    head->addWidget(m_done);
    head->addWidget(calendar);
    auto *content = new QWidget;
    auto *column = new QWidget(content);
    column->setMaximumWidth(scaled(font(), 860));
    column->setLayout(m_sections);
    m_sections->setContentsMargins(0, 0, 0, 0);
    m_sections->setSpacing(0);
    auto *inner = new QHBoxLayout(content);
    inner->setContentsMargins(grid::page, 0, grid::page, grid::page);
    inner->addWidget(column, 1);
    inner->addStretch(0);
    m_scroll = newPageScroll(content);
    auto *strip = new QWidget;
    auto *stripLayout = new QVBoxLayout(strip);
    stripLayout->setContentsMargins(grid::page, 0, grid::page, grid::inside);
    stripLayout->setSpacing(grid::inside);
    stripLayout->addWidget(m_chart, 1);
    stripLayout->addWidget(new TimeLegend(strip));
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(strip);
    m_splitter->addWidget(m_scroll);
    m_splitter->setStretchFactor(1, 1);
    strip->setMinimumHeight(scaled(font(), 130));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_splitter, 1);
    connect(m_chart, &TimeChart::toggled, this, [this](const QString &lane) {
        if (!m_openLanes.remove(lane))
            m_openLanes.insert(lane);
        refresh();
        fitChart();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
    connect(m_chart, &TimeChart::currentChanged, this, &TimelinePage::showRow);
    connect(m_chart, &TimeChart::activated, this, [this](const QString &id) {
        showRow(id);
        if (ItemRow *row = m_rows.value(id))
            row->click();
    });
    connect(m_done, &Button::clicked, this, &TimelinePage::refresh);
    connect(calendar, &Button::clicked, this, &TimelinePage::saveCalendar);
    connect(&editor.document(), &CaseDocument::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void TimelinePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
    fitChart();
}

QList<QWidget *> TimelinePage::panels()
{
    return {m_chart, m_scroll};
}

void TimelinePage::focusMain()
{
    if (auto *row = findChild<ItemRow *>())
        row->setFocus(Qt::OtherFocusReason);
    else
        m_done->setFocus(Qt::OtherFocusReason);
}

void TimelinePage::refresh()
{
    constexpr qsizetype mostLater = 60;
    emptyLayout(m_sections);
    const ProcessState &state = m_process.state();
    const QDate today = state.today;
    std::vector<TimelineEntry> late;
    std::vector<TimelineEntry> week;
    std::vector<TimelineEntry> month;
    std::vector<TimelineEntry> later;
    std::vector<TimelineEntry> done;
    m_rows.clear();
    const auto entries = timelineOf(m_editor.document().view(), state.schedule);
    m_chart->setLanes(timelineLanes(m_editor.document(), state, entries, m_openLanes), today);
    for (const TimelineEntry &entry : entries) {
        const qint64 days = today.daysTo(entry.day);
        auto &section = entry.isDone ? done : days < 0 ? late : days < 7 ? week : days < 31 ? month : later;
        section.push_back(entry);
    }
    addSection(tr("Late"), late, late.size());
    addSection(tr("This week"), week, week.size());
    addSection(tr("Within a month"), month, month.size());
    addSection(tr("Later"), later, mostLater);
    if (m_done->isChecked())
        addSection(tr("Done"), {done.rbegin(), done.rend()}, done.size());
    if (m_sections->count() == 0)
        m_sections->addWidget(newReading(this,
                                         tr("Nothing is dated yet. Dates come from the steps, and from requests, "
                                            "meetings, actions and what expires."),
                                         Type::Body, Role::SecondText));
    m_sections->addStretch(1);
}

void TimelinePage::addSection(const QString &title, const std::vector<TimelineEntry> &entries, qsizetype most)
{
    if (entries.empty())
        return;
    auto *head = new SectionHeader(title, this);
    head->setRuled(true);
    head->setDetail(QString::number(entries.size()));
    m_sections->addSpacing(grid::group);
    m_sections->addWidget(head);
    const Standard &standard = m_editor.document().standard();
    const QDate today = m_process.state().today;
    for (qsizetype i = 0; i < std::min(most, qsizetype(entries.size())); ++i) {
        const TimelineEntry &entry = entries[static_cast<std::size_t>(i)];
        const QString when =
            entry.isLate(today)
                ? tr("%1, %n day(s) late", nullptr, int(entry.day.daysTo(today))).arg(dateWords(entry.day))
                : dateWords(entry.day);
        QStringList detail{when, whatWords(entry.what)};
        if (entry.what != What::Milestone)
            detail.append(entry.subject);
        auto *row =
            new ItemRow(entry.isLate(today) ? QStringLiteral("warning") : iconOf(entry.what),
                        titleOf(entry, standard, catalogueLanguage()), detail.join(QStringLiteral(" · ")), this);
        connect(row, &ItemRow::clicked, this,
                [this, destination = destinationOf(entry, standard)] { Q_EMIT wanted(destination); });
        if (entry.isLate(today))
            row->setIconInk(Role::NotMet);
        row->installEventFilter(this);
        m_rows.insert(markIdOf(entry), row);
        m_sections->addWidget(row);
    }
    if (qsizetype(entries.size()) > most)
        m_sections->addWidget(
            newLabel(this, tr("%1 more").arg(qsizetype(entries.size()) - most), Type::Small, Role::ThirdText));
}

/// Brings the row of a date on the chart into view; what is done is shown for it.
void TimelinePage::showRow(const QString &id)
{
    if (!m_rows.contains(id) && !m_done->isChecked()) {
        m_done->setChecked(true);
        refresh();
    }
    ItemRow *shown = m_rows.value(id);
    for (ItemRow *row : std::as_const(m_rows))
        row->setMarked(row == shown);
    if (!shown)
        return;
    // Rows that have just been made have no place yet.
    m_scroll->widget()->layout()->activate();
    m_scroll->ensureWidgetVisible(shown, 0, scaled(font(), 40));
}

bool TimelinePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_chart->setCurrent(m_rows.key(static_cast<ItemRow *>(watched)));
    return false;
}

/// The chart takes what its lanes need, up to half of the page, until somebody moves the line between them.
void TimelinePage::fitChart()
{
    if (m_isMoved)
        return;
    const int wanted = m_chart->wantedHeight() + scaled(font(), 20) + 2 * grid::inside;
    const int chart = std::min(wanted, m_splitter->height() * 11 / 20);
    m_splitter->setSizes({chart, m_splitter->height() - chart});
}

void TimelinePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    layout()->activate();
    fitChart();
}

void TimelinePage::saveCalendar()
{
    const CaseDocument &document = m_editor.document();
    const QString site = document.assessment().details()[field::details::site];
    const QString path = m_chooseCalendar(this, site + QStringLiteral(".ics"));
    if (path.isEmpty())
        return;
    std::vector<CalendarEvent> events;
    for (const TimelineEntry &entry : timelineOf(document.view(), m_process.state().schedule))
        if (!entry.isDone)
            events.push_back({calendarId(entry, document.assessment().id()), entry.day,
                              titleOf(entry, document.standard(), catalogueLanguage()), whatWords(entry.what)});
    const QByteArray bytes = calendarBytes(events, site, document.surroundings().now());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        m_editor.submit(Error{ErrorCode::StorageFailed, path, file.errorString()});
        return;
    }
    Q_EMIT saved(path);
}

} // namespace adit
