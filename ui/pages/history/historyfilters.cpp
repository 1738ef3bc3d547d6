// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/historyfilters.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/searchfield.h"
#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <algorithm>

namespace adit {

namespace {

Instant startOf(const QDate &day)
{
    return {day.startOfDay().toMSecsSinceEpoch()};
}

/// Labels repeat: a person, a meeting and a nonconformity all have notes. Those of a requirement are known by
/// themselves.
QString fieldWords(const FieldInfo &field)
{
    return field.kind == EntityKind::Answer ? fieldLabel(field)
                                            : HistoryFilters::tr("%1: %2").arg(kindWord(field.kind), fieldLabel(field));
}

QString fieldKey(const FieldInfo &field)
{
    return kindInfo(field.kind).name + QLatin1Char('/') + field.name;
}

/// A day with its word before it.
void addDay(const QString &word, DateField *field, QHBoxLayout *days)
{
    auto *label = newLabel(days->parentWidget(), word, Type::Small, Role::SecondText);
    label->setBuddy(field);
    field->setFixedWidth(scaled(field->font(), 138));
    days->addWidget(label);
    days->addWidget(field);
}

/// `all` first, then the entries; what was chosen stays so.
void fill(QComboBox *box, const QString &all, const std::vector<std::pair<QString, QString>> &entries)
{
    const QSignalBlocker quiet(box);
    const QString chosen = box->currentData().toString();
    const QString words = box->currentText();
    box->clear();
    box->addItem(all, QString());
    for (const auto &[text, key] : entries)
        box->addItem(text, key);
    if (!chosen.isEmpty() && box->findData(chosen) < 0)
        box->addItem(words, chosen);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

} // namespace

HistoryFilters::HistoryFilters(QWidget *parent)
    : QWidget(parent)
    , m_person(new QComboBox(this))
    , m_thing(new SearchField(tr("1.2.2.2, 1.2, E-A07"), this))
    , m_field(new QComboBox(this))
    , m_from(new DateField(this))
    , m_to(new DateField(this))
    , m_clear(new Button(Button::Kind::Link, tr("Clear filters"), this))
{
    m_person->setObjectName(QStringLiteral("historyPerson"));
    m_person->setAccessibleName(tr("Who edited"));
    m_thing->setObjectName(QStringLiteral("historyThing"));
    m_thing->setAccessibleName(tr("Requirement or record"));
    m_thing->setToolTip(tr("Number of a requirement or a record; of a chapter, for all below it"));
    m_field->setObjectName(QStringLiteral("historyField"));
    m_field->setAccessibleName(tr("Field"));
    m_from->setObjectName(QStringLiteral("historyFrom"));
    m_from->setAccessibleName(tr("From this day on"));
    m_to->setObjectName(QStringLiteral("historyTo"));
    m_to->setAccessibleName(tr("Up to this day"));
    m_clear->setObjectName(QStringLiteral("historyClear"));
    m_clear->hide();
    for (QComboBox *box : {m_person, m_field}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setFixedWidth(scaled(font(), 172));
        connect(box, &QComboBox::currentIndexChanged, this, &HistoryFilters::announce);
    }
    m_thing->setFixedWidth(scaled(font(), 186));
    setScope({});
    auto *flow = new FlowLayout(grid::inside, this);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(m_person);
    flow->addWidget(m_thing);
    flow->addWidget(m_field);
    auto *days = new QWidget(this); // which stay together where the line is broken
    auto *daysLine = new QHBoxLayout(days);
    daysLine->setContentsMargins(0, 0, 0, 0);
    daysLine->setSpacing(6);
    addDay(tr("From"), m_from, daysLine);
    addDay(tr("to"), m_to, daysLine);
    flow->addWidget(days);
    flow->addWidget(m_clear);
    for (QLineEdit *line :
         {static_cast<QLineEdit *>(m_thing), static_cast<QLineEdit *>(m_from), static_cast<QLineEdit *>(m_to)})
        connect(line, &QLineEdit::textChanged, this, &HistoryFilters::announce);
    connect(m_clear, &Button::clicked, this, &HistoryFilters::clear);
}

void HistoryFilters::setScope(const HistoryScope &scope)
{
    m_scope = scope;
    std::vector<std::pair<QString, QString>> people;
    for (const QString &person : scope.people)
        people.emplace_back(person, person);
    std::vector<std::pair<QString, QString>> fields;
    for (const FieldInfo *field : scope.fields)
        fields.emplace_back(fieldWords(*field), fieldKey(*field));
    // Those of requirements first, as they are asked for most.
    const auto others = static_cast<std::ptrdiff_t>(
        std::ranges::count_if(scope.fields, [](const FieldInfo *field) { return field->kind != EntityKind::Answer; }));
    std::ranges::stable_sort(fields, {}, [&](const auto &entry) {
        return !entry.second.startsWith(kindInfo(EntityKind::Answer).name + QLatin1Char('/'));
    });
    std::ranges::sort(fields.end() - others, fields.end());
    fill(m_person, tr("Anyone"), people);
    fill(m_field, tr("Any field"), fields);
}

HistoryFilter HistoryFilters::filter() const
{
    HistoryFilter filter{.person = m_person->currentData().toString(), .thing = m_thing->text().trimmed()};
    const QString field = m_field->currentData().toString();
    if (!field.isEmpty()) {
        filter.kind = kindFromName(field.section(QLatin1Char('/'), 0, 0));
        filter.field = field.section(QLatin1Char('/'), 1);
    }
    if (const auto from = m_from->date())
        filter.since = startOf(*from);
    if (const auto to = m_to->date())
        filter.before = startOf(to->addDays(1));
    return filter;
}

void HistoryFilters::clear()
{
    {
        const QSignalBlocker blockers[] = {QSignalBlocker(m_person), QSignalBlocker(m_thing), QSignalBlocker(m_field)};
        m_person->setCurrentIndex(0);
        m_field->setCurrentIndex(0);
        m_thing->clear();
        m_from->setDate(std::nullopt);
        m_to->setDate(std::nullopt);
    }
    announce();
}

/// A day that is being typed says nothing yet.
void HistoryFilters::announce()
{
    const HistoryFilter now = filter();
    m_clear->setVisible(now != HistoryFilter());
    if (now == m_last)
        return;
    m_last = now;
    Q_EMIT changed();
}

} // namespace adit
