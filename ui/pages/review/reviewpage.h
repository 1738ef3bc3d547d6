// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/models/processwatch.h"
#include "ui/models/whoami.h"
#include "ui/pages/page.h"
#include "ui/pages/step/destinations.h"

#include <functional>
#include <vector>

class QStackedWidget;

namespace adit {

class ChaptersView;
class DecisionView;
class RecordPage;
class ReviewView;
class SegmentedControl;
class ThreadsView;

/// Where a review is held and decided: what is said about the draft, what is new to whoever reads, chapters signed off
/// and locked, the decision. The plain list of comments, which is printed and imported, is one of its views.
class ReviewPage final : public Page
{
    Q_OBJECT
public:
    enum View { Threads, Changes, Chapters, Decision, Calibration, Similar, List };
    /// Asks for an earlier case; an empty answer means the person changed their mind.
    using CaseChooser = std::function<QString()>;

    /// Takes the list.
    ReviewPage(Editor &editor, const ProcessWatch &process, WhoAmI &whoAmI, const CaseChooser &chooseEarlier,
               RecordPage *list, QWidget *parent = nullptr);

    static QStringList viewNames();
    /// False if something typed keeps the view that is there.
    bool showView(View view);
    View currentView() const;
    /// A thread by the number of its comment; the threads, if it is empty.
    void open(const QString &comment);
    /// A new comment on a requirement.
    void beginComment(const QString &requirement);
    /// The requirement that is looked at elsewhere.
    void setRequirement(const QString &code);
    void forgetPending() override;
    void focusMain() override;
    QList<QWidget *> panels() override;
    void setRoom(int width) override;

Q_SIGNALS:
    void wanted(const adit::Destination &destination);

protected:
    bool commitPending() override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    ReviewView *current() const;

    Editor &m_editor;
    SegmentedControl *m_chooser;
    QStackedWidget *m_stack;
    ThreadsView *m_threads;
    ChaptersView *m_chapters;
    DecisionView *m_decision;
    RecordPage *m_list;
    std::vector<ReviewView *> m_views; ///< all but the list
};

} // namespace adit
