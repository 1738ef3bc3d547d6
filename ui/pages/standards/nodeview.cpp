// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/standards/nodeview.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/guidancelist.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/statuspieces.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

void addTag(FlowLayout *tags, QWidget *parent, const QString &text, bool diamond = false)
{
    auto *tag = new Chip(text, parent);
    tag->setTag();
    tag->setDiamond(diamond);
    tags->addWidget(tag);
}

} // namespace

NodeView::NodeView(const Standard &standard, QWidget *parent)
    : QWidget(parent)
    , m_standard(standard)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(grid::inside);
}

void NodeView::show(const RequirementCode &code)
{
    emptyLayout(m_layout);
    const StandardNode *node = m_standard.find(code);
    if (!node)
        return;
    const QString language = catalogueLanguage();
    addHead(*node);
    addTags(*node);
    addText(purposeWords(*node, language));
    addSection(tr("When it is not relevant"), node->relevanceRule.in(language));
    addGuidance(*node);
    addLinks(node->code.level() == NodeLevel::Criterion ? tr("Requirements") : tr("Contents"), childrenOf(*node));
    addLinks(tr("See also"), node->guidance.related);
    addLinks(tr("Referred to by"), referringTo(code));
    addProvenance(*node);
    m_layout->addStretch(1);
}

void NodeView::addHead(const StandardNode &node)
{
    QStringList path;
    for (std::optional<RequirementCode> at = node.code.parent(); at; at = at->parent())
        path.prepend(at->toString() + QLatin1Char(' ') + shortTitle(*m_standard.find(*at)));
    if (!path.isEmpty())
        m_layout->addWidget(newReading(this, path.join(QStringLiteral("  ›  ")), Type::Small, Role::ThirdText));
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::inside);
    row->addWidget(newLabel(head, node.code.toString(), Type::Title, Role::SecondText), 0, Qt::AlignTop);
    QLabel *name = newReading(head, title(node), Type::Title, Role::Text);
    name->setObjectName(QStringLiteral("nodeTitle"));
    row->addWidget(name, 1, Qt::AlignTop);
    m_layout->addWidget(head);
}

void NodeView::addTags(const StandardNode &node)
{
    auto *box = new QWidget(this);
    auto *tags = new FlowLayout(6, box);
    if (node.critical)
        addTag(tags, box, tr("Critical requirement"), true);
    if (node.appliesTo != AppliesTo::Both)
        addTag(tags, box, node.appliesTo == AppliesTo::NewMines ? tr("New mines only") : tr("Existing mines only"));
    for (const QString &tag : node.guidance.tags)
        addTag(tags, box, tag);
    box->setVisible(tags->count() > 0);
    m_layout->addWidget(box);
}

void NodeView::addText(const QString &text)
{
    if (!text.isEmpty())
        m_layout->addWidget(newReading(this, text, Type::Body, Role::Text));
}

void NodeView::addSection(const QString &title, const QString &text)
{
    if (text.isEmpty())
        return;
    m_layout->addSpacing(grid::inside);
    m_layout->addWidget(new SectionHeader(title, this));
    m_layout->addWidget(newReading(this, text, Type::Body, Role::SecondText));
}

void NodeView::addGuidance(const StandardNode &node)
{
    for (const GuidanceSection &section : guidanceSections(m_standard, node, catalogueLanguage())) {
        m_layout->addSpacing(grid::inside);
        m_layout->addWidget(new SectionHeader(section.title, this));
        auto *list = new GuidanceList(this);
        list->setItems(section.items);
        m_layout->addWidget(list);
    }
    QStringList sources;
    for (const QString &source : node.guidance.sources)
        sources.append(sourceWord(source));
    addSection(tr("Usual sources"), sources.join(QStringLiteral(", ")));
}

void NodeView::addLinks(const QString &title, const std::vector<RequirementCode> &codes)
{
    if (codes.empty())
        return;
    m_layout->addSpacing(grid::inside);
    m_layout->addWidget(new SectionHeader(title, this));
    auto *box = new QWidget(this);
    auto *links = new QVBoxLayout(box);
    links->setContentsMargins(0, 0, 0, 0);
    links->setSpacing(0);
    m_layout->addWidget(box);
    for (const RequirementCode &code : codes) {
        auto *link = new Button(Button::Kind::Link,
                                code.toString() + QLatin1Char(' ') + shortTitle(*m_standard.find(code)), box);
        link->setObjectName(QLatin1String("link-") + code.toString());
        link->setToolTip(titleOf(m_standard, code));
        links->addWidget(link, 0, Qt::AlignLeading);
        connect(link, &Button::clicked, this, [this, code] { Q_EMIT codeWanted(code); });
    }
}

void NodeView::addProvenance(const StandardNode &node)
{
    QStringList words;
    if (!node.numberingConfidence.isEmpty())
        words.append(tr("Number: %1.").arg(confidenceWords(node.numberingConfidence)));
    if (node.critical)
        words.append(node.criticalConfidence == QLatin1String("certain")
                         ? tr("That it is critical was read in a public source.")
                         : tr("That it is critical is an assumption of this catalogue."));
    if (!m_standard.parts().official && node.code.level() == NodeLevel::Requirement)
        words.append(tr("Statement and guidance are this catalogue’s own words, not the official text."));
    addSection(tr("Where this entry comes from"), words.join(QLatin1Char(' ')));
}

std::vector<RequirementCode> NodeView::childrenOf(const StandardNode &node) const
{
    std::vector<RequirementCode> codes;
    for (const int child : m_standard.children(*m_standard.nodeIndex(node.code)))
        codes.push_back(m_standard.nodes()[static_cast<std::size_t>(child)].code);
    return codes;
}

std::vector<RequirementCode> NodeView::referringTo(const RequirementCode &code) const
{
    std::vector<RequirementCode> codes;
    for (const StandardNode &node : m_standard.nodes())
        if (std::ranges::find(node.guidance.related, code) != node.guidance.related.end())
            codes.push_back(node.code);
    return codes;
}

} // namespace adit
