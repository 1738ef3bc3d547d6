// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "ui/pages/page.h"
#include "ui/pages/reportworker.h"

#include <QBuffer>
#include <functional>

class QLabel;
class QPdfDocument;
class QPdfView;

namespace adit {

class Button;

/// Takes from a case what a report of a kind ("public", "scorecard") needs, at once; the job it gives back no longer
/// looks at the case.
using ReportRenderer = std::function<ReportJob(const CaseDocument &document, const QString &kind)>;

/// The very pages of the report, and saving them.
class ReportPage final : public Page
{
    Q_OBJECT
public:
    /// Asks a person for a file to write; empty if they changed their mind.
    using PathChooser = std::function<QString(const QString &suggestion)>;

    ReportPage(CaseDocument &document, ReportRenderer renderer, PathChooser choosePath, QWidget *parent = nullptr);

    void focusMain() override;
    bool isRendering() const { return m_worker.isBusy(); }

Q_SIGNALS:
    void failed(const adit::Error &error);
    void saved(const QString &path);
    /// The pages on screen are those of the case as it is now.
    void rendered();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildHead();
    void render();
    void take(const Result<QByteArray> &pdf);
    void save();
    void goToPage(int page);
    void refreshPlace();
    void colorView();

    CaseDocument &m_document;
    ReportRenderer m_renderer;
    PathChooser m_choosePath;
    QByteArray m_pdf;
    QBuffer m_buffer;
    bool m_stale = true;
    int m_kind = 0;
    ReportWorker m_worker;
    QPdfDocument *m_pages;
    QPdfView *m_view;
    QLabel *m_place = nullptr;
    Button *m_previous = nullptr;
    Button *m_next = nullptr;
    Button *m_save = nullptr;
    Button *m_cancel = nullptr;
};

} // namespace adit
