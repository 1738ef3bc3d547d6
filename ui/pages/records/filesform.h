// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/editing/evidenceintake.h"
#include "ui/pages/records/fieldeditor.h"

#include <QScrollArea>
#include <vector>

class QGridLayout;
class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace adit {

class Banner;
class Button;

/// The panel where files become evidence: which ones, how far their reading is, and what is common to them. They are
/// read while the rest is filled in; one press then adds them all, as one step of the history.
class FilesForm final : public QScrollArea
{
    Q_OBJECT
public:
    explicit FilesForm(Editor &editor, QWidget *parent = nullptr);

    /// More files join those that are there. `requirements`: what they bear on, as far as it is known.
    void take(const std::vector<IntakeSource> &sources, const QStringList &requirements = {});
    bool isEmpty() const { return m_intake.items().empty(); }
    /// False while there are files that are not added yet; says so.
    bool commitPending();
    /// Gives the files back and ends.
    void forgetPending();
    const EvidenceIntake &intake() const { return m_intake; }

Q_SIGNALS:
    /// They are in the case: the labels of the new ones, in order.
    void added(const QStringList &labels);
    void closed();

private:
    void begin(const QStringList &requirements);
    void addRow(const FieldInfo &field, QGridLayout *grid);
    void refresh();
    void refreshRefused();
    void addNow();
    RecordInput typed() const;

    Editor &m_editor;
    EvidenceIntake m_intake;
    std::vector<FieldEditor> m_fields;
    QLabel *m_title;
    Banner *m_refused;
    QVBoxLayout *m_files;
    QLabel *m_more;
    QProgressBar *m_progress;
    QWidget *m_titleLabel = nullptr; ///< of the field that only one file has
    Button *m_add;
};

} // namespace adit
