// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"
#include "ui/models/standardtreemodel.h"
#include "ui/pages/page.h"
#include "ui/pages/reportworker.h"
#include "ui/pages/standards/standardfilter.h"

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QScrollArea;

namespace adit {

class AboutStandardView;
class Button;
class NodeView;
class RequirementTree;
class SearchField;

/// A standard to read: its tree, a search in all its words, each node in full with its provenance, and the whole of it
/// on paper.
class StandardsPage final : public Page
{
    Q_OBJECT
public:
    struct Tools
    {
        /// Makes the catalogue's PDF in a language. Empty: it cannot be printed.
        std::function<ReportJob(const Standard &standard, const QString &language)> render = {};
        /// Asks a person for a file to write; empty if they changed their mind.
        std::function<QString(const QString &suggestion)> choosePath = {};
    };

    /// The standard must outlive the page.
    StandardsPage(const Standard &standard, Tools tools, QWidget *parent = nullptr);

    const Standard &standard() const { return m_standard; }
    /// What is shown; nothing: what the standard is.
    std::optional<RequirementCode> current() const { return m_current; }
    void open(const RequirementCode &code);
    void showAbout();

    void focusMain() override;
    QList<QWidget *> panels() override;

Q_SIGNALS:
    /// Another node is shown; nothing: the page about the standard.
    void moved(const std::optional<adit::RequirementCode> &code);
    /// The person wants the standard's texts in another language.
    void languageChosen(const QString &language);
    void failed(const adit::Error &error);
    void saved(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildTree();
    QWidget *buildReading();
    void search(const QString &query);
    void showNode(const RequirementCode &code);
    void print();
    void take(const Result<QByteArray> &pdf);

    const Standard &m_standard;
    Tools m_tools;
    StandardTreeModel m_model;
    StandardFilter m_filter;
    ReportWorker m_worker;
    QString m_path; ///< where the PDF being made goes
    std::optional<RequirementCode> m_current;
    QComboBox *m_language = nullptr;
    Button *m_print = nullptr;
    SearchField *m_search = nullptr;
    QLabel *m_hits = nullptr;
    RequirementTree *m_tree = nullptr;
    QScrollArea *m_scroll = nullptr;
    QLabel *m_note = nullptr;
    AboutStandardView *m_about = nullptr;
    NodeView *m_node = nullptr;
};

} // namespace adit
