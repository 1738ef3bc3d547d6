// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/process/nonconformities.h"
#include "ui/look/glyphs.h"

#include <QAbstractListModel>
#include <vector>

namespace adit {

/// What a card shows, ready to be painted.
struct CardFace
{
    struct Requirement
    {
        QString code;
        Glyph glyph = Glyph::Dotted;
        bool isCritical = false;
    };
    QString number;
    QString grade; ///< the word
    bool isMinor = false;
    bool isCritical = false; ///< the grade, not the requirement
    QString title;
    std::vector<Requirement> requirements;
    QString owner;
    QString due;
    bool isLate = false;
    QString actions;      ///< "1 of 2 done"; empty where nothing is planned
    QString actionsShort; ///< "1/2"
    QString spoken;       ///< all of it, as a sentence
};
CardFace cardFace(const NonconformityCard &card, const CaseDocument &document);

/// One column of the board: the nonconformities of one state. A card is dragged by its id, and dropped on the column of
/// its next state or of the one before; nothing moves by itself, dropped() asks for it.
class BoardColumn final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { FaceRole = Qt::UserRole };

    BoardColumn(const CaseDocument &document, int state, QObject *parent = nullptr);

    int state() const { return m_state; }
    void setCards(std::vector<NonconformityCard> cards);
    const NonconformityCard &card(int row) const { return m_cards[static_cast<std::size_t>(row)]; }
    /// -1 where it is not in this column.
    int rowOf(const EntityId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// A card of a state beside this one was let go here.
    void dropped(const adit::EntityId &id);

private:
    const CaseDocument &m_document;
    int m_state;
    std::vector<NonconformityCard> m_cards;
    std::vector<CardFace> m_faces;
};

} // namespace adit

Q_DECLARE_METATYPE(adit::CardFace)
