// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/pages/publish/printedplace.h"
#include "ui/pages/publish/publishstate.h"

#include <QWidget>
#include <optional>

class QVBoxLayout;

namespace adit {

class ReasonForm;
class SectionHeader;

/// Whose names the guard found in texts that go out. A whole name blocks; a part of one is let pass by a second person,
/// with a reason. A name that blocks is not shown, only whose it is.
class NamesSection final : public QWidget
{
    Q_OBJECT
public:
    explicit NamesSection(Editor &editor, QWidget *parent = nullptr);

    void refresh(const PublishState &state);
    bool hasPending() const;
    void forget();

Q_SIGNALS:
    /// Something in it is to be seen.
    void shownWanted(QWidget *part);
    /// The text is to be looked at where it is written.
    void textWanted(const adit::EntityRef &entity);
    /// Where it is printed is to be seen.
    void placeWanted(const adit::PrintedPlace &place);
    /// The words found are to be withheld.
    void withholdingWanted(const adit::EntityRef &entity, const QString &fieldName, const QString &passage);

private:
    /// One part of one name in one text: what is let pass together.
    struct Place
    {
        QString person, part, place;
        friend bool operator==(const Place &, const Place &) = default;
    };
    static Place placeOf(const NameFound &found);
    QWidget *newRow(const NameFound &found);
    void ask(const NameFound &found);
    void pass(const QString &reason);

    Editor &m_editor;
    SectionHeader *m_head;
    ReasonForm *m_form;
    QVBoxLayout *m_rows;
    std::optional<Place> m_asked;
    bool m_isAllShown = false;
};

} // namespace adit
