// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/papers/announcement.h"
#include "ui/editing/editor.h"
#include "ui/pages/reportworker.h"

#include <functional>
#include <vector>

class QMenu;

namespace adit {

class RecordPage;

/// Where pages have their working papers made: takes from the case what a paper says, asks where it goes, looks through
/// it for names and draws it beside the window, and writes it. One for an open case.
class PaperDesk final : public QObject
{
    Q_OBJECT
public:
    /// Asks a person for a file to write, by its suggested name; empty if they changed their mind.
    using PathChooser = std::function<QString(const QString &suggestion)>;

    PaperDesk(Editor &editor, PathChooser choosePath, QObject *parent = nullptr);

    void makeAnnouncement(const AnnouncementInput &input, PaperFormat format);
    /// The announcement as the record of a publication begins.
    Result<RecordInput> publication(const AnnouncementInput &input) const;
    /// Puts what prints its papers into the head of a page that has some; for the plan what issues a version too, for
    /// the review what limited the audit, for concerns their receipts.
    void equip(RecordPage &page);
    bool isBusy() const { return m_worker.isBusy(); }

Q_SIGNALS:
    /// `missing`: what the paper left blank, in words. `isGuarded`: it was looked through for names; they may be sealed
    /// to others.
    void saved(const QString &path, const QStringList &missing, bool isGuarded);
    void failed(const adit::Error &error);
    /// Nothing that limited the audit is left to tell.
    void nothingUntold();

private:
    using Maker = std::function<Result<Paper>(const PublicAssessment &assessment, const QString &language)>;
    struct Offer
    {
        QString name;   ///< of its entries in the menu
        QString suffix; ///< of the suggested file
        Maker make;
        bool leavesTeam = true;
    };
    std::vector<Offer> offersOf(const QString &pageId);
    void addLanguages(QMenu &menu);
    void addPrinting(RecordPage &page, const std::vector<Offer> &offers);
    void addIssuing(RecordPage &page);
    void addLimits(RecordPage &page);
    void addReceipts(RecordPage &page);
    void makeReceipt(const EntityRef &concern, const QString &language);
    PublicAssessment disclosed() const;
    /// `leavesTeam`: it is read by others, and must name nobody.
    void save(const QString &what, const Result<Paper> &paper, const PublicAssessment &around, PaperFormat format,
              bool leavesTeam = true);
    void take(const Result<QByteArray> &bytes);

    Editor &m_editor;
    PathChooser m_choosePath;
    ReportWorker m_worker;
    QString m_path;
    QStringList m_missing;
    bool m_isGuarded = true;
    QString m_language = QStringLiteral("en"); ///< of the papers, which is not the window's
};

} // namespace adit
