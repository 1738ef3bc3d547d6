// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/copyintake.h"
#include "ui/editing/editor.h"
#include "ui/models/conflictmodel.h"
#include "ui/pages/page.h"

#include <functional>

class QLabel;
class QListView;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace adit {

class Banner;
class Button;
class ConflictView;
class PreviewPanel;

/// Where the work of several people comes together: another copy of the case is looked at and taken in, and what two
/// people did without knowing of each other is decided, one by one, by whoever sits here.
class MergePage final : public Page
{
    Q_OBJECT
public:
    using CaseChooser = std::function<QString()>;

    MergePage(Editor &editor, CaseChooser chooseCase, QWidget *parent = nullptr);

    /// Asks for another copy and reads it. False if the person changed their mind.
    bool choose();
    /// A case file, or a parcel with one, which opens with the profile that it is sealed to: where none is open it is
    /// asked for, and then the parcel is read.
    void read(const QString &path);
    bool isBusy() const { return m_intake.isBusy(); }
    /// Opens a conflict; the first one if there is none of that name.
    void open(const QString &conflict);
    /// The first conflict of a requirement.
    void openFor(const RequirementCode &code);
    void focusMain() override;
    QList<QWidget *> panels() override;
    void setRoom(int width) override;

Q_SIGNALS:
    void requirementWanted(const adit::RequirementCode &code);
    /// Before anything comes in: the moment for a backup.
    void aboutToTake();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildNothing();
    void connectParts();
    void refresh();
    void showCurrent();
    void decide();
    void step(int direction);
    void beginReading(const QString &path, Forks forks);
    void waitForProfile(const QString &parcel);
    void tellTaken(const MergePreview &what);
    void tellFailure(const Error &error);

    Editor &m_editor;
    CaseChooser m_chooseCase;
    CopyIntake m_intake;
    QString m_waiting; ///< a parcel, until a profile is open
    ConflictModel m_model;
    QSplitter *m_splitter;
    QLabel *m_count;
    QListView *m_list;
    Button *m_other;
    QStackedWidget *m_stack;
    Banner *m_banner;
    ConflictView *m_view;
    QScrollArea *m_scroll;
    PreviewPanel *m_preview;
    QWidget *m_nothing;
};

} // namespace adit
