// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "ui/pages/reportworker.h"

#include <QBuffer>
#include <QWidget>
#include <functional>

class QLabel;
class QPdfDocument;
class QPdfView;

namespace adit {

class Button;
class SegmentedControl;

/// Takes from a case what a report of a kind ("public", "scorecard") needs, at once; the job it gives back no longer
/// looks at the case.
using ReportRenderer = std::function<ReportJob(const CaseDocument &document, const QString &kind)>;

/// The very pages of the report as a preview, and saving them. Made anew beside the window when the case changes while
/// they are on screen.
class ReportPages final : public QWidget
{
    Q_OBJECT
public:
    /// Asks a person for a file to write; empty if they changed their mind.
    using PathChooser = std::function<QString(const QString &suggestion)>;

    ReportPages(CaseDocument &document, ReportRenderer renderer, PathChooser choosePath, QWidget *parent = nullptr);
    /// Pages still in the making are not made.
    ~ReportPages() override;

    /// Kind of report, page, zoom and saving: for the head of the page that shows this.
    QWidget *controls() { return m_controls; }
    /// Icons alone where there is little room.
    void setNarrow(bool narrow);
    /// Goes to where a requirement, or whatever is called so, is printed; as soon as the pages are there.
    void showPlace(const QString &code);
    void focusMain();
    bool isRendering() const { return m_worker.isBusy(); }
    /// From 0 on.
    int currentPage() const;

Q_SIGNALS:
    void failed(const adit::Error &error);
    void saved(const QString &path);
    /// The pages on screen are those of the case as it is now.
    void rendered();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildControls();
    void connectControls();
    void render();
    void take(const Result<QByteArray> &pdf);
    void save();
    void goToPage(int page, qreal y = 0);
    void goToPlace();
    /// Where the chapter of a requirement begins; the first page for anything else.
    int pageOfChapter(const QString &code) const;
    void refreshPlace();
    void colorView();

    CaseDocument &m_document;
    ReportRenderer m_renderer;
    PathChooser m_choosePath;
    QByteArray m_pdf;
    QBuffer m_buffer;
    bool m_stale = true;
    int m_kind = 0;
    QString m_wanted; ///< what is to be shown once there are pages
    ReportWorker m_worker;
    QPdfDocument *m_pages;
    QPdfView *m_view;
    SegmentedControl *m_kinds = nullptr;
    QLabel *m_place = nullptr;
    Button *m_previous = nullptr;
    Button *m_next = nullptr;
    Button *m_zoom = nullptr;
    Button *m_save = nullptr;
    Button *m_cancel = nullptr;
    QWidget *m_controls;
};

} // namespace adit
