// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/journal/wordmerge.h"
#include "ui/pages/merge/versioncard.h"

#include <QWidget>
#include <optional>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace adit {

class Banner;
class Button;
class ElidedLabel;
class GlyphLabel;
class SectionHeader;
class SegmentedControl;

/// One conflict: what was there before, what each of the people made of it with the words marked that they changed,
/// and what it is to be. Nothing is chosen beforehand but what is shown anyway, or both changes of a text where they
/// do not touch each other.
class ConflictView final : public QWidget
{
    Q_OBJECT
public:
    explicit ConflictView(const CaseDocument &document, QWidget *parent = nullptr);

    void show(const Conflict &conflict, int place, int count);
    void clear() { m_conflict.reset(); }
    const std::optional<Conflict> &conflict() const { return m_conflict; }
    /// The edit that decides it as chosen. There must be a conflict.
    Result<Edit> decision() const;
    /// Takes one of the versions, from 0.
    void take(int version);
    void setNarrow(bool narrow);

Q_SIGNALS:
    void stepWanted(int direction);
    void decided();
    void leftOpen();
    void whereWanted(const adit::RequirementCode &code);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildChoice();
    QWidget *buildFoot();
    void fillCards();
    void sizeCards();
    void fillSegments();
    void fillMarks();
    void fillResult();
    void tellConsequences();
    QString whose(const ConflictVersion &version) const;
    std::vector<MarkedText::Piece> pieces(const ConflictVersion &version) const;
    bool canCombine() const;
    bool isCombined() const;
    QString levelWith(const QString &rating) const;

    const CaseDocument &m_document;
    std::optional<Conflict> m_conflict;
    GlyphLabel *m_diamond;
    QLabel *m_code;
    ElidedLabel *m_title;
    SectionHeader *m_topic;
    QLabel *m_place;
    Button *m_previous;
    Button *m_next;
    QBoxLayout *m_cards;
    VersionCard *m_base;
    std::vector<VersionCard *> m_versions;
    bool m_isNarrow = false;
    QBoxLayout *m_choiceRow;
    QWidget *m_legend;
    SegmentedControl *m_choice;
    QLabel *m_overlap;
    SectionHeader *m_resultHead;
    QWidget *m_marks; ///< whose words are whose in the result
    MarkedText *m_result;
    Banner *m_consequence;
    Button *m_where;
    Button *m_leave;
    Button *m_use;
};

} // namespace adit
