// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/release/manifest.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace adit {

/// The files of a release, by name.
using ReleaseFiles = std::map<QString, QByteArray>;

/// Reads a folder, or a ZIP file that holds one. Errors: FileMissing, ReleaseInvalid (folders in it, links, more or
/// larger files than a release has), StorageFailed.
Result<ReleaseFiles> readReleaseFiles(const QString &path);

struct ReleaseProblem
{
    QString what;  ///< file, manifest, record, score, picture, signature, root
    QString where; ///< name of a file, path in the record, role
    QString text;
};

/// What can be said of a release without the case.
struct ReleaseVerdict
{
    struct Signer
    {
        QString role, fingerprint, time;
        bool isTrusted = false; ///< named by whoever asks
        QString name = {};      ///< from a card or list of whom they trust
    };
    struct Withheld
    {
        QString chapter, reason; ///< chapter empty: about the whole mine
        int count = 0;
    };
    ReleaseManifest manifest;
    std::vector<Signer> signers; ///< whose signatures are genuine
    std::vector<Withheld> withheld;
    std::vector<ReleaseProblem> problems;

    /// All that was signed is as it was.
    bool isIntact() const { return problems.empty(); }
};

/// Says of a fingerprint whose it is, if it is trusted.
using TrustedName = std::function<std::optional<QString>(const QString &fingerprint)>;

/// Checks files against the manifest, values against their leaves, the root, scores against ratings, signatures.
/// Whatever is altered in any file is a problem that names it. `trusted`: nothing where nobody is named.
ReleaseVerdict checkRelease(const ReleaseFiles &files, const TrustedName &trusted);

/// Whether a passage that was withheld is the one that was signed, at that place of this release. Error ReleaseInvalid
/// for what is no such file.
Result<bool> isDisclosedPassage(const QByteArray &disclosure, const ReleaseFiles &files,
                                const ReleaseManifest &manifest, const QString &path);

} // namespace adit
