// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/edition.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QWidget;

namespace adit {

/// Above pages that do not go to the public: who may have them, and of a draft the one reader whose name stands across
/// every page. Hidden above the others.
class ReaderLine final : public QFrame
{
    Q_OBJECT
public:
    explicit ReaderLine(QWidget *parent = nullptr);

    void showFor(ReportKind kind);
    /// Who gets this copy of a draft; empty as long as nobody is named.
    const QString &copyFor() const { return m_copyFor; }
    /// Where the name is typed.
    void focusName();

Q_SIGNALS:
    /// Another reader was named.
    void named();

private:
    QLabel *m_words;
    QWidget *m_nameBox;
    QLineEdit *m_name;
    QString m_copyFor;
};

} // namespace adit
