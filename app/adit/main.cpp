// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/secret.h"
#include "core/report/catalogue.h"
#include "core/sample/sample.h"
#include "ui/look/look.h"
#include "ui/look/measures.h"
#include "ui/shell/mainwindow.h"
#include "ui/words/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileDialog>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <algorithm>
#include <functional>
#include <memory>

namespace {

using namespace adit;

QString caseFilter()
{
    return QApplication::translate("main", "Adit cases (*.adit)");
}

QString parcelFilter()
{
    return QApplication::translate("main", "Adit parcels (*.adit-parcel)");
}

/// Of a file that is suggested.
QString printedFilter(const QString &suggestion)
{
    return suggestion.endsWith(QLatin1String(".html")) ? QApplication::translate("main", "Web pages (*.html)")
                                                       : QApplication::translate("main", "PDF documents (*.pdf)");
}

/// Who edits: the name a person gave, else the one they are logged in by.
QString personName(const QSettings &settings)
{
    const QString given = settings.value(QStringLiteral("person/name")).toString();
    return given.isEmpty() ? qEnvironmentVariable("USER", QStringLiteral("auditor")) : given;
}

ReportJob newCatalogueJob(const Standard &standard, const QString &language)
{
    return [standard, language](const std::function<bool(double)> &progress) -> Result<QByteArray> {
        ADIT_TRY_ASSIGN(const auto typesetter, pdf::Typesetter::create());
        // The words around the texts exist in fewer languages than the texts do.
        const bool known = reportLanguages().contains(language);
        return renderCatalogue(standard, {.language = known ? language : QStringLiteral("en"), .progress = progress},
                               *typesetter);
    };
}

Services newServices(QApplication &application, QSettings &settings)
{
    Services services;
    services.settings = &settings;
    services.surroundings = [&settings] {
        Surroundings surroundings;
        surroundings.actor = personName(settings);
        surroundings.language = QStringLiteral("en");
        return surroundings;
    };
    services.makeSample = [&settings](const QString &path, const QString &name) {
        Surroundings surroundings;
        surroundings.actor = personName(settings);
        surroundings.language = QStringLiteral("en");
        return makeSample(path, 1, surroundings, {}, name);
    };
    services.renderReport = newReportJob;
    services.renderCatalogue = newCatalogueJob;
    services.backupFolder = Backups::usualFolder();
    services.chooseCaseToOpen = [](QWidget *parent, const QString &folder) {
        return QFileDialog::getOpenFileName(parent, QApplication::translate("main", "Open a case file"), folder,
                                            caseFilter());
    };
    services.chooseCaseToMake = [](QWidget *parent, const QString &suggestion) {
        return QFileDialog::getSaveFileName(parent, QApplication::translate("main", "New case file"), suggestion,
                                            caseFilter(), nullptr, QFileDialog::DontConfirmOverwrite);
    };
    services.chooseCopy = [](QWidget *parent, const QString &folder) {
        return QFileDialog::getOpenFileName(
            parent, QApplication::translate("main", "Take in another copy"), folder,
            QApplication::translate("main", "Case files and parcels (*.adit *.adit-parcel);;All files (*)"));
    };
    services.chooseMap = [](QWidget *parent, const QString &folder) {
        return QFileDialog::getOpenFileName(
            parent, QApplication::translate("main", "Map of the site"), folder,
            QApplication::translate("main", "GeoJSON files (*.geojson *.json);;All files (*)"));
    };
    services.chooseTemplate = [](QWidget *parent, const QString &folder) {
        return QFileDialog::getOpenFileName(
            parent, QApplication::translate("main", "Report template"), folder,
            QApplication::translate("main", "Report templates (*.adit-template.json *.json);;All files (*)"));
    };
    services.choosePdf = [](QWidget *parent, const QString &suggestion) {
        return QFileDialog::getSaveFileName(parent, QApplication::translate("main", "Save the report"), suggestion,
                                            printedFilter(suggestion));
    };
    services.choosePaper = [](QWidget *parent, const QString &suggestion) {
        return QFileDialog::getSaveFileName(parent, QApplication::translate("main", "Save the paper"), suggestion,
                                            printedFilter(suggestion));
    };
    services.chooseCalendar = [](QWidget *parent, const QString &suggestion) {
        return QFileDialog::getSaveFileName(parent, QApplication::translate("main", "Save the calendar"), suggestion,
                                            QApplication::translate("main", "Calendars (*.ics)"));
    };
    services.chooseSheet = [](QWidget *parent, const QString &folder) {
        return QFileDialog::getOpenFileName(parent, QApplication::translate("main", "Import a sheet"), folder,
                                            QApplication::translate("main", "Sheets (*.csv *.xlsx);;All files (*)"));
    };
    services.profileFile = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                           QStringLiteral("/adit/own.adit-profile");
    services.chooseProfile = [](QWidget *parent, const QString &folder) {
        return QFileDialog::getOpenFileName(
            parent, QApplication::translate("main", "Choose a profile or a card"), folder,
            QApplication::translate("main", "Profiles and cards (*.adit-profile *.adit-card);;All files (*)"));
    };
    services.saveProfile = [](QWidget *parent, const QString &suggestion) {
        return QFileDialog::getSaveFileName(parent, QApplication::translate("main", "Save the profile or card"),
                                            suggestion, {}, nullptr, QFileDialog::DontConfirmOverwrite);
    };
    services.chooseParcel = [](QWidget *parent, const QString &folder) {
        return QFileDialog::getOpenFileName(parent, QApplication::translate("main", "Open a parcel"), folder,
                                            parcelFilter());
    };
    services.saveParcel = [](QWidget *parent, const QString &suggestion) {
        return QFileDialog::getSaveFileName(parent, QApplication::translate("main", "Make a parcel"), suggestion,
                                            parcelFilter(), nullptr, QFileDialog::DontConfirmOverwrite);
    };
    services.chooseReleaseToMake = [](QWidget *parent, const QString &suggestion) {
        return QFileDialog::getSaveFileName(parent, QApplication::translate("main", "Folder of the release"),
                                            suggestion, {}, nullptr, QFileDialog::DontConfirmOverwrite);
    };
    services.chooseRelease = [](QWidget *parent, const QString &folder) {
        return QFileDialog::getExistingDirectory(parent, QApplication::translate("main", "Folder of the release"),
                                                 folder);
    };
    services.chooseDisclosed = [](QWidget *parent, const QString &suggestion) {
        return QFileDialog::getSaveFileName(parent, QApplication::translate("main", "Disclose a withheld passage"),
                                            suggestion, QApplication::translate("main", "Passages (*.json)"));
    };
    services.chooseSheetToMake = [](QWidget *parent, const QString &suggestion) {
        return QFileDialog::getSaveFileName(parent, QApplication::translate("main", "Export the list"), suggestion,
                                            QApplication::translate("main", "Spreadsheets (*.xlsx);;CSV (*.csv)"));
    };
    services.chooseEvidence = [](QWidget *parent, const QString &folder) {
        return QFileDialog::getOpenFileNames(parent, QApplication::translate("main", "Add evidence"), folder);
    };
    const QPalette systemPalette = QApplication::palette();
    const QFont systemFont = QApplication::font();
    services.applyLook = [&application, systemPalette, systemFont](Appearance appearance, int textPercent) {
        QFont font = systemFont;
        font.setPixelSize(std::max(1, qRound(pixelSize(systemFont) * textPercent / 100.0)));
        QApplication::setFont(font);
        applyLook(application, appearance, systemPalette);
    };
    return services;
}

} // namespace

int main(int argc, char *argv[])
{
    keepSecretsOutOfCoreDumps();
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Adit"));
    QApplication::setApplicationName(QStringLiteral("Adit"));
    QApplication::setApplicationVersion(QStringLiteral(ADIT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("adit"));
    installTranslations(application, QLocale());

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Mine audits, nothing lost"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("case"), QApplication::translate("main", "Case file or parcel to open"),
                                 QStringLiteral("[case]"));
    parser.process(application);

    QSettings settings;
    const Services services = newServices(application, settings);
    services.applyLook(appearanceFromCode(settings.value(QStringLiteral("window/appearance")).toString()),
                       settings.value(QStringLiteral("window/text"), 100).toInt());
    std::unique_ptr<MainWindow> window;
    const std::function<void(const QString &)> makeWindow = [&](const QString &path) {
        window = std::make_unique<MainWindow>(services);
        QObject::connect(window.get(), &MainWindow::remakeWanted, &application, makeWindow, Qt::QueuedConnection);
        window->show();
        if (!path.isEmpty())
            window->openCase(path);
    };
    makeWindow(parser.positionalArguments().value(0));
    return QApplication::exec();
}
