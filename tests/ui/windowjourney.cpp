// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowjourney.h"

namespace adit::test {

void WindowJourney::begin()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    openWindow();
}

void WindowJourney::end()
{
    m_window.reset();
    m_render = {};
    m_renderCatalogue = {};
    m_parcelSuggested.clear();
    m_settings.reset();
    m_folder.reset();
}

void WindowJourney::openWindow()
{
    Services services;
    services.settings = m_settings.get();
    services.surroundings = [] { return repeatableSurroundings(); };
    services.renderReport = m_render;
    services.renderCatalogue = m_renderCatalogue;
    services.applyLook = [this](Appearance appearance, int) { m_appearance = appearance; };
    services.backupFolder = m_folder->filePath(QStringLiteral("backups"));
    services.chooseCaseToOpen = [this](QWidget *, const QString &) { return m_pathToOpen; };
    services.chooseMap = [this](QWidget *, const QString &) { return m_pathToOpen; };
    services.chooseTemplate = [this](QWidget *, const QString &) { return m_pathToOpen; };
    services.chooseCopy = [this](QWidget *, const QString &) { return m_pathToOpen; };
    services.chooseSheet = [this](QWidget *, const QString &) { return m_pathToOpen; };
    services.chooseSheetToMake = [this](QWidget *, const QString &) { return m_pathToMake; };
    services.chooseCalendar = [this](QWidget *, const QString &) { return m_pathOfPdf; };
    services.choosePaper = [this](QWidget *, const QString &suggestion) {
        m_paperSuggested = suggestion;
        return m_pathOfPdf;
    };
    services.choosePdf = [this](QWidget *, const QString &suggestion) {
        m_printSuggested = suggestion;
        return m_pathOfPdf;
    };
    services.chooseCaseToMake = [this](QWidget *, const QString &) { return m_pathToMake; };
    services.profileFile = m_folder->filePath(QStringLiteral("own.adit-profile"));
    services.chooseProfile = [this](QWidget *, const QString &) { return m_pathToOpen; };
    services.saveProfile = [this](QWidget *, const QString &) { return m_pathToMake; };
    services.chooseParcel = [this](QWidget *, const QString &) { return m_pathToOpen; };
    services.saveParcel = [this](QWidget *, const QString &suggestion) {
        m_parcelSuggested = suggestion;
        return m_pathOfParcel;
    };
    services.chooseReleaseToMake = [this](QWidget *, const QString &) { return m_pathOfRelease; };
    services.chooseRelease = [this](QWidget *, const QString &) { return m_pathOfRelease; };
    services.chooseDisclosed = [this](QWidget *, const QString &suggestion) {
        m_printSuggested = suggestion;
        return m_pathOfPdf;
    };
    services.chooseEvidence = [this](QWidget *, const QString &) { return m_filesToAdd; };
    m_window = std::make_unique<MainWindow>(services);
    m_window->resize(1366, 768);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void WindowJourney::makeCase()
{
    const QString path = m_folder->filePath(QStringLiteral("case.adit"));
    newCase(*m_folder).reset();
    m_window->openCase(path);
    QVERIFY(m_window->workspace());
}

} // namespace adit::test
