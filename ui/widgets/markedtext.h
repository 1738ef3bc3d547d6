// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <vector>

namespace adit {

/// A text some of whose words are marked, by ground and by line, so that colour alone says nothing: what was added or
/// taken out, whose words they are, or what becomes of them in print. To read, or to go on writing in; marks move along
/// with their words.
class MarkedText final : public QPlainTextEdit
{
    Q_OBJECT
public:
    enum class Mark {
        None,
        Added,
        Removed,
        Ours,
        Theirs,
        Withheld, ///< stands in the place of words that are not printed
        Blocked,  ///< must not stay
        Doubtful  ///< somebody looks at it
    };
    struct Piece
    {
        QString text;
        Mark mark = Mark::None;
    };

    explicit MarkedText(QWidget *parent = nullptr);

    void setPieces(const std::vector<Piece> &pieces);
    /// As high as its text, so that the page scrolls and not the text.
    void setFitted();
    /// As typed: unlike toPlainText(), no-break spaces stay what they are.
    QString typed() const;
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    void drawMarks();

    std::vector<std::pair<QTextCursor, Mark>> m_marks;
    bool m_isFitted = false;
};

/// A word in the look of a mark, to explain it.
class MarkSample final : public QWidget
{
    Q_OBJECT
public:
    MarkSample(MarkedText::Mark mark, const QString &word, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MarkedText::Mark m_mark;
    QString m_word;
};

} // namespace adit
