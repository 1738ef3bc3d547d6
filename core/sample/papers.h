// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pdf/typesetter.h"
#include "core/report/publicassessment.h"

#include <QJsonObject>
#include <memory>

namespace adit {

/// Sets the papers of the sample mine: plans, minutes, registers, laboratory sheets, written as JSON with `title`,
/// `issuer`, `date`, `reference` and `blocks` (heading, text, list, table). Each comes out as a small PDF, the same
/// bytes for the same text.
class PaperSetter
{
public:
    static Result<PaperSetter> create(const Standard &standard);

    Result<QByteArray> set(const QJsonObject &paper);

private:
    PaperSetter(std::unique_ptr<pdf::Typesetter> typesetter, PublicAssessment ground);

    std::unique_ptr<pdf::Typesetter> m_typesetter;
    PublicAssessment m_ground; ///< of nothing: what the report's pieces stand on
};

} // namespace adit
