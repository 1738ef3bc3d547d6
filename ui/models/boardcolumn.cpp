// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boardcolumn.h"

#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMimeData>
#include <algorithm>
#include <cstdlib>

namespace adit {

namespace {

/// The context of what this file says.
class Board
{
    Q_DECLARE_TR_FUNCTIONS(Board)
};

QString mimeType()
{
    return QStringLiteral("application/x-adit-nonconformity");
}

/// The state it is dragged from, and its id.
QByteArray payload(const NonconformityCard &card)
{
    return QByteArray::number(card.state) + ' ' + card.entity.id.toString().toUtf8();
}

/// "Sat 13 Jun" within a week, "13 Jun" within a year, else with the year.
QString dayWords(const QDate &day, const QDate &today)
{
    const qint64 days = today.daysTo(day);
    const char *format = days >= 0 && days < 7 ? "ddd d MMM" : std::abs(days) < 300 ? "d MMM" : "d MMM yyyy";
    return QLocale(QLocale::English).toString(day, QLatin1String(format));
}

std::vector<CardFace::Requirement> requirementsOf(const NonconformityCard &card, const CaseDocument &document)
{
    std::vector<CardFace::Requirement> faces;
    for (const QString &text : card.requirements) {
        const auto code = RequirementCode::fromString(text);
        const auto ordinal = code ? document.standard().ordinal(*code) : std::nullopt;
        CardFace::Requirement face{text};
        if (ordinal) {
            face.glyph =
                standingOf(document.standard(), document.ratedItems()[static_cast<std::size_t>(*ordinal)]).glyph;
            face.isCritical = document.standard().requirement(*ordinal).critical;
        }
        faces.push_back(face);
    }
    return faces;
}

QString spoken(const CardFace &face, const NonconformityCard &card)
{
    QStringList parts{face.number, face.grade, face.title};
    parts.append(Board::tr("requirement %1").arg(card.requirements.join(QStringLiteral(", "))));
    if (card.isCritical)
        parts.append(Board::tr("critical requirement"));
    if (!face.owner.isEmpty())
        parts.append(Board::tr("owner %1").arg(face.owner));
    if (!face.due.isEmpty())
        parts.append(face.isLate ? Board::tr("overdue since %1").arg(face.due) : Board::tr("due %1").arg(face.due));
    if (!face.actions.isEmpty())
        parts.append(Board::tr("actions: %1").arg(face.actions));
    parts.append(choiceWord(infoOf(field::nonconformity::state), nonconformityStates()[card.state]));
    return parts.join(QStringLiteral(", "));
}

} // namespace

CardFace cardFace(const NonconformityCard &card, const CaseDocument &document)
{
    const QDate today = document.today();
    CardFace face;
    face.number = card.entity.code;
    face.grade = choiceWord(infoOf(field::nonconformity::grade), card.grade);
    face.isMinor = card.grade == QLatin1String("minor");
    face.isCritical = card.grade == QLatin1String("critical");
    face.title = card.title;
    face.requirements = requirementsOf(card, document);
    face.owner = card.owner;
    face.isLate = card.isOverdue(today);
    if (card.due)
        face.due =
            face.isLate
                ? Board::tr("%1, %n day(s)", nullptr, int(card.due->daysTo(today))).arg(dayWords(*card.due, today))
                : dayWords(*card.due, today);
    if (!card.actions.empty()) {
        face.actions = Board::tr("%1 of %2 done").arg(card.actionsDone()).arg(card.actions.size());
        face.actionsShort = QStringLiteral("%1/%2").arg(card.actionsDone()).arg(card.actions.size());
    }
    face.spoken = spoken(face, card);
    return face;
}

BoardColumn::BoardColumn(const CaseDocument &document, int state, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
    , m_state(state)
{}

void BoardColumn::setCards(std::vector<NonconformityCard> cards)
{
    const auto same = [](const NonconformityCard &a, const NonconformityCard &b) { return a.entity == b.entity; };
    const bool isSame = std::ranges::equal(cards, m_cards, same);
    std::vector<CardFace> faces;
    faces.reserve(cards.size());
    for (const NonconformityCard &card : cards)
        faces.push_back(cardFace(card, m_document));
    if (!isSame)
        beginResetModel();
    m_cards = std::move(cards);
    m_faces = std::move(faces);
    if (!isSame)
        endResetModel();
    else if (!m_cards.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int BoardColumn::rowOf(const EntityId &id) const
{
    const auto found = std::ranges::find(m_cards, id, [](const NonconformityCard &card) { return card.entity.id; });
    return found == m_cards.end() ? -1 : static_cast<int>(found - m_cards.begin());
}

int BoardColumn::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

QVariant BoardColumn::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const CardFace &face = m_faces[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return QString(face.number + QLatin1Char(' ') + face.title);
    case Qt::AccessibleTextRole:
        return face.spoken;
    case Qt::ToolTipRole:
        return face.spoken;
    case FaceRole:
        return QVariant::fromValue(face);
    default:
        return {};
    }
}

Qt::ItemFlags BoardColumn::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const bool moves = !nextState(card(index.row())).isEmpty() || !previousState(card(index.row())).isEmpty();
    return QAbstractListModel::flags(index) | Qt::ItemIsDropEnabled | (moves ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList BoardColumn::mimeTypes() const
{
    return {mimeType()};
}

QMimeData *BoardColumn::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(mimeType(), payload(card(indexes.front().row())));
    return data;
}

bool BoardColumn::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &) const
{
    bool isNumber = false;
    const int from = data->data(mimeType()).split(' ').value(0).toInt(&isNumber);
    return data->hasFormat(mimeType()) && isNumber && std::abs(from - m_state) == 1;
}

bool BoardColumn::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                               const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    if (const auto id = EntityId::fromString(QString::fromUtf8(data->data(mimeType()).split(' ').value(1))))
        Q_EMIT dropped(*id);
    return true;
}

} // namespace adit
