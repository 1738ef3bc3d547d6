// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

namespace adit {

/// The photos in a report ("report.pdf", "report.html") as they are kept in it, each once, in no order. Error
/// ReportFailed where the file cannot be taken apart, or holds a picture of a kind that no report has.
Result<std::vector<QByteArray>> picturesIn(const QString &name, const QByteArray &bytes);

/// The web page without the bytes of its photos: what can be read in it.
QByteArray withoutPictures(const QByteArray &page);

/// What does not agree between the photos in a report and those that the record names: one that it does not name, one
/// that is missing, one that holds more than its pixels. Empty: they are the same.
QStringList wrongPictures(const QJsonObject &record, const QString &name, const QByteArray &bytes);

} // namespace adit
