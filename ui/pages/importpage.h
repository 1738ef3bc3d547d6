// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/ratingimport.h"
#include "core/exchange/recordimport.h"
#include "ui/editing/editor.h"
#include "ui/models/texttable.h"
#include "ui/pages/page.h"

#include <QPointer>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QTableView;
class QThread;

namespace adit {

class Button;
class SegmentedControl;

/// A sheet of ratings or of records on its way into the case: what it would change, or every row that keeps it out,
/// before anything is changed. The whole sheet is one edit. Reading happens on a thread of its own.
class ImportPage final : public Page
{
    Q_OBJECT
public:
    using SheetChooser = std::function<QString()>;

    ImportPage(Editor &editor, SheetChooser chooseSheet, QWidget *parent = nullptr);
    ~ImportPage() override;

    /// Asks for a file and reads it. False if the person changed their mind.
    /// `kind`: of the records that the sheet holds; nothing: ratings.
    bool choose(std::optional<EntityKind> kind = {});
    std::optional<EntityKind> kind() const { return m_shape ? std::optional(m_shape->kind) : std::nullopt; }
    void read(const QString &path);
    bool isReading() const { return m_reading != nullptr; }
    void focusMain() override;

Q_SIGNALS:
    /// Imported, or given up.
    void done();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Reading
    {
        QStringList names; ///< of the sheets in the file; empty for CSV
        Result<Sheet> sheet;
    };
    /// What either sort of sheet comes to.
    struct Preview
    {
        Edit edit;
        int rows = 0;
        int changed = 0;
        QStringList unknownColumns;
    };
    void build();
    Result<Preview> readSheetFor(const CaseView &view);
    EntityRef newEntity(EntityKind kind);
    void showWhat();
    void start(const QString &sheetName);
    void giveUp();
    void take(Reading reading);
    void preview();
    void showChanges();
    void showProblems(const Error &error);
    void import();

    Editor &m_editor;
    SheetChooser m_chooseSheet;
    QString m_path;
    QPointer<QThread> m_worker;         ///< the latest; an earlier one ends by itself, unheard
    std::shared_ptr<Reading> m_reading; ///< what it fills in; nothing: no reading is waited for
    Sheet m_sheet;
    bool m_hasSheet = false;
    const RecordSheet *m_shape = nullptr; ///< nothing: ratings
    /// Numbers are given out once: those that a preview took are used again by the next one.
    std::vector<EntityRef> m_given;
    std::size_t m_used = 0;
    std::optional<Preview> m_import;
    TextTable m_model;
    QLabel *m_title;
    QLabel *m_file;
    QLabel *m_holds;
    SegmentedControl *m_whose;
    QLabel *m_sheetLabel;
    QComboBox *m_names;
    QLabel *m_head;
    QLabel *m_note;
    QTableView *m_table;
    Button *m_other;
    Button *m_accept;
    Button *m_cancel;
};

} // namespace adit
