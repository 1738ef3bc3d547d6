// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "ui/pages/page.h"

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace adit {

class SegmentedControl;

/// One page for a new assessment. What is missing is said under the field it is missing in.
class NewAssessmentPage final : public Page
{
    Q_OBJECT
public:
    /// What the page has gathered when it is complete.
    struct Request
    {
        QString path;
        QString standardId;
        QString person;
        CaseDocument::NewCase details;
    };
    /// Asks a person for a file to write; empty if they changed their mind.
    using PathChooser = std::function<QString(const QString &suggestion)>;

    NewAssessmentPage(PathChooser choosePath, QWidget *parent = nullptr);

    void focusMain() override;
    /// Empties the form; `folder` is where the file is suggested.
    void begin(const QString &person, const QString &folder);

Q_SIGNALS:
    void createWanted(const adit::NewAssessmentPage::Request &request);
    void cancelled();

private:
    struct Row
    {
        QWidget *field;
        QLabel *problem;
    };
    Row addRow(QVBoxLayout *layout, const QString &label, QWidget *field, const QString &help = {});
    void buildForm(QVBoxLayout *layout);
    void suggestPath();
    bool check();
    void say(const Row &row, const QString &problem);
    void create();

    PathChooser m_choosePath;
    QString m_folder;
    bool m_pathTyped = false;
    QLineEdit *m_site;
    QLineEdit *m_country;
    QLineEdit *m_operator;
    SegmentedControl *m_mine;
    SegmentedControl *m_kind;
    QComboBox *m_standard;
    QLineEdit *m_path;
    QLineEdit *m_person;
    Row m_siteRow{};
    Row m_pathRow{};
};

} // namespace adit
