// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QWidget>

class QLabel;

namespace adit {

class Button;
class GlyphLabel;

/// The rating before the early correction beside the one after it, and the way to make a rating anew while that step is
/// open (process.md, step 6); else why not. Hidden until the process comes to it.
class AnewRow final : public QWidget
{
    Q_OBJECT
public:
    explicit AnewRow(QWidget *parent = nullptr);

    void show(const CaseDocument &document, const RequirementCode &code);

Q_SIGNALS:
    void wanted();

private:
    QWidget *m_before;
    GlyphLabel *m_glyph;
    QLabel *m_word;
    QLabel *m_note;
    Button *m_anew;
};

} // namespace adit
