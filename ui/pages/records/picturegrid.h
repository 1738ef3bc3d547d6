// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recordtable.h"
#include "ui/models/thumbnails.h"

#include <QListView>
#include <QSortFilterProxyModel>

namespace adit {

/// Evidence as pictures, several in a row: what a person looks for among hundreds of photos. Shows the same rows as the
/// table beside it, with its selection.
class PictureGrid final : public QListView
{
    Q_OBJECT
public:
    PictureGrid(const CaseDocument &document, const RecordTable &table, QSortFilterProxyModel &filter,
                QWidget *parent = nullptr);

    const Thumbnails &thumbnails() const { return m_thumbnails; }

protected:
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const Record *recordAt(const QModelIndex &index) const;
    void dropWhatIsOutOfView();

    friend class PictureDelegate;
    const CaseDocument &m_document;
    const RecordTable &m_table;
    const QSortFilterProxyModel &m_filter;
    Thumbnails m_thumbnails;
};

} // namespace adit
