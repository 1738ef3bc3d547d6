// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/requirementhead.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/guidancewords.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace adit {

namespace {

Button *iconButton(QWidget *parent, const QString &icon, const QString &name, const QString &objectName)
{
    auto *button = new Button(Button::Kind::Flat, {}, parent);
    button->setIconName(icon);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setObjectName(objectName);
    return button;
}

QString pathWords(const Standard &standard, const RequirementCode &code)
{
    QStringList parts;
    for (std::optional<RequirementCode> at = code.parent(); at; at = at->parent()) {
        if (const StandardNode *node = standard.find(*at); node && at->level() != NodeLevel::Principle)
            parts.prepend(at->toString() + QLatin1Char(' ') + shortTitle(*node));
    }
    return parts.join(QStringLiteral("  ›  "));
}

} // namespace

RequirementHead::RequirementHead(QWidget *parent)
    : QWidget(parent)
    , m_tree(iconButton(this, QStringLiteral("tree"), tr("Show the tree"), QStringLiteral("showTree")))
    , m_path(new ElidedLabel({}, this))
    , m_place(newLabel(this, {}, Type::Small, Role::ThirdText))
    , m_previous(iconButton(this, QStringLiteral("chevron-up"), tr("Previous requirement (Alt+Up)"),
                            QStringLiteral("previousRequirement")))
    , m_next(iconButton(this, QStringLiteral("chevron-down"), tr("Next requirement (Alt+Down)"),
                        QStringLiteral("nextRequirement")))
    , m_side(iconButton(this, QStringLiteral("panel-right"), tr("Show notes, plan and history"),
                        QStringLiteral("showSide")))
    , m_diamond(new GlyphLabel(12, this))
    , m_number(newLabel(this, {}, Type::Heading, Role::SecondText))
    , m_title(newLabel(this, {}, Type::Heading, Role::Text))
    , m_tagBox(new QWidget(this))
    , m_tags(new FlowLayout(6, m_tagBox))
    , m_statement(newLabel(this, {}, Type::Body, Role::Text))
{
    m_path->setLook(Type::Small, Role::ThirdText);
    m_diamond->setDiamond();
    m_diamond->setToolTip(tr("Critical requirement"));
    m_title->setObjectName(QStringLiteral("requirementTitle"));
    m_number->setObjectName(QStringLiteral("requirementNumber"));
    m_title->setWordWrap(true);
    m_statement->setWordWrap(true);
    m_statement->setObjectName(QStringLiteral("statement"));
    m_statement->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *top = new QHBoxLayout;
    top->setSpacing(grid::unit);
    top->addWidget(m_tree);
    top->addWidget(m_path, 1);
    top->addWidget(m_place);
    for (Button *button : {m_previous, m_next, m_side})
        top->addWidget(button);
    auto *name = new QHBoxLayout;
    name->setSpacing(grid::inside);
    const int drop = scaled(font(), 6);
    auto *diamond = new QVBoxLayout;
    diamond->setContentsMargins(0, drop, 0, 0);
    diamond->addWidget(m_diamond, 0, Qt::AlignTop);
    name->addLayout(diamond);
    name->addWidget(m_number, 0, Qt::AlignTop);
    name->addWidget(m_title, 1, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addLayout(top);
    layout->addLayout(name);
    layout->addWidget(m_tagBox);
    layout->addSpacing(2);
    layout->addWidget(m_statement);
    connect(m_previous, &Button::clicked, this, &RequirementHead::previousWanted);
    connect(m_next, &Button::clicked, this, &RequirementHead::nextWanted);
    connect(m_tree, &Button::clicked, this, &RequirementHead::treeWanted);
    connect(m_side, &Button::clicked, this, &RequirementHead::sideWanted);
    setPanelButtons(false, false);
}

void RequirementHead::setPanelButtons(bool tree, bool side)
{
    m_tree->setVisible(tree);
    m_side->setVisible(side);
}

void RequirementHead::show(const CaseDocument &document, const RequirementCode &code)
{
    const Standard &standard = document.standard();
    const StandardNode *node = standard.find(code);
    if (!node)
        return;
    m_path->setText(pathWords(standard, code));
    m_place->setText(placeWords(standard, code));
    m_diamond->setVisible(node->critical);
    m_number->setText(code.toString());
    m_title->setText(title(*node));
    const QString purpose = purposeWords(*node, catalogueLanguage());
    m_statement->setText(purpose);
    m_statement->setVisible(!purpose.isEmpty());
    showTags(standard, *node);
}

QString RequirementHead::placeWords(const Standard &standard, const RequirementCode &code) const
{
    const auto ordinal = standard.ordinal(code);
    if (!ordinal)
        return {};
    RequirementCode principle = code;
    while (const auto above = principle.parent())
        principle = *above;
    const auto [first, end] = standard.ordinalsBelow(*standard.nodeIndex(principle));
    return tr("%1 of %2 in principle %3").arg(*ordinal - first + 1).arg(end - first).arg(principle.toString());
}

void RequirementHead::addTag(const QString &text, const QString &icon, const QString &tip, bool diamond)
{
    auto *tag = new Chip(text, m_tagBox);
    tag->setToolTip(tip);
    tag->setTag();
    if (diamond)
        tag->setDiamond(true);
    else if (!icon.isEmpty())
        tag->setIconName(icon);
    m_tags->addWidget(tag);
    tag->show();
}

void RequirementHead::showTags(const Standard &standard, const StandardNode &node)
{
    emptyLayout(m_tags);
    if (node.critical) {
        const bool read = node.criticalConfidence == QLatin1String("certain");
        addTag(tr("Critical requirement"), {}, tr("Every level asks for at least a substantial rating here"), true);
        addTag(read ? tr("Flag certain") : tr("Flag assumed"), {},
               read ? tr("That this is critical was read in a public source")
                    : tr("That this is critical is an assumption of this catalogue"));
    }
    if (node.appliesTo != AppliesTo::Both)
        addTag(node.appliesTo == AppliesTo::NewMines ? tr("New mines only") : tr("Existing mines only"), {}, {});
    addTag(tr("Wording: %1").arg(standard.title().in(catalogueLanguage())), QStringLiteral("book"),
           standard.notice().in(catalogueLanguage()));
    m_tagBox->updateGeometry();
}

} // namespace adit
