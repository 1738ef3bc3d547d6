// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/nonconformities.h"
#include "ui/editing/editor.h"

#include <QObject>

namespace adit {

class BoardView;
class DueStrip;
class DueView;
class FindingFilters;
class ListView;

/// What the list of nonconformities has beside its table: filters and a strip of due dates above it, a board and the
/// dates by month in its place. All of them show the same nonconformities, and go on from the same one.
class Findings final : public QObject
{
    Q_OBJECT
public:
    /// Adds its views to the list, and lives as long as that.
    Findings(Editor &editor, ListView &list);

Q_SIGNALS:
    /// The ratings that still want a nonconformity are to be seen.
    void ratingsWanted();

private:
    enum class Direction { Forwards, Back };
    /// To another state, as if it had been set in the form: what that state asks for and is not there yet is said, and
    /// the form opens where it is filled in. By value: what it was taken from is filled anew meanwhile.
    void move(EntityRef nonconformity, Direction direction);
    void refresh();

    Editor &m_editor;
    ListView &m_list;
    FindingFilters *m_filters;
    DueStrip *m_strip;
    BoardView *m_board;
    DueView *m_dates;
};

} // namespace adit
