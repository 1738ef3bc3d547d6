// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "ui/models/texttable.h"
#include "ui/pages/publish/printedtexts.h"

#include <QWidget>
#include <optional>

class QLabel;
class QTableView;

namespace adit {

class SearchField;

/// Finds one of the printed texts by a number, by what it is, or by words in it.
class TextChoice final : public QWidget
{
    Q_OBJECT
public:
    /// Names of its parts begin with `name`: "withholdSearch", "withholdFound".
    TextChoice(const CaseDocument &document, const QString &name, QWidget *parent = nullptr);

    /// Looks through the case as it is now.
    void begin(const QString &searched = {});
    /// The one that is selected.
    const WrittenText *chosen() const;
    QString searched() const;
    void focusSearch();

Q_SIGNALS:
    void changed();

private:
    void find();
    void fitTable();

    const CaseDocument &m_document;
    SearchField *m_search;
    QTableView *m_table;
    QLabel *m_note;
    TextTable m_model;
    std::vector<WrittenText> m_texts;
    std::vector<const WrittenText *> m_found;
};

} // namespace adit
