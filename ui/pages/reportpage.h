// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "ui/pages/page.h"

#include <QBuffer>
#include <atomic>
#include <functional>
#include <memory>

class QLabel;
class QPdfDocument;
class QPdfView;
class QThread;

namespace adit {

class Button;

/// The work of making one report; runs on a thread of its own. `progress` gets 0 to 1 and says false to stop.
using ReportJob = std::function<Result<QByteArray>(const std::function<bool(double)> &progress)>;
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
    ~ReportPage() override;

    void focusMain() override;
    bool isRendering() const { return m_worker != nullptr; }

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
    void stop();
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
    std::unique_ptr<QThread> m_worker;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    QPdfDocument *m_pages;
    QPdfView *m_view;
    QLabel *m_place = nullptr;
    Button *m_previous = nullptr;
    Button *m_next = nullptr;
    Button *m_save = nullptr;
    Button *m_cancel = nullptr;
};

} // namespace adit
