// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/pages/records/recordpanel.h"

#include <vector>

class QLabel;

namespace adit {

class Button;
class CommitLine;

/// Who somebody behind a pseudonym is: name, contact, organisation. Shown to whoever holds the key, while their profile
/// is open, and to nobody else; when it is locked, nothing of it stays on screen or in the clipboard.
class IdentityPanel final : public RecordPanel
{
    Q_OBJECT
public:
    explicit IdentityPanel(Editor &editor, QWidget *parent = nullptr);

    void open(const EntityRef &person) override;
    void refresh() override;
    bool commitPending() override;
    void forgetPending() override;

private:
    struct Line
    {
        const FieldInfo *field;
        CommitLine *edit;
    };
    void submit(const FieldInfo &field, const QString &text);
    void clearClipboard() const;
    QString readersWords() const;

    Editor &m_editor;
    std::optional<EntityRef> m_person;
    std::vector<Line> m_lines;
    QWidget *m_fields;
    QLabel *m_closed;
    Button *m_openProfile;
    QLabel *m_readers;
};

} // namespace adit
