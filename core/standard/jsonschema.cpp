// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/jsonschema.h"

#include "core/standard/jsonchecks.h"
#include "core/standard/schemareason.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <exception>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

namespace adit {

namespace {

/// valijson names places as "<root>", "[principles]", "[0]".
QStringList stepsOf(const std::vector<std::string> &context)
{
    QStringList steps;
    for (std::size_t i = 1; i < context.size(); ++i) {
        const QString part = QString::fromStdString(context[i]);
        const bool inBrackets = part.startsWith(QLatin1Char('[')) && part.endsWith(QLatin1Char(']'));
        steps.append(inBrackets ? part.mid(1, part.size() - 2) : part);
    }
    return steps;
}

/// The deepest place with a reason: outer errors only say that something inside is wrong.
Error deepestError(valijson::ValidationResults &results, const QJsonValue &document, const QJsonObject &schema)
{
    valijson::ValidationResults::Error error;
    QStringList place;
    QString description;
    while (results.popError(error)) {
        const QStringList steps = stepsOf(error.context);
        if (!description.isEmpty() && steps.size() <= place.size())
            continue;
        place = steps;
        description = QString::fromStdString(error.description);
    }
    const QString reason = schemaReason(document, place, schema);
    return {ErrorCode::StandardInvalid, jsonPointer(place), reason.isEmpty() ? description : reason};
}

} // namespace

Result<> checkAgainstSchema(const QJsonValue &document, const QByteArray &schemaText)
{
    try {
        const QJsonObject schemaJson = QJsonDocument::fromJson(schemaText).object();
        valijson::Schema schema;
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(valijson::adapters::QtJsonAdapter(QJsonValue(schemaJson)), schema);
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        valijson::ValidationResults results;
        if (!validator.validate(schema, valijson::adapters::QtJsonAdapter(document), &results))
            return deepestError(results, document, schemaJson);
    } catch (const std::exception &failure) {
        return Error{ErrorCode::StandardInvalid, QStringLiteral("/"), QString::fromUtf8(failure.what())};
    }
    return {};
}

} // namespace adit
