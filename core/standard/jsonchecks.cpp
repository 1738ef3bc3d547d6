// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/jsonchecks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <vector>

namespace adit {

namespace {

/// Walks through the bytes of well-formed JSON, only as far as telling members from other texts takes.
class MemberScan
{
public:
    explicit MemberScan(const QByteArray &json)
        : m_json(json)
    {}

    /// The place of the first member that stands twice; nothing if there is none.
    QStringList run()
    {
        for (; m_at < m_json.size(); ++m_at)
            if (!isFineAt(m_json[m_at]))
                return place();
        return {};
    }

private:
    struct Level
    {
        bool isObject;
        bool expectsName;
        int index;
        QString name;
        QSet<QString> names;
    };

    bool isFineAt(char c)
    {
        switch (c) {
        case '{':
        case '[':
            m_levels.push_back({c == '{', c == '{', 0, {}, {}});
            return true;
        case '}':
        case ']':
            m_levels.pop_back();
            return true;
        case ',':
            beginNext(m_levels.back());
            return true;
        case '"':
            return takeText(text());
        default:
            return true;
        }
    }

    static void beginNext(Level &level)
    {
        level.expectsName = level.isObject;
        ++level.index;
    }

    /// Leaves the place at the closing quote.
    QByteArrayView text()
    {
        const qsizetype from = m_at++;
        for (; m_json[m_at] != '"'; ++m_at)
            m_at += m_json[m_at] == '\\' ? 1 : 0;
        return QByteArrayView(m_json).sliced(from, m_at - from + 1);
    }

    bool takeText(QByteArrayView quoted)
    {
        if (m_levels.empty() || !m_levels.back().expectsName)
            return true;
        Level &level = m_levels.back();
        level.expectsName = false;
        level.name = resolved(quoted);
        const bool isNew = !level.names.contains(level.name);
        level.names.insert(level.name);
        return isNew;
    }

    /// "a" and "\u0061" are one name.
    static QString resolved(QByteArrayView quoted)
    {
        if (!quoted.contains('\\'))
            return QString::fromUtf8(quoted.sliced(1, quoted.size() - 2));
        const QByteArray list = '[' + quoted.toByteArray() + ']';
        return QJsonDocument::fromJson(list).array().first().toString();
    }

    QStringList place() const
    {
        QStringList steps;
        for (const Level &level : m_levels)
            steps.append(level.isObject ? level.name : QString::number(level.index));
        return steps;
    }

    const QByteArray &m_json;
    qsizetype m_at = 0;
    std::vector<Level> m_levels;
};

bool isUnclean(const QString &text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate())
        return at + 1 == text.size() || !text[at + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return at == 0 || !text[at - 1].isHighSurrogate();
    return c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t');
}

Result<> checkText(const QString &text, const QStringList &place)
{
    for (qsizetype at = 0; at < text.size(); ++at)
        if (isUnclean(text, at))
            return Error{ErrorCode::StandardInvalid, jsonPointer(place),
                         QStringLiteral("U+%1 at place %2; expected is text without control characters")
                             .arg(text[at].unicode(), 4, 16, QLatin1Char('0'))
                             .arg(at + 1)};
    return {};
}

Result<> checkBelow(const QJsonValue &value, const QStringList &place)
{
    if (value.isString())
        return checkText(value.toString(), place);
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            ADIT_TRY(checkBelow(array[i], place + QStringList{QString::number(i)}));
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        ADIT_TRY(checkBelow(member.value(), place + QStringList{member.key()}));
    return {};
}

} // namespace

QString jsonPointer(const QStringList &steps)
{
    QString pointer;
    for (QString step : steps)
        pointer += QLatin1Char('/') +
                   step.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
    return pointer.isEmpty() ? QStringLiteral("/") : pointer;
}

Result<> checkMembersOnce(const QByteArray &json)
{
    const QStringList place = MemberScan(json).run();
    if (place.isEmpty())
        return {};
    return Error{ErrorCode::StandardInvalid, jsonPointer(place),
                 QStringLiteral("\"%1\" stands twice in one object").arg(place.last())};
}

Result<> checkTextsClean(const QJsonValue &document)
{
    return checkBelow(document, {});
}

} // namespace adit
