// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recentcases.h"
#include "ui/pages/page.h"

#include <QSortFilterProxyModel>

class QTableView;
class QVBoxLayout;

namespace adit {

class SearchField;

/// Where one begins: recent cases, a new one, one from a file, the sample.
class StartPage final : public Page
{
    Q_OBJECT
public:
    StartPage(RecentCases recents, bool withSample, QWidget *parent = nullptr);

    void refresh();
    void focusMain() override;

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void parcelWanted();
    void sampleWanted();
    void secondSampleWanted();
    void standardsWanted();
    void caseWanted(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildLeft(bool withSample);
    QWidget *buildRight();
    void openRow(const QModelIndex &index);

    RecentCases m_recents;
    RecentModel m_model;
    QSortFilterProxyModel m_filter;
    QTableView *m_view = nullptr;
    QWidget *m_empty = nullptr;
    SearchField *m_search = nullptr;
};

} // namespace adit
