// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QWidget>

class QLabel;

namespace adit {

class Button;
class ElidedLabel;
class FlowLayout;
class GlyphLabel;

/// Where one is in the standard and what it asks there: path, number, title, tags, statement. Reads only.
class RequirementHead final : public QWidget
{
    Q_OBJECT
public:
    explicit RequirementHead(QWidget *parent = nullptr);

    void show(const CaseDocument &document, const RequirementCode &code);
    /// Buttons that bring back the panels which a narrow window hides.
    void setPanelButtons(bool tree, bool side);

Q_SIGNALS:
    void previousWanted();
    void nextWanted();
    void treeWanted();
    void sideWanted();

private:
    void addTag(const QString &text, const QString &icon, const QString &tip, bool diamond = false);
    void showTags(const Standard &standard, const StandardNode &node);
    QString placeWords(const Standard &standard, const RequirementCode &code) const;

    Button *m_tree;
    ElidedLabel *m_path;
    QLabel *m_place;
    Button *m_previous;
    Button *m_next;
    Button *m_side;
    GlyphLabel *m_diamond;
    QLabel *m_number;
    QLabel *m_title;
    QWidget *m_tagBox;
    FlowLayout *m_tags;
    QLabel *m_statement;
};

} // namespace adit
