// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/glyphs.h"

#include <QAbstractListModel>
#include <functional>
#include <optional>
#include <vector>

namespace adit {

/// One thing the search field can find: a page, an action or a requirement.
struct Command
{
    QString text;
    QString detail; ///< "Page", a shortcut, a rating: at the end of the row
    QString icon;   ///< of resources/icons, unless there is a glyph
    std::optional<Glyph> glyph;
    QString number; ///< of a requirement; searched by its beginning
    std::function<void()> run;
};

/// The commands that fit a search, best first: number, then beginning of the text, then beginnings of its words, then
/// anywhere.
class CommandModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum CommandRole { DetailRole = Qt::UserRole, IconRole, GlyphRole, NumberRole };

    using QAbstractListModel::QAbstractListModel;

    void setCommands(std::vector<Command> commands);
    void search(const QString &text);
    /// A copy: running a command may change the list.
    std::function<void()> action(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const Command &at(int row) const { return m_commands[m_found[static_cast<std::size_t>(row)]]; }

    std::vector<Command> m_commands;
    std::vector<std::size_t> m_found;
};

} // namespace adit
