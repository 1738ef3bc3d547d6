// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

#include <QWidget>

class QVBoxLayout;

namespace adit {

/// Everything a standard says about one node, to read from top to bottom: what it asks, how to judge it, what belongs
/// together with it, and how certain the entry is.
class NodeView final : public QWidget
{
    Q_OBJECT
public:
    /// The standard must outlive the view.
    explicit NodeView(const Standard &standard, QWidget *parent = nullptr);

    void show(const RequirementCode &code);

Q_SIGNALS:
    void codeWanted(const adit::RequirementCode &code);

private:
    void addHead(const StandardNode &node);
    void addTags(const StandardNode &node);
    void addText(const QString &text);
    void addSection(const QString &title, const QString &text);
    void addLinks(const QString &title, const std::vector<RequirementCode> &codes);
    void addGuidance(const StandardNode &node);
    void addProvenance(const StandardNode &node);
    std::vector<RequirementCode> childrenOf(const StandardNode &node) const;
    std::vector<RequirementCode> referringTo(const RequirementCode &code) const;

    const Standard &m_standard;
    QVBoxLayout *m_layout;
};

} // namespace adit
