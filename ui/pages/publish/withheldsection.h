// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/models/texttable.h"
#include "ui/pages/publish/publishstate.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace adit {

class Button;
class RedactionSheet;
class SectionHeader;
class WithholdForm;

/// All that is not printed, or was to be, with how it stands; one of them in full below the list, and the way to ask
/// for another.
class WithheldSection final : public QWidget
{
    Q_OBJECT
public:
    explicit WithheldSection(Editor &editor, QWidget *parent = nullptr);

    void refresh(const PublishState &state);
    /// Selects one by its number.
    void open(const QString &label);
    /// Begins to ask for one.
    void beginAsking(const EntityRef &entity, const QString &fieldName, const QString &passage);
    /// The same for words that were marked on a page: of the text in which they stand, or a choice where there are
    /// more.
    void beginAskingFor(const QString &words);
    bool hasPending() const;
    void forget();

Q_SIGNALS:
    /// One was selected; where it is printed is to be seen.
    void redactionSelected(const QString &label);
    /// Something in it is to be seen.
    void shownWanted(QWidget *part);

private:
    void connectParts();
    void askAnew(const QString &target, const QString &fieldName);
    void showCurrent();
    QStringList rowOf(const RedactionState &state) const;
    void fitTable();

    Editor &m_editor;
    SectionHeader *m_head;
    Button *m_ask;
    WithholdForm *m_form;
    QLabel *m_nothing;
    TextTable m_model;
    QStringList m_labels; ///< of the rows
    QTableView *m_table;
    RedactionSheet *m_sheet;
};

} // namespace adit
