// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/release/tellingtexts.h"
#include "ui/pages/publish/printedmarks.h"

#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace adit {

class SectionHeader;

/// What is to be read again before it goes out: sentences that tell who somebody is without a name, and words of an
/// interview as they were said. They hold nothing up.
class TellingSection final : public QWidget
{
    Q_OBJECT
public:
    explicit TellingSection(const CaseDocument &document, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    /// The text is to be looked at where it is written.
    void textWanted(const adit::EntityRef &entity);
    void placeWanted(const adit::PrintedPlace &place);
    /// The words found are to be withheld.
    void withholdingWanted(const adit::EntityRef &entity, const QString &fieldName, const QString &passage);

private:
    void showRows();
    QWidget *newRow(const TellingText &telling);

    const CaseDocument &m_document;
    SectionHeader *m_head;
    QVBoxLayout *m_rows;
    std::vector<TellingText> m_texts;
    bool m_isAllShown = false;
};

} // namespace adit
