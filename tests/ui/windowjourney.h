// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/builders.h"
#include "ui/look/look.h"
#include "ui/pages/assess/assesspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <memory>

namespace adit::test {

/// The ground of journeys through the window: a window with settings, dialogs and a clock of its own, driven by
/// keyboard and by the names of what a person presses.
class WindowJourney : public QObject
{
    Q_OBJECT

protected:
    /// Before and after each journey.
    void begin();
    void end();
    template <typename Widget>
    Widget *named(const char *name) const
    {
        auto *found = m_window->findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("no widget named %s", name);
        return found;
    }
    void click(const char *name) { QTest::mouseClick(named<QAbstractButton>(name), Qt::LeftButton); }
    void makeCase();
    /// As if somebody had opened their profile.
    void openProfile(const char *name = "R. Salas")
    {
        m_window->workspace()->editor().actAs(
            std::make_shared<const Profile>(must(Profile::make(QString::fromUtf8(name), {}, QDate(2026, 1, 1)))));
    }
    CaseDocument &document() { return m_window->workspace()->document(); }
    AssessPage &assess() { return *m_window->workspace()->assessPage(); }
    QString ratingOf(const char *requirement)
    {
        return document().assessment().answer(code(requirement))[field::answer::rating];
    }
    void go(const char *requirement) { assess().open(code(requirement)); }
    /// Types into whatever has the focus, as a person does.
    static void type(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static RequirementCode code(const char *text) { return *RequirementCode::fromString(QLatin1String(text)); }
    void openWindow();
    QString findingOf(const char *requirement)
    {
        return document().assessment().answer(code(requirement))[field::answer::finding];
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    ReportRenderer m_render;
    std::function<ReportJob(const Standard &, const QString &)> m_renderCatalogue;
    Appearance m_appearance = Appearance::System;
    QString m_pathToOpen; ///< what the file dialogs answer
    QString m_pathToMake;
    QStringList m_filesToAdd;
    QString m_pathOfPdf;
    QString m_printSuggested; ///< the name a report, or a withheld passage, was to have
    QString m_pathOfParcel;
    QString m_parcelSuggested;
    QString m_pathOfRelease;
    QString m_paperSuggested; ///< the name a paper was to have
    std::unique_ptr<MainWindow> m_window;
};

} // namespace adit::test
