// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/buildform.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/publish/publishstate.h"
#include "ui/widgets/button.h"
#include "ui/widgets/commitline.h"
#include "ui/widgets/committextedit.h"
#include "ui/words/releasewords.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

using Kind = ReleaseHold::Kind;

BuildForm::BuildForm(QWidget *parent)
    : QWidget(parent)
    , m_title(newLabel(this, {}, Type::Heading, Role::Text))
    , m_languageWords(newReading(this, {}, Type::Small, Role::SecondText))
    , m_acknowledgedLabel(newReading(this, {}, Type::Small, Role::SecondText))
    , m_acknowledged(new CommitTextEdit(this))
    , m_changesLabel(newReading(this, {}, Type::Small, Role::SecondText))
    , m_changes(new CommitTextEdit(this))
    , m_keysAt(new CommitLine(this))
    , m_shortNames(new QCheckBox(this))
    , m_missing(newReading(this, {}, Type::Small, Role::ThirdText))
    , m_build(new Button(Button::Kind::Primary, tr("Choose a folder and build…"), this))
    , m_cancel(new Button(Button::Kind::Plain, tr("Cancel"), this))
{
    setObjectName(QStringLiteral("buildForm"));
    setProperty("ground", QStringLiteral("alternate"));
    setAttribute(Qt::WA_StyledBackground);
    m_languageWords->setObjectName(QStringLiteral("buildLanguage"));
    m_acknowledged->setObjectName(QStringLiteral("buildAcknowledged"));
    m_changes->setObjectName(QStringLiteral("buildChanges"));
    m_changes->setAccessibleName(tr("What changed"));
    m_keysAt->setObjectName(QStringLiteral("buildKeysAt"));
    m_keysAt->setAccessibleName(tr("Where the fingerprints of your keys are published"));
    m_keysAt->setPlaceholderText(tr("audit.example/keys"));
    m_shortNames->setObjectName(QStringLiteral("buildShortNames"));
    m_missing->setObjectName(QStringLiteral("buildMissing"));
    m_build->setObjectName(QStringLiteral("buildNow"));
    m_cancel->setObjectName(QStringLiteral("buildCancel"));
    for (CommitTextEdit *field : {m_acknowledged, m_changes}) {
        field->setLines(2);
        field->setFixedHeight(field->sizeHint().height());
        connect(field, &QPlainTextEdit::textChanged, this, &BuildForm::refreshConfirm);
    }
    build();
    connect(m_shortNames, &QCheckBox::toggled, this, &BuildForm::refreshConfirm);
    connect(m_build, &Button::clicked, this, &BuildForm::confirmed);
    connect(m_cancel, &Button::clicked, this, [this] {
        forget();
        Q_EMIT cancelled();
    });
    hide();
}

void BuildForm::build()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::inside);
    buttons->addWidget(m_build);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto *note = newReading(this,
                            tr("Report, public record and manifest are made in a folder, read back and looked through "
                               "for names and withheld words. Nothing is public before three have signed it."),
                            Type::Small, Role::SecondText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_title);
    layout->addWidget(note);
    layout->addWidget(m_languageWords);
    layout->addSpacing(grid::unit);
    for (QWidget *part : {static_cast<QWidget *>(m_acknowledgedLabel), static_cast<QWidget *>(m_acknowledged),
                          static_cast<QWidget *>(m_changesLabel), static_cast<QWidget *>(m_changes)})
        layout->addWidget(part);
    layout->addWidget(newReading(this, tr("Where the fingerprints of your keys are published; printed"), Type::Small,
                                 Role::SecondText));
    layout->addWidget(m_keysAt);
    layout->addWidget(m_shortNames);
    layout->addWidget(m_missing);
    layout->addSpacing(grid::unit);
    layout->addLayout(buttons);
}

void BuildForm::refresh(const PublishState &state, int number)
{
    m_number = number;
    m_isReady = state.canBeBuilt();
    m_title->setText(tr("Build release %1").arg(number));
    const auto assumed = state.holdsOf({Kind::AssumptionsNotAcknowledged});
    m_acknowledgedLabel->setText(
        tr("In your own words: that you know what of the catalogue is assumed (%1); printed").arg(holdPlaces(assumed)));
    m_acknowledged->setAccessibleName(m_acknowledgedLabel->text());
    for (QWidget *part : {static_cast<QWidget *>(m_acknowledgedLabel), static_cast<QWidget *>(m_acknowledged)})
        part->setVisible(!assumed.empty());
    m_changesLabel->setText(tr("What changed since release %1; printed").arg(number - 1));
    for (QWidget *part : {static_cast<QWidget *>(m_changesLabel), static_cast<QWidget *>(m_changes)})
        part->setVisible(number > 1);
    const auto unsearched = state.holdsOf({Kind::NameNotSearched});
    m_shortNames->setText(
        tr("The public texts were read for names too short to search: %1").arg(holdPlaces(unsearched)));
    m_shortNames->setVisible(!unsearched.empty());
    refreshConfirm();
}

QString BuildForm::missing() const
{
    if (!m_isReady)
        return tr("Something above still holds it up.");
    if (!m_acknowledged->isHidden() && !m_acknowledged->hasPending())
        return holdAdvice(Kind::AssumptionsNotAcknowledged);
    if (!m_changes->isHidden() && !m_changes->hasPending())
        return tr("Say what changed since the last release.");
    return !m_shortNames->isHidden() && !m_shortNames->isChecked() ? holdAdvice(Kind::NameNotSearched) : QString();
}

void BuildForm::refreshConfirm()
{
    const QString lacks = missing();
    m_missing->setText(lacks);
    m_missing->setVisible(!lacks.isEmpty());
    m_build->setEnabled(lacks.isEmpty());
    m_build->setToolTip(lacks);
}

void BuildForm::setLanguage(const QString &language)
{
    m_language = language;
    m_languageWords->setText(
        tr("The report is made in %1, the language chosen above its pages.").arg(languageName(language)));
}

void BuildForm::begin()
{
    show();
    QWidget *first = m_keysAt;
    for (CommitTextEdit *field : {m_changes, m_acknowledged})
        if (!field->isHidden())
            first = field;
    first->setFocus(Qt::OtherFocusReason);
}

ReleaseInput BuildForm::input() const
{
    return {.acknowledged = m_acknowledged->isHidden() ? QString() : m_acknowledged->typed().trimmed(),
            .changes = m_changes->isHidden() ? QString() : m_changes->typed().trimmed(),
            .keysAt = m_keysAt->text().trimmed(),
            .language = m_language,
            .areShortNamesRead = m_shortNames->isChecked()};
}

bool BuildForm::hasPending() const
{
    return !isHidden() && (m_acknowledged->hasPending() || m_changes->hasPending() || m_keysAt->hasPending());
}

void BuildForm::forget()
{
    m_acknowledged->forget();
    m_changes->forget();
    m_keysAt->forget();
    m_shortNames->setChecked(false);
    hide();
}

} // namespace adit
