// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/publish/releasedesk.h"
#include "ui/pages/publish/reportpages.h"
#include "ui/pages/step/destinations.h"

class QLabel;
class QScrollArea;
class QSplitter;

namespace adit {

class BuildForm;
class GateSection;
class NamesSection;
class PhotosSection;
class ReleasesSection;
class TellingSection;
class SegmentedControl;
class WithheldSection;

/// Where an assessment becomes public: the very pages of the report, and beside them what still holds a release up,
/// whose names were found, what is withheld, and the releases that were made.
class PublishPage final : public Page
{
    Q_OBJECT
public:
    PublishPage(Editor &editor, ReportRenderer renderer, ReportPages::PathChooser choosePath, ReleaseDesk::Tools tools,
                QWidget *parent = nullptr);

    void forgetPending() override;
    void focusMain() override;
    QList<QWidget *> panels() override;
    void setRoom(int width) override;
    bool isRendering() const { return m_pages->isRendering(); }
    ReportPages *pages() { return m_pages; }
    /// Of the report, not of the window; one of reportLanguages().
    QString reportLanguage() const;
    void setReportLanguage(const QString &language);

Q_SIGNALS:
    void wanted(const adit::Destination &destination);
    void decisionWanted();
    void reportSaved(const QString &path);
    void built(int number, const QString &folder);
    void signedNow(int number, const QString &role);
    void finished(int number);
    void disclosed(const QString &path, int files);

protected:
    bool commitPending() override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildPanel();
    void connectParts();
    void connectSections();
    void refresh();
    void beginBuilding();
    void takeLanguage();
    void goToText(const EntityRef &entity);
    void showPlace(const PrintedPlace &place);
    void showRedaction(const QString &label);
    /// Scrolls the panel so that a part of it is seen.
    void reveal(QWidget *part);
    void showSide(int side);

    Editor &m_editor;
    ReleaseDesk m_desk;
    ReportPages *m_pages;
    QSplitter *m_splitter;
    QLabel *m_title = nullptr;
    SegmentedControl *m_sides = nullptr; ///< pages or release, where there is no room for both
    Button *m_build = nullptr;
    GateSection *m_gate = nullptr;
    BuildForm *m_form = nullptr;
    NamesSection *m_names = nullptr;
    TellingSection *m_telling = nullptr;
    PhotosSection *m_photos = nullptr;
    WithheldSection *m_withheld = nullptr;
    ReleasesSection *m_releases = nullptr;
    QScrollArea *m_panel = nullptr;
    bool m_isNarrow = false;
};

} // namespace adit
