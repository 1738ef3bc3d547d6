// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace adit::test {

/// 16 by 8 pixels, orange and blue, in the one shape that is printed: tables, frame, scan and nothing else.
inline QByteArray colourJpeg()
{
    return QByteArray::fromBase64(
        "/9j/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwL"
        "DBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wAARCAAIABADASIAAhEBAxEB/8QA"
        "FQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgT/xAAZEQACAwEAAAAAAAAA"
        "AAAAAAAABkOBwYL/2gAMAwEAAhEDEQA/AJyABLstaWNEXWH/2Q==");
}

/// The same in grey.
inline QByteArray greyJpeg()
{
    return QByteArray::fromBase64(
        "/9j/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAAIABAB"
        "AREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AGFP/2Q==");
}

/// The same in colour, sent in several scans, each finer than the one before.
inline QByteArray progressiveJpeg()
{
    return QByteArray::fromBase64(
        "/9j/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQD"
        "BAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wgARCAAIABADAREAAhEBAxEB/8QA"
        "FQABAQAAAAAAAAAAAAAAAAAABQb/xAAWAQEBAQAAAAAAAAAAAAAAAAAHBgj/2gAMAwEAAhADEAAAASIlUlnLPf8A/8QAFBABAAAAAAAAAAAA"
        "AAAAAAAAEP/aAAgBAQABBQI//8QAFBEBAAAAAAAAAAAAAAAAAAAAEP/aAAgBAwEBPwE//8QAFBEBAAAAAAAAAAAAAAAAAAAAEP/aAAgBAgEB"
        "PwE//8QAFBABAAAAAAAAAAAAAAAAAAAAEP/aAAgBAQAGPwI//8QAFBABAAAAAAAAAAAAAAAAAAAAEP/aAAgBAQABPyE//9oADAMBAAIAAwAA"
        "ABDD/8QAFBEBAAAAAAAAAAAAAAAAAAAAEP/aAAgBAwEBPxA//8QAFBEBAAAAAAAAAAAAAAAAAAAAEP/aAAgBAgEBPxA//8QAFBABAAAAAAAA"
        "AAAAAAAAAAAAEP/aAAgBAQABPxA//9k=");
}

/// The same in the four inks of a printing press, as Adobe's programs write it.
inline QByteArray cmykJpeg()
{
    return QByteArray::fromBase64(
        "/9j/7gAOQWRvYmUAZAAAAAAC/"
        "9sAQwAIBgYHBgUIBwcHCQkICgwUDQwLCwwZEhMPFB0aHx4dGhwcICQuJyAiLCMcHCg3KSwwMTQ0NB8nOT04Mjwu"
        "MzQy/9sAQwEJCQkMCwwYDQ0YMiEcITIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIy/"
        "8AAFAgACAAQBAEi"
        "AAIRAQMRAQQiAP/EABcAAQEBAQAAAAAAAAAAAAAAAAAEBgf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAABP/"
        "EABgR"
        "AAIDAAAAAAAAAAAAAAAAAAAGQ4LC/9oADgQBAAIRAxEEAAA/AIF4DOMNshEeeujpDLg//9k=");
}

/// A segment put right behind the start: a comment (FE), what a camera says (E1) and the like.
inline QByteArray withSegment(const QByteArray &jpeg, char marker, const QByteArray &content)
{
    const auto length = static_cast<int>(content.size()) + 2;
    QByteArray segment("\xff");
    segment += marker;
    segment += static_cast<char>(length >> 8);
    segment += static_cast<char>(length & 0xff);
    return jpeg.left(2) + segment + content + jpeg.mid(2);
}

} // namespace adit::test
