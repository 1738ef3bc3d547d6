// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QTableView;
class QWidget;

namespace adit {

/// Gives a table the project's look: rows with a hairline, one selected at a time as a whole, no grid, no row numbers,
/// Tab leads out of it. `rowAt13` is the height of a row at 13 pixel text.
void dressTable(QTableView *table, int rowAt13 = 32);

/// A page that is scrolled up and down, with its own ground showing through; takes `content`. The keyboard goes to what
/// is in it, not to the area.
QScrollArea *newPageScroll(QWidget *content, QWidget *parent = nullptr);

} // namespace adit
