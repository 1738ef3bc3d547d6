// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/jsonschema.h"
#include "core/standard/standardjson.h"
#include "tests/support/builders.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

using namespace adit;
using namespace adit::test;

// The compiled schema against a schema library that follows the specification word for word: what one of them takes,
// the other takes, on the shipped catalogue and on hundreds of damaged ones.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray schemaBytes()
{
    QFile file(s(":/adit/schema/adit-standard-1.schema.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no schema");
    return file.readAll();
}

class Library
{
public:
    Library()
        : m_document(QJsonDocument::fromJson(schemaBytes()).object())
    {
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(valijson::adapters::QtJsonAdapter(m_document), m_schema);
    }
    bool takes(const QJsonValue &value)
    {
        valijson::Validator validator;
        return validator.validate(m_schema, valijson::adapters::QtJsonAdapter(value), nullptr);
    }

private:
    QJsonValue m_document;
    valijson::Schema m_schema;
};

/// A small standard that has a criterion with guidance and a translation.
QJsonObject withGuidance()
{
    const QJsonObject whole = QJsonDocument::fromJson(canonicalJson(catalogue())).object();
    QJsonObject chapter = whole[s("principles")][0][s("chapters")][0].toObject();
    chapter[s("criteria")] = QJsonArray{chapter[s("criteria")][0]};
    QJsonObject principle = whole[s("principles")][0].toObject();
    principle[s("chapters")] = QJsonArray{chapter};
    QJsonObject object = QJsonDocument::fromJson(canonicalJson(smallStandard(s("1.1.1.1!")))).object();
    object[s("principles")] = QJsonArray{principle};
    object[s("translations")] = whole[s("translations")];
    return object;
}

/// One of the values below (and with) this one, replaced by what `change` makes of it.
class Damage
{
public:
    explicit Damage(quint32 seed)
        : m_chance(seed)
    {}

    QJsonValue of(const QJsonValue &value)
    {
        const bool stopHere = m_chance.bounded(6) == 0;
        if (value.isObject() && !stopHere && !value.toObject().isEmpty())
            return ofMember(value.toObject());
        if (value.isArray() && !stopHere && !value.toArray().isEmpty())
            return ofEntry(value.toArray());
        return changed(value);
    }

private:
    QJsonValue ofMember(QJsonObject object)
    {
        const QStringList names = object.keys();
        const QString &name = names[m_chance.bounded(int(names.size()))];
        switch (m_chance.bounded(8)) {
        case 0:
            object.remove(name);
            break;
        case 1:
            object.insert(name + s("x"), object[name]);
            break;
        default:
            object[name] = of(object[name]);
        }
        return object;
    }
    QJsonValue ofEntry(QJsonArray array)
    {
        const int at = m_chance.bounded(int(array.size()));
        switch (m_chance.bounded(8)) {
        case 0:
            array.removeAt(at);
            break;
        case 1:
            array.append(array[at]);
            break;
        default:
            array[at] = of(array[at]);
        }
        return array;
    }
    QJsonValue changed(const QJsonValue &value)
    {
        switch (m_chance.bounded(9)) {
        case 0:
            return QJsonValue();
        case 1:
            return true;
        case 2:
            return 7;
        case 3:
            return QString();
        case 4:
            return value.isString() ? value.toString() + s("\n") : QJsonValue(s("0"));
        case 5:
            return QString(70'000, QLatin1Char('x'));
        case 6:
            return QJsonArray{value, value};
        case 7:
            return QJsonObject{{s("en"), value}};
        default:
            return value.isString() ? value.toString().mid(1) : QJsonValue(QJsonObject());
        }
    }

    QRandomGenerator m_chance;
};

} // namespace

class TestJsonSchema : public QObject
{
    Q_OBJECT

private:
    const JsonSchema m_schema = must(JsonSchema::compile(schemaBytes()));

private Q_SLOTS:
    void shippedCatalogueFits()
    {
        const QJsonValue whole = QJsonDocument::fromJson(canonicalJson(catalogue())).object();
        QVERIFY(m_schema.check(whole).has_value());
        QVERIFY(Library().takes(whole));
    }

    void damagedCataloguesAreJudgedAlike()
    {
        Library library;
        const QJsonValue good = withGuidance();
        int refused = 0;
        constexpr int rounds = 500;
        for (quint32 round = 0; round < rounds; ++round) {
            const QJsonValue damaged = Damage(round).of(good);
            const bool taken = m_schema.check(damaged).has_value();
            refused += taken ? 0 : 1;
            QVERIFY2(
                taken == library.takes(damaged),
                qPrintable(
                    s("round %1: %2").arg(round).arg(taken ? s("taken") : m_schema.check(damaged).error().subject)));
        }
        // Both kinds occur often, or the comparison says little.
        QVERIFY2(refused > rounds / 4 && refused < rounds * 99 / 100, qPrintable(QString::number(refused)));
    }

    void unknownKeywordDoesNotCompile()
    {
        QVERIFY(!JsonSchema::compile("{\"type\": \"object\", \"dependencies\": {}}").has_value());
    }
};

QTEST_GUILESS_MAIN(TestJsonSchema)
#include "tst_jsonschema.moc"
