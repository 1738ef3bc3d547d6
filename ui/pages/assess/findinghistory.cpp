// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/findinghistory.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptylayout.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

constexpr std::size_t mostTexts = 20;

bool isFinding(const LogEntry &entry)
{
    return entry.entity.kind == EntityKind::Answer && entry.field == infoOf(field::answer::finding).name;
}

QString authorWords(const LogEntry &first, const LogEntry &last, const QDate &today)
{
    const QString when = momentWords(last.time, today);
    if (first.version == last.version)
        return FindingHistory::tr("Written by %1, %2").arg(first.actor, when);
    return first.actor == last.actor
               ? FindingHistory::tr("Written by %1, last changed %2").arg(first.actor, when)
               : FindingHistory::tr("Written by %1, last changed by %2, %3").arg(first.actor, last.actor, when);
}

} // namespace

FindingHistory::FindingHistory(QWidget *parent)
    : QWidget(parent)
    , m_line(new ElidedLabel({}, this))
    , m_more(new Button(Button::Kind::Link, {}, this))
    , m_box(new QWidget(this))
    , m_list(new QVBoxLayout(m_box))
{
    m_line->setObjectName(QStringLiteral("findingAuthors"));
    m_line->setLook(Type::Small, Role::ThirdText);
    m_more->setObjectName(QStringLiteral("findingVersions"));
    m_more->setCheckable(true);
    m_list->setContentsMargins(0, grid::unit, 0, 0);
    m_list->setSpacing(grid::inside);
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::inside);
    line->addWidget(m_line, 1);
    line->addWidget(m_more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_box);
    m_box->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_more, &Button::toggled, this, [this](bool shown) {
        fillList();
        m_box->setVisible(shown);
    });
}

void FindingHistory::show(const std::vector<LogEntry> &log, const QString &finding, const QDate &today)
{
    m_today = today;
    const LogEntry *first = nullptr;
    const LogEntry *last = nullptr;
    m_earlier.clear();
    for (const LogEntry &entry : log) {
        if (!isFinding(entry))
            continue;
        last = last ? last : &entry;
        const QString text = entry.after.value_or(QString());
        first = text.isEmpty() ? first : &entry;
        const bool isKnown = std::ranges::find(m_earlier, text, &Text::words) != m_earlier.end();
        if (!text.isEmpty() && text != finding && !isKnown && m_earlier.size() < mostTexts)
            m_earlier.push_back({text, entry.actor, entry.time});
    }
    setVisible(first != nullptr);
    if (!first)
        return;
    m_line->setText(finding.isEmpty() ? tr("Cleared by %1, %2").arg(last->actor, momentWords(last->time, today))
                                      : authorWords(*first, *last, today));
    m_more->setText(tr("%n earlier text(s)", nullptr, static_cast<int>(m_earlier.size())));
    m_more->setVisible(!m_earlier.empty());
    m_more->updateGeometry();
    if (m_earlier.empty())
        m_more->setChecked(false);
    else if (m_more->isChecked())
        fillList();
}

void FindingHistory::forget()
{
    m_more->setChecked(false);
}

void FindingHistory::fillList()
{
    emptyLayout(m_list);
    if (!m_more->isChecked())
        return;
    for (const Text &text : m_earlier) {
        auto *entry = new QWidget(m_box);
        auto *column = new QVBoxLayout(entry);
        column->setContentsMargins(grid::inside, 0, 0, 0);
        column->setSpacing(2);
        auto *head = new QHBoxLayout;
        auto *who = new ElidedLabel(tr("%1, %2").arg(text.actor, momentWords(text.time, m_today)), entry);
        who->setLook(Type::Caption, Role::ThirdText);
        auto *take = new Button(Button::Kind::Link, tr("Take this text back"), entry);
        head->addWidget(who, 1);
        head->addWidget(take);
        auto *words = newReading(entry, text.words, Type::Small, Role::SecondText);
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        column->addLayout(head);
        column->addWidget(words);
        connect(take, &Button::clicked, this, [this, wanted = text.words] { Q_EMIT takenBack(wanted); });
        m_list->addWidget(entry);
    }
}

} // namespace adit
