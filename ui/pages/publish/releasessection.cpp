// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/releasessection.h"

#include "core/edits/recordrules.h"
#include "core/release/releasebuild.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/assess/reasonform.h"
#include "ui/pages/publish/releasedesk.h"
#include "ui/widgets/buttonmenu.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/releasewords.h"
#include "ui/words/rolewords.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

ReleasesSection::ReleasesSection(ReleaseDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_head(new SectionHeader(tr("Releases"), this))
    , m_form(new ReasonForm(QStringLiteral("withdrawRelease"), this))
    , m_rows(new QVBoxLayout)
{
    m_head->setRuled(true);
    m_head->addLeading(new IconLabel(QStringLiteral("report"), Role::SecondText, m_head));
    m_form->findChild<CommitTextEdit *>()->setAccessibleName(tr("Why it is withdrawn, public"));
    m_form->hide();
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_head);
    layout->addWidget(m_form);
    layout->addLayout(m_rows);
    connect(m_form, &ReasonForm::confirmed, this, [this](const QString &reason) {
        const int number = m_withdrawn;
        forget();
        m_desk.withdraw(number, reason);
    });
    connect(m_form, &ReasonForm::cancelled, this, &ReleasesSection::forget);
}

void ReleasesSection::refresh(const Assessment &assessment)
{
    emptyLayout(m_rows);
    m_withheld.clear();
    for (const Record *record : recordsInOrder(assessment, EntityKind::Redaction)) {
        const QString label = (*record)[field::redaction::label];
        if ((*record)[field::redaction::state] == QLatin1String("refused"))
            continue;
        m_withheld.append(label);
        m_withheldPlaces.insert(label, tr("%1 · %2…").arg(label, redactionPlaceWords(assessment, *record)));
    }
    const auto releases = releasesOf(assessment);
    m_head->setDetail(releases.empty() ? QString() : QString::number(releases.size()));
    for (auto release = releases.rbegin(); release != releases.rend(); ++release)
        m_rows->addWidget(newRow(**release));
    if (!releases.empty())
        return;
    auto *nothing = newReading(this,
                               tr("Nothing was released yet. A release is built, signed by the lead auditor, the "
                                  "technical reviewer and the decision maker, then finished."),
                               Type::Small, Role::SecondText);
    nothing->setObjectName(QStringLiteral("releasesNothing"));
    m_rows->addWidget(nothing);
}

/// The signatures on record, or those seen in its folder.
QString ReleasesSection::signedWords(const Record &release) const
{
    const auto recorded = readManifest(release[field::release::manifest].toUtf8(), {});
    const QStringList onRecord = recorded ? recorded->signedRoles() : QStringList();
    const QStringList roles = onRecord.isEmpty()
                                  ? m_desk.signedRoles(release[field::release::number].toInt()).value_or(QStringList())
                                  : onRecord;
    return roles.isEmpty() ? QString() : tr("Signed by %1").arg(roleWords(roles).join(tr(", ")).toLower());
}

QWidget *ReleasesSection::newRow(const Record &release)
{
    auto *row = new QFrame(this);
    row->setObjectName(QStringLiteral("releaseRow"));
    row->setProperty("rule", QStringLiteral("bottom"));
    auto *number = newLabel(row, tr("Release %1").arg(release[field::release::number]), Type::Strong, Role::Text);
    number->setObjectName(QStringLiteral("releaseNumber"));
    auto *tag = new Chip(releaseStateWord(release), row);
    tag->setObjectName(QStringLiteral("releaseState"));
    tag->setTag();
    if (release.has(field::release::withdrawn))
        tag->setTone(Chip::Tone::Block);
    else if (!release.has(field::release::finished))
        tag->setTone(Chip::Tone::Warn);
    auto *first = new QHBoxLayout;
    first->setSpacing(grid::inside);
    first->addWidget(number);
    first->addWidget(tag);
    first->addStretch(1);
    addActions(first, release, row);
    QStringList facts{tr("Built %1").arg(dateWords(release[field::release::built].value_or(QDate())))};
    if (const auto day = release[field::release::finished])
        facts.append(tr("released %1").arg(dateWords(*day)));
    if (const auto day = release[field::release::withdrawn])
        facts.append(tr("withdrawn %1").arg(dateWords(*day)));
    facts.append(tr("root %1").arg(shortRoot(release[field::release::root])));
    QStringList lines{facts.join(tr(" · "))};
    if (const QString by = signedWords(release); !by.isEmpty())
        lines.append(by);
    for (const QString &text :
         {QString(release[field::release::changes]), QString(release[field::release::withdrawn_reason])})
        if (!text.isEmpty())
            lines.append(text);
    auto *detail = newReading(row, lines.join(QLatin1Char('\n')), Type::Small, Role::SecondText);
    detail->setObjectName(QStringLiteral("releaseFacts"));
    detail->setToolTip(tr("Record root %1").arg(release[field::release::root]));
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 7, 0, 8);
    layout->setSpacing(grid::unit);
    layout->addLayout(first);
    layout->addWidget(detail);
    return row;
}

void ReleasesSection::addActions(QHBoxLayout *line, const Record &release, QWidget *row)
{
    if (release.has(field::release::withdrawn))
        return;
    const int number = release[field::release::number].toInt();
    const auto add = [&](const char *name, const QString &words, Button::Kind kind) {
        auto *button = new Button(kind, words, row);
        button->setObjectName(QLatin1String(name) + QString::number(number));
        line->addWidget(button);
        return button;
    };
    if (!release.has(field::release::finished)) {
        auto *sign = add("signRelease-", tr("Sign"), Button::Kind::Plain);
        sign->setToolTip(tr("Sign what is in its folder in your own name"));
        connect(sign, &Button::clicked, this, [this, number] { m_desk.sign(number); });
        auto *finish = add("finishRelease-", tr("Finish"), Button::Kind::Plain);
        finish->setToolTip(tr("Put it on record that all have signed, and that it is public"));
        connect(finish, &Button::clicked, this, [this, number] { m_desk.finish(number); });
    }
    addDisclosing(add("discloseRelease-", tr("Disclose"), Button::Kind::Link), number);
    auto *withdraw = add("withdrawRelease-", tr("Withdraw…"), Button::Kind::Link);
    connect(withdraw, &Button::clicked, this, [this, number] {
        m_withdrawn = number;
        m_form->ask(ReasonForm::Asks::Justification, tr("Why release %1 is withdrawn, public").arg(number),
                    tr("Withdraw"), {}, std::nullopt);
        Q_EMIT shownWanted(m_form);
    });
}

/// What was withheld and not given up: whether it is in that release, core says.
void ReleasesSection::addDisclosing(Button *button, int number)
{
    button->setToolTip(
        tr("Write a withheld passage, with what proves that it was signed, for one party: whoever has the "
           "file can read it"));
    QMenu *menu = addMenuTo(button);
    for (const QString &label : m_withheld) {
        QAction *action = menu->addAction(m_withheldPlaces.value(label));
        action->setObjectName(QStringLiteral("disclose-%1-%2").arg(number).arg(label));
        connect(action, &QAction::triggered, this, [this, number, label] { m_desk.disclose(number, label); });
    }
    button->setVisible(!m_withheld.isEmpty());
}

bool ReleasesSection::hasPending() const
{
    return !m_form->isHidden() && !m_form->commitNow();
}

void ReleasesSection::forget()
{
    m_form->forget();
    m_form->hide();
    m_withdrawn = 0;
}

} // namespace adit
