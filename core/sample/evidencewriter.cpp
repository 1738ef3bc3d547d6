// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/evidencewriter.h"

#include "core/sample/dateshift.h"

#include <QFile>
#include <QJsonDocument>

namespace adit {

namespace {

QString string(const QJsonObject &object, const char *name)
{
    return object[QLatin1String(name)].toVariant().toString();
}

QStringList strings(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &text : list.toArray())
        texts.append(text.toString());
    return texts;
}

/// The members of an object that are called as fields of the kind.
FieldValues valuesOf(EntityKind kind, const QJsonObject &object)
{
    FieldValues values;
    for (const FieldInfo &field : fieldsOf(kind))
        if (field.type != ValueType::Code && field.type != ValueType::Flag && !isSetType(field.type) &&
            object.contains(field.name))
            values.emplace_back(&field, object[field.name].toVariant().toString());
    return values;
}

QByteArray standIn(const QJsonObject &item)
{
    return QStringLiteral(
               "%1\n\nThis note stands for a paper of the sample’s fictional mine that was not drawn up.\n\n%2\n")
        .arg(string(item, "title"), string(item, "note"))
        .toUtf8();
}

} // namespace

EvidenceWriter::EvidenceWriter(CaseDocument &document, QString folder, int shift)
    : m_document(document)
    , m_folder(std::move(folder))
    , m_shift(shift)
{}

Result<QByteArray> EvidenceWriter::resource(const QString &name) const
{
    QFile file(m_folder + QLatin1Char('/') + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileMissing, file.fileName()};
    return shiftDates(QString::fromUtf8(file.readAll()), m_shift).toUtf8();
}

Result<QByteArray> EvidenceWriter::paper(const QString &key)
{
    if (!m_papers) {
        ADIT_TRY_ASSIGN(m_papers, PaperSetter::create(m_document.standard()));
    }
    ADIT_TRY_ASSIGN(const QByteArray json, resource(key + QStringLiteral(".json")));
    return m_papers->set(QJsonDocument::fromJson(json).object());
}

Result<EvidenceFile> EvidenceWriter::fileFor(const QJsonObject &item)
{
    const QString title = string(item, "title");
    if (const QString picture = string(item, "picture"); !picture.isEmpty()) {
        ADIT_TRY_ASSIGN(const QByteArray bytes, resource(picture));
        return EvidenceFile{title + QStringLiteral(".svg"), QStringLiteral("image/svg+xml"), bytes};
    }
    if (item[QLatin1String("paper")].toBool()) {
        ADIT_TRY_ASSIGN(const QByteArray bytes, paper(string(item, "key")));
        return EvidenceFile{title + QStringLiteral(".pdf"), QStringLiteral("application/pdf"), bytes};
    }
    return EvidenceFile{title + QStringLiteral(".txt"), QStringLiteral("text/plain"), standIn(item)};
}

Result<> EvidenceWriter::addPeople(const QJsonArray &people)
{
    Edit whole{Verb::AddPerson, {}, {}};
    for (const QJsonValue &value : people) {
        const QJsonObject person = value.toObject();
        FieldValues values = valuesOf(EntityKind::Person, person);
        values.emplace_back(&infoOf(field::person::stakeholder), string(person, "group"));
        const EntityRef entity = m_document.newEntity(EntityKind::Person);
        ADIT_TRY_ASSIGN(Edit edit, addRecord(m_document.view(), entity, {values}));
        append(whole, std::move(edit));
        m_labels.insert(string(person, "key"), entity.code);
    }
    ADIT_TRY(m_document.apply(whole));
    return {};
}

Result<> EvidenceWriter::addEvidence(const QJsonArray &items)
{
    Edit whole{Verb::AddEvidence, {}, {}};
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        std::optional<EvidenceFile> file;
        if (string(item, "state") == QLatin1String("taken")) {
            ADIT_TRY_ASSIGN(file, fileFor(item));
        }
        const EntityRef entity = m_document.newEntity(EntityKind::Evidence);
        m_labels.insert(string(item, "key"), entity.code);
        ADIT_TRY_ASSIGN(Edit edit, adit::addEvidence(m_document.view(), entity,
                                                     {valuesOf(EntityKind::Evidence, item),
                                                      {{&infoOf(field::evidence::requirements),
                                                        strings(item[QLatin1String("requirements")])}}},
                                                     file));
        append(whole, std::move(edit));
    }
    ADIT_TRY(m_document.apply(whole));
    return {};
}

Result<> EvidenceWriter::addInterviews(const QJsonArray &interviews)
{
    Edit whole{Verb::AddInterview, {}, {}};
    for (const QJsonValue &value : interviews) {
        const QJsonObject interview = value.toObject();
        FieldValues values = valuesOf(EntityKind::Interview, interview);
        values.emplace_back(&infoOf(field::interview::held), string(interview, "date"));
        if (interview[QLatin1String("interpreter")].toBool())
            values.emplace_back(&infoOf(field::interview::interpreter), QStringLiteral("1"));
        QStringList people;
        for (const QString &key : strings(interview[QLatin1String("people")]))
            people.append(m_labels.value(key));
        const RecordInput input{
            values,
            {{&infoOf(field::interview::people), people},
             {&infoOf(field::interview::requirements), strings(interview[QLatin1String("requirements")])}}};
        const EntityRef entity = m_document.newEntity(EntityKind::Interview);
        m_labels.insert(string(interview, "key"), entity.code);
        ADIT_TRY_ASSIGN(Edit edit, addRecord(m_document.view(), entity, input));
        append(whole, std::move(edit));
    }
    ADIT_TRY(m_document.apply(whole));
    return {};
}

} // namespace adit
