// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "ui/look/look.h"
#include "ui/pages/publish/reportpages.h"

#include <functional>

class QSettings;
class QWidget;

namespace adit {

/// What the window needs from outside. main() fills it in with the real things, tests with their own: no dialog, clock
/// or settings file is reached any other way.
struct Services
{
    QSettings *settings = nullptr;
    /// Who acts, when, with what chance; asked anew for each case.
    std::function<Surroundings()> surroundings;
    /// Makes a sample case (sampleNames()) in a file that does not exist yet. Empty: no sample is offered.
    std::function<Result<std::unique_ptr<CaseDocument>>(const QString &path, const QString &name)> makeSample;
    /// Empty: nothing can be published.
    ReportRenderer renderReport;
    /// Makes the PDF of a catalogue. Empty: it cannot be printed.
    std::function<ReportJob(const Standard &standard, const QString &language)> renderCatalogue;
    /// Where backups go (Backups); empty: none are made.
    QString backupFolder;
    /// File dialogs; an empty answer means the person changed their mind.
    std::function<QString(QWidget *parent, const QString &folder)> chooseCaseToOpen;
    std::function<QString(QWidget *parent, const QString &suggestion)> chooseCaseToMake;
    /// Another copy of the case, as a case file or in a parcel.
    std::function<QString(QWidget *parent, const QString &folder)> chooseCopy = {};
    /// For a report, as for a paper.
    std::function<QString(QWidget *parent, const QString &suggestion)> choosePdf;
    /// For a working paper, a PDF or a web page by the ending of its suggested name.
    std::function<QString(QWidget *parent, const QString &suggestion)> choosePaper;
    std::function<QString(QWidget *parent, const QString &suggestion)> chooseCalendar;
    std::function<QString(QWidget *parent, const QString &folder)> chooseSheet;
    std::function<QString(QWidget *parent, const QString &suggestion)> chooseSheetToMake;
    /// Where the profile of the person at this machine is kept.
    QString profileFile;
    /// For profiles and cards.
    std::function<QString(QWidget *parent, const QString &folder)> chooseProfile;
    std::function<QString(QWidget *parent, const QString &suggestion)> saveProfile;
    /// For parcels.
    std::function<QString(QWidget *parent, const QString &folder)> chooseParcel = {};
    std::function<QString(QWidget *parent, const QString &suggestion)> saveParcel = {};
    /// For the folder of a release: one to make, and one that is there.
    std::function<QString(QWidget *parent, const QString &suggestion)> chooseReleaseToMake = {};
    std::function<QString(QWidget *parent, const QString &folder)> chooseRelease = {};
    /// For a withheld passage that is shown to one party.
    std::function<QString(QWidget *parent, const QString &suggestion)> chooseDisclosed = {};
    /// For a map of the site.
    std::function<QString(QWidget *parent, const QString &folder)> chooseMap = {};
    /// For an office's report template.
    std::function<QString(QWidget *parent, const QString &folder)> chooseTemplate = {};
    /// Files that are to become evidence.
    std::function<QStringList(QWidget *parent, const QString &folder)> chooseEvidence;
    /// Shows colours and size of text; called at the start and when a person changes them. May be empty.
    std::function<void(Appearance appearance, int textPercent)> applyLook;
};

} // namespace adit
