// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/models/requirementfilter.h"
#include "ui/pages/page.h"

#include <optional>

class QScrollArea;
class QSplitter;

namespace adit {

class Banner;
class BasisLine;
class Button;
class ClaimPanel;
class FindingPanel;
class GroupView;
class GuidancePanel;
class LockLine;
class RatingPanel;
class RequirementHead;
class SidePanel;
class TreePanel;

/// The page an auditor lives in: tree, requirement, what stands beside it.
class AssessPage final : public Page
{
    Q_OBJECT
public:
    explicit AssessPage(Editor &editor, QWidget *parent = nullptr);

    void forgetPending() override;
    void focusMain() override;
    QList<QWidget *> panels() override;
    void setRoom(int width) override;

    std::optional<RequirementCode> current() const;
    void open(const RequirementCode &code);
    /// Opens the page's tree on what fits, at its first requirement.
    void showFiltered(const RequirementConditions &conditions);
    void goToNextUnrated();
    void step(int direction);

    QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);
    TreePanel *treePanel() { return m_tree; }
    GuidancePanel *guidance() { return m_guidance; }
    SidePanel *sidePanel() { return m_side; }

Q_SIGNALS:
    /// Another node is shown, by whatever way.
    void moved(const adit::RequirementCode &code);
    void whyWanted(const QString &node);
    /// What people made of a requirement without knowing of each other is to be decided.
    void conflictWanted(const adit::RequirementCode &code);
    /// A thread about the requirement is to be seen in the review.
    void threadWanted(const QString &label);
    /// A comment on a requirement is to be written there.
    void commentWanted(const adit::RequirementCode &code);
    /// Evidence or an interview is to be looked at.
    void recordWanted(const adit::EntityRef &entity);

protected:
    bool commitPending() override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    // Files dropped anywhere on the page are evidence for the requirement that is shown.
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildCentre();
    QWidget *buildFooter();
    void connectParts();
    void show(const RequirementCode &code);
    void refresh(const ChangeSet &changes);
    void showRequirement();
    void showConflict();
    bool isOpen(int ordinal) const;
    void dock(QWidget *panel, int place, bool docked);
    void toggleOver(QWidget *panel);
    void placeOver();
    bool isDocked(const QWidget *panel) const;

    Editor &m_editor;
    std::optional<RequirementCode> m_current;
    QSplitter *m_splitter;
    TreePanel *m_tree;
    RequirementHead *m_head = nullptr;
    GuidancePanel *m_guidance = nullptr;
    QWidget *m_requirement = nullptr;
    LockLine *m_lock = nullptr;
    Banner *m_conflict = nullptr; ///< says what of the requirement is in conflict
    ClaimPanel *m_claim = nullptr;
    RatingPanel *m_rating = nullptr;
    BasisLine *m_basis = nullptr;
    FindingPanel *m_finding = nullptr;
    GroupView *m_group = nullptr;
    QWidget *m_footer = nullptr;
    Button *m_next = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_centre; ///< after its parts, which building it fills in
    SidePanel *m_side; ///< after the centre: the order of making is the order of Tab
};

} // namespace adit
