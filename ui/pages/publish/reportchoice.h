// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QWidget>
#include <vector>

class QMenu;

namespace adit {

class Button;

/// "Public summary", "Draft": what a kind of report is called in the window.
QString reportKindName(ReportKind kind);
/// Who may have it, and what that means for what it says; empty for the public.
QString reportReaderWords(ReportKind kind);

/// Which report is looked at, and in which language, which is not the window's.
class ReportChoice final : public QWidget
{
    Q_OBJECT
public:
    explicit ReportChoice(QWidget *parent = nullptr);

    ReportKind kind() const { return m_kind; }
    QString language() const { return m_language; }
    void setKind(ReportKind kind);
    /// One of reportLanguages(); another is not taken.
    void setLanguage(const QString &language);
    /// A surveillance audit has a report of its own.
    void setSurveillance(bool isSurveillance) { m_isSurveillance = isSurveillance; }
    bool isSurveillance() const { return m_isSurveillance; }

Q_SIGNALS:
    /// A person chose another.
    void chosen();

private:
    void buildKinds();
    void buildLanguages();

    ReportKind m_kind = ReportKind::Public;
    QString m_language = QStringLiteral("en");
    bool m_isSurveillance = false;
    Button *m_kindButton;
    Button *m_languageButton;
};

} // namespace adit
