// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace adit {

class Button;

/// The report template among the details: whose it is, with its logo and its colour as they come to stand on paper, and
/// a way to take one from a file or have none.
class TemplateField final : public QWidget
{
    Q_OBJECT
public:
    explicit TemplateField(QWidget *parent = nullptr);

    /// As they are kept in the case: JSON, and base64 of a JPEG.
    void setStored(const QString &json, const QString &logo);

Q_SIGNALS:
    void fileWanted();
    void removed();

private:
    class Paper;

    Paper *m_paper;
    QLabel *m_name;
    QLabel *m_about;
    Button *m_choose;
    Button *m_remove;
};

} // namespace adit
