// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>
#include <optional>

class QLabel;

namespace adit {

class AnewRow;
class Chip;
class GlyphLabel;
class RatingStrip;
class ReasonForm;

/// The strip with what stands beside it (self-assessment, previous rating) and what a rating asks for. Turns keys and
/// clicks into edits.
class RatingPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit RatingPanel(Editor &editor, QWidget *parent = nullptr);

    void show(const RequirementCode &code);
    /// Rates as if the key had been pressed on the strip. False if the key stands for nothing.
    bool rateByKey(const QString &key);
    void clearRating();
    /// False if a typed reason is not stored or not confirmed; the Editor has said so.
    bool commitNow();
    void forget();
    RatingStrip *strip() { return m_strip; }

private:
    void choose(const QString &code);
    void chooseNotRelevant();
    void confirm(const QString &justification, const QString &until);
    void refresh();
    void refreshBeside();
    void refreshReason();
    void askFor(const ScaleStep &step);
    void askAnew(const QString &code);
    Result<Edit> confirmed(const QString &pending, const QString &justification, const QString &until) const;
    QString meaningWords(const RatedItem &item) const;
    void submitRating(const QString &rating, const RatingInput &companions);

    Editor &m_editor;
    std::optional<RequirementCode> m_code;
    QString m_pending;   ///< a rating that waits for its justification
    bool m_anew = false; ///< it is made anew, and waits for what was verified
    GlyphLabel *m_selfGlyph;
    QLabel *m_selfWord;
    QLabel *m_previousHead;
    GlyphLabel *m_previousGlyph;
    QLabel *m_previousWord;
    QWidget *m_planMark;
    RatingStrip *m_strip;
    GlyphLabel *m_meaningGlyph;
    QLabel *m_meaning;
    ReasonForm *m_reason;
    AnewRow *m_anewRow;
};

} // namespace adit
