// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/merge/previewpanel.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/fingerprint.h"
#include "ui/words/words.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace adit {

PreviewPanel::PreviewPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(newLabel(this, {}, Type::Title, Role::Text))
    , m_file(newReading(this, {}, Type::Body, Role::SecondText))
    , m_maker(new QWidget(this))
    , m_makerLines(new QVBoxLayout(m_maker))
    , m_sum(newLabel(this, {}, Type::Heading, Role::Text))
    , m_people(new QWidget(this))
    , m_grid(new QGridLayout(m_people))
    , m_notes(newReading(this, {}, Type::Body, Role::SecondText))
    , m_bar(new QProgressBar(this))
    , m_drop(new Button(Button::Kind::Plain, tr("Cancel"), this))
    , m_take(new Button(Button::Kind::Primary, tr("Take it in"), this))
{
    m_makerLines->setContentsMargins(0, 0, 0, 0);
    m_makerLines->setSpacing(2);
    m_maker->hide();
    m_sum->setObjectName(QStringLiteral("mergeSum"));
    m_sum->setWordWrap(true);
    m_notes->setObjectName(QStringLiteral("mergeNotes"));
    m_notes->setWordWrap(true);
    m_bar->setObjectName(QStringLiteral("mergeProgress"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(scaled(font(), 420));
    m_drop->setObjectName(QStringLiteral("mergeDrop"));
    m_take->setObjectName(QStringLiteral("mergeTake"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(grid::page);
    m_grid->setVerticalSpacing(grid::inside);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::inside);
    buttons->addWidget(m_take);
    buttons->addWidget(m_drop);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::page, 14, grid::page, grid::group);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_file);
    layout->addWidget(m_maker);
    layout->addSpacing(grid::inside);
    layout->addWidget(m_sum);
    layout->addWidget(m_people, 0, Qt::AlignLeft);
    layout->addWidget(m_notes);
    layout->addWidget(m_bar);
    layout->addSpacing(grid::inside);
    layout->addLayout(buttons);
    layout->addStretch(1);
    connect(m_take, &Button::clicked, this, &PreviewPanel::takeWanted);
    connect(m_drop, &Button::clicked, this, &PreviewPanel::dropWanted);
}

void PreviewPanel::showBusy(const QString &file, const QString &what)
{
    m_title->setText(what);
    m_file->setText(file);
    m_maker->hide();
    m_sum->hide();
    m_people->hide();
    m_notes->hide();
    m_take->hide();
    m_bar->setRange(0, 0);
    m_bar->show();
    m_drop->setText(tr("Cancel"));
}

void PreviewPanel::setProgress(double done)
{
    constexpr int whole = 1000;
    m_bar->setRange(0, done > 0 ? whole : 0);
    m_bar->setValue(static_cast<int>(done * whole));
}

void PreviewPanel::fillPeople(const MergePreview &preview)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const MergePreview::Person &person : preview.people) {
        const QString name = person.actor.isEmpty() ? tr("Somebody whose name is withheld") : person.actor;
        m_grid->addWidget(newLabel(m_people, name, Type::Body, Role::Text), row, 0);
        m_grid->addWidget(newLabel(m_people, tr("%n change(s)", nullptr, person.edits), Type::Body, Role::SecondText),
                          row++, 1, Qt::AlignRight);
    }
}

QString PreviewPanel::relabelledWords(const std::vector<MergePreview::Relabelled> &relabelled)
{
    constexpr std::size_t most = 6;
    QStringList labels;
    for (const MergePreview::Relabelled &thing : relabelled) {
        if (static_cast<std::size_t>(labels.size()) == most)
            break;
        labels.append(tr("%1 is now %2").arg(thing.before, thing.after));
    }
    const auto rest = static_cast<int>(relabelled.size() - static_cast<std::size_t>(labels.size()));
    if (rest > 0)
        labels.append(tr("%n more", nullptr, rest));
    return tr("Both numbered alike. What %1 made there gets other numbers, in every copy the same: %2.")
        .arg(relabelled.front().actor, labels.join(QStringLiteral(", ")));
}

QStringList PreviewPanel::notes(const MergePreview &preview)
{
    QStringList notes;
    for (const MergePreview::Unseen &unseen : preview.unseen) {
        const auto count = static_cast<int>(unseen.operations);
        notes.append(unseen.actor.isEmpty()
                         ? tr("%n entries of people who are not named come without their content.", nullptr, count)
                         : tr("%n entries of %1 come without their content.", nullptr, count).arg(unseen.actor));
    }
    if (!preview.unseen.empty())
        notes.append(tr("That copy was made for a role. What it may not hold counts from now on, and gets its content "
                        "from the copy of whoever wrote it."));
    if (preview.disclosed > 0)
        notes.append(tr("%n entries that are here without their content get it now.", nullptr,
                        static_cast<int>(preview.disclosed)));
    if (preview.named > 0)
        notes.append(
            tr("Of %n earlier changes it is told now who made them.", nullptr, static_cast<int>(preview.named)));
    if (preview.files > 0)
        notes.append(tr("%n file(s) of evidence come along, %1.", nullptr, static_cast<int>(preview.files))
                         .arg(QLocale().formattedDataSize(preview.bytes, 1, QLocale::DataSizeSIFormat)));
    if (preview.absentFiles > 0)
        notes.append(tr("%n file(s) of evidence are in neither copy; what is known of them comes in.", nullptr,
                        static_cast<int>(preview.absentFiles)));
    for (const MergePreview::AheadClock &clock : preview.ahead)
        notes.append(tr("The clock of %1 was ahead (%2). What was done then counts; no other clock follows it.")
                         .arg(clock.actor, dateWords(QDateTime::fromMSecsSinceEpoch(clock.time.milliseconds).date())));
    if (!preview.conflicts.empty())
        notes.append(tr("Nothing is decided for you: until you choose, the later entry is shown and all stay in the "
                        "file."));
    if (!preview.rehomed.empty())
        notes.append(tr("One of the two that went on under one name goes on under another; both stay."));
    if (!preview.relabelled.empty())
        notes.append(relabelledWords(preview.relabelled));
    return notes;
}

/// Who it is from is for the person here to say, before anything of it is taken.
void PreviewPanel::showMaker(const ParcelManifest *manifest)
{
    emptyLayout(m_makerLines);
    m_maker->setVisible(manifest != nullptr);
    if (!manifest)
        return;
    auto *who =
        newReading(m_maker,
                   tr("In a parcel made by %1, %2")
                       .arg(manifest->maker.name, dateWords(QDate::fromString(manifest->handover.made, Qt::ISODate))),
                   Type::Strong, Role::Text);
    who->setObjectName(QStringLiteral("mergeMaker"));
    m_makerLines->addWidget(who);
    m_makerLines->addWidget(newFingerprint(m_maker, manifest->maker.fingerprint(), Role::Text));
    m_makerLines->addWidget(newReading(m_maker,
                                       tr("Compare these groups with them, by phone say. A name alone proves nothing."),
                                       Type::Small, Role::ThirdText));
}

void PreviewPanel::showPreview(const QString &file, const MergePreview &preview, const ParcelManifest *manifest)
{
    showMaker(manifest);
    int edits = 0;
    for (const MergePreview::Person &person : preview.people)
        edits += person.edits;
    m_title->setText(preview.isEmpty() ? tr("Nothing new") : tr("What would come in"));
    m_file->setText(file);
    const bool isOnlyContent = !preview.isEmpty() && preview.operations == 0 && preview.rehomed.empty();
    const QString changes = tr("%n change(s)", nullptr, edits);
    const QString people = tr("%n person(s)", nullptr, static_cast<int>(preview.people.size()));
    const QString conflicts = tr("%n conflict(s)", nullptr, static_cast<int>(preview.newConflicts));
    m_sum->setText(preview.isEmpty() ? tr("All that is in it is in this case already.")
                   : isOnlyContent   ? tr("No new changes, but more of what is here; %1").arg(conflicts)
                                     : tr("%1 by %2, %3").arg(changes, people, conflicts));
    m_sum->show();
    fillPeople(preview);
    m_people->setVisible(!preview.people.empty());
    m_notes->setText(notes(preview).join(QLatin1Char('\n')));
    m_notes->setVisible(!m_notes->text().isEmpty());
    m_bar->hide();
    m_take->setVisible(!preview.isEmpty());
    m_drop->setText(preview.isEmpty() ? tr("Close") : tr("Cancel"));
    (preview.isEmpty() ? m_drop : m_take)->setFocus(Qt::OtherFocusReason);
}

} // namespace adit
