// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parcel/parcel.h"
#include "ui/editing/editor.h"
#include "ui/pages/handover/sheetwork.h"
#include "ui/pages/page.h"

#include <functional>
#include <memory>

class QBoxLayout;
class QLabel;
class QSplitter;

namespace adit {

class Button;
class ChapterChoice;
class ChoiceRow;
class HandoverList;
class RecipientList;
class SectionHeader;

/// Where work leaves this laptop: for which role, sealed to whom, and what was handed over before. Before anything is
/// made it says in words what will go and what will stay.
class HandoverPage final : public Page
{
    Q_OBJECT
public:
    struct Tools
    {
        /// File dialogs; an empty answer means the person changed their mind.
        std::function<QString()> chooseCard = {};
        std::function<QString(const QString &suggestion)> chooseParcel = {};
    };

    HandoverPage(Editor &editor, Tools tools, QWidget *parent = nullptr);
    /// A parcel that is still in the making is not made.
    ~HandoverPage() override;

    void focusMain() override;
    QList<QWidget *> panels() override;
    void setRoom(int width) override;

Q_SIGNALS:
    void made(const QString &path, const adit::ParcelManifest &manifest);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildRoles();
    QWidget *buildChoices();
    QWidget *buildFoot();
    void refresh();
    void refreshRole();
    void refreshSummary();
    QString summary(const ParcelOrder &order) const;
    ParcelOrder order() const;
    QString suggestedName() const;
    void addCard();
    void make();
    void lookForNames(const ParcelOrder &wanted);
    void choosePath(const ParcelOrder &wanted);
    void begin(const ParcelOrder &wanted, const QString &path);
    void finish(const Result<ParcelManifest> &outcome, bool isStopped);
    void startAnew();

    Editor &m_editor;
    const Tools m_tools;
    QString m_role; ///< code; empty until one is chosen
    std::vector<ChoiceRow *> m_roles;
    RecipientList *m_recipients;
    QWidget *m_chapterBox;
    ChapterChoice *m_chapters;
    SectionHeader *m_soFarHead;
    HandoverList *m_soFar;
    QWidget *m_rolePanel;
    QWidget *m_choices;
    QBoxLayout *m_footLine;
    QLabel *m_what;
    QLabel *m_detail;
    Button *m_openProfile;
    Button *m_make;
    QSplitter *m_splitter;
    std::shared_ptr<OutgoingParcel> m_parcel; ///< in the making
    bool m_isLooking = false;                 ///< for names, before one is made
    SheetWork m_work;
};

} // namespace adit
