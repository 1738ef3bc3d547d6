// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/editdetail.h"

#include "core/review/calibration.h"
#include "ui/editing/verbwords.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/changerows.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/choicewords.h"
#include "ui/words/conflictwords.h"
#include "ui/words/errorwords.h"
#include "ui/words/words.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

/// An import may touch hundreds of things.
constexpr std::size_t atOnce = 40;

/// Day and time, also of today: a trail is read for its moments.
QString exactWords(Instant moment)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(moment.milliseconds);
    return EditDetail::tr("%1, %2").arg(dateWords(time.date()), time.time().toString(QStringLiteral("HH:mm:ss")));
}

} // namespace

EditDetail::EditDetail(const CaseDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(newLabel(this, {}, Type::Heading, Role::Text))
    , m_who(newReading(this, {}, Type::Small, Role::SecondText))
    , m_samples(newMarkSamples(this))
    , m_list(new QVBoxLayout)
    , m_more(new Button(Button::Kind::Link, {}, this))
{
    m_title->setObjectName(QStringLiteral("historyEdit"));
    m_title->setWordWrap(true);
    m_who->setObjectName(QStringLiteral("historyEditWho"));
    m_who->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::inside);
    line->addWidget(m_who, 1);
    line->addWidget(m_samples, 0, Qt::AlignTop);
    m_list->setSpacing(grid::unit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::page, grid::inside, grid::page, grid::group);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addLayout(line);
    layout->addLayout(m_list);
    layout->addWidget(m_more, 0, Qt::AlignLeading);
    layout->addStretch(1);
    m_more->setObjectName(QStringLiteral("historyMoreEntries"));
    connect(m_more, &Button::clicked, this, &EditDetail::showSome);
}

void EditDetail::showNothing()
{
    emptyLayout(m_list);
    m_title->setText({});
    m_who->setText({});
    m_samples->hide();
    m_more->hide();
}

void EditDetail::show(const HistoryEntry &entry)
{
    emptyLayout(m_list);
    m_samples->hide();
    m_more->hide();
    m_title->setText(entry.withheld ? tr("Withheld from this copy") : editWords(entry.verb, entry.subject));
    const QString when = exactWords(entry.time);
    m_who->setText(entry.actor.isEmpty() ? when
                   : entry.undone        ? tr("%1, %2; undone since").arg(entry.actor, when)
                                         : tr("%1, %2").arg(entry.actor, when));
    if (entry.merge)
        return addNote(tr("What came in with it stands in the list below it, edit by edit."));
    readEntries(entry);
}

void EditDetail::readEntries(const HistoryEntry &entry)
{
    auto entries = m_document.entriesOf(entry);
    if (!entries)
        return addNote(errorWords(entries.error()).head);
    hideBlind(m_document.assessment(), *entries);
    std::ranges::reverse(*entries); // latest first, as logs are
    const auto withheld = static_cast<int>(std::ranges::count_if(*entries, &LogEntry::withheld));
    if (withheld > 0)
        addNote(tr("%n change(s) are withheld from this copy", nullptr, withheld));
    m_things = everyChange(*entries);
    m_shown = 0;
    m_samples->setVisible(std::ranges::any_of(m_things, [](const ChangedThing &thing) {
        return std::ranges::any_of(thing.fields, [](const ChangedField &changed) {
            return changed.field->type == ValueType::Text && !isOfTemplate(*changed.field) &&
                   !changed.before.value_or(QString()).isEmpty();
        });
    }));
    showSome();
}

void EditDetail::showSome()
{
    const std::size_t end = std::min(m_things.size(), m_shown + atOnce);
    for (; m_shown < end; ++m_shown)
        addThing(m_things[m_shown]);
    const auto left = static_cast<int>(m_things.size() - m_shown);
    m_more->setText(tr("Show more, %n left", nullptr, left));
    m_more->updateGeometry();
    m_more->setVisible(left > 0);
}

void EditDetail::addThing(const ChangedThing &thing)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, grid::inside, 0, grid::unit);
    column->setSpacing(6);
    auto *head = new SectionHeader(subjectWords(m_document.view(), thing.entity), box);
    head->setObjectName(QStringLiteral("historyThingHead"));
    head->setRuled(true);
    if (const auto code = requirementOf(thing.entity)) {
        auto *link = new Button(Button::Kind::Link, tr("Open"), head);
        link->setAccessibleName(tr("Open %1").arg(code->toString()));
        head->addTrailing(link);
        connect(link, &Button::clicked, this, [this, wanted = *code] { Q_EMIT requirementWanted(wanted); });
    }
    column->addWidget(head);
    addChangeRows(m_document.view(), thing, {}, column);
    m_list->addWidget(box);
}

void EditDetail::addNote(const QString &text)
{
    auto *note = newReading(this, text, Type::Small, Role::SecondText);
    note->setObjectName(QStringLiteral("historyNote"));
    note->setWordWrap(true);
    m_list->addSpacing(grid::unit);
    m_list->addWidget(note);
}

} // namespace adit
