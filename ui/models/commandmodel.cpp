// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/commandmodel.h"

#include <algorithm>
#include <utility>

namespace adit {

namespace {

constexpr std::size_t shownCommands = 60;

/// Lower is better; nothing: does not fit.
std::optional<int> rank(const Command &command, const QString &text)
{
    if (text.isEmpty())
        return command.number.isEmpty() ? std::optional(0) : std::nullopt;
    if (!command.number.isEmpty() && command.number.startsWith(text))
        return command.number == text ? 0 : 1;
    const qsizetype place = command.text.indexOf(text, 0, Qt::CaseInsensitive);
    if (place == 0)
        return 2;
    if (place > 0)
        return command.text.at(place - 1).isSpace() ? 3 : 4;
    return std::nullopt;
}

} // namespace

void CommandModel::setCommands(std::vector<Command> commands)
{
    beginResetModel();
    m_commands = std::move(commands);
    m_found.clear();
    endResetModel();
}

void CommandModel::search(const QString &given)
{
    const QString text = given.trimmed();
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        if (const auto found = rank(m_commands[i], text))
            ranked.emplace_back(*found, i);
    }
    if (!text.isEmpty())
        std::stable_sort(ranked.begin(), ranked.end(), [this](const auto &a, const auto &b) {
            // Among equals the shorter name is the better match.
            const auto key = [this](const auto &entry) {
                return std::pair(entry.first, m_commands[entry.second].text.size());
            };
            return key(a) < key(b);
        });
    beginResetModel();
    m_found.clear();
    for (const auto &[place, command] : ranked) {
        if (m_found.size() < shownCommands)
            m_found.push_back(command);
    }
    endResetModel();
}

std::function<void()> CommandModel::action(int row) const
{
    return row >= 0 && row < rowCount() ? at(row).run : std::function<void()>();
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Command &command = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return command.text;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2 %3").arg(command.number, command.text, command.detail).simplified();
    case DetailRole:
        return command.detail;
    case IconRole:
        return command.icon;
    case GlyphRole:
        return command.glyph ? QVariant(static_cast<int>(*command.glyph)) : QVariant();
    case NumberRole:
        return command.number;
    default:
        return {};
    }
}

} // namespace adit
