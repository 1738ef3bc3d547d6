// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/drawform.h"

#include "core/process/team.h"
#include "core/review/calibration.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"

#include <QComboBox>
#include <QGridLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QVBoxLayout>
#include <QtEndian>
#include <algorithm>

namespace adit {

namespace {

constexpr int usualCount = 20;
constexpr int mostRequirements = 1000;
constexpr int highestSeed = 999'999;

QLineEdit *newNumber(QWidget *parent, const char *name, const QString &accessible, int highest)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(accessible);
    field->setValidator(new QIntValidator(1, highest, field));
    field->setMaximumWidth(scaled(parent->font(), 110));
    return field;
}

} // namespace

DrawForm::DrawForm(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_first(new QComboBox(this))
    , m_second(new QComboBox(this))
    , m_count(newNumber(this, "drawCount", tr("How many requirements"), mostRequirements))
    , m_seed(newNumber(this, "drawSeed", tr("Seed"), highestSeed))
    , m_sum(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_fields(new QWidget(this))
    , m_nobody(new QWidget(this))
    , m_draw(new Button(Button::Kind::Primary, tr("Draw"), this))
{
    m_first->setObjectName(QStringLiteral("drawFirst"));
    m_first->setAccessibleName(tr("First rater"));
    m_second->setObjectName(QStringLiteral("drawSecond"));
    m_second->setAccessibleName(tr("Second rater"));
    m_sum->setObjectName(QStringLiteral("drawSum"));
    m_sum->setWordWrap(true);
    m_draw->setObjectName(QStringLiteral("drawNow"));
    auto *cancel = new Button(Button::Kind::Plain, tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("drawCancel"));
    auto *form = new QGridLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(grid::group);
    form->setVerticalSpacing(grid::inside);
    form->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString &label, QWidget *field) {
        form->addWidget(newLabel(m_fields, label, Type::Body, Role::SecondText), row, 0);
        form->addWidget(field, row++, 1, field->inherits("QComboBox") ? Qt::Alignment() : Qt::AlignLeading);
    };
    add(tr("First rater"), m_first);
    add(tr("Second rater"), m_second);
    add(tr("Requirements"), m_count);
    add(tr("Seed"), m_seed);
    form->addWidget(m_sum, row++, 1);
    auto *nobody =
        newReading(m_nobody, tr("Two members of the audit team rate, and the team’s list does not have two yet."),
                   Type::Body, Role::Text);
    nobody->setObjectName(QStringLiteral("drawNobody"));
    nobody->setWordWrap(true);
    auto *team = new Button(Button::Kind::Plain, tr("Go to the team"), m_nobody);
    team->setObjectName(QStringLiteral("drawTeam"));
    auto *without = new QVBoxLayout(m_nobody);
    without->setContentsMargins(0, 0, 0, 0);
    without->setSpacing(grid::inside);
    without->addWidget(nobody);
    without->addWidget(team, 0, Qt::AlignLeading);
    auto *note =
        newReading(this,
                   tr("They are spread over the chapters, and which ones follows from the seed: nobody picks. "
                      "The same seed draws the same requirements of the same case again. Each of the two rates "
                      "alone; neither sees what the other gives before both are done."),
                   Type::Body, Role::SecondText);
    note->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::inside);
    buttons->addWidget(m_draw);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    auto *column = new QWidget(this);
    column->setMaximumWidth(scaled(font(), 600));
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(12);
    inner->addWidget(newLabel(column, tr("Draw requirements"), Type::Title, Role::Text));
    inner->addWidget(note);
    inner->addWidget(m_fields);
    inner->addWidget(m_nobody);
    inner->addLayout(buttons);
    inner->addStretch(1);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(grid::page, 14, grid::page, grid::group);
    outer->addWidget(column, 1);
    outer->addStretch(0);
    for (QComboBox *box : {m_first, m_second})
        connect(box, &QComboBox::currentIndexChanged, this, &DrawForm::refresh);
    for (QLineEdit *field : {m_count, m_seed})
        connect(field, &QLineEdit::textChanged, this, &DrawForm::refresh);
    connect(m_draw, &Button::clicked, this, &DrawForm::draw);
    connect(cancel, &Button::clicked, this, &DrawForm::cancelled);
    connect(team, &Button::clicked, this, &DrawForm::teamWanted);
}

void DrawForm::fillRaters(const QString &member)
{
    for (QComboBox *box : {m_first, m_second})
        box->clear();
    for (const Record *person : activeMembers(m_editor.document().assessment())) {
        if (!isOnTeam(*person))
            continue;
        const QString label = (*person)[field::team_member::label];
        for (QComboBox *box : {m_first, m_second})
            box->addItem(QStringLiteral("%1  %2").arg((*person)[field::team_member::name], label), label);
    }
    const int own = std::max(0, m_first->findData(member));
    m_first->setCurrentIndex(own);
    m_second->setCurrentIndex(own == 0 ? 1 : 0);
}

void DrawForm::begin(const QString &member)
{
    fillRaters(member);
    const QByteArray chance = m_editor.document().surroundings().random.bytes(4);
    m_seed->setText(QString::number(1 + qFromBigEndian<quint32>(chance.constData()) % highestSeed));
    m_count->setText(QString::number(usualCount));
    refresh();
}

void DrawForm::focusFirst()
{
    (m_fields->isHidden() ? static_cast<QWidget *>(m_nobody) : m_first)->setFocus(Qt::OtherFocusReason);
}

QStringList DrawForm::requirements() const
{
    const CaseDocument &document = m_editor.document();
    return drawRequirements(document.standard(), document.ratedItems(), m_count->text().toInt(),
                            m_seed->text().toULongLong());
}

void DrawForm::refresh()
{
    const bool hasTwo = m_first->count() >= 2;
    m_fields->setVisible(hasTwo);
    m_nobody->setVisible(!hasTwo);
    const auto &items = m_editor.document().ratedItems();
    const auto relevant = std::ranges::count(items, RelevanceReason::Relevant, &RatedItem::relevance);
    const QStringList drawn = requirements();
    QSet<QString> chapters;
    for (const QString &code : drawn)
        chapters.insert(code.section(QLatin1Char('.'), 0, 1));
    m_sum->setText(tr("%1 of %2 relevant requirements, in %n chapter(s)", nullptr, static_cast<int>(chapters.size()))
                       .arg(drawn.size())
                       .arg(relevant));
    m_draw->setEnabled(hasTwo && !drawn.isEmpty() && m_seed->hasAcceptableInput() &&
                       m_first->currentIndex() != m_second->currentIndex());
}

void DrawForm::draw()
{
    CaseDocument &document = m_editor.document();
    const EntityRef entity = document.newEntity(EntityKind::Calibration);
    if (m_editor.submit(drawCalibration(document.view(), entity, requirements(),
                                        {m_first->currentData().toString(), m_second->currentData().toString()},
                                        document.today())))
        Q_EMIT drawn(entity.code);
}

} // namespace adit
