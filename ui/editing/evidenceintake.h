// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/edits/takenfile.h"
#include "ui/editing/background.h"

#include <QImage>
#include <QTimer>

class QMimeData;

namespace adit {

/// A file, or a picture that was copied, on its way into the case.
struct IntakeSource
{
    QString name;      ///< for people
    QString path = {}; ///< of a file; empty: the picture
    QImage picture = {};
};
/// What was dropped or copied that can become evidence: files, else a picture.
std::vector<IntakeSource> intakeSources(const QMimeData &data);
std::vector<IntakeSource> intakeSources(const QStringList &paths);

/// Takes files in: beside the window each is read and hashed and its bytes put into the case, part by part, then comes
/// the next. What they are is said by one edit, which makes them evidence; until then nobody sees them, and they can be
/// given back.
class EvidenceIntake final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Waiting,
        Reading,
        Keeping,
        Ready,
        Held,   ///< the case has these bytes already
        Refused ///< the file cannot be taken; the others still can
    };
    struct Item
    {
        IntakeSource source;
        State state = State::Waiting;
        FileFacts facts = {};
        bool isPhotoDataBroken = false;
        QString heldAs = {}; ///< Held: the label; empty where it is another one of these files
        std::optional<Error> error = {};
    };

    /// The title that a file gets if nobody gives it one.
    static QString titleOf(const QString &fileName);

    explicit EvidenceIntake(CaseDocument &document, QObject *parent = nullptr);
    /// Waits for the part that is being written: the case may be closed after this.
    ~EvidenceIntake() override;

    void add(const std::vector<IntakeSource> &sources);
    const std::vector<Item> &items() const { return m_items; }
    int count(State state) const;
    bool isBusy() const;
    /// 0 to 1, of all files.
    double progress() const;
    /// Stops, and takes out of the case again what was put there.
    void giveBack();
    /// One edit for all that are ready, with what is common to them; those that the case holds get the requirements.
    /// A title and a medium that are not given are made of each file.
    Result<Edit> edit(const RecordInput &common) const;
    /// They are evidence now: nothing is to be given back.
    void forget();

Q_SIGNALS:
    /// An item, or how far it is.
    void changed();
    /// Nothing is left to do.
    void finished();
    /// The case could not take the bytes; nothing more is tried.
    void failed(const adit::Error &error);

private:
    void next();
    void readCurrent();
    void takeIn(TakenFile &file);
    void keepPart();
    void partKept(const Result<> &kept);
    void stop();
    void giveBackPart();
    /// Nothing of them is wanted any more, as far as these are concerned.
    void letGo(const std::function<bool(const Item &)> &which);
    Item &current() { return m_items[m_current]; }

    CaseDocument &m_document;
    std::vector<Item> m_items;
    std::size_t m_current = 0;
    Background m_work;
    std::shared_ptr<std::atomic<double>> m_share;
    QByteArray m_bytes; ///< of the current one, while its parts are kept
    qint64 m_part = 0;
    QTimer m_poll;          ///< reading tells how far it is when asked
    QStringList m_unwanted; ///< digests of what is to be taken out again
    Background m_giveBack;
};

} // namespace adit
