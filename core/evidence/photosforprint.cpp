// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/photosforprint.h"

#include "core/base/rule.h"
#include "core/disclosure/photoverbs.h"

#include <future>

namespace adit {

namespace {

Result<QByteArray> fileOf(const Assessment &assessment, const Record &photo, const ContentOf &content)
{
    const Record *evidence = evidenceOf(assessment, photo);
    const QString sha256 = evidence ? (*evidence)[field::evidence::sha256] : QString();
    if (sha256.isEmpty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("evidence: ") + photo[field::public_photo::evidence],
                     ruleMark(Rule::PhotoHasFile)};
    return content(sha256);
}

Result<PrintPhoto> made(const Result<QByteArray> &file)
{
    return file ? printPhoto(*file) : Result<PrintPhoto>(file.error());
}

} // namespace

Result<PrintPhoto> pictureOf(const Assessment &assessment, const Record &photo, const ContentOf &content)
{
    return made(fileOf(assessment, photo, content));
}

PhotosForPrint photosForPrint(const Assessment &assessment, const ContentOf &content)
{
    std::vector<PhotoState> confirmed = photoStates(assessment);
    std::erase_if(confirmed, [](const PhotoState &photo) { return photo.state != PhotoState::State::Confirmed; });
    PhotosForPrint out;
    const auto take = [&out](const PhotoState &photo, const Result<PrintPhoto> &picture) {
        const QString label = (*photo.record)[field::public_photo::label];
        if (!picture)
            out.unread.append(label);
        else if (picture->sha256 != (*photo.record)[field::public_photo::picture])
            out.changed.append(label);
        else
            out.pictures.emplace(photo.entity.id, picture->jpeg);
    };
    for (std::size_t i = 0; i < confirmed.size(); i += 2) {
        std::future<Result<PrintPhoto>> beside;
        if (i + 1 < confirmed.size())
            beside = std::async(std::launch::async, made, fileOf(assessment, *confirmed[i + 1].record, content));
        take(confirmed[i], pictureOf(assessment, *confirmed[i].record, content));
        if (beside.valid())
            take(confirmed[i + 1], beside.get());
    }
    return out;
}

} // namespace adit
