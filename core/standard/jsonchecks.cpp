// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/jsonchecks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
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

    /// The place of a member that stands twice; nothing if there is none.
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
        int index = 0;
        std::vector<QByteArrayView> names = {}; ///< as written, with quotes
    };

    bool isFineAt(char c)
    {
        switch (c) {
        case '{':
        case '[':
            m_levels.push_back({c == '{', c == '{'});
            return true;
        case '}':
            if (!areDifferent(m_levels.back().names))
                return false;
            [[fallthrough]];
        case ']':
            m_levels.pop_back();
            return true;
        case ',':
            beginNext(m_levels.back());
            return true;
        case '"':
            takeText(text());
            return true;
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

    void takeText(QByteArrayView quoted)
    {
        if (m_levels.empty() || !m_levels.back().expectsName)
            return;
        m_levels.back().expectsName = false;
        m_levels.back().names.push_back(quoted);
    }

    /// If not, the name that stands twice is left as the last one. "a" and "\u0061" are one name.
    static bool areDifferent(std::vector<QByteArrayView> &names)
    {
        const bool isPlain = std::ranges::none_of(names, [](QByteArrayView name) { return name.contains('\\'); });
        std::vector<std::pair<QByteArray, QByteArrayView>> sorted;
        sorted.reserve(names.size());
        for (const QByteArrayView name : names)
            sorted.emplace_back(isPlain ? QByteArray::fromRawData(name.data(), name.size()) : resolved(name).toUtf8(),
                                name);
        std::ranges::sort(sorted, {}, [](const auto &entry) -> const QByteArray & { return entry.first; });
        const auto twice =
            std::ranges::adjacent_find(sorted, {}, [](const auto &entry) -> const QByteArray & { return entry.first; });
        if (twice == sorted.end())
            return true;
        names.push_back(twice->second);
        return false;
    }

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
            steps.append(level.isObject ? resolved(level.names.back()) : QString::number(level.index));
        return steps;
    }

    const QByteArray &m_json;
    qsizetype m_at = 0;
    std::vector<Level> m_levels;
};

bool isUnclean(const QString &text, qsizetype at)
{
    const QChar c = text[at];
    if (c.unicode() >= 0x20 && c.unicode() < 0x7F)
        return false;
    if (c.isHighSurrogate())
        return at + 1 == text.size() || !text[at + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return at == 0 || !text[at - 1].isHighSurrogate();
    return c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t');
}

/// False only where no text can be unclean: nothing is written that could stand for a control character or for half a
/// character. Most files are like that, and looking at their bytes is far quicker than at each text.
bool mayHoldUnclean(const QByteArray &json)
{
    uchar before = 0;
    for (const char byte : json) {
        const auto c = static_cast<uchar>(byte);
        const bool isControl = (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
        const bool isSecondControl = before == 0xC2 && c < 0xA0; // U+0080 to U+009F
        const bool isEscape = before == '\\' && c != '"' && c != '\\' && c != '/' && c != 'n' && c != 't';
        if (isControl || isSecondControl || isEscape)
            return true;
        before = before == '\\' && c == '\\' ? 0 : c;
    }
    return false;
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

Result<> checkBelow(const QJsonValue &value, QStringList &place)
{
    if (value.isString())
        return checkText(value.toString(), place);
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            place.append(QString::number(i));
            ADIT_TRY(checkBelow(array[i], place));
            place.removeLast();
        }
        return {};
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        place.append(member.key());
        ADIT_TRY(checkBelow(member.value(), place));
        place.removeLast();
    }
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

Result<> checkTextsClean(const QByteArray &json, const QJsonValue &document)
{
    if (!mayHoldUnclean(json))
        return {};
    QStringList place;
    return checkBelow(document, place);
}

} // namespace adit
