// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/pages/records/fieldeditor.h"

#include <QScrollArea>
#include <optional>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace adit {

class Button;
class RecordPanel;
class SectionHeader;

/// The panel at the side of a list: one record, field by field. What is changed of a record that is there is stored
/// field by field; a new one is stored when it is complete and its button is pressed.
class RecordForm final : public QScrollArea
{
    Q_OBJECT
public:
    RecordForm(Editor &editor, EntityKind kind, QWidget *parent = nullptr);

    /// Shows one that is there.
    void open(const EntityRef &entity);
    /// An empty form for a new one, with values that are likely.
    void beginNew(const RecordInput &likely);
    bool isNew() const { return m_isNew; }
    std::optional<EntityRef> entity() const { return m_entity; }
    void refresh();
    bool commitPending();
    void forgetPending();
    void focusFirst();
    /// By the field's name; the plan of a nonconformity is "correctiveAction".
    void focusField(const QString &name);

Q_SIGNALS:
    void added(const adit::EntityRef &entity);
    void closed();
    /// Nonconformities: to the next state, or back to the one before.
    void moveWanted(const adit::EntityRef &nonconformity);
    void returnWanted(const adit::EntityRef &nonconformity);

private:
    void addPanel(RecordPanel *panel, QVBoxLayout *layout);
    void addRow(const FieldInfo &field, QGridLayout *grid, int row);
    void submit(const FieldInfo &field, const QStringList &value);
    void addNow();
    QComboBox *newCodeChooser();
    Result<EntityRef> entityToAdd();
    const Record &shown() const;
    std::vector<QStringList> typed() const;

    Editor &m_editor;
    EntityKind m_kind;
    std::vector<FieldEditor> m_fields;
    std::optional<EntityRef> m_entity;
    bool m_isNew = false;
    Record m_blank;
    std::vector<QStringList> m_likely; ///< what a new one began with
    QLabel *m_title;
    QComboBox *m_code = nullptr;         ///< of kinds that have one for each node or group: which one a new one is for
    std::vector<RecordPanel *> m_panels; ///< what the kind has beside its fields
    Button *m_add;
};

} // namespace adit
