// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/sitemap.h"

#include <QWidget>
#include <optional>

class QLabel;

namespace adit {

class Button;

/// The map of the site among the details: what is on it, small, and a way to take it from a file or have none.
class MapField final : public QWidget
{
    Q_OBJECT
public:
    explicit MapField(QWidget *parent = nullptr);

    /// GeoJSON as it is kept in the case.
    void setStored(const QString &geoJson);

Q_SIGNALS:
    void fileWanted();
    void removed();

private:
    class Picture;

    Picture *m_picture;
    QLabel *m_about;
    Button *m_choose;
    Button *m_remove;
};

} // namespace adit
