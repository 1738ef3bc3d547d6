// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/guidancepanel.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/guidancelist.h"
#include "ui/widgets/button.h"
#include "ui/widgets/disclosurebutton.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/flowlayout.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

GuidancePanel::GuidancePanel(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QHBoxLayout)
    , m_list(new GuidanceList(this))
    , m_related(new QWidget(this))
    , m_relatedFlow(new FlowLayout(grid::inside, m_related))
{
    m_list->setObjectName(QStringLiteral("guidanceText"));
    m_buttons->setSpacing(grid::group);
    auto *content = new QVBoxLayout;
    content->setContentsMargins(scaled(font(), 22), 0, 0, 0);
    content->setSpacing(grid::inside);
    content->addWidget(m_list);
    content->addWidget(m_related);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addLayout(m_buttons);
    layout->addLayout(content);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void GuidancePanel::show(const Standard &standard, const StandardNode &node)
{
    m_standard = &standard;
    m_node = &node;
    m_sections = guidanceSections(standard, node, catalogueLanguage());
    setVisible(!m_sections.empty());
    refreshButtons();
    refreshContent();
}

void GuidancePanel::setOpenPart(const QString &id)
{
    m_open = id;
    if (!m_node)
        return;
    for (auto *button : findChildren<DisclosureButton *>())
        button->setChecked(button->objectName() == QLatin1String("guidance-") + id);
    refreshContent();
}

/// The buttons stay while the parts are the same, so that the one with the focus keeps it.
void GuidancePanel::refreshButtons()
{
    QStringList titles;
    for (const GuidanceSection &section : m_sections)
        titles.append(section.title);
    if (titles == m_titles)
        return;
    m_titles = titles;
    emptyLayout(m_buttons);
    for (const GuidanceSection &section : m_sections) {
        auto *button = new DisclosureButton(section.title, this);
        button->setObjectName(QLatin1String("guidance-") + section.id);
        button->setChecked(section.id == m_open);
        m_buttons->addWidget(button);
        connect(button, &DisclosureButton::clicked, this,
                [this, id = section.id](bool checked) { setOpenPart(checked ? id : QString()); });
    }
    m_buttons->addStretch(1);
}

void GuidancePanel::refreshContent()
{
    const auto section = std::ranges::find(m_sections, m_open, &GuidanceSection::id);
    const bool open = section != m_sections.end();
    m_list->setItems(open ? section->items : std::vector<GuidanceItem>());
    m_list->setVisible(open);
    refreshRelated();
}

void GuidancePanel::refreshRelated()
{
    emptyLayout(m_relatedFlow);
    const Guidance &guidance = m_node->guidance;
    m_related->setVisible(m_open == QLatin1String("look-for") && !guidance.related.empty());
    if (m_related->isHidden())
        return;
    m_relatedFlow->addWidget(newLabel(m_related, tr("See also"), Type::Small, Role::ThirdText));
    for (const RequirementCode &code : guidance.related) {
        auto *link = new Button(Button::Kind::Link, code.toString(), m_related);
        link->setToolTip(titleOf(*m_standard, code));
        link->setAccessibleName(code.toString() + QLatin1Char(' ') + titleOf(*m_standard, code));
        m_relatedFlow->addWidget(link);
        // The click deletes the button when the next requirement is shown.
        connect(
            link, &Button::clicked, this, [this, code] { Q_EMIT codeWanted(code); }, Qt::QueuedConnection);
    }
}

} // namespace adit
