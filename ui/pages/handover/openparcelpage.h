// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parcel/parcel.h"
#include "ui/editing/profilekeeper.h"
#include "ui/pages/handover/sheetwork.h"
#include "ui/pages/page.h"
#include "ui/pages/profile/profilepage.h"

#include <functional>
#include <optional>

class QGridLayout;
class QLabel;
class QStackedWidget;

namespace adit {

class Banner;
class Button;

/// A parcel that came from somebody: opened with the profile it is sealed to, looked at, and made a case of once the
/// person here has said that it is from whom it says. Needs no open case.
class OpenParcelPage final : public Page
{
    Q_OBJECT
public:
    using PathChooser = std::function<QString(const QString &suggestion)>;

    OpenParcelPage(ProfileKeeper &keeper, ProfilePage::Tools profileTools, PathChooser chooseCase,
                   QWidget *parent = nullptr);

    /// `person`: who sits here, for a profile that is yet to be made.
    void begin(const QString &path, const QString &person);
    void focusMain() override;

Q_SIGNALS:
    void cancelled();
    /// A case was made of it.
    void opened(const QString &casePath);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildInside();
    void refresh();
    void look();
    void fill();
    void addRow(const QString &label, const QList<QWidget *> &values);
    QLabel *newValue(const QString &text);
    QLabel *newRemark(const QString &text);
    void tell(const Error &error);
    QString suggestedName() const;
    void saveAsCase();
    void finish(const QString &path, const Result<ParcelManifest> &outcome, bool isStopped);

    ProfileKeeper &m_keeper;
    const PathChooser m_chooseCase;
    QString m_path;
    std::optional<ParcelManifest> m_manifest;
    ProfilePage *m_profile;
    QStackedWidget *m_stack;
    QWidget *m_inside = nullptr;
    Banner *m_problem;
    QLabel *m_site = nullptr;
    QLabel *m_file = nullptr;
    QWidget *m_facts = nullptr;
    QGridLayout *m_grid = nullptr;
    int m_row = 0;
    Button *m_save = nullptr;
    Button *m_cancel = nullptr;
    SheetWork m_work;
};

} // namespace adit
