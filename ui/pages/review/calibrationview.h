// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/models/calibrationmodel.h"
#include "ui/models/whoami.h"
#include "ui/pages/review/reviewview.h"

class QListView;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace adit {

class AgreementPanel;
class BlindPanel;
class Button;
class DrawForm;

/// Calibration: two of the team rate some requirements without knowing of each other, and then look at how far they
/// agree.
class CalibrationView final : public ReviewView
{
    Q_OBJECT
public:
    CalibrationView(Editor &editor, WhoAmI &whoAmI, QWidget *parent = nullptr);

    void refresh() override;
    bool commitPending() override;
    void forgetPending() override;
    void focusMain() override;
    void setNarrow(bool narrow) override;

private:
    QWidget *buildList();
    QWidget *buildNothing();
    void connectParts();
    void choose(const QModelIndex &index);
    void open(const QString &calibration);
    void showCurrent();
    void beginDrawing();

    Editor &m_editor;
    WhoAmI &m_whoAmI;
    CalibrationModel m_model;
    QString m_shown;          ///< label
    bool m_isDrawing = false; ///< the form is open
    QSplitter *m_splitter;
    QListView *m_list;
    Button *m_draw;
    QStackedWidget *m_stack;
    DrawForm *m_form;
    BlindPanel *m_blind;
    AgreementPanel *m_agreement;
    QScrollArea *m_formScroll;
    QScrollArea *m_blindScroll;
    QScrollArea *m_agreementScroll;
    QWidget *m_nothing;
};

} // namespace adit
