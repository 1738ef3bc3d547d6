// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hashing.h"
#include "core/disclosure/photoverbs.h"
#include "core/disclosure/redactionverbs.h"
#include "core/edits/takenfile.h"
#include "core/report/publicassessment.h"
#include "tests/support/builders.h"
#include "tests/support/people.h"

namespace adit::test {

/// What people write to a photo.
struct PhotoWords
{
    QString caption = QStringLiteral("The spillway in May");
    QString description = QStringLiteral("A concrete channel, dry, with a crack across it");
};

/// Puts photos into a case: evidence, the photo of it, and the word of somebody who looked at the picture.
class PhotoCase
{
public:
    explicit PhotoCase(CaseDocument &document)
        : m_case(document)
    {}

    /// `jpeg`: as it is printed. Its label.
    QString add(const QString &requirement, const QByteArray &jpeg, const PhotoWords &words = {},
                bool isConfirmed = true)
    {
        const EntityRef evidence = m_case.newEntity(EntityKind::Evidence);
        edit(addTakenEvidence(
            m_case.view(), evidence,
            {{{&infoOf(field::evidence::title), QStringLiteral("Photo")},
              {&infoOf(field::evidence::state), QStringLiteral("taken")}}},
            takenFile(QStringLiteral("IMG_1.jpg"), QStringLiteral("image/jpeg"), jpeg + evidence.code.toUtf8())));
        const EntityRef photo = m_case.newEntity(EntityKind::PublicPhoto);
        edit(addPublicPhoto(m_case.view(), photo,
                            {.evidence = evidence.code,
                             .requirement = requirement,
                             .caption = words.caption,
                             .description = words.description}));
        if (isConfirmed)
            edit(confirmPublicPhoto(m_case.view(), photo.code,
                                    {.basis = QStringLiteral("nobody-recognisable"), .jpeg = jpeg}, profileOf("lead"),
                                    QDate(2026, 6, 1)));
        m_pictures.emplace(photo.id, jpeg);
        return photo.code;
    }
    void withhold(const QString &label, const char *reason, const QString &field = {}, const QString &passage = {})
    {
        edit(askRedaction(m_case.view(), m_case.newEntity(EntityKind::Redaction),
                          {.target = QStringLiteral("public_photo/") + label,
                           .field = field,
                           .passage = passage,
                           .reason = QLatin1String(reason)},
                          profileOf("lead"), QDate(2026, 6, 1)));
    }
    void edit(const Result<Edit> &edit) { must(m_case.apply(must(edit))); }

    PhotoPictures &pictures() { return m_pictures; }
    PublicAssessment published(Reader reader = Reader::Public) const
    {
        return publicAssessment(m_case.view(), m_case.ratedItems(), m_case.scoreCard(), reader, m_pictures);
    }

private:
    CaseDocument &m_case;
    PhotoPictures m_pictures;
};

} // namespace adit::test
