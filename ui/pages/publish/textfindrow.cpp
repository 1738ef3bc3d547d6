// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/textfindrow.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

/// Letters around what was found.
constexpr qsizetype around = 60;

/// The words around it, from one blank to another.
QString before(const QString &text, qsizetype from)
{
    const qsizetype start = std::max<qsizetype>(0, from - around);
    const qsizetype blank = start == 0 ? 0 : text.indexOf(QLatin1Char(' '), start) + 1;
    return (start == 0 ? QString() : QStringLiteral("… ")) + text.mid(blank, std::max<qsizetype>(0, from - blank));
}

QString after(const QString &text, qsizetype from)
{
    if (text.size() - from <= around)
        return text.mid(from);
    const qsizetype blank = text.lastIndexOf(QLatin1Char(' '), from + around);
    return text.mid(from, std::max<qsizetype>(0, blank - from)) + QStringLiteral(" …");
}

} // namespace

TextFindRow::TextFindRow(const QString &name, const Find &find, QWidget *parent)
    : QFrame(parent)
    , m_tag(new Chip(QString(), this))
    , m_first(new QHBoxLayout)
{
    setProperty("rule", QStringLiteral("bottom"));
    m_tag->setTag();
    auto *place = new ElidedLabel(find.place, this);
    place->setObjectName(name + QStringLiteral("Place"));
    auto *see = new Button(Button::Kind::Link, tr("On its page"), this);
    see->setObjectName(name + QStringLiteral("OnPage"));
    see->setToolTip(tr("Show where it is printed"));
    auto *go = new Button(Button::Kind::Link, tr("Go to text"), this);
    go->setObjectName(name + QStringLiteral("Go"));
    m_first->setSpacing(grid::inside);
    m_first->addWidget(m_tag);
    m_first->addWidget(place, 1);
    m_first->addWidget(see);
    m_first->addWidget(go);
    auto *excerpt = new MarkedText(this);
    excerpt->setReadOnly(true);
    excerpt->setFocusPolicy(Qt::NoFocus);
    excerpt->setFitted();
    excerpt->setPieces({{before(find.text, find.from), MarkedText::Mark::None},
                        {find.shown.isNull() ? find.text.mid(find.from, find.length) : find.shown, find.mark},
                        {after(find.text, find.from + find.length), MarkedText::Mark::None}});
    auto *why = newReading(this, find.why, Type::Small, Role::SecondText);
    why->setObjectName(name + QStringLiteral("Why"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 7, 0, 8);
    layout->setSpacing(grid::unit);
    layout->addLayout(m_first);
    layout->addWidget(excerpt);
    layout->addWidget(why);
    connect(see, &Button::clicked, this, &TextFindRow::pageWanted);
    connect(go, &Button::clicked, this, &TextFindRow::textWanted);
}

Button *TextFindRow::addAction(const QString &objectName, const QString &text)
{
    auto *action = new Button(Button::Kind::Plain, text, this);
    action->setObjectName(objectName);
    m_first->addWidget(action);
    return action;
}

} // namespace adit
