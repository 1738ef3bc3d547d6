// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/publish/printedplace.h"
#include "ui/pages/publish/reportjob.h"

#include <QBuffer>
#include <QWidget>
#include <functional>
#include <optional>

class QLabel;
class QPdfDocument;

namespace adit {

class Button;
class PageView;
class ReaderLine;
class ReportChoice;

/// The very pages of a report as a preview, of any kind and in any of its languages, and saving them as they are or as
/// one web page. Made anew beside the window when the case changes while they are on screen.
class ReportPages final : public QWidget
{
    Q_OBJECT
public:
    /// Asks a person for a file to write; empty if they changed their mind.
    using PathChooser = std::function<QString(const QString &suggestion)>;

    ReportPages(CaseDocument &document, ReportRenderer renderer, PathChooser choosePath, QWidget *parent = nullptr);
    /// Pages still in the making are not made.
    ~ReportPages() override;

    /// Kind of report, language, page, zoom and saving: for the head of the page that shows this.
    QWidget *controls() { return m_controls; }
    /// Icons alone where there is little room.
    void setNarrow(bool narrow);
    /// Goes to where it is printed and draws a box round it, as soon as the pages are there.
    void showPlace(const adit::PrintedPlace &place);
    void focusMain();
    /// Of the report; one of reportLanguages().
    QString language() const;
    void setLanguage(const QString &language);
    /// Another person acts, who may know other names: what does not go to the public is made anew.
    void meetActor();
    bool isRendering() const { return m_worker.isBusy(); }
    /// From 0 on.
    int currentPage() const;

Q_SIGNALS:
    void failed(const adit::Error &error);
    void saved(const QString &path);
    /// The pages on screen are those of the case as it is now.
    void rendered();
    /// A person marked words on a page and wants them withheld.
    void withholdingWanted(const QString &words);
    /// A person chose another language.
    void languageChosen();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildControls();
    void connectControls();
    ReportRequest request() const;
    void choose();
    void render();
    void take(const Result<QByteArray> &pdf);
    void showPdf(const QByteArray &pdf);
    void savePages();
    void saveWebPage();
    void write(const QString &path, const Result<QByteArray> &bytes);
    QString suggestedName(const char *suffix) const;
    void goToPage(int page);
    void goToPlace();
    void placeWithhold();
    void refreshPlace();
    void colorView();

    CaseDocument &m_document;
    ReportRenderer m_renderer;
    PathChooser m_choosePath;
    QByteArray m_pdf;
    QBuffer m_buffer;
    bool m_stale = true;
    std::optional<PrintedPlace> m_wanted; ///< what is to be shown once there are pages
    std::optional<PrintedPlace> m_shown;  ///< in the box
    ReportWorker m_worker;
    ReportWorker m_webWorker;
    QString m_webPath; ///< where the web page goes that is being made
    QPdfDocument *m_pages;
    PageView *m_view;
    Button *m_withhold; ///< below the words that are marked
    ReaderLine *m_reader;
    ReportChoice *m_choice = nullptr;
    QLabel *m_place = nullptr;
    Button *m_previous = nullptr;
    Button *m_next = nullptr;
    Button *m_zoom = nullptr;
    Button *m_save = nullptr;
    Button *m_cancel = nullptr;
    QWidget *m_controls;
};

} // namespace adit
