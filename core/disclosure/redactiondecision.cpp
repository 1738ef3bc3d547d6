// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/redactiondecision.h"

#include "core/base/hashing.h"
#include "core/disclosure/redactions.h"
#include "core/edits/recordrules.h"
#include "core/identity/compartment.h"

#include <QtEndian>

namespace adit {

std::vector<WrittenText> textsOf(const Assessment &assessment, const QString &target, const QString &fieldName)
{
    const auto entity = entityFrom(assessment, target);
    const Record *record = entity ? assessment.find(entity->kind, entity->id) : nullptr;
    std::vector<WrittenText> texts;
    if (!record)
        return texts;
    for (const FieldInfo *field : redactableFields(entity->kind))
        if (fieldName.isEmpty() || field->name == fieldName)
            texts.push_back({*entity, field, record->text(field->index)});
    return texts;
}

QByteArray decisionDigest(const Assessment &assessment, const Record &redaction)
{
    QByteArray out = "adit-redaction/1" + assessment.id().bytes();
    const auto put = [&](const QString &text) {
        const QByteArray utf8 = text.toUtf8();
        char size[4];
        qToBigEndian(static_cast<quint32>(utf8.size()), size);
        out.append(size, 4).append(utf8);
    };
    using namespace adit::field::redaction;
    for (const QString &text :
         {redaction[label], redaction[target], redaction[field_name], redaction[passage], redaction[reason],
          redaction[wording], redaction[score_basis], redaction[asked_by], redaction[state],
          redaction.text(decided.index), redaction[decided_by], redaction[decision], redaction.text(review_by.index)})
        put(text);
    if (redaction[state] == QLatin1String("approved"))
        for (const WrittenText &text : textsOf(assessment, redaction[target], redaction[field_name])) {
            put(text.field->name);
            put(text.text);
        }
    return toBytes(blake2b(out));
}

QByteArray signedDecision(const QByteArray &digest)
{
    return "adit-redaction-decision/1\n" + digest;
}

bool isSameAsAsker(const Assessment &assessment, const Record &redaction, const PublicProfile &by)
{
    const QString asker = redaction[field::redaction::asked_by];
    const auto profile = profileIn(assessment, asker);
    return asker == by.fingerprint() || isSamePerson(profile ? profile->name : asker, by.name) || asker == by.actor();
}

bool isDecisionGenuine(const Assessment &assessment, const Record &redaction)
{
    const QString fingerprint = redaction[field::redaction::decided_by];
    const auto by = profileIn(assessment, fingerprint);
    const QByteArray digest = decisionDigest(assessment, redaction);
    if (!by || redaction[field::redaction::content] != QString::fromLatin1(digest.toHex()))
        return false;
    const auto revoked = revocationIn(assessment, fingerprint);
    const QString day = redaction.text(field::redaction::decided.index);
    return (!revoked || day < revoked->since) && !isSameAsAsker(assessment, redaction, *by) &&
           isSignedBy(by->signKey, signedDecision(digest),
                      QByteArray::fromHex(redaction[field::redaction::signature].toLatin1()));
}

} // namespace adit
