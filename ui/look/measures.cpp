// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/measures.h"

#include "ui/look/theme.h"

#include <QFontInfo>
#include <QLabel>
#include <QStyle>
#include <algorithm>

namespace adit {

qreal pixelSize(const QFont &font)
{
    return font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
}

int scaled(const QFont &font, qreal at13)
{
    return qRound(at13 * std::max(1.0, pixelSize(font) / 13.0));
}

QFont typeFont(const QFont &base, Type type)
{
    QFont font = base;
    const auto apply = [&](qreal factor, QFont::Weight weight) {
        font.setPixelSize(qRound(pixelSize(base) * factor));
        font.setWeight(weight);
        return font;
    };
    switch (type) {
    case Type::Caption:
        return apply(0.85, QFont::Normal);
    case Type::Small:
        return apply(0.92, QFont::Normal);
    case Type::Body:
        return font;
    case Type::Strong:
        return apply(1.0, QFont::DemiBold);
    case Type::Heading:
        return apply(1.25, QFont::DemiBold);
    case Type::Title:
        return apply(1.5, QFont::DemiBold);
    case Type::Figure:
        return apply(1.85, QFont::DemiBold);
    }
    return font;
}

QString typeName(Type type)
{
    switch (type) {
    case Type::Caption:
        return QStringLiteral("caption");
    case Type::Small:
        return QStringLiteral("small");
    case Type::Body:
        return QStringLiteral("body");
    case Type::Strong:
        return QStringLiteral("strong");
    case Type::Heading:
        return QStringLiteral("heading");
    case Type::Title:
        return QStringLiteral("title");
    case Type::Figure:
        return QStringLiteral("figure");
    }
    return {};
}

QString inkName(Role ink)
{
    switch (ink) {
    case Role::SecondText:
        return QStringLiteral("second");
    case Role::ThirdText:
        return QStringLiteral("third");
    case Role::Accent:
        return QStringLiteral("accent");
    case Role::Partially:
        return QStringLiteral("warn");
    case Role::NotMet:
        return QStringLiteral("block");
    default:
        return QStringLiteral("text");
    }
}

void dress(QLabel *label, Type type, Role ink)
{
    label->setProperty("type", typeName(type));
    label->setProperty("ink", inkName(ink));
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QLabel *newLabel(QWidget *parent, const QString &text, Type type, Role ink)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    dress(label, type, ink);
    return label;
}

QLabel *newReading(QWidget *parent, const QString &text, Type type, Role ink)
{
    QLabel *label = newLabel(parent, text, type, ink);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus); // selecting by mouse alone would make it a stop for Tab
    return label;
}

} // namespace adit
