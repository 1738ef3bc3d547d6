// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"
#include "ui/words/guidancewords.h"

#include <QWidget>

class QHBoxLayout;

namespace adit {

class DisclosureButton;
class FlowLayout;
class GuidanceList;

/// The guidance of the node at hand, one part of it open at a time, or none. The part stays open from requirement to
/// requirement, since whoever reads signs of trouble wants those of the next one too.
class GuidancePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit GuidancePanel(QWidget *parent = nullptr);

    void show(const Standard &standard, const StandardNode &node);
    /// Id of the part that is open ("look-for"); empty if none is.
    QString openPart() const { return m_open; }
    void setOpenPart(const QString &id);

Q_SIGNALS:
    /// Somebody wants to read a related requirement.
    void codeWanted(const adit::RequirementCode &code);

private:
    void refreshButtons();
    void refreshContent();
    void refreshRelated();

    const Standard *m_standard = nullptr;
    const StandardNode *m_node = nullptr;
    std::vector<GuidanceSection> m_sections;
    QString m_open;
    QStringList m_titles; ///< of the buttons
    QHBoxLayout *m_buttons;
    GuidanceList *m_list;
    QWidget *m_related;
    FlowLayout *m_relatedFlow;
};

} // namespace adit
