// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profile/profileforms.h"

#include "core/assessment/fieldlists.h"
#include "core/identity/profile.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/words/choicewords.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace adit {

namespace {

constexpr int groupCount = 13;
constexpr int groupColumns = 4;
/// Which groups are asked back, from 0: one early, one late.
constexpr int askedGroups[] = {3, 10};

} // namespace

QLineEdit *newPassphraseLine(const char *objectName, const QString &label, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(QLatin1String(objectName));
    line->setAccessibleName(label);
    line->setEchoMode(QLineEdit::Password);
    line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    return line;
}

void addLabelled(QVBoxLayout *layout, const QString &label, QWidget *field, const QString &help)
{
    QWidget *parent = layout->parentWidget();
    auto *name = newLabel(parent, label, Type::Body, Role::SecondText);
    name->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);
    layout->addWidget(name);
    layout->addWidget(field);
    if (!help.isEmpty())
        layout->addWidget(newReading(parent, help, Type::Small, Role::ThirdText));
    layout->addSpacing(grid::inside);
}

NewProfileForm::NewProfileForm(QWidget *parent)
    : QWidget(parent)
    , m_title(newLabel(this, {}, Type::Title, Role::Text))
    , m_text(newReading(this, {}, Type::Body, Role::SecondText))
    , m_codeRow(new QWidget(this))
    , m_code(new QLineEdit(m_codeRow))
    , m_name(new QLineEdit(this))
    , m_passphrase(newPassphraseLine("newPassphrase", tr("Passphrase"), this))
    , m_again(newPassphraseLine("newPassphraseAgain", tr("The same again"), this))
    , m_make(new Button(Button::Kind::Primary, {}, this))
    , m_recover(new Button(Button::Kind::Link, {}, this))
{
    m_code->setObjectName(QStringLiteral("recoveryCode"));
    m_name->setObjectName(QStringLiteral("profileName"));
    m_make->setObjectName(QStringLiteral("makeProfile"));
    m_recover->setObjectName(QStringLiteral("recoverProfile"));
    auto *codeLayout = new QVBoxLayout(m_codeRow);
    codeLayout->setContentsMargins(0, 0, 0, 0);
    codeLayout->setSpacing(grid::unit);
    addLabelled(codeLayout, tr("Recovery code"), m_code, tr("13 groups of five letters and digits."));
    auto *roles = new QWidget(this);
    auto *flow = new FlowLayout(grid::inside, roles);
    const FieldInfo &field = infoOf(field::profile::roles);
    m_roleCodes = choiceCodes(field);
    for (const QString &code : m_roleCodes) {
        auto *box = new QCheckBox(choiceWord(field, code), roles);
        flow->addWidget(box);
        m_roles.push_back(box);
    }
    auto *other = new Button(Button::Kind::Link, tr("Use a profile from another laptop…"), this);
    other->setObjectName(QStringLiteral("useOtherProfile"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::group);
    buttons->addWidget(m_make);
    buttons->addWidget(other);
    buttons->addWidget(m_recover);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(grid::group);
    layout->addWidget(m_codeRow);
    addLabelled(layout, tr("Your name"), m_name, tr("Stands in the history of the cases you work on."));
    addLabelled(layout, tr("What you do in audits"), roles);
    addLabelled(
        layout, tr("Passphrase"), m_passphrase,
        tr("At least %1 characters. Four or five words are safe and easy to remember.").arg(shortestPassphrase));
    addLabelled(layout, tr("The same again"), m_again);
    layout->addSpacing(grid::unit);
    layout->addLayout(buttons);
    layout->addStretch(1);
    setRecovering(false);
    connect(m_make, &Button::clicked, this, &NewProfileForm::submit);
    connect(m_again, &QLineEdit::returnPressed, this, &NewProfileForm::submit);
    connect(m_recover, &Button::clicked, this, [this] { setRecovering(!m_isRecovering); });
    connect(other, &Button::clicked, this, &NewProfileForm::otherFileWanted);
}

void NewProfileForm::setRecovering(bool recovering)
{
    m_isRecovering = recovering;
    m_codeRow->setVisible(recovering);
    m_title->setText(recovering ? tr("Your profile again") : tr("Your profile"));
    m_text->setText(recovering
                        ? tr("With the recovery code that you wrote down, the same keys are made again, under a new "
                             "passphrase. Names that you could read before can be read again.")
                        : tr("Some things are done in your own name: writing down who a witness is, passing a gate, "
                             "deciding, signing. Your profile proves that it was you. It is a small file on this "
                             "laptop that only your passphrase opens."));
    m_make->setText(recovering ? tr("Make it again") : tr("Make my profile"));
    m_recover->setText(recovering ? tr("Make a new one instead") : tr("I lost mine and have its recovery code"));
    focusFirst();
}

void NewProfileForm::submit()
{
    if (m_passphrase->text() != m_again->text()) {
        m_again->clear();
        m_again->setFocus(Qt::OtherFocusReason);
        return Q_EMIT differ();
    }
    QStringList roles;
    for (std::size_t i = 0; i < m_roles.size(); ++i)
        if (m_roles[i]->isChecked())
            roles.append(m_roleCodes[static_cast<qsizetype>(i)]);
    Q_EMIT wanted(m_isRecovering ? m_code->text() : QString(), m_name->text(), roles, m_passphrase->text());
}

void NewProfileForm::setName(const QString &name)
{
    if (m_name->text().isEmpty())
        m_name->setText(name);
}

void NewProfileForm::setBusy(bool busy)
{
    m_make->setEnabled(!busy);
}

void NewProfileForm::forget()
{
    for (QLineEdit *line : {m_passphrase, m_again, m_code})
        line->clear();
}

void NewProfileForm::focusFirst()
{
    QLineEdit *first = m_isRecovering ? m_code : m_name->text().isEmpty() ? m_name : m_passphrase;
    first->setFocus(Qt::OtherFocusReason);
}

RecoveryCodeView::RecoveryCodeView(QWidget *parent)
    : QWidget(parent)
    , m_wrong(
          newReading(this, tr("That is not what stands above. Compare it with your paper."), Type::Small, Role::NotMet))
{
    auto *groups = new QGridLayout;
    groups->setHorizontalSpacing(grid::page);
    groups->setVerticalSpacing(grid::inside);
    for (int i = 0; i < groupCount; ++i) {
        auto *number = newLabel(this, QString::number(i + 1), Type::Small, Role::ThirdText);
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *label = newLabel(this, {}, Type::Heading, Role::Text);
        label->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
        label->setObjectName(QStringLiteral("recoveryGroup%1").arg(i + 1));
        groups->addWidget(number, i / groupColumns, 2 * (i % groupColumns));
        groups->addWidget(label, i / groupColumns, 2 * (i % groupColumns) + 1);
        m_labels.push_back(label);
    }
    groups->setColumnStretch(2 * groupColumns, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(newLabel(this, tr("Your recovery code"), Type::Title, Role::Text));
    layout->addWidget(newReading(this,
                                 tr("Write it on paper and keep it away from this laptop. It is shown this once. If "
                                    "you forget your passphrase, or the laptop is lost, this code is the only way to "
                                    "the names that only you can read; nobody else can restore it."),
                                 Type::Body, Role::SecondText));
    layout->addSpacing(grid::group);
    layout->addLayout(groups);
    layout->addSpacing(grid::group);
    for (const int group : askedGroups) {
        auto *line = new QLineEdit(this);
        line->setObjectName(QStringLiteral("askedGroup%1").arg(group + 1));
        line->setMaximumWidth(scaled(font(), 120));
        addLabelled(layout, tr("From your paper: group %1").arg(group + 1), line);
        connect(line, &QLineEdit::returnPressed, this, &RecoveryCodeView::check);
        m_asked.push_back(line);
    }
    layout->addWidget(m_wrong);
    auto *done = new Button(Button::Kind::Primary, tr("I have written it down"), this);
    done->setObjectName(QStringLiteral("codeWritten"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(done);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addStretch(1);
    m_wrong->hide();
    connect(done, &Button::clicked, this, &RecoveryCodeView::check);
}

void RecoveryCodeView::setCode(const QString &code)
{
    m_groups = code.split(QLatin1Char('-'), Qt::SkipEmptyParts);
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        m_labels[i]->setText(m_groups.value(static_cast<qsizetype>(i)));
    for (QLineEdit *line : m_asked)
        line->clear();
    m_wrong->hide();
}

void RecoveryCodeView::focusFirst()
{
    m_asked.front()->setFocus(Qt::OtherFocusReason);
}

void RecoveryCodeView::check()
{
    for (std::size_t i = 0; i < m_asked.size(); ++i)
        if (m_asked[i]->text().trimmed().toUpper() != m_groups.value(askedGroups[i])) {
            m_wrong->show();
            return m_asked[i]->setFocus(Qt::OtherFocusReason);
        }
    setCode({});
    Q_EMIT written();
}

} // namespace adit
