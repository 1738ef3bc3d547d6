// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/document.h"

#include <functional>

/// A small report with every construct the engine has, for the tests of core/pdf.
namespace adit::pdf::sample {

/// Strings of several scripts; the test of reading back expects the same words.
struct Passage
{
    const char *name;
    QString text;
    QString language;
    bool rightToLeft;
    double readable; ///< the share of words that must read back
};
std::vector<Passage> passages();

DocumentInfo info();
std::shared_ptr<const Mark> disc();
/// Four pages: headings, contents with links, a table that spans pages, a figure, lists, foreign passages, marks.
QByteArray report(Typesetter &typesetter);
/// One paragraph alone on a page.
QByteArray onePassage(Typesetter &typesetter, const Passage &passage, const TextStyle &style);

/// The file with one object changed. `change` gets the dictionary as written and the decoded stream (empty if none).
using Change = std::function<void(QByteArray &dictionary, QByteArray &stream)>;
QByteArray changed(const QByteArray &file, const Change &change);

/// Runs a tool on a file given as bytes; its standard output, or nothing if it failed.
std::optional<QByteArray> run(const QString &tool, const QStringList &arguments, const QByteArray &file);

} // namespace adit::pdf::sample
